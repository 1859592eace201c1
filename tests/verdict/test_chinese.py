"""Chinese by character, each as the word means that it stands in."""

from __future__ import annotations

import pytest

from quotes.model import EditClass, Severity, Verdict
from quotes.text import tokenize
from quotes.verdict.kinds import kinds
from tests.verdict.test_judge import wording

RECORD = (
    "港务部将继续支持非洲船员，不同意这种说法。据我了解，绝大多数公司可能还没有准备好。未来的会议将会讨论能源问题，这"
    "个，"
    "我们会认真地研究。王毅国务委员说，税率提高了0.8个百分点，今年前八个月增长5%，共三千二百艘。所谓“安全费”、“通行费"
    "”没有依据。"
)


def kinds_in(text: str) -> dict[str, str]:
    tokens = tokenize(text)
    named: dict[str, str] = {}
    for norm, kind in zip(tokens.norms, kinds(tokens, in_spanish=False), strict=True):
        named[kind.value] = named.get(kind.value, "") + norm
    named.pop("content", None)
    return named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("未来的合作", {"article": "的"}),
        ("未能如期", {"negation": "未", "modal": "能"}),
        ("非洲朋友", {"name": "非洲"}),
        ("并非如此", {"negation": "并非"}),
        ("国际会议", {}),
        ("将会讨论", {"modal": "将会"}),
        ("能源和功能", {}),
        ("不同意见面", {"negation": "不"}),
        ("个别国家", {"quantifier": "个别"}),
        ("目的地", {}),
        ("王毅国务委员", {"name": "王毅"}),
        ("特朗普表示", {"name": "特朗普"}),
        ("中方和美方", {"name": "中方美方"}),
    ],
)
def test_a_character_means_what_its_word_means(text: str, found: dict[str, str]) -> None:
    assert kinds_in(text) == found


@pytest.mark.parametrize(
    "quote",
    [
        "港務部將繼續支持非洲船員，不同意這種說法",
        "據我瞭解，絕大多數公司可能還沒有準備好",
        "我们会认真的研究",
        "税率提高了０．８个百分点",
        "今年前8个月增长百分之五",
        "今年前八个月增长5%，共3200艘",
        "「所谓『安全费』、『通行费』没有依据」",
        "“所谓“安全费”、“通行费”没有依据”",
    ],
)
def test_presentation_is_verbatim(quote: str) -> None:
    assert (wording(quote, record=RECORD).verdict, wording(quote, record=RECORD).reasons) == (Verdict.VERBATIM, ())


@pytest.mark.parametrize(
    "quote",
    ["未来的会议将会讨论能源问题，我们会认真地研究", "未来会议将会讨论能源问题，这个，我们会认真地研究"],
)
def test_small_change_is_minor(quote: str) -> None:
    assert wording(quote, record=RECORD).verdict is Verdict.MINOR_VARIANCE


@pytest.mark.parametrize(
    ("quote", "touched"),
    [
        ("港务部将继续支持非洲船员，同意这种说法", EditClass.NEGATION),
        ("港务部可能继续支持非洲船员", EditClass.MODAL),
        ("港务部将继续支持欧洲船员，不同意这种说法", EditClass.NAME),
        ("据我了解，大多数公司可能还没有准备好", EditClass.QUANTIFIER),
        ("绝大多数公司还没有准备好。未来的会议", EditClass.HEDGE),
        ("据我了解，绝大多数公司可能还准备好", EditClass.NEGATION),
        ("税率提高了0.8%，今年前八个月增长5%", EditClass.UNIT),
        ("今年前八个月增长5%，共三千五百艘", EditClass.NUMBER),
        ("李强国务委员说，税率提高了0.8个百分点", EditClass.NAME),
    ],
)
def test_protected_words_are_altered_and_severe(quote: str, touched: EditClass) -> None:
    found = wording(quote, record=RECORD)
    assert (found.verdict, found.severity) == (Verdict.ALTERED, Severity.HIGH)
    assert touched in {edit.cls for edit in found.edits}


def test_a_word_that_holds_a_negation_and_denies_nothing_is_no_negation() -> None:
    found = wording("今后的会议将会讨论能源问题", record=RECORD)
    assert found.verdict is Verdict.ALTERED
    assert EditClass.NEGATION not in {edit.cls for edit in found.edits}

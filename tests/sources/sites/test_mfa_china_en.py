"""The Chinese foreign ministry in English: what its saved pages do not show."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import decode, paragraphs, soup_of
from quotes.model import Fidelity, Role
from quotes.sources import read_page, source_of
from quotes.sources.sites.mfa_china_en import SOURCE, parse, read_listing
from quotes.sources.source import Reading
from tests.sources.golden import PAGES, golden_of

URL = "https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/202510/t20251015_19000003.html"
MIRROR = "http://kd.china-embassy.gov.cn/eng/fyrth/202510/t20251021_19000009.htm"
CONFERENCE = "Foreign Ministry Spokesperson Shen Ruoxi’s Regular Press Conference on October 15, 2025"
UPDATED = "Updated: October 15, 2025 18:41"


def page(*paragraphs: str, title: str = CONFERENCE, updated: str = UPDATED) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html><head><title>{title}_Ministry of Foreign Affairs</title></head><body>"
        f'<div class="news_header_title">{title}</div><div class="xltime">{updated}</div>'
        f'<div class="content_text"><div class="view_dedault _default TRS_UEDITOR">{body}</div></div>'
        f'<div style="clear:both;"></div><div class="links"><p>Links: none</p></div></body></html>'
    )


def read(*paragraphs: str, title: str = CONFERENCE, updated: str = UPDATED, url: str = URL) -> Reading:
    return parse(page(*paragraphs, title=title, updated=updated), url)


def spoken(*paragraphs: str, title: str = CONFERENCE) -> list[tuple[str | None, str, str]]:
    return [(turn.speaker.label, turn.role.value, turn.text) for turn in read(*paragraphs, title=title).turns]


@pytest.mark.parametrize(
    "label",
    [
        "CCTV",
        "AFP",
        "The Paper",
        "Shenzhen TV",
        "China News Service",
        "Xinhua News Agency",
        "Hubei Media Group",
        "People’s Daily",
        "Prasar Bharati",
        "U.S. News",
        "Q",
        "Question 2",
    ],
)
@pytest.mark.parametrize("bold", ["whole", "label", "label and no colon in it", "none"])
def test_a_question_is_told_in_bold_and_without(label: str, bold: str) -> None:
    question = {
        "whole": f"<strong>{label}: Is the strait open?</strong>",
        "label": f"<strong>{label}:</strong> Is the strait open?",
        "label and no colon in it": f"<b>{label}</b>: Is the strait open?",
        "none": f"{label}: Is the strait open?",
    }[bold]
    turns = read(
        "Good afternoon.", question, "Shen Ruoxi: It is: both lanes.", question, "Shen Ruoxi: It still is."
    ).turns
    assert [turn.speaker.label for turn in turns] == [None, label, "Shen Ruoxi", label, "Shen Ruoxi"]
    assert [turn.role.value for turn in turns][1:3] == ["journalist", "spokesperson"]
    assert turns[1].text == "Is the strait open?"
    assert turns[1].speaker.institution == (None if label.startswith("Q") else label)


@pytest.mark.parametrize(
    "label",
    [
        "Shen Ruoxi",
        "Shen  Ruoxi ",
        "Foreign Ministry Spokesperson Shen Ruoxi",
        "Spokesperson Shen Ruoxi",
        "Shen Ruoix",
        "Sheng Ruoxi",
        "ShenRuoxi",
        "Shen Ruoxi (smiling)",
        "A",
        "The Spokesperson",
    ],
)
@pytest.mark.parametrize("colon", [":", "：", " : "])
def test_the_spokesperson_is_known_however_the_label_is_written(label: str, colon: str) -> None:
    answer = read("<strong>AFP: Is it open?</strong>", f"{label}{colon}It is.").turns[1]
    assert (answer.speaker.name, answer.role, answer.text) == ("Shen Ruoxi", Role.SPOKESPERSON, "It is.")
    assert answer.speaker.title == "Foreign Ministry Spokesperson"
    assert answer.speaker.label == " ".join(label.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "We hold three principles: openness, patience and charts.",
        "First: the costs are shared.",
        "One China: that is the principle.",
        "The Global Security Initiative: this is what we stand for.",
        "The Universal Periodic Review: China took part in it.",
        "The ferry left at 10:30 and came back at 11:45.",
        "See https://www.example.org/charts for more.",
        "Let me say this: why would anybody ask?",
        "“Morning Star”: so the ferry is called.",
        "<strong>Second,</strong> the lamps will be lit.",
        "<strong>On Kalder</strong> we have said enough.",
    ],
)
@pytest.mark.parametrize("bold", [True, False])
def test_a_sentence_with_a_colon_is_nobodys_label(sentence: str, bold: bool) -> None:
    questions = ["AFP: Is it open?", "Reuters: And the lamps?"]
    first, second = [f"<strong>{question}</strong>" for question in questions] if bold else questions
    labels = [label for label, _, _ in spoken(first, "Shen Ruoxi: Yes.", sentence, second, "Shen Ruoxi: Soon.")]
    assert labels == ["AFP", "Shen Ruoxi", "Reuters", "Shen Ruoxi"]


@pytest.mark.parametrize(
    ("label", "house"),
    [
        ("A follow-up question", None),
        ("Follow-up", None),
        ("Follow up question", None),
        ("A follow-up question from AFP", "AFP"),
        ("AFP follow-up", "AFP"),
    ],
)
def test_a_follow_up_is_a_question(label: str, house: str | None) -> None:
    turn = read(
        "<strong>AFP: Is it open?</strong>", "Shen Ruoxi: Yes.", f"{label}: Since when?", "Shen Ruoxi: Noon."
    ).turns[2]
    assert (turn.speaker.label, turn.speaker.institution, turn.role) == (label, house, Role.JOURNALIST)


@pytest.mark.parametrize(
    "question",
    [
        "<strong>Reuters: Is it open?</strong> (Similar questions from Bloomberg, AFP, and PTI)",
        "<strong>Reuters: Is it open?</strong><br>(Similar questions were raised by Bloomberg, AFP and PTI)",
        "<strong>Reuters (Similar questions from Bloomberg, AFP and PTI): Is it open?</strong>",
    ],
)
def test_who_asked_alike_asked_too(question: str) -> None:
    asked, answered = read(question, "Shen Ruoxi: Yes.").turns
    assert asked.speaker.institution == "Reuters, Bloomberg, AFP, PTI"
    assert answered.text == "Yes."


@pytest.mark.parametrize("label", ["AFP/Reuters", "AFP, Reuters"])
def test_houses_that_ask_together(label: str) -> None:
    assert read(f"<b>{label}: Is it open?</b>", "Shen Ruoxi: Yes.").turns[0].speaker.institution == "AFP, Reuters"


def test_several_turns_in_one_paragraph() -> None:
    assert spoken(
        "<b>Q: Is it open?</b><br><br>A: Yes.<br><br>Both lanes.<br><br><b>Q: Since when?</b><br>A: Noon."
    ) == [
        ("Q", "journalist", "Is it open?"),
        ("A", "spokesperson", "Yes.\nBoth lanes."),
        ("Q", "journalist", "Since when?"),
        ("A", "spokesperson", "Noon."),
    ]


def test_type_tells_a_question_and_an_answer_that_lost_their_labels() -> None:
    assert spoken(
        "<b>AFP: Is it open?</b>", "Yes.", "Both lanes.", "<b>Since when?</b>", "Shen Ruoxi: Since noon."
    ) == [
        ("AFP", "journalist", "Is it open?"),
        (None, "spokesperson", "Yes.\nBoth lanes."),
        (None, "journalist", "Since when?"),
        ("Shen Ruoxi", "spokesperson", "Since noon."),
    ]


def test_a_question_in_two_paragraphs_stays_one() -> None:
    question = ("<b>AFP: The strait is said to be closed.</b>", "<b>Is it? And who closed it?</b>")
    assert spoken(*question, "Shen Ruoxi: Nobody.")[0] == (
        "AFP",
        "journalist",
        "The strait is said to be closed.\nIs it? And who closed it?",
    )


def test_an_answer_without_a_question_is_a_warning() -> None:
    reading = read("CCTV: Is it open?", "Shen Ruoxi: Yes.", "who closed it", "Shen Ruoxi: Nobody.")
    assert "label was not recognised" in reading.warnings[0]


@pytest.mark.parametrize(
    "divider",
    [
        "The following question was raised after the press conference:",
        "(The following question was raised after the regular press conference.)",
        "***After the press conference, Shen Ruoxi took one more question:",
    ],
)
def test_what_was_asked_after_the_conference(divider: str) -> None:
    reading = read("<b>AFP: Is it open?</b>", "Shen Ruoxi: Yes.", divider, "<b>Q: Still?</b>", "A: Still.")
    assert [turn.text for turn in reading.turns] == ["Is it open?", "Yes.", "Still?", "Still."]
    assert reading.notes == (divider,)


def test_a_question_told_after_the_conference() -> None:
    asked = "After the press conference, a journalist from Reuters asked: Is it still open?"
    turn = read("<b>AFP: Is it open?</b>", "Shen Ruoxi: Yes.", asked, "Shen Ruoxi: Still.").turns[2]
    assert (turn.role, turn.speaker.institution, turn.text) == (Role.JOURNALIST, "Reuters", "Is it still open?")


def test_what_follows_asterisks_is_nobodys_in_person() -> None:
    *_, last = read("<b>AFP: Open?</b>", "Shen Ruoxi: Yes.", "**********", "The next conference is on Monday.").turns
    assert (last.speaker.label, last.speaker.name, last.role) == (None, None, Role.UNKNOWN)


@pytest.mark.parametrize(
    ("title", "name", "role"),
    [
        ("Foreign Ministry Spokesperson’s Remarks on the Strait", None, Role.SPOKESPERSON),
        ("Foreign Ministry Spokesperson Remarks on the Strait", None, Role.SPOKESPERSON),
        ("Foreign Ministry Spokesperson Answers Questions on the Strait", None, Role.SPOKESPERSON),
        ("Foreign Ministry Spokesperson Shen Ruoxi's Remarks on the Strait", "Shen Ruoxi", Role.SPOKESPERSON),
        ("Remarks by Foreign Ministry Spokesperson Shen Ruoxi on the Strait", "Shen Ruoxi", Role.SPOKESPERSON),
        ("Foreign Ministry Spokesperson Li Xi’an’s Remarks on the Strait", "Li Xi’an", Role.SPOKESPERSON),
        ("Statement of the Ministry of Foreign Affairs on the Strait", None, Role.OFFICIAL),
    ],
)
def test_a_statement_without_labels_is_the_spokespersons(title: str, name: str | None, role: Role) -> None:
    (turn,) = read("China has noted the reports: the strait is open.", "It will stay so.", title=title).turns
    assert (turn.speaker.label, turn.speaker.name, turn.role) == (None, name, role)
    assert turn.text == "China has noted the reports: the strait is open.\nIt will stay so."


def test_a_label_names_the_spokesperson_where_the_title_does_not() -> None:
    remarks = "Foreign Ministry Spokesperson’s Remarks on the Strait"
    answer = read("Q: Is it open?", "Shen Ruoxi: It is.", title=remarks).turns[1].speaker
    assert (answer.name, answer.title) == ("Shen Ruoxi", "Foreign Ministry Spokesperson")


def test_another_of_the_ministry_speaks_too() -> None:
    html = page(
        "Mao Ning: Let me introduce my colleague.",
        "Shen Ruoxi: Thank you.",
        "<b>AFP: Welcome. Is it open?</b>",
        "Foreign Minister Wei Lan: Let me answer that.",
    )
    first, _, _, last = read_page(SOURCE, html, URL, sha256="0" * 64).turns
    assert (first.speaker.name, first.text) == ("Mao Ning", "Let me introduce my colleague.")
    assert (last.speaker.name, last.speaker.title, last.role) == ("Wei Lan", "Foreign Minister", Role.OFFICIAL)


def test_who_introduces_the_spokesperson_asks_nothing() -> None:
    """Without bold type an introduction stands where a question does: right before the spokesperson's label."""
    labels = spoken("Mao Ning: Friends, welcome.", "Shen Ruoxi: Thank you.", "AFP: Is it open?", "Shen Ruoxi: Yes.")
    assert [role for _, role, _ in labels] == ["official", "spokesperson", "journalist", "spokesperson"]


def test_a_question_whose_bold_was_forgotten_is_still_one() -> None:
    labels = spoken("<b>AFP: Is it open?</b>", "Shen Ruoxi: Yes.", "Kalder Nya: Since when?", "Shen Ruoxi: Noon.")
    assert labels[2] == ("Kalder Nya", "journalist", "Since when?")


@pytest.mark.parametrize(
    ("title", "updated", "url", "day", "warned"),
    [
        (CONFERENCE, UPDATED, URL, "2025-10-15", None),
        (CONFERENCE, "Updated: October 16, 2025 01:12", URL, "2025-10-15", None),
        (CONFERENCE, "Updated: May 30, 2026 10:00", URL, "2025-10-15", "2026-05-30"),
        (CONFERENCE, "Updated: October 14, 2025 10:00", URL, "2025-10-15", "2025-10-14"),
        (CONFERENCE, "2025-10-21 16:54", MIRROR, "2025-10-15", None),
        (CONFERENCE, "2025-12-21 16:54", MIRROR, "2025-10-15", "2025-12-21"),
        (CONFERENCE, "", URL, "2025-10-15", None),
        (CONFERENCE.replace(" 15,", "15,"), UPDATED, URL, "2025-10-15", None),
        (CONFERENCE.replace(", 2025", ""), UPDATED, URL, "2025-10-15", "without its year"),
        (
            "Foreign Ministry Spokesperson’s Remarks on Fog",
            "Updated: October 18, 2025 9:00",
            URL,
            "2025-10-15",
            "no day",
        ),
        (
            "Foreign Ministry Spokesperson’s Remarks on Fog",
            "Updated: October 11, 2025 9:00",
            URL,
            "2025-10-11",
            "no day",
        ),
    ],
)
def test_the_titles_day_counts(title: str, updated: str, url: str, day: str, warned: str | None) -> None:
    reading = read("Shen Ruoxi: Good.", title=title, updated=updated, url=url)
    assert reading.date == date.fromisoformat(day)
    assert bool(reading.warnings) is bool(warned)
    assert warned is None or warned in reading.warnings[0]


def test_a_sentence_that_says_when_it_was_held_stands_above_the_text() -> None:
    held = "On October 15, 2025, Foreign Ministry Spokesperson Shen Ruoxi held a press conference."
    reading = read(
        held, "Q: Is it open?", "A: Yes.", title="Foreign Ministry Spokesperson's Press Conference", updated=""
    )
    assert (reading.heading, reading.date, len(reading.turns)) == ((held,), date(2025, 10, 15), 2)


@pytest.mark.parametrize(
    ("html", "missing"),
    [
        (page("Shen Ruoxi: Good.").replace("content_text", "body").replace("TRS_UEDITOR", "x"), "content_text"),
        ("<div class='content_text'><p>A: Good.</p></div>", "news_header_title"),
        (page("A: Good.", title="Foreign Ministry Spokesperson’s Remarks on Fog", updated=""), "day"),
    ],
)
def test_a_changed_template_is_told(html: str, missing: str) -> None:
    with pytest.raises(TemplateChanged, match=missing):
        parse(html, "https://www.mfa.gov.cn/mfa_eng/xwfw_665399/s2510_665401/t1687014.shtml")


@pytest.mark.parametrize(
    ("title", "paragraph"),
    [
        ("Adjournment of the Regular Press Conference", "It will resume on October 8."),
        ("Harbour Ministers Meet in Qingdao", "They met on October 13."),
        (CONFERENCE, '<img src="1.jpg">'),
    ],
)
def test_a_page_on_which_nobody_speaks_is_no_transcript(title: str, paragraph: str) -> None:
    with pytest.raises(NotATranscript):
        read(paragraph, title=title)


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (URL, True),
        (URL.replace("www.mfa", "www.fmprc"), True),
        ("https://www.mfa.gov.cn/mfa_eng/xw/fyrbt/202506/t20250617_11651839.html", True),
        ("https://www.fmprc.gov.cn/mfa_eng/xwfw_665399/s2510_665401/2511_665403/t1793861.shtml", True),
        ("https://www.fmprc.gov.cn/eng/xwfw_665399/s2510_665401/2511_665403/202404/t20240415_11282016.html", True),
        ("https://www.fmprc.gov.cn/eng/xwfw/s2510/2511/t717494.htm", True),
        ("https://www.mfa.gov.cn/ce/cgcebu//eng/fyrth/t1877351.htm", True),
        (MIRROR, True),
        ("http://sb.china-embassy.gov.cn/eng/fyrth_17/202302/t20230202_11018861.htm", True),
        ("http://ss.china-embassy.gov.cn/eng/spokersperson/202309/t20230919_11145357.htm", True),
        ("http://chiangmai.china-consulate.gov.cn/eng/fyrth/202405/t20240508_11301249.htm", True),
        ("http://ps.china-office.gov.cn/eng/wjbfyrth/202108/t20210824_9071736.htm", True),
        ("https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/index_1.html", False),
        ("https://www.mfa.gov.cn/eng/xw/zyxw/202510/t20251013_11732000.html", False),
        ("https://www.mfa.gov.cn/web/wjdt_674879/fyrbt_674889/202304/t20230403_90000001.shtml", False),
        ("http://kd.china-embassy.gov.cn/eng/sgxw/202510/t20251021_19000009.htm", False),
        ("http://kd.china-embassy.gov.cn/fra/fyrth/202510/t20251021_19000009.htm", False),
        ("http://china-embassy.gov.cn.example.org/eng/fyrth/202510/t20251021_19000009.htm", False),
    ],
)
def test_its_addresses(url: str, own: bool) -> None:
    assert (source_of(url) is SOURCE) is own
    assert SOURCE.is_mirror(MIRROR)
    assert not SOURCE.is_mirror(URL)


def test_a_listing_gives_only_what_is_the_spokespersons() -> None:
    html = (
        '<div class="news_list"><a href="./202510/t20251015_1.html">Remarks on Fog</a><span>2025-10-15</span>'
        '<a href="/eng/xw/zyxw/202510/t20251014_2.html">Ministers Meet</a></div>'
    )
    (entry,) = read_listing(html, "https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/").entries
    assert (entry.url, entry.day) == ("https://www.mfa.gov.cn/eng/xw/fyrbt/lxjzh/202510/t20251015_1.html", None)


def test_a_translation_is_marked_as_one() -> None:
    transcript = read_page(SOURCE, page("Shen Ruoxi: Good."), URL, sha256="0" * 64)
    assert (transcript.fidelity, transcript.language) == (Fidelity.TRANSLATED, "en")


@pytest.mark.parametrize("saved", sorted((PAGES / SOURCE.id).glob("[!0-9]*.html")), ids=lambda file: file.stem)
def test_every_word_of_a_saved_page_is_in_its_reading(saved: Path) -> None:
    html = decode(saved.read_bytes())
    body = soup_of(html).select_one(".content_text, .content_mod .content, .TRS_UEDITOR")
    assert body is not None
    shown = Counter(re.findall(r"\w+", " ".join(paragraph.text for paragraph in paragraphs(body))))
    reading = parse(html, golden_of(saved)["url"])
    labels = [turn.speaker.label or "" for turn in reading.turns]
    kept = " ".join([*reading.heading, *reading.notes, *labels, *(turn.text for turn in reading.turns)])
    assert Counter(re.findall(r"\w+", kept)) == shown

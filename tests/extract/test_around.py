"""What is read of a few hundred characters around one quotation: what they say, and nothing that they do not."""

from __future__ import annotations

import time

import pytest

from quotes.extract import read_around

QUOTE = "We will never harm the interests of anybody at all"
WEDGE = "misinformed, invented, or designed to drive a wedge"
LEAD = (
    "China on Tuesday brushed aside the suggestion that a box of stones had cost it the loyalty of a neighbour. The "
    "accounts, its foreign ministry said, were"
)


@pytest.mark.parametrize(
    ("language", "before", "after", "speaker", "day"),
    [
        ("en", "Anna Berg, the harbour minister, told reporters on Friday:", "", "Anna Berg", "Friday"),
        ("en", "", ", Anna Berg said on Friday. Others left on Monday.", "Anna Berg", "Friday"),
        (
            "en",
            "",
            "said Mr. Tobias Renn of the U.S. Army on Friday. Anna Berg disagreed on Monday.",
            "Tobias Renn",
            "Friday",
        ),
        ("en", "The plan is dead.\n", ", Renn said.", "Renn", None),
        (
            "en",
            "The ministry brushed the report aside on Monday. ",
            ", the spokesperson said.",
            "spokesperson",
            "Monday",
        ),
        (
            "de",
            "Das Ministerium schwieg.",
            "sagte die Sprecherin Anna Berg am Freitag in Kiel. Andere",
            "Anna Berg",
            "Freitag",
        ),
        ("es", "El gobierno habló.", "dijo la portavoz Anna Berg el viernes. Otros", "Anna Berg", "viernes"),
        (
            "fr",
            "Le ministère a parlé.",
            "a déclaré vendredi la porte-parole Anna Berg. Les autres",
            "Anna Berg",
            "vendredi",
        ),
        ("zh", "外交部发言人林剑周一表示：", "。他还说，友谊坚如磐石。", "林剑", "周一"),
    ],
)
def test_who_and_when_as_the_sentence_says(
    language: str, before: str, after: str, speaker: str | None, day: str | None
) -> None:
    claim = read_around("我们不会伤害任何人的利益" if "林剑" in before else QUOTE, before, after, language).as_claim()
    assert (claim.speaker, claim.date) == (speaker, day)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Bob Smith said that the weather was bad.", "Then the minister left. Anna Berg said it was fine."),
        ("“It was a lie,” Anna Berg said on Monday.", ""),
        ("It was signed by Bob Smith on Monday.\n", "\nAnna Berg disagreed."),
        ("Harbour minister Anna Berg resigns\n", ""),
        # Begins amid a sentence that was cut off: who told reporters is not known to be the president.
        (f"who had been an aide to President Anna Berg and a friend of many, {'and of many more, ' * 9}told them:", ""),
    ],
)
def test_somebody_near_by_is_not_claimed(before: str, after: str) -> None:
    claim = read_around(QUOTE, before, after).as_claim()
    assert (claim.speaker, claim.date) == (None, None)


def test_he_is_nobody_yet() -> None:
    """Whoever was named last need not be meant: the page before may have named another."""
    claim = read_around(QUOTE, "Bob Smith said that the weather was bad.", "he said on Friday.")
    assert (claim.printed, claim.as_claim().speaker, claim.date) == ("he", None, "Friday")


def test_an_office_is_not_given_the_name_of_whoever_stands_near() -> None:
    claim = read_around(WEDGE, LEAD, ". Spokesperson Lin Jian had been asked whether stones were sold.")
    assert (claim.as_claim().speaker, claim.date) == ("foreign ministry", "Tuesday")
    claim = read_around(QUOTE, "Bob Smith left. The minister said:", "")
    assert claim.as_claim().speaker == "minister"


@pytest.mark.parametrize("who", ["Lin Jian said", "the Chinese foreign ministry said"])
def test_a_day_of_somebody_else_is_not_theirs(who: str) -> None:
    assert read_around(QUOTE, "The White House denied it on Tuesday.", f", {who}.").date is None


def test_a_day_of_their_own_in_the_sentence_before_is() -> None:
    assert read_around(QUOTE, "Lin spoke to reporters on Tuesday.", ", Lin said.").date == "Tuesday"


def test_marks_and_length_of_the_quotation_do_not_matter() -> None:
    for quote in (f"He called it “a {QUOTE}”, and", f"{QUOTE}\n“{QUOTE}", " ".join([QUOTE] * 600)):
        assert read_around(quote, "Anna Berg, the minister, said:", "").speaker == "Anna Berg"


def test_what_broke_a_quotation_names_its_speaker() -> None:
    """“…,” Lin said. “…”: the words between are sent first behind it."""
    assert read_around(QUOTE + ".", "The samples were asked about.", ", Lin said. Anybody").as_claim().speaker == "Lin"


def test_a_page_of_context_takes_a_millisecond_at_most() -> None:
    """The best of a few: a busy machine only ever adds."""
    before = (
        "The two countries are good friends. " * 9 + "China on Tuesday said it again, and its spokesperson said:"
    )[-300:]
    after = (", Anna Berg, the harbour minister, said on Friday, and Bob Smith of the Harbour Board agreed" * 4)[:300]
    taken = []
    for _ in range(20):
        began = time.perf_counter()
        read_around(QUOTE, before, after, "en")
        taken.append(time.perf_counter() - began)
    print(f"milliseconds: {1_000 * min(taken):.2f} at best, {1_000 * sorted(taken)[10]:.2f} at the median")
    assert min(taken) <= 0.001

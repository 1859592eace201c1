"""Every form in which articles print direct quotations, and what only looks like one."""

from __future__ import annotations

import pytest

from quotes.extract import read_text
from quotes.model import QuotationKind


def speech(text: str, language: str | None = None) -> list[list[str]]:
    """The pieces of each quotation that is speech."""
    article = read_text(text, language=language)
    return [
        [article.text[start:end] for start, end in quotation.spans]
        for quotation in article.quotations
        if quotation.kind is QuotationKind.SPEECH
    ]


FORMS = [
    ("curly", "“We will stay the course,” Ana Berg said.", [["We will stay the course,"]]),
    ("straight", '"We will stay the course," Ana Berg said.', [["We will stay the course,"]]),
    ("mixed in one quotation", '“We will stay the course," Ana Berg said.', [["We will stay the course,"]]),
    ("a closing mark opens", "”We will stay the course,” Ana Berg said.", [["We will stay the course,"]]),
    ("an opening mark closes", "“We will stay the course,“ Ana Berg said.", [["We will stay the course,"]]),
    ("doubled", '""We will stay the course,"" Ana Berg said.', [["We will stay the course,"]]),
    ("doubled, one of them curly", '“"We will stay the course,"” Ana Berg said.', [["We will stay the course,"]]),
    ("TeX", "``We will stay the course,'' Ana Berg said.", [["We will stay the course,"]]),
    ("closing mark missing", "“We will stay the course, Ana Berg said.", [["We will stay the course"]]),
    ("opening mark missing", "We will stay the course,” Ana Berg said.", [["We will stay the course,"]]),
    (
        "missing in one paragraph, whole in the next",
        '"We will stay, said Ana Berg.\n\nShe went in.',
        [["We will stay"]],
    ),
    (
        "British",
        "‘We’ll stay the course, and the ministers’ plan won’t,’ Ana Berg said.",
        [["We’ll stay the course, and the ministers’ plan won’t,"]],
    ),
    ("straight singles", "'We'll stay the course,' Ana Berg said.", [["We'll stay the course,"]]),
    ("guillemets", "« Nous tiendrons le cap », a dit Ana Berg.", [["Nous tiendrons le cap"]]),
    ("guillemets turned round", "»Wir bleiben auf Kurs«, sagte Ana Berg.", [["Wir bleiben auf Kurs"]]),
    ("low and high", "„Wir bleiben auf Kurs“, sagte Ana Berg.", [["Wir bleiben auf Kurs"]]),
    ("low and high closing", "„Wir bleiben auf Kurs”, sagte Ana Berg.", [["Wir bleiben auf Kurs"]]),
    ("single low", "‚Wir bleiben auf Kurs‘, sagte Ana Berg.", [["Wir bleiben auf Kurs"]]),
    ("single guillemets", "‹Wir bleiben auf Kurs›, sagte Ana Berg.", [["Wir bleiben auf Kurs"]]),
    ("corners", "發言人林若川表示：「我們不會改變。」", [["我們不會改變。"]]),
    ("corners nested", "發言人林若川表示：「他說『不會』，就是不會。」", [["他說『不會』，就是不會。"]]),
    ("nested", "“He told me ‘never again’ and left,” Ana Berg said.", [["He told me ‘never again’ and left,"]]),
    ("nested in equal marks", "Ana Berg said: “who say “maybe” or “no” to us”.", [["who say “maybe” or “no” to us"]]),
    ("nested at the end", "“He told me, ‘Never again,’” Ana Berg said.", [["He told me, ‘Never again,’"]]),
    (
        "broken by its speaker",
        "“We will stay,” Ana Berg said, “as long as it takes.”",
        [["We will stay,", "as long as it takes."]],
    ),
    ("two sentences", "“We will stay,” Ana Berg said. “It may take long.”", [["We will stay,"], ["It may take long."]]),
    (
        "speaker within the marks",
        "« Nous resterons, a dit Ana Berg, aussi longtemps qu’il faudra. »",
        [["Nous resterons", "aussi longtemps qu’il faudra."]],
    ),
    (
        "speaker between dashes",
        "«Nos quedaremos —dijo Ana Berg—, cueste lo que cueste».",
        [["Nos quedaremos", "cueste lo que cueste"]],
    ),
    (
        "paragraphs",
        "“We stay,” said Ana Berg. “We stay long.\n\n“We stay for good.”",
        [["We stay,"], ["We stay long.", "We stay for good."]],
    ),
    (
        "dialogue in French",
        "– Vous partez ? a demandé Ana Berg.\n\n– Non, a répondu M. Roux.",
        [["Vous partez ?"], ["Non"]],
    ),
    (
        "dialogue in Spanish",
        "—¿Se van ustedes? —preguntó Ana Berg.\n\n—No —respondió Luis Roca—. Nos quedamos.",
        [["¿Se van ustedes?"], ["No"], ["Nos quedamos."]],
    ),
    (
        "fragments",
        "Ana Berg called the plan “a gift to nobody” and vowed to “bury it deep”.",
        [["a gift to nobody"], ["bury it deep"]],
    ),
]


@pytest.mark.parametrize(("text", "pieces"), [form[1:] for form in FORMS], ids=[form[0] for form in FORMS])
def test_form(text: str, pieces: list[list[str]]) -> None:
    assert speech(text) == pieces


NO_SPEECH = [
    ("apostrophes", "The fishermen's nets and the ministers' plans aren't the '90s' fault."),
    ("measures", 'The stick is 6\'2" long and the lamp 14" across.'),
    ("so-called", "The so-called “soup rebellion” of March was over in a day."),
    ("term", "The word ‘genocide’ was coined in the twentieth century."),
    ("term with a speaker", "The word “gauge”, Ana Berg noted, is an old one."),
    ("title of a book", "Her novel “The Low Tide” won a prize in May."),
    ("title of a film behind it", "“The Low Tide”, a film by Ana Berg, opens on Friday."),
    ("those who speak", "The “experts” said nothing when the lamp failed."),
    ("book marks", "小说《退潮》去年获奖。"),
    ("list", "Shopping:\n\n– bread\n\n– salt"),
]


@pytest.mark.parametrize("text", [text for _, text in NO_SPEECH], ids=[name for name, _ in NO_SPEECH])
def test_no_speech(text: str) -> None:
    assert speech(text) == []


def test_a_quotation_inside_a_title_is_one_of_its_own() -> None:
    article = read_text("The pamphlet “Anna Berg: ‘We will never yield to the sea’” was printed twice.")
    assert [(quotation.kind, quotation.text) for quotation in article.quotations] == [
        (QuotationKind.TITLE, "Anna Berg: ‘We will never yield to the sea’"),
        (QuotationKind.SPEECH, "We will never yield to the sea"),
    ]
    assert article.quotations[1].claim.speaker == "Anna Berg"

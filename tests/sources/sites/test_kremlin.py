"""President of Russia: what the saved pages do not show."""

from __future__ import annotations

import pytest

from quotes.errors import NotATranscript, TemplateChanged
from quotes.model import Fidelity, Role
from quotes.sources.registry import source_of
from quotes.sources.sites.kremlin import SOURCE, parse, read_listing
from quotes.sources.transcripts import read_page

ENGLISH = "http://en.kremlin.ru/events/president/transcripts/99012"
RUSSIAN = "http://kremlin.ru/events/president/transcripts/99012"


def page(body: str, title: str = "Meeting on the ferry", day: str = 'datetime="2019-10-08"', top: str = "") -> str:
    return (
        f'<article><h1 class="entry-title p-name">{title}</h1><time class="read__published" {day}>day</time>{top}'
        f'<div class="entry-content e-content read__internal_content">{body}</div></article>'
    )


def test_an_office_goes_with_the_name_it_introduces() -> None:
    body = (
        "<p><b>Minister of Transport Anna Leskova:</b> In May.</p><p><b>Anna Leskova:</b> Or June.</p>"
        "<p><b>President of South Africa:</b> Good.</p><p><b>Crown Prince Faisal bin Turki:</b> Very.</p>"
    )
    assert [(turn.speaker.name, turn.speaker.title) for turn in parse(page(body), ENGLISH).turns] == [
        ("Anna Leskova", "Minister of Transport"),
        ("Anna Leskova", "Minister of Transport"),
        (None, None),
        (None, None),
    ]


@pytest.mark.parametrize("label", ["<b>Вопрос:</b>", "<b>Вопрос</b>:", "Вопрос:", "<strong>Вопрос: </strong>"])
def test_the_colon_is_in_bold_or_not(label: str) -> None:
    (turn,) = parse(page(f"<p>{label} Когда?</p>"), RUSSIAN).turns
    assert (turn.speaker.label, turn.role, turn.text) == ("Вопрос", Role.JOURNALIST, "Когда?")


def test_a_sentence_in_bold_and_one_with_a_colon_are_no_labels() -> None:
    body = "<p><b>В.Путин:</b> Да.</p><p><b>Это важно.</b> И вот почему: лёд.</p><p>Скажу так: рано.</p>"
    (turn,) = parse(page(body), RUSSIAN).turns
    assert turn.text == "Да.\nЭто важно. И вот почему: лёд.\nСкажу так: рано."


def test_whoever_is_named_without_office_in_an_interview_may_be_asking() -> None:
    body = "<p><b>Т.Квилл:</b> Когда?</p><p><b>В.Путин:</b> В мае.</p>"
    roles = [turn.role for turn in parse(page(body, "Интервью телеканалу «Прилив»"), RUSSIAN).turns]
    assert roles == [Role.UNKNOWN, Role.OFFICIAL]
    assert [turn.role for turn in parse(page(body), RUSSIAN).turns] == [Role.OFFICIAL, Role.OFFICIAL]


def test_the_host_tells_the_language_and_what_the_text_is() -> None:
    body = "<p><b>Question:</b> When?</p>"
    english, russian = parse(page(body), ENGLISH), parse(page(body), RUSSIAN)
    assert (english.language, english.fidelity) == ("en", Fidelity.TRANSLATED)
    assert (russian.language, russian.fidelity) == ("ru", Fidelity.NEAR_VERBATIM)


def test_the_president_is_named_in_full() -> None:
    transcript = read_page(SOURCE, page("<p><b>В. Путин:</b> Да.</p>"), RUSSIAN, sha256="0")
    assert (transcript.turns[0].speaker.label, transcript.turns[0].speaker.name) == ("В. Путин", "Владимир Путин")
    assert transcript.institution == "Президент России"


def test_a_page_without_labels_is_a_report() -> None:
    with pytest.raises(NotATranscript, match="own report"):
        parse(page("<p>The President visited the harbour.</p><p>He left at noon.</p>"), ENGLISH)


@pytest.mark.parametrize(
    ("html", "missing"),
    [
        (page("<p><b>Question:</b> When?</p>").replace("entry-title", "title"), "h1.entry-title"),
        (page("<p><b>Question:</b> When?</p>").replace("read__published", "date"), "time.read__published"),
        (page("<p><b>Question:</b> When?</p>").replace("read__internal_content", "text"), "read__internal_content"),
        (page("<p><b>Question:</b> When?</p>", day=""), "datetime"),
        (page("<div><p><b>Question:</b> When?</p></div>"), "paragraphs"),
    ],
    ids=["title", "day", "text", "datetime", "paragraphs"],
)
def test_a_changed_template_says_what_is_missing(html: str, missing: str) -> None:
    with pytest.raises(TemplateChanged, match=missing):
        parse(html, ENGLISH)


def test_a_text_that_goes_on_elsewhere_is_reported() -> None:
    top = '<a href="/events/president/transcripts/99012/page/2">2</a>'
    warnings = parse(page("<p><b>Question:</b> When?</p>", top=top), ENGLISH).warnings
    assert warnings == ("the text goes on at /events/president/transcripts/99012/page/2, which is not read",)


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        (ENGLISH, True),
        (RUSSIAN, True),
        ("http://www.kremlin.ru/events/president/transcripts/press_conferences/99012", False),
        ("http://en.kremlin.ru/events/president/transcripts/press-statements/99012", True),
        ("http://en.kremlin.ru/events/president/transcripts/99012/photos", False),
        ("http://en.kremlin.ru/events/president/news/99012", False),
        ("http://en.kremlin.ru/events/president/transcripts", False),
    ],
)
def test_addresses_of_its_own(url: str, owned: bool) -> None:
    assert (source_of(url) is SOURCE) is owned


def test_listings_go_on_by_number_until_one_is_empty() -> None:
    entry = f'<div class="hentry_event"><h3><a href="{ENGLISH}">Meeting</a></h3></div>'
    listing = "http://kremlin.ru/events/president/transcripts"
    assert read_listing(entry, f"{listing}/page/4").older == f"{listing}/page/5"
    assert read_listing("<p>Nothing here</p>", f"{listing}/page/5").older is None

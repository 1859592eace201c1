"""US State Department: what the saved pages do not show, and the real texts that lie beside the checkout."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from quotes.errors import ChallengePage, NotATranscript, TemplateChanged
from quotes.html import decode, soup_of
from quotes.model import Role
from quotes.sources.registry import source_of
from quotes.sources.sites.us_state import SOURCE, parse, read_listing
from quotes.sources.source import Reading
from quotes.sources.transcripts import read_page

BRIEFING = "https://www.state.gov/briefings/department-press-briefing-march-14-2023/"
REMARKS = "https://www.state.gov/remarks-on-the-harbor-at-port-calder/"


def page(
    body: str,
    title: str = "Remarks on the Harbor",
    published: str = "March 14, 2023",
    kind: str = "Remarks",
    by: str = "",
) -> str:
    return (
        f"<html><head><title>{title} - United States Department of State</title></head><body><main>"
        f'<p class="article-meta doctype-meta">{kind}</p><h1 class="featured-content__headline">{title}</h1>'
        f'<div class="article-meta"><p class="article-meta__author-bureau">{by}</p>'
        f'<p class="article-meta__publish-date">{published}</p></div>'
        f'<div class="entry-content">{body}</div></main></body></html>'
    )


def said(reading: Reading) -> list[tuple[str | None, str]]:
    return [(turn.speaker.label, turn.text) for turn in reading.turns]


def test_a_label_may_have_lost_its_bold_type() -> None:
    reading = parse(page("<p>MR ASHDOWN: Hello.</p><p>QUESTION: Why now?</p>"), REMARKS)
    assert said(reading) == [("MR ASHDOWN", "Hello."), ("QUESTION", "Why now?")]


def test_capitals_before_a_colon_in_plain_type_are_no_label() -> None:
    body = "<p><b>MS MARLOW:</b> There are two lists.</p><p>VESSEL FLAG: Veldania.</p><p>NOTE WELL: both are long.</p>"
    assert said(parse(page(body), REMARKS)) == [
        ("MS MARLOW", "There are two lists.\nVESSEL FLAG: Veldania.\nNOTE WELL: both are long.")
    ]


def test_an_anchor_or_a_space_in_bold_before_the_label_is_not_part_of_it() -> None:
    body = '<p><strong>&nbsp;</strong><a id="post-1-IRAN"></a><strong>QUESTION:&nbsp;&nbsp;</strong>On the ferry?</p>'
    assert said(parse(page(body), REMARKS)) == [("QUESTION", "On the ferry?")]


def test_a_label_may_stand_alone_before_its_words() -> None:
    body = "<p><b>SECRETARY WARD:</b></p><p>Thank you.</p><p><b>QUESTION:</b> For what?</p>"
    assert said(parse(page(body), REMARKS)) == [("SECRETARY WARD", "Thank you."), ("QUESTION", "For what?")]


def test_a_first_sentence_that_speaks_of_attribution_is_the_moderators() -> None:
    body = (
        "<p>Office of the Spokesperson</p><p>Via Teleconference</p>"
        "<p><b>MODERATOR:</b> This call is on background, attributable to senior officials. Go ahead:</p>"
        "<p><b>SENIOR STATE DEPARTMENT OFFICIAL ONE:</b> Thanks.</p>"
    )
    reading = parse(page(body), REMARKS)
    assert [(turn.speaker.label, turn.role) for turn in reading.turns] == [
        ("MODERATOR", Role.MODERATOR),
        ("SENIOR STATE DEPARTMENT OFFICIAL ONE", Role.OFFICIAL),
    ]
    assert reading.place == "Via Teleconference"


@pytest.mark.parametrize(
    ("line", "time", "place", "authors"),
    [
        ("2:12 p.m. EDT", "2:12 p.m. EDT", None, ""),
        ("11:05 A.M. LOCAL", "11:05 A.M. LOCAL", None, ""),
        ("Washington, D.C.", None, "Washington, D.C.", ""),
        ("Ministry of Foreign Affairs, Port Calder", None, "Ministry of Foreign Affairs, Port Calder", ""),
        ("Via Teleconference", None, "Via Teleconference", ""),
        (
            "Dana Okoro, Assistant SecretaryBureau of Harbors",
            None,
            None,
            "Dana Okoro, Assistant Secretary; Bureau of Harbors",
        ),
        ("Office of the Spokesperson", None, None, "Office of the Spokesperson"),
    ],
)
def test_lines_above_the_text(line: str, time: str | None, place: str | None, authors: str) -> None:
    reading = parse(page(f"<p>{line}</p><p><b>MR ASHDOWN:</b> Hello.</p>"), REMARKS)
    assert (reading.time, reading.place, reading.authors, reading.heading) == (time, place, authors, (line,))


def test_a_speech_without_labels_is_its_authors() -> None:
    body = (
        "<p>Helena Ward, Secretary of State</p><p>Port Calder, Veldania</p><p>Good morning, friends</p><p>We came.</p>"
    )
    transcript = read_page(SOURCE, page(body), REMARKS, sha256="0")
    assert [turn.text for turn in transcript.turns] == ["Good morning, friends\nWe came."]
    assert (transcript.turns[0].speaker.name, transcript.turns[0].role) == ("Helena Ward", Role.OFFICIAL)
    assert transcript.place == "Port Calder, Veldania"


@pytest.mark.parametrize("space", ["", "\u200e", "&nbsp; \u200e"])
def test_a_readout_is_the_spokespersons_it_is_attributed_to(space: str) -> None:
    body = f"<p>The below is attributable to Spokesperson Ines Marlow:{space}</p><p>They spoke. It helped.</p>"
    readout = page(body, "Call with Veldania", kind="Readout", by="Office of the Spokesperson")
    (turn,) = read_page(SOURCE, readout, REMARKS, sha256="0").turns
    assert (turn.speaker.name, turn.role, turn.text) == ("Ines Marlow", Role.SPOKESPERSON, "They spoke. It helped.")


def test_a_joint_statement_is_on_the_record_and_of_nobody_in_person() -> None:
    body = "<p>Office of the Spokesperson</p><p>Begin text:</p><p>We agree.</p><p>End text.</p>"
    reading = parse(page(body, "Joint Statement with Veldania", kind="Press Statement"), REMARKS)
    assert [(turn.role, turn.text) for turn in reading.turns] == [(Role.UNKNOWN, "We agree.")]
    assert reading.notes == ("Begin text:", "End text.")


def test_footnotes_and_their_marks_were_not_spoken() -> None:
    body = (
        '<p><b>MS MARLOW:</b> It is 12<sup><a id="post-1-footnote-ref-1" href="#x">[1]</a></sup> miles.</p>'
        '<p># # #</p><ol><li id="post-1-footnote-1">14 <a href="#post-1-footnote-ref-1">↑</a></li></ol>'
    )
    reading = parse(page(body), REMARKS)
    assert said(reading) == [("MS MARLOW", "It is 12 miles.")]
    assert reading.notes == ("# # #", "14")


@pytest.mark.parametrize(
    "kind", ["Public Schedule", "Media Note", "Fact Sheet", "Notice to the Press", "Media Advisory"]
)
def test_kinds_of_text_in_which_nobody_speaks_are_refused(kind: str) -> None:
    with pytest.raises(NotATranscript, match=kind.lower()):
        parse(page("<p><b>SECRETARY WARD</b> attends a reception.</p>", kind=kind), REMARKS)


def test_an_unlabelled_text_in_nobodys_name_is_refused() -> None:
    body = "<p>Office of the Spokesperson</p><p>Ms. Okoro will travel to Veldania.</p><p><b>VESSEL FLAG:</b> none</p>"
    with pytest.raises(NotATranscript, match="Office of the Spokesperson"):
        parse(page(body, "Travel to Veldania", kind=""), REMARKS)


def test_the_apology_that_some_visitors_are_sent_is_no_page() -> None:
    html = "<html><head><title>Technical Difficulties</title></head><body><h1>Technical Difficulties</h1></body></html>"
    with pytest.raises(ChallengePage, match="Technical Difficulties"):
        read_page(SOURCE, html, REMARKS, sha256="0")


def test_an_interpreter_is_neither_side() -> None:
    reading = parse(page("<p><b>INTERPRETER:</b> He says yes.</p>"), REMARKS)
    assert reading.turns[0].role is Role.UNKNOWN


def test_a_page_with_pictures_only_is_refused() -> None:
    with pytest.raises(NotATranscript, match="no text"):
        parse(page('<figure><img src="harbor.jpg"></figure>'), REMARKS)


@pytest.mark.parametrize(
    ("html", "missing"),
    [
        (
            "<html><head><title>Remarks</title></head><body><h1>Remarks</h1><div>MS X: Hi.</div></body></html>",
            "entry-content",
        ),
        ('<html><head><title>x</title></head><body><div class="entry-content">Hi.</div></body></html>', "h1"),
        (page("<p><b>MS MARLOW:</b> Hi.</p>", published=""), "article-meta__publish-date"),
        ("<p>Helena Ward, Secretary of State</p><p>Thank you.</p>", "no day"),
    ],
    ids=["no text", "no title", "no day", "a bare text whose address names no day"],
)
def test_a_changed_template_says_what_is_missing(html: str, missing: str) -> None:
    with pytest.raises(TemplateChanged, match=missing):
        parse(html, REMARKS)


def test_the_titles_day_is_taken_and_a_page_that_disagrees_is_reported() -> None:
    html = page("<p><b>MS MARLOW:</b> Hi.</p>", "Department Press Briefing – March 14, 2023", "March 20, 2023")
    reading = parse(html, BRIEFING)
    assert reading.date == date(2023, 3, 14)
    assert reading.warnings == ("the title says 2023-03-14, the page 2023-03-20; the title's day is taken",)


def test_a_day_between_briefing_and_publication_is_nothing_to_report() -> None:
    html = page("<p><b>MS MARLOW:</b> Hi.</p>", "Department Press Briefing – March 14, 2023", "March 15, 2023")
    assert parse(html, BRIEFING).warnings == ()


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        (BRIEFING, True),
        (BRIEFING.rstrip("/"), True),
        (REMARKS, True),
        ("https://2021-2025.state.gov/briefings/department-press-briefing-march-14-2023/", True),
        ("https://www.state.gov/releases/office-of-the-spokesperson/2026/06/remarks-to-the-press/", True),
        ("https://www.state.gov/veldania-day/", True),
        ("https://www.state.gov/department-press-briefings/", False),
        ("https://www.state.gov/press-releases/page/3/", False),
        ("https://www.state.gov/public-schedule-july-1-2021/", False),
        ("https://www.state.gov/releases/office-of-the-spokesperson/2026/06/public-schedule-june-5-2026/", False),
        ("https://www.state.gov/bureaus-offices/", False),
        ("https://travel.state.gov/veldania-travel-advisory/", False),
    ],
)
def test_addresses_of_its_own(url: str, owned: bool) -> None:
    assert (source_of(url) is SOURCE) is owned


def test_the_last_listing_leads_no_further() -> None:
    html = (
        '<li class="collection-result"><a class="collection-result__link" href="/veldania-day/">Veldania Day</a></li>'
        '<a class="prev page-numbers" href="/press-releases/page/2/">Previous</a>'
    )
    listing = read_listing(html, "https://www.state.gov/press-releases/page/3/")
    assert [(entry.url, entry.day) for entry in listing.entries] == [("https://www.state.gov/veldania-day/", None)]
    assert listing.older is None


def _real(shared: Path) -> list[dict[str, str]]:
    index = json.loads((shared / "pages/INDEX.json").read_text("utf-8"))
    return [entry for entry in index if entry["file"].startswith("state.gov-")]


def _framed(file: str, html: str) -> str:
    """Remarks name no day, and the feed's bare text has no page around it: the day is in the saved file's name."""
    name = file.partition("/")[2]
    return page(html, name[11:].removesuffix(".html"), name[:10]) if "remarks" in file else html


def test_real_texts_read_as_the_corpus_has_them(shared: Path) -> None:
    """Every turn is the corpus's, but for the last ones: there the corpus goes on with how the briefing ended and with
    the footnotes. Once it has an announcement over the loudspeaker within a turn; 99.9 % of every text is read."""
    corpus = {}
    for name in ("press_briefings", "remarks_statements"):
        with gzip.open(shared / f"corpus/state_department_{name}_2021_2022.jsonl.gz") as lines:
            corpus.update({record["url"]: record for record in map(json.loads, lines)})
    differing: list[str] = []
    total = 0
    for entry in _real(shared):
        html = decode((shared / "pages" / entry["file"]).read_bytes())
        reading = parse(_framed(entry["file"], html), entry["url"])
        record = corpus[entry["url"]]
        assert reading.date.isoformat() == record["date"]
        assert all(turn.text.strip() for turn in reading.turns)
        parts = [*reading.heading, *reading.notes]
        parts += [f"{turn.speaker.label}:" * bool(turn.speaker.label) + turn.text for turn in reading.turns]
        assert len(_letters(" ".join(parts))) >= 0.999 * len(_letters(soup_of(html).get_text()))
        ours = {(turn.speaker.label, _letters(turn.text)) for turn in reading.turns[:-1]}
        theirs = [(turn["speaker"], _letters(turn["text"])) for turn in record["turns"]]
        total += len(theirs)
        differing += [f"{entry['file']}: {turn}" for turn in theirs[:-1] if turn not in ours]
        last = reading.turns[-1]
        assert last.speaker.label == theirs[-1][0]
        assert _letters(last.text) in theirs[-1][1]
    print(f"{total} turns, {len(differing)} differ before the last:", *differing, sep="\n")
    assert len(differing) == 1
    assert "ANNOUNCEMENT" in differing[0]


def _letters(text: str) -> str:
    return "".join(text.split())

"""Saved pages, PDFs and WARCs are imported as the sources' own parsers read them, and can be read again."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from quotes.archive import Archive, Outcome, WarcStore
from quotes.errors import InputError
from quotes.ingest import catch_up, import_paths, reparse
from quotes.model import Response, Transcript
from tests.ingest.ministry import Briefing
from tests.ingest.records import record, write
from tests.ingest.test_crawl_end_to_end import briefing
from tests.sources.golden import PAGES

BRIEFING = briefing(28)


def save(folder: Path, briefings: list[Briefing], *, index: bool = True) -> Path:
    folder.mkdir()
    for one in briefings:
        (folder / f"{one.day}.html").write_text(one.html(), "utf-8")
    if index:
        entries = [{"file": f"{one.day}.html", "url": one.url} for one in briefings]
        (folder / "INDEX.json").write_text(json.dumps(entries), "utf-8")
    return folder


def held(data: Path) -> dict[str, Transcript]:
    with Archive.open(data, readonly=True) as archive:
        return {header.title: archive.transcript(header.id) for header in archive.headers()}


def response(one: Briefing, *, status: int = 200) -> Response:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Response(one.url, one.url, status, headers, one.html().encode(), "2025-03-30T12:00:00Z")


def test_a_folder_of_saved_pages_with_its_index(tmp_path: Path) -> None:
    folder = save(tmp_path / "pages", [BRIEFING, briefing(27)])
    report = import_paths(tmp_path / "data", [folder])
    assert (report.added, report.bad) == (2, [])
    transcript = held(tmp_path / "data")[BRIEFING.title]
    assert (transcript.source, transcript.url, transcript.date) == ("mfa_china_zh", BRIEFING.url, BRIEFING.day)
    assert [turn.text for turn in transcript.turns] == list(BRIEFING.exchanges[0])
    again = import_paths(tmp_path / "data", [folder])
    assert (again.unchanged, again.added) == (2, 0)


def test_a_page_that_says_where_it_is_from_needs_no_index(tmp_path: Path) -> None:
    folder = save(tmp_path / "pages", [], index=False)
    html = BRIEFING.html().replace("<head>", f'<head><link rel="canonical" href="{BRIEFING.url}">')
    (folder / "a.html").write_text(html, "utf-8")
    assert import_paths(tmp_path / "data", [folder / "a.html"]).added == 1
    assert held(tmp_path / "data")[BRIEFING.title].url == BRIEFING.url


def test_a_page_that_does_not_say_is_left_out_until_the_source_is_named(tmp_path: Path) -> None:
    folder = save(tmp_path / "pages", [BRIEFING], index=False)
    (bad,) = import_paths(tmp_path / "data", [folder]).bad
    assert "name one with --source" in bad.reason
    assert import_paths(tmp_path / "data", [folder], source="mfa_china_zh").added == 1
    with pytest.raises(InputError, match="no source 'nobody'"):
        import_paths(tmp_path / "data", [folder], source="nobody")


def test_a_pdf_is_read_as_a_page(tmp_path: Path) -> None:
    pdf = next((PAGES / "fed_press_conferences").glob("*.pdf"))
    golden = json.loads(pdf.with_suffix(".json").read_text("utf-8"))
    shutil.copy(pdf, tmp_path / "a.pdf")
    (tmp_path / "INDEX.json").write_text(json.dumps([{"file": "a.pdf", "url": golden["url"]}]), "utf-8")
    assert import_paths(tmp_path / "data", [tmp_path]).added == 1
    (transcript,) = held(tmp_path / "data").values()
    assert len(transcript.turns) == len(golden["reads"]["turns"])


def test_what_is_no_transcript_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    folder = save(tmp_path / "pages", [BRIEFING, briefing(27), briefing(26)])
    (folder / f"{briefing(27).day}.html").write_text("<html><body>Just a moment...</body></html>", "utf-8")
    (folder / f"{briefing(26).day}.html").write_bytes(b"%PDF-1.7 cut short")
    report = import_paths(tmp_path / "data", [folder])
    assert report.added == 1
    assert [bad.file.stem for bad in report.bad] == ["2025-03-26", "2025-03-27"]
    assert all(BRIEFING.url.rsplit("/", 1)[0] in bad.reason for bad in report.bad)


@pytest.mark.parametrize("index", ["{", "{}", '[{"file": "a.html"}, 3]'])
def test_a_broken_index_is_told(tmp_path: Path, index: str) -> None:
    (tmp_path / "a.html").write_text(BRIEFING.html(), "utf-8")
    (tmp_path / "INDEX.json").write_text(index, "utf-8")
    if index == "{}":
        # No address is no fault of the index.
        assert len(import_paths(tmp_path / "data", [tmp_path]).bad) == 1
        return
    with pytest.raises(InputError, match=r"INDEX\.json"):
        import_paths(tmp_path / "data", [tmp_path])


def test_a_warc_gives_its_transcripts_and_passes_over_the_rest(tmp_path: Path) -> None:
    store = WarcStore(tmp_path)
    store.append("mfa_china_zh", response(BRIEFING))
    store.append("mfa_china_zh", response(briefing(27), status=404))
    listing = dataclasses.replace(
        response(BRIEFING), url="https://www.mfa.gov.cn/", final_url="https://www.mfa.gov.cn/"
    )
    store.append("mfa_china_zh", listing)
    report = import_paths(tmp_path / "data", [tmp_path / "warc"])
    assert (report.added, report.bad) == (1, [])
    assert held(tmp_path / "data")[BRIEFING.title].provenance.retrieved_at == "2025-03-30T12:00:00Z"


def test_what_is_kept_is_read_again_by_a_newer_parser(tmp_path: Path) -> None:
    data = tmp_path / "data"
    folder = save(tmp_path / "pages", [BRIEFING])
    lines = write(tmp_path / "a.jsonl", [record("a"), record("b")])
    WarcStore(tmp_path).append("mfa_china_zh", response(briefing(27)))
    import_paths(data, [folder, lines, tmp_path / "warc"])
    with Archive.open(data) as archive:
        assert list(reparse(archive)) == [], "today's parser has read it already"
        assert [one for one in reparse(archive, everything=True) if one.problem] == []
        # As if an older parser had read it.
        archive._connection.execute("UPDATE revisions SET parser = 'mfa_china_zh/0' WHERE source = 'mfa_china_zh'")
        archive._connection.execute("UPDATE turns SET text = 'misread' WHERE place = 0 AND role = 'journalist'")
        archive._connection.execute("UPDATE revisions SET content = 'another' WHERE source = 'mfa_china_zh'")
        read = list(reparse(archive))
        assert [one.saved and one.saved.outcome for one in read] == [Outcome.REVISED, Outcome.REVISED]
        state = catch_up(archive)
        assert archive.superseded() == [], "the publisher replaced nothing"
        assert state.watermark == archive.generation()


def test_kept_bytes_that_are_gone_are_told_one_by_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    import_paths(data, [save(tmp_path / "pages", [BRIEFING, briefing(27)]), write(tmp_path / "a.jsonl", [record("a")])])
    shutil.rmtree(data / "raw")
    with Archive.open(data) as archive:
        problems = [one.problem or "" for one in reparse(archive, everything=True)]
    assert len(problems) == 3
    assert all("restore it from a backup" in problem for problem in problems)

"""How the pages of a source stand, counted."""

from __future__ import annotations

from pathlib import Path

from quotes.archive import Archive, Page, PageCounts, PageState

NOW = "2025-11-05T12:00:00Z"


def page(number: int, state: PageState, due_at: str | None, source: str = "harbour") -> Page:
    return Page(f"https://harbour.example/{number}", source, state=state, due_at=due_at)


def test_pages_are_counted_by_state_and_by_what_is_due(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.note_listed("harbour", [page(1, PageState.LISTED, None), page(2, PageState.READ, NOW)])
        archive.note_listed("harbour", [page(3, PageState.READ, "2025-11-06T00:00:00Z")])
        archive.note_listed("harbour", [page(4, PageState.GONE, "2025-11-05T12:00:01Z")])
        archive.note_listed("lock", [page(5, PageState.FAILED, "2025-11-01T00:00:00Z", "lock")])
        assert archive.page_counts(NOW) == {
            "harbour": PageCounts(
                {PageState.LISTED: 1, PageState.READ: 2, PageState.GONE: 1}, 2, "2025-11-05T12:00:01Z"
            ),
            "lock": PageCounts({PageState.FAILED: 1}, 1, None),
        }


def test_an_archive_without_pages_counts_none(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        assert archive.page_counts(NOW) == {}

"""How each source stands: what the archive holds of it, who reads it, when it was last looked at and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from quotes.archive import Archive, PageCounts, PageState, SourceCoverage
from quotes.ingest import moments
from quotes.model import Fidelity
from quotes.sources import Source, sources


@dataclass(frozen=True, slots=True)
class Look:
    """The last look at a source's listing: how many pages it listed, and what went wrong, null where nothing did. `at`,
    `next_at`: ISO 8601 in UTC; null where nobody looks by plan."""

    at: str
    listed: int
    problem: str | None
    next_at: str | None


@dataclass(frozen=True, slots=True)
class PagesKnown:
    """Pages by how they stand: `listed` and not read yet, `read`, `skipped` for they hold nobody's words, `failed`, or
    `gone` from their site. `due`: how many wait to be read, for the first time or again; `next_due`: when the next of
    the others does."""

    listed: int
    read: int
    skipped: int
    failed: int
    gone: int
    due: int
    next_due: str | None


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """One source. `verified`, `parser`, `fidelity` are those of the parser that reads its site, null for a source that
    was only ever imported; `verified` is false where no page of the real site was at hand when the parser was written.
    `transcripts`, `turns` and `words` are held, from `first` to `last`. `crawled`: whether this server reads it."""

    id: str
    name: str
    institutions: tuple[str, ...]
    languages: tuple[str, ...]
    verified: bool | None
    parser: str | None
    fidelity: Fidelity | None
    hosts: tuple[str, ...]
    transcripts: int
    turns: int
    words: int
    first: date | None
    last: date | None
    crawled: bool
    look: Look | None
    pages: PagesKnown


@dataclass(frozen=True, slots=True)
class Holdings:
    """`standings` are of every registered source and every other one the archive knows: first those, in order of id,
    then the rest. `coverage` is by source, of those the archive knows."""

    standings: list[SourceStanding]
    coverage: dict[str, SourceCoverage]


def read_holdings(archive: Archive, crawled: frozenset[str], now: datetime) -> Holdings:
    """How things stand at `now`; `crawled` are the ids of the sources that this server reads."""
    held = {coverage.source: coverage for coverage in archive.coverage()}
    known = sources()
    polls = archive.polls()
    counts = archive.page_counts(moments.stamp(now))
    standings = []
    for source_id in dict.fromkeys([*sorted({*held, *polls}), *known]):
        poll = polls.get(source_id)
        standings.append(
            _standing(
                source_id,
                known.get(source_id),
                held.get(source_id),
                crawled=source_id in crawled,
                look=Look(poll.at, poll.listed, poll.problem, poll.next_at) if poll else None,
                pages=_pages(counts.get(source_id)),
            )
        )
    return Holdings(standings, held)


def _standing(
    source_id: str,
    source: Source | None,
    held: SourceCoverage | None,
    *,
    crawled: bool,
    look: Look | None,
    pages: PagesKnown,
) -> SourceStanding:
    institutions = (held.institutions if held else ()) or ((source.institution,) if source else ())
    return SourceStanding(
        id=source_id,
        name=source.name if source else "; ".join(institutions) or source_id,
        institutions=institutions,
        languages=(held.languages if held else ()) or ((source.language,) if source else ()),
        verified=source.verified if source else None,
        parser=source.parser if source else None,
        fidelity=source.fidelity if source else None,
        hosts=(*source.hosts, *source.mirrors) if source else (),
        transcripts=held.transcripts if held else 0,
        turns=held.turns if held else 0,
        words=held.words if held else 0,
        first=held.first if held else None,
        last=held.last if held else None,
        crawled=crawled,
        look=look,
        pages=pages,
    )


def _pages(counts: PageCounts | None) -> PagesKnown:
    states = counts.states if counts else {}
    return PagesKnown(
        listed=states.get(PageState.LISTED, 0),
        read=states.get(PageState.READ, 0),
        skipped=states.get(PageState.SKIPPED, 0),
        failed=states.get(PageState.FAILED, 0),
        gone=states.get(PageState.GONE, 0),
        due=counts.due if counts else 0,
        next_due=counts.next_due if counts else None,
    )

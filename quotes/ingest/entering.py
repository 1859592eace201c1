"""What came for one page, kept as it came and entered as the page now stands.

Runs under the archive's writer lock. The bytes go into the WARC first; then the transcript and how the page stands are
committed together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quotes.archive import Archive, LedgerEntry, Page, PageState, ReadResult, Saved
from quotes.archive.warc_store import WarcStore
from quotes.errors import BadStatus, FetchError, NotATranscript, PageError, TemplateChanged
from quotes.html import decode
from quotes.ingest import moments
from quotes.ingest.reparsing import is_outdated, parse_again
from quotes.ingest.schedule import next_reading
from quotes.model import Response, Transcript
from quotes.sources import Source, read_document
from quotes.sources.refusals import refuse


@dataclass(frozen=True, slots=True)
class Trouble:
    """A page that could not be read. `code` is the error's, `kept` where its bytes are, None where there are none."""

    url: str
    code: str
    message: str
    kept: str | None = None


class Entering:
    """Enters the pages of `source` into archives in `data`; `clock` tells the time, with its zone."""

    def __init__(self, data: Path, source: Source, clock: Callable[[], datetime]) -> None:
        self._source = source
        self._now = clock
        self._warc = WarcStore(data)

    def keep(self, response: Response) -> str:
        """Keep what came; returns its place."""
        return self._warc.append(self._source.id, response)

    def answer(self, archive: Archive, page: Page, response: Response) -> tuple[Saved | None, Trouble | None]:
        """Keep what came, read it, and enter both; what was saved, or why nothing could be. A page that is gone, or
        holds nobody's words, gives neither."""
        at = response.retrieved_at
        if response.gone:
            self._enter_gone(archive, page, response)
            return None, None
        if response.not_modified:
            return self._enter_unmodified(archive, page, at), None
        sha256 = hashlib.sha256(response.body).hexdigest()
        held = self._held(archive, page)
        if held is not None and held.provenance.raw and held.provenance.sha256 == sha256:
            kept = held.provenance.raw
        else:
            kept = self.keep(response)
        read = self._read(page, response, kept)
        if isinstance(read, NotATranscript) and held is None:
            skipped = _answered(page, response, kept)
            skipped = replace(skipped, state=PageState.SKIPPED, problem=read.message, changed_at=at)
            self._note(archive, skipped, ReadResult.NO_WORDS, at)
            return None, None
        if isinstance(read, NotATranscript):
            read = TemplateChanged("held a transcript before and has no words now", url=page.url)
        if isinstance(read, PageError):
            failed = replace(page, state=_failed_state(page), tried_at=at, failures=page.failures + 1, raw=kept)
            self._note(archive, replace(failed, problem=read.message), ReadResult.FAILED, at)
            return None, Trouble(page.url, read.code, read.message, kept)
        if held is not None and is_outdated(held) and held.provenance.sha256 != sha256:
            # First what the new parser makes of the old bytes, so that what it reads otherwise is not laid to the
            # publisher.
            archive.save([parse_again(archive, held)])
        return self._enter_read(archive, page, response, read, kept), None

    def _read(self, page: Page, response: Response, kept: str) -> Transcript | PageError:
        """The transcript, or why there is none."""
        try:
            return read_document(
                self._source,
                response.body,
                response.final_url,
                content_type=response.header("Content-Type"),
                raw=kept,
                retrieved_at=response.retrieved_at,
                known_day=page.day,
            )
        except PageError as error:
            return error
        except Exception as fault:  # noqa: BLE001 - whatever a parser makes of one page, the others are to be read
            return TemplateChanged(
                f"the parser failed on it ({type(fault).__name__}: {fault}); it is kept, and is read again once the "
                "parser is mended",
                url=page.url,
            )

    def _enter_read(
        self, archive: Archive, page: Page, response: Response, transcript: Transcript, kept: str
    ) -> Saved | None:
        at = response.retrieved_at
        read = replace(_answered(page, response, kept), state=PageState.READ, day=transcript.date, gone_since=None)
        changed = not archive.holds(transcript)
        if changed or page.changed_at is None:
            read = replace(read, changed_at=at)
        back = ("back", response.status) if page.gone_since else None
        result = ReadResult.FOUND if changed else ReadResult.UNCHANGED
        return self._note(archive, read, result, at, transcript=transcript, event=back)

    def _enter_unmodified(self, archive: Archive, page: Page, at: str) -> Saved | None:
        held = self._held(archive, page)
        again = parse_again(archive, held) if held is not None and is_outdated(held) else held
        read = replace(
            page, state=PageState.READ if held else page.state, read_at=at, tried_at=at, failures=0, problem=None
        )
        return self._note(archive, read, ReadResult.UNCHANGED, at, transcript=again)

    def _enter_gone(self, archive: Archive, page: Page, response: Response) -> None:
        at = response.retrieved_at
        gone = replace(
            page,
            state=PageState.GONE,
            tried_at=at,
            failures=0,
            gone_since=page.gone_since or at,
            problem=f"the server says {response.status}; what was read of it stays",
            etag=None,
            last_modified=None,
        )
        event = None if page.gone_since else ("gone", response.status)
        self._note(archive, gone, ReadResult.GONE, at, event=event)

    def failure(self, archive: Archive, page: Page, error: FetchError) -> Trouble:
        """Enter that the page could not be had; the page that a refusal came with is kept."""
        at = moments.stamp(self._now())
        trouble = self.trouble(error)
        failed = replace(
            page,
            state=_failed_state(page),
            tried_at=at,
            failures=page.failures + 1,
            problem=trouble.message,
            raw=trouble.kept or page.raw,
        )
        self._note(archive, failed, ReadResult.FAILED, at)
        return trouble

    def trouble(self, error: FetchError) -> Trouble:
        """What could not be had and why; where a page came with the refusal, whether that was a challenge."""
        if not isinstance(error, BadStatus) or not error.body:
            return Trouble(error.url, error.code, error.message)
        at = moments.stamp(self._now())
        kept = self.keep(Response(error.url, error.url, error.status, error.headers, error.body, at))
        try:
            refuse(decode(error.body), error.url)
        except PageError as challenge:
            return Trouble(error.url, challenge.code, challenge.message, kept)
        return Trouble(error.url, error.code, error.message, kept)

    def _note(
        self,
        archive: Archive,
        page: Page,
        result: ReadResult,
        at: str,
        *,
        transcript: Transcript | None = None,
        event: tuple[str, int] | None = None,
    ) -> Saved | None:
        due = moments.stamp(next_reading(page, self._now()))
        tried = LedgerEntry(self._source.id, page.day, result, transcript is not None, page.problem, at, page.url)
        return archive.note_reading(replace(page, due_at=due), tried, transcript=transcript, event=event)

    @staticmethod
    def _held(archive: Archive, page: Page) -> Transcript | None:
        return archive.transcript_by_key(page.transcript) if page.transcript is not None else None


def _answered(page: Page, response: Response, kept: str) -> Page:
    """The page after an answer with a body."""
    return replace(
        page,
        read_at=response.retrieved_at,
        tried_at=response.retrieved_at,
        failures=0,
        problem=None,
        etag=response.header("ETag"),
        last_modified=response.header("Last-Modified"),
        raw=kept,
    )


def _failed_state(page: Page) -> PageState:
    """One that was read stays read: a failed look again takes nothing away."""
    return page.state if page.state in {PageState.READ, PageState.GONE} else PageState.FAILED

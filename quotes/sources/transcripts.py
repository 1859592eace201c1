"""From a page to a transcript: read by its source, its speakers resolved, its id made from its address."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from typing import Final

import orjson

from quotes.errors import NotATranscript, TemplateChanged, UnreadableDocument
from quotes.html import decode
from quotes.model import Provenance, Role, Transcript, Turn
from quotes.sources.addresses import transcript_id
from quotes.sources.naming import Naming
from quotes.sources.refusals import refuse
from quotes.sources.source import Reading, Source

_HEAD: Final = re.compile(r"<(?:html|head|title)\b", re.IGNORECASE)
_SPEAKS_FOR: Final = re.compile(r"spokes(?:person|man|woman)|press secretary|发言人|vocer[oa]|portavoz", re.IGNORECASE)


def read_document(
    source: Source,
    body: bytes,
    url: str,
    *,
    content_type: str | None = None,
    raw: str | None = None,
    retrieved_at: str | None = None,
    known_day: date | None = None,
) -> Transcript:
    """The transcript in `body`, a page or PDF as `url` sent it, with its Content-Type. `known_day`: when it was put up
    by its listing, for a page that does not say so, or a bare text as feeds have them. Raises as `read_page`."""
    try:
        html = decode(body, content_type)
    except UnreadableDocument as error:
        raise TemplateChanged(error.message, url=url) from error
    sha256 = hashlib.sha256(body).hexdigest()
    dated = f'<meta property="article:published_time" content="{known_day}">{html}' if known_day else html
    try:
        whole = _HEAD.search(html) is not None
        return read_page(source, html if whole else dated, url, sha256=sha256, raw=raw, retrieved_at=retrieved_at)
    except TemplateChanged:
        if known_day is None:
            raise
        return read_page(source, dated, url, sha256=sha256, raw=raw, retrieved_at=retrieved_at)


def read_page(
    source: Source, html: str, url: str, *, sha256: str, raw: str | None = None, retrieved_at: str | None = None
) -> Transcript:
    """The transcript at `url`, whose bytes have the digest `sha256` and are kept at `raw`. Raises NotATranscript,
    TemplateChanged, ChallengePage, LoginPage."""
    refuse(html, url)
    reading = source.parse(html, url)
    if not any(turn.text.strip() for turn in reading.turns):
        raise NotATranscript("holds no words that anybody spoke", url=url)
    institution = reading.institution or source.institution
    naming = Naming(
        title=reading.title,
        authors=reading.authors,
        heading=" ".join(reading.heading),
        institution=institution,
        day=reading.date,
    )
    notes = [f"the page is dated {reading.published}"] if reading.published else []
    return Transcript(
        id=transcript_id(source.id, url, source.aliases),
        source=source.id,
        institution=institution,
        title=reading.title,
        date=reading.date,
        time=reading.time,
        place=reading.place,
        url=url,
        language=reading.language or source.language,
        fidelity=reading.fidelity or source.fidelity,
        turns=tuple([_in_part(turn) for turn in naming.resolve(reading.turns)]),
        provenance=Provenance(
            sha256=sha256,
            parser=source.parser,
            retrieved_at=retrieved_at,
            raw=raw,
            note="; ".join([*notes, *reading.warnings]) or None,
        ),
        extra=_extra(reading),
    )


def _in_part(turn: Turn) -> Turn:
    """An official whose office is to speak for the house is its spokesperson."""
    title = turn.speaker.title
    if turn.role is Role.OFFICIAL and title and _SPEAKS_FOR.search(title):
        return replace(turn, role=Role.SPOKESPERSON)
    return turn


def _extra(reading: Reading) -> str:
    kept = {"author_line": reading.authors, "heading": reading.heading, "notes": reading.notes}
    return orjson.dumps({key: value for key, value in kept.items() if value}, option=orjson.OPT_SORT_KEYS).decode()

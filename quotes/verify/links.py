"""Addresses of a passage: in OnRecord's own transcript page, and in the source page by text fragment."""

from __future__ import annotations

from urllib.parse import quote, urlencode

# Words at either end of a text fragment: enough to be unique on most pages, few enough to survive small page edits.
_FRAGMENT_WORDS = 5


def permalink(transcript_id: str, revision: int, turn: int, start: int, end: int) -> str:
    """Path of the transcript page with the passage marked; offsets are code points of the turn's text."""
    query = urlencode({"revision": revision, "turn": turn, "start": start, "end": end})
    return f"/transcripts/{quote(transcript_id, safe='')}?{query}#t{turn}"


def deep_link(url: str | None, text: str, start: int, end: int) -> str | None:
    """`url` with a text fragment for `text[start:end]`, a turn's text; None without a web address. The fragment's
    words are lengthened until they stand once in the turn, and never run over a line break, which browsers take for
    the border of a block."""
    if url is None or not url.startswith(("http://", "https://")) or start >= end:
        return None
    lines = [line for line in text[start:end].split("\n") if line.strip()]
    first, last = lines[0].strip(), lines[-1].strip()
    whole = " ".join(text[start:end].split())
    if len(lines) == 1 and len(first.split()) <= 2 * _FRAGMENT_WORDS:
        return f"{url.split('#')[0]}#:~:text={_escape(whole)}"
    opening = _unique(first.split(), text, forwards=True)
    closing = _unique(last.split(), text, forwards=False)
    return f"{url.split('#')[0]}#:~:text={_escape(opening)},{_escape(closing)}"


def _unique(words: list[str], text: str, *, forwards: bool) -> str:
    for count in range(min(_FRAGMENT_WORDS, len(words)), len(words) + 1):
        chosen = words[:count] if forwards else words[len(words) - count :]
        if text.count(" ".join(chosen)) == 1:
            return " ".join(chosen)
    return " ".join(words)


def _escape(words: str) -> str:
    # `-` `,` and `&` are the fragment directive's own marks; quote() leaves the first as it is.
    return quote(words, safe="").replace("-", "%2D")

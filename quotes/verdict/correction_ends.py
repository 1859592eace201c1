"""Where a correction begins and ends. A changed word at the quotation's edge was laid over whatever the record has
there, which may be half of an amount (“Five million” over “Half a million”) or the end of another sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from quotes.align import Alignment
from quotes.model import Edit, EditClass
from quotes.text import is_unspaced
from quotes.text.quantities import is_numeric

# Words put before what begins a sentence in print, to begin it in the record too; more would be another quotation.
_BACK: Final = 12
# Words that are put behind, to the next pause: a noun after its number, a name's other half.
_ON: Final = 3
# A Chinese character is about half a word.
_UNSPACED: Final = 2
_PAUSE: Final = re.compile(r"[.?!,;:—–。？！，；：、]|\s[-(]|[\n(（]")
_SENTENCE: Final = re.compile(r"(?<![A-Z])[.?!](?=[\s”’\"'])|[。？！\n]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the corrected quotation. `quote`, `source`: their spans in either text; `printed`: whether they stand as
    printed, so that what stands between two such pieces is the printed gap."""

    text: str
    quote: tuple[int, int]
    source: tuple[int, int]
    printed: bool


def with_whole_ends(pieces: Sequence[Piece], alignment: Alignment, edits: Sequence[Edit]) -> list[Piece]:
    """The pieces, with as much more or less of the record at their ends as belongs to what stands there."""
    found = _begun_whole(list(pieces), alignment, edits)
    return _ended_whole(found, alignment, edits) if found else found


def _begun_whole(pieces: list[Piece], alignment: Alignment, edits: Sequence[Edit]) -> list[Piece]:
    solid = next((place for place, piece in enumerate(pieces) if piece.printed and _words(piece.text) > 1), 0)
    leading = pieces[:solid]
    record = alignment.source.tokens.text
    start = pieces[0].source[0]
    if leading and (stops := list(_SENTENCE.finditer(record, start, pieces[solid].source[0]))):
        return _from(pieces, solid, stops[-1].end(), record)
    swapped = any(
        edit.cls is EditClass.MOVED and edit.op == "insert" and edit.quote_span[1] <= pieces[solid].quote[0]
        for edit in edits
    )
    if not swapped and (not leading or leading[0].printed):
        return pieces
    opens = swapped or alignment.quotation.text[pieces[0].quote[0] :][:1].isupper()
    begin = _back(alignment, start, opens=opens)
    return pieces if begin == start else _from(pieces, solid, begin, record)


def _from(pieces: list[Piece], solid: int, begin: int, record: str) -> list[Piece]:
    """What leads to the first run of equal words, in the record's words from `begin` on."""
    end = pieces[solid].source[0]
    words = record[begin:end]
    lead = words.strip()
    if not any(map(str.isalnum, lead)):
        return pieces[solid:]
    first = begin + len(words) - len(words.lstrip())
    span = pieces[0].quote[0], pieces[solid].quote[0]
    return [Piece(lead, span, (first, begin + len(words.rstrip())), printed=False), *pieces[solid:]]


def _back(alignment: Alignment, start: int, *, opens: bool) -> int:
    """Offset in the record: over the rest of an amount, and where a sentence `opens`, to the pause before it."""
    tokens, norms = alignment.source.tokens, alignment.source.norms
    here = next((place for place, at in enumerate(tokens.starts) if at >= start), len(norms))
    place = here
    while 0 < place < len(norms) and is_numeric(norms[place]) and is_numeric(norms[place - 1]):
        if _PAUSE.search(tokens.text, tokens.ends[place - 1], tokens.starts[place]):
            break
        place -= 1
    if opens:
        most = _BACK * (_UNSPACED if here < len(norms) and is_unspaced(norms[here]) else 1)
        for earlier in range(here, max(here - most, -1), -1):
            if earlier == 0 or _PAUSE.search(tokens.text, tokens.ends[earlier - 1], tokens.starts[earlier]):
                place = min(place, earlier)
                break
    return tokens.starts[place] if place < here else start


def _ended_whole(pieces: list[Piece], alignment: Alignment, edits: Sequence[Edit]) -> list[Piece]:
    last = pieces[-1]
    # Printed for what comes next in the record, perhaps, to which no alignment goes on.
    followed = any(edit.op == "insert" and edit.quote_span[0] >= last.quote[1] for edit in edits)
    if (last.printed and not followed) or not any(map(str.isalnum, last.text)):
        return pieces
    tokens, norms = alignment.source.tokens, alignment.source.norms
    after = next((place for place, at in enumerate(tokens.starts) if at >= last.source[1]), len(norms))
    while 0 < after < len(norms) and is_numeric(norms[after]) and is_numeric(norms[after - 1]):
        if _PAUSE.search(tokens.text, tokens.ends[after - 1], tokens.starts[after]):
            break
        after += 1
    end = tokens.ends[after - 1] if after else last.source[1]
    most = _ON * (_UNSPACED if after < len(norms) and is_unspaced(norms[after]) else 1)
    for place in range(after, min(after + most, len(norms)) + 1):
        before = tokens.ends[place - 1] if place else last.source[1]
        until = tokens.starts[place] if place < len(norms) else len(tokens.text)
        if place == len(norms) or _PAUSE.search(tokens.text, before, until):
            end = before
            break
    more = tokens.text[last.source[1] : max(end, last.source[1])]
    if last.printed:
        begin = last.source[1] + len(more) - len(more.lstrip())
        span = last.quote[1], last.quote[1]
        return (
            [*pieces, Piece(more.strip(), span, (begin, begin + len(more.strip())), printed=False)] if more else pieces
        )
    whole = replace(last, text=last.text + more, source=(last.source[0], last.source[1] + len(more)))
    return [*pieces[:-1], whole]


def _words(text: str) -> int:
    unspaced = sum(is_unspaced(character) for character in text)
    return len(text.split()) if not unspaced else unspaced // _UNSPACED + 1

"""Kind and claim of each quotation in Chinese."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from quotes.extract.chinese import ChineseReader, Said, chinese_day, chinese_kind
from quotes.extract.days import OTHER_DAY
from quotes.extract.found import Found
from quotes.extract.layout import Block, Role
from quotes.extract.marks import Marked
from quotes.extract.sentences import sentences_of
from quotes.model import Place, PrintedClaim, QuotationKind
from quotes.text.scripts import simplify


def read_chinese(text: str, hidden: str, blocks: Sequence[Block], marked: Sequence[Marked]) -> list[Found]:
    original = hidden
    hidden = _simplified(hidden)
    reader = ChineseReader(hidden)

    def as_printed(words: str | None) -> str | None:
        place = hidden.find(words) if words else -1
        return text[place : place + len(words)] if words and place >= 0 and original != hidden else words

    sentences = sentences_of(text, hidden, blocks, None)
    starts = [sentence.start for sentence in sentences]
    block_starts = [block.start for block in blocks]
    held: dict[int, list[Marked]] = {}
    for each in marked:
        held.setdefault(bisect_right(starts, each.outer[0]) - 1, []).append(each)
    found: list[Found] = []
    pending: tuple[tuple[str, str | None], ...] = ()
    for number, sentence in enumerate(sentences):
        block = blocks[sentence.block]
        heading = block.role is Role.HEADLINE
        inside = held.get(number, [])
        if not inside and not heading:
            said = reader.subject(hidden[sentence.start : sentence.end])
            if said is not None:
                reader.recent = said
                day = chinese_day(hidden[sentence.start : sentence.end], "", said)
                if day:
                    pending = (*pending, (day, _key(said)))
            else:
                day = reader.about(hidden[sentence.start : sentence.end])
                if day:
                    pending = (*pending, (day, _key(reader.recent)))
        for each in inside:
            before = hidden[sentence.start : each.outer[0]]
            behind = hidden[each.outer[1] : max(each.outer[1], sentence.end)]
            said = reader.said(before, behind, heading=heading)
            words = "".join([text[start:end] for start, end in each.spans])
            kind = (
                QuotationKind.SPEECH
                if block.role is Role.SET_APART
                else chinese_kind(words, before, behind, said, heading=heading, somebody=reader.recent is not None)
            )
            where = Place.HEADLINE if heading else Place.BODY
            block_end = bisect_right(block_starts, each.outer[1] - 1) - 1
            if kind is not QuotationKind.SPEECH:
                reader.recent = said if said is not None and said.person and not heading else reader.recent
                found.append(Found(each, kind, where, PrintedClaim(), sentence.block, block_end))
                continue
            day = chinese_day(before, behind, said)
            speaker = said or reader.recent
            if said is not None and not heading:
                reader.recent = said
            claim = PrintedClaim(
                as_printed(speaker.person.name) if speaker and speaker.person else None,
                as_printed(said.printed) if said else None,
                as_printed(speaker.office) if speaker else None,
                as_printed(said.verb) if said else None,
                day,
            )
            aside = day is None and OTHER_DAY.search(before) is not None
            days = (*pending, *(((day, _key(speaker)),) if day else ()))
            pending = ()
            behind_it = said is not None and bool(said.verb) and behind.lstrip("，, ")[:24].find(said.verb or "") >= 0
            found.append(
                Found(each, kind, where, claim, sentence.block, block_end, behind_it, _key(speaker), days, aside)
            )
    return found


@cache
def _simplified_letter(letter: str) -> str:
    changed = simplify(letter)
    return changed if len(changed) == 1 else letter


def _simplified(text: str) -> str:
    """The text in simplified characters, one for one, so that the lexicon needs no other."""
    return "".join(map(_simplified_letter, text))


def _key(said: Said | None) -> str | None:
    if said is None:
        return None
    return said.person.name if said.person else said.office

"""Every direct quotation of an article's text: where it stands, what it is, and what the article claims of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from quotes.extract.chinese_speech import read_chinese
from quotes.extract.dashes import speakers_within, spoken_after_dashes
from quotes.extract.datelines import without_datelines
from quotes.extract.found import LEAD, Found
from quotes.extract.frames import frame_of
from quotes.extract.joining import goes_on, joined
from quotes.extract.language import language_of
from quotes.extract.latin_speech import read_latin
from quotes.extract.layout import Block, Role
from quotes.extract.lexicon import lexicon_of
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.marks import Marked, find_marked
from quotes.extract.sentences import masked, tokens_of
from quotes.extract.set_apart import set_apart
from quotes.extract.unclosed import missing_close
from quotes.model import Place, PrintedClaim, PrintedQuotation, QuotationKind
from quotes.text import fold_words

# Letters from which two words that begin alike are taken for one.
_STEM = 6
# Paragraphs that a day is carried back over.
_BACK = 1


def quotations_of(text: str, blocks: Sequence[Block], language: str | None) -> tuple[PrintedQuotation, ...]:
    """In the order of the text; spans are code points of it."""
    code = language_of(text, language)
    lexicon = lexicon_of(code) if code != "zh" else None
    marked = find_marked(text, blocks, missing_close(code) if lexicon else None)
    marked = set_apart(text, blocks, marked, partial(_introduces, text, lexicon))
    if lexicon is not None and code in {"es", "fr"}:
        speakers_within(text, marked, lexicon)
        marked = spoken_after_dashes(text, blocks, marked, lexicon)
    hidden = without_datelines(masked(text, marked), blocks) if lexicon else masked(text, marked)
    found = read_latin(text, hidden, blocks, marked, lexicon) if lexicon else read_chinese(text, hidden, blocks, marked)
    found = _joined(text, hidden, found)
    found = _with_headlines(text, _with_days(found))
    return tuple(_printed(text, each) for each in _with_inner(found))


def _introduces(text: str, lexicon: Lexicon | None, block: Block) -> bool:
    """Whether a paragraph leads to words that are set apart behind it."""
    words = text[block.start : block.end].rstrip()
    if words.endswith((":", "：")):
        return True
    if lexicon is None or block.role is Role.HEADLINE:
        return False
    last = re.split(r"(?<=[.!?])\s+", words)[-1]
    tokens = tokens_of(last, 0, len(last), lexicon.language)
    if any(letter in last for letter in '“”„«»"'):
        return False
    return any(each.mention is not None for each in frame_of(tokens, last, lexicon).attributions)


def _joined(text: str, hidden: str, found: list[Found]) -> list[Found]:
    links = []
    for first, second in itertools.pairwise(found):
        between = hidden[first.marked.outer[1] : second.marked.outer[0]]
        links.append(
            first.block_end == second.block
            and {first.kind, second.kind} == {QuotationKind.SPEECH}
            and goes_on(text, first.marked, between, second.marked, speaks=first.attributed_behind)
        )
    whole: list[Found] = []
    for group in joined([each.marked for each in found], links):
        first = found[group[0]]
        if len(group) > 1:
            parts = [found[number].marked for number in group]
            marked = Marked(
                [span for part in parts for span in part.spans],
                (parts[0].outer[0], parts[-1].outer[1]),
                parts[0].single,
                parts[0].mended,
                [inner for part in parts for inner in part.inner],
            )
            first = replace(first, marked=marked, pieces=tuple(len(part.spans) for part in parts))
        whole.append(first)
    return whole


def _with_headlines(text: str, found: list[Found]) -> list[Found]:
    """A headline's quotation that the body has as well is the body's: same speaker, same day."""
    body = [
        (fold_words(_words(text, each)), each)
        for each in found
        if each.place is Place.BODY and each.kind is QuotationKind.SPEECH
    ]
    result: list[Found] = []
    for each in found:
        if each.place is Place.HEADLINE:
            words = fold_words(_words(text, each))
            source = next((other for held, other in body if words and _within(words, held)), None)
            if source is None and len(words) == 1:
                source = next((other for held, other in body if any(_kin(words[0], word) for word in held)), None)
            if source is not None and each.kind in {QuotationKind.SPEECH, QuotationKind.SCARE}:
                claim = each.claim
                if claim.speaker is None or (claim.verb is None and source.claim.speaker is not None):
                    claim = replace(claim, speaker=source.claim.speaker, office=source.claim.office or claim.office)
                if claim.speaker == source.claim.speaker:
                    claim = replace(claim, date=claim.date or source.claim.date)
                result.append(replace(each, kind=QuotationKind.SPEECH, claim=claim))
                continue
            if each.kind is QuotationKind.SPEECH and each.claim.date is None and body:
                result.append(replace(each, claim=replace(each.claim, date=body[0][1].claim.date)))
                continue
        result.append(each)
    return result


def _kin(first: str, second: str) -> bool:
    """Whether two words begin alike: ‘insulting’ in a headline, “insult” below it."""
    shared = min(len(first), len(second))
    return shared >= _STEM and first[:shared] == second[:shared]


def _within(words: Sequence[str], held: Sequence[str]) -> bool:
    size = len(words)
    return any(list(held[at : at + size]) == list(words) for at in range(len(held) - size + 1))


def _with_days(found: list[Found]) -> list[Found]:
    """A day that the article gives once for what a speaker said holds for what they say after it, and for the few
    paragraphs before it where the article has no other. What a ministry did on a day, in the lead, is said by whoever
    speaks first."""
    result: list[Found] = []
    latest: dict[str | None, str] = {}
    first: dict[str | None, tuple[str, int]] = {}
    for each in found:
        for said, key in each.days:
            first.setdefault(key, (said, each.block))
    if LEAD in first and not _speaks_itself(found):
        spoken = [each for each in found if each.place is Place.BODY and each.claim.speaker is not None]
        if spoken:
            first.setdefault(spoken[0].key, first[LEAD])
    for each in found:
        latest.update({other: said for said, other in each.days})
        later, block = first.get(each.key, (None, 0)) if each.key is not None else (None, 0)
        day = latest.get(each.key) if each.key is not None else None
        if day is None and block - each.block <= _BACK:
            day = later
        wanted = each.kind is QuotationKind.SPEECH and each.claim.date is None and not each.aside
        result.append(replace(each, claim=replace(each.claim, date=day)) if wanted and day else each)
    return result


def _speaks_itself(found: Sequence[Found]) -> bool:
    """Whether the institution of the lead is quoted under its own name, so that its day is nobody else's."""
    leads = {key for each in found for (_, key), (_, following) in itertools.pairwise(each.days) if following == LEAD}
    return any(each.key in leads for each in found if each.place is Place.BODY)


def _with_inner(found: list[Found]) -> list[Found]:
    """What stands inside marks that are nobody's speech, as quotations of their own."""
    result: list[Found] = []
    for each in found:
        result.append(each)
        if each.kind is not QuotationKind.SPEECH and each.inner:
            result += each.inner
    return sorted(result, key=lambda each: (each.marked.outer[0], -each.marked.outer[1]))


def _words(text: str, each: Found) -> str:
    return " ".join([text[start:end] for start, end in each.marked.spans])


def _printed(text: str, each: Found) -> PrintedQuotation:
    pieces: list[str] = []
    at = 0
    for size in each.pieces or (len(each.marked.spans),):
        pieces.append("\n".join([text[start:end] for start, end in each.marked.spans[at : at + size]]))
        at += size
    claim = each.claim if each.kind is QuotationKind.SPEECH else PrintedClaim()
    return PrintedQuotation(" ".join(pieces), tuple(each.marked.spans), (), each.kind, each.place, claim)

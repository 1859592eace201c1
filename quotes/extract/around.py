"""What the words around one quotation say of it, where the rest of its page is not at hand.

A few hundred characters of a page have lost who was named before them. So a name counts only where the quotation's own
sentence has it: whom “he” means, and who spoke last, is left open rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quotes.extract.chinese_speech import read_chinese
from quotes.extract.found import LEAD, Found
from quotes.extract.language import language_of
from quotes.extract.latin_speech import read_latin
from quotes.extract.layout import Block
from quotes.extract.lexicon import lexicon_of
from quotes.extract.marks import find_marked
from quotes.extract.mention import Named
from quotes.extract.mentions import mentions_of
from quotes.extract.sentences import masked, tokens_of
from quotes.extract.unclosed import missing_close
from quotes.model import PrintedClaim

# Sentences read before the quotation, with the one it stands in: the other may name the day.
_SENTENCES: Final = 2
_END: Final = re.compile(r"[.!?…][”’»\"')\]]*(?:\s+|$)|[。！？][”’」』）]*\s*|\n\s*")
# `Mr. Smith`, `Feb. 3`, the `U.S. Army`: what may be an abbreviation ends no sentence.
_ABBREVIATED: Final = re.compile(r"\b[^\W\d_a-zß-ÿ]\w{0,4}\.$")
_STOPPED: Final = re.compile(r"[.!?…:。！？：][”’»\"'」』）)\]]*\s*$")
# Code points from which text before a quotation is as long as a page's is cut off at.
_CUT: Final = 200
# Code points behind a quotation within which its speaker is named, if at all.
_FAR: Final = 160
# Code points behind a day that are read of the sentence before.
_DOING: Final = 40
# Code points of a quotation that are read from either end: what it says is not looked at, but how it begins and ends.
_ENDS: Final = 120
_MARKS: Final = re.compile(r"[“”„‟\"＂«»「」『』\s]+")
_CHINESE_PRONOUNS: Final = frozenset({"他", "她", "它", "该", "其", "他们", "她们"})
_CAPITAL: Final = re.compile(r"\b[^\W\d_a-zß-ÿ][\w-]+")


def read_around(quote: str, before: str, after: str, language: str | None = None) -> PrintedClaim:
    """Whose words `quote` is said to be, and from when, by the text `before` and `after` it; nothing where its own
    sentence names nobody. A day may stand in the sentence before. `language`: BCP 47, told by the words where it is
    left out."""
    before, after = _sentences_before(before), _sentence_after(after)
    if not (before.strip() or after.strip()):
        return PrintedClaim()
    words = _shortened(quote)
    code = language_of(f"{before} {words} {after}", language)
    own = _own_sentence(before)
    before = _with_day(before.removesuffix(own), code) + own
    space = "" if code == "zh" else " "
    opening = before.strip() + space if before.strip() else ""
    following = after.strip()
    behind = space if following[:1].isalnum() else ""
    text = f"{opening}“{words}”{behind}{following}"
    start = len(opening) + 1
    found = _read(text, code)
    place = next((place for place, one in enumerate(found) if one.marked.spans[0][0] == start), None)
    if place is None or found[place].claim.printed is None:
        return PrintedClaim()
    claim = found[place].claim
    if claim.date is None:
        claim = replace(claim, date=_day_before(found[: place + 1], before, own, code))
    return _as_named(claim, code)


def _read(text: str, code: str) -> list[Found]:
    blocks = [Block(0, len(text))]
    lexicon = lexicon_of(code) if code != "zh" else None
    marked = find_marked(text, blocks, missing_close(code) if lexicon else None)
    hidden = masked(text, marked)
    return read_latin(text, hidden, blocks, marked, lexicon) if lexicon else read_chinese(text, hidden, blocks, marked)


def _sentences_before(text: str) -> str:
    """The last sentences of `text`. A heading has nothing to do with what follows; what begins amid a sentence since it
    was cut off there may lack the one who speaks."""
    ends = [end for end in _END.finditer(text) if text[end.end() :].strip()]
    for end in ends:
        if end[0].startswith("\n") and not _STOPPED.search(text[: end.start()]):
            return _sentences_before(text[end.end() :])
    if len(ends) >= _SENTENCES:
        return text[ends[-_SENTENCES].end() :]
    if len(text) < _CUT:
        return text
    return text[ends[0].end() :] if ends else ""


def _sentence_after(text: str) -> str:
    """The rest of the quotation's sentence, and with it what follows where it cannot be told from an abbreviation."""
    paragraph = text.split("\n", 1)[0].lstrip()
    if len(paragraph) > _FAR:
        clauses = re.split(r"(?<=[,;，；])", paragraph[:_FAR])
        paragraph = "".join(clauses[:-1]) or clauses[0].rsplit(" ", 1)[0]
    for end in _END.finditer(paragraph):
        if end.start() and not _ABBREVIATED.search(paragraph[: end.start() + 1]):
            return paragraph[: end.end()]
    return paragraph


def _shortened(quote: str) -> str:
    """The quotation on one line and without marks of its own, which would end it."""
    words = _MARKS.sub(" ", quote).strip()
    return words if len(words) <= 2 * _ENDS else f"{words[:_ENDS]} {words[-_ENDS:]}"


def _own_sentence(before: str) -> str:
    ends = [end.end() for end in _END.finditer(before)]
    return before[ends[-1] :] if ends else before


def _with_day(sentence: str, code: str) -> str:
    """A sentence that stands before the quotation's and names a day, with who does what on it; else nothing."""
    day = None if code == "zh" else lexicon_of(code).day.search(sentence)
    if day is None:
        return ""
    end = sentence.find(" ", day.end() + _DOING)
    return sentence if end < 0 else f"{sentence[:end]}. "


def _day_before(found: Sequence[Found], before: str, own: str, code: str) -> str | None:
    """The day on which the sentence before has the same speaker say or do something. Theirs it is if it has a name of
    theirs, or if they have none (“its foreign ministry”, “the spokesperson”)."""
    quotation = found[-1]
    previous = before.removesuffix(own)
    days = [day for one in found for day, key in one.days if key in {LEAD, quotation.key} and day in previous]
    if not days or code == "zh":
        return None
    determiners = lexicon_of(code).determiners
    names = [word for word in _CAPITAL.findall(quotation.claim.printed or "") if word.lower() not in determiners]
    theirs = not names or any(re.search(rf"\b{re.escape(word)}\b", previous) for word in names)
    return days[-1] if theirs else None


def _as_named(claim: PrintedClaim, code: str) -> PrintedClaim:
    """The claim with the name only where the sentence has it, and with no more of an office than it prints."""
    printed = claim.printed or ""
    if code == "zh":
        if printed in _CHINESE_PRONOUNS:
            return replace(claim, speaker=None, office=None)
        named = claim.speaker is not None and (claim.speaker in printed or printed in claim.speaker)
        return claim if named else replace(claim, speaker=None, office=printed)
    lexicon = lexicon_of(code)
    mentions = mentions_of(tokens_of(printed, 0, len(printed), code), printed, lexicon)
    kind = mentions[0].kind if mentions else Named.PERSON
    if kind is Named.PRONOUN:
        return replace(claim, speaker=None, office=None)
    if claim.speaker is None:
        return claim
    held = {word.lower() for word in re.findall(r"\w+", printed)}
    if any(word in held for word in claim.speaker.lower().split()):
        return claim
    return replace(claim, speaker=None, office=mentions[0].office if mentions else None)

"""What marks are for: somebody's words, the name of a work, a word spoken of, a word kept at a distance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quotes.extract.attribution import Attribution, Frame
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.sentences import Token
from quotes.model import QuotationKind

_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ENDS: Final = re.compile(r"[.!?…。！？,，]['’”“‘\"»«)]*$")
_FULL_STOP: Final = re.compile(r"[.!?…。！？]['’”“‘\"»«)]*$")
# In words: a fragment of this length is somebody's even where its sentence names nobody; shorter ones are as often a
# word held at a distance. Settled on the first two thirds of the labelled articles.
_FRAGMENT: Final = 4
_ORPHAN_FRAGMENT: Final = 7
_OWN_WORDS: Final = re.compile(r"\b(?:his|her|their|your|’s|'s)\s+(?:own\s+|exact\s+)?words?,?\s*$")
_SMALL: Final = 3
# “The word ‘gauge’, she noted, means …”: spoken of, whoever speaks of it.
_WORD_OF: Final = re.compile(
    r"\b(?:[Tt]he (?:word|term|expression)|[Ll]a (?:palabra|voz|expresión)|[Ee]l término|[Ll]e (?:mot|terme)|"
    r"[Ll]’expression|[Dd]as Wort|[Dd]er (?:Begriff|Ausdruck))\s+$"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a quotation stands: the sentence's frame, its token there, the text before and behind it in the sentence,
    who it is attributed to in the sentence, and whether somebody spoke before it in the article."""

    frame: Frame
    place: int
    before: str
    behind: str
    attribution: Attribution | None
    heading: bool
    somebody: bool
    single: bool = False


def kind_of(words: str, setting: Setting, lexicon: Lexicon) -> QuotationKind:
    """`words`: the quotation's, without its marks."""
    count = len(_WORD.findall(words))
    if count == 0:
        return QuotationKind.OTHER
    if lexicon.scares.search(setting.before) and count <= _ORPHAN_FRAGMENT:
        return QuotationKind.SCARE
    if count <= _SMALL and any(
        setting.place in range(each.first + 1, each.last) and each.name for each in setting.frame.mentions
    ):
        # `Wayne ‘The Train’ Tranter`
        return QuotationKind.TERM
    if count <= _SMALL and _WORD_OF.search(setting.before) and not _OWN_WORDS.search(setting.before):
        return QuotationKind.TERM
    spoken = _spoken_at_once(setting)
    named = lexicon.terms.search(setting.before) and not _OWN_WORDS.search(setting.before)
    if (
        (named or lexicon.terms_after.search(setting.behind))
        and not spoken
        and not _FULL_STOP.search(words)
        and count <= _ORPHAN_FRAGMENT
    ):
        return QuotationKind.TERM
    if not spoken and _is_title(words, count, setting, lexicon):
        return QuotationKind.TITLE
    if setting.attribution is not None:
        return _attributed(count, words, setting, lexicon)
    if setting.somebody and goes_on_telling(setting.frame):
        return QuotationKind.SPEECH
    return _unattributed(count, words, setting)


def goes_on_telling(frame: Frame) -> bool:
    """Whether a sentence without a speaker goes on with what the last one said, as German tells it by its verb: “Man
    müsse lernen, …”."""
    return not frame.attributions and any(token.low in frame.lexicon.subjunctives for token in frame.tokens)


def _spoken_at_once(setting: Setting) -> bool:
    """Whether a speaker and a reporting verb stand directly behind the words, after a comma."""
    found = setting.attribution
    return found is not None and found.first > setting.place and _comma_or_close(setting)


def _comma_or_close(setting: Setting) -> bool:
    between = setting.frame.tokens[setting.place + 1 : setting.attribution.first] if setting.attribution else ()
    return all(not token.is_word for token in between)


def _is_title(words: str, count: int, setting: Setting, lexicon: Lexicon) -> bool:
    first = next((letter for letter in words if letter.isalnum()), "")
    if not (first.isupper() or first.isdigit()):
        return False
    if _FULL_STOP.search(words) and not words.endswith(("?", "!")):
        # American papers set their full stop within the marks of a title, too.
        capitals = [word[0].isupper() for word in _WORD.findall(words) if len(word) > 3]
        return len(capitals) > 1 and all(capitals) and lexicon.titles.search(setting.before) is not None
    if lexicon.titles.search(setting.before) or lexicon.titles_after.search(setting.behind):
        return True
    if lexicon.nouns_capital:
        # “sagte er dem ‚Sarner Boten‘”: whom it was told.
        before = setting.frame.tokens[setting.place - 1].low if setting.place else ""
        every = _WORD.findall(words)
        return before in {"dem", "der"} and count in {2, 3} and all(word[0].isupper() for word in every)
    if setting.heading or count < 2:
        return False
    found = setting.attribution
    if found is not None and found.place == setting.place - 1 and not found.naming:
        return False
    every = _WORD.findall(words)
    if lexicon.language != "en":
        return all(word[0].isupper() for word in every) and not _ENDS.search(words)
    long = [word for word in every if len(word) > 3]
    if _ENDS.search(words) and not (words.endswith(("?", "!")) and len(long) >= _SMALL):
        return False
    return len(long) >= 2 and all(word[0].isupper() for word in long)


def _attributed(count: int, words: str, setting: Setting, lexicon: Lexicon) -> QuotationKind:
    found = setting.attribution
    assert found is not None
    tokens = setting.frame.tokens
    if found.first > setting.place and count <= _SMALL and not setting.heading:
        # Part of what does the speaking (“the ‘experts’ said”), not of what is said.
        following = tokens[setting.place + 1] if setting.place + 1 < len(tokens) else None
        before = tokens[setting.place - 1] if setting.place else None
        comma = _ENDS.search(words) or (following is not None and following.text == ",")
        if before is not None and before.is_word and not comma and found.mention is None:
            return QuotationKind.SCARE
        if (
            before is not None
            and before.low in lexicon.determiners
            and following is not None
            and following.is_word
            and not _later_speaker(found, setting)
        ):
            return QuotationKind.SCARE
    if (
        count == 1
        and words[0].isupper()
        and not lexicon.nouns_capital
        and not found.naming
        and setting.place
        and tokens[setting.place - 1].is_word
        and setting.place + 1 < len(tokens)
        and tokens[setting.place + 1].is_word
        and tokens[setting.place + 1].low not in lexicon.conjunctions | lexicon.prepositions
        and tokens[setting.place - 1].low not in lexicon.complementizers | lexicon.verbs
        and not setting.heading
    ):
        # “a celebrated “Viking” longboat”.
        return QuotationKind.SCARE
    if (
        found.place < setting.place
        and found.mention is None
        and count <= _SMALL
        and not found.naming
        and not _introduced(tokens, setting.place)
    ):
        return QuotationKind.SCARE
    return QuotationKind.SPEECH


def _later_speaker(found: Attribution, setting: Setting) -> bool:
    """Whether the speaker stands behind the words and apart from them."""
    mention = found.mention
    between = setting.frame.tokens[setting.place + 1 : found.first]
    return mention is not None and mention.first > setting.place and any(token.text == "," for token in between)


def _introduced(tokens: Sequence[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].text in {":", ","}


def _unattributed(count: int, words: str, setting: Setting) -> QuotationKind:
    tokens = setting.frame.tokens
    alone = not any(token.is_word for token in tokens)
    if alone and (count >= _SMALL or setting.somebody):
        return QuotationKind.SPEECH
    if setting.before.rstrip().endswith((":", "：")) and count > 1:
        return QuotationKind.SPEECH
    if _FULL_STOP.search(words) and count >= _FRAGMENT and setting.before.rstrip().endswith((",", ":")):
        return QuotationKind.SPEECH
    if setting.place and tokens[setting.place - 1].low in setting.frame.lexicon.reporting:
        # “a Mr Bunce said ‘Sorry, sir’”
        return QuotationKind.SPEECH
    if count >= (_FRAGMENT if setting.somebody else _ORPHAN_FRAGMENT):
        return QuotationKind.SPEECH
    if setting.heading and count >= _SMALL:
        return QuotationKind.SPEECH
    return QuotationKind.SCARE

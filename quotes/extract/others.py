"""Words that are somebody else's than the sentence's subject: what she was told, what a note read, what is asked."""

from __future__ import annotations

from typing import Final

from quotes.extract.attribution import Attribution, Frame

_QUESTIONS: Final = frozenset("how what why who when where which whether if".split())
# What is done to whoever is told something, and how many words behind it what they were told stands.
_TOLD: Final = frozenset("told asked advised warned ordered instructed urged".split())
_NEAR: Final = 3


def asks(frame: Frame, attribution: Attribution) -> bool:
    """“Castellan asked how many.”"""
    place = attribution.place
    question = any(token.low in _QUESTIONS for token in frame.tokens[place + 1 : place + 4])
    passive = any(token.low in {"was", "were", "been"} for token in frame.tokens[max(0, place - 2) : place])
    return frame.tokens[place].low in frame.lexicon.asks and question and not passive


def tells_of(frame: Frame, place: int) -> bool:
    """Whether reported speech reports somebody else's: “der Bräutigam habe gerufen: ‚Umdrehen!‘”."""
    tokens = frame.tokens
    if place < 4 or tokens[place - 1].text != ":":
        return False
    begins = next((at for at in range(place - 2, -1, -1) if not tokens[at].is_word), -1) + 1
    clause = [token for token in tokens[begins : place - 1] if token.low not in frame.lexicon.conjunctions]
    subject = len(clause) > 3 and clause[0].low in frame.lexicon.determiners and clause[1].is_capital
    return subject and clause[2].low in frame.lexicon.subjunctives


def is_told(frame: Frame, place: int) -> bool:
    """Whether the words were said to whom the sentence is about: “She was told to ‘let the process work’.”"""
    before = [token.low for token in frame.tokens[:place] if token.is_word or token.is_quotation]
    if before[-2:] in (["that", "read"], ["which", "read"], ["that", "reads"], ["which", "reads"]):
        # “He found a note that read: ‘…’”
        return True
    told = next((at for at in range(len(before) - 1, 0, -1) if before[at] in _TOLD), 0)
    return told > 0 and before[told - 1] in {"was", "were", "been", "being"} and len(before) - told <= _NEAR

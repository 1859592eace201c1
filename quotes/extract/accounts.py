"""Speakers that stand without a verb: “according to”, “in her words”, “an engineer’s warning that”."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.extract.attribution import Attribution
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.mention import Mention, Named
from quotes.extract.sentences import Token

_ACCOUNTS: Final = frozenset(
    "words account telling view phrase description reply statement verdict promise warning answer message "
    "response claim remark comment assertion assessment insistence suggestion complaint admission accusation "
    "argument belief contention pledge vow threat charge".split()
)


def accordings(
    tokens: Sequence[Token], mentions: Sequence[Mention], hidden: str, lexicon: Lexicon
) -> list[Attribution]:
    found: list[Attribution] = []
    begin = tokens[0].start if tokens else 0
    for mention in mentions:
        before = hidden[begin : mention.start]
        introduced = lexicon.according.search(before)
        following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
        account = following in _ACCOUNTS and (mention.possessive or mention.kind is Named.PRONOUN)
        if introduced and lexicon.language == "en" and introduced[0].strip().lower() in {"by", "in", "on"}:
            if not account:
                continue
        elif introduced and introduced[0].strip().lower() in {"for", "as", "para", "pour", "für"}:
            if mention.last + 2 >= len(tokens) or tokens[mention.last + 1].text != ",":
                continue
            near = tokens[mention.last + 2].is_quotation or (lexicon.language != "en" and mention.first == 1)
            if mention.kind is Named.INSTITUTION or not near:
                continue
        if introduced:
            found.append(Attribution(mention, None, mention.first, mention.first - 1, mention.last + account))
    found += _own_words(tokens, lexicon)
    found += _own_views(tokens, mentions, lexicon)
    return found


def _own_views(tokens: Sequence[Token], mentions: Sequence[Mention], lexicon: Lexicon) -> list[Attribution]:
    """`an engineer’s warning that`, `Berg’s description of it as`."""
    found: list[Attribution] = []
    for mention in mentions:
        place = mention.last + 1
        if not mention.possessive or place + 1 >= len(tokens) or tokens[place].low not in _ACCOUNTS:
            continue
        behind = tokens[place + 1]
        if behind.is_quotation or behind.text == ":" or behind.low in {"that", "of", "about"}:
            found.append(Attribution(mention, None, place, mention.first, place))
    return found


def _own_words(tokens: Sequence[Token], lexicon: Lexicon) -> list[Attribution]:
    """`by his account`, `in her words`: who is meant is told by the pronoun."""
    found: list[Attribution] = []
    for place in range(1, len(tokens) - 1):
        gender = {"his": "he", "her": "she", "their": "they"}.get(tokens[place].low)
        if (
            gender
            and lexicon.language == "en"
            and tokens[place - 1].low in {"by", "in"}
            and tokens[place + 1].low in _ACCOUNTS
        ):
            token = tokens[place]
            mention = Mention(Named.PRONOUN, place, place, token.start, token.end, governed=True, gender=gender)
            found.append(Attribution(mention, None, place, place - 1, place + 1))
    return found

"""Speakers that stand without a verb: “according to”, “in her words”, “an engineer’s warning that”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extract.attribution import Attribution
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.mention import ANYBODY, Mention, Named
from quotes.extract.sentences import Token

_ACCOUNTS: Final = frozenset(
    "words account telling view phrase description reply statement verdict promise warning answer message "
    "response claim remark comment assertion assessment insistence suggestion complaint admission accusation "
    "argument belief contention pledge vow threat charge opinion mind".split()
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
    found += _views(tokens, hidden, lexicon)
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


# `A su juicio`, `Selon lui`, `Ihrer Ansicht nach`: by whom, where the words tell it.
_VIEWS: Final = {
    "es": re.compile(r"\b[AaEn]n? su (?:juicio|opinión|entender|parecer)\b|\b[Ss]egún (?P<who>él|ella)\b"),
    "fr": re.compile(r"\b[ÀàAa] (?:son avis|ses yeux)\b|\b(?:[Ss]elon|[Dd][’']après) (?P<who>lui|elle)\b(?!-)"),
    "de": re.compile(
        r"\b(?P<who>[Ss]einer|[Ii]hrer) (?:Ansicht|Meinung|Auffassung|Einschätzung) nach\b"
        r"|\b[Aa]us (?:seiner|ihrer) Sicht\b"
    ),
}
_WHO: Final = {"él": "he", "lui": "he", "seiner": "he", "ella": "she", "elle": "she", "ihrer": "she"}


def _views(tokens: Sequence[Token], hidden: str, lexicon: Lexicon) -> list[Attribution]:
    pattern = _VIEWS.get(lexicon.language)
    if pattern is None or not tokens:
        return []
    result: list[Attribution] = []
    for found in pattern.finditer(hidden, tokens[0].start, tokens[-1].end):
        places = [at for at, token in enumerate(tokens) if found.start() <= token.start < found.end()]
        gender = _WHO.get((found["who"] or "").lower(), ANYBODY)
        mention = Mention(Named.PRONOUN, places[0], places[-1], *found.span(), governed=True, gender=gender)
        result.append(Attribution(mention, None, places[-1], places[0], places[-1]))
    return result


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

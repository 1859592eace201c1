"""The day that an article says something was said on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quotes.extract.attribution import Attribution, Frame
from quotes.extract.clauses import head_of, relatives_of
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.sentences import Token

# Days told by another one: no day that the article gives for the speaker holds there, and they are read as none.
OTHER_DAY: Final = re.compile(
    r"\b(?:(?:a|one|two|three|some|several|few) (?:days?|weeks?|months?|years?) (?:earlier|before)|"
    r"the (?:day|night|week) before|la veille|l[’']avant-veille|quelques jours (?:plus tôt|auparavant)|"
    r"un jour plus tôt|am Vortag|(?:am )?Tags? zuvor|einen Tag (?:zuvor|früher)|(?:un|dos|tres) días? antes|"
    r"el día anterior|la víspera)\b"
    r"|前一[天日晚]|此前|日前|早前",
    re.IGNORECASE,
)


def day_of(frame: Frame, attribution: Attribution | None, hidden: str, lexicon: Lexicon) -> str | None:
    """The day that the sentence says it was said on, as printed."""
    tokens = frame.tokens
    if not tokens:
        return None
    days = list(lexicon.day.finditer(hidden, tokens[0].start, tokens[-1].end))
    clauses = relatives_of(tokens, lexicon) if days else []
    for day in days:
        at = next((place for place, token in enumerate(tokens) if token.start >= day.start("day")), None)
        if at is None or _is_of_name(tokens, at):
            continue
        clause = next((each for each in clauses if each.holds(at)), None)
        if (
            clause is not None
            and head_of(clause, frame.mentions, lexicon, tokens) is not None
            and (attribution is None or not clause.holds(attribution.place))
        ):
            # “Berg, who resigned on Tuesday, said”
            continue
        if any(_is_of(tokens, at, each, lexicon) for each in _alike(frame, attribution)):
            return day["day"]
        if attribution is not None and attribution.participle and _is_of_clause(tokens, at, attribution, lexicon):
            return day["day"]
        if _on_occasion(tokens, at, lexicon) or (attribution is None and _before_occasion(tokens, at, lexicon)):
            return day["day"]
    return None


def _is_of_clause(tokens: Sequence[Token], at: int, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether a participle hangs on what was done on a day: “summoned her on Thursday after …, calling”."""
    between = tokens[at + 1 : attribution.place]
    told = any(token.low in lexicon.complementizers for token in tokens[:at])
    told = told or any(token.is_quotation for token in tokens[: attribution.place])
    return not told and any(token.text == "," for token in between)


def _is_of_name(tokens: Sequence[Token], at: int) -> bool:
    """`Breakfast Today`: a programme."""
    return at > 0 and tokens[at].text in {"Today", "Tonight", "Yesterday"} and tokens[at - 1].is_capital


def _alike(frame: Frame, attribution: Attribution | None) -> list[Attribution]:
    """The reports of a sentence by the same speaker: “rejected on Tuesday …, calling” is one."""
    if attribution is None:
        return []
    return [
        each
        for each in frame.attributions
        if each.verb is not None
        and (each is attribution or each.mention is attribution.mention)
        and (each is attribution or not each.participle)
    ]


def _is_of(tokens: Sequence[Token], at: int, attribution: Attribution, lexicon: Lexicon) -> bool:
    place = attribution.place
    if at < place:
        clause = next((number for number in range(at, -1, -1) if tokens[number].text == ","), 0)
        if any(token.low in lexicon.complementizers for token in tokens[clause:at]):
            # “Asked whether he would return on Thursday, she said”
            return False
        between = tokens[at + 1 : place]
        quoted = [number for number, token in enumerate(between) if token.is_quotation]
        if quoted and any(token.text == "," for token in between[quoted[-1] :]):
            # “fermera lundi « … », a annoncé la directrice”: the day is of what is told.
            return False
        return not any(token.low in lexicon.breaks or token.low in lexicon.complementizers for token in between) and (
            attribution.mention is None
            or not any(token.low in lexicon.verbs and token.is_word and not token.is_capital for token in between)
        )
    start = place + 1
    if attribution.mention is not None and attribution.mention.first > place:
        start = attribution.mention.last + 1
    between = tokens[start:at]
    plain = tokens[place].low not in lexicon.reporting
    for token in between:
        if token.is_quotation or token.low in lexicon.complementizers or token.low in lexicon.auxiliaries:
            return False
        if token.text in {",", ":", ";"} and not plain:
            return False
        if (
            not plain
            and token.is_word
            and token.low not in lexicon.audiences
            and not _is_placed(tokens, token, start, lexicon)
            and token.low not in lexicon.occasions
            and not token.is_capital
        ):
            return False
    return True


def _is_placed(tokens: Sequence[Token], token: Token, start: int, lexicon: Lexicon) -> bool:
    """Whether a word stands behind a preposition, with an article between at most: “in the capital”. Behind `told` it
    may be whom was told."""
    place = next(at for at, each in enumerate(tokens) if each is token)
    at = place - 1
    if at >= start and tokens[at].low in lexicon.determiners:
        at -= 1
    if at < start:
        return tokens[start - 1].low in {"told", "tells"}
    return tokens[at].low in lexicon.prepositions or tokens[at].low in lexicon.audiences


def _on_occasion(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether the day is that of a briefing or statement named just before it."""
    back = at - 1
    steps = 0
    while back >= 0 and steps < 4:
        low = tokens[back].low
        if low in lexicon.occasions:
            return True
        if not tokens[back].is_word or low in lexicon.auxiliaries:
            return False
        back -= 1
        steps += 1
    return False


def _before_occasion(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a speech or a meeting is named just behind the day: “took leave yesterday with a short speech”."""
    for token in tokens[at + 1 : at + 7]:
        if not token.is_word or token.low in lexicon.auxiliaries:
            return False
        if token.low in lexicon.occasions:
            return True
    return False

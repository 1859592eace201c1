"""A sentence read: its tokens, whom it names, who is said to speak by which verb."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extract.accounts import accordings
from quotes.extract.attribution import Attribution, Frame
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.mention import Mention, Named
from quotes.extract.mentions import mentions_of
from quotes.extract.sentences import Token
from quotes.extract.speech_verbs import finite, hangs_on, is_noun, participle


def frame_of(
    tokens: Sequence[Token],
    hidden: str,
    lexicon: Lexicon,
    *,
    heading: bool = False,
    surnames: frozenset[str] = frozenset(),
) -> Frame:
    mentions = mentions_of(tokens, hidden, lexicon, surnames)
    found: list[Attribution] = []
    for place, token in enumerate(tokens):
        low = token.low
        if token.is_capital and not heading and place > 0:
            continue
        if low in lexicon.participles and (hangs_on(tokens, place) or _beside_subject(tokens, mentions, place)):
            found.append(participle(tokens, mentions, found, place, lexicon))
        elif low in lexicon.verbs and not is_noun(tokens, place, lexicon):
            attribution = finite(tokens, mentions, place, lexicon)
            if attribution is not None:
                found.append(attribution)
    found += _unknown_verbs(tokens, mentions, found, lexicon)
    if heading:
        found += _heading_verbs(tokens, mentions, found, lexicon)
    found += accordings(tokens, mentions, hidden, lexicon)
    return Frame(tokens, mentions, sorted(found, key=lambda each: each.place), lexicon)


def _beside_subject(tokens: Sequence[Token], mentions: Sequence[Mention], place: int) -> bool:
    """“…, with her press secretary saying …”"""
    return any(each.last == place - 1 and each.first > 0 and tokens[each.first - 1].low == "with" for each in mentions)


def _unknown_verbs(
    tokens: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Attribution], lexicon: Lexicon
) -> list[Attribution]:
    """Any verb between a quotation and a name: « … », sourit Germaine Motte."""
    known = {each.place for each in found}
    no_verbs = lexicon.no_names | lexicon.prepositions | lexicon.determiners | lexicon.breaks | lexicon.auxiliaries
    result: list[Attribution] = []
    for mention in mentions:
        place = mention.first - 1
        if place < 1 or place in known or mention.kind not in {Named.PERSON, Named.OFFICE}:
            continue
        verb = tokens[place]
        if not verb.is_word or verb.is_capital or verb.low in no_verbs or verb.text[0].isdigit():
            continue
        before = tokens[place - 1]
        comma = before.text == "," and place > 1 and tokens[place - 2].is_quotation
        if comma or (before.is_quotation and lexicon.language == "en" and mention.kind is Named.PERSON):
            result.append(Attribution(mention, verb, place, place, mention.last))
    if lexicon.language == "es":
        # «…», sentencia, «…»: between two quotations a word between commas is a verb.
        for place in range(2, len(tokens) - 2):
            commas = tokens[place - 1].text == tokens[place + 1].text == ","
            if commas and tokens[place - 2].is_quotation and tokens[place + 2].is_quotation and place not in known:
                result.append(Attribution(None, tokens[place], place, place, place))
    if lexicon.language == "en":
        result += _unknown_verbs_behind(tokens, mentions, no_verbs, known)
    return result


def _unknown_verbs_behind(
    tokens: Sequence[Token], mentions: Sequence[Mention], no_verbs: frozenset[str], known: set[int]
) -> list[Attribution]:
    """Any verb that ends its clause behind a quotation and who spoke it: “…,” he purred, “…”."""
    result: list[Attribution] = []
    for mention in mentions:
        place = mention.last + 1
        if place in known or place >= len(tokens) or not mention.first or not tokens[mention.first - 1].is_quotation:
            continue
        if mention.kind is not Named.PERSON and mention.gender not in {"he", "she"}:
            continue
        if mention.first > 1 and tokens[mention.first - 2].is_word:
            # “over a ‘fake’ Viking boat”
            continue
        verb, behind = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
        ends = behind is None or not behind.is_word or behind.low.endswith("ly")
        if ends and verb.text.isalpha() and verb.text.islower() and verb.low not in no_verbs:
            result.append(Attribution(mention, verb, place, mention.first, place))
    return result


def _heading_verbs(
    tokens: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Attribution], lexicon: Lexicon
) -> list[Attribution]:
    """Any verb between a name and a quotation of a headline: `Manager Duncan Leith rues ‘the longest …’`."""
    known = {each.place for each in found}
    function_words = lexicon.no_names | lexicon.prepositions | lexicon.determiners | lexicon.auxiliaries
    result: list[Attribution] = []
    for mention in mentions:
        place = mention.last + 1
        if place + 1 >= len(tokens) or place in known or not tokens[place + 1].is_quotation:
            continue
        verb = tokens[place]
        if verb.is_word and not verb.is_capital and verb.low not in function_words and not mention.governed:
            result.append(Attribution(mention, verb, place, mention.first, place))
    return result

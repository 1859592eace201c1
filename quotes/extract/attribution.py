"""Who speaks a quotation, among those a sentence has speaking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.mention import Mention
from quotes.extract.sentences import Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody reports: tokens `first` to `last` hold both speaker and verb. `verb` is None where a preposition does
    its work (“according to”). `after`: the speaker is named behind the verb."""

    mention: Mention | None
    verb: Token | None
    place: int
    first: int
    last: int
    naming: bool = False
    participle: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence read: its tokens, whom it names, who is said to speak."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]
    lexicon: Lexicon

    @property
    def subjects(self) -> list[Mention]:
        """Whom the sentence is about, as far as persons or offices stand in a subject's place."""
        return [
            mention
            for mention in self.mentions
            if mention.gender != "it"
            and not mention.governed
            and not mention.possessive
            and is_subject_like(self.tokens, mention, self.lexicon)
        ]


def is_subject_like(tokens: Sequence[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """Whether what stands before a mention may stand before a subject."""
    if mention.first == 0:
        return True
    before = tokens[mention.first - 1]
    if not before.is_word:
        return before.text not in {"$", "€", "#", "%"}
    inverted = lexicon.language != "en" and before.low in lexicon.auxiliaries
    return inverted or before.low in lexicon.conjunctions or before.text[0].isdigit()


def attribution_of(frame: Frame, place: int, lexicon: Lexicon) -> Attribution | None:
    """Who speaks the quotation at token `place` of the sentence; None where the sentence does not say."""
    tokens = frame.tokens
    following = [each for each in frame.attributions if each.first > place]
    behind = next((each for each in following if _joins(tokens, place, each.first)), None)
    earlier = [each for each in frame.attributions if each.place < place]
    if earlier and behind is not None:
        at = place - 1
        while at >= 0 and (
            (not tokens[at].is_word and not tokens[at].is_quotation) or tokens[at].low in lexicon.complementizers
        ):
            at -= 1
        if at == earlier[-1].last and not _comma_between(tokens, place, behind.first) and behind.naming:
            return earlier[-1]
        parted = any(each.text in {"–", "—", ";"} for each in tokens[place + 1 : behind.first])
        if at == earlier[-1].last and at == place - 1 and parted and earlier[-1].verb is not None:
            # “Ministerin rügt „…“ – Landrat kontert”
            return earlier[-1]
    if behind is not None:
        return behind
    if earlier and following and earlier[-1].naming and _is_it(earlier[-1].mention):
        # “opposes what it called ‘bullying’, a spokesperson said”.
        return following[0]
    if earlier:
        return _governing(tokens, earlier, lexicon)
    around = [
        each
        for each in frame.attributions
        if each.first < place < each.place and (lexicon.nouns_capital or _is_coordinate(tokens, each))
    ]
    if around:
        return around[0]
    return following[0] if following else None


def _is_it(mention: Mention | None) -> bool:
    return mention is not None and mention.gender == "it"


def _is_coordinate(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """Whether a verb goes with the one before it: “ruled out ‘heroics’ and said …”."""
    return tokens[attribution.place - 1].low in {"and", "y", "et", "und", "but", "pero", "mais", "aber"}


def _joins(tokens: Sequence[Token], place: int, first: int) -> bool:
    return all(
        not token.is_word and not token.is_quotation and token.text not in ".;:" for token in tokens[place + 1 : first]
    )


def _comma_between(tokens: Sequence[Token], place: int, first: int) -> bool:
    return any(token.text == "," for token in tokens[place + 1 : first])


def _governing(tokens: Sequence[Token], earlier: Sequence[Attribution], lexicon: Lexicon) -> Attribution:
    """The nearest report before a quotation, or the one that it is reported in: in “He added that Verania had assured
    it would never …” the words are his."""
    nearest = earlier[-1]
    outer = [each for each in earlier[:-1] if each.verb is not None and not each.naming]
    if outer and nearest.verb is not None and not nearest.participle and nearest.mention is not None:
        reported = nearest.past
        if nearest.mention.first > 0 and tokens[nearest.mention.first - 1].low in lexicon.complementizers:
            reported = True
        if reported and outer[-1].mention is not None:
            return outer[-1]
    return nearest

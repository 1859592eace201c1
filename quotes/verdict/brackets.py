"""The writer's brackets: an explanation is marked and allowed; one that contradicts the record is an alteration.

A bracket stands for words of the record ("[The agreement] covers"), beside them ("she [Lindqvist]") or for part of a
word ("[I]f"). It contradicts when it puts a negation in or takes one out, or has another number, name, modal or other
protected word than the record's own in that place; and when it names another for a pronoun than the one the record
speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from quotes.align import Step
from quotes.model import EditClass
from quotes.text import quantity, tokenize
from quotes.verdict.forms import PRONOUNS, negates
from quotes.verdict.sides import Sides, sentence_start
from quotes.verdict.words import TITLES

# The record's words a bracket may stand for: a name for a pronoun or a clause, not a paragraph.
REACH: Final = 8
# First letters that two forms of a word share.
_STEM: Final = 2
# Kinds in which a bracket may not say something else than the record.
_FIRM: Final = (
    EditClass.MODAL,
    EditClass.QUANTIFIER,
    EditClass.SCALAR,
    EditClass.HEDGE,
    EditClass.UNIT,
    EditClass.DATE,
    EditClass.CONDITIONAL,
)
_PERSONAL: Final = frozenset("he him his she her hers".split())
_MASCULINE: Final = frozenset({"mr", "sir", "king", "prince"})
_FEMININE: Final = frozenset({"ms", "mrs", "miss", "madam", "queen", "princess"})


def contradiction(sides: Sides, step: Step, heard: str = "") -> EditClass | None:
    """In what the bracket of `step` contradicts the record; None when it only explains. `heard` is the question that
    the turn answers: whom it names can be meant too."""
    quotation = sides.alignment.quotation
    mine = [token for token in range(step.quote_first, step.quote_last) if quotation.bracketed[token]]
    words, recorded = [sides.quote[token] for token in mine], sides.recorded(step)
    their_kinds = sides.source_kinds[step.source_first : step.source_last]
    our_kinds = [sides.quote_kinds[token] for token in mine]
    printed_kinds = sides.quote_kinds[step.quote_first : step.quote_last]
    if (EditClass.NEGATION in their_kinds) != (EditClass.NEGATION in printed_kinds):
        return EditClass.NEGATION
    if _other_numbers(words, recorded):
        return EditClass.NUMBER
    for kind in _FIRM:
        theirs = {word for word, its in zip(recorded, their_kinds, strict=True) if its is kind}
        ours = {word for word, its in zip(words, our_kinds, strict=True) if its is kind}
        if theirs and ours and not theirs & ours:
            return kind
        if theirs and not ours and kind is EditClass.CONDITIONAL:
            return kind
    names = _names(sides.quote, sides.quote_names, mine)
    if not names:
        return None
    theirs = set(_names(sides.source, sides.source_names, range(step.source_first, step.source_last)))
    if theirs:
        return EditClass.NAME if not _same_name(names, sorted(theirs), words, recorded) else None
    return EditClass.NAME if _names_another(sides, step, names, heard) else None


def of_parts(sides: Sides, step: Step, heard: str) -> EditClass:
    """The class of a step whose printed words are bracketed whole or in part: [un]able for "able" turns it, think[s]
    for "think" does not, and dis[close] for "tell" is another word."""
    recorded = sides.recorded(step)
    glued = sides.alignment.quotation.glued
    parts = [
        sides.quote[token]
        for token in range(step.quote_first, step.quote_last)
        if glued[token] and not sides.alignment.quotation.bracketed[token]
    ]
    if any(negates(part, word) for part in parts for word in recorded):
        return EditClass.NEGATION
    if not all(any(part[:_STEM] == word[:_STEM] for word in recorded) for part in parts):
        return contradiction(sides, step, heard) or EditClass.CONTENT
    return contradiction(sides, step, heard) or (EditClass.BRACKET if len(recorded) <= REACH else EditClass.CONTENT)


def _other_numbers(words: Sequence[str], recorded: Sequence[str]) -> bool:
    ours = [word for word in words if word[0].isdigit()]
    theirs = [word for word in recorded if word[0].isdigit()]
    if not ours or not theirs or quantity(list(words)) == quantity(list(recorded)) is not None:
        return False
    return not {*ours} & {*theirs}


def _names(words: Sequence[str], flags: Sequence[bool], tokens: Sequence[int] | range) -> list[str]:
    """The folded names among `tokens`, titles not counted; at a bracket's head a capital is a name's when the words
    after it are names or the word stands alone."""
    return [
        words[token]
        for token in tokens
        if (flags[token] or (token == tokens[0] and len(tokens) > 1 and flags[tokens[1]]))
        and words[token] not in TITLES
    ]


def _same_name(ours: Sequence[str], theirs: Sequence[str], words: Sequence[str], recorded: Sequence[str]) -> bool:
    """Whether both may name one: a word in common, the initials of the other, or a description with it."""
    if {*ours} & {*theirs}:
        return True
    for short, long in ((ours, recorded), (theirs, words)):
        initials = "".join(word[0] for word in long)
        capitals = "".join(word[0] for word in long if word not in {"of", "the", "and", "for"})
        if any(len(word) > 1 and word in {initials, capitals} for word in short):
            return True
    # "the American president" for a name describes him; a bare name for a bare name is another.
    described = sum(1 for word in recorded if word not in theirs) + sum(1 for word in words if word not in ours)
    return described > 0


def _names_another(sides: Sides, step: Step, names: Sequence[str], heard: str) -> bool:
    """Whether the pronoun that the bracket explains or replaces stands, as far as turn and question tell, for somebody
    else: one person only is spoken of before it, and the name in the bracket is nowhere in either."""
    pronoun = _pronoun(sides, step)
    if pronoun not in _PERSONAL:
        return False
    if {*names} & ({*sides.source} | {*tokenize(sides.alignment.source.text).norms} | {*tokenize(heard).norms}):
        return _nearer(sides, step, names, pronoun)
    spoken_of = list(_persons(sides, 0, step.source_first, pronoun))
    return len({person for person, _ in spoken_of}) == 1


def _nearer(sides: Sides, step: Step, names: Sequence[str], pronoun: str) -> bool:
    """Whether the sentence itself, or the one before it, has one person before the pronoun and it is another."""
    tokens = sides.alignment.source.tokens
    first = sentence_start(tokens, max(min(step.source_first, len(tokens)) - 1, 0))
    if first:
        first = sentence_start(tokens, first - 1)
    stretch = sides.source[first : step.source_first]
    near = {person for person, _ in _persons(sides, first, step.source_first, pronoun)}
    return len(near) == 1 and not near & {*names} and not {*names} & {*stretch}


def _pronoun(sides: Sides, step: Step) -> str:
    """The pronoun that the bracket replaces, or the one right before or after it."""
    for word in sides.recorded(step):
        if word in PRONOUNS:
            return word
    if step.recorded:
        return ""
    before = sides.source[step.source_first - 1] if step.source_first else ""
    return before if before in PRONOUNS else ""


def _persons(sides: Sides, first: int, last: int, pronoun: str) -> Iterator[tuple[str, int]]:
    """The surnames, and their tokens, of the persons spoken of by title: Mr. Renn, Captain Hult."""
    words, flags = sides.source, sides.source_names
    for token in range(first, min(last, len(words)) - 1):
        if words[token] not in TITLES or not flags[token + 1]:
            continue
        title = words[token]
        if (title in _FEMININE and pronoun in {"he", "him", "his"}) or (
            title in _MASCULINE and pronoun in {"she", "her", "hers"}
        ):
            continue
        end = token + 1
        while end + 1 < last and flags[end + 1] and words[end + 1] not in TITLES:
            end += 1
        yield words[end], end

"""Function words that grammar lets go: "all of the", "in order to", "areas that are growing", the auxiliaries and
"and" of live notes. A word is let go by where it stands, never for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.align import Step
from quotes.model import EditClass
from quotes.text import is_numeric
from quotes.verdict.forms import AUXILIARIES, BE_FORMS, HAVE_FORMS, PRONOUNS, SUBJECTS, is_participle, is_past_auxiliary
from quotes.verdict.sides import Sides, gap, sentence_start
from quotes.verdict.words import ARTICLES, MODALS, NEGATIONS

_OF_BEFORE: Final = frozenset("all both half outside inside off alongside".split())
_DETERMINERS: Final = ARTICLES | {"this", "that", "these", "those", "my", "our", "your", "his", "her", "its", "their"}
_HELP: Final = frozenset("help helps helped helping".split())
# With an article these are some, without it hardly any.
_FEW: Final = frozenset({"few", "little"})
_RELATIVES: Final = frozenset({"that", "which", "who"})
_PRESENT: Final = frozenset({"is", "are", "am", "be", "been", "being", "has", "have"})
# Words that differ in nothing but the ear.
_VARIANTS: Final = tuple(
    frozenset(pair.split(":"))
    for pair in (
        "on:upon till:until which:that everyone:everybody anyone:anybody someone:somebody amid:amidst "
        "although:though".split()
    )
)


def is_variant(old: str, new: str) -> bool:
    """Whether two words are one said otherwise: on and upon, everyone and everybody."""
    return {old, new} in _VARIANTS


def dropped(sides: Sides, step: Step) -> EditClass | None:
    """The class of the record's function words that were left out; None when they are none or carry something."""
    words, first, last = sides.source, step.source_first, step.source_last
    gone = words[first:last]
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if _goes_unmissed(gone, before, after):
        return EditClass.FUNCTION_WORD
    if gone[-1] in {"a", "an"} and after in _FEW:
        return EditClass.QUANTIFIER
    if gone[-1] in BE_FORMS and {*gone} <= BE_FORMS | HAVE_FORMS and is_participle(after):
        return EditClass.ROLES
    if {*gone} <= AUXILIARIES and any(is_past_auxiliary(word) for word in gone):
        return EditClass.TENSE
    if {*gone} <= HAVE_FORMS and is_participle(after):
        return EditClass.TENSE
    if {*gone} <= _PRESENT and gone[-1] in BE_FORMS and after not in NEGATIONS:
        return EditClass.FUNCTION_WORD
    if len(gone) == 2 and gone[0] in _RELATIVES and gone[1] in {"is", "are"} and after.endswith("ing"):
        return EditClass.FUNCTION_WORD
    if gone in (["do"], ["does"]) and before in SUBJECTS and after not in NEGATIONS:
        return EditClass.FUNCTION_WORD
    if gone == ["and"] and not _beside_number(before, after):
        return EditClass.FUNCTION_WORD
    if len(gone) == 2 and gone[0] == "and" and _same_subject(sides, gone[1], first, after):
        return EditClass.FUNCTION_WORD
    return None


def put_in(sides: Sides, step: Step) -> EditClass | None:
    """The class of printed function words that the record lacks; None when they are none or carry something."""
    words, first, last = sides.quote, step.quote_first, step.quote_last
    come = words[first:last]
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    if _goes_unmissed(come, before, after):
        return EditClass.FUNCTION_WORD
    if come[-1] in {"a", "an"} and after in _FEW:
        return EditClass.QUANTIFIER
    if come[-1] in BE_FORMS and {*come} <= BE_FORMS | HAVE_FORMS and is_participle(after):
        return EditClass.ROLES
    if {*come} <= AUXILIARIES and any(word in HAVE_FORMS or is_past_auxiliary(word) for word in come):
        return EditClass.TENSE
    recorded = gap(sides.alignment.source.tokens, step.source_first)
    if come == ["and"] and recorded.strip() and not _beside_number(before, after):
        return EditClass.FUNCTION_WORD
    return None


def _goes_unmissed(words: Sequence[str], before: str, after: str) -> bool:
    """Whether the language says it with or without these words, on whichever side they stand."""
    if words == ["of"]:
        return before in _OF_BEFORE and (after in _DETERMINERS or after in PRONOUNS)
    if words == ["in", "order"]:
        return after == "to"
    return words == ["to"] and before in _HELP


def _beside_number(before: str, after: str) -> bool:
    return any(word and is_numeric(word) for word in (before, after))


def _same_subject(sides: Sides, pronoun: str, first: int, after: str) -> bool:
    """Whether the pronoun after an "and" can only be the subject that the sentence had before."""
    if pronoun not in SUBJECTS or not (after in AUXILIARIES or after in MODALS):
        return False
    said = sides.source[sentence_start(sides.alignment.source.tokens, first) : first]
    subjects = {word for word in said if word in PRONOUNS and word in SUBJECTS}
    return subjects == {pronoun} or (pronoun == "it" and not subjects)

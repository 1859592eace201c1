"""Quotations begun or ended inside a clause, so that a word just outside turns what they say: "We are not" | "going to
raise the fares".

Only the nearest words count, with nothing but auxiliaries and small words between them and the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.verdict.context.surroundings import Surroundings

_BETWEEN: Final = (
    r"(?:(?:going|to|be|been|being|yet|have|has|had|a|an|the|any|in|that|this|really|currently|necessarily|ever|even|"
    r"planning|"
    r"able|want(?:ing)?|trying|looking|intend(?:ing)?|prepared|ready|allow|let|of|as|by|like)\s+){0,3}"
)
_BEFORE: Final = re.compile(
    # Negation
    r"(?:(?<!why )(?<!or )(?<!if )(?:\bnot|n't|\bnever|\bwithout|\bneither|\bnor|\bhardly|\bbarely|\brather than|"
    r"\binstead of|\bno longer|\bfar from|\bnone of|\bno intention of|\bno plans? (?:to|for)|\bno|\brefus(?:e|ed|es|"
    r"ing) to|"
    r"\bfail(?:ed|s|ing)? to|\bunable to)\s+" + _BETWEEN +
    # Condition
    r"|\b(?:if|unless|whether|as if|as though|in case|assuming(?: that)?|supposing)\s+(?:(?:the|an?)\s+)?"
    # Concession
    r"|\b(?:although|(?<!as )though|even though|even if|despite|whereas)\s+(?:(?:the|an?)\s+)?)$",
    re.IGNORECASE,
)
# The month of May is no modal.
_MODAL: Final = re.compile(
    r"(?<!what we )(?<!what he )(?<!what they )(?<!what I )\b(?:may|might|could)\s+(?:(?:well|also|soon|be|have|"
    r"been)\s+){0,2}$"
)
_BEFORE_SPANISH: Final = re.compile(
    r"(?:\b(?:no|nunca|jamás|sin|ni|tampoco)\s+(?:(?:se|lo|la|le|les|nos|me|los|las|vamos|va|van|voy|a|ha|han|hemos|"
    r"he|es|son|"
    r"está|están|hay|había|puede|pueden|podemos|quiere|quieren|queremos|debe|deben|ser|estar|un|una|el)\s+){0,3}"
    r"|\b(?:aunque|salvo que|a menos que|a pesar de que|si)\s+(?:(?:el|la|los|las)\s+)?)$",
    re.IGNORECASE,
)
_BEFORE_CHINESE: Final = re.compile(
    r"(?:绝?不会?|决不会?|从不|从未|没有|未|不能|不得|不应|不要|不允许|并非|并不|无意|拒绝|如果|倘若|除非|即使|虽然|尽管|可能)$"
)
_AUXILIARY: Final = re.compile(
    r"\b(?:will|would|do|does|did|can|could|is|are|was|were|has|have|had|should|must|may|might|am)$", re.IGNORECASE
)
_AFTER_NOT: Final = re.compile(r"\s+(?P<cue>not|never|no longer)\b")
_AFTER: Final = re.compile(
    r"[,;]?\s*[—–-]*\s*(?P<cue>but (?:only|not|never)\b|just not\b|(?:even )?though\b|although\b|except(?: for| that|"
    r" where| "
    r"when| in)?\b|with the exception of\b|albeit\b|or (?:so|at least)\b|other than\b|apart from\b|"
    r"pero (?:no|s[oó]lo)\b|aunque\b|salvo\b|excepto\b|但(?:这|并|也|绝|决|我们|中方)*不|虽然|尽管)",
    re.IGNORECASE,
)
# The passage takes the negation up again: "not | only … but", "couldn't be | clearer".
_TAKEN_UP: Final = re.compile(
    r"(?:only|just|merely|simply|more\b|happier|clearer|prouder|better|least\b|until\b)", re.IGNORECASE
)
_SPOKEN: Final = re.compile(r"(?:you|i|we) (?:will|may|look|recall|remember|want|think)\b", re.IGNORECASE)


def cut_before(around: Surroundings) -> Iterator[ContextFlag]:
    if _TAKEN_UP.match(around.passage) or _SPOKEN.match(around.passage):
        return
    for pattern in (_BEFORE, _MODAL, _BEFORE_SPANISH, _BEFORE_CHINESE):
        found = pattern.search(around.lead)
        if found and not _asks(around, found):
            yield around.flag(FlagName.CUT_BEFORE, around.first + found.start(), around.first + found.end())
            return


def cut_after(around: Surroundings) -> Iterator[ContextFlag]:
    found = _AFTER_NOT.match(around.rest) if _AUXILIARY.search(around.passage) else None
    if found := found or _AFTER.match(around.rest):
        yield around.flag(FlagName.CUT_AFTER, around.end + found.start("cue"), around.end + found.end("cue"))


def _asks(around: Surroundings, found: re.Match[str]) -> bool:
    """ "Isn't | this a fine harbour?" denies nothing."""
    return found[0].lstrip().startswith("n't") and len(around.lead[: found.start()].split()) <= 2 and "?" in around.rest

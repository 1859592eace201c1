"""House rules as data: which classes of edit a verdict forgives, and which it calls small. The diff is the same under
all; only the verdict moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from quotes.errors import BadPolicy
from quotes.model import EditClass

PRESENTATION: Final = frozenset({EditClass.EQUAL, EditClass.PRESENTATION, EditClass.RECORD_NOISE})
MARKED: Final = frozenset({EditClass.ELLIPSIS, EditClass.BRACKET})
SMALL: Final = frozenset(
    {EditClass.FILLER, EditClass.ARTICLE, EditClass.THAT, EditClass.CONTRACTION, EditClass.FUNCTION_WORD}
)
# Never below `altered`, under any policy.
PROTECTED: Final = frozenset(
    {
        EditClass.NEGATION,
        EditClass.MODAL,
        EditClass.TENSE,
        EditClass.PERSON,
        EditClass.ROLES,
        EditClass.NUMBER,
        EditClass.UNIT,
        EditClass.DATE,
        EditClass.NAME,
        EditClass.QUANTIFIER,
        EditClass.HEDGE,
        EditClass.CONDITIONAL,
        EditClass.SCALAR,
        EditClass.PREPOSITION,
        EditClass.SENTENCE_BOUNDARY_MOVED,
    }
)


@dataclass(frozen=True, slots=True)
class Policy:
    """`free` edits leave a quotation verbatim, `minor` ones make it a minor variance, everything else that is not
    marked alters it. `rule` says in a sentence what house rule this is."""

    name: str
    rule: str
    free: frozenset[EditClass]
    minor: frozenset[EditClass]


POLICIES: Final = {
    policy.name: policy
    for policy in (
        Policy(
            "default",
            "Presentation is free; fillers, articles, “that”, contractions and words that grammar lets go are a minor "
            "variance; anything else unmarked alters the quotation.",
            free=PRESENTATION,
            minor=SMALL,
        ),
        Policy(
            "strict",
            "As the AP has it, and Reuters but for a slip of grammar: words inside quote marks are not changed; what "
            "is left out is marked. Any unmarked edit alters the quotation.",
            free=PRESENTATION,
            minor=frozenset(),
        ),
        Policy(
            "lenient",
            "As houses that tidy speech have it: “um” and false starts go unmarked, and a mended ending or agreement "
            "is a minor variance.",
            free=PRESENTATION | {EditClass.FILLER},
            minor=SMALL | {EditClass.INFLECTION},
        ),
    )
}


def policy_named(name: str) -> Policy:
    """The policy of that name. Raises BadPolicy."""
    try:
        return POLICIES[name]
    except KeyError:
        raise BadPolicy(
            f"there is no policy {name!r}; choose one of {', '.join(POLICIES)}", pointer="/policy"
        ) from None

"""Offices as words: which are the same, what each is of, and which stand for one person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from quotes.extract.lexicon.entry import Lexicon

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Offices that stand for any other: “the official”, “el titular de Mareas”.
_ANY_HEAD: Final = frozenset("titular responsabl mandatari dirigent official leader".split())
# Institutions that any spokesperson may speak for.
_GOVERNING: Final = frozenset(
    "government ministry gobiern gobierno ministeri ministerio gouvernement regierung".split()
)
# Stems of those who are not named later either.
_ANONYMOUS: Final = frozenset("official diplomat source aide insider fuente diplomátic proche funcionari".split())
# Who speaks once and is not spoken of again.
_NOBODY: Final = frozenset("someone somebody one another alguien quelqu’un jemand".split())
# Ends of the stems of offices that need not mean whoever was named last.
_OF_ONE: Final = tuple(
    "minister ministr spokes president präsident président chancellor kanzler cancill premier "
    "secretary secretar secretári ambassador embajador ambassadeur botschafter mayor alcald alcaldes maire "
    "bürgermeister governor gobernador gouverneur judge juez juez juge richter prosecutor fiscal procureur "
    "staatsanwalt king queen rey reina roi reine könig pope papa pape papst official funcionari beamter "
    "source fuente witness testigo témoin zeug reporter journalist periodist resident "
    "vecin habitant anwohner préfet prefect speaker referee árbitro arbitre chief police polici lawyer "
    "anwalt abogad avocat customer client passenger pasajer passager fan voter driver caller anciano anciana "
    "ancian".split()
)
_OWNERS: Final = re.compile(r"^.*[’']s?\s+")
_SPOKES: Final = re.compile(r"spokes|portavoz|vocer|porte-parole|sprecher", re.IGNORECASE)

Stems = set[str]


class Offices:
    """Compares offices of one language by the stems of their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._heads = _stemmed(lexicon.offices)
        self._institutions = _stemmed(lexicon.institutions)
        self._broad = _stemmed(lexicon.broad)
        self._ranks = _stemmed(lexicon.ranks)
        self._skipped = lexicon.determiners | lexicon.genitives | lexicon.prepositions

    def stems(self, office: str) -> Stems:
        return {_stem(word) for word in _WORD.findall(office.lower()) if word not in self._skipped and word != "s"}

    def stems_of(self, offices: Iterable[str]) -> Stems:
        return {stem for office in offices for stem in self.stems(office)}

    def heads_in(self, stems: Stems) -> Stems:
        """Those that say what an office is, not whose or of what."""
        return stems & self._heads

    def head(self, office: str) -> Stems:
        """What an office is, without whose and of what: `aide` of “the president’s aide”."""
        bare = _OWNERS.sub("", office)
        words = bare.lower().split()
        end = next((at for at, word in enumerate(words) if at and word in self._lexicon.genitives), len(words))
        return self.heads_in(self.stems(" ".join(words[:end])))

    def is_called(self, head: Stems, office: str) -> bool:
        """Whether an office is called by its noun, or by the last part of it: `Senatorin` for a `Finanzsenatorin`."""
        stems = self.stems(office)
        return bool(head & stems) or (
            self._lexicon.nouns_capital and any(stem.endswith(tuple(head)) for stem in stems if head)
        )

    def fits(self, office: str, offices: Iterable[str]) -> bool:
        """Whether `office` may be said of who has `offices`: one is called so, and they are of nothing else."""
        offices = [*offices]
        wanted, theirs = self.stems(office), self.stems_of(offices)
        head = self.head(office) or self.heads_in(wanted)
        specific, others = wanted - self._heads, theirs - self._heads
        generic = bool(head & _ANY_HEAD) and bool(specific & theirs)
        if not generic and not any(self.is_called(head, held) for held in offices):
            return False
        return not (specific and others) or bool(specific & theirs)

    def is_anonymous(self, office: str) -> bool:
        """Whether who is called so is not named later either."""
        return bool(self.stems(office) & _ANONYMOUS)

    def is_of_one(self, office: str) -> bool:
        """Whether an office has one holder, who need not be whoever was named last: “the minister”, “the witness”."""
        head = self.head(office)
        if head & self._broad:
            return False
        compound = self._lexicon.nouns_capital and office.lower().endswith(self._lexicon.compound_endings)
        if not (head or compound) or office.lower() in self._lexicon.someone | _NOBODY:
            return True
        plural = office.split(" ", maxsplit=1)[0].lower().endswith("s") and self._lexicon.language != "de"
        return plural or any(stem.endswith(_OF_ONE) for stem in head or self.stems(office))

    def is_a_person(self, office: str) -> bool:
        bare = [word.removesuffix("’s") for word in office.lower().split()]
        return any(word in self._lexicon.offices for word in bare) or _SPOKES.search(office) is not None

    def speaks_for(self, institution: Stems, office: str) -> bool:
        """Whether an office is that of the institution's spokesperson, and says so."""
        if not _SPOKES.search(office) or self._is_anothers(institution, office):
            return False
        return bool(self.stems(office) & institution)

    def may_speak_for(self, institution: Stems, office: str) -> bool:
        """Whether an office is a spokesperson's of whom it is not said whose."""
        if not _SPOKES.search(office) or self._is_anothers(institution, office):
            return False
        stems, nouns = self.stems(office), self._institutions
        return (
            stems <= {"spokes"} | nouns | self._ranks
            and institution & nouns <= stems | _GOVERNING
            and stems & nouns <= institution | _GOVERNING
        )

    def _is_anothers(self, institution: Stems, office: str) -> bool:
        """Whether both say whose they are, and differ: the defence ministry's is not the foreign one's."""
        theirs = self.stems(office) - self._institutions - {"spokes"}
        ours = institution - self._institutions
        return bool(theirs and ours) and not theirs & ours


def is_owned(office: str) -> bool:
    """Whether it is said whose it is: “the president’s aide”."""
    return _OWNERS.match(office) is not None


def is_nobody(office: str) -> bool:
    """Whether who is called so speaks once and is not spoken of again."""
    return office.lower() in _NOBODY


@cache
def _stemmed(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_stem, words))


def _stem(word: str) -> str:
    if _SPOKES.search(word):
        return "spokes"
    if word.endswith(("minister", "ministerin")):
        return "minister"
    for ending in ("in", "a", "o", "e"):
        if len(word) > 6 and word.endswith(ending):
            return word[: -len(ending)]
    return word

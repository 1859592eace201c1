"""Speaker labels taken apart: `MR. CARNEY`, `THE PRESIDENT`, `JESÚS RAMÍREZ CUEVAS, COORDINADOR GENERAL DE …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quotes.sources.names import from_capitals, is_han, name_words

HONORIFICS: Final = frozenset("mr mrs ms miss dr sr sra srta don doña señor señora lic ing".split())
RANKS: Final = frozenset(
    "general lieutenant lt major colonel col captain capt admiral adm rear vice commander sergeant "
    "brigadier gen".split()
)
TITLE_WORDS: Final = (
    HONORIFICS
    | RANKS
    | frozenset(
        # English
        "acting advisor adviser affairs ambassador assistant associate attorney chair chairman chairwoman chancellor "
        "chief commissioner congressman congresswoman consul coordinator counsel counselor deputy director envoy "
        "external first foreign former governor high judge justice king lady leader mayor minister national "
        "premier president press presidential prime prince principal queen representative secretary security "
        "senator senior special spokesman spokesperson spokeswoman surgeon under undersecretary administrator officer "
        "managing executive council communications department budget staff office team trade house white state "
        # Spanish
        "presidente presidenta secretario secretaria subsecretario subsecretaria vocero vocera coordinador "
        "coordinadora director directora gobernador gobernadora jefe jefa procurador procuradora fiscal titular "
        "comisionado comisionada embajador embajadora encargado encargada comandante almirante moderador moderadora "
        "canciller ministro ministra alcalde senadora diputado diputada rector doctor doctora".split()
    )
    - {"alcalde"}  # a minister's family name in the same records
)
# Labels that name a part in the event and nobody in person.
_PARTS: Final = frozenset(
    "q question questions participant participants moderator operator interpreter translator aide staff audience press "
    "member official officials reporter reporters voice voices speaker unidentified unknown vessel all crowd "
    "pregunta preguntas interlocutor interlocutora intervencion intervención voz voces asistentes hombre mujer agente "
    "moderador moderadora coro niño niña niños locutor locutora traductor traductora interprete intérprete abogado "
    "presentador presentadora narrador narradora reportero reportera público publico multitud vozmujer vozhombre "
    "corps dhombre video".split()
)
_WORD: Final = re.compile(r"[^\W\d_](?:[\w’'‘-]|\.(?=\w\.))*\.?")
_ASIDE: Final = re.compile(r"\s*[(（][^)）]*[)）]")


@dataclass(frozen=True, slots=True)
class Label:
    """`titles`: folded words before the name. `name`: the name as printed, empty for a part or a bare office.
    `given`: whether the name is a full one. `title`: the office as a label spells it out after a comma."""

    titles: tuple[str, ...]
    name: str
    given: bool
    title: str | None

    @property
    def family(self) -> tuple[str, ...]:
        return name_words(self.name)

    @property
    def honorific_only(self) -> bool:
        return all(word in HONORIFICS for word in self.titles)


_NOBODY: Final = Label((), "", False, None)


@lru_cache(maxsize=4096)
def parse_label(printed: str) -> Label:
    text = _ASIDE.sub("", printed).strip(" .:：\u00a0\u3000?*")
    if is_han(text):
        return Label((), text, True, None)
    if "," in text:
        return _with_comma(text)
    words = _WORD.findall(text)
    folded = ["".join(name_words(word)) for word in words]
    if not words or _PARTS.intersection(folded):
        return _NOBODY
    if folded[0] in {"the", "el", "la"}:
        words, folded = words[1:], folded[1:]
    split = 0
    while split < len(words) and folded[split] in TITLE_WORDS:
        split += 1
    titles, name = tuple(folded[:split]), " ".join(words[split:])
    if not titles and (not 2 <= len(words) <= 6 or not TITLE_WORDS.isdisjoint(folded)):
        return _NOBODY
    spanish = bool(titles) and titles[-1].endswith(("e", "a", "o")) and len(words) - split > 2
    return Label(titles, name, given=not titles or spanish, title=None)


def _with_comma(text: str) -> Label:
    """`NAME, OFFICE` or `OFFICE, NAME`: the part that begins with an office word is the office."""
    first, _, rest = (part.strip() for part in text.partition(","))
    before, after = parse_label(first), parse_label(rest.replace(",", " "))
    if before.titles and after.name and not after.titles and after.given:
        return Label(before.titles, rest, given=True, title=from_capitals(first))
    if before.name and before.given:
        return Label(before.titles, before.name, given=True, title=from_capitals(rest))
    return before


@dataclass(frozen=True, slots=True)
class Asker:
    """A reporter whom a label names: "QUESTION: Clara Weiss, Strait News Agency"."""

    name: str
    outlet: str | None


_ASKER: Final = re.compile(
    r"(?:Q|QUESTION|REPORTER)\s*[:：]\s*(?P<name>[^\W\d_][^,，()]{2,60}?)(?:\s*[,，(]\s*(?P<outlet>[^()]+?)\)?)?\s*"
)


def named_asker(label: str) -> Asker | None:
    """The reporter behind a question's label, where it names one."""
    found = _ASKER.fullmatch(label)
    return Asker(found["name"], found["outlet"]) if found else None

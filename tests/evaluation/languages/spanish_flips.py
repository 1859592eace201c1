"""One small change that turns what a Spanish sentence says."""

from __future__ import annotations

import random
import re

from tests.evaluation.languages.language import Rewrite

_L = "a-záéíóúüñ"
_NUMBERS = (
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "veinte",
    "treinta",
    "cincuenta",
)
_NUMBER = re.compile(rf"(?<=[{_L},] )({'|'.join(_NUMBERS)})(?= (?!y\b)[{_L}])")
_DIGITS = re.compile(r"(?<![\w.,/:$-])(\d{1,4})(?![\w,/:-]|\.\d)")
_UNITS = {
    "millones": ("mil", "billones"), "mil": ("millones",), "por ciento": ("puntos", "por mil"), "pesos": ("dólares",),
    "kilómetros": ("metros",), "años": ("meses", "días"), "meses": ("años",), "días": ("semanas", "meses"),
    "dólares": ("pesos",),
}  # fmt: skip
_UNIT = re.compile(rf"(?<=\d )({'|'.join(_UNITS)})(?=[\s,.;])")
_NAMES = (
    "México", "Oaxaca", "Chiapas", "Veracruz", "Tabasco", "Guerrero", "Jalisco", "Sonora", "Sinaloa", "Campeche",
    "Yucatán",
    "Puebla", "Morelos", "Hidalgo", "Michoacán", "Guatemala", "Venezuela", "Cuba", "Colombia", "Calderón", "Peña",
    "Fox", "Claudia",
    "Zedillo", "Salinas", "Trump", "Biden", "Juárez", "Pemex",
)  # fmt: skip
_NAME = re.compile(rf"(?<=[{_L},] )({'|'.join(_NAMES)})(?=[\s,.;:?!])")
_MODALS = {
    "puede": ("debe", "podría"), "pueden": ("deben", "podrían"), "debe": ("puede", "debería"),
    "deben": ("pueden", "deberían"), "podemos": ("debemos",), "debemos": ("podemos", "deberíamos"), "puedo": ("debo",),
    "vamos a": ("podríamos", "queremos"), "va a": ("puede", "podría", "tiene que"), "van a": ("pueden", "podrían"),
    "tiene que": ("puede", "quiere"), "tenemos que": ("podemos", "queremos"), "hay que": ("podemos",),
    "podría": ("debe", "puede"), "voy a": ("puedo", "tengo que"),
}  # fmt: skip
_MODAL = re.compile(rf"(?<=[{_L},] )({'|'.join(_MODALS)})(?= [{_L}]+r(?:l[aeo]s?|se|nos|me)?\b)")
_QUANTIFIERS = {
    "todos": ("algunos", "casi todos"), "todas": ("algunas", "casi todas"), "muchos": ("pocos", "todos"),
    "muchas": ("pocas", "todas"), "algunos": ("todos", "muchos"), "algunas": ("todas", "muchas"),
    "siempre": ("a veces", "casi siempre"),
    "cada": ("casi cada",), "mucho": ("poco",), "mucha": ("poca",), "ambos": ("algunos",), "poco": ("mucho",),
    "todo": ("casi todo",),
    "la mayoría": ("una minoría",), "más": ("menos",), "menos": ("más",), "varios": ("todos",),
}  # fmt: skip
_QUANTIFIER = re.compile(
    rf"(?<=[{_L},] )(?<!sobre )(?<!de )(?<!a lo )({'|'.join(_QUANTIFIERS)})(?= (?!bien\b|tarde\b)[{_L}])"
)
_PREPOSITIONS = {
    "con": ("sin", "contra"), "sin": ("con",), "para": ("contra", "sin"), "desde": ("hasta",), "hasta": ("desde",),
    "contra": ("con",), "antes": ("después",), "después": ("antes",), "sobre": ("bajo", "contra"), "entre": ("contra",),
    "bajo": ("sobre",),
}  # fmt: skip
_PREPOSITION = re.compile(rf"(?<=[{_L},] )({'|'.join(_PREPOSITIONS)})(?= (?!que\b|embargo\b|todo\b|cuando\b)[{_L}])")
_PERSONS = {
    "tenemos": "tienen", "estamos": "están", "queremos": "quieren", "hicimos": "hicieron", "tengo": "tiene",
    "creo": "cree",
    "quiero": "quiere", "estoy": "está", "soy": "es", "somos": "son", "nuestro": "su", "nuestra": "su", "yo": "él",
    "nosotros": "ellos", "mi": "su", "fuimos": "fueron", "dije": "dijo", "hemos": "han", "he": "ha",
}  # fmt: skip
_PERSON = re.compile(rf"(?<=[{_L},] )({'|'.join(_PERSONS)})(?=[ ,][{_L} ])")
_LIMITS = {
    "creo que ": ("",), "si ": ("aunque ", "porque "), "aunque ": ("porque ", "si "), "sólo ": ("",), "solo ": ("",),
    "hasta ": ("",), "incluso ": ("",), "quizá ": ("",), "quizás ": ("",), "tal vez ": ("",), "casi ": ("",),
    "al menos ": ("a lo más ",), "por lo menos ": ("a lo más ",), "a lo mejor ": ("",), "al parecer": ("desde luego",),
    "también ": ("tampoco ",), "todavía ": ("",), "probablemente ": ("",), "únicamente ": ("",),
    "cuando ": ("aunque ",),
}  # fmt: skip
_LIMIT = re.compile(rf"(?<=[{_L},] )(?<!como )({'|'.join(_LIMITS)})(?=[{_L}])")
_VERBS = (
    "es|son|está|están|hay|va|van|vamos|puede|pueden|tiene|tienen|tenemos|hemos|ha|han|fue|fueron|era|eran|quiere|qui"
    "eren|"
    "queremos|sabe|sabemos|debe|deben|existe|hace|hacen|estamos|quiero|puedo|creo|estaba|había|tenía|podemos"
)
_AFFIRMED = re.compile(
    rf"(?<=[{_L}] )(?<!no )(?<!ni )(?<!se )(?<!l[aeo] )(?<!l[aeo]s )(?<!me )(?<!nos )(?<!te )({_VERBS})(?= [{_L}])"
)
_NOT = re.compile(rf"(?<=[{_L},] )(?<!si )(?<!o )(?<!que )(?:ya )?no (?=[{_L}]+ )(?!no\b|hay de\b)")
_NEGATED = {
    "nunca": "siempre", "ningún": "algún", "ninguna": "alguna", "nadie": "alguien", "tampoco": "también",
    "nada": "algo",
    "jamás": "siempre", "ninguno": "alguno", "sin": "con",
}  # fmt: skip
_NEGATIVE = re.compile(rf"(?<=[{_L},] )({'|'.join(_NEGATED)})(?= (?!embargo\b|menos\b)[{_L}])")


def _exchanged(text: str, found: re.Match[str], with_: str) -> str:
    return text[: found.start()] + with_ + text[found.end() :]


def _pick(pattern: re.Pattern[str], text: str, draw: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return draw.choice(found) if found else None


def _one_of(pattern: re.Pattern[str], others: dict[str, tuple[str, ...]]) -> Rewrite:
    def rewrite(text: str, draw: random.Random) -> str | None:
        found = _pick(pattern, text, draw)
        return _exchanged(text, found, draw.choice(others[found[0]])) if found else None

    return rewrite


def negation_inserted(text: str, draw: random.Random) -> str | None:
    found = _pick(_AFFIRMED, text, draw)
    return _exchanged(text, found, f"{draw.choice(('no', 'ya no', 'nunca'))} {found[0]}") if found else None


def negation_removed(text: str, draw: random.Random) -> str | None:
    found = _pick(_NOT, text, draw)
    return _exchanged(text, found, "") if found else None


def negation_exchanged(text: str, draw: random.Random) -> str | None:
    found = _pick(_NEGATIVE, text, draw)
    return _exchanged(text, found, _NEGATED[found[0]]) if found else None


def number_changed(text: str, draw: random.Random) -> str | None:
    if found := _pick(_DIGITS, text, draw):
        return _exchanged(text, found, str(int(found[0]) + draw.randint(1, 9)))
    found = _pick(_NUMBER, text, draw)
    return (
        _exchanged(text, found, draw.choice([number for number in _NUMBERS if number != found[0]])) if found else None
    )


def name_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_NAME, text, draw)
    return _exchanged(text, found, draw.choice([name for name in _NAMES if name != found[0]])) if found else None


def person_shifted(text: str, draw: random.Random) -> str | None:
    found = _pick(_PERSON, text, draw)
    return _exchanged(text, found, _PERSONS[found[0]]) if found else None


KINDS: dict[str, Rewrite] = {
    "negation inserted": negation_inserted,
    "negation removed": negation_removed,
    "negation exchanged": negation_exchanged,
    "number changed": number_changed,
    "unit changed": _one_of(_UNIT, _UNITS),
    "name changed": name_changed,
    "modal changed": _one_of(_MODAL, _MODALS),
    "quantifier changed": _one_of(_QUANTIFIER, _QUANTIFIERS),
    "preposition changed": _one_of(_PREPOSITION, _PREPOSITIONS),
    "limit changed": _one_of(_LIMIT, _LIMITS),
    "person shifted": person_shifted,
}

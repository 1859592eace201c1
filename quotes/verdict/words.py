"""Words whose presence or absence decides what a sentence claims, by kind. All are folded norms (see `quotes.text`).
Chinese, and what takes more than a word of Spanish to tell, have modules of their own (`chinese`, `spanish`).

The kinds are DESIGN.md's protected words. A word of two kinds stands under the one that weighs more.
"""

from __future__ import annotations

from typing import Final

from quotes.model import EditClass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS: Final = _words(
    "not no never none nobody nothing neither nor nowhere without hardly barely scarcely rarely seldom cannot fail "
    "fails failed refuse refuses refused deny denies denied lack lacks lacked unable "
    "nunca jamas ningun ninguna ninguno nadie nada tampoco sin ni "
)
MODALS: Final = _words(
    "can could may might must shall should will would ought "
    "puede pueden podria podrian debe deben deberia deberian podemos debemos "
)
HEDGES: Final = _words(
    "probably perhaps maybe possibly likely unlikely apparently seemingly presumably reportedly allegedly supposedly "
    "potentially approximately roughly nearly almost seem seems seemed appear appears appeared think believe guess "
    "fairly somewhat quite rather about around suppose assume hope suggest suggests arguably "
    "quizas probablemente posiblemente acaso casi creo"
)
CONDITIONALS: Final = _words(
    "if unless while although though whereas provided until otherwise despite except however whether assuming "
    "si aunque salvo mientras"
)
SCALARS: Final = _words(
    "even only either least just merely already still solely simply mostly largely partly solo incluso"
)
QUANTIFIERS: Final = _words(
    "all some any every each many few fewer most several much more less none half both enough everyone everybody "
    "everything everywhere always often sometimes usually generally entirely completely fully totally largely "
    "majority minority dozen dozens hundreds thousands millions billions tens "
    "todo toda todos todas algun alguna algunos algunas muchos muchas pocos pocas mas menos siempre cada ambos "
)
# Of prepositions, those that turn a meaning round or move a limit; in, on, at and of seldom do.
PREPOSITIONS: Final = _words(
    "for from with against to by over under before after between within above below toward during since through into "
    "out beyond up down para por desde hasta contra con entre ante bajo sobre antes despues tras "
)
MONTHS: Final = _words(
    "january february march april may june july august september october november december enero febrero marzo abril "
    "mayo junio julio agosto septiembre octubre noviembre diciembre"
)
NUMBER_WORDS: Final = _words(
    "hundred thousand million billion trillion dozen half quarter quarters third thirds double triple twice once "
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta "
    "cincuenta cien ciento mil millon millones"
)
UNITS: Final = _words(
    "percent percentage point points basis dollar dollars euro euros pound pounds yuan peso pesos kilometer kilometers "
    "mile miles ton tons tonne tonnes barrel barrels gallon gallons degree degrees meter meters acre acres bps "
)
DATES: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today tomorrow yesterday tonight morning afternoon evening week weeks month months year "
    "years day days hour hours minute minutes decade decades century "
    "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre hoy ayer ano anos mes meses"
)

ARTICLES: Final = _words("a an the el la los las un una unos unas")
FILLERS: Final = _words("um uh er erm ah oh eh hmm mm")
# Said in passing where pauses set them off, on both sides or on one; elsewhere they are words like any other.
PAUSE_FILLERS: Final = (("well",), ("okay",), ("yeah",), ("if", "you", "will"))
HALF_PAUSE_FILLERS: Final = (("you", "know"), ("i", "mean"))
# Set off by commas these only turn to the listener: left out, nothing is lost; put in, they are the writer's voice.
DISCOURSE_MARKERS: Final = (
    ("of", "course"),
    ("as", "you", "know"),
    ("as", "i", "said"),
    ("as", "i", "mentioned"),
    ("as", "i", "noted"),
    ("as", "we", "said"),
    ("you", "see"),
    ("look",),
    ("listen",),
    ("por", "supuesto"),
    ("como", "usted", "sabe"),
    ("como", "ustedes", "saben"),
)
# Words that have another kind together than each has alone.
PHRASES: Final = {
    ("sort", "of"): EditClass.HEDGE,
    ("kind", "of"): EditClass.HEDGE,
    ("as", "far", "as"): EditClass.HEDGE,
    ("to", "my", "knowledge"): EditClass.HEDGE,
    ("more", "or", "less"): EditClass.HEDGE,
    ("going", "to"): EditClass.MODAL,
    ("have", "to"): EditClass.MODAL,
    ("has", "to"): EditClass.MODAL,
    ("had", "to"): EditClass.MODAL,
    ("need", "to"): EditClass.MODAL,
    ("needs", "to"): EditClass.MODAL,
    ("able", "to"): EditClass.MODAL,
    ("supposed", "to"): EditClass.MODAL,
    ("instead", "of"): EditClass.NEGATION,
    ("as", "long", "as"): EditClass.CONDITIONAL,
    ("in", "case"): EditClass.CONDITIONAL,
    ("on", "condition"): EditClass.CONDITIONAL,
    ("subject", "to"): EditClass.CONDITIONAL,
    ("at", "least"): EditClass.SCALAR,
    ("at", "most"): EditClass.SCALAR,
}
# Before a name; a person who is spoken of is told from a place by it.
TITLES: Final = _words(
    "mr mister ms mrs miss madam sir dr doctor prof professor president minister secretary senator governor general "
    "captain judge ambassador chairman chairwoman chair chancellor king queen prince princess mayor commissioner "
    "director colonel admiral congressman congresswoman representative senor senora presidente ministro"
)
# At the head of a sentence that takes back the one before.
REVERSALS: Final = _words("but however still yet nevertheless nonetheless pero 但 但是 然而")
# These make what they belong to depend on something.
CONDITIONS: Final = _words("if unless assuming lest si 如果 若 除非")
# At the head of a sentence these join it to the one before and can be cut without touching what it says.
SENTENCE_OPENERS: Final = _words("and but so well now y pero")
SUBORDINATORS: Final = _words(
    "assuming if unless while although though whereas because since when provided until once as where given"
)

ABBREVIATIONS: Final = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november",
    "dec": "december", "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday",
    "thu": "thursday", "thurs": "thursday", "fri": "friday", "gov": "governor", "sen": "senator",
    "rep": "representative", "gen": "general", "dr": "doctor", "mr": "mister", "prof": "professor", "sec": "secretary",
    "pres": "president", "vs": "versus", "dept": "department", "govt": "government", "amb": "ambassador",
    "bn": "billion", "mn": "million", "km": "kilometers", "pct": "percent",
}  # fmt: skip

_KINDS: Final = (
    (NEGATIONS, EditClass.NEGATION),
    (MODALS, EditClass.MODAL),
    (NUMBER_WORDS, EditClass.NUMBER),
    (CONDITIONALS, EditClass.CONDITIONAL),
    (QUANTIFIERS, EditClass.QUANTIFIER),
    (HEDGES, EditClass.HEDGE),
    (SCALARS, EditClass.SCALAR),
    (UNITS, EditClass.UNIT),
    (DATES, EditClass.DATE),
    (PREPOSITIONS, EditClass.PREPOSITION),
    (ARTICLES, EditClass.ARTICLE),
    (FILLERS, EditClass.FILLER),
)
_KIND_OF: Final = {word: kind for words, kind in reversed(_KINDS) for word in words} | {"that": EditClass.THAT}


def kind_of(norm: str) -> EditClass:
    """The kind of one folded word: a protected kind, a minor one, or CONTENT."""
    if norm[0].isdigit():
        return EditClass.NUMBER
    return _KIND_OF.get(norm, EditClass.CONTENT)

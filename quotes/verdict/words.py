"""Words whose presence or absence decides what a sentence claims, by kind. All are folded norms (see `quotes.text`).

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
    "不 没 無 无 未 非 别 否 莫 勿"
)
MODALS: Final = _words(
    "can could may might must shall should will would ought "
    "puede pueden podria podrian debe deben deberia deberian podemos debemos "
    "能 可 必 须 将 应 会"
)
HEDGES: Final = _words(
    "probably perhaps maybe possibly likely unlikely apparently seemingly presumably reportedly allegedly supposedly "
    "potentially approximately roughly nearly almost seem seems seemed appear appears appeared think believe guess "
    "fairly somewhat quite rather about around suppose assume hope suggest suggests arguably "
    "quizas probablemente posiblemente acaso casi creo"
)
CONDITIONALS: Final = _words(
    "if unless while although though whereas provided until otherwise despite except however whether assuming "
    "si aunque salvo mientras 如果 若 除非 虽 但"
)
SCALARS: Final = _words(
    "even only either least just merely already still solely simply mostly largely partly solo incluso 只 仅 都 也"
)
QUANTIFIERS: Final = _words(
    "all some any every each many few fewer most several much more less none half both enough everyone everybody "
    "everything everywhere always often sometimes usually generally entirely completely fully totally largely "
    "majority minority dozen dozens hundreds thousands millions billions tens "
    "todo toda todos todas algun alguna algunos algunas muchos muchas pocos pocas mas menos siempre cada ambos "
    "全 每 各 多 少 些"
)
# Of prepositions, those that turn a meaning round or move a limit; in, on, at and of seldom do.
PREPOSITIONS: Final = _words(
    "for from with against to by over under before after between within above below toward during since through into "
    "out beyond up down para por desde hasta contra con entre ante bajo sobre antes despues tras "
    "对 从 向 以"
)
NUMBER_WORDS: Final = _words(
    "hundred thousand million billion trillion dozen half quarter quarters third thirds double triple twice once "
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta "
    "cincuenta cien ciento mil millon millones 一 二 三 四 五 六 七 八 九 十 两 半 百 千 万 亿"
)
UNITS: Final = _words(
    "percent percentage point points basis dollar dollars euro euros pound pounds yuan peso pesos kilometer kilometers "
    "mile miles ton tons tonne tonnes barrel barrels gallon gallons degree degrees meter meters acre acres bps "
    "元 吨 公里"
)
DATES: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today tomorrow yesterday tonight morning afternoon evening week weeks month months year "
    "years day days hour hours minute minutes decade decades century "
    "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre hoy ayer ano anos mes meses 年 月 日"
)

ARTICLES: Final = _words("a an the el la los las un una unos unas")
FILLERS: Final = _words("um uh er erm ah oh eh hmm mm well okay yeah este pues bueno")
FILLER_PHRASES: Final = (
    ("you", "know"),
    ("i", "mean"),
    ("sort", "of"),
    ("kind", "of"),
    ("if", "you", "will"),
    ("o", "sea"),
)
# At the head of a sentence these join it to the one before and can be cut without touching what it says.
SENTENCE_OPENERS: Final = _words("and but so well now y pero")
SUBORDINATORS: Final = _words(
    "assuming if unless while although though whereas because since when provided until once as where given"
)

ABBREVIATIONS: Final = {
    "jan": "january", "feb": "february", "aug": "august", "sept": "september", "sep": "september", "oct": "october",
    "nov": "november", "dec": "december", "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday",
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

"""The kinds of Spanish words that take more than one word to tell: periphrases (va a, tiene que), phrases (ya no, por
lo menos), and those that are an English word as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from quotes.model import EditClass

# What a text in Spanish cannot do without, and one in another language has by chance at most.
_MARKERS: Final = frozenset("de la que el en los las se por con una del es lo para su al como esta pero nos".split())
# Of the words of a text, that make it Spanish: running text has 35 to 50 in a hundred, English one or two.
_SHARE: Final = 0.1

# Words and phrases of each kind; a phrase counts before its words.
_NEGATIONS: Final = (
    "nunca|jamas|ningun|ninguna|ninguno|nadie|nada|tampoco|sin|ni|apenas|impide|impiden|niega|niegan|ya no|todavia no|"
    "aun no|para nada|ni siquiera|en absoluto|de ninguna manera|de ningun modo"
)
_MODALS: Final = (
    "puede|pueden|podemos|puedo|puedes|podra|podran|podremos|podria|podrian|podriamos|pudo|pudieron|debe|deben|debemos|"
    "debo|debera|deberan|deberia|deberian|deberiamos|debia|quiere|quieren|queremos|quiero|quisiera|tiene que|"
    "tienen que|tenemos que|tengo que|tendra que|tendran que|tendremos que|tendria que|tendrian que|tendriamos que|"
    "tuvo que|tenia que|hay que|habra que|habria que|hubo que|ha de|han de|hemos de"
)
_HEDGES: Final = (
    "quiza|quizas|acaso|probablemente|posiblemente|supuestamente|presuntamente|aparentemente|parece|parecen|creo|"
    "creemos|pienso|pensamos|considero|consideramos|supongo|casi|aproximadamente|alrededor|cerca|presunto|presunta|"
    "tal vez|a lo mejor|al parecer|puede ser|puede que|creo que|creemos que|me parece|nos parece|yo creo|pienso que|"
    "es posible|es probable|mas o menos|en mi opinion|a mi juicio|segun parece|hasta donde se"
)
_CONDITIONALS: Final = (
    "si|aunque|salvo|mientras|excepto|sino|pero|cuando|a menos que|siempre que|siempre y cuando|en caso de|a pesar de|"
    "sin embargo|con tal de|aun cuando|a condicion de|no obstante|salvo que|excepto que|por si|en cambio|mientras que"
)
_SCALARS: Final = (
    "solo|solamente|unicamente|incluso|tambien|todavia|aun|ya|inclusive|exclusivamente|principalmente|simplemente|"
    "al menos|por lo menos|a lo mas|cuando menos|cuando mucho|como minimo|como maximo|tan solo|nada mas|no solo|"
    "sobre todo"
)
_QUANTIFIERS: Final = (
    "todo|toda|todos|todas|algun|alguno|alguna|algunos|algunas|mucho|mucha|muchos|muchas|poco|poca|pocos|pocas|mas|"
    "menos|siempre|cada|ambos|ambas|varios|varias|bastante|bastantes|demasiado|demasiada|demasiados|mayoria|minoria|"
    "completamente|totalmente|parcialmente|generalmente|cualquier|cualquiera|suficiente|suficientes|tanto|tanta|"
    "tantos|tantas|frecuentemente|ocasionalmente|mitad|alguien|algo|la mayoria|la mitad|a veces|casi todos|casi todas|"
    "la mayor parte|en general|de vez en cuando"
)
_PREPOSITIONS: Final = (
    "para|por|desde|hasta|contra|con|entre|ante|bajo|sobre|antes|despues|tras|durante|hacia|mediante|segun|dentro|"
    "fuera|antes de|despues de|a favor de|en contra de|a partir de|dentro de|fuera de|por encima de|por debajo de"
)
_UNITS: Final = (
    "peso|pesos|dolar|dolares|euro|euros|centavo|centavos|kilometro|kilometros|metro|metros|tonelada|toneladas|litro|"
    "litros|hectarea|hectareas|porciento|puntos|barriles|grados|kilos|por ciento|puntos porcentuales|punto porcentual"
)
_DATES: Final = (
    "ano|anos|mes|meses|dia|dias|semana|semanas|hora|horas|minuto|minutos|siglo|sexenio|hoy|ayer|manana|anoche|ahora|"
    "antier|quincena|decada|decadas|tarde|noche"
)
_NUMBERS: Final = "millon|millones|billon|billones|mil|cien|ciento|doble|triple|tercio|tercios|medio|media"

_KIND_OF: Final = {
    tuple(phrase.split()): kind
    for phrases, kind in (
        (_DATES, EditClass.DATE),
        (_UNITS, EditClass.UNIT),
        (_PREPOSITIONS, EditClass.PREPOSITION),
        (_SCALARS, EditClass.SCALAR),
        (_QUANTIFIERS, EditClass.QUANTIFIER),
        (_CONDITIONALS, EditClass.CONDITIONAL),
        (_NUMBERS, EditClass.NUMBER),
        (_HEDGES, EditClass.HEDGE),
        (_MODALS, EditClass.MODAL),
        (_NEGATIONS, EditClass.NEGATION),
    )
    for phrase in phrases.split("|")
}
_LONGEST: Final = max(map(len, _KIND_OF))
_GOING: Final = frozenset(
    "va van vamos voy vas iba iban ibamos ira iran iremos vaya vayan fuera fueran fuimos fue".split()
)
_CLITICS: Final = ("", "lo", "la", "los", "las", "le", "les", "se", "nos", "me", "te")
_INFINITIVES: Final = tuple(root + clitic for root in ("ar", "er", "ir") for clitic in _CLITICS)

_PERSONS: Final = (
    frozenset("yo me mi mis mio mia conmigo".split()),
    frozenset("nosotros nosotras nos nuestro nuestra nuestros nuestras".split()),
    frozenset("usted ustedes tu ti te tus".split()),
    frozenset("el ella ello le lo la su sus suyo suya".split()),
    frozenset("ellos ellas les los las su sus suyos suyas".split()),
)
# First and third person, singular and plural, of verbs whose ending alone does not tell.
_IRREGULAR: Final = tuple(
    tuple(forms.split())
    for forms in (
        "soy es somos son|fui fue fuimos fueron|estoy esta estamos estan|estuve estuvo estuvimos estuvieron|"
        "he ha hemos han|tengo tiene tenemos tienen|tuve tuvo tuvimos tuvieron|voy va vamos van|"
        "quiero quiere queremos quieren|puedo puede podemos pueden|hago hace hacemos hacen|hice hizo hicimos hicieron|"
        "digo dice decimos dicen|dije dijo dijimos dijeron|doy da damos dan|di dio dimos dieron|veo ve vemos ven|"
        "vi vio vimos vieron|vengo viene venimos vienen|pongo pone ponemos ponen|creo cree creemos creen|"
        "pienso piensa pensamos piensan|pido pide pedimos piden|debo debe debemos deben"
    ).split("|")
)
_PERSON_OF: Final = {form: person for forms in _IRREGULAR for person, form in enumerate(forms)}
# Letters at the head of two forms of one verb that are the same.
_STEM: Final = 3
# Said in passing where pauses set them off; elsewhere they are words like any other.
PAUSE_FILLERS: Final = tuple(
    tuple(phrase.split()) for phrase in ("este", "pues", "bueno", "o sea", "digamos", "mire", "miren", "fijense")
)


def is_spanish(*texts: Sequence[str]) -> bool:
    """Whether the folded words of `texts` together are in Spanish."""
    counted = Counter(norm in _MARKERS for text in texts for norm in text)
    return counted[True] > _SHARE * (counted[True] + counted[False])


def spanish_kinds(norms: Sequence[str]) -> list[EditClass | None]:
    """For each folded word its kind; None for those that `words.kind_of` knows."""
    kinds = [_KIND_OF.get((norm,)) for norm in norms]
    for place, norm in enumerate(norms):
        for length in range(min(_LONGEST, len(norms) - place), 1, -1):
            if kind := _KIND_OF.get(tuple(norms[place : place + length])):
                kinds[place : place + length] = [kind] * length
                break
        if norm in _GOING and norms[place + 1 : place + 2] == ["a"] and _is_infinitive(norms, place + 2):
            kinds[place : place + 2] = [EditClass.MODAL] * 2
    return kinds


def person_shifts(gone: Collection[str], come: Collection[str]) -> bool:
    """Whether somebody else speaks or is spoken of: "tenemos" and "tienen", "nuestro" and "su"; a verb's person is in
    its ending."""
    was, now = ({place for place, words in enumerate(_PERSONS) if not words.isdisjoint(side)} for side in (gone, come))
    if was and now and was.isdisjoint(now):
        return True
    return any(_other_person(old, new) for old in gone for new in come)


def _other_person(old: str, new: str) -> bool:
    if any(old in forms and new in forms for forms in _IRREGULAR):
        return _PERSON_OF[old] != _PERSON_OF[new]
    return old.endswith("mos") != new.endswith("mos") and old[:_STEM] == new[:_STEM] and new[-1] in "naeos"


def _is_infinitive(norms: Sequence[str], place: int) -> bool:
    return place < len(norms) and len(norms[place]) > 3 and norms[place].endswith(_INFINITIVES)

"""Two words that are forms of one: negated, in another tense, another person, or only in another ending."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from quotes.model import EditClass
from quotes.verdict.words import MODALS, kind_of

_NEGATIVE_PREFIXES: Final = ("un", "non", "dis", "mis")
# These turn adjectives and what is made of them ("possible", "patience"), and begin many words that they do not turn
# ("income", "impart"): the ending decides.
_NEGATIVE_BEFORE_ADJECTIVES: Final = ("in", "im", "il", "ir")
_ADJECTIVE_ENDINGS: Final = tuple(
    "able ible al ar ary ent ant ence ance ency ancy ate ite ete ive ous ct cts ure ity ly ction cy".split()
)

_PRESENT_BE: Final = frozenset({"is", "are", "am"})
_PAST_BE: Final = frozenset({"was", "were"})
BE_FORMS: Final = _PRESENT_BE | _PAST_BE | {"be", "been", "being"}
HAVE_FORMS: Final = frozenset({"has", "have", "had", "having"})
AUXILIARIES: Final = BE_FORMS | HAVE_FORMS | {"do", "does", "did"}
_PAST_AUXILIARIES: Final = _PAST_BE | {"had", "did"}
# Forms of one auxiliary that differ in person or number only.
_AGREEING: Final = (_PRESENT_BE | {"be", "being"}, _PAST_BE, frozenset({"has", "have"}), frozenset({"do", "does"}))

_PERSONS: Final = (
    frozenset("i me my mine myself".split()),
    frozenset("we us our ours ourselves".split()),
    frozenset("you your yours yourself yourselves".split()),
    frozenset("he him his himself".split()),
    frozenset("she her hers herself".split()),
    frozenset("they them their theirs themselves".split()),
    frozenset("it its itself".split()),
)
_PERSON_OF: Final = {word: person for person, words in enumerate(_PERSONS) for word in words}
_THIRD: Final = 3
PRONOUNS: Final = frozenset(_PERSON_OF)
SUBJECTS: Final = frozenset("i we you he she they it".split())

# base:past of the verbs whose past is no -ed and no -d.
_IRREGULAR: Final = (
    "go:went come:came become:became say:said make:made take:took give:gave get:got see:saw know:knew think:thought "
    "tell:told find:found leave:left feel:felt keep:kept hold:held bring:brought begin:began write:wrote stand:stood "
    "hear:heard mean:meant meet:met run:ran pay:paid sit:sat speak:spoke lead:led grow:grew lose:lost fall:fell "
    "send:sent build:built understand:understood draw:drew break:broke spend:spent rise:rose drive:drove buy:bought "
    "wear:wore choose:chose seek:sought throw:threw fight:fought teach:taught sell:sold catch:caught deal:dealt "
    "win:won shoot:shot show:showed lie:lay sink:sank swim:swam sail:sailed hang:hung strike:struck freeze:froze "
    "steal:stole fly:flew forget:forgot withdraw:withdrew undertake:undertook overcome:overcame".split()
)
_PAST: Final = {past: base for pair in _IRREGULAR for base, past in (pair.split(":"),)}
_PARTICIPLES: Final = frozenset(
    "known given taken seen made said told found left kept held brought written heard met paid led lost sent built "
    "understood drawn broken spent driven bought chosen sought thrown fought taught sold caught dealt won shot shown "
    "struck frozen stolen forgotten withdrawn undertaken overcome put cut hit hurt read set shut split done gone "
    "hidden beaten bitten born borne begun sworn torn worn woken eaten grown risen fallen".split()
)


def negates(old: str, new: str) -> bool:
    """Whether one word is the other with a negative prefix, or -less where the other has -ful."""
    short, long = sorted((old, new), key=len)
    if len(short) <= 3 or len(long) == len(short):
        return long.removesuffix("less") == short.removesuffix("ful") != long
    if any(prefix + short == long for prefix in _NEGATIVE_PREFIXES):
        return True
    if short.endswith("ful") and long.removesuffix("less") + "ful" == short:
        return True
    turned = any(prefix + short == long for prefix in _NEGATIVE_BEFORE_ADJECTIVES)
    return turned and short.endswith(_ADJECTIVE_ENDINGS)


def tense_shifts(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the verb says another time: "is" and "was", "has been" and "is", "expects" and "expected". `old` and
    `new` are what either side alone has; neither holds a modal, which weighs more."""
    if not old or not new or any(word in MODALS for word in (*old, *new)):
        return False
    if {*old, *new} <= AUXILIARIES:
        return not any({*old, *new} <= group for group in _AGREEING)
    if len(old) == len(new) == 1:
        return _past_of(old[0], new[0]) or _past_of(new[0], old[0])
    return False


def is_past_auxiliary(word: str) -> bool:
    return word in _PAST_AUXILIARIES


def _past_of(base: str, past: str) -> bool:
    """Whether `past` is the past of the verb that `base`, or `base` less an ending of the present, is."""
    stems = {base, base.removesuffix("s"), base.removesuffix("es"), base.removesuffix("ies") + "y"}
    if past in _PAST:
        return _PAST[past] in stems
    if not past.endswith("ed") or len(past) < 5 or base.endswith("ed"):
        return False
    stems |= {base.removesuffix("ing"), base.removesuffix("ing") + "e"} if base.endswith("ing") else set()
    return any(
        past in {f"{stem}ed", f"{stem}d" if stem.endswith("e") else "", f"{stem}{stem[-1:]}ed"}
        or (stem.endswith("y") and past == f"{stem[:-1]}ied")
        for stem in stems
        if len(stem) > 2
    )


def is_participle(word: str) -> bool:
    """Whether a word after a form of "be" makes a passive of it, as far as its looks tell."""
    return word in _PARTICIPLES or (word.endswith("ed") and len(word) > 4 and word not in {"need", "speed", "indeed"})


def person_shifts(gone: AbstractSet[str], come: AbstractSet[str]) -> bool:
    """Whether somebody else is spoken of or speaks: "I" and "he", "our" and "their"; a noun for "I" or "we"."""
    was = {_PERSON_OF[word] for word in gone if word in _PERSON_OF}
    now = {_PERSON_OF[word] for word in come if word in _PERSON_OF}
    if was and now:
        return was != now
    alone, other = (was, come) if was else (now, gone)
    if not any(person < _THIRD for person in alone):
        return False
    return any(
        kind_of(word) is EditClass.CONTENT and word not in PRONOUNS and word not in AUXILIARIES for word in other
    )


_ENDINGS: Final = frozenset("s es ed d ing ly al er est 's".split()) | {""}


def inflects(old: str, new: str) -> bool:
    """Whether two words are forms of one: same stem, another ending, and none of them protected."""
    if kind_of(old) is not EditClass.CONTENT or kind_of(new) is not EditClass.CONTENT:
        return False
    if any(old in forms and new in forms for forms in _AGREEING):
        return True
    if any(old in forms and new in forms for forms in _PERSONS):
        return True
    stem = len(_common(old, new))
    if stem < 3 or stem < min(len(old), len(new)) - 2:
        return False
    return old[stem:] in _ENDINGS | {"y", "ies", "e"} and new[stem:] in _ENDINGS | {"y", "ies", "ied", "e"}


def _common(old: str, new: str) -> str:
    length = next(
        (place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    return old[:length]

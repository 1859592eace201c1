"""Words that an official takes over from the question just asked: his they are, but the reporter had them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from quotes.model import ContextFlag, EditClass, FlagName
from quotes.text import Tokens, fold_words, is_unspaced, tokenize
from quotes.verdict.context.surroundings import Surroundings
from quotes.verdict.words import kind_of

# Content words that both hold in one run: fewer are the subject that the two talk about. Four may be only the name of a
# thing ("historically black colleges and universities"), so with four there has to be a verb. A Chinese word has about
# two characters.
LEAST_WORDS: Final = 4
ENOUGH_WORDS: Final = 5
LEAST_CHARACTERS: Final = 9
# Of the passage's tokens: a longer quotation that takes up a phrase is the official's own.
LEAST_SHARE: Final = 2 / 3

# Code points of a question, from its end: who speaks longer makes a statement.
_LONGEST: Final = 2000

_FUNCTION: Final = frozenset(
    "i me my mine we us our you your he him his she her it its they them their who whom whose which what when where "
    "why how "
    "this these those there here be am is are was were been being do does did done have has had having go going get "
    "got "
    "of in on at as and or so because yes no one ones s 's 'd ll ve re not let like also very really say says said "
    "yo me mi tu su sus nos se lo le les que de en y o como es son era ser fue fueron esta estan ha han he hay muy "
    "si al del".split()
)
_VERB: Final = re.compile(
    r"^(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|should|may|might|must)$|.{2}(?:ed|ing)$"
)
_FUNCTION_KINDS: Final = frozenset(
    {
        EditClass.ARTICLE,
        EditClass.THAT,
        EditClass.FILLER,
        EditClass.MODAL,
        EditClass.PREPOSITION,
        EditClass.CONDITIONAL,
        EditClass.NEGATION,
        EditClass.SCALAR,
        EditClass.HEDGE,
        EditClass.NUMBER,
        EditClass.UNIT,
        EditClass.DATE,
    }
)


def echoed(around: Surroundings, question: str) -> Iterator[ContextFlag]:
    """The longest run of words that passage and `question` share, where it is most of the passage."""
    said = tokenize(around.text, start=around.start, end=around.end)
    asked = fold_words(question[-_LONGEST:])
    if len(content_words(said.norms) & set(asked)) < LEAST_WORDS:
        return
    run = SequenceMatcher(None, said.norms, asked, autojunk=False).find_longest_match()
    if run.size < LEAST_SHARE * len(said) or not _says_something(said, run.a, run.a + run.size):
        return
    yield around.flag(FlagName.ECHOED, said.starts[run.a], said.ends[run.a + run.size - 1])


def content_words(norms: Iterable[str]) -> set[str]:
    """Those of the folded words that mean something by themselves."""
    return set(filter(_is_content, norms))


def _is_content(norm: str) -> bool:
    return norm not in _FUNCTION and kind_of(norm) not in _FUNCTION_KINDS


def _says_something(tokens: Tokens, first: int, last: int) -> bool:
    """Names do not count: who talks of the Federal Reserve Bank of New York has to name it."""
    content = [
        place
        for place in range(first, last)
        if is_unspaced(tokens.norms[place]) or (_is_content(tokens.norms[place]) and not _is_name(tokens, place))
    ]
    if content and all(is_unspaced(tokens.norms[place]) for place in content):
        return len(content) >= LEAST_CHARACTERS
    if len(content) >= ENOUGH_WORDS:
        return True
    return len(content) >= LEAST_WORDS and any(_VERB.search(norm) for norm in tokens.norms[first:last])


_SENTENCE_HEAD: Final = re.compile(r"(?:^|[.?!:—“\"]\s*|¿)$")


def _is_name(tokens: Tokens, place: int) -> bool:
    start = tokens.starts[place]
    return tokens.text[start].isupper() and not _SENTENCE_HEAD.search(tokens.text[max(start - 4, 0) : start])

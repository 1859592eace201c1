"""Reading a printed quotation: what is quoted, what the writer put in or left out and marked as such."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from quotes.errors import BadQuotation
from quotes.text import Tokens, is_unspaced, tokenize

# The longest quotation read. An article's longest block quotations have some 300 words; past this a page was sent.
MAX_LENGTH: Final = 20_000

_ELLIPSIS: Final = re.compile(r"[\[(]\s*(?:…+|\.{3,}|\. \. \.)\s*[\])]|…+\.?|\.{3,}|\.(?:\s\.){2,}|⋯+")
_SIC: Final = re.compile(r"[\[(]\s*sic\s*[\])]", re.IGNORECASE)
_BRACKET: Final = re.compile(
    "|".join(
        f"{re.escape(opening)}([^{re.escape(opening + closing)}]{{0,200}}){re.escape(closing)}"
        for opening, closing in ("[]", "［］", "()", "（）", "〔〕", "【】")
    )
)
# “…,” he said, “…”: what stands between a closing and an opening mark was not quoted.
_INTERRUPTION: Final = re.compile(r"[”»」](?P<said>[^“”«»「」]{1,160})[“«「]")
# Before the closing mark of the first half of a broken Chinese quotation; and what is said between the halves.
_CLOSES_BEFORE: Final = frozenset("，。！？；…—,.!?;")
_SPEAKS: Final = re.compile("[说說称稱道续]|表示|指出|强调|強調|补充|補充|回答|回应|回應|告诉|告訴|接着|接著")
_SAYS_ONLY: Final = re.compile(r"(?:他|她|[^，。、的为為所是]{2,6})(?:说|說|表示)[，：,:]?")
_SAYS: Final = re.compile(
    r"\b(?:said|says?|told|added|asked|noted|stressed|explained|continued|wrote|went on|dijo|dice|añadió|agregó|afirmó|"
    r"señaló|explicó|insistió|preguntó|sostuvo|aseguró)\b"
)
_STRAIGHT_INTERRUPTION: Final = re.compile(r"(?<=[\w,.?!…—-])\"(?P<said>[\s,][^\"]{1,160}[\s,:])\"(?=\w)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the quotation without an ellipsis in it: tokens `first` up to, not including, `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as sent, its tokens (offsets are code points of `text`), which of them the writer bracketed whole or
    in part (`glued`: "[I]f"), the parts between the ellipses, and where a [sic] stands."""

    text: str
    tokens: Tokens
    bracketed: tuple[bool, ...]
    parts: tuple[Part, ...]
    glued: tuple[bool, ...] = ()
    asides: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> list[str]:
        """The norms that were quoted: without what the writer bracketed."""
        return [norm for norm, mine in zip(self.tokens.norms, self.bracketed, strict=True) if not mine]


def parse_quotation(text: str) -> Quotation:
    """Read `text` as printed, with or without its quote marks. Raises BadQuotation when nothing in it can be looked
    up, saying why."""
    if len(text) > MAX_LENGTH:
        raise BadQuotation(
            f"the quotation has {len(text):,} characters; at most {MAX_LENGTH:,} can be checked as one, "
            "so send a page's quotations one by one",
            pointer="/quote",
        )
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise BadQuotation("the quotation has half a surrogate pair in it; send valid Unicode", pointer="/quote")
    if "\x00" in text:
        raise BadQuotation("the quotation has a NUL character in it; send it without", pointer="/quote")
    ellipses = [found.span() for found in _ELLIPSIS.finditer(text)]
    asides = [found.span() for found in _SIC.finditer(text)]
    interruptions = [found.span("said") for found in _interruptions(text)]
    brackets = [
        found.span()
        for found in _BRACKET.finditer(text)
        if not any(start < found.end() and found.start() < end for start, end in ellipses + asides + interruptions)
    ]
    tokens = _join_glued(tokenize(text, skip=sorted(asides + interruptions)), brackets)
    if not tokens.norms:
        raise BadQuotation("there is no word in the quotation; send the words that were printed", pointer="/quote")
    bracketed = tuple(
        any(start < first and last < end for start, end in brackets)
        for first, last in zip(tokens.starts, tokens.ends, strict=True)
    )
    if all(bracketed):
        # The whole is in brackets: they are the page's, not an editor's.
        bracketed = (False,) * len(tokens)
    breaks = [_tokens_before(tokens, start) for start, _ in ellipses]
    edges = sorted({0, len(tokens), *breaks})
    parts = tuple(Part(first, last) for first, last in pairwise(edges))
    glued = tuple(
        any(first <= start < last for start, _ in brackets) or any(first < end <= last for _, end in brackets)
        for first, last in zip(tokens.starts, tokens.ends, strict=True)
    )
    return Quotation(text, tokens, bracketed, parts, glued, tuple(asides))


def _interruptions(text: str) -> list[re.Match[str]]:
    if found := list(_INTERRUPTION.finditer(text)):
        return [interruption for interruption in found if not _is_within(text, interruption)]
    return list(_STRAIGHT_INTERRUPTION.finditer(text)) if text.lstrip().startswith('"') else []


def _is_within(text: str, found: re.Match[str]) -> bool:
    """Whether the marks are those of two terms inside a quotation that has the same marks within as around (“who say
    “maybe” or “no””, as Chinese has it always): a sentence broken off closes on a punctuation mark, or one follows, or
    somebody is said to speak. In Chinese the first and the last, or nothing but who speaks stands between."""
    said = found["said"]
    closed = text[found.start() - 1 : found.start()] in _CLOSES_BEFORE
    if any(map(is_unspaced, said)):
        return not (closed and _SPEAKS.search(said)) and not _SAYS_ONLY.fullmatch(said)
    return not closed and said.lstrip()[:1] not in _CLOSES_BEFORE and not _SAYS.search(said)


def _tokens_before(tokens: Tokens, place: int) -> int:
    return sum(1 for start in tokens.starts if start < place)


def _join_glued(tokens: Tokens, brackets: list[tuple[int, int]]) -> Tokens:
    """`[I]f` and `call[ed]` are one word each: join what a bracket cuts without a space."""
    glued = [
        index
        for index in range(1, len(tokens))
        if tokens.starts[index] != tokens.starts[index - 1]
        and (between := tokens.text[tokens.ends[index - 1] : tokens.starts[index]]) in {"]", "[", "［", "］"}
        and any(tokens.ends[index - 1] in (start, end - 1) for start, end in brackets)
        and not is_unspaced(tokens.norms[index - 1])
        and not is_unspaced(tokens.norms[index])
        and between
    ]
    if not glued:
        return tokens
    norms, starts, ends = tokens.norms.copy(), tokens.starts.copy(), tokens.ends.copy()
    contracted = tokens.contracted.copy()
    for index in reversed(glued):
        word = re.sub(r"[\[\]［］]", "", tokens.text[starts[index - 1] : ends[index]])
        norms[index - 1 : index + 1] = tokenize(word).norms[:1]
        ends[index - 1 : index + 1] = [ends[index]]
        if starts[index - 1] and tokens.text[starts[index - 1] - 1] in "[［":
            starts[index - 1] -= 1
        del starts[index], contracted[index]
    return Tokens(tokens.text, norms, starts, ends, contracted)

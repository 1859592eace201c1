"""Sentences of an article, its quotations taken for one word each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quotes.extract.layout import Block
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.marks import Marked

# Stands for every character of a quotation in the masked text.
MASK: Final = "\ufffc"
# Code points of a sentence, at most; real ones have a few hundred.
_LONGEST: Final = 2_000
_END: Final = re.compile(r"[.!?…]+[)\]]*(?=\s)|[。！？；]+")
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Mme|M|St|Gen|Sen|Rep|Gov|Capt|Lt|Col|Lic|Ing|Arq|Mtro|Mtra|Mons|Rev|Sgt|Gral|No|Nr|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|"
    r"Dec|bzw|ca|etc|Ee|UU)|\b[A-Z]|\b\d{1,2})\.$"
)
_GERMAN_DAY: Final = re.compile(r"\b\d{1,2}\.$")
_TOKEN: Final = re.compile(
    MASK + r"+|(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|M|St|Gen|Sen|Rep|Gov|Capt|Lt|Col|Lic|Ing|Arq|Mtro|Mtra|"
    r"Mons|Rev|Sgt|Gral)\.(?=\s)"
    r"|[^\W_]+(?:[’'\-‑&][^\W_]+)*[’'](?=\s)|[^\W_]+(?:[’'\-‑&][^\W_]+)*|[^\w\s]"
)
_FRENCH_TOKEN: Final = re.compile(
    MASK + r"+|(?:[^\W\d_]\.){2,}|(?:M|Dr)\.(?=\s)|\b(?:[ldnsjmtcLDNSJMTC]|[Qq]u)[’']|-(?:t-)?(?=(?:il|elle|on)s?\b)"
    r"|[^\W_]+(?:[’'\-‑&](?!(?:t-)?(?:il|elle|on)s?\b)[^\W_]+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """`low`: the text in lower case."""

    text: str
    start: int
    end: int
    low: str

    @property
    def is_quotation(self) -> bool:
        return self.text[0] == MASK

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start`, `end`: code points of the text, half-open. `block`: the number of its paragraph."""

    start: int
    end: int
    block: int


def masked(text: str, marked: Sequence[Marked]) -> str:
    """The text, each character of a quotation and its marks replaced by `MASK`; of the same length."""
    pieces: list[str] = []
    at = 0
    for quotation in marked:
        if quotation.outer[0] < at:
            continue
        pieces.append(text[at : quotation.outer[0]])
        at = quotation.outer[0]
        for start, end in quotation.gaps:
            pieces += [MASK * (start - at), text[start:end]]
            at = end
        pieces.append(MASK * (quotation.outer[1] - at))
        at = quotation.outer[1]
    pieces.append(text[at:])
    return "".join(pieces)


def tokens_of(hidden: str, start: int, end: int, language: str) -> list[Token]:
    pattern = _FRENCH_TOKEN if language == "fr" else _TOKEN
    return [
        Token(found[0], found.start(), found.end(), found[0].lower()) for found in pattern.finditer(hidden, start, end)
    ]


def sentences_of(text: str, hidden: str, blocks: Sequence[Block], lexicon: Lexicon | None) -> list[Sentence]:
    """The sentences in order. `lexicon` tells a speaker named after a question (“Why?” she asked); None is Chinese."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        start = block.start
        for end in _no_longer((*_ends(text, hidden, block, lexicon), block.end), start):
            while start < end and hidden[start].isspace():
                start += 1
            if start < end:
                found.append(Sentence(start, end, number))
                start = end
    return found


def _no_longer(ends: Sequence[int], start: int) -> Iterator[int]:
    """The ends, with more put in where they are too far apart: what has no full stops takes no longer to read."""
    for end in ends:
        while end - start > _LONGEST:
            start += _LONGEST
            yield start
        yield end
        start = end


def _ends(text: str, hidden: str, block: Block, lexicon: Lexicon | None) -> list[int]:
    ends = [
        found.end()
        for found in _END.finditer(hidden, block.start, block.end)
        if _is_end(hidden, found.start(), found.end(), block.end, lexicon)
    ]
    for found in re.finditer(MASK + "+", hidden[block.start : block.end]):
        end = block.start + found.end()
        if end < block.end and _ends_quotation(text, hidden, end, block.end, lexicon):
            ends.append(end)
    return sorted(ends)


def _is_end(hidden: str, start: int, end: int, limit: int, lexicon: Lexicon | None) -> bool:
    if hidden[start] in "。！？；":
        return True
    following = hidden[end:limit].lstrip()[:1]
    if not (following.isupper() or following.isdigit() or following in (MASK, "(", "¿", "¡", "–", "—", "[")):
        return False
    before = hidden[max(0, start - 8) : start + 1]
    if hidden[start] == "." and _ABBREVIATED.search(before):
        return lexicon is not None and lexicon.language != "de" and bool(_GERMAN_DAY.search(before))
    return True


def _ends_quotation(text: str, hidden: str, end: int, limit: int, lexicon: Lexicon | None) -> bool:
    """Whether a quotation ends its sentence: it closes on a full stop, and no speaker is named after it."""
    closed = text[max(0, end - 3) : end].rstrip("”’\"'»«›‹」』“‘` )")[-1:]
    if closed not in ".!?…。！？" or not closed:
        return False
    rest = hidden[end:limit]
    following = rest.lstrip()
    if not following:
        return False
    if lexicon is None:
        clause = re.split("[，。；：,:]", following, maxsplit=1)[0]
        return len(clause) > 24 or following[0] in "，,、" or not _CHINESE_SAYS.search(clause) if closed else False
    if not (following[0].isupper() or following[0] in (MASK, "(", "¿", "¡")):
        return False
    if closed == "." or following[0] == MASK:
        return True
    tokens = tokens_of(following, 0, min(len(following), 80), lexicon.language)[:6]
    if tokens and tokens[0].low in lexicon.no_names | lexicon.determiners | lexicon.someone:
        # “Why?” The minister said …: a speaker named behind a question begins small, unless with a name.
        return True
    return not any(token.low in lexicon.verbs for token in tokens)


_CHINESE_SAYS: Final = re.compile("说|說|表示|指出|强调|強調|称|稱|回应|回應|回答|补充|补充道|道$|写道|问|反问")

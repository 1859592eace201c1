"""A page's visible paragraphs, each character with its place in the HTML as sent.

A tree forgets where its text stood, and the extension marks quotations in the page it has: so the HTML is read once
from its beginning, as leniently as a browser would, and nothing is rebuilt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from quotes.extract.traced import Traced

_PIECE: Final = re.compile(
    r"<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<[!?][^>]*>?"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_UNQUOTED: Final = re.compile(
    r"<!--.*?(?:-->|$)|<[!?][^>]*>|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>[^>]*)>", re.DOTALL
)
_ENTITY: Final = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_ATTRIBUTE: Final = re.compile(r"([^\s=/\"'>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_BLOCKS: Final = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul caption option select button iframe".split()
)
_RAW: Final = frozenset("script style template noscript svg math title textarea iframe object".split())
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements that end where the next of them begins.
_CLOSED_BY_THEMSELVES: Final = frozenset("p li dd dt option tr td th".split())
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST: Final = 600


@dataclass(frozen=True, slots=True)
class Element:
    """`names`: its class, id and role, in lower case."""

    tag: str
    names: str
    hidden: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """A visible paragraph, and the elements around it from the outside in."""

    traced: Traced
    around: tuple[Element, ...]

    def inside(self, *tags: str) -> bool:
        return any(element.tag in tags for element in self.around)


@dataclass(slots=True)
class Scanned:
    """`metas`: attributes of each `<meta>`, `links`, `times` of each `<link>` and `<time>`; `scripts`: the texts of
    `application/ld+json`."""

    pieces: list[Piece] = field(default_factory=list)
    metas: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    times: list[tuple[str, tuple[Element, ...]]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""


def scan(html: str) -> Scanned:
    scanner = _Scanner(html)
    scanner.run()
    return scanner.result


class _Scanner:
    def __init__(self, html: str) -> None:
        self.html = html
        self.result = Scanned()
        self.around: list[Element] = []
        self.current = Traced()
        self.hidden = 0
        self.quoted = True
        self.next_close = -1

    def run(self) -> None:
        html = self.html
        at = 0
        while at < len(html):
            sign = html.find("<", at)
            if sign < 0:
                sign = len(html)
            if sign > at:
                self._text(at, sign)
            if sign >= len(html):
                break
            found = self._piece(sign)
            if found is None:
                at = sign + 1 if self._closes(sign) else len(html)
                self._text(sign, at)
                continue
            at = found.end()
            if found["name"]:
                at = self._tag(found)
        self._end()

    def _piece(self, sign: int) -> re.Match[str] | None:
        """The tag or comment at a `<`. A quote mark left open in a tag would swallow the rest of the page, and is taken
        for a letter from there on."""
        if not self._closes(sign) and not self.html.startswith("<!--", sign):
            return None
        found = _PIECE.match(self.html, sign) if self.quoted else None
        if found is None and (found := _UNQUOTED.match(self.html, sign)):
            self.quoted = False
        return found

    def _closes(self, sign: int) -> bool:
        """Whether a `>` follows."""
        if self.next_close < sign:
            self.next_close = self.html.find(">", sign)
            if self.next_close < 0:
                self.next_close = len(self.html)
        return self.next_close < len(self.html)

    def _text(self, start: int, end: int) -> None:
        if self.hidden:
            return
        at = start
        for entity in _ENTITY.finditer(self.html, start, end):
            meant = unescape(entity[0])
            if meant == entity[0]:
                continue
            self.current.add(self.html[at : entity.start()], at)
            # What an entity without its semicolon does not take stands as it is.
            rest = ""
            for size in range(1, len(meant)):
                if entity[0].endswith(meant[size:]) and not entity[0].endswith(";"):
                    rest = meant[size:]
                    break
            self.current.add(meant[: len(meant) - len(rest)], entity.start(), entity.end() - len(rest))
            if rest:
                self.current.add(rest, entity.end() - len(rest))
            at = entity.end()
        self.current.add(self.html[at:end], at)

    def _tag(self, found: re.Match[str]) -> int:
        tag = found["name"].lower()
        if found["close"]:
            self._close(tag, found)
            return found.end()
        attributes = _attributes(found["attributes"])
        if tag in _RAW and not found["attributes"].rstrip().endswith("/"):
            return self._raw(tag, attributes, found.end())
        if tag == "meta":
            self.result.metas.append(attributes)
        elif tag == "link":
            self.result.links.append(attributes)
        elif tag == "html":
            self.result.language = attributes.get("lang", attributes.get("xml:lang", ""))
        elif tag == "time" and attributes.get("datetime"):
            self.result.times.append((attributes["datetime"], tuple(self.around)))
        if tag in _BLOCKS:
            self._end()
        if tag == "br":
            self._break(found)
        elif tag == "q":
            self._mark(found.end(), opens=True)
        if tag not in _VOID:
            self._open(tag, attributes)
        return found.end()

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CLOSED_BY_THEMSELVES and self.around and self.around[-1].tag == tag:
            self._pop()
        if len(self.around) >= _DEEPEST:
            return
        names = " ".join([attributes.get(name, "") for name in ("class", "id", "role", "data-component", "itemprop")])
        hidden = (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or bool(_HIDDEN.search(attributes.get("style", "")))
        )
        self.around.append(Element(tag, names.lower(), hidden))
        self.hidden += hidden

    def _close(self, tag: str, found: re.Match[str]) -> None:
        if tag in _BLOCKS:
            self._end()
        if tag == "q":
            self._mark(found.start(), opens=False)
        if any(element.tag == tag for element in self.around):
            # What was left open inside ends with it; a stray inline tag closes no block.
            if tag not in _BLOCKS:
                place = max(at for at, element in enumerate(self.around) if element.tag == tag)
                if any(element.tag in _BLOCKS for element in self.around[place + 1 :]):
                    return
            while self._pop() != tag:
                pass

    def _pop(self) -> str:
        element = self.around.pop()
        self.hidden -= element.hidden
        return element.tag

    def _mark(self, place: int, *, opens: bool) -> None:
        """`<q>` prints the marks that the HTML does not have."""
        if not self.hidden:
            self.current.add("“" if opens else "”", place, place)

    def _break(self, found: re.Match[str]) -> None:
        if self.hidden:
            return
        text = "".join(self.current.characters[-8:]).rstrip(" \t\r")
        if text.endswith("\v"):
            self._end()
        else:
            self.current.add("\n", found.start(), found.end())
            self.current.characters[-1] = "\v"

    def _raw(self, tag: str, attributes: dict[str, str], at: int) -> int:
        closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(self.html, at)
        inside = self.html[at : closing.start() if closing else len(self.html)]
        if tag == "script" and "ld+json" in attributes.get("type", ""):
            self.result.scripts.append(inside)
        elif tag == "title" and not self.result.title:
            self.result.title = " ".join(unescape(inside).split())
        return closing.end() if closing else len(self.html)

    def _end(self) -> None:
        if self.current.characters:
            folded = _folded(self.current)
            if folded.characters:
                self.result.pieces.append(Piece(folded, tuple(self.around)))
            self.current = Traced()


def _folded(traced: Traced) -> Traced:
    """White space folded; `<br>`, kept as a vertical tab until here, is a line break."""
    characters = [" " if letter == "\n" else "\n" if letter == "\v" else letter for letter in traced.characters]
    return Traced(characters, traced.starts, traced.ends).folded(lines=True)


def _attributes(text: str) -> dict[str, str]:
    if not text.strip(" /"):
        return {}
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(text):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found

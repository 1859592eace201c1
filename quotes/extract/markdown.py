"""Articles as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Final

from quotes.extract.language import language_of
from quotes.extract.layout import Role
from quotes.extract.speech import quotations_of
from quotes.extract.traced import Paragraph, Traced, laid_out, source_span
from quotes.model import Article

_FRONT: Final = re.compile(r"\A---\n(?P<fields>.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_FIELD: Final = re.compile(r"^(?P<name>[\w-]+):[^\S\n]*(?P<value>.*?)[^\S\n]*$", re.MULTILINE)
_FENCE: Final = re.compile(r"[ ]{0,3}(```+|~~~+)")
_HEADING: Final = re.compile(r"[ ]{0,3}(?P<level>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*$")
_UNDERLINE: Final = re.compile(r"[ ]{0,3}(?P<sign>=+|-{2,})[ \t]*$")
_RULE: Final = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTED: Final = re.compile(r"[ ]{0,3}>[ ]?")
_ITEM: Final = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+")
_INLINE: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\]\n]*\]\([^)\n]*\))"
    r"|\[(?P<link>(?:[^\[\]\n]|\[[^\]\n]*\])+)\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|\[[^\]\n]*\])"
    r"|\[\^[^\]\n]+\]"
    r"|<(?P<auto>https?://[^>\s]+)>"
    r"|<!--.*?-->|</?[a-zA-Z][^>\n]*>"
    r"|(?P<entity>&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<stars>\*{1,3}|~~)|(?P<lines>(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_]))"
    r"|(?P<code>(?<!`)`(?!`)(?=[^`\n]+`(?!`)))",
    re.DOTALL,
)
_Lines = list[tuple[int, int]]


def read_markdown(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """The article that a Markdown document is; `source_spans` are code points of the Markdown. A front matter's title,
    date, language and url are believed where the arguments say nothing."""
    facts, begin = _front_matter(text)
    paragraphs = [Paragraph(traced, role) for traced, role in _paragraphs(text, begin)]
    laid, blocks, whole = laid_out(paragraphs)
    if title is None:
        title = facts.get("title") or next(
            (laid[block.start : block.end] for block in blocks[:1] if block.role is Role.HEADLINE), None
        )
    language = language or facts.get("language") or facts.get("lang")
    quotations = tuple(
        replace(each, source_spans=tuple(source_span(whole, span) for span in each.spans))
        for each in quotations_of(laid, blocks, language)
    )
    return Article(
        laid,
        quotations,
        title=title,
        outlet=facts.get("outlet") or facts.get("publisher"),
        published=published or _day(facts.get("date") or facts.get("published")),
        language=language or language_of(laid, None),
        url=url or facts.get("url"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    found = _FRONT.match(text)
    if found is None:
        return {}, 0
    fields = {
        each["name"].lower(): each["value"].strip("\"'") for each in _FIELD.finditer(found["fields"]) if each["value"]
    }
    return fields, found.end()


def _day(value: str | None) -> date | None:
    found = re.match(r"\d{4}-\d\d-\d\d", value or "")
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _paragraphs(text: str, begin: int) -> Iterator[tuple[Traced, Role]]:
    lines = [(found.start(), found.end()) for found in re.compile(r"[^\n]*(?:\n|\Z)").finditer(text, begin) if found[0]]
    held: _Lines = []
    role = Role.BODY
    fence: str | None = None

    def flush() -> Iterator[tuple[Traced, Role]]:
        if held:
            traced = _inline(text, held)
            held.clear()
            if traced.characters:
                yield traced, role

    for start, end in lines:
        line = text[start:end].rstrip("\n\r")
        opened = _FENCE.match(line)
        if fence is not None or opened:
            if fence is None and opened:
                yield from flush()
                fence = opened[1]
            elif opened and fence and line.strip().startswith(fence):
                fence = None
            continue
        quoted = _QUOTED.match(line)
        now = Role.SET_APART if quoted else Role.BODY
        begins = start + (quoted.end() if quoted else 0)
        inner = text[begins : start + len(line)]
        if not inner.strip():
            yield from flush()
            continue
        heading = _HEADING.match(inner)
        if heading:
            yield from flush()
            yield _inline(text, [(begins + heading.start("text"), begins + heading.end("text"))]), Role.HEADLINE
            continue
        if held and role is Role.BODY and _UNDERLINE.match(inner) and not quoted:
            role = Role.HEADLINE
            yield from flush()
            role = Role.BODY
            continue
        if _RULE.match(inner):
            yield from flush()
            continue
        item = _ITEM.match(inner)
        if item or (now is not role and not (role is Role.SET_APART and held)):
            yield from flush()
        if not held:
            role = now
        held.append((begins + (item.end() if item else 0), start + len(line)))
    yield from flush()


def _inline(text: str, lines: _Lines) -> Traced:
    """The text of a paragraph as rendered: emphasis, links and escapes read away."""
    traced = Traced()
    for number, (start, end) in enumerate(lines):
        if number:
            # Two spaces before a line's end, or a backslash, break the line.
            before = text[lines[number - 1][0] : lines[number - 1][1]]
            hard = before.endswith(("  ", "\\"))
            if hard and before.endswith("\\"):
                for held in (traced.characters, traced.starts, traced.ends):
                    held.pop()
            traced.add("\n" if hard else " ", lines[number - 1][1], start)
        _render(text, start, end, traced)
    return traced.folded(lines=True)


def _render(text: str, start: int, end: int, traced: Traced) -> None:
    at = start
    for found in _INLINE.finditer(text, start, end):
        if found.start() < at:
            continue
        if found["stars"] and not _emphasises(text, found, start, end):
            continue
        traced.add(text[at : found.start()], at)
        if found["escaped"]:
            traced.add(found["escaped"], found.start(), found.end())
        elif found["entity"]:
            traced.add(unescape(found["entity"]), found.start(), found.end())
        elif found["link"]:
            _render(text, *found.span("link"), traced)
        elif found["auto"]:
            traced.add(found["auto"], found.start("auto"))
        at = found.end()
    traced.add(text[at:end], at)


def _emphasises(text: str, found: re.Match[str], start: int, end: int) -> bool:
    before = text[found.start() - 1] if found.start() > start else " "
    after = text[found.end()] if found.end() < end else " "
    return not (before.isspace() and after.isspace())

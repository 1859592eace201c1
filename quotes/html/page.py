"""A page as a tree, and the few things parsers ask of it."""

from __future__ import annotations

import re
from typing import Final

from bs4 import BeautifulSoup, Tag

_SPACE: Final = re.compile(r"\s+")


def soup_of(html: str) -> BeautifulSoup:
    """The page's tree, by the lxml parser: ten times the speed of Python's own on pages of this size."""
    return BeautifulSoup(html, "lxml")


def text_of(element: Tag | None) -> str:
    """The visible text of a small element on one line; empty where there is no element."""
    return _SPACE.sub(" ", element.get_text(" ")).strip() if element is not None else ""


def meta(soup: BeautifulSoup, name: str) -> str:
    """The content of `<meta name=…>` or `<meta property=…>`; empty where the page has none."""
    for key in ("name", "property"):
        found = soup.find("meta", attrs={key: name})
        if isinstance(found, Tag):
            content = found.get("content")
            return _SPACE.sub(" ", content).strip() if isinstance(content, str) else ""
    return ""

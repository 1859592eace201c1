"""An answer, to a quotation or a whole article, as plain data, with the field names of the HTTP API."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from quotes.model import Answer, ArticleAnswer

# `class` is a keyword to Python and a field to everybody else.
_NAMES = {"cls": "class"}


def answer_json(answer: Answer | ArticleAnswer) -> dict[str, Any]:
    """`answer` as dicts, lists, strings, numbers, booleans and None, ready for any JSON writer."""
    plain = _plain(answer)
    assert isinstance(plain, dict)
    return plain


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {_NAMES.get(field.name, field.name): _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value

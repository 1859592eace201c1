"""A frozen value field by field, as it is sent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Any

from quotes.archive import Revision
from quotes.model import Transcript


def fields_of(value: Transcript | Revision, without: Collection[str] = ()) -> dict[str, Any]:
    """The fields by name, values as they are: orjson writes nested values itself."""
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name not in without}

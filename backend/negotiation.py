"""Choosing a format by the `Accept` header (RFC 9110, section 12.5.1), profiles of JSON-LD included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_RANGES = re.compile(r'(?:[^,"]|"(?:\\.|[^"\\])*")+')
_PARTS = re.compile(r'(?:[^;"]|"(?:\\.|[^"\\])*")+')


@dataclass(frozen=True, slots=True)
class Format:
    """A format on offer. `profiles`: the addresses that name it in a `profile` parameter; `answer`: the schema of
    `backend.answers` that this format has, where it is not the route's own."""

    media_type: str
    profiles: frozenset[str] = frozenset()
    content_type: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class _Range:
    type: str
    subtype: str
    profiles: frozenset[str]
    quality: float

    def precision(self, offer: Format) -> int:
        """How closely this range names the offer; 0 where it does not."""
        type_, _, subtype = offer.media_type.partition("/")
        if self.type == "*":
            return 1
        if self.type != type_:
            return 0
        if self.subtype == "*":
            return 2
        if self.subtype != subtype:
            return 0
        if not self.profiles or not offer.profiles:
            return 3
        return 4 if self.profiles & offer.profiles else 0


def choose(accept: str | None, offers: Sequence[Format]) -> Format | None:
    """The offer of the highest quality, the earliest of several; None where the header takes none of them. Of the
    ranges that name an offer the most precise one sets its quality. No header, or an empty one, takes anything."""
    if not accept or not accept.strip():
        return offers[0]
    ranges = [_range(part) for part in _RANGES.findall(accept) if part.strip()]
    best: Format | None = None
    best_quality = 0.0
    for offer in offers:
        _, quality = max(
            ((precision, r.quality) for r in ranges if (precision := r.precision(offer))), default=(0, 0.0)
        )
        if quality > best_quality:
            best, best_quality = offer, quality
    return best


def _range(text: str) -> _Range:
    media_type, *parameters = (part.strip() for part in _PARTS.findall(text))
    type_, _, subtype = media_type.lower().partition("/")
    quality = 1.0
    profiles: frozenset[str] = frozenset()
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        value = value.strip().strip('"')
        match name.strip().lower():
            case "q":
                quality = _quality(value)
            case "profile":
                profiles = frozenset(value.split())
    return _Range(type_, subtype, profiles, quality)


def _quality(value: str) -> float:
    try:
        quality = float(value)
    except ValueError:
        return 0.0
    return quality if 0.0 <= quality <= 1.0 else 0.0

"""Every source there is. Registering one is one line here; see CONTRIBUTING.md."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final
from urllib.parse import urlsplit

from quotes.errors import InputError
from quotes.sources.source import Source

# Modules of `quotes.sources.sites`, each with a `SOURCE` of the same id.
_SITES: Final = (
    "fed_press_conferences",
    "fed_speeches",
    "mfa_china_en",
    "mfa_china_zh",
    "mexico_presidency",
    "us_state",
    "white_house",
    "white_house_biden",
    "white_house_obama",
    "white_house_trump1",
    "presidency_project",
    "un_noon",
    "kremlin",
)


@cache
def sources() -> dict[str, Source]:
    """All sources by id, in the order they are registered."""
    modules = [import_module(f"quotes.sources.sites.{name}") for name in _SITES]
    return {module.SOURCE.id: module.SOURCE for module in modules}


def source_named(source_id: str) -> Source:
    """Raises InputError for an id that is not registered."""
    found = sources().get(source_id)
    if found is None:
        raise InputError(f"there is no source {source_id!r}; there are {', '.join(sources())}", pointer="/source")
    return found


def source_of(url: str) -> Source | None:
    """The source one of whose transcripts stands at `url`; None for any other address."""
    host = urlsplit(url).netloc.lower()
    return next((source for source in sources().values() if source.may_fetch(host) and source.owns(url)), None)

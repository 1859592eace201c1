"""What a source is, and what its parser makes of a page.

A parser is a plain function of a page's text and address; it does no I/O and knows nothing of crawling, the archive or
other sources. What it hands back is a `Reading`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from quotes.model import Fidelity, Turn

YEAR: Final = "{year}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page says was spoken.

    `date` is the day it was spoken, by the title where that names one; `published` is the page's own date as printed.
    `authors`: whom the page names as its authors; `heading`: the lines above the text (place, time, who is present), in
    order; `notes`: lines that nobody spoke (footnotes, what an asterisk stands for, when it ended). `warnings` are
    sentences for the archive's keeper: what on the page contradicts itself or had to be guessed.
    """

    title: str
    date: date
    turns: tuple[Turn, ...]
    time: str | None = None
    place: str | None = None
    published: str | None = None
    authors: str = ""
    heading: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    language: str | None = None
    institution: str | None = None
    fidelity: Fidelity | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a listing. `day` is the day the listing prints with it, None where it prints none."""

    url: str
    title: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of one listing page in its order, and the address of the page that goes on with older ones. `parts`
    are the listings that it is made of, where it is one of listings; their `day` is when each last changed."""

    entries: tuple[Listed, ...]
    older: str | None = None
    parts: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One official record on the web.

    `parser` names the parser and its version (`mfa_china_zh/1`): it goes up whenever a page would be read otherwise
    than before. `owns` says whether an address is one of this source's transcripts; `hosts` are the names it may be
    fetched from, `*.` standing for any name below. `mirrors` are hosts that re-publish the same texts, `aliases` other
    names of a host under which every path is the same. `listings` are the addresses where its transcripts are listed,
    newest first, each leading on to older ones: pages that `read_listing` reads, sitemaps or feeds; `{year}` stands for
    the last year asked for. A listing without entries is an error unless `may_be_empty`.
    `verified` is False where no page of the real site was at hand when the parser was written. `pace` is the least
    number of seconds between two requests; `every` how many minutes apart its listing is looked at.
    """

    id: str
    name: str
    institution: str
    language: str
    parser: str
    hosts: tuple[str, ...]
    owns: Callable[[str], bool]
    parse: Callable[[str, str], Reading]
    listings: tuple[str, ...]
    read_listing: Callable[[str, str], Listing]
    verified: bool
    fidelity: Fidelity = Fidelity.NEAR_VERBATIM
    mirrors: tuple[str, ...] = ()
    aliases: dict[str, str] = field(default_factory=dict)
    may_be_empty: bool = False
    pace: float = 2.0
    every: int = 10

    def may_fetch(self, host: str) -> bool:
        """Whether the source's pages are on this host (a name, with the port where it is not the usual one)."""
        return any(_is_named(host, name) for name in (*self.hosts, *self.mirrors, *self.aliases))

    def is_mirror(self, url: str) -> bool:
        return any(_is_named(urlsplit(url).netloc.lower(), name) for name in self.mirrors)


def _is_named(host: str, name: str) -> bool:
    return host == name or (name.startswith("*.") and host.endswith(name[1:]))

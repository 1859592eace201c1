"""Where a request goes: the site's own address, or the same through a gateway that stands for the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from quotes.errors import InputError, OffSite

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
# Everything that has a meaning in an address, and `%`, so that what is quoted already is left alone.
_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"
_EMBEDDED: Final = re.compile(r"(?<=/)https?://[^/?#]+.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Hop:
    """One request: `url` is the address on the site, `asked` the one the request goes to."""

    url: str
    asked: str


class Route:
    """From addresses to requests. `through` is the prefix of a gateway (a web archive, a replay server, a caching
    proxy) that is asked in place of every site: for `https://a.example/x?y` the request goes to
    `THROUGH/https://a.example/x?y`. None: the sites themselves are asked."""

    def __init__(self, through: str | None) -> None:
        if through and not _EMBEDDED.match(f"/{through}", 1):
            raise InputError(f"{through!r} is no address to ask through; write it like https://gateway.example/prefix")
        self._through = through.rstrip("/") if through else None

    def to(self, url: str) -> Hop:
        """The fragment is left out, and characters that no address may hold are percent-encoded."""
        plain = quote(url.strip().partition("#")[0], safe=_SAFE, errors="surrogateescape")
        return Hop(plain, f"{self._through}/{plain}" if self._through else plain)

    def onward(self, hop: Hop, location: str) -> Hop:
        """Where the `Location` that `hop` was answered with leads.

        A gateway sends on to an address of its own that holds the site's (a web archive: to the capture next in time);
        it is followed as it stands. Every other is the site's, and relative to the site's address."""
        location = location.strip()
        try:
            urlsplit(location)
        except ValueError:
            return Hop(location, location)
        if self._through:
            asked = self.to(urljoin(hop.asked, location)).url
            if origin(asked) == origin(self._through) and (held := _EMBEDDED.search(asked, len(origin(asked)))):
                return Hop(held[0], asked)
        return self.to(urljoin(hop.url, location))


def origin(url: str) -> str:
    """Scheme and host, as one robots.txt stands for: `https://a.example`."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{host(url)}"


def host(url: str) -> str:
    """The host's name in lower case, with its port where that is not the usual one."""
    parts = urlsplit(url)
    name = (parts.hostname or "").lower()
    if ":" in name:
        name = f"[{name}]"
    return name if parts.port in {None, _DEFAULT_PORTS.get(parts.scheme.lower())} else f"{name}:{parts.port}"


def check(hop: Hop, hosts: Callable[[str], bool], *, url: str) -> None:
    """Raises OffSite, in the name of `url`, for an address that is not on a host of the source's."""
    place = hop.url
    try:
        parts, name = urlsplit(place), host(place)
    except ValueError as error:
        raise OffSite(f"leads to {place!r}, which is no address ({error}); follow it by hand", url=url) from error
    if parts.scheme.lower() not in _DEFAULT_PORTS or not name:
        raise OffSite(f"leads to {place!r}, which is no address of the web; only http and https are followed", url=url)
    if parts.username is not None:
        raise OffSite(f"leads to {place!r}, which carries a user name; such addresses are not followed", url=url)
    if not hosts(name):
        raise OffSite(
            f"leads to {place} on {name}, which is not a host of this source; "
            "if the site has moved there, add the host to the source",
            url=url,
        )

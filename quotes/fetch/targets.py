"""Where a request for somebody else may go: to public addresses of the web, and to what is named beside them.

Decided by the address that is connected to, never by a name: a name's owner may let it lead anywhere, and elsewhere a
moment later. `ipaddress.is_global` alone will not do. Until Python 3.13 it calls 6to4 and multicast global, it looks
into no NAT64 address, and Azure's metadata server has a public one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

from quotes.errors import InputError, RefusedTarget

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_WEB: Final = frozenset(_DEFAULT_PORTS.values())
# Browsers and servers give up well before that; a data: or a tracking address of any length is no page to be had.
_LONGEST: Final = 8192
_NO_PORT: Final = re.compile(r"(?P<place>\[[^\]]+\]|[^:]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:/\d+)?)(?<!:)")
_WITH_PORT: Final = re.compile(r"(?P<place>\[[^\]]+\]|[^:]+):(?P<port>\d{1,5})")

# What `is_global` lets pass on one Python or another, and is nobody's page.
_CLOSED_4: Final = tuple(
    IPv4Network(text)
    for text in (
        "100.64.0.0/10",  # shared by carriers; a cloud's metadata server as well (100.100.100.200)
        "168.63.129.16/32",  # Azure's metadata and DNS, at a public address
        "192.0.0.0/24",  # protocol assignments; some single addresses of it count as global
        "192.31.196.0/24",  # AS112, sinks for misdirected questions
        "192.52.193.0/24",  # automatic multicast tunnels
        "192.88.99.0/24",  # 6to4 relays
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks of networks
    )
)
# The only addresses of IPv6 that are handed out to networks of the internet (RFC 4291), and what of them is not.
_GIVEN_6: Final = IPv6Network("2000::/3")
_CLOSED_6: Final = tuple(
    IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID, AS112
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: holds an IPv4 address, and a relay may go there
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
# A gateway of the network turns these into the IPv4 address in their last four bytes (RFC 6052).
_NAT64: Final = IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether anybody on the internet would reach the same machine at this address."""
    if isinstance(address, IPv6Address):
        if (inner := address.ipv4_mapped) is not None:
            return is_public(inner)
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        closed: Iterable[Network] = _CLOSED_6
        if address not in _GIVEN_6:
            return False
    else:
        closed = _CLOSED_4
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(address in network for network in closed)


@dataclass(frozen=True, slots=True)
class _Opened:
    """`place` is a host's name in lower case or a network; `ports` those that it is opened at."""

    place: str | Network
    ports: frozenset[int]

    def holds(self, name: str, address: Address, port: int) -> bool:
        if port not in self.ports:
            return False
        if isinstance(self.place, str):
            return name == self.place
        return address in self.place


class Targets:
    """What may be connected to: public addresses at ports 80 and 443, and what `opened` names, with commas between:
    hosts (`wiki.intranet.example`, `wiki.intranet.example:8080`), addresses (`10.1.2.3:8080`, `[fd00::1]:8080`) and
    networks (`10.0.0.0/8`); without a port each is opened at 80 and 443. A host that is named is trusted with whatever
    address its name leads to. Raises InputError for what is none of these."""

    def __init__(self, opened: str = "") -> None:
        self._opened = tuple(_read(part.strip()) for part in opened.split(",") if part.strip())
        self._ports = _WEB.union(*(one.ports for one in self._opened))

    def check(self, place: str, *, url: str) -> None:
        """Raises RefusedTarget, in the name of `url`, for an address whose look alone says no. Whether it may be
        connected to is told only by `permits`."""
        said = "" if place == url else f"leads to {place[:200]!r}, which "
        try:
            parts = urlsplit(place)
            port, name = parts.port, parts.hostname
        except ValueError as error:
            raise RefusedTarget(f"{said}is no address ({error}); correct it", url=url) from error
        scheme = parts.scheme.lower()
        if scheme not in _DEFAULT_PORTS or not name:
            raise RefusedTarget(f"{said}is no address of the web; only http and https are fetched", url=url)
        if len(place) > _LONGEST:
            raise RefusedTarget(f"{said}has {len(place):,} characters, more than {_LONGEST:,}; shorten it", url=url)
        if parts.username is not None or parts.password is not None:
            raise RefusedTarget(f"{said}carries a user name or a password; give the address without them", url=url)
        if (port or _DEFAULT_PORTS[scheme]) not in self._ports:
            raise RefusedTarget(
                f"{said}is at port {port}; pages are fetched from ports 80 and 443, others the operator has to open",
                url=url,
            )
        if _is_address(name) and not self.permits(name, name, port or _DEFAULT_PORTS[scheme]):
            raise RefusedTarget(
                f"{said}is not on the public web; only public addresses are asked, others the operator has to open",
                url=url,
            )

    def permits(self, name: str, address: str, port: int) -> bool:
        """Whether `address`, an IP address that the host `name` led to, may be connected to at `port`."""
        try:
            found = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        name = name.lower().rstrip(".")
        if any(one.holds(name, found, port) for one in self._opened):
            return True
        return port in _WEB and is_public(found)


def _is_address(name: str) -> bool:
    try:
        ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True


def _read(entry: str) -> _Opened:
    found = _WITH_PORT.fullmatch(entry) or _NO_PORT.fullmatch(entry)
    port = int(found.groupdict().get("port") or 0) if found else -1
    if found is None or not 0 <= port <= 65535:
        raise InputError(
            f"{entry!r} is no host and no network; write it like wiki.example, wiki.example:8080 or 10.0.0.0/8"
        )
    place = found["place"].strip("[]").lower().rstrip(".")
    ports = frozenset({port}) if port else _WEB
    try:
        return _Opened(ip_network(place), ports)
    except ValueError as error:
        if not re.fullmatch(r"[\w-]+(\.[\w-]+)*", place) or re.fullmatch(r"[\d.]+", place):
            raise InputError(
                f"{entry!r} is no host and no network ({error}); write it like wiki.example:8080 or 10.0.0.0/8"
            ) from error
    return _Opened(place, ports)

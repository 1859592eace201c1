"""Whose address a request comes from, with proxies in between."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Self

from aiohttp import hdrs, web

from quotes.errors import InputError


@dataclass(frozen=True, slots=True)
class TrustedProxies:
    """The networks whose word on whom they pass on is taken."""

    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def read(cls, setting: str) -> Self:
        """From addresses and networks with commas between them. Raises InputError for what is neither."""
        try:
            return cls(tuple(ip_network(part.strip()) for part in setting.split(",") if part.strip()))
        except ValueError as error:
            raise InputError(
                f"A trusted proxy cannot be read ({error}); write addresses and networks, like 172.28.0.0/24"
            ) from error

    def client(self, request: web.Request) -> str:
        """The address that asks: the peer's, or where that is a trusted proxy, the last in `X-Forwarded-For` that is
        none. What stands before it anybody may have written."""
        client = _read(request.remote or "")
        if client is None:
            return request.remote or ""
        names = ",".join(request.headers.getall(hdrs.X_FORWARDED_FOR, ())).split(",")
        while names and self._trusts(client):
            named = _read(names.pop())
            if named is None:
                break
            client = named
        return str(client)

    def _trusts(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self.networks)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def neighbourhood(address: str) -> str:
    """What is counted as one who asks: an IPv4 address; of IPv6 the /64, since all of that is one customer's."""
    found = _read(address)
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, 64), strict=False))
    return address

"""Which browser extensions may read the answers of `/v1`: their origins, as the setting names them.

An extension fetches from a page of its own, whose origin is `chrome-extension://ID` or `moz-extension://UUID`. An id is
the same for everybody, but the UUID is drawn anew in every Firefox, so a server for many allows the scheme.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final

from quotes.errors import InputError

_SCHEMES: Final = ("chrome-extension", "moz-extension")
EXTENSIONS: Final = tuple(f"{scheme}://" for scheme in _SCHEMES)
_ANY: Final = "*"
_NONE: Final = "none"
# Neither an id nor a UUID has a capital; these origins have no port and no path.
_ORIGIN: Final = re.compile(rf"({'|'.join(_SCHEMES)})://([a-z0-9-]{{1,64}}|\*)")


@dataclass(frozen=True, slots=True)
class Origins:
    """`allowed` are origins as browsers send them; `*` in place of the id allows every extension of that scheme."""

    allowed: frozenset[str]

    @classmethod
    def read(cls, named: str, host: str) -> Origins:
        """The origins that the setting names. Where it is empty: any extension's if `host` is loopback, so that one's
        own browser needs no setting up, else none. Raises `InputError` for what is no extension's origin."""
        entries = [entry for part in named.split(",") if (entry := part.strip().rstrip("/"))]
        if entries == [_NONE]:
            return cls(frozenset())
        if not entries:
            return cls(frozenset(f"{scheme}://{_ANY}" for scheme in _SCHEMES) if is_loopback(host) else frozenset())
        for entry in entries:
            if not _ORIGIN.fullmatch(entry):
                raise InputError(
                    f"{entry!r} in ONRECORD_EXTENSION_ORIGINS is not the origin of an extension; write "
                    "chrome-extension://ID, moz-extension://UUID, either with * for every extension, or none alone"
                )
        return cls(frozenset(entries))

    def allow(self, origin: str) -> bool:
        found = _ORIGIN.fullmatch(origin)
        if found is None or found[2] == _ANY:
            return False
        return origin in self.allowed or f"{found[1]}://{_ANY}" in self.allowed


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens on `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

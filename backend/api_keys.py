"""Keys that a server may ask for, and who a request comes from.

A key comes as `Authorization: Bearer KEY`, or by HTTP Basic authentication with the key as the password, which is how a
browser asks a person for it before it shows a page.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import b64decode
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from quotes.errors import InputError

# 16 characters, drawn at random, are out of reach of guessing; the characters are those a Bearer token may have
# (RFC 6750), but for the comma that parts keys in the setting.
_KEY: Final = re.compile(r"[A-Za-z0-9._~+/=-]{16,200}")


class KeyState(StrEnum):
    """What became of the key of a request."""

    NOT_NEEDED = "not_needed"
    MISSING = "missing"
    REFUSED = "refused"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. `key_id` names the key without giving it away; None where none is needed or none was accepted."""

    state: KeyState
    key_id: str | None


@dataclass(frozen=True, slots=True)
class ApiKeys:
    """`digests` are the SHA-256 of the keys, so that comparing takes as long whatever is wrong with a key."""

    digests: tuple[bytes, ...]

    @classmethod
    def read(cls, named: str) -> ApiKeys:
        """The keys that the setting names: with commas between them, or `@FILE` with one a line. Raises `InputError`,
        which never holds a key."""
        if named.startswith("@"):
            keys = _of_file(Path(named[1:]))
        else:
            keys = [key for part in named.split(",") if (key := part.strip())]
        for place, key in enumerate(keys, 1):
            if not _KEY.fullmatch(key):
                raise InputError(
                    f"key {place} of ONRECORD_API_KEYS will not do: a key has 16 to 200 letters, digits or any of "
                    "-._~+/=; `openssl rand -hex 24` makes one"
                )
        return cls(tuple(dict.fromkeys(_digest(key) for key in keys)))

    def id_of(self, key: str) -> str | None:
        """The id of an accepted key, None of any other."""
        given = _digest(key)
        held = [digest for digest in self.digests if hmac.compare_digest(digest, given)]
        return held[0].hex()[:12] if held else None

    def judge(self, authorization: str | None) -> Caller:
        """Who sends an `Authorization` header."""
        if not self.digests:
            return Caller(KeyState.NOT_NEEDED, None)
        key = _presented(authorization)
        if key is None:
            return Caller(KeyState.MISSING, None)
        key_id = self.id_of(key)
        return Caller(KeyState.ACCEPTED if key_id else KeyState.REFUSED, key_id)


def _presented(header: str | None) -> str | None:
    """The key in the header; an empty one where what it holds cannot be read as one."""
    if header is None:
        return None
    scheme, _, credentials = header.partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    if scheme.lower() == "basic":
        try:
            return b64decode(credentials.strip(), validate=True).decode().partition(":")[2]
        except ValueError:
            return ""
    return ""


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


def _of_file(file: Path) -> list[str]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not in UTF-8"
        raise InputError(f"the file of keys {file} cannot be read: {why}") from error
    keys = [key for line in lines if (key := line.strip()) and not key.startswith("#")]
    if not keys:
        raise InputError(f"the file of keys {file} holds none; without a key nobody could be served")
    return keys

"""One spelling for each address, and the id of the transcript that stands there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

_TRACKING: Final = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_\w+|ref|share)$")
_LONGEST_NAME: Final = 60
_NO_NAMES: Final = frozenset({"", "default", "index"})
_SMALL_WORDS: Final = frozenset("a an and at by for from in of on the to with".split())


def canonical(url: str, aliases: Mapping[str, str] | None = None) -> str:
    """`url` as it is kept: https, host in lower case and by its main name (`aliases`: other name to main name), no
    fragment, no tracking parameters, no slash at the end of a path."""
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removesuffix(":80").removesuffix(":443")
    host = (aliases or {}).get(host, host)
    query = "&".join(part for part in parts.query.split("&") if part and not _TRACKING.match(part.partition("=")[0]))
    return urlunsplit(("https", host, re.sub(r"/{2,}", "/", parts.path).rstrip("/"), query, ""))


def absolute(link: str, page: str) -> str:
    """The address a link on `page` leads to."""
    return urljoin(page, link.strip())


def transcript_id(source: str, url: str, aliases: Mapping[str, str] | None = None) -> str:
    """The id of the transcript at `url`: the same for every spelling of the address, and readable.

    `mfa_china_en:t20251013_11731862-3fa9c1`: source, last word of the path that names anything, six hexadecimal digits
    of the whole.
    """
    address = canonical(url, aliases)
    path = re.sub(r"\.\w{2,5}$", "", urlsplit(address).path.lower())
    words = ["-".join(re.findall(r"[a-z0-9_]+", word)) for word in path.split("/")]
    name = next((word for word in reversed(words) if word not in _NO_NAMES), "page")
    digest = hashlib.sha256(address.encode()).hexdigest()[:6]
    return f"{source}:{name[:_LONGEST_NAME]}-{digest}"


def title_in(url: str) -> str:
    """The title that the last word of an address spells out, for pages saved without theirs."""
    last = re.sub(r"\.\w{2,5}$", "", urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1])
    return " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in re.split(r"[-_]+", last) if word)

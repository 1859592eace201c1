"""What a web server answered, before anybody reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

# Gone for good as far as the server knows; the text that was read stays.
GONE: Final = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Response:
    """One answer to a GET. `url` is the address asked for, `final_url` the one that answered after redirects;
    `headers` in the order they came, names as sent; `body` without transfer or content encoding; `retrieved_at`
    ISO 8601 in UTC, to the second."""

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    retrieved_at: str

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def gone(self) -> bool:
        return self.status in GONE

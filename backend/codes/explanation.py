"""What one code is called and means, in words for readers, with a quotation that gets it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Explanation:
    """`printed` is a quotation that gets this code in the sample archive, with `query`, the parameters of
    `GET /v1/lookup` beside it; empty where no quotation of the sample can show it."""

    word: str
    meaning: str
    printed: str = ""
    query: tuple[tuple[str, str], ...] = ()

    def address(self, **more: str) -> str:
        """The query string that asks for the example, with whatever is asked beside it."""
        return urlencode((("quote", self.printed), *self.query, *more.items()))


def explain(word: str, meaning: str, printed: str = "", **query: str) -> Explanation:
    return Explanation(word, meaning, printed, tuple(query.items()))

"""What a first look at a quotation found out, for a second: the page's votes change which place is chosen, and neither
what the index holds of the words nor how they lie over a passage."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Recall:
    """Belongs to one quotation in one snapshot, under one policy, and to one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave when `key` was first asked for."""
        if key not in self._known:
            self._known[key] = make()
        known: T = self._known[key]
        return known

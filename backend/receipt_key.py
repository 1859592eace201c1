"""The key this server signs receipts with, read when it is first needed."""

from __future__ import annotations

from pathlib import Path

from quotes.report import SigningKey, held_key, own_key


class ReceiptKey:
    """The key in `file`. Every process reads it for itself and keeps it; another key is taken up at the next start."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._key: SigningKey | None = None

    def own(self) -> SigningKey:
        """The key, made where there is none. Raises ReceiptKeyUnusable."""
        if self._key is None:
            self._key = own_key(self._file)
        return self._key

    def held(self) -> SigningKey | None:
        """The key; None as long as nothing was signed with it. Raises ReceiptKeyUnusable."""
        if self._key is None:
            self._key = held_key(self._file)
        return self._key

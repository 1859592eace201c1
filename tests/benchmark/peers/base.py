"""What the benchmark asks of whatever finds quotations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.evaluation.corpus import Spoken


class Peer(Protocol):
    """One way to find a quotation. `whole` says that it bears all of the corpus; the others get a stated part."""

    name: str
    whole: bool

    def build(self, turns: Sequence[Spoken], folder: Path) -> None:
        """Take in the turns; whatever is kept on disk goes into the empty `folder`."""

    def find(self, quote: str) -> tuple[str, int] | None:
        """The transcript and turn that come first."""

    def index_bytes(self) -> int: ...

    def close(self) -> None: ...


class Unavailable(Exception):
    """What this peer needs is not on this machine; the message names it."""


def folder_bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())

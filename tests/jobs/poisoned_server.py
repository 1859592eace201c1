"""`onrecord-server` whose engine takes its process with it where a quotation says so."""

from __future__ import annotations

import os
from typing import Any

from backend.jobs.checking import Checker
from backend.main import main

_check = Checker.check


def check(self: Checker, kind: Any, unit: Any, neighbours: Any, options: Any) -> Any:
    if "deadly" in unit.get("quote", ""):
        os._exit(66)
    return _check(self, kind, unit, neighbours, options)


if __name__ == "__main__":
    Checker.check = check  # type: ignore[method-assign]
    main()

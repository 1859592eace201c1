"""Golden readings: what a parser is to make of a saved page, written down once and reviewed by a person.

`tests/sources/pages/SOURCE/NAME.html` (or `.pdf`, `.xml`) is a page in the site's real structure with text written for
this project; `NAME.json` beside it holds its address and what is read from it. A name ending in `listing` is a listing.

    python -m tests.sources.golden mfa_china_zh/conference.html https://www.mfa.gov.cn/…

writes the JSON with `"reviewed": false`. The test fails until somebody has compared it with the page and says true.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

from quotes.html import decode
from quotes.sources.registry import sources
from quotes.sources.source import Listing, Reading

PAGES = Path(__file__).parent / "pages"


def saved_pages() -> list[Path]:
    return sorted(file for file in PAGES.glob("*/*") if file.suffix in {".html", ".pdf", ".xml"})


def golden_of(page: Path) -> dict[str, Any]:
    """What is written down for a page."""
    golden: dict[str, Any] = json.loads(page.with_suffix(".json").read_text("utf-8"))
    return golden


def read_saved(page: Path, url: str) -> dict[str, Any]:
    """What the page's source makes of it now, as JSON values."""
    source = sources()[page.parent.name]
    text = decode(page.read_bytes())
    read: Reading | Listing
    read = source.read_listing(text, url) if page.stem.endswith("listing") else source.parse(text, url)
    values: dict[str, Any] = json.loads(json.dumps(_plain(read), default=str))
    return values


def _plain(read: Reading | Listing) -> dict[str, Any]:
    """Field by field, without those that say nothing."""
    values = dataclasses.asdict(read)
    for turn in values.get("turns", ()):
        turn["speaker"] = {key: value for key, value in turn["speaker"].items() if value is not None}
        turn["text"] = turn["text"].split("\n")
        del turn["index"]
    return {key: value for key, value in values.items() if value not in (None, "", (), [])}


def main(name: str, url: str) -> None:
    page = PAGES / name
    golden = {"url": url, "reviewed": False, "reads": read_saved(page, url)}
    page.with_suffix(".json").write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{page.with_suffix('.json')}: compare it with the page, then set reviewed to true")


if __name__ == "__main__":
    main(*sys.argv[1:])

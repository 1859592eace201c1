"""How long a thousand saved pages take: parsed, archived and indexed. The real ones of ../shared/pages, each several
times over, under addresses of their own."""

from __future__ import annotations

import json
import re
import time
from itertools import count, islice
from pathlib import Path

from quotes.ingest import import_paths
from quotes.sources import source_of
from tests.benchmark.figures import Figure
from tests.sources.agreement import SavedPage, saved_pages

PAGES = 1000


def thousand_pages(shared: Path, folder: Path) -> list[Figure]:
    """Written to `folder` and imported from there, in one process."""
    source = folder / "pages"
    source.mkdir(parents=True)
    real = [page for page in saved_pages(shared) if page.url]
    copies = ((page, _address(page, copy)) for copy in count() for page in real)
    owned = ((page, url) for page, url in copies if source_of(url))
    index = []
    for number, (page, url) in enumerate(islice(owned, PAGES)):
        # The day stays in the name: bare texts have it nowhere else.
        name = f"{Path(page.file).name[:10]}-{number}.html"
        (source / name).write_bytes(page.body)
        index.append({"file": name, "url": url})
    (source / "INDEX.json").write_text(json.dumps(index), "utf-8")
    start = time.perf_counter()
    report = import_paths(folder / "data", [source])
    seconds = time.perf_counter() - start
    assert report.bad == []
    assert report.added == PAGES
    return [Figure("1,000 saved pages parsed and indexed", seconds, "s", 60)]


def _address(page: SavedPage, copy: int) -> str:
    """The page's own address, and for its copies the same with a number at the end of its last word."""
    assert page.url is not None
    return re.sub(r"(\.\w+)?/?$", rf"{copy or ''}\1", page.url, count=1)

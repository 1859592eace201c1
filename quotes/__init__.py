"""OnRecord, the library: checks a quotation against the official record.

    from quotes import Engine, Inquiry, import_paths

    import_paths(data, [Path("briefings.jsonl.gz")])
    with Engine.open(data) as engine:
        answer = engine.lookup(Inquiry("designed to drive a wedge"))

These few names are the public surface; everything below is a floor of the house (see ARCHITECTURE.md). They are loaded
when first asked for, so that importing one floor does not build all those above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.loading import loaded_when_asked

if TYPE_CHECKING:
    from quotes.ingest import import_paths
    from quotes.model import Answer, Claim, Inquiry, PageContext
    from quotes.report import answer_json
    from quotes.verify import Engine

__all__ = ["Answer", "Claim", "Engine", "Inquiry", "PageContext", "answer_json", "import_paths"]


__getattr__ = loaded_when_asked(
    __name__,
    {
        "Answer": "model",
        "Claim": "model",
        "Engine": "verify",
        "Inquiry": "model",
        "PageContext": "model",
        "answer_json": "report",
        "import_paths": "ingest",
    },
)

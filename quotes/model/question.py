"""What is asked: a quotation, the page it stands on, and what the page claims of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class PageContext:
    """What surrounds the quotation. `neighbours` are the page's other quotations, in page order."""

    before: str = ""
    after: str = ""
    page_url: str | None = None
    page_title: str | None = None
    published: date | None = None
    language: str | None = None
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose words the page says they are, and from when. `date` is as claimed: `2025-10-13`, or a weekday such as
    `Tuesday`, which is read against the page's date of publication."""

    speaker: str | None = None
    date: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One lookup. `limit` is how many matches are returned, 1 to 50."""

    quote: str
    context: PageContext = field(default_factory=PageContext)
    claim: Claim = field(default_factory=Claim)
    policy: str = "default"
    limit: int = 5

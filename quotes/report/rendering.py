"""Templates, style sheets and the words in them, which the reports and the service's pages share.

The one module of the library that imports a template engine: it fills in text, and serves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import jinja2

from quotes.report.verdict_words import VERDICT_WORDS

# Templates and style sheets; each style sheet is one a page links to and a report holds.
LOOK: Final = Path(__file__).parent / "look"


def environment(*folders: Path) -> jinja2.Environment:
    """Templates of `folders`, then the shared ones. Every value is escaped, a name not given is refused."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, LOOK]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["long_date"] = long_date
    templates.filters["words"] = words
    templates.tests["web_address"] = is_web_address
    templates.globals["verdict_words"] = VERDICT_WORDS
    return templates


def render(name: str, values: Mapping[str, Any]) -> str:
    """The shared template of that name, filled in."""
    return _shared().get_template(name).render(values)


@cache
def _shared() -> jinja2.Environment:
    return environment()


def styles(names: Sequence[str]) -> str:
    """The style sheets of these names as one."""
    return "\n".join((LOOK / name).read_text("utf-8") for name in names)


def long_date(value: str | date) -> str:
    """`2025-10-13` as "13 October 2025"; anything else as it is."""
    try:
        day = value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        return str(value)
    return f"{day.day} {day:%B %Y}"


def words(code: str) -> str:
    """A code as words: `different_date` is "different date"."""
    return code.replace("_", " ")


def is_web_address(value: object) -> bool:
    """Whether a link may lead there: an archive can hold any text where an address should be, `javascript:` too."""
    return isinstance(value, str) and value.lower().startswith(("https://", "http://"))

"""Which institution a name means: records, tables and writers each call it something else."""

from __future__ import annotations

import re
from typing import Final

# The first that fits names the institution; each is read off how articles and records print it.
_INSTITUTIONS: Final = (
    ("white_house", r"white house|weißes haus|casa blanca|白宫"),
    ("us_state", r"state department|department of state|u\.?s\.? state|foggy bottom|美国国务院"),
    ("us_treasury", r"department of the treasury|treasury department|u\.?s\.? treasury"),
    ("us_defense", r"department of defense|defense department|pentagon"),
    ("fed", r"federal reserve|\bfed\b|\bfomc\b|federal open market"),
    ("china_mfa", r"外交部|\bchina|\bchinese\b|\bbeijing\b|^中国$"),
    ("un", r"united nations|\bu\.?n\.?\b(?! ambassador)|联合国|naciones unidas"),
    ("kremlin", r"president of russia|президент россии|kremlin|кремль|克里姆林宫"),
    ("mexico_presidency", r"presidencia de la república|presidencia de méxico|mexic\w+ presiden\w+|palacio nacional"),
)
# Words of these names, and of countries and capitals that stand for their governments in the news.
INSTITUTION_WORDS: Final = frozenset(
    "white house state department treasury pentagon defense federal reserve fed fomc board governors system foreign "
    "ministry affairs china chinas chinese beijing washington mexico mexicos mfa national security council government "
    "administration u un embassy nations kremlin russia russian united states america americas republic peoples office "
    "presidency presidencia república republica central bank committee open market".split()
)
_PATTERNS: Final = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _INSTITUTIONS)
_ABROAD: Final = frozenset({"fed", "china_mfa", "kremlin", "mexico_presidency", "un"})
_US_GOVERNMENT: Final = re.compile(
    r"^u\.s\. |white house|department of|national institutes|centers for|food and drug|federal emergency"
    r"|environmental protection|united states trade",
    re.IGNORECASE,
)


def institution_of(text: str) -> str | None:
    """A short name of the institution that `text` mentions; None for one this table does not know."""
    return next((name for name, pattern in _PATTERNS if pattern.search(text)), None)


def same_institution(one: str, other: str) -> bool:
    known = institution_of(one)
    return known == institution_of(other) if known else one.casefold() == other.casefold()


def within_us_government(one: str, other: str) -> bool:
    """Whether both belong to the executive branch, whose people speak in each other's briefing rooms."""
    return all(_US_GOVERNMENT.search(name) and institution_of(name) not in _ABROAD for name in (one, other))

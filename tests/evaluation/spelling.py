"""British and American spellings that never differ in meaning, written down apart from the library the engine uses."""

from __future__ import annotations

import re

_BRITISH = {
    "analyze": "analyse", "analyzed": "analysed", "apologize": "apologise", "behavior": "behaviour",
    "canceled": "cancelled", "center": "centre", "centers": "centres", "color": "colour", "criticized": "criticised",
    "defense": "defence", "emphasize": "emphasise", "favor": "favour", "favorable": "favourable",
    "finalized": "finalised", "harbor": "harbour", "honor": "honour", "honored": "honoured", "labor": "labour",
    "minimize": "minimise", "mobilize": "mobilise", "neighbor": "neighbour", "neighbors": "neighbours",
    "offense": "offence", "organization": "organisation", "organizations": "organisations", "organized": "organised",
    "prioritize": "prioritise", "prioritized": "prioritised", "realize": "realise", "realized": "realised",
    "recognize": "recognise", "recognized": "recognised", "recognizes": "recognises", "stabilize": "stabilise",
    "theater": "theatre", "traveled": "travelled", "traveler": "traveller", "travelers": "travellers",
    "traveling": "travelling", "rumors": "rumours", "humor": "humour", "utilize": "utilise", "summarize": "summarise",
}  # fmt: skip
_OTHER = _BRITISH | {british: american for american, british in _BRITISH.items()}
_KNOWN = re.compile(rf"\b({'|'.join(_OTHER)})\b", re.IGNORECASE)


def other_spelling(text: str) -> str:
    """`text` with every word of the table in the other country's spelling, case kept."""

    def swap(found: re.Match[str]) -> str:
        other = _OTHER[found[0].lower()]
        return other.capitalize() if found[0][0].isupper() else other

    return _KNOWN.sub(swap, text)

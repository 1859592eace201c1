"""Who asks, as servers are told."""

from __future__ import annotations

from typing import Final

PRODUCT: Final = "OnRecord"


def user_agent(contact: str | None = None) -> str:
    """The User-Agent header. `contact` is where a site's operator may complain, an address of mail or of a page;
    without one the header says what an operator can do alone. A header of one's own must begin with the name that
    robots.txt files are to be read for, up to a slash or a space."""
    purpose = "reads official transcripts to check quotations"
    where = f"complaints: {contact}" if contact else f"obeys robots.txt; to turn it away, disallow {PRODUCT}"
    return f"{PRODUCT}/1 ({purpose}; {where})"


USER_AGENT: Final = user_agent()


def visiting_agent(contact: str | None = None) -> str:
    """The User-Agent of `Visitor`, which fetches one page for somebody and reads no robots.txt."""
    where = f"; complaints: {contact}" if contact else ""
    return f"{PRODUCT}/1 (fetches one page whose address a reader has given, to check its quotations{where})"


def product(header: str) -> str:
    """The name that a robots.txt addresses the sender of this User-Agent by."""
    return header.split("/", 1)[0].split(" ", 1)[0]

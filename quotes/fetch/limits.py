"""How much a request may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`body`: bytes of a page, after decompression; pages have a hundredth of it, scanned PDFs more.
    `seconds`: from the start of one request to the last byte of its answer.
    `redirects`: in a row.
    `attempts`: how often a page is asked for when the trouble may pass, the first time included.
    `longest_wait`: seconds that are waited when a server asks for it; beyond that the page is given up.
    """

    body: int = 32 * 1024 * 1024
    seconds: float = 60.0
    redirects: int = 10
    attempts: int = 5
    longest_wait: float = 300.0

"""Judging printed words against a record's, for the tests of single classes."""

from __future__ import annotations

from quotes.align import align, parse_quotation, read_source
from quotes.verdict import Wording, judge, policy_named


def wording(quote: str, record: str, *, policy: str = "default", heard: str = "") -> Wording:
    """The wording of `quote` against a turn that says `record` in answer to `heard`."""
    alignment = align(parse_quotation(quote), read_source(record))
    assert alignment is not None
    return judge(alignment, policy_named(policy), heard)


def classes(found: Wording) -> list[str]:
    """The classes of its edits, equal stretches left out, in the quotation's order."""
    return [edit.cls.value for edit in found.edits if edit.op != "equal" or edit.cls.value != "equal"]

"""An answer for people, in 80 columns: the verdict first, then who and when, what differs, and the checks.

Nothing rests on colour: words only the record has stand in `[-…-]`, words only the quotation has in `{+…+}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import click

from quotes.cli.output import paragraph, row
from quotes.model import Answer, ClaimFrom, Edit, EditClass, Match, Verdict
from quotes.text import is_unspaced

# What ends with exit code 0.
AS_PRINTED: Final = frozenset({Verdict.VERBATIM, Verdict.VERBATIM_MARKED})
COLOURS: Final = {
    Verdict.VERBATIM: "green",
    Verdict.VERBATIM_MARKED: "green",
    Verdict.ALTERED: "red",
    Verdict.SPLICED: "red",
}
# Not held against the writer, so not shown as a difference.
_SAME: Final = {EditClass.EQUAL, EditClass.PRESENTATION, EditClass.RECORD_NOISE}
_LONGEST_EQUAL: Final = 40


def answer_lines(answer: Answer) -> Iterator[str]:
    """Lines to print, without line ends."""
    severity = f", severity {answer.severity}" if answer.severity else ""
    verdict = answer.verdict.replace("_", " ").upper()
    yield click.style(verdict, bold=True, fg=COLOURS.get(answer.verdict, "yellow")) + severity
    yield paragraph(answer.finding)
    if answer.matches:
        yield ""
        yield from _match_lines(answer.matches[0])
    if answer.correction:
        yield row("could read", f"“{answer.correction}”")
    yield ""
    yield from _check_lines(answer)
    if others := answer.matches[1:]:
        yield ""
        yield "Also found:"
        for match in others:
            yield paragraph(f"{when(match)}, {who(match)}: {plain(match.verdict)}", indent="    ", first="  ")
            yield f"    {match.permalink}"


def _match_lines(match: Match) -> Iterator[str]:
    yield row("who", who(match))
    yield row("when", when(match))
    yield row("event", match.event)
    if question := match.context.question:
        asked = question.text if len(question.text) <= 200 else question.text[:200].rsplit(" ", 1)[0] + " …"
        yield row("asked", " ".join(f"{question.speaker or 'a journalist'}: {asked}".split()))
    yield row("record", " ".join(match.passage.text.split()))
    yield from difference_lines(match)
    yield row("source", match.url or match.permalink)
    if match.also_at:
        yield row("also at", " ".join(match.also_at))
    if match.removed:
        gone = "the record no longer says so" if match.removed.what == "text" else "the page is gone"
        yield row("removed", f"{gone}, as found on {match.removed.since}")


def claim_lines(answer: Answer) -> Iterator[str]:
    """Whose words, from when, and what around them turns them."""
    attribution, day = answer.checks.attribution, answer.checks.date
    yield row("speaker", _joined(attribution.status, attribution.claimed, attribution.found, attribution.relayed_from))
    yield row("date", _joined(day.status, day.claimed, _weekday(day.found_weekday, day.found_date), None))
    if flags := answer.checks.context.flags:
        yield row("context", "; ".join(f"{plain(flag.flag)} (“{flag.cue}”)" for flag in flags))


def difference_lines(match: Match) -> Iterator[str]:
    """What differs, word by word; nothing where nothing does."""
    if any(edit.cls not in _SAME for edit in match.diff):
        yield row("differences", _word_diff(match.diff))
        yield row("", "[-only in the record-] {+only in the quotation+}")


def _check_lines(answer: Answer) -> Iterator[str]:
    yield from claim_lines(answer)
    if answer.claim_from is ClaimFrom.PAGE:
        yield row("claimed", "by the words around the quotation, where speaker and day were read")
    occurrences = answer.checks.occurrences
    if occurrences.count:
        more = " or more" if occurrences.capped else ""
        yield row("said", f"in {occurrences.count}{more} turn{'s' if occurrences.count > 1 else ''} of the record")
    yield row("basis", answer.basis)
    coverage = answer.coverage
    searched = f"{coverage.transcripts:,} transcripts, {coverage.first} to {coverage.last}"
    yield row("searched", f"{searched} (snapshot {answer.engine.snapshot}, policy {answer.engine.policy})")


def _joined(status: str, claimed: str | None, found: str | None, relayed_from: str | None) -> str:
    facts = [
        f"claimed {claimed}" if claimed else "",
        f"found {found}" if found else "",
        f"relayed from {relayed_from}" if relayed_from else "",
    ]
    details = ", ".join(filter(None, facts))
    return f"{plain(status)} ({details})" if details else plain(status)


def _word_diff(diff: Sequence[Edit]) -> str:
    parts: list[str] = []
    for edit in diff:
        if edit.cls in _SAME:
            parts.append(_shortened(edit.quote or ""))
            continue
        if edit.source:
            parts.append(f"[-{edit.source}-]")
        if edit.quote:
            parts.append(f"{{+{edit.quote}+}}")
    parts = [part for part in parts if part]
    spaced = not any(is_unspaced(part[-1]) for part in parts)
    return (" " if spaced else "").join(parts)


def _shortened(words: str) -> str:
    """Long stretches of agreement are cut in the middle: the differences are what the line is for."""
    if len(words) <= 2 * _LONGEST_EQUAL:
        return words
    return f"{words[:_LONGEST_EQUAL].rsplit(' ', 1)[0]} … {words[-_LONGEST_EQUAL:].split(' ', 1)[-1]}"


def who(match: Match) -> str:
    speaker = match.speaker
    name = speaker.name or speaker.label or "nobody named"
    return f"{name}, {speaker.title}" if speaker.title else name


def when(match: Match) -> str:
    return _weekday(match.weekday, match.date) or ""


def _weekday(weekday: str | None, day: str | None) -> str | None:
    return f"{weekday} {day}" if weekday and day else day


def plain(code: str) -> str:
    return code.replace("_", " ")

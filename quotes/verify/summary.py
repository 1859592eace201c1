"""What an editor wants to know of a whole article before reading it quotation by quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from quotes.model import (
    AttributionStatus,
    Briefing,
    DateStatus,
    QuoteAnswer,
    Severity,
    Summary,
    ToLookAt,
    Verdict,
)
from quotes.verify.finding import spoken_date

# Where the first match is the occasion the words come from.
_PLACED: Final = frozenset(
    {
        Verdict.VERBATIM,
        Verdict.VERBATIM_MARKED,
        Verdict.MINOR_VARIANCE,
        Verdict.ALTERED,
        Verdict.SPLICED,
        Verdict.TRANSLATION_VARIANT,
    }
)
_WORDS: Final = {
    Verdict.VERBATIM: "word for word",
    Verdict.VERBATIM_MARKED: "changed only where it is marked",
    Verdict.MINOR_VARIANCE: "with small changes",
    Verdict.ALTERED: "altered",
    Verdict.SPLICED: "spliced",
    Verdict.TRANSLATION_VARIANT: "in another translation",
    Verdict.AMBIGUOUS: "too short or too common to place",
    Verdict.NOT_FOUND: "not found",
    Verdict.OUT_OF_COVERAGE: "outside what the archive holds",
    Verdict.CANNOT_CHECK: "could not be checked",
}
_BRIEFINGS_TOLD: Final = 3
# The gravity of a wrong day where nothing else is wrong.
_MISDATED: Final = 5


def summarise(answers: Sequence[QuoteAnswer], record_of: Callable[[str], str], *, left_out: int) -> Summary:
    """`record_of` gives, for a transcript's id, that of the one it renders anew, or the same."""
    counts = Counter(answer.verdict for answer in answers)
    verdicts = {verdict.value: counts[verdict] for verdict in Verdict if counts[verdict]}
    briefings = _briefings(answers, record_of)
    return Summary(
        quotes=len(answers),
        verdicts=verdicts,
        briefings=briefings,
        look_first=_look_first(answers),
        finding=_finding(answers, counts, briefings, left_out),
        left_out=left_out,
    )


def _briefings(answers: Sequence[QuoteAnswer], record_of: Callable[[str], str]) -> tuple[Briefing, ...]:
    """Another translation of a briefing is that briefing."""
    found: dict[str, list[int]] = {}
    for place, answer in enumerate(answers):
        if answer.verdict in _PLACED and answer.matches:
            found.setdefault(record_of(answer.matches[0].transcript_id), []).append(place)
    made = []
    for record, places in found.items():
        matches = [answers[place].matches[0] for place in places]
        first = next((match for match in matches if match.transcript_id == record), matches[0])
        speakers = (answers[place].matches[0].speaker for place in places)
        made.append(
            Briefing(
                event=first.event,
                date=first.date,
                weekday=first.weekday,
                institution=first.institution,
                transcript_id=first.transcript_id,
                revision=first.revision,
                url=first.url,
                permalink=f"/transcripts/{first.transcript_id}",
                speakers=tuple(dict.fromkeys(name for who in speakers if (name := who.name or who.label))),
                quotes=tuple(places),
            )
        )
    return tuple(sorted(made, key=lambda briefing: (-len(briefing.quotes), briefing.quotes)))


def _look_first(answers: Sequence[QuoteAnswer]) -> tuple[ToLookAt, ...]:
    graded = sorted((grade, place) for place, answer in enumerate(answers) if (grade := _gravity(answer)) is not None)
    dated = _dated(answers)
    misdated = [place for grade, place in graded if grade == _MISDATED]
    told = []
    for grade, place in graded:
        if dated and grade == _MISDATED:
            # One mistake, made once in the article, and not one for each quotation.
            if place == misdated[0]:
                more = f" Nothing else needs a look in these {_quotations(len(misdated))}." if len(misdated) > 1 else ""
                told.append(ToLookAt(place, answers[place].verdict, dated + more))
        else:
            told.append(ToLookAt(place, answers[place].verdict, answers[place].finding))
    return tuple(told)


def _gravity(answer: QuoteAnswer) -> int | None:
    """0 is the gravest; None where an editor has nothing to do."""
    checks = answer.checks
    grades = {
        0: answer.verdict is Verdict.ALTERED and answer.severity is Severity.HIGH,
        1: answer.verdict is Verdict.SPLICED or checks.attribution.status is AttributionStatus.QUESTIONER,
        2: checks.attribution.status is AttributionStatus.DIFFERENT_SPEAKER,
        3: answer.verdict is Verdict.ALTERED,
        4: bool(checks.context.flags) or checks.attribution.status is AttributionStatus.RELAYED,
        _MISDATED: checks.date.status is DateStatus.DIFFERENT_DATE,
        6: answer.verdict is Verdict.NOT_FOUND,
        7: answer.verdict in {Verdict.CANNOT_CHECK, Verdict.AMBIGUOUS, Verdict.OUT_OF_COVERAGE},
        8: answer.verdict in {Verdict.MINOR_VARIANCE, Verdict.TRANSLATION_VARIANT},
    }
    return next((grade for grade, holds in grades.items() if holds), None)


def _finding(
    answers: Sequence[QuoteAnswer], counts: Counter[Verdict], briefings: Sequence[Briefing], left_out: int
) -> str:
    if not answers:
        return "No quotation was found in this text."
    told = ", ".join(f"{counts[verdict]} {_WORDS[verdict]}" for verdict in Verdict if counts[verdict])
    sentences = [f"{_quotations(len(answers))}: {told}."]
    if briefings:
        sentences.append(_drawn_on(briefings))
    if dated := _dated(answers):
        sentences.append(dated)
    if left_out:
        sentences.append(f"{_quotations(left_out)} more {'was' if left_out == 1 else 'were'} not looked up.")
    return " ".join(sentences)


def _quotations(number: int) -> str:
    return f"{number} quotation{'' if number == 1 else 's'}"


def _drawn_on(briefings: Sequence[Briefing]) -> str:
    if len(briefings) == 1:
        only = briefings[0]
        those = "The one that was" if len(only.quotes) == 1 else "All that were"
        return f"{those} placed {'comes' if len(only.quotes) == 1 else 'come'} from one briefing: {_named(only)}."
    named = "; ".join(f"{_named(briefing)} ({len(briefing.quotes)})" for briefing in briefings[:_BRIEFINGS_TOLD])
    more = f"; and {len(briefings) - _BRIEFINGS_TOLD} more" if len(briefings) > _BRIEFINGS_TOLD else ""
    return f"They come from {len(briefings)} briefings: {named}{more}."


def _named(briefing: Briefing) -> str:
    return f"{briefing.event} ({briefing.institution}, {spoken_date(briefing.date)})"


def _dated(answers: Sequence[QuoteAnswer]) -> str | None:
    """The day the article has wrong, where it has it wrong throughout."""
    wrong = [answer.checks.date for answer in answers if answer.checks.date.status is DateStatus.DIFFERENT_DATE]
    days = {(check.claimed, check.found_date) for check in wrong}
    if len(days) != 1 or wrong[0].found_date is None:
        return None
    return f"The article says {wrong[0].claimed}; the record says {spoken_date(wrong[0].found_date)}."

"""One plain sentence an editor can paste."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from quotes.archive import Header
from quotes.model import (
    AttributionCheck,
    AttributionStatus,
    ContextCheck,
    Coverage,
    DateCheck,
    DateStatus,
    Edit,
    EditClass,
    Occurrences,
    Verdict,
)
from quotes.verdict import MARKED, PRESENTATION, PROTECTED
from quotes.verdict.hidden import Hides
from quotes.verify.claimed_date import WEEKDAYS
from quotes.verify.context_words import in_words
from quotes.verify.placing import Placing

_SPLICES: Final = {
    "out_of_order": "its parts stand in another order in the record",
    "different_turns": "its parts come from different answers",
    "different_events": "its parts come from different briefings",
}
_SMALL: Final = {
    EditClass.FILLER: "a filler",
    EditClass.ARTICLE: "an article",
    EditClass.THAT: "“that”",
    EditClass.CONTRACTION: "a contraction",
    EditClass.FUNCTION_WORD: "a small word",
    EditClass.INFLECTION: "a word’s form",
}
_HIDDEN: Final = {
    Hides.NEGATION: "a negation",
    Hides.CONDITION: "a condition",
    Hides.HEDGE: "a hedge",
    Hides.REVERSAL: "a reversal",
    Hides.INTERJECTION: "an interjection",
}
_NOTES: Final = {
    "resumed_after_interruption": "somebody broke in between, and the sentence was taken up again",
    "record_may_be_in_error": "the record may be in error here",
}
# Edits told in the sentence, the weightiest first; the diff has them all.
_TOLD: Final = 3
_LONGEST_TOLD: Final = 60


def spoken_day(day: date) -> str:
    """`Monday 13 October 2025`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B %Y}"


def spoken_date(day: str) -> str:
    """`Monday 13 October 2025` of `2025-10-13`."""
    return spoken_day(date.fromisoformat(day))


def find(
    verdict: Verdict,
    reasons: tuple[str, ...],
    best: Placing | None,
    attribution: AttributionCheck,
    dated: DateCheck,
    occurrences: Occurrences,
    occasions: int,
    coverage: Coverage,
    context: ContextCheck,
) -> str:
    """The sentence for a verdict; `occasions` is how many transcripts the words were found in."""
    if best is None:
        return _nothing(verdict, coverage)
    who = best.turn.name or best.turn.label or "The record"
    when = spoken_day(best.header.date)
    if verdict is Verdict.NOT_FOUND:
        return (
            f"Not found in the words of {attribution.claimed}: they were spoken by a reporter, "
            f"{'labelled ' if not best.turn.name else ''}{who}, on {when}."
        )
    if verdict is Verdict.AMBIGUOUS and reasons == ("near_match",):
        return f"Not these words, but words near them were said by {who} on {when}; too common to call it the source."
    if verdict is Verdict.AMBIGUOUS:
        more = "at least " if occurrences.capped else ""
        where = (
            f"they stand in {more}{occasions} transcripts, last on {spoken_day_of(occurrences, best)}"
            if occasions > 1
            else f"they stand once in the archive, said by {who} on {when}"
        )
        return f"These words are too short or too common to place alone: {where}."
    said = {
        Verdict.VERBATIM: f"{who} said this word for word on {when}",
        Verdict.VERBATIM_MARKED: f"{who} said this on {when}; all changes are marked{_left_behind(best)}",
        Verdict.MINOR_VARIANCE: f"{who} said this on {when}, but for {_small(best)}",
        Verdict.ALTERED: f"{who} said it otherwise on {when}: {_edits(best)}",
        Verdict.SPLICED: f"Printed as one quotation, but {_splice(reasons)}; {who} said part of it on {when}",
        Verdict.TRANSLATION_VARIANT: f"{who} said this on {when}, printed in another translation than the record's",
    }[verdict]
    told = _attribution(attribution) + in_words(context.flags) + _date(dated)
    return said + _notes(reasons) + told + _removal(best.header) + "."


def spoken_day_of(occurrences: Occurrences, best: Placing) -> str:
    """The day of the last occurrence, else of the best placing."""
    return spoken_date(occurrences.last.date) if occurrences.last else spoken_day(best.header.date)


def _nothing(verdict: Verdict, coverage: Coverage) -> str:
    searched = f"{coverage.transcripts:,} transcripts from {coverage.first} to {coverage.last}"
    if verdict is Verdict.OUT_OF_COVERAGE:
        return f"The archive does not hold what is claimed here: it has {searched}."
    return f"Not found in the {searched} that were searched; that does not mean it was not said."


def _notes(reasons: tuple[str, ...]) -> str:
    """What is told beside the verdict and turns nothing."""
    told = [f"; {note}" for reason, note in _NOTES.items() if reason in reasons]
    return "".join(told)


def _attribution(check: AttributionCheck) -> str:
    if check.status is AttributionStatus.RELAYED:
        return f", passing on the words of {check.relayed_from}"
    if check.status is AttributionStatus.DIFFERENT_SPEAKER:
        return f"; it is attributed to {check.claimed}"
    if check.status is AttributionStatus.QUESTIONER:
        return "; it is a reporter's question"
    return ""


def _date(check: DateCheck) -> str:
    if check.status is DateStatus.DIFFERENT_DATE:
        return f"; the article says {check.claimed}, the record {check.found_weekday}"
    return ""


def _removal(header: Header) -> str:
    """The day is when it was found out: nobody says when it was done."""
    if since := header.superseded_since:
        return f"; the record was changed since and no longer says so, as found on {_found_on(since)}"
    if since := header.gone_since:
        return f"; its page is gone, as found on {_found_on(since)}, and this is the text that was read before"
    return ""


def _found_on(moment: str) -> str:
    day = datetime.fromisoformat(moment).date()
    return f"{day.day} {day:%B %Y}"


def _splice(reasons: tuple[str, ...]) -> str:
    return next((_SPLICES[reason] for reason in reasons if reason in _SPLICES), _SPLICES["out_of_order"])


def _small(best: Placing) -> str:
    kinds = dict.fromkeys(_SMALL[edit.cls] for edit in best.judged.edits if edit.cls in _SMALL)
    return _join(list(kinds)) or "small change"


def _edits(best: Placing) -> str:
    """What was done, in words: left out, put in, printed for."""
    grave = [edit for edit in best.judged.edits if edit.cls not in PRESENTATION | MARKED | _SMALL.keys()]
    weighed = sorted(grave, key=lambda edit: edit.cls not in PROTECTED)[:_TOLD]
    weighed.sort(key=lambda edit: edit.quote_span)
    left_out = [f"“{_short(edit.source)}”" for edit in weighed if edit.op == "delete"]
    put_in = [f"“{_short(edit.quote)}”" for edit in weighed if edit.op == "insert"]
    told = [_replacement(edit) for edit in weighed if edit.op == "replace"]
    for words, what in ((left_out, "left out"), (put_in, "put in")):
        if words:
            told.append(f"{_join(words)} {'is' if len(words) == 1 else 'are'} {what}")
    told += [f"an ellipsis hides “{one.words}”" for one in best.judged.hidden if one.turns]
    if len(grave) > _TOLD:
        told.append(f"{len(grave) - _TOLD} more")
    return _join(told) or "small words were changed"


def _left_behind(best: Placing) -> str:
    """What the ellipses hide that turns nothing and is still to be known."""
    kinds = list(dict.fromkeys(_HIDDEN[one.reason] for one in best.judged.hidden))
    return f", and what is left out holds {_join(kinds)}" if kinds else ""


def _replacement(edit: Edit) -> str:
    if edit.cls is EditClass.SENTENCE_BOUNDARY_MOVED:
        return "a clause is attached to another sentence"
    return f"“{_short(edit.quote)}” is printed for “{_short(edit.source)}”"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_TOLD else f"{words[:_LONGEST_TOLD].rsplit(' ', 1)[0]} …"


def _join(told: list[str]) -> str:
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}" if told else ""

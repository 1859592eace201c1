"""The checks beside the wording: whose words, and from when."""

from __future__ import annotations

from quotes.archive import StoredTurn
from quotes.model import AttributionCheck, AttributionStatus, ContextCheck, DateCheck, DateStatus, FlagName
from quotes.verdict import DEFAULT_FLAGS, Relay, context_flags, relay
from quotes.verify.claimed_date import WEEKDAYS
from quotes.verify.occasion import Occasion
from quotes.verify.placing import Placing


def check_attribution(occasion: Occasion, placing: Placing | None, asked: StoredTurn | None = None) -> AttributionCheck:
    """Whose words stand at `placing`, against the claim. Words passed on are `relayed` whoever is claimed, and a
    reporter's are `questioner` unless the reporter is. `asked` is the question that the turn answers."""
    claimed = occasion.speaker
    if placing is None:
        return AttributionCheck(AttributionStatus.UNRESOLVED if claimed else AttributionStatus.NOT_CLAIMED, claimed)
    found = placing.turn.name or placing.turn.label
    same = occasion.same_speaker(placing.header, placing.turn)
    if placing.by_reporter and not same:
        return AttributionCheck(AttributionStatus.QUESTIONER, claimed, found)
    if same is False:
        return AttributionCheck(AttributionStatus.DIFFERENT_SPEAKER, claimed, found)
    passed_on = relay(
        placing.turn.text,
        *placing.span,
        institution=placing.header.institution,
        question=asked.text if asked else "",
        questioner=asked.name if asked else None,
    )
    if passed_on is not None:
        return AttributionCheck(
            AttributionStatus.RELAYED, claimed, found, passed_on.source, passed_on.cue, passed_on.span
        )
    if not claimed:
        return AttributionCheck(AttributionStatus.NOT_CLAIMED, None, found)
    return AttributionCheck(AttributionStatus.CONFIRMED if same else AttributionStatus.UNRESOLVED, claimed, found)


def check_context(
    placing: Placing, attribution: AttributionCheck, asked: StoredTurn | None, printed: str
) -> ContextCheck:
    """What the record around the passage does to it. A reporter's words are a question anyway, and so are words
    `printed` with their question mark."""
    relayed = None
    if attribution.relayed_from and attribution.cue and attribution.cue_span:
        relayed = Relay(attribution.relayed_from, attribution.cue, attribution.cue_span)
    if placing.by_reporter:
        return ContextCheck("none")
    flags = context_flags(
        placing.turn.text,
        *placing.span,
        question=asked.text if asked else "",
        relayed=relayed,
        wanted=DEFAULT_FLAGS - {FlagName.QUESTION} if "?" in printed or "？" in printed else DEFAULT_FLAGS,
    )
    if placing.resumption is not None:
        # The offsets are of both turns joined; those of the first one hold.
        flags = tuple(flag for flag in flags if flag.span[1] <= len(placing.resumption.first.text))
    return ContextCheck("flagged" if flags else "none", flags)


def check_date(occasion: Occasion, placing: Placing | None, rivals: list[Placing]) -> DateCheck:
    """The event's date against the claimed one; `rivals` are other occasions of the same words."""
    claimed = occasion.claimed
    day = claimed.day if claimed else None
    asked = {
        "claimed": claimed.text if claimed else None,
        "claimed_date": day.isoformat() if day else None,
        "claimed_weekday": WEEKDAYS[claimed.weekday] if claimed and claimed.weekday is not None else None,
    }
    if placing is None:
        return DateCheck(DateStatus.UNRESOLVED if claimed else DateStatus.NOT_CLAIMED, **asked)
    found = placing.header.date
    told = {"found_date": found.isoformat(), "found_weekday": WEEKDAYS[found.weekday()]}
    if claimed is None:
        return DateCheck(DateStatus.NOT_CLAIMED, **asked, **told)
    if claimed.agrees(found):
        return DateCheck(DateStatus.CONFIRMED, **asked, **told)
    dates = {found, *(rival.header.date for rival in rivals)}
    return DateCheck(DateStatus.MULTIPLE_DATES if len(dates) > 1 else DateStatus.DIFFERENT_DATE, **asked, **told)

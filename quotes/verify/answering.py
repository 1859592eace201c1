"""Composing the answer from what was found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quotes.align import Alignment, Quotation, align, parse_quotation
from quotes.archive import Archive, Header, StoredTurn
from quotes.errors import BadQuotation
from quotes.model import (
    Answer,
    AttributionCheck,
    AttributionStatus,
    Checks,
    ContextCheck,
    Coverage,
    EngineInfo,
    Inquiry,
    Match,
    MatchSpeaker,
    Occurrences,
    Passage,
    PassageContext,
    Question,
    Removal,
    Role,
    Severity,
    Verdict,
)
from quotes.text import fold_words, is_unspaced
from quotes.verdict import Policy, correct, judge
from quotes.verify import resumed
from quotes.verify.catalogue import Catalogue
from quotes.verify.checks import check_attribution, check_context, check_date
from quotes.verify.claimed_date import WEEKDAYS
from quotes.verify.confidence import confidence
from quotes.verify.evidence import Surprisal
from quotes.verify.finding import find
from quotes.verify.links import deep_link, permalink
from quotes.verify.occasion import Occasion
from quotes.verify.placing import Placing
from quotes.verify.select import Selection, Standing
from quotes.verify.splice import Splice

# Code points of the record shown to either side of a passage, and of the question it answers.
CONTEXT_LENGTH: Final = 300
QUESTION_LENGTH: Final = 600

_CORRECTED: Final = frozenset({Verdict.MINOR_VARIANCE, Verdict.ALTERED, Verdict.SPLICED})
_LANGUAGE_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?![A-Za-z])")
_SENTENCE_END: Final = re.compile(r"[.?!]+[”’\"']?\s+|[。？！]+[”’]?")
# Two parts of a splice may both have as many words as begin or end the other: “The”.
_SHARED_WORDS: Final = 3
_RENDERED: Final = frozenset({Verdict.VERBATIM, Verdict.VERBATIM_MARKED, Verdict.MINOR_VARIANCE})


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything one lookup found. `transcripts` is in how many the words stand word for word."""

    inquiry: Inquiry
    quotation: Quotation
    occasion: Occasion
    surprisal: Surprisal
    selection: Selection
    splice: Splice | None
    occurrences: Occurrences
    transcripts: int


def compose(
    findings: Findings, catalogue: Catalogue, archive: Archive, policy: Policy, *, version: str, snapshot: str
) -> Answer:
    """The answer; matches are ordered best first, at most `inquiry.limit`."""
    selection = findings.selection
    best = selection.best
    source = None if selection.standing is Standing.NEAR else best
    shown = (
        []
        if best is None
        else [*_told_apart(best), *([findings.splice.placing] if findings.splice else []), *selection.rivals]
    )
    shown = shown[: findings.inquiry.limit]
    questions = archive.turns([turn for placing in shown for turn in _before(placing)])
    asked = _asked(source, questions) if source else None
    attribution = check_attribution(findings.occasion, source, asked)
    dated = check_date(findings.occasion, source, [] if selection.placed else selection.rivals)
    verdict, severity, reasons = _verdict(findings, attribution, catalogue)
    context = (
        check_context(source, attribution, asked, findings.inquiry.quote)
        if source is not None and selection.placed
        else ContextCheck("none")
    )
    occasions = max(findings.transcripts, len(selection.rivals) + 1)
    return Answer(
        verdict=verdict,
        severity=severity,
        finding=find(
            verdict,
            reasons,
            source,
            attribution,
            dated,
            findings.occurrences,
            occasions,
            catalogue.coverage,
            context,
        ),
        confidence=confidence(selection, findings.surprisal),
        basis=_basis(selection),
        reasons=reasons,
        correction=_correction(findings, verdict, policy),
        matches=tuple(_match(placing, questions, catalogue) for placing in shown),
        checks=Checks(attribution, dated, context, findings.occurrences),
        claim_from=None,
        coverage=catalogue.coverage,
        engine=EngineInfo(version, policy.name, snapshot),
    )


def _told_apart(best: Placing) -> tuple[Placing, ...]:
    return resumed.parts(best, best.resumption) if best.resumption else (best,)


def _verdict(
    findings: Findings, attribution: AttributionCheck, catalogue: Catalogue
) -> tuple[Verdict, Severity | None, tuple[str, ...]]:
    selection = findings.selection
    best = selection.best
    if best is None or selection.standing is Standing.NEAR:
        return _absent(findings, catalogue), None, ()
    if attribution.status is AttributionStatus.QUESTIONER and attribution.claimed:
        # The words stand in the record, and are not his: nothing of his was found.
        return Verdict.NOT_FOUND, None, ("questioner",)
    wording = best.judged
    reasons = (*wording.reasons, *((resumed.REASON,) if best.resumption else ()))
    if findings.splice is not None:
        return Verdict.SPLICED, wording.severity or Severity.MODERATE, _splice_reasons(findings.splice, best)
    if not selection.placed:
        reason = (
            "near_match" if selection.standing is Standing.LIKELY else "too_short" if selection.short else "set_phrase"
        )
        return Verdict.AMBIGUOUS, None, (reason,)
    if best.header.rendering_of is not None and wording.verdict in _RENDERED:
        return Verdict.TRANSLATION_VARIANT, None, ("another_translation", *reasons)
    return wording.verdict, wording.severity, reasons


def _correction(findings: Findings, verdict: Verdict, policy: Policy) -> str | None:
    best = findings.selection.best
    if best is None or verdict not in _CORRECTED:
        return None
    if findings.splice is None:
        return correct(best.alignment, best.judged, policy)
    return _two_quotations(best, findings.splice.placing, policy)


def _two_quotations(best: Placing, other: Placing, policy: Policy) -> str | None:
    """Each part by itself; what stands between the inner marks is the writer's to fill in."""
    printed, moved = best.alignment.quotation.text, other.alignment.quotation.text
    found = max(printed.find(moved), 0)
    start, end = _to_sentence(printed, found), _to_sentence(printed, found + len(moved))
    before, after = printed[:start], printed[end:]
    own, is_first = (before, True) if len(before) >= len(after) else (after, False)
    parts = [_part(own, best.alignment, policy), _part(printed[start:end], other.alignment, policy)]
    told = [part for part in parts if part is not None]
    return "” … “".join(told if is_first else reversed(told)) if len(told) == len(parts) else None


def _to_sentence(printed: str, at: int) -> int:
    """Two parts meet where their sentences do, if that is near: a word that both have may belong to either."""
    borders = [0, *(found.end() for found in _SENTENCE_END.finditer(printed)), len(printed)]
    near = min(borders, key=lambda border: abs(border - at))
    return near if len(fold_words(printed[min(near, at) : max(near, at)])) <= _SHARED_WORDS else at


def _part(printed: str, placed: Alignment, policy: Policy) -> str | None:
    """What of one part could stand between its own marks."""
    try:
        laid = align(parse_quotation(printed), placed.source)
    except BadQuotation:
        return None
    if laid is None or not laid.steps:
        return None
    wording = judge(laid, policy)
    if wording.verdict in {Verdict.VERBATIM, Verdict.VERBATIM_MARKED}:
        return laid.quotation.text.strip(" \n.,;…。，；")
    return correct(laid, wording, policy)


def _splice_reasons(splice: Splice, best: Placing) -> tuple[str, ...]:
    """Where the parts come from, and that an ellipsis stands between them, as if it were one answer."""
    marked = len(best.alignment.quotation.parts) > 1
    return (splice.reason, "ellipsis_joins_answers") if marked else (splice.reason,)


def _absent(findings: Findings, catalogue: Catalogue) -> Verdict:
    """Not found, or not to be found here at all: the claimed time, institution or language is not held."""
    coverage: Coverage = catalogue.coverage
    if not catalogue.headers:
        return Verdict.OUT_OF_COVERAGE
    occasion = findings.occasion
    days = [header.date for header in catalogue.headers]
    claimed = occasion.claimed.day if occasion.claimed else None
    if claimed is not None and not min(days) <= claimed <= max(days):
        return Verdict.OUT_OF_COVERAGE
    if occasion.published is not None and occasion.published < min(days):
        return Verdict.OUT_OF_COVERAGE
    language = _language(findings)
    if language is not None and language not in {held.split("-")[0] for held in coverage.languages}:
        return Verdict.OUT_OF_COVERAGE
    if occasion.institution and not any(_alike(occasion.institution, held) for held in catalogue.institutions):
        return Verdict.OUT_OF_COVERAGE
    return Verdict.NOT_FOUND


def _language(findings: Findings) -> str | None:
    words = findings.quotation.words
    if 2 * sum(1 for word in words if is_unspaced(word)) > len(words):
        return "zh"
    stated = findings.inquiry.context.language
    # `en_US`, as Open Graph has it, is English; “English” is no tag and tells nothing.
    found = _LANGUAGE_TAG.match(stated.strip()) if stated else None
    return found[1].lower() if found else None


def _alike(claimed: str, held: str) -> bool:
    words = {word for word in claimed.casefold().split() if len(word) > 3}
    return not words or bool(words & set(held.casefold().split())) or claimed.casefold() in held.casefold()


def _basis(selection: Selection) -> str:
    if selection.best is None:
        return "nothing in the archive is like these words"
    if selection.standing is Standing.NEAR:
        return "nothing in the archive is these words; the nearest wording is shown"
    grounds = [] if selection.short else ["the wording"]
    grounds += selection.best.supports
    if not selection.placed:
        return "the words alone, which do not tell the occasions apart"
    return "rests on " + " and ".join(grounds or ["the wording"])


def _before(placing: Placing) -> list[int]:
    """Keys of the turns where the question may stand: a moderator or an interruption can come between."""
    return [turn for turn in range(placing.turn.key - 3, placing.turn.key) if turn >= placing.header.first_turn]


def _match(placing: Placing, turns: dict[int, StoredTurn], catalogue: Catalogue) -> Match:
    header, turn = placing.header, placing.turn
    start, end = placing.span
    wording = placing.wording
    return Match(
        verdict=wording.verdict if wording else Verdict.VERBATIM,
        speaker=MatchSpeaker(turn.name, turn.label, turn.title, turn.role),
        date=header.date.isoformat(),
        weekday=WEEKDAYS[header.date.weekday()],
        institution=header.institution,
        event=header.title,
        transcript_id=header.id,
        revision=header.revision,
        turn=turn.index,
        url=header.url,
        deep_link=deep_link(header.url, turn.text, start, end),
        permalink=permalink(header.id, header.revision, turn.index, start, end),
        also_at=catalogue.also_at(header),
        removed=removal(header),
        fidelity=header.fidelity,
        language=header.language,
        passage=Passage(turn.text[start:end], start, end),
        context=PassageContext(
            before=turn.text[max(start - CONTEXT_LENGTH, 0) : start],
            after=turn.text[end : end + CONTEXT_LENGTH],
            question=_question(placing, turns),
        ),
        diff=wording.edits if wording else (),
        similarity=round(placing.similarity, 4),
    )


def removal(header: Header) -> Removal | None:
    """Since when a match in this revision is no longer published. A revision that was replaced is searched only for the
    turns that its successors lack."""
    if header.superseded_since:
        return Removal("text", header.superseded_since)
    return Removal("page", header.gone_since) if header.gone_since else None


def _question(placing: Placing, turns: dict[int, StoredTurn]) -> Question | None:
    turn = _asked(placing, turns)
    return Question(turn.name or turn.label, turn.text[:QUESTION_LENGTH]) if turn else None


def _asked(placing: Placing, turns: dict[int, StoredTurn]) -> StoredTurn | None:
    """The question that the turn answers; a question answers none."""
    if placing.by_reporter:
        return None
    before = (turns.get(key) for key in reversed(_before(placing)))
    return next((turn for turn in before if turn is not None and turn.role == Role.JOURNALIST), None)

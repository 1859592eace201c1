"""Checking a receipt: whether it is as it was signed, whether the record it rests on is still kept, and whether its
question is answered the same today; where it is not, what has changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import rfc8785

from quotes.archive import Archive
from quotes.errors import BadPolicy, OnRecordError, UnknownTranscript
from quotes.report.answers import answer_json
from quotes.report.receipt import Basis, Json, Receipt, passage_digest, policy_json
from quotes.report.receipt_key import PublicKey
from quotes.verdict import policy_named
from quotes.verify import Engine

# What differs whenever anything was imported since, and is told as a change of the snapshot instead.
_NOT_COMPARED: Final = frozenset({"engine", "coverage"})


class SignatureStatus(StrEnum):
    """UNKNOWN_KEY: signed with a key that is not at hand; whoever gives it can have the receipt checked."""

    VALID = "valid"
    INVALID = "invalid"
    UNKNOWN_KEY = "unknown_key"


class RecordStatus(StrEnum):
    """How the revisions and passages that the answer rests on are kept. NOT_HELD: one is not in this archive; NONE: the
    answer rests on none."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_HELD = "not_held"
    NONE = "none"


class ReplayStatus(StrEnum):
    SAME = "same"
    DIFFERS = "differs"
    NOT_POSSIBLE = "not_possible"


class Why(StrEnum):
    """What can make the same question be answered otherwise. PAGE: a source's page was found to be gone, or back;
    RECEIPT: the receipt is not as it was signed; UNEXPLAINED: nothing that is known of has changed."""

    ENGINE_VERSION = "engine_version"
    POLICY = "policy"
    SNAPSHOT = "snapshot"
    REVISION = "revision"
    PAGE = "page"
    RECEIPT = "receipt"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Change:
    """Something an answer depends on that is not as it was. `transcript_id` names the one that has a later
    revision or whose page is gone."""

    what: Why
    then: Any
    now: Any
    transcript_id: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of the answer that is not as it was. `pointer` is a JSON pointer into the receipt; `why` names what has
    changed since that this field depends on."""

    pointer: str
    then: Any
    now: Any
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """`finding` is one plain sentence; `changed` lists what an answer depends on and is another by now, also where the
    answer is the same."""

    signature: SignatureStatus
    key_id: str
    issued_at: str
    record: RecordStatus
    replay: ReplayStatus
    changed: tuple[Change, ...]
    differences: tuple[Difference, ...]
    finding: str


def verify_receipt(receipt: Receipt, engine: Engine | None, keys: Sequence[PublicKey]) -> Verification:
    """Check `receipt` against the keys at hand and the archive of `engine`; None where there is no archive."""
    signature = _signature(receipt, keys)
    if engine is None:
        return _not_possible(receipt, signature, RecordStatus.NOT_HELD, "there is no archive here to ask again")
    record = _record(receipt, engine.archive)
    try:
        now = answer_json(engine.lookup(receipt.question))
    except OnRecordError as error:
        return _not_possible(receipt, signature, record, error.message)
    changed = tuple(_changes(receipt, now, engine.archive))
    differences = tuple(_explained(receipt, now, changed, signature))
    replay = ReplayStatus.DIFFERS if differences else ReplayStatus.SAME
    return Verification(
        signature,
        receipt.key_id,
        receipt.issued_at,
        record,
        replay,
        changed,
        differences,
        finding=_finding(signature, record, differences),
    )


def _signature(receipt: Receipt, keys: Sequence[PublicKey]) -> SignatureStatus:
    key = next((key for key in keys if key.id == receipt.key_id), None)
    if key is None:
        return SignatureStatus.UNKNOWN_KEY
    return SignatureStatus.VALID if key.verifies(receipt.signature, receipt.signed) else SignatureStatus.INVALID


def _record(receipt: Receipt, archive: Archive) -> RecordStatus:
    statuses = {_kept(basis, archive) for basis in receipt.record}
    for worst in (RecordStatus.DIFFERS, RecordStatus.NOT_HELD, RecordStatus.SAME):
        if worst in statuses:
            return worst
    return RecordStatus.NONE


def _kept(basis: Basis, archive: Archive) -> RecordStatus:
    try:
        revisions = archive.revisions(basis.transcript_id)
        transcript = archive.transcript(basis.transcript_id, basis.revision)
    except UnknownTranscript:
        return RecordStatus.NOT_HELD
    turn = next((turn for turn in transcript.turns if turn.index == basis.turn), None)
    passage = turn.text[basis.start : basis.end] if turn else ""
    content = next(revision.content for revision in revisions if revision.number == basis.revision)
    same = (content, passage_digest(passage)) == (basis.transcript_sha256, basis.passage_sha256)
    return RecordStatus.SAME if same else RecordStatus.DIFFERS


def _changes(receipt: Receipt, now: Json, archive: Archive) -> Iterator[Change]:
    then, today = receipt.answer["engine"], now["engine"]
    if then["version"] != today["version"]:
        yield Change(Why.ENGINE_VERSION, then["version"], today["version"])
    policy = _policy(receipt.question.policy)
    if policy != receipt.policy:
        yield Change(Why.POLICY, receipt.policy, policy)
    if then["snapshot"] != today["snapshot"]:
        yield Change(Why.SNAPSHOT, then["snapshot"], today["snapshot"])
    latest = {basis.transcript_id: basis.latest for basis in receipt.record}
    for transcript_id, number in latest.items():
        held = _latest(archive, transcript_id)
        if held is not None and held != number:
            yield Change(Why.REVISION, number, held, transcript_id)
    for _, before, after in _paired(receipt.answer["matches"], now["matches"]):
        if after is not None and (then := _page_gone(before)) != (today := _page_gone(after)):
            yield Change(Why.PAGE, then, today, after["transcript_id"])


def _policy(name: str) -> Json | None:
    try:
        return policy_json(policy_named(name))
    except BadPolicy:
        return None


def _latest(archive: Archive, transcript_id: str) -> int | None:
    try:
        return archive.revisions(transcript_id)[-1].number
    except UnknownTranscript:
        return None


def _page_gone(match: Json) -> str | None:
    """Since when the match's page is gone."""
    removed = match.get("removed")
    return removed.get("since") if isinstance(removed, dict) and removed.get("what") == "page" else None


def _explained(
    receipt: Receipt, now: Json, changed: Sequence[Change], signature: SignatureStatus
) -> Iterator[Difference]:
    for pointer, before, after, match in _differences(receipt.answer, now):
        why = tuple(dict.fromkeys(change.what for change in changed if _bears_on(change, changed, match)))
        if signature is SignatureStatus.INVALID:
            why = (Why.RECEIPT, *why)
        yield Difference(f"/answer{pointer}", before, after, why or (Why.UNEXPLAINED,))


def _bears_on(change: Change, changed: Sequence[Change], match: str | None) -> bool:
    """Whether a change can be why a field differs; `match` is the transcript that the field is about, if it is about
    one. A later revision explains its own transcript, and there nothing need be said of the new snapshot."""
    if match is None:
        return True
    if change.what is Why.SNAPSHOT:
        return not any(other.what is Why.REVISION and other.transcript_id == match for other in changed)
    return change.transcript_id in (None, match)


def _differences(then: Json, now: Json) -> Iterator[tuple[str, Any, Any, str | None]]:
    """Pointer into the answer, both values, and the transcript of the match that it is about."""
    for name in dict.fromkeys([*then, *now]):
        if name == "matches":
            yield from _matches(then["matches"], now["matches"])
        elif name not in _NOT_COMPARED:
            for difference in _compared(f"/{name}", then.get(name), now.get(name)):
                yield (*difference, None)


def _matches(then: list[Json], now: list[Json]) -> Iterator[tuple[str, Any, Any, str | None]]:
    if [match["transcript_id"] for match in then] != [match["transcript_id"] for match in now]:
        yield "/matches", _places(then), _places(now), None
    for index, before, after in _paired(then, now):
        if after is not None:
            for difference in _compared(f"/matches/{index}", before, after):
                yield (*difference, before["transcript_id"])


def _paired(then: list[Json], now: list[Json]) -> Iterator[tuple[int, Json, Json | None]]:
    """Each match of then with the one of now that is of the same transcript, in order where there are several."""
    seen: Counter[Any] = Counter()
    for index, match in enumerate(then):
        same = [other for other in now if other["transcript_id"] == match["transcript_id"]]
        nth = seen[match["transcript_id"]]
        seen[match["transcript_id"]] += 1
        yield index, match, same[nth] if nth < len(same) else None


def _places(matches: list[Json]) -> list[Json]:
    return [{name: match.get(name) for name in ("transcript_id", "revision", "turn")} for match in matches]


def _compared(pointer: str, then: Any, now: Any) -> Iterator[tuple[str, Any, Any]]:
    """Field by field; a list that has become longer or shorter as a whole."""
    if isinstance(then, dict) and isinstance(now, dict):
        for name in dict.fromkeys([*then, *now]):
            step = name.replace("~", "~0").replace("/", "~1")
            yield from _compared(f"{pointer}/{step}", then.get(name), now.get(name))
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for place, pair in enumerate(zip(then, now, strict=True)):
            yield from _compared(f"{pointer}/{place}", *pair)
    # As JSON has it: 1 is 1.0, and is not true.
    elif rfc8785.dumps(then) != rfc8785.dumps(now):
        yield pointer, then, now


def _not_possible(receipt: Receipt, signature: SignatureStatus, record: RecordStatus, reason: str) -> Verification:
    return Verification(
        signature,
        receipt.key_id,
        receipt.issued_at,
        record,
        ReplayStatus.NOT_POSSIBLE,
        changed=(),
        differences=(),
        finding=f"{_SIGNED[signature]}; the question cannot be asked again: {reason}.",
    )


_SIGNED: Final = {
    SignatureStatus.VALID: "The receipt is as it was signed",
    SignatureStatus.INVALID: "The receipt is not as it was signed",
    SignatureStatus.UNKNOWN_KEY: "The receipt is signed with a key that is not at hand",
}
_KEPT: Final = {
    RecordStatus.SAME: "the record it rests on is kept unchanged",
    RecordStatus.DIFFERS: "the record it rests on is kept otherwise here",
    RecordStatus.NOT_HELD: "the record it rests on is not all kept here",
}
_BECAUSE: Final = {
    Why.ENGINE_VERSION: "a newer engine",
    Why.POLICY: "a policy of that name with other rules",
    Why.SNAPSHOT: "other transcripts in the archive",
    Why.REVISION: "a later revision of a transcript",
    Why.PAGE: "a page that is gone, or back",
}


def _finding(signature: SignatureStatus, record: RecordStatus, differences: Sequence[Difference]) -> str:
    parts = [_SIGNED[signature], *([_KEPT[record]] if record in _KEPT else [])]
    if not differences:
        parts.append("the same question is answered the same today")
    else:
        causes = dict.fromkeys(_BECAUSE[why] for one in differences for why in one.why if why in _BECAUSE)
        count = f"{len(differences)} field{'s' if len(differences) > 1 else ''}"
        since = f" (since then: {', '.join(causes)})" if causes else ""
        parts.append(f"asked again today, {count} of the answer differ{'' if len(differences) > 1 else 's'}{since}")
    return "; ".join(parts) + "."

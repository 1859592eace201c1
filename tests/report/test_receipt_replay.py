"""Asking a receipt's question again: the same, or what differs and what has changed since that can be why."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from quotes.archive import Archive, LedgerEntry, Page, PageState, ReadResult
from quotes.ingest import rebuild
from quotes.model import EditClass, Inquiry, Provenance, Transcript
from quotes.report import (
    ReplayStatus,
    SignatureStatus,
    SigningKey,
    Verification,
    answer_json,
    issue_receipt,
    parse_receipt,
    verify_receipt,
)
from quotes.report.receipt_replay import RecordStatus, Why
from quotes.verdict import POLICIES
from quotes.verify import Engine
from tests.archive.transcripts import transcript

KEY = SigningKey.of(Ed25519PrivateKey.from_private_bytes(b"1" * 32))
ANOTHER = SigningKey.of(Ed25519PrivateKey.from_private_bytes(b"2" * 32))
GREETING = "Good afternoon, and welcome to the weekly briefing of the harbour authority."
SAID = "The northern pier will not be closed before the end of the herring season."
PRINTED = "The northern pier will not, um, be closed before the end of the herring season."
URL = "https://harbour.example/briefings/7"


def reading(number: int, *texts: str, name: str = "harbour:7") -> Transcript:
    return transcript(
        name, *texts, url=URL if name == "harbour:7" else None, provenance=Provenance(f"{number}" * 64, "x/1")
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    import_(tmp_path, reading(1, GREETING, SAID))
    return tmp_path


def import_(data: Path, *transcripts: Transcript) -> None:
    with Archive.open(data, create=True) as archive:
        for one in transcripts:
            archive.save([one])
        rebuild(archive)


def issue(data: Path, quote: str = SAID, policy: str = "default") -> bytes:
    asked = Inquiry(quote, policy=policy)
    with Engine.open(data) as engine:
        answer = answer_json(engine.lookup(asked))
        return issue_receipt(engine.archive, asked, answer, KEY, "2024-03-08T09:00:00Z")


def verify(raw: bytes, data: Path | None, *keys: SigningKey) -> Verification:
    held = [key.public for key in keys or (KEY,)]
    if data is None:
        return verify_receipt(parse_receipt(raw), None, held)
    with Engine.open(data) as engine:
        return verify_receipt(parse_receipt(raw), engine, held)


def differences(found: Verification) -> dict[str, tuple[Any, Any, set[Why]]]:
    return {one.pointer: (one.then, one.now, set(one.why)) for one in found.differences}


@pytest.mark.parametrize(
    "quote", [SAID, PRINTED, "northern pier", "Nobody ever spoke of silver spoons in the moonlight here."]
)
def test_nothing_changed_and_the_answer_is_the_same(data: Path, quote: str) -> None:
    found = verify(issue(data, quote), data)
    assert (found.signature, found.replay) == (SignatureStatus.VALID, ReplayStatus.SAME)
    assert found.record is (RecordStatus.NONE if "spoons" in quote else RecordStatus.SAME)
    assert (found.changed, found.differences) == ((), ())
    assert "answered the same today" in found.finding


def test_a_later_revision_that_keeps_the_words_moves_the_answer_to_it(data: Path) -> None:
    raw = issue(data)
    import_(data, reading(2, GREETING, SAID, "One more."))
    found = verify(raw, data)
    assert (found.record, found.replay) == (RecordStatus.SAME, ReplayStatus.DIFFERS)
    assert differences(found)["/answer/matches/0/revision"] == (1, 2, {Why.REVISION})
    assert Why.REVISION in {change.what for change in found.changed}
    assert not any(pointer.startswith("/answer/matches/0/diff") for pointer in differences(found))


def test_a_later_revision_without_the_words_is_told_and_the_old_one_still_checked(data: Path) -> None:
    raw = issue(data)
    import_(data, reading(2, GREETING, SAID.replace("not ", "")))
    found = verify(raw, data)
    assert (found.signature, found.record) == (SignatureStatus.VALID, RecordStatus.SAME)
    then, now, why = differences(found)["/answer/matches/0/removed"]
    assert (then, now["what"], why) == (None, "text", {Why.REVISION})
    assert "later revision" in found.finding


def test_new_transcripts_alone_are_a_change_and_no_difference_of_the_wording(data: Path) -> None:
    raw = issue(data)
    import_(data, reading(3, "The southern pier has nothing to do with this.", name="harbour:8"))
    found = verify(raw, data)
    assert [change.what for change in found.changed] == [Why.SNAPSHOT]
    assert not any("/matches" in pointer or "verdict" in pointer for pointer in differences(found))
    assert all(why == {Why.SNAPSHOT} for _, _, why in differences(found).values())


def test_the_words_said_again_elsewhere_are_more_occurrences(data: Path) -> None:
    raw = issue(data)
    import_(data, reading(3, SAID, name="harbour:8"))
    found = differences(verify(raw, data))
    assert found["/answer/checks/occurrences/count"] == (1, 2, {Why.SNAPSHOT})
    then, now, why = found["/answer/matches"]
    assert ([match["transcript_id"] for match in then], why) == (["harbour:7"], {Why.SNAPSHOT})
    assert {match["transcript_id"] for match in now} == {"harbour:7", "harbour:8"}


def test_another_engine_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = issue(data)
    monkeypatch.setattr("quotes.verify.engine.VERSION", "9")
    found = verify(raw, data)
    assert (found.replay, [change.what for change in found.changed]) == (ReplayStatus.SAME, [Why.ENGINE_VERSION])


def test_a_policy_of_that_name_with_other_rules_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = issue(data, PRINTED)
    default = POLICIES["default"]
    monkeypatch.setitem(POLICIES, "default", replace(default, minor=default.minor - {EditClass.FILLER}))
    found = verify(raw, data)
    assert [change.what for change in found.changed] == [Why.POLICY]
    assert differences(found)["/answer/verdict"] == ("minor_variance", "altered", {Why.POLICY})


def test_a_policy_that_is_no_more_leaves_nothing_to_ask(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = issue(data, policy="lenient")
    monkeypatch.delitem(POLICIES, "lenient")
    found = verify(raw, data)
    assert (found.signature, found.replay) == (SignatureStatus.VALID, ReplayStatus.NOT_POSSIBLE)
    assert "lenient" in found.finding


def test_a_page_that_is_gone_is_named(data: Path) -> None:
    raw = issue(data)
    with Archive.open(data) as archive:
        key = archive.headers()[0].key
        page = Page(URL, "harbour", state=PageState.GONE, transcript=key, gone_since="2024-04-01T08:00:00+00:00")
        tried = LedgerEntry("harbour", None, ReadResult.GONE, 0, None, "2024-04-01T08:00:00+00:00", URL)
        archive.note_reading(page, tried, event=("gone", 410))
    found = verify(raw, data)
    assert differences(found)["/answer/matches/0/removed"][2] == {Why.PAGE}


def test_another_archive_holds_none_of_it(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    import_(other, reading(1, GREETING, name="harbour:1"))
    found = verify(issue(data), other)
    assert (found.signature, found.record) == (SignatureStatus.VALID, RecordStatus.NOT_HELD)
    assert differences(found)["/answer/verdict"][:2] == ("verbatim", "not_found")


def test_an_archive_that_holds_it_otherwise_is_told(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    import_(other, reading(1, GREETING, SAID.replace("herring", "cod")))
    assert verify(issue(data), other).record is RecordStatus.DIFFERS


def test_without_an_archive_the_signature_is_checked_all_the_same(data: Path) -> None:
    found = verify(issue(data), None)
    assert (found.signature, found.replay) == (SignatureStatus.VALID, ReplayStatus.NOT_POSSIBLE)


def test_a_receipt_of_another_servers_key_is_told_so(data: Path) -> None:
    raw = issue(data)
    assert verify(raw, data, ANOTHER).signature is SignatureStatus.UNKNOWN_KEY
    assert verify(raw, data, ANOTHER, KEY).signature is SignatureStatus.VALID


@pytest.mark.parametrize(
    ("pointer", "forged"),
    [
        ("/answer/verdict", "altered"),
        ("/answer/matches/0/speaker/name", "Somebody Else"),
        ("/answer/matches/0/diff/0/source_span/0", 1),
        ("/answer/checks/occurrences/capped", 0),
        ("/answer/more", 1),
    ],
)
def test_what_was_forged_is_pointed_at(data: Path, pointer: str, forged: object) -> None:
    """Capped is 0 in place of false: to Python these are equal."""
    document = json.loads(issue(data))
    *way, last = pointer.split("/")[1:]
    place: Any = document
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    place[int(last) if isinstance(place, list) else last] = forged
    found = verify(json.dumps(document).encode(), data)
    assert found.signature is SignatureStatus.INVALID
    assert list(differences(found)) == [pointer]
    assert differences(found)[pointer][2] == {Why.RECEIPT}


def test_a_genuine_receipt_that_nothing_explains_is_said_to_be_so(data: Path) -> None:
    """Signed by this key, and yet not what this engine answers: a fault of ours, and not to be glossed over."""
    with Engine.open(data) as engine:
        answer = answer_json(engine.lookup(Inquiry(SAID))) | {"verdict": "altered"}
        raw = issue_receipt(engine.archive, Inquiry(SAID), answer, KEY, "2024-03-08T09:00:00Z")
    assert differences(verify(raw, data)) == {"/answer/verdict": ("altered", "verbatim", {Why.UNEXPLAINED})}


@pytest.fixture
def spliced(tmp_path: Path) -> Callable[[], bytes]:
    first, second = (
        "The cranes will be painted in the spring of next year.",
        "The divers go down again on Thursday morning.",
    )
    import_(tmp_path, reading(1, GREETING, first, second))
    return lambda: issue(tmp_path, f"{first} {second}")


def test_two_matches_in_one_transcript_are_told_apart(tmp_path: Path, spliced: Callable[[], bytes]) -> None:
    raw = spliced()
    assert len(json.loads(raw)["record"]) == 2
    assert verify(raw, tmp_path).replay is ReplayStatus.SAME

"""What a receipt promises: it holds everything, it survives being written otherwise, and no value in it can be changed
without that being noticed. A receipt once issued can be read for good."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import BadReceipt
from quotes.model import Claim, Inquiry, PageContext
from quotes.report import PublicKey, SigningKey, parse_receipt, read_receipt
from quotes.report.receipt import Kept, signed_bytes, signed_receipt, unsigned_receipt
from quotes.verdict import policy_named

# The first test key of RFC 8032, section 7.1, and its thumbprint from RFC 8037, appendix A.3.
KEY = SigningKey.of(
    Ed25519PrivateKey.from_private_bytes(
        bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    )
)
THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
ASKED = Inquiry(
    "“we never promised — «nada», 没有”",
    PageContext(
        before="He said: \u0007",
        after=" and left.",
        page_url="https://example.org/1",
        page_title="News",
        published=date(2024, 3, 7),
        language="en",
        neighbours=("one", "two"),
    ),
    Claim(speaker="Abara", date="Tuesday", institution="Harbours"),
    policy="strict",
    limit=7,
)
ANSWER: dict[str, Any] = {
    "verdict": "verbatim",
    "confidence": 0.95,
    "matches": [
        {
            "transcript_id": "a/1",
            "revision": 1,
            "turn": 4,
            "similarity": 0.9917,
            "passage": {"text": "没有 “no”", "start": 3, "end": 10},
        }
    ],
    "engine": {"version": "2", "policy": "strict", "snapshot": "abc"},
}


def issued(answer: dict[str, Any] = ANSWER, asked: Inquiry = ASKED) -> bytes:
    kept = {("a/1", 1): Kept("c" * 64, 2)}
    policy = policy_named(asked.policy)
    document = unsigned_receipt(asked, answer, kept, policy, key_id=KEY.public.id, issued_at="2024-03-08T09:00:00Z")
    return signed_receipt(document, KEY.sign(signed_bytes(document)))


def is_genuine(raw: bytes, key: PublicKey = KEY.public) -> bool:
    receipt = parse_receipt(raw)
    return receipt.key_id == key.id and key.verifies(receipt.signature, receipt.signed)


def test_a_receipt_is_canonical_and_holds_what_was_asked_and_answered() -> None:
    raw = issued()
    assert rfc8785.dumps(json.loads(raw)) == raw
    receipt = parse_receipt(raw)
    assert receipt.question == ASKED
    assert receipt.answer == ANSWER
    assert receipt.policy["name"] == "strict"
    assert receipt.policy["minor"] == []
    (basis,) = receipt.record
    assert (basis.transcript_id, basis.revision, basis.latest, basis.turn, basis.start, basis.end) == (
        "a/1", 1, 2, 4, 3, 10,
    )  # fmt: skip
    assert basis.transcript_sha256 == "c" * 64
    # printf '没有 “no”' | sha256sum
    assert basis.passage_sha256 == "1132d99d08ff3c7920e68d548e49411c02dbbcc6900180012229e3dfc6450192"
    assert is_genuine(raw)


def test_nothing_that_can_be_asked_is_left_out_of_the_question() -> None:
    question = json.loads(issued())["question"]
    assert question.keys() == {field.name for field in fields(Inquiry)}
    assert question["context"].keys() == {field.name for field in fields(PageContext)}
    assert question["claim"].keys() == {field.name for field in fields(Claim)}


def test_a_bare_question_survives_too() -> None:
    assert parse_receipt(issued(asked=Inquiry("no"))).question == Inquiry("no")


def test_the_signature_is_of_the_canonical_form_and_nothing_else() -> None:
    """So that anybody can check it with an Ed25519 and an RFC 8785 of their own."""
    document = json.loads(issued())
    del document["signature"]
    assert parse_receipt(issued()).signed == rfc8785.dumps(document)


def test_a_receipt_of_today_is_read_and_genuine_for_good() -> None:
    """The file was written by the first version that issued receipts. It must never have to be written anew."""
    raw = (Path(__file__).parent / "receipts" / "format_1.json").read_bytes()
    assert is_genuine(raw)
    assert parse_receipt(raw).question == Inquiry(
        "the moon over the harbour was made of seven silver spoons and one wooden fork"
    )


def test_the_key_is_named_by_its_thumbprint() -> None:
    assert KEY.public.id == json.loads(issued())["key_id"] == THUMBPRINT


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(json.dumps, id="with ASCII only and other spaces"),
        pytest.param(lambda value: json.dumps(value, indent=4, ensure_ascii=False), id="printed for people"),
        pytest.param(lambda value: json.dumps(dict(reversed(value.items()))), id="in another order"),
        pytest.param(lambda value: "\ufeff" + json.dumps(value), id="with a byte order mark"),
    ],
)
def test_it_may_be_written_otherwise(written: Any) -> None:
    assert is_genuine(written(json.loads(issued())).encode())


@given(st.data())
def test_no_byte_can_be_changed_unnoticed(data: st.DataObject) -> None:
    raw = issued()
    place = data.draw(st.integers(0, len(raw) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != raw[place]))
    changed = raw[:place] + bytes([byte]) + raw[place + 1 :]
    assert not accepted_as_another(changed, raw)


@given(st.data())
def test_nothing_can_be_cut_out_or_put_in_unnoticed(data: st.DataObject) -> None:
    raw = issued()
    start, end = sorted((data.draw(st.integers(0, len(raw))), data.draw(st.integers(0, len(raw)))))
    put = data.draw(st.binary(max_size=4) | st.sampled_from([b"0", b'""', b",", b'"a":1,', b" "]))
    assert not accepted_as_another(raw[:start] + put + raw[end:], raw)


def accepted_as_another(changed: bytes, raw: bytes) -> bool:
    """Whether the changed receipt is taken for genuine, and says something else than the one that was issued."""
    try:
        return is_genuine(changed) and rfc8785.dumps(json.loads(changed)) != raw
    except BadReceipt:
        return False


# All that JSON numbers are sure of; an answer's lie between 0 and the length of a turn.
MOST = 2**53 - 1
NUMBERS = st.floats(-MOST, MOST) | st.integers(-MOST, MOST)


@given(st.recursive(NUMBERS | st.text(st.characters(exclude_categories=["Cs"])), st.lists, max_leaves=20))
def test_any_answer_survives_canonicalisation(value: Any) -> None:
    """Floats most of all: written, read and written again they are the same bytes and the same numbers."""
    raw = issued(ANSWER | {"confidence": value})
    assert parse_receipt(raw).answer["confidence"] == value
    assert rfc8785.dumps(json.loads(raw)) == raw
    assert is_genuine(raw)


def replaced(pointer: str, value: object) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(issued())
    *way, last = pointer.split("/")[1:]
    place: Any = document
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    place[last.replace("~1", "/")] = value
    return document


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/onrecord_receipt", 2),
        ("/onrecord_receipt", True),
        ("/issued_at", None),
        ("/question", []),
        ("/question/quote", 3),
        ("/question/limit", 0),
        ("/question/limit", 5.5),
        ("/question/more", 1),
        ("/question/context/published", "yesterday"),
        ("/question/claim/speaker", ["a"]),
        ("/answer", "verbatim"),
        ("/answer/matches", {}),
        ("/answer/engine", None),
        ("/record/0/turn", -1),
        ("/record/0/transcript_sha256", "C" * 64),
        ("/signature", "A" * 85),
        ("/signature", "A" * 85 + "B"),
        ("/signature", "A" * 86 + "=="),
        ("/a~1b", 1),
    ],
)
def test_what_is_no_receipt_is_told_with_a_pointer(pointer: str, value: object) -> None:
    with pytest.raises(BadReceipt) as caught:
        read_receipt(replaced(pointer, value))
    assert caught.value.pointer == pointer
    assert pointer in caught.value.message


@pytest.mark.parametrize("name", ["signature", "answer", "record", "key_id"])
def test_what_is_missing_is_told(name: str) -> None:
    document = json.loads(issued())
    del document[name]
    with pytest.raises(BadReceipt, match="is missing") as caught:
        read_receipt(document)
    assert caught.value.pointer == f"/{name}"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{" * 100_000,
        issued().replace(b'"limit":7', b'"limit":7,"limit":8'),
        issued().replace(b'"confidence":0.95', b'"confidence":NaN'),
        issued().replace(b'"confidence":0.95', b'"confidence":1e999'),
        issued().replace(b'"confidence":0.95', b'"confidence":9007199254740993'),
        issued().replace(b'"confidence":0.95', b'"confidence":' + b"[" * 5_000 + b"]" * 5_000),
        issued().replace(b'"confidence":0.95', rb'"confidence":"\ud800"'),
        issued().replace(b'"confidence":0.95', rb'"\ud800":1'),
    ],
    ids=str,
)
def test_what_cannot_be_read_for_certain_is_refused(raw: bytes) -> None:
    with pytest.raises(BadReceipt):
        parse_receipt(raw)

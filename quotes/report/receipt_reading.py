"""Reading a receipt that somebody hands in: every field that is used is checked, and named where it is wrong."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from quotes.errors import BadReceipt
from quotes.model import Claim, Inquiry, PageContext
from quotes.report.receipt import FORMAT, SIGNATURE, Basis, Json, Receipt, base64url, signed_bytes

# The fields of format 1, by name: an inquiry may have more one day, and receipts of today will still be read.
_FIELDS: Final = ("onrecord_receipt", "issued_at", "key_id", "question", "policy", "answer", "record", SIGNATURE)
_QUESTION: Final = ("quote", "context", "claim", "policy", "limit")
_CONTEXT: Final = ("before", "after", "page_url", "page_title", "published", "language", "neighbours")
_CLAIM: Final = ("speaker", "date", "institution")
_BASIS: Final = (
    *("transcript_id", "revision", "latest", "turn", "start", "end"),
    *("passage_sha256", "transcript_sha256"),
)
_SIGNATURE_BYTES: Final = 64
_MOST_MATCHES: Final = 50
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def parse_receipt(raw: bytes) -> Receipt:
    """The receipt in the bytes of a file. Raises BadReceipt, for JSON too that two readers could read differently."""
    try:
        value = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise BadReceipt(f"this is no receipt: not UTF-8 from byte {error.start} on", pointer="") from error
    except (ValueError, RecursionError) as error:
        raise BadReceipt(f"this is no receipt: not JSON ({error})", pointer="") from error
    return read_receipt(value)


def read_receipt(value: object) -> Receipt:
    """The receipt in parsed JSON. Says nothing of whether it is genuine. Raises BadReceipt with a pointer to the first
    field that is wrong."""
    whole = _Object.of(value, "")
    whole.only(_FIELDS)
    if whole.number("onrecord_receipt") != FORMAT:
        raise _wrong(f"is not {FORMAT}, the only format there is", "/onrecord_receipt")
    answer = whole.part("answer")
    for name in ("version", "policy", "snapshot"):
        answer.part("engine").text(name)
    for match in answer.parts("matches"):
        match.text("transcript_id")
    return Receipt(
        issued_at=whole.text("issued_at"),
        key_id=whole.text("key_id"),
        question=_inquiry(whole.part("question")),
        policy=whole.part("policy").value,
        answer=answer.value,
        record=tuple(_basis(entry) for entry in whole.parts("record")),
        signature=_signature(whole.text(SIGNATURE)),
        signed=signed_bytes(whole.value),
    )


def _wrong(what: str, pointer: str) -> BadReceipt:
    return BadReceipt(f"this is no receipt: {pointer or 'it'} {what}", pointer=pointer)


def _once(pairs: list[tuple[str, Any]]) -> Json:
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")


def _inquiry(question: _Object) -> Inquiry:
    question.only(_QUESTION)
    context, claim = question.part("context"), question.part("claim")
    context.only(_CONTEXT)
    claim.only(_CLAIM)
    limit = question.number("limit")
    if not 1 <= limit <= _MOST_MATCHES:
        raise _wrong(f"should be from 1 to {_MOST_MATCHES}", f"{question.pointer}/limit")
    return Inquiry(
        quote=question.text("quote"),
        context=PageContext(
            before=context.text("before"),
            after=context.text("after"),
            page_url=context.text_or_null("page_url"),
            page_title=context.text_or_null("page_title"),
            published=_day(context),
            language=context.text_or_null("language"),
            neighbours=context.texts("neighbours"),
        ),
        claim=Claim(**{name: claim.text_or_null(name) for name in _CLAIM}),
        policy=question.text("policy"),
        limit=limit,
    )


def _day(context: _Object) -> date | None:
    written = context.text_or_null("published")
    try:
        return date.fromisoformat(written) if written is not None else None
    except ValueError:
        raise _wrong("is no date; a receipt has YYYY-MM-DD", f"{context.pointer}/published") from None


def _basis(entry: _Object) -> Basis:
    entry.only(_BASIS)
    for name in ("passage_sha256", "transcript_sha256"):
        if not _DIGEST.fullmatch(entry.text(name)):
            raise _wrong("is no SHA-256 in hexadecimal", f"{entry.pointer}/{name}")
    return Basis(
        transcript_id=entry.text("transcript_id"),
        revision=entry.number("revision"),
        latest=entry.number("latest"),
        turn=entry.number("turn"),
        start=entry.number("start"),
        end=entry.number("end"),
        passage_sha256=entry.text("passage_sha256"),
        transcript_sha256=entry.text("transcript_sha256"),
    )


def _signature(text: str) -> bytes:
    try:
        raw = urlsafe_b64decode(text + "==")
    except (NotBase64, ValueError):
        raw = b""
    # One signature, one spelling: the decoder skips what is not Base64, and the last character has bits to spare.
    if len(raw) != _SIGNATURE_BYTES or base64url(raw) != text:
        raise _wrong("is no Ed25519 signature in base64url, 86 characters", f"/{SIGNATURE}")
    return raw


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object and where in the receipt it stands."""

    value: Json
    pointer: str

    @classmethod
    def of(cls, value: Any, pointer: str) -> _Object:
        if not isinstance(value, dict):
            raise _wrong("should be a JSON object", pointer)
        return cls(value, pointer)

    def only(self, names: tuple[str, ...]) -> None:
        """Every one of the fields and no other."""
        for name in names:
            self._get(name)
        for name in self.value.keys() - set(names):
            raise _wrong("is no field of one", self._at(name))

    def text(self, name: str) -> str:
        value = self._get(name)
        if not isinstance(value, str):
            raise _wrong("should be a text", self._at(name))
        return value

    def text_or_null(self, name: str) -> str | None:
        return None if self._get(name) is None else self.text(name)

    def number(self, name: str) -> int:
        value = self._get(name)
        # To Python True is a number.
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise _wrong("should be a whole number, 0 or more", self._at(name))
        return value

    def part(self, name: str) -> _Object:
        return _Object.of(self._get(name), self._at(name))

    def parts(self, name: str) -> Iterator[_Object]:
        for place, item in enumerate(self._list(name)):
            yield _Object.of(item, f"{self._at(name)}/{place}")

    def texts(self, name: str) -> tuple[str, ...]:
        items = self._list(name)
        for place, item in enumerate(items):
            if not isinstance(item, str):
                raise _wrong("should be a text", f"{self._at(name)}/{place}")
        return tuple(items)

    def _list(self, name: str) -> list[Any]:
        value = self._get(name)
        if not isinstance(value, list):
            raise _wrong("should be a list", self._at(name))
        return value

    def _get(self, name: str) -> Any:
        if name not in self.value:
            raise _wrong("is missing", self._at(name))
        return self.value[name]

    def _at(self, name: str) -> str:
        return f"{self.pointer}/{name.replace('~', '~0').replace('/', '~1')}"

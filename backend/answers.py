"""Schemas of the answers, for the OpenAPI document. Those of lookups and transcripts are made from the library's own
frozen values, so that they cannot drift from what is sent."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, get_type_hints

from pydantic import BaseModel, TypeAdapter, create_model

from backend.api_keys import KeyState
from backend.jobs.schemas import JOB_SCHEMAS
from backend.standing import SourceStanding
from quotes.archive import Revision, SourceCoverage
from quotes.model import Answer, ArticleAnswer, Transcript
from quotes.report import Verification
from quotes.report.receipt import FORMAT, Basis
from quotes.verdict import Revised

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}


def answer_schemas(reference: str) -> dict[str, Schema]:
    """By name; `reference` is the template of a reference to one of them, as pydantic takes it."""
    schemas: dict[str, Schema] = {
        "Problem": deepcopy(_PROBLEM),
        "Health": deepcopy(_HEALTH),
        "Readiness": deepcopy(_READINESS),
        "Revisions": _list_of("revisions", "Revision", reference),
        "Sources": _list_of("sources", "SourceStanding", reference),
        "SourcesCoverage": _list_of("sources", "SourceCoverage", reference),
        "ReceiptKey": deepcopy(_RECEIPT_KEY),
        "About": deepcopy(_ABOUT),
        "Reported": _object(id=_TEXT),
        **deepcopy(JOB_SCHEMAS),
        "Receipt": _receipt(reference),
    }
    for value in (
        Answer,
        ArticleAnswer,
        _as_sent(Transcript, extra=dict[str, Any]),
        _as_sent(Revision, without=("key",), changes=Revised | None),
        SourceStanding,
        SourceCoverage,
        Verification,
        Basis,
    ):
        schema = TypeAdapter(value).json_schema(mode="serialization", ref_template=reference)
        schemas |= schema.pop("$defs", {})
        schemas[value.__name__] = schema
    edit = schemas["Edit"]["properties"]
    edit["class"] = edit.pop("cls")
    for schema in schemas.values():
        _close(schema)
    return schemas


def _as_sent(value: type, name: str = "", without: tuple[str, ...] = (), **changed: Any) -> type[BaseModel]:
    """A model of the fields that are sent of a value. Made anew and not from the class itself, for pydantic reads a
    field `date: date` of a class with slots as naming the field and not the type."""
    kinds = {field: kind for field, kind in get_type_hints(value).items() if field not in without} | changed
    fields: dict[str, Any] = {field: (kind, ...) for field, kind in kinds.items()}
    return create_model(name or value.__name__, __doc__=value.__doc__, **fields)


def _list_of(field: str, model: str, reference: str) -> Schema:
    return _object(**{field: {"type": "array", "items": {"$ref": reference.format(model=model)}}})


def _receipt(reference: str) -> Schema:
    return _object(
        onrecord_receipt={"const": FORMAT},
        issued_at={"type": "string", "format": "date-time"},
        key_id=_TEXT,
        question={"$ref": reference.format(model="LookupRequest")},
        policy=_CLASSES,
        answer={"$ref": reference.format(model="Answer")},
        record={"type": "array", "items": {"$ref": reference.format(model="Basis")}},
        signature=_TEXT,
    ) | {"description": "An answer, signed: Ed25519 over the canonical JSON (RFC 8785) of all fields but `signature`."}


def _close(schema: Schema) -> None:
    """An answer has all its fields, always, and no others."""
    if "properties" in schema:
        schema["additionalProperties"] = False
        optional = schema.pop("x-optional", ())
        schema["required"] = [name for name in schema["properties"] if name not in optional]


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties}


_PROBLEM = _object(
    type={"type": "string", "format": "uri-reference"},
    title=_TEXT,
    status={"type": "integer"},
    detail=_TEXT,
    code=_TEXT,
    errors={"type": "array", "items": {**_object(pointer=_TEXT, detail=_TEXT), "required": ["pointer", "detail"]}},
    instance={"type": "string", "format": "uri"},
) | {"x-optional": ("errors", "instance"), "description": "A problem document (RFC 9457)."}
_CLASSES = _object(
    name=_TEXT,
    free={"type": "array", "items": {"$ref": "#/components/schemas/EditClass"}},
    minor={"type": "array", "items": {"$ref": "#/components/schemas/EditClass"}},
)
_RECEIPT_KEY = _object(key_id=_TEXT, jwk={"type": "object"}, pem=_TEXT)
_ABOUT = _object(
    name={"const": "OnRecord"},
    version=_TEXT,
    engine_version=_TEXT,
    snapshot=_TEXT,
    policies={"type": "array", "items": _TEXT},
    key={"enum": [state.value for state in KeyState]},
    limits={
        **_object(quotes={"type": "integer"}, bytes={"type": "integer"}),
        "required": ["quotes", "bytes"],
        "additionalProperties": False,
    },
)
_HEALTH = _object(status={"const": "ok"})
_READINESS = _object(status={"const": "ready"}, snapshot=_TEXT, version=_TEXT)

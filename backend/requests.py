"""What may be asked over HTTP. These models check the requests and make the OpenAPI document's schemas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from aiohttp import web
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from backend.problems import FieldError, Problem
from quotes.errors import BadPolicy, InputError
from quotes.model import Claim, Inquiry, PageContext, Verdict
from quotes.verdict.policy import POLICIES, policy_named

M = TypeVar("M", bound=BaseModel)


def published_day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        if isinstance(value, str):
            return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value).date()
    except ValueError:
        pass
    raise PydanticCustomError("bad_date", "Not a date: write YYYY-MM-DD, or an ISO 8601 date and time")


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        # As `date` prints it and no other way, for ISO 8601 has weeks and dates without hyphens too.
        if isinstance(value, str) and (day := date.fromisoformat(value)).isoformat() == value:
            return day
    except ValueError:
        pass
    raise PydanticCustomError("bad_date", "Not a date: write YYYY-MM-DD")


def _policy(value: str) -> str:
    try:
        return policy_named(value).name
    except BadPolicy as error:
        raise PydanticCustomError("bad_policy", "{message}", {"message": error.message}) from None


def _verdict(value: str) -> str:
    if value not in tuple(Verdict):
        raise PydanticCustomError("bad_verdict", "Not a verdict: {known}", {"known": ", ".join(Verdict)})
    return value


def _consent(value: bool) -> bool:
    if not value:
        raise PydanticCustomError("no_consent", "Should be true: without consent nothing is kept")
    return value


def _characters(value: str) -> str:
    """JSON can name half a surrogate pair, which is no character and which nothing after this could write down."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise PydanticCustomError("half_character", "Holds half of a surrogate pair, which is no character") from None
    return value


Text = Annotated[str, AfterValidator(_characters)]
Published = Annotated[
    date | None,
    BeforeValidator(published_day),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "format": "date-time"},
                {"type": "null"},
            ]
        }
    ),
    Field(description="When the page was published: a date, or a date and time of which the date counts."),
]
Quote = Annotated[Text, Field(description="The quotation as printed, with or without its marks.")]
Policy = Annotated[
    str,
    AfterValidator(_policy),
    WithJsonSchema({"type": "string", "enum": list(POLICIES)}),
    Field(description="Which edits are held against the writer."),
]
Day = Annotated[
    date | None,
    BeforeValidator(_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
]
Limit = Annotated[int, Field(ge=1, le=50, description="How many matches are returned.")]
ClaimedSpeaker = Annotated[Text | None, Field(description="Whose words the page says they are.")]
ClaimedDate = Annotated[
    Text | None,
    Field(description="When the page says they were spoken: YYYY-MM-DD, or a weekday, read against `published`."),
]


class Model(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class LookupContext(Model):
    """The page the quotation stands on."""

    before: Text = Field(
        "",
        description="Text just before the quotation. Where no claim is given, whose words they are, and from when, is "
        "read from this and from `after`; paragraphs are best parted by a line break.",
    )
    after: Text = Field("", description="Text just after it; of one broken by “he said”, first those words.")
    page_url: Text | None = Field(None, description="Where the page is.")
    page_title: Text | None = Field(None, description="What it is called.")
    published: Published = None
    language: Text | None = Field(None, description="Language of the page, as BCP 47 has it.")
    neighbours: list[Text] = Field([], max_length=200, description="The page's other quotations, in page order.")


class LookupClaim(Model):
    """What the page claims of the quotation."""

    speaker: ClaimedSpeaker = None
    date: ClaimedDate = None
    institution: Text | None = Field(None, description="For whom the speaker speaks.")


class LookupRequest(Model):
    """One quotation to look up."""

    quote: Quote
    context: LookupContext = Field(LookupContext(), description="Where the quotation stands, to tell occasions apart.")
    claim: LookupClaim = Field(
        LookupClaim(), description="What the page claims of it; left out, that is read from the context."
    )
    policy: Policy = "default"
    limit: Limit = 5

    def inquiry(self) -> Inquiry:
        context, claim = self.context, self.claim
        return Inquiry(
            quote=self.quote,
            context=PageContext(
                before=context.before,
                after=context.after,
                page_url=context.page_url,
                page_title=context.page_title,
                published=context.published,
                language=context.language,
                neighbours=tuple(context.neighbours),
            ),
            claim=Claim(speaker=claim.speaker, date=claim.date, institution=claim.institution),
            policy=self.policy,
            limit=self.limit,
        )


class LookupQuery(Model):
    """One quotation to look up, as query parameters. An empty parameter counts as left out, as in a form."""

    quote: Quote
    speaker: ClaimedSpeaker = None
    date: ClaimedDate = None
    published: Published = None
    policy: Policy = "default"
    limit: Annotated[Limit, Field(strict=False)] = 5

    def inquiry(self) -> Inquiry:
        return Inquiry(
            quote=self.quote,
            context=PageContext(published=self.published),
            claim=Claim(speaker=self.speaker, date=self.date),
            policy=self.policy,
            limit=self.limit,
        )


class ReceiptRequest(Model):
    """A receipt to check."""

    receipt: dict[str, Any] = Field(description="The receipt as it was issued; its formatting does not matter.")
    key: dict[str, Any] | str | None = Field(
        None,
        description="Public key of the server that signed it, where that is another one: a JSON Web Key, or PEM. "
        "`GET /v1/receipts/key` there has both.",
    )


class ReportRequest(Model):
    """An answer that a reader holds to be wrong."""

    question: LookupRequest = Field(description="What was asked, as it was asked.")
    verdict: Annotated[
        str,
        AfterValidator(_verdict),
        WithJsonSchema({"type": "string", "enum": [verdict.value for verdict in Verdict]}),
        Field(description="The verdict that was given."),
    ]
    snapshot: Annotated[Text, Field(max_length=100, description="`engine.snapshot` of the answer.")]
    engine_version: Annotated[Text, Field(max_length=100, description="`engine.version` of the answer.")]
    note: Annotated[
        Text | None, Field(max_length=2_000, description="What is wrong with it, in the reader's own words.")
    ] = None
    page_url: Annotated[
        Text | None, Field(max_length=2_000, pattern="^https?://", description="The page the quotation stands on.")
    ] = None
    consent: Annotated[
        bool,
        AfterValidator(_consent),
        WithJsonSchema({"const": True}),
        Field(
            description="`true` says that the reader agrees to all of this being kept, for whoever looks after the "
            "archive to read; without it nothing is kept."
        ),
    ]


class TranscriptQuery(Model):
    """Which state of a transcript."""

    revision: Annotated[int | None, Field(strict=False, ge=1, description="A revision; the latest if left out.")] = None


class PassageQuery(Model):
    """Which passage of a transcript's page is marked."""

    revision: Annotated[int | None, Field(strict=False, ge=1, description="A revision; the latest if left out.")] = None
    turn: Annotated[int | None, Field(strict=False, ge=0, description="Index of the turn.")] = None
    start: Annotated[
        int | None,
        Field(strict=False, ge=0, description="Where the passage begins, in code points of the turn's text."),
    ] = None
    end: Annotated[int | None, Field(strict=False, ge=0, description="Where it ends, half-open.")] = None


class CoverageQuery(Model):
    """Which part of the coverage."""

    source: Text | None = Field(None, description="Id of a source; every one if left out.")
    since: Annotated[Day, Field(description="First day, of every source; open if left out.")] = None
    until: Annotated[Day, Field(description="Last day, included; open if left out.")] = None

    @field_validator("until")
    @classmethod
    def _not_before_since(cls, until: date | None, others: ValidationInfo) -> date | None:
        since = others.data.get("since")
        if since is not None and until is not None and until < since:
            raise PydanticCustomError("bad_date", "Before `since`: no day is both")
        return until


class CalendarQuery(Model):
    """Which years of which source the page of coverage shows."""

    source: Text | None = Field(None, description="Id of a source, whose years are all shown; every one if left out.")
    year: Annotated[
        int | None, Field(strict=False, ge=1, le=9999, description="A year; the latest two if both are left out.")
    ] = None


class NoQuery(Model):
    """A path that takes no parameters."""


def checked(model: type[M], value: object) -> M:
    """The value as `model`. Raises `Problem`, with a pointer to each bad field."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise _problem(error.errors(include_url=False, include_context=False)) from None


def checked_query(model: type[M], request: web.Request) -> M:
    """The query string as `model`. Raises `Problem`."""
    values: dict[str, str] = {}
    for name, value in request.query.items():
        if name in values:
            raise Problem(
                "bad_request",
                f"The parameter {name} is given twice; give it once.",
                errors=[FieldError(pointer(name), "Given twice.")],
            )
        values[name] = value
    return checked(model, {name: value for name, value in values.items() if value or name == "quote"})


def pointer(*steps: str | int) -> str:
    """A JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def input_problem(error: InputError, places: Mapping[str, str] | None = None) -> Problem:
    """The problem of an inquiry that the library refuses. `places` renames the library's pointers into those of the
    request at hand."""
    place = error.pointer or ""
    place = (places or {}).get(place, place)
    return Problem(error.code, error.message, errors=[FieldError(place, error.message)])


def _problem(errors: Sequence[ErrorDetails]) -> Problem:
    fields = [FieldError(pointer(*error["loc"]), _detail(error)) for error in errors]
    codes = {_code(error) for error in errors}
    code = codes.pop() if len(codes) == 1 else "invalid_request"
    named = "; ".join(f"{field.pointer or 'the request'}: {field.detail}" for field in fields[:5])
    more = f"; and {len(fields) - 5} more" if len(fields) > 5 else ""
    return Problem(code, named + more + ".", errors=fields)


def _code(error: ErrorDetails) -> str:
    return error["type"] if error["type"] in ("bad_date", "bad_policy") else "invalid_request"


def _detail(error: ErrorDetails) -> str:
    match error["type"]:
        case "extra_forbidden":
            return "No such field"
        case "missing":
            return "Missing"
        case "model_type" | "model_attributes_type":
            return "Should be a JSON object"
        case _:
            return error["msg"]

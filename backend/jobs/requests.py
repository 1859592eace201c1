"""What may be asked of jobs over HTTP. Rows are checked one by one in `backend.jobs.rows`, each told by its number."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from backend.requests import Policy, Published, Text

Limit = Annotated[int, Field(ge=1, le=50, description="How many matches an answer holds.")]
Webhook = Annotated[
    Text | None,
    Field(description="Address that is sent the job's status when it is over: http or https, signed."),
]
Name = Annotated[Text | None, Field(max_length=200, description="What the job is to be called.")]


class _Model(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class ArticleInput(_Model):
    """One article: its `html`, its `text`, or its `url` alone, which is then read."""

    html: Text | None = Field(None, description="The page as HTML.")
    text: Text | None = Field(None, description="Its text; paragraphs are parted by blank lines.")
    url: Text | None = Field(None, description="Where it is.")
    title: Text | None = Field(None, description="Its headline.")
    published: Published = None
    language: Text | None = Field(None, description="Its language, as BCP 47 has it.")
    id: Text | None = Field(None, description="Your name for it; its result rows carry it.")

    @model_validator(mode="after")
    def _one_of(self) -> ArticleInput:
        if (self.html and self.text) or not (self.html or self.text or self.url):
            raise PydanticCustomError("one_of", "Give either `html` or `text`, or `url` alone")
        return self


class JobRequest(_Model):
    """A job: `rows` or `articles`."""

    rows: list[Any] | None = Field(
        None,
        description="Quotations, each a string or an object of `quote` and, as far as known, `speaker`, `date`, `url`, "
        "`id`, `institution`, `published`, `language`, `before`, `after`, `policy`. Rows with the same `url` stand on "
        "one page and help to place one another.",
    )
    articles: list[ArticleInput] | None = Field(None, description="Articles, whose quotations are found and checked.")
    policy: Policy = "default"
    limit: Limit = 3
    webhook: Webhook = None
    name: Name = None


class JobQuery(_Model):
    """How the job is to be done, where the body is the file itself."""

    policy: Policy = "default"
    limit: Annotated[Limit, Field(strict=False)] = 3
    webhook: Webhook = None
    name: Name = None
    skip_bad: Annotated[
        bool,
        Field(
            strict=False,
            description="Take the good rows and answer the bad ones `cannot_check`, in place of refusing the file.",
        ),
    ] = False


class ResultsQuery(_Model):
    """How results are sent."""

    format: Literal["csv", "jsonl", "html"] = Field("jsonl", description="`csv`, `jsonl` or `html`, a whole page.")
    verdict: Text | None = Field(None, description="Only rows with this verdict; several with commas between them.")


class DecisionRequest(_Model):
    """What an editor makes of a row."""

    decision: Literal["accept", "query", "correct"] = Field(
        description="`accept` it as printed, `query` it with the writer, or `correct` it."
    )
    note: Text = Field("", max_length=5_000, description="Why, for those who read it later.")
    text: Text | None = Field(None, max_length=10_000, description="The corrected words, where it is to be corrected.")

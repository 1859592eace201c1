"""What may be asked of a whole article over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, TypedDict

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backend.requests import LookupClaim, Model, Policy, Published, Text
from quotes.extract import read_html, read_text
from quotes.model import Article, PrintedClaim, PrintedQuotation
from quotes.verify import MOST_QUOTATIONS

MatchLimit = Annotated[int, Field(ge=1, le=50, description="How many matches are returned for each quotation.")]


class _Page(TypedDict):
    title: str | None
    published: date | None
    language: str | None
    url: str | None


class SentQuotation(Model):
    """One quotation that the sender has found."""

    quote: Text = Field(description="The quotation as printed, with or without its marks.")
    id: Text | None = Field(None, max_length=200, description="The sender's own name for it; comes back as it is.")
    claim: LookupClaim = Field(LookupClaim(), description="What the page claims of it.")
    before: Text = Field("", description="Text just before the quotation.")
    after: Text = Field("", description="Text just after it.")

    def printed(self) -> PrintedQuotation:
        claim = PrintedClaim(speaker=self.claim.speaker, date=self.claim.date, institution=self.claim.institution)
        return PrintedQuotation(self.quote, (), claim=claim, id=self.id)


class VerifyRequest(Model):
    """An article to check, as one of `text`, `html`, `quotes`; or its `url` alone, which is then read."""

    text: Text | None = Field(None, description="The article as plain text; spans are offsets of it.")
    html: Text | None = Field(None, description="The article's page; its main text is found and is in the answer.")
    quotes: list[Text | SentQuotation] | None = Field(
        None,
        min_length=1,
        max_length=MOST_QUOTATIONS,
        description="The page's quotations in page order, found by the sender.",
    )
    url: Text | None = Field(None, description="Where the article is.")
    title: Text | None = Field(None, description="Its headline, where the page does not say.")
    published: Published = None
    language: Text | None = Field(None, description="Its language, as BCP 47 has it.")
    policy: Policy = "default"
    limit: MatchLimit = 3

    @model_validator(mode="after")
    def _one_of(self) -> VerifyRequest:
        given = [name for name in ("text", "html", "quotes") if getattr(self, name) is not None]
        if len(given) > 1 or (not given and not self.url):
            raise PydanticCustomError("one_of", "Give one of `text`, `html` and `quotes`, or `url` alone")
        return self

    def article(self) -> Callable[[], Article] | None:
        """What reads the article, which takes a moment; None where it has to be fetched first."""
        page = _Page(title=self.title, published=self.published, language=self.language, url=self.url)
        if self.text is not None:
            text = self.text
            return lambda: read_text(text, **page)
        if self.html is not None:
            html = self.html
            return lambda: read_html(html, **page)
        if self.quotes is not None:
            sent = [SentQuotation(quote=one) if isinstance(one, str) else one for one in self.quotes]
            return lambda: Article("", tuple(one.printed() for one in sent), **page)
        return None

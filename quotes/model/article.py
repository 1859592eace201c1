"""An article and the quotations it prints: what is read before anything is looked up, and what is answered for all of
them together. Field names are those of the HTTP API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotes.model.answer import Answer, EngineInfo, Verdict
from quotes.model.question import Claim

Span = tuple[int, int]


class QuotationKind(StrEnum):
    """What the marks are for: `speech` are somebody's words, the others are set aside and not looked up. `scare`: a
    word the writer keeps at a distance; `title`: the name of a work or a thing; `term`: a word spoken of as a word;
    `other`: marks that enclose something else."""

    SPEECH = "speech"
    SCARE = "scare"
    TITLE = "title"
    TERM = "term"
    OTHER = "other"


class Place(StrEnum):
    """Where in the article a quotation stands."""

    HEADLINE = "headline"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """What the article claims of a quotation. `speaker`: the name, as full as the article has it; `printed`: how
    the sentence names the speaker (`he`, `the spokesperson`, `Lin`); `office`: office or institution that the article
    names with the speaker; `verb`: the speech verb as printed; `date`: the day as printed (`Tuesday`, `October 13`);
    `institution`: for whom the speaker speaks, where that was stated by whoever sent the quotation."""

    speaker: str | None = None
    printed: str | None = None
    office: str | None = None
    verb: str | None = None
    date: str | None = None
    institution: str | None = None

    def as_claim(self) -> Claim:
        """What is asked of the archive: an office stands in for a name that the article does not give."""
        return Claim(speaker=self.speaker or self.office, date=self.date, institution=self.institution)


@dataclass(frozen=True, slots=True)
class PrintedQuotation:
    """One quotation of an article. `text`: its words without their marks, the pieces of one that is broken by “he said”
    joined by a space and its paragraphs by a line break. `spans`: of each piece without its marks, in code points of
    `Article.text`, half-open, ascending; `source_spans`: the same in code points of what was sent (HTML, Markdown),
    empty where that has no text of its own, as in a .docx. `id` is the sender's own."""

    text: str
    spans: tuple[Span, ...]
    source_spans: tuple[Span, ...] = ()
    kind: QuotationKind = QuotationKind.SPEECH
    place: Place = Place.BODY
    claim: PrintedClaim = PrintedClaim()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """`text`: headline and main text as a reader sees them, paragraphs parted by a blank line. `quotations` are in the
    order of the text. `language` is a BCP 47 tag."""

    text: str
    quotations: tuple[PrintedQuotation, ...]
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None


class PlacedBy(StrEnum):
    """What told the occasion of a quotation: its own words with what the page says of them, or the page's other
    quotations without which it would be `ambiguous`; or nothing did."""

    WORDS = "words"
    NEIGHBOURS = "neighbours"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class QuoteAnswer(Answer):
    """The answer for one quotation of an article: that of a lookup, with what was printed. `span`: from the first piece
    to the end of the last, in code points of the article's text, half-open; None for quotations that were sent without
    an article."""

    quote: str
    id: str | None
    place: Place
    span: Span | None
    spans: tuple[Span, ...]
    source_spans: tuple[Span, ...]
    claim: PrintedClaim
    placed_by: PlacedBy


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words in marks that are nobody's speech, and were not looked up."""

    quote: str
    kind: QuotationKind
    span: Span
    spans: tuple[Span, ...]
    source_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """An event that the article draws on. `quotes`: indices of the quotations placed there, ascending."""

    event: str
    date: str
    weekday: str
    institution: str
    transcript_id: str
    revision: int
    url: str | None
    permalink: str
    speakers: tuple[str, ...]
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """A quotation that needs an editor, and why in one sentence. `quote` is its index."""

    quote: int
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Of a whole article. `verdicts` counts by verdict, those that occur; `briefings`: most quotations first;
    `look_first`: gravest first; `finding`: one or two plain sentences an editor can paste; `left_out`: quotations past
    the most that are looked up at once."""

    quotes: int
    verdicts: dict[str, int]
    briefings: tuple[Briefing, ...]
    look_first: tuple[ToLookAt, ...]
    finding: str
    left_out: int


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What was read of the article, as it is answered. `text` is what the spans are offsets of."""

    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class ArticleAnswer:
    """What the archive says of all quotations of an article, in the order of its text."""

    article: ReadArticle
    quotes: tuple[QuoteAnswer, ...]
    set_aside: tuple[SetAside, ...]
    summary: Summary
    engine: EngineInfo

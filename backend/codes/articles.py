"""What is said of the quotations of a whole article, beside what any lookup says."""

from __future__ import annotations

from backend.codes.explanation import Explanation, explain
from quotes.model import Place, PlacedBy, QuotationKind

PLACED_BY: dict[str, Explanation] = {
    PlacedBy.WORDS: explain(
        "By its words", "The quotation's own words, with what the page says of them, tell where it comes from."
    ),
    PlacedBy.NEIGHBOURS: explain(
        "By its neighbours",
        "Its words alone stand in too many places or nowhere exactly; the page's other quotations tell which is meant.",
    ),
    PlacedBy.NOTHING: explain("Not placed", "Neither its words nor its neighbours tell where it comes from."),
}

PLACES: dict[str, Explanation] = {
    Place.HEADLINE: explain(
        "Headline", "In the headline or the lines under it, where words are often cut without a mark."
    ),
    Place.BODY: explain("Body", "In the text of the article."),
}

KINDS: dict[str, Explanation] = {
    QuotationKind.SPEECH: explain("Speech", "Somebody's words: looked up, and listed under `quotes`."),
    QuotationKind.SCARE: explain("Scare quotes", "A word that the writer keeps at a distance: his so-called “help”."),
    QuotationKind.TITLE: explain("Title", "The name of a work or a thing: the play “Hamlet”."),
    QuotationKind.TERM: explain("Term", "A word spoken of as a word: the term “hegemony”."),
    QuotationKind.OTHER: explain("Other", "Marks that enclose something else, such as a sign's text."),
}

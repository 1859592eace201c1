"""A lookup answer as linked data: a schema.org `Quotation`, or a W3C Web Annotation.

Both speak of the answer's first match only, and carry the verdict as a rating or a comment: a `not_found` or
`ambiguous` answer names no speaker.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from quotes.model import Inquiry

Json = dict[str, Any]


def quotation(answer: Json, quote: str, base: str) -> Json:
    """The printed words as a schema.org `Quotation`, reviewed by OnRecord. `base` makes permalinks absolute."""
    document: Json = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "text": quote,
        "review": {
            "@type": "Review",
            "reviewAspect": "wording",
            "reviewBody": answer["finding"],
            "reviewRating": {"@type": "Rating", "ratingValue": answer["verdict"], "alternateName": _words(answer)},
            "author": {"@type": "SoftwareApplication", "name": "OnRecord", "softwareVersion": _version(answer)},
        },
    }
    match = _placed(answer)
    if match is None:
        return document
    document["inLanguage"] = match["language"]
    speaker = match["speaker"]
    if name := speaker["name"] or speaker["label"]:
        person: Json = {"@type": "Person", "name": name}
        if speaker["title"]:
            person["jobTitle"] = speaker["title"]
        person["affiliation"] = {"@type": "Organization", "name": match["institution"]}
        document["creator"] = person
    record: Json = {
        "@type": "CreativeWork",
        "name": match["event"],
        "datePublished": match["date"],
        "publisher": {"@type": "Organization", "name": match["institution"]},
        "url": base + match["permalink"],
        "text": match["passage"]["text"],
    }
    if match["url"]:
        record["sameAs"] = match["url"]
    document["isPartOf"] = record
    return document


def web_annotation(answer: Json, inquiry: Inquiry, base: str) -> Json:
    """The finding as a Web Annotation on the page that printed the words, pointing to the passage of the record by
    quote and position (code points of the turn's text)."""
    selector: Json = {"type": "TextQuoteSelector", "exact": inquiry.quote}
    if inquiry.context.before:
        selector["prefix"] = inquiry.context.before
    if inquiry.context.after:
        selector["suffix"] = inquiry.context.after
    bodies: list[Json] = [
        {"type": "TextualBody", "purpose": "classifying", "value": answer["verdict"], "format": "text/plain"},
        {
            "type": "TextualBody",
            "purpose": "assessing",
            "value": answer["finding"],
            "format": "text/plain",
            "language": "en",
        },
    ]
    match = _placed(answer)
    if match is not None:
        passage = match["passage"]
        bodies.append(
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": f"{base}/transcripts/{match['transcript_id']}?revision={match['revision']}#t{match['turn']}",
                "selector": {
                    "type": "TextQuoteSelector",
                    "exact": passage["text"],
                    "prefix": match["context"]["before"],
                    "suffix": match["context"]["after"],
                    "refinedBy": {"type": "TextPositionSelector", "start": passage["start"], "end": passage["end"]},
                },
            }
        )
    # A target needs an address: without a page, the one that shows this very lookup.
    source = inquiry.context.page_url or f"{base}/?{urlencode({'quote': inquiry.quote})}"
    target: Json = {"type": "SpecificResource", "source": source, "selector": selector}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"type": "Software", "name": f"OnRecord {_version(answer)}"},
        "body": bodies,
        "target": target,
    }


def _placed(answer: Json) -> Json | None:
    """The occasion the words are traced to, where the answer commits itself to one."""
    if answer["verdict"] in ("ambiguous", "not_found", "out_of_coverage", "cannot_check") or not answer["matches"]:
        return None
    match: Json = answer["matches"][0]
    return match


def _version(answer: Json) -> str:
    version: str = answer["engine"]["version"]
    return version


def _words(answer: Json) -> str:
    words: str = answer["verdict"].replace("_", " ")
    return words

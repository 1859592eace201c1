"""Choosing a format by Accept: quality first, then the server's order; the most precise range speaks for a format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.api.lookup import ANNOTATION, FORMATS, JSON, QUOTATION
from backend.negotiation import Format, choose

ANNO = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        pytest.param(None, JSON, id="no header takes anything"),
        pytest.param("  ", JSON, id="an empty header takes anything"),
        pytest.param("*/*", JSON, id="anything: the server's first"),
        pytest.param("application/*", JSON, id="any application type: the server's first"),
        pytest.param("application/json", JSON, id="JSON by name"),
        pytest.param("APPLICATION/JSON", JSON, id="types have no case"),
        pytest.param("application/ld+json", QUOTATION, id="JSON-LD without profile is schema.org"),
        pytest.param(ANNO, ANNOTATION, id="annotation by profile"),
        pytest.param(ANNO.replace('"', ""), ANNOTATION, id="profile without quotes"),
        pytest.param('application/ld+json;profile="https://schema.org"', QUOTATION, id="schema.org by profile"),
        pytest.param(
            'application/ld+json;profile="http://example.org/x http://www.w3.org/ns/anno.jsonld"',
            ANNOTATION,
            id="one of several profiles",
        ),
        pytest.param('application/ld+json;profile="http://example.org/x"', None, id="a profile nobody has"),
        pytest.param('application/json;profile="http://example.org/x"', JSON, id="a profile of what has none"),
        pytest.param("text/html, application/xhtml+xml", None, id="a browser's types only"),
        pytest.param("text/html, */*;q=0.1", JSON, id="a browser that takes the rest"),
        pytest.param("application/json;q=0.4, application/ld+json;q=0.9", QUOTATION, id="higher quality wins"),
        pytest.param(f"application/ld+json;q=0.3, {ANNO};q=0.8", ANNOTATION, id="the precise range is the better"),
        pytest.param("*/*, application/json;q=0", QUOTATION, id="quality 0 refuses"),
        pytest.param("application/json;q=0", None, id="nothing but refusals"),
        pytest.param("application/json;q=high", None, id="a quality that is no number takes nothing"),
        pytest.param("*/*;q=0.5, application/ld+json;q=0.5", JSON, id="ties: the server's order"),
        pytest.param('text/plain;note="a, b;c", application/json', JSON, id="commas inside quotes"),
    ],
)
def test_choice(accept: str | None, expected: Format | None) -> None:
    assert choose(accept, FORMATS) is expected


@given(st.text(max_size=80))
def test_any_header_is_survived(accept: str) -> None:
    assert choose(accept, FORMATS) in (*FORMATS, None)

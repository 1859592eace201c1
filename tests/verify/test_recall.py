"""A second look at a quotation finds what a first one would, and asks the index for nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quotes.model import Claim, Inquiry, PageContext
from quotes.verify import Engine
from quotes.verify.recall import Recall
from tests.verify.test_article import PRINTED

WORDS = (
    *PRINTED,
    "The ferries will never sail again until the engineers have paid for every lamp",
    "I do not blame anybody yet. The owner sued the insurer in summer",
    "Nobody will be charged",
    "We would rather drown than wait. You have to book",
)


@pytest.mark.parametrize("quote", WORDS)
def test_it_finds_the_same_as_without(engine: Engine, quote: str) -> None:
    snapshot = engine._state  # the engine itself looks twice at articles only
    page = PageContext(published=date(2025, 10, 14))
    inquiry = Inquiry(quote, page, Claim(speaker="Lin Jian", date="Tuesday"))
    events = sorted({header.event for header in snapshot.catalogue.headers})
    for votes in ({events[0]: 2.0}, {events[-1]: 0.5, events[3]: 0.5}, {}):
        recall = Recall()
        snapshot.find(inquiry, {}, recall)
        again = snapshot.answer(snapshot.find(inquiry, votes, recall), "1")
        assert again == snapshot.answer(snapshot.find(inquiry, votes), "1")


def test_it_asks_for_nothing_twice(engine: Engine) -> None:
    asked: Counter[str] = Counter()
    reader = engine._state.reader

    class Counting:
        def __getattr__(self, name: str) -> Any:
            found = getattr(reader, name)

            def call(*args: object, **kwargs: object) -> object:
                asked[f"{name}{args}{kwargs}"] += 1
                return found(*args, **kwargs)

            return call if isinstance(found, Callable) else found  # type: ignore[arg-type]

    snapshot = replace(engine._state, reader=Counting())
    recall = Recall()
    for votes in ({}, {1: 1.0}):
        snapshot.find(Inquiry("The ferries will never sail again until all is paid"), votes, recall)
    assert {question: times for question, times in asked.items() if times > 1} == {}

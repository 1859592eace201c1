"""Words the official passes on, and words that only look it."""

from __future__ import annotations

import pytest

from quotes.verdict import relay

RELAYED = [
    ("Pakistan stressed that its interactions with the US |will never harm China.", "Pakistan"),
    ("As we know, the operators told us that |no ship was delayed.", "the operators"),
    ("They met. The Russian side has repeatedly said that |it wants talks.", "The Russian side"),
    ("El gobierno dijo que |no habrá aumento.", "El gobierno"),
    ("巴方强调，|绝不会损害中方利益。", "巴方"),
]
OWN = [
    "We have said that |we will act.",
    "I said that |rates will rise.",
    "Pakistan stressed that point. |We will act.",
    "It is true that |rates will rise.",
    "中方强调，|这是正当之举。",
    "Look, the fact that Pakistan joined means that |rates will rise.",
]


@pytest.mark.parametrize(("text", "who"), RELAYED, ids=[who for _, who in RELAYED])
def test_a_reporting_clause_before_the_passage_relays_it(text: str, who: str) -> None:
    start = text.index("|")
    text = text.replace("|", "")
    found = relay(text, start)
    assert found is not None
    assert found.source == who
    assert text[slice(*found.span)] == found.cue


@pytest.mark.parametrize("text", OWN)
def test_the_speakers_own_words_are_not_relayed(text: str) -> None:
    assert relay(text.replace("|", ""), text.index("|")) is None


def test_the_institutions_own_side_is_no_relay() -> None:
    text = "China stressed that it will act."
    assert relay(text, 20, institution="Ministry of Foreign Affairs of the People's Republic of China") is None

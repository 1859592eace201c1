"""Looking up for the evaluation: a crash is an answer, and a bad one."""

from __future__ import annotations

from datetime import date, timedelta

from quotes.model import Answer, Claim, Inquiry, PageContext
from quotes.verify import Engine


def ask(engine: Engine, quote: str, *, published: str | None = None, speaker: str | None = None) -> Answer | None:
    """The answer, None when the lookup crashed: whatever it raised, it counts as a miss."""
    context = PageContext(published=date.fromisoformat(published) if published else None)
    try:
        return engine.lookup(Inquiry(quote, context, Claim(speaker=speaker)))
    except Exception as fault:  # noqa: BLE001
        print(f"lookup of {quote!r} crashed: {fault!r}")
        return None


def day_after(day: str) -> str:
    """When an article on a briefing of `day` is printed."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def told(answer: Answer | None) -> str:
    """The answer in a few words, for a list of misses."""
    if answer is None:
        return "crashed"
    where = f" {answer.matches[0].transcript_id}#{answer.matches[0].turn}" if answer.matches else ""
    return f"{answer.verdict}{where}"

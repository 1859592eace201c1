"""Pages had from the web, politely and within limits. The only floor that speaks HTTP."""

from quotes.fetch.clock import Clock
from quotes.fetch.fetcher import Fetcher
from quotes.fetch.limits import Limits
from quotes.fetch.pace import Pace
from quotes.fetch.user_agent import user_agent

__all__ = ["Clock", "Fetcher", "Limits", "Pace", "user_agent"]

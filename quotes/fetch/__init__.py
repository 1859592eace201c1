"""Pages had from the web, politely and within limits. The only floor that speaks HTTP."""

from quotes.fetch.clock import Clock
from quotes.fetch.fetcher import Fetcher
from quotes.fetch.limits import Limits
from quotes.fetch.pace import Pace
from quotes.fetch.targets import Targets
from quotes.fetch.user_agent import user_agent
from quotes.fetch.visitor import VISIT_LIMITS, Visitor, media_type

__all__ = ["VISIT_LIMITS", "Clock", "Fetcher", "Limits", "Pace", "Targets", "Visitor", "media_type", "user_agent"]

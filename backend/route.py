"""One route, with what its documentation says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web
from pydantic import BaseModel

from backend.examples import Example
from backend.negotiation import Format
from backend.requests import NoQuery

JSON = (Format("application/json", content_type="application/json"),)
HTML = (Format("text/html", content_type="text/html"),)
TEXT = (Format("text/plain", content_type="text/plain"),)
BODY_PROBLEMS = ("broken_json", "bad_encoding", "too_large", "unsupported_media_type")


@dataclass(frozen=True, slots=True)
class Route:
    """`answer` names a schema of `backend.answers`, where the answer is JSON with one. `also` is another media type the
    body may come as, by itself and not in an object, and `files` are those of files it may come as. `problems` are the
    codes this route can end in beside those any route can. `status` is that of an answer. `examples` are bodies to
    send. `cost` is how many requests this counts as (`backend.limiting`); 0 is never refused. `open` routes are served
    without a key (`backend.key_check`)."""

    method: str
    path: str
    handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    summary: str
    description: str
    query: type[BaseModel] = NoQuery
    body: type[BaseModel] | None = None
    also: str | None = None
    files: tuple[str, ...] = ()
    formats: tuple[Format, ...] = JSON
    answer: str | None = None
    problems: tuple[str, ...] = ()
    status: int = 200
    examples: tuple[Example, ...] = ()
    cost: int = 1
    open: bool = False

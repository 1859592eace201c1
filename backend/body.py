"""Reading a JSON request body strictly: what two parsers could read differently is refused."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from aiohttp import BodyPartReader, web

from backend.keys import ARRIVING, SETTINGS
from backend.problems import FieldError, Problem


async def read_json(request: web.Request, *, also: str = "application/json", limit: int | None = None) -> object:
    """The parsed body; `also` is another media type it may come as, `limit` the bytes it may have where these are not
    those of any request. Raises `Problem`: `unsupported_media_type`,
    `too_large`, `slow_request`, `bad_encoding` or `broken_json`."""
    taken = dict.fromkeys(["application/json", also])
    if request.content_type not in taken:
        given = request.content_type if "Content-Type" in request.headers else "no content type"
        raise Problem(
            "unsupported_media_type",
            f"The body must be {' or '.join(taken)}; this one says {given}.",
            headers={"Accept": ", ".join(taken)},
        )
    charset = request.charset or "utf-8"
    if charset.lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii", "ascii"):
        raise Problem("unsupported_media_type", f"The body must be in UTF-8; this one says charset={charset}.")
    return parse_json(await _read(request, limit or request.app[SETTINGS].body_limit))


def parse_json(raw: bytes) -> object:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem("bad_encoding", f"The body is not UTF-8: byte {error.start} cannot be read.") from None
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except json.JSONDecodeError as error:
        detail = f"The body is not JSON: {error.msg}, line {error.lineno}, column {error.colno}."
    except RecursionError:
        detail = "The body nests too deep. No request needs more than ten levels."
    except ValueError as error:
        detail = f"The body cannot be read: {error}"
    raise Problem("broken_json", detail)


async def _read(request: web.Request, limit: int) -> bytes:
    seconds = request.app[SETTINGS].time_limit
    try:
        with request.app[ARRIVING]:
            async with asyncio.timeout(seconds):
                return await request.clone(client_max_size=limit).read()
    except web.HTTPRequestEntityTooLarge:
        raise Problem("too_large", f"The body may have {limit:,} bytes; this one has more.") from None
    except TimeoutError:
        raise Problem("slow_request", f"The body did not arrive within {seconds:g} seconds.") from None


async def read_pieces(request: web.Request, pieces: AsyncIterator[bytes], limit: int, place: str = "") -> bytes:
    """All that comes of an upload, of a field of a form where `place` points to one. Each piece has as long as a whole
    body has elsewhere: a large file may take minutes. Raises `Problem`: `slow_request` or `too_large`."""
    seconds = request.app[SETTINGS].time_limit
    whole = bytearray()
    while True:
        try:
            async with asyncio.timeout(seconds):
                whole += await anext(pieces)
        except StopAsyncIteration:
            return bytes(whole)
        except TimeoutError:
            raise Problem("slow_request", f"Nothing of the body came for {seconds:g} seconds.") from None
        if len(whole) > limit:
            detail = f"This has more than {limit:,} bytes, the most that is taken; send a part of it."
            raise Problem("too_large", detail, errors=[FieldError(place, detail)] if place else [])


async def pieces_of(part: BodyPartReader) -> AsyncIterator[bytes]:
    """A field of a form as it comes."""
    while piece := await part.read_chunk(65_536):
        yield piece


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the key {json.dumps(twice)} stands twice in one object; keep one.")
    return found


def _constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON value.")

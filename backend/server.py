"""One process that serves."""

from __future__ import annotations

import asyncio
import signal
import socket

import uvloop
from aiohttp import web

from backend.app import create_app
from backend.keys import ARRIVING
from backend.listening import DealtSite
from backend.settings import Settings

# Bytes of a request's first line: room for any quotation in a query string, so that one too long is told so.
LONGEST_LINE = 524_288


def serve(settings: Settings, line: socket.socket) -> None:
    """Serve the connections that come over `line`, until it ends or SIGTERM comes; then finish what runs. Raises
    `quotes.errors.OnRecordError` where the archive cannot be opened."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, line))


async def _serve(settings: Settings, line: socket.socket) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    # No access log: what somebody looks up is nobody else's business.
    app = create_app(settings)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=settings.grace, max_line_size=LONGEST_LINE)
    await runner.setup()
    try:
        await DealtSite(runner, line, ended=stop.set).start()
        await stop.wait()
        await app[ARRIVING].all(min(settings.time_limit, settings.grace))
    finally:
        await runner.cleanup()

"""Where connections come from: the port, in the supervisor; the line from it, in each process that serves."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from aiohttp import web

_WAITING_CONNECTIONS = 1024


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises OSError where the host is unknown or the port is taken."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_WAITING_CONNECTIONS)
        listening.setblocking(False)
    except OSError:
        listening.close()
        raise
    return listening


class DealtSite(web.BaseSite):
    """Serves the connections that the supervisor passes over `line`; calls `ended` when there will be no more."""

    def __init__(self, runner: web.BaseRunner, line: socket.socket, ended: Callable[[], object]) -> None:
        super().__init__(runner)
        self._line = line
        self._ended = ended
        self._opening: set[asyncio.Task[None]] = set()

    @property
    def name(self) -> str:
        return "connections passed on"

    async def start(self) -> None:
        await super().start()
        self._line.setblocking(False)
        asyncio.get_running_loop().add_reader(self._line, self._take)
        self._line.send(b"r")

    async def stop(self) -> None:
        """Takes what has been passed already, and nothing after."""
        while self._take():
            pass
        asyncio.get_running_loop().remove_reader(self._line)
        self._line.close()
        if self._opening:
            await asyncio.wait(self._opening)
        await super().stop()

    def _take(self) -> bool:
        try:
            word, handles, _, _ = socket.recv_fds(self._line, 1, 1)
        except (BlockingIOError, InterruptedError):
            return False
        except ConnectionError:
            word, handles = b"", []
        if not word:
            asyncio.get_running_loop().remove_reader(self._line)
            self._ended()
            return False
        for handle in handles:
            opening = asyncio.ensure_future(self._open(socket.socket(fileno=handle)))
            self._opening.add(opening)
            opening.add_done_callback(self._opening.discard)
        return True

    async def _open(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        if (server := self._runner.server) is not None:
            await asyncio.get_running_loop().connect_accepted_socket(server, connection)

"""How a process beside those that serve is told to stop."""

from __future__ import annotations

import asyncio
import signal
import socket


def told_to_stop(line: socket.socket) -> asyncio.Event:
    """Set by SIGTERM, or when `line` to the process that started this one ends: however that one goes, none is left
    behind. To be called in a running loop; `line` does not block afterwards."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hear() -> None:
        # Nothing is ever sent this way; the line's end is all there is to hear.
        loop.remove_reader(line)
        told.set()

    loop.add_signal_handler(signal.SIGTERM, told.set)
    line.setblocking(False)
    loop.add_reader(line, hear)
    return told

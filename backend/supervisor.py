"""Several processes kept running behind one port: connections are dealt out to them in turn, one that dies is started
again, all end together.

Processes that accept from a shared socket do not share alike: the first to wake takes a burst of connections and keeps
them, while another idles. So the supervisor accepts, and passes each connection on. The line it passes them over also
carries the child's word that it is ready, and its end tells the child to finish.

Beside those that serve there may be companions, which are dealt nothing and which nobody waits for: they start once all
serve, and however often one dies, serving goes on.
"""

from __future__ import annotations

import logging
import multiprocessing
import selectors
import signal
import socket
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.context import ForkProcess

log = logging.getLogger("onrecord.supervisor")

# Waits before a dead process is started again: doubled from death to death, forgotten after a minute of life.
_FIRST_PAUSE = 0.25
_LONGEST_PAUSE = 30.0
_SETTLED = 60.0
# What a process gets beyond its own bound on finishing requests, before it is killed.
_LAST_SECONDS = 5.0
# How long connections are still taken once the end was asked for.
_LAST_ARRIVALS = 0.25
# A process that does not take a connection for so long is passed over.
_DEAL_SECONDS = 1.0

# Runs in the child, with its end of the line.
Work = Callable[[socket.socket], None]


@dataclass(slots=True, eq=False)
class _Post:
    """What processes are started for. `starts`: when they are due to; `deaths` in a row, counted together, since what
    kills one mostly kills its likes."""

    name: str
    work: Work
    serves: bool
    starts: list[float] = field(default_factory=list)
    deaths: int = 0


@dataclass(slots=True, eq=False)
class _Child:
    post: _Post
    process: ForkProcess
    line: socket.socket
    started: float
    ready: bool = False


def pause_after(deaths: int) -> float:
    """Seconds before the next start, after so many deaths in a row (1 or more)."""
    return min(_FIRST_PAUSE * 2.0 ** min(deaths - 1, 16), _LONGEST_PAUSE)


class Supervisor:
    """Runs `work` in `processes` forked processes until SIGTERM or SIGINT, and each of `companions`, by name, in one.
    `grace`: seconds they get to end."""

    def __init__(
        self,
        work: Work,
        listening: socket.socket,
        *,
        processes: int,
        grace: float,
        companions: Mapping[str, Work] | None = None,
    ) -> None:
        self._posts = [_Post("Process", work, serves=True, starts=[0.0] * processes)]
        self._posts += [_Post(name, task, serves=False) for name, task in (companions or {}).items()]
        self._listening = listening
        self._grace = grace
        self._fork = multiprocessing.get_context("fork")
        self._selector = selectors.DefaultSelector()
        self._signals, self._wake = socket.socketpair()
        self._children: deque[_Child] = deque()
        self._companions: list[_Child] = []
        self._serving = False
        self._exit: int | None = None

    def run(self, on_ready: Callable[[], None]) -> int:
        """The exit code: 0 after a signal and an orderly end, else that of the process which failed to get ready the
        first time, as where the archive cannot be opened. `on_ready` is called once, when all processes are."""
        self._wake.setblocking(False)
        signal.set_wakeup_fd(self._wake.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)
        self._selector.register(self._signals, selectors.EVENT_READ, self._told_to_stop)
        self._start_due()
        while self._exit is None and not all(child.ready for child in self._children):
            self._wait(None)
        if self._exit is None:
            self._serving = True
            self._take_connections()
            on_ready()
            for post in self._posts[1:]:
                post.starts.append(0.0)
            self._start_due()
        while self._exit is None:
            starts = [moment for post in self._posts for moment in post.starts]
            self._wait(max(0.0, min(starts) - time.monotonic()) if starts else None)
            self._start_due()
        return self._end() or self._exit

    def _wait(self, seconds: float | None) -> None:
        for key, _ in self._selector.select(seconds):
            # What was handled a moment ago may have ended what else had happened.
            if key.fd in self._selector.get_map():
                key.data()

    def _told_to_stop(self) -> None:
        self._exit = 0

    def _take_connections(self) -> None:
        if self._listening not in self._selector.get_map():
            self._selector.register(self._listening, selectors.EVENT_READ, self._deal)

    def _deal(self) -> bool:
        """Pass on one connection; False where there was none."""
        if not any(child.ready for child in self._children):
            # Nobody to take it: it waits in the socket's queue until somebody is back.
            if self._listening in self._selector.get_map():
                self._selector.unregister(self._listening)
            return False
        try:
            connection, _ = self._listening.accept()
        except OSError:
            # The client has gone again, or there are no file descriptors just now.
            return False
        with connection:
            for _ in range(len(self._children)):
                self._children.rotate(-1)
                if self._children[0].ready and _passed(self._children[0].line, connection):
                    break
        return True

    def _start_due(self) -> None:
        now = time.monotonic()
        for post in self._posts:
            due = [moment for moment in post.starts if moment <= now]
            post.starts = [moment for moment in post.starts if moment > now]
            for _ in due:
                self._start(post)

    def _start(self, post: _Post) -> None:
        ours, theirs = socket.socketpair()
        process = self._fork.Process(target=self._in_child, args=(post.work, ours, theirs))
        process.start()
        theirs.close()
        ours.settimeout(_DEAL_SECONDS)
        child = _Child(post, process, ours, time.monotonic())
        self._kin(post).append(child)
        self._selector.register(ours, selectors.EVENT_READ, partial(self._hear, child))
        self._selector.register(process.sentinel, selectors.EVENT_READ, partial(self._bury, child))

    def _kin(self, post: _Post) -> deque[_Child] | list[_Child]:
        return self._children if post.serves else self._companions

    def _in_child(self, work: Work, ours: socket.socket, theirs: socket.socket) -> None:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        # Ctrl+C reaches every process of a terminal; the supervisor passes it on, once connections are dealt out.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # Whoever holds a line open keeps its other end from seeing the supervisor's.
        lines = (child.line for child in (*self._children, *self._companions))
        for inherited in (ours, self._listening, self._signals, self._wake, *lines):
            inherited.close()
        self._selector.close()
        work(theirs)

    def _hear(self, child: _Child) -> None:
        try:
            word = child.line.recv(1)
        except ConnectionError:
            # It died with connections it had not taken yet.
            word = b""
        if word:
            child.ready = True
            log.info("%s %s %s.", child.post.name, child.process.pid, "serves" if child.post.serves else "is at work")
            if self._serving and child.post.serves:
                self._take_connections()
        else:
            child.ready = False
            self._selector.unregister(child.line)

    def _bury(self, child: _Child) -> None:
        child.process.join()
        self._selector.unregister(child.process.sentinel)
        if child.line in self._selector.get_map():
            self._selector.unregister(child.line)
        child.line.close()
        post = child.post
        self._kin(post).remove(child)
        if not self._serving:
            self._exit = child.process.exitcode or 1
            return
        post.deaths = post.deaths + 1 if time.monotonic() - child.started < _SETTLED else 1
        pause = pause_after(post.deaths)
        log.error(
            "%s %s ended with %s; another starts in %g s.", post.name, child.process.pid, child.process.exitcode, pause
        )
        post.starts.append(time.monotonic() + pause)

    def _end(self) -> int:
        """Have all processes finish what they have; 1 where one had to be killed."""
        # Those who wait already are served; bounded, since others may go on arriving for ever.
        enough = time.monotonic() + _LAST_ARRIVALS
        while self._serving and time.monotonic() < enough and self._deal():
            pass
        self._listening.close()
        children = [*self._children, *self._companions]
        for child in children:
            with suppress(OSError):
                child.line.shutdown(socket.SHUT_WR)
        last = time.monotonic() + self._grace + _LAST_SECONDS
        late = 0
        for child in children:
            child.process.join(max(0.0, last - time.monotonic()))
            if child.process.exitcode is None:
                log.error("%s %s did not end in time and is killed.", child.post.name, child.process.pid)
                child.process.kill()
                child.process.join()
                late = 1
        return late


def _passed(line: socket.socket, connection: socket.socket) -> bool:
    try:
        socket.send_fds(line, [b"c"], [connection.fileno()])
    except OSError:
        # It is dying, which will be noticed, or stuck.
        return False
    return True

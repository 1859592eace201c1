"""A desktop without a screen: an X server, a window manager, and keys and clicks as a hand makes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

PROGRAMS = ("Xvfb", "openbox", "xdotool")
MISSING = [program for program in PROGRAMS if shutil.which(program) is None]
SECONDS = 20
T = TypeVar("T")


class Desktop:
    def __init__(self, display: str) -> None:
        self.environment = os.environ | {"DISPLAY": display}

    def hand(self, *does: str) -> str:
        """One movement of xdotool, such as `key alt+shift+q`, and what it tells."""
        done = self._xdotool(*does)
        done.check_returncode()
        return done.stdout

    def _xdotool(self, *does: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *does], env=self.environment, check=False, timeout=SECONDS, capture_output=True, text=True
        )

    def front(self) -> None:
        """The browser's window before all others, and with the focus: keys go nowhere else from here on."""
        window = self.hand("search", "--sync", "--onlyvisible", "--class", "chromium").split()[0]
        self.hand("windowactivate", "--sync", window)
        until(lambda: self.hand("getwindowfocus").strip() == window, "the focus")

    def opens(self, *does: str) -> str:
        """The window that a movement opens, once it is on the screen. A menu is one, without a name and a child of the
        root, and takes the keys from the moment that it is there."""
        before = until(self._on_screen, "the windows")
        self.hand(*does)
        return until(lambda: next(iter(self._on_screen() - before), ""), "a window to open")

    def closed(self, window: str) -> None:
        def gone() -> bool:
            there = self._on_screen()
            return bool(there) and window not in there

        until(gone, "a window to close")

    def _on_screen(self) -> set[str]:
        """Empty where a window went while they were being looked for, which ends the search."""
        found = self._xdotool("search", "--onlyvisible", "--maxdepth", "1", ".*")
        return set(found.stdout.split()) if found.returncode == 0 else set()


def until(look: Callable[[], T], what: str) -> T:
    """The first truthy value that `look` returns. Asked again and again, for xdotool tells of no window that comes or
    goes: there is no event to wait for."""
    end = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < end, f"waited {SECONDS} s for {what}"
        time.sleep(0.01)
    return found


@contextmanager
def desktop(width: int = 1280, height: int = 900) -> Iterator[Desktop]:
    with ExitStack() as stack:
        reading, writing = os.pipe()
        screen = _started(
            stack,
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
            pass_fds=(writing,),
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, f"Xvfb ended with {screen.poll()}"
        found = Desktop(f":{number}")
        _started(stack, ["openbox"], env=found.environment)
        yield found


def _started(stack: ExitStack, command: list[str], **options: object) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)  # type: ignore[call-overload]

    def end() -> None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    stack.callback(end)
    return process  # type: ignore[no-any-return]

"""A desktop without a screen: an X server, a window manager, and keys and clicks as a hand makes them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

PROGRAMS = ("Xvfb", "openbox", "xdotool")
MISSING = [program for program in PROGRAMS if shutil.which(program) is None]


class Desktop:
    def __init__(self, display: str) -> None:
        self.environment = os.environ | {"DISPLAY": display}

    def hand(self, *does: str) -> None:
        """One movement of xdotool, such as `key alt+shift+q`."""
        subprocess.run(["xdotool", *does], env=self.environment, check=True, timeout=10, capture_output=True)

    def front(self) -> None:
        """The browser's window before all others, with the focus."""
        self.hand("search", "--sync", "--onlyvisible", "--class", "chromium", "windowactivate", "--sync")


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

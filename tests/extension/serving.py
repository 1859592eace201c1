"""What the extension's tests serve: pages to read, and a gate before a real OnRecord server.

The gate notes every request and fails on demand. Plain threads, so that tests of a browser read as a person acts.
"""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PAGES = Path(__file__).parent / "pages"
_CHECKOUT = Path(__file__).resolve().parents[2]
_STRICT = (
    "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; "
    "sandbox allow-same-origin allow-scripts; frame-ancestors 'none'"
)
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
_OTHER = {
    "feed.xml": (b"<feed><entry>They called it a legitimate action.</entry></feed>", "application/xml"),
    "picture.svg": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><text y='20'>They called it a legitimate action.</text></svg>",
        "image/svg+xml",
    ),
    "paper.pdf": (_PDF, "application/pdf"),
}
_FILLER = (
    "<p>Paragraph {n} of the minutes, in which the council hears about the harbour wall once more and sits on.</p>"
)
_QUOTING = (
    "<p>Paragraph {n} of the minutes, in which one speaker calls it “the saddest wall of the {n} we have” and sits.</p>"
)


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


@contextmanager
def real_server(data: Path, *flags: str) -> Iterator[str]:
    """The address of an `onrecord-server` of one process over an archive."""
    command = [sys.executable, "-m", "backend.main", "--data", str(data), "--port", "0", "--processes", "1", *flags]
    process = subprocess.Popen(command, cwd=_CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"OnRecord is ready at (http://\S+)\n", line)
        assert found, line
        yield found[1]
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


@dataclass(slots=True)
class Asked:
    """A request that came to the gate."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass(slots=True)
class Fault:
    """What the gate does in place of the server. `delay`: seconds before it answers. `breaks_off`: who posts gets
    half an answer, and so many seconds later the connection ends. `moved`: where it sends everybody on to."""

    status: int = 0
    code: str = "internal_error"
    detail: str = "made to fail"
    retry_after: str | None = None
    delay: float = 0
    raw: bytes | None = None
    breaks_off: float | None = None
    moved: str = ""


@dataclass(slots=True)
class Gate:
    """`stubs` are answers by path for what the server behind has not."""

    address: str
    behind: str
    asked: list[Asked] = field(default_factory=list)
    fault: Fault | None = None
    stubs: dict[str, Any] = field(default_factory=dict)
    cors: bool = True

    def bodies(self, path: str = "/v1/lookup") -> list[Any]:
        return [asked.body for asked in self.asked if asked.path == path and asked.method == "POST"]

    def reset(self) -> None:
        self.asked.clear()
        self.stubs.clear()
        self.fault = None
        self.cors = True


@contextmanager
def gate_before(behind: str) -> Iterator[Gate]:
    class Handler(_Quiet):
        def handle_any(self) -> None:
            gate = self.server.gate  # type: ignore[attr-defined]
            size = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(size)
            asked = Asked(
                self.command, urlsplit(self.path).path, dict(self.headers), json.loads(body) if body else None
            )
            gate.asked.append(asked)
            fault = gate.fault or Fault()
            if self.command == "OPTIONS":
                self.answer(204, b"", cors=gate.cors)
                return
            time.sleep(fault.delay)
            if fault.breaks_off is not None and self.command == "POST":
                self.answer(200, b'{"verdict": "verb', cors=gate.cors, Content_Length="1000")
                self.wfile.flush()
                time.sleep(fault.breaks_off)
                self.close_connection = True
            elif fault.moved:
                self.answer(307, b"", cors=gate.cors, Location=fault.moved + self.path)
            elif fault.raw is not None:
                self.answer(200, fault.raw, cors=gate.cors)
            elif fault.status:
                problem = {"status": fault.status, "code": fault.code, "detail": fault.detail}
                extra = {"Retry-After": fault.retry_after} if fault.retry_after else {}
                self.answer(fault.status, json.dumps(problem).encode(), cors=gate.cors, **extra)
            elif asked.path in gate.stubs:
                self.answer(200, json.dumps(gate.stubs[asked.path]).encode(), cors=gate.cors)
            else:
                status, answer, kind = _forward(gate.behind, self.command, self.path, body, self.headers)
                self.answer(status, answer, cors=gate.cors, Content_Type=kind)

        do_GET = do_POST = do_OPTIONS = handle_any  # noqa: N815 (the names that http.server calls)

    with serving(Handler) as server:
        gate = Gate(f"http://127.0.0.1:{server.server_port}", behind)
        server.gate = gate  # type: ignore[attr-defined]
        yield gate


def _forward(address: str, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, str]:
    place = urlsplit(address)
    connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=30)
    kept = {name: headers[name] for name in ("Content-Type", "Accept", "Authorization") if headers.get(name)}
    try:
        connection.request(method, path, body or None, kept)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers["Content-Type"]
    finally:
        connection.close()


class _Quiet(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status: int, body: bytes, *, cors: bool, **headers: str) -> None:
        try:
            self.send_response(status)
            if cors:
                self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin") or "*")
                self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
                self.send_header("Access-Control-Expose-Headers", "Retry-After")
                self.send_header("Access-Control-Allow-Private-Network", "true")
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in ({"Content-Type": "application/json", "Content-Length": str(len(body))} | given).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 (the name that is overridden)
        pass


class PageHandler(_Quiet):
    """`/NAME` is `pages/NAME.html`; `/strict` the article under the strictest policy, `/long` with 3,000 paragraphs."""

    def do_GET(self) -> None:
        name = urlsplit(self.path).path.strip("/")
        self.server.seen.append(self.path)  # type: ignore[attr-defined]
        file = PAGES / f"{'article' if name in ('strict', 'long') else name}.html"
        if name == "style.css":
            self.page((PAGES / "style.css").read_bytes(), "text/css")
            return
        if name in _OTHER:
            self.page(*_OTHER[name])
            return
        if not file.is_file():
            self.send_error(404)
            return
        port = str(self.server.server_port)  # type: ignore[attr-defined]
        text = file.read_text("utf-8").replace("PORT", port)
        if name == "long":
            filler = "".join((_FILLER if n % 100 else _QUOTING).replace("{n}", str(n)) for n in range(1_500))
            text = text.replace("<article>", f"<article>{filler}").replace("</article>", f"{filler}</article>")
        self.page(text.encode(), "text/html; charset=utf-8", _STRICT if name == "strict" else None)

    def page(self, body: bytes, kind: str, policy: str | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

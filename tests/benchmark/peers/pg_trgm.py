"""PostgreSQL with pg_trgm: a GIN index on the turns' trigrams, best word_similarity first.

Runs a server of its own in a temporary folder, on a Unix socket, and stops it at the end.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from tests.benchmark.peers.base import Unavailable
from tests.evaluation.corpus import Spoken

_START_WITHIN = 30.0  # seconds


class PgTrgm:
    name = "PostgreSQL pg_trgm"
    whole = False
    _folder: tempfile.TemporaryDirectory[str] | None = None
    _server: subprocess.Popen[bytes] | None = None
    _db: psycopg.Connection | None = None

    def build(self, turns: Sequence[Spoken], folder: Path) -> None:
        if not all(shutil.which(program) for program in ("initdb", "postgres")):
            raise Unavailable("initdb and postgres of PostgreSQL are not on the PATH")
        self._turns = turns
        self._folder = tempfile.TemporaryDirectory(prefix="onrecord-pg-")  # short: a socket's path has 107 bytes
        place = Path(self._folder.name)
        user = _unprivileged()
        if user:
            os.chown(place, pwd.getpwnam(user).pw_uid, -1)
        subprocess.run(
            ["initdb", "--pgdata", place / "data", "--auth", "trust", "--username", "bench", "--no-sync"],
            user=user, cwd="/", check=True, timeout=60, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        settings = {"listen_addresses": "", "unix_socket_directories": place, "fsync": "off", "shared_buffers": "256MB"}
        self._server = subprocess.Popen(
            ["postgres", "-D", place / "data", *(f"--{name}={value}" for name, value in settings.items())],
            user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._db = self._connect(place)
        self._db.execute("CREATE EXTENSION pg_trgm")
        self._db.execute("CREATE TABLE turns (key integer PRIMARY KEY, text text NOT NULL)")
        with self._db.cursor().copy("COPY turns FROM STDIN") as copy:
            for key, spoken in enumerate(turns):
                copy.write_row((key, spoken.text))
        self._db.execute("SET maintenance_work_mem = '512MB'")
        self._db.execute("CREATE INDEX turns_text ON turns USING gin (text gin_trgm_ops)")
        self._db.execute("ANALYZE turns")

    def find(self, quote: str) -> tuple[str, int] | None:
        assert self._db, "build comes first"
        row = self._db.execute(
            "SELECT key FROM turns WHERE %(quote)s <%% text ORDER BY word_similarity(%(quote)s, text) DESC LIMIT 1",
            {"quote": quote},
        ).fetchone()
        if row is None:
            return None
        spoken = self._turns[row[0]]
        return spoken.transcript, spoken.turn

    def index_bytes(self) -> int:
        assert self._db, "build comes first"
        row = self._db.execute("SELECT pg_relation_size('turns_text')").fetchone()
        assert row
        return int(row[0])

    def close(self) -> None:
        if self._db:
            self._db.close()
        if self._server:
            self._server.send_signal(signal.SIGQUIT)  # at once: nothing in it is to be kept
            self._server.wait(timeout=30)
        if self._folder:
            self._folder.cleanup()

    def _connect(self, place: Path) -> psycopg.Connection:
        """Once the server takes connections, which it does within a second or two."""
        end = time.monotonic() + _START_WITHIN
        while True:
            try:
                return psycopg.connect(host=str(place), user="bench", dbname="postgres", autocommit=True)
            except psycopg.OperationalError:
                if time.monotonic() > end:
                    raise


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root: whom to run it as, None when the caller will do."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)

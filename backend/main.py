"""`onrecord-server`: runs the service until it is told to stop."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
import tempfile
from typing import Any, NoReturn

import click

from backend.api_keys import ApiKeys
from backend.client_address import TrustedProxies
from backend.jobs.worker_command import worker_command
from backend.listening import listen
from backend.origins import Origins
from backend.redis_link import connect
from backend.settings import Settings, options
from backend.supervisor import Supervisor
from quotes.errors import InputError, OnRecordError
from quotes.fetch import Targets

_USAGE = 2
_FAILED = 3


def main() -> None:
    """The entry point. Exit codes: 0 stopped as told, 2 usage, 3 failure."""
    click.Group(
        "onrecord-server",
        callback=_run,
        params=options(),
        commands=[worker_command()],
        invoke_without_command=True,
        help="Serve the OnRecord HTTP API and web pages over the archive in --data.",
        context_settings={"help_option_names": ["-h", "--help"]},
    )()


@click.pass_context
def _run(context: click.Context, /, **values: Any) -> None:
    if context.invoked_subcommand is not None:
        return
    settings = Settings(**values)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        listening = listen(settings.host, settings.port)
    except OSError as error:
        _fail(f"Cannot listen on {settings.host}, port {settings.port}: {error.strerror}. Choose another --port.")
    host, port = listening.getsockname()[:2]
    with tempfile.TemporaryDirectory(prefix="onrecord-metrics-") as numbers:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = numbers
        # Imported once, before forking, so that the processes share the code's memory and start at once; and not
        # earlier, for the metrics read the variable above when they are imported.
        from backend.crawler import Crawler, make_archive  # noqa: PLC0415
        from backend.jobs.worker import job_workers  # noqa: PLC0415
        from backend.server import serve  # noqa: PLC0415

        try:
            _read(settings)
            companions = {"Crawler": Crawler(settings).run} if settings.crawl else {}
            if companions:
                make_archive(settings.data)
            if not settings.redis_url:
                companions |= job_workers(settings, yields=True)
        except InputError as error:
            _fail(error.message, _USAGE)
        except OnRecordError as error:
            _fail(error.message)
        gc.freeze()

        def work(line: socket.socket) -> None:
            try:
                serve(settings, line)
            except OnRecordError as error:
                _fail(error.message)

        supervisor = Supervisor(
            work, listening, processes=settings.processes, grace=settings.grace, companions=companions
        )
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        code = supervisor.run(lambda: click.echo(f"OnRecord is ready at {address}"))
    sys.exit(code)


def _read(settings: Settings) -> None:
    """Raises InputError for a setting that is not to be understood, before any process starts."""
    Targets(settings.fetch_allow)
    ApiKeys.read(settings.api_keys)
    Origins.read(settings.extension_origins, settings.host)
    TrustedProxies.read(settings.trusted_proxies)
    if settings.redis_url:
        connect(settings.redis_url, seconds=1.0)


def _fail(message: str, code: int = _FAILED) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()

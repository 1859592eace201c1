"""`onrecord-server worker`: does the jobs that Redis holds, over the archive in --data, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from typing import Any, NoReturn

import click

from backend.settings import Settings, options
from backend.supervisor import Supervisor
from quotes.errors import InputError

_USAGE = 2
_FAILED = 3
_USED = frozenset(
    (
        "data grace crawl_contact fetch_allow redis_url job_workers job_lease job_row_limit job_keep webhook_secret "
        "public_url"
    ).split()
)


def worker_command() -> click.Command:
    return click.Command(
        "worker",
        callback=_run,
        params=[
            *(option for option in options() if option.name in _USED),
            click.Option(
                ["--check"],
                is_flag=True,
                help="Only say whether Redis answers and a worker of this machine is at work: exit code 0, else 3.",
            ),
        ],
        help="Do the jobs in the Redis of --redis-url over the archive in --data, in --job-workers processes.",
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _run(check: bool, **values: Any) -> None:
    settings = Settings(**values)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if not settings.redis_url:
        _say(
            "There is no Redis to take jobs from: give --redis-url. Without one, `onrecord-server` does them itself.",
            _USAGE,
        )
    if check:
        _say(*asyncio.run(_checked(settings)))
    # Forked, so loaded once.
    from backend.jobs.worker import job_workers  # noqa: PLC0415

    try:
        workers = job_workers(settings, yields=False)
    except InputError as error:
        _say(error.message, _USAGE)
    if not workers:
        _say("--job-workers is 0, so nothing would be done. Give 1 or more.", _USAGE)
    with socket.socket() as nowhere:
        supervisor = Supervisor(lambda _: None, nowhere, processes=0, grace=settings.grace, companions=workers)
        code = supervisor.run(lambda: click.echo(f"OnRecord works on jobs in {len(workers)} processes"))
    sys.exit(code)


async def _checked(settings: Settings) -> tuple[str, int]:
    from backend.jobs.redis_store import RedisStore  # noqa: PLC0415
    from backend.jobs.store import Limits, StoreUnavailable  # noqa: PLC0415

    store = RedisStore(settings.redis_url, Limits())
    try:
        mine = [name for name in await store.workers() if name.rpartition("-")[0] == socket.gethostname()]
    except StoreUnavailable as error:
        return str(error), _FAILED
    finally:
        await store.close()
    if not mine:
        return "No worker of this machine has given a sign of life lately.", _FAILED
    return f"{len(mine)} at work on this machine: {', '.join(sorted(mine))}", 0


def _say(message: str, code: int) -> NoReturn:
    click.echo(message, err=code != 0)
    sys.exit(code)

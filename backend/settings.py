"""Every setting of the server: its flag, its environment variable, its default and what it does.

A field `body_limit` is the flag `--body-limit` and the variable `ONRECORD_BODY_LIMIT`; a flag wins over the
environment. The field is the only place where a setting is declared: the command line and the documentation page are
made from it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import click


@dataclass(frozen=True, slots=True)
class _About:
    help: str
    kind: click.ParamType[Any] | None = None


_FOLDER = click.Path(file_okay=False, path_type=Path)
_COUNT = click.IntRange(min=1)
_SECONDS = click.FloatRange(min=0, min_open=True)
_NOT_NEGATIVE = click.FloatRange(min=0)
_PROCESSES = min(os.cpu_count() or 1, 4)


@dataclass(frozen=True, slots=True)
class Settings:
    """How one server runs. Sizes are in bytes, times in seconds; limits count for each process by itself."""

    data: Annotated[Path, _About("Folder of the archive, as `onrecord import` made it.", _FOLDER)] = Path("data")
    host: Annotated[str, _About("Address to listen on. Anything but loopback opens the service to the network.")] = (
        "127.0.0.1"
    )
    port: Annotated[
        int, _About("Port to listen on; 0 takes a free one, which is printed.", click.IntRange(0, 65535))
    ] = 8321
    processes: Annotated[
        int, _About("Processes that serve requests. Each holds the index open, read-only.", _COUNT)
    ] = _PROCESSES
    threads: Annotated[
        int,
        _About("Threads a process looks quotes up in. Python runs one of them at a time.", _COUNT),
    ] = 1
    queue: Annotated[
        int, _About("Lookups that may run or wait in a process; the next is refused with 503.", _COUNT)
    ] = 64
    time_limit: Annotated[
        float, _About("Seconds for reading a request, and again for the lookup behind it.", _SECONDS)
    ] = 10.0
    body_limit: Annotated[int, _About("Largest request body in bytes; a larger one is refused with 413.", _COUNT)] = (
        262_144
    )
    article_limit: Annotated[
        int, _About("Largest article in bytes that is checked as a whole, as `/v1/verify` takes it.", _COUNT)
    ] = 4_194_304
    cache: Annotated[int, _About("Bytes of finished answers a process keeps; 0 keeps none.", click.IntRange(min=0))] = (
        33_554_432
    )
    refresh: Annotated[float, _About("Seconds between looks whether the archive has grown.", _SECONDS)] = 0.25
    grace: Annotated[
        float, _About("Seconds that running requests are given to finish when the server stops.", _SECONDS)
    ] = 15.0
    crawl: Annotated[
        str,
        _About(
            "Sources to keep reading, by id with commas between them, as `onrecord crawl` lists them; empty reads none."
        ),
    ] = ""
    crawl_every: Annotated[
        float, _About("Minutes between two looks at a source's listing; 0 is each source's own.", _NOT_NEGATIVE)
    ] = 0.0
    crawl_pace: Annotated[
        float, _About("Seconds between two requests to a site; 0 is each source's own.", _NOT_NEGATIVE)
    ] = 0.0
    crawl_through: Annotated[
        str,
        _About(
            "Web archive or gateway that is asked in place of the sites: the address a page's own is appended to; "
            "empty asks the sites."
        ),
    ] = ""
    crawl_contact: Annotated[
        str, _About("Address of mail or of a page where a site may complain of being read; sites are told it.")
    ] = ""
    fetch_allow: Annotated[
        str,
        _About(
            "Hosts and networks beside the public web that articles are fetched from and webhooks sent to, such as "
            "wiki.intranet.example, desk.example:8080 or 10.0.0.0/8, with commas between them."
        ),
    ] = ""
    receipt_key: Annotated[
        str,
        _About(
            "File of the key that receipts are signed with, made where there is none; empty is `receipt-key.pem` in "
            "the data folder."
        ),
    ] = ""
    api_keys: Annotated[
        str,
        _About(
            "Keys of which every request must carry one, with commas between them, or `@FILE` with one a line, read at "
            "the start; empty serves everybody. Prefer the file or the variable: flags show in the list of processes."
        ),
    ] = ""
    extension_origins: Annotated[
        str,
        _About(
            "Browser extensions that may read answers, by origin with commas between them: `chrome-extension://ID`, "
            "`moz-extension://UUID`, or either with `*`; empty is any on a loopback address and none elsewhere, `none` "
            "is none."
        ),
    ] = ""
    redis_url: Annotated[
        str,
        _About(
            "Address of Redis, such as redis://:password@redis:6379/0; empty keeps results, limits and jobs on this "
            "machine."
        ),
    ] = ""
    rate: Annotated[
        int,
        _About(
            "Requests a minute that one who asks is served, by key or else by address; the next is refused with 429; "
            "0 sets no limit.",
            click.IntRange(min=0),
        ),
    ] = 0
    rate_burst: Annotated[int, _About("How many of them may come at once; 0 is a minute's.", click.IntRange(min=0))] = 0
    trusted_proxies: Annotated[
        str,
        _About(
            "Addresses or networks of proxies in front, with commas between them, whose X-Forwarded-For says who asks."
        ),
    ] = ""
    public_url: Annotated[
        str,
        _About(
            "Address people reach the server at, such as https://onrecord.example; empty takes it from the request."
        ),
    ] = ""
    job_workers: Annotated[
        int,
        _About(
            "Processes that do jobs: beside the server where Redis holds none, else those of one `onrecord-server "
            "worker`. 0 does none.",
            click.IntRange(min=0),
        ),
    ] = 1
    job_rows: Annotated[int, _About("Rows or articles a job may have at most.", _COUNT)] = 100_000
    job_body_limit: Annotated[int, _About("Largest upload of a job in bytes; a larger one is refused.", _COUNT)] = (
        67_108_864
    )
    job_chunk: Annotated[int, _About("Rows that are checked in one go; a lost process repeats no more.", _COUNT)] = 64
    job_lease: Annotated[
        float, _About("Seconds without a sign of life after which a chunk is taken from its process.", _SECONDS)
    ] = 15.0
    job_row_limit: Annotated[
        float, _About("Seconds a row or an article may take before its process is ended; 0 is no end.", _NOT_NEGATIVE)
    ] = 120.0
    job_keep: Annotated[float, _About("Days a finished job and its results are kept.", _SECONDS)] = 14.0
    webhook_secret: Annotated[
        str,
        _About("Secret that webhooks are signed with, `whsec_` and base64; empty sends them without a signature."),
    ] = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of `Settings` as the command line, the environment and the documentation name it."""

    name: str
    flag: str
    variable: str
    default: object
    help: str
    kind: click.ParamType[Any] | None


def settings_table() -> Iterator[Setting]:
    hints = get_type_hints(Settings, include_extras=True)
    for entry in fields(Settings):
        (about,) = hints[entry.name].__metadata__
        yield Setting(
            name=entry.name,
            flag="--" + entry.name.replace("_", "-"),
            variable="ONRECORD_" + entry.name.upper(),
            default=entry.default,
            help=about.help,
            kind=about.kind,
        )


def options() -> list[click.Parameter]:
    """The settings as options of a click command."""
    return [
        click.Option(
            [setting.flag],
            envvar=setting.variable,
            type=setting.kind or str,
            default=setting.default,
            help=setting.help,
            show_default=setting.default != "",
            show_envvar=True,
        )
        for setting in settings_table()
    ]

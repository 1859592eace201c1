"""The command group, its settings, and how it ends.

Exit codes: 0 all verbatim or marked, 1 something to look at, 2 wrong usage, 3 failure.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from quotes.errors import InputError, OnRecordError


class _WrongUsage(click.ClickException):
    exit_code = 2


class _Failure(click.ClickException):
    exit_code = 3


# Each command with the module it is in, which is imported when the command is called: a lookup does not wait for what
# only a crawl needs.
COMMANDS: Final = {
    "archive": ("archive", "archive"),
    "crawl": ("crawling", "crawl"),
    "import": ("importing", "import_command"),
    "lookup": ("lookup", "lookup"),
    "receipt": ("receipts", "receipt"),
    "verify": ("verify", "verify"),
}


class _Commands(click.Group):
    """Ends with the exit code that an error calls for, its message, and no traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"quotes.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InputError as error:
            raise _WrongUsage(error.message) from error
        except OnRecordError as error:
            raise _Failure(error.message) from error
        except BrokenPipeError:
            # Whoever reads has seen enough; click ends quietly.
            raise
        except OSError as error:
            raise _Failure(str(error)) from error
        except KeyboardInterrupt as error:
            raise _Failure("interrupted; whatever was reported done is kept") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data"),
    envvar="ONRECORD_DATA",
    show_default=True,
    show_envvar=True,
    help="Folder of the archive.",
)
@click.version_option(package_name="onrecord", prog_name="onrecord")
@click.pass_context
def main(context: click.Context, data: Path) -> None:
    """Check quotations against the official record.

    Exit codes: 0 all verbatim or marked, 1 something to look at, 2 wrong usage, 3 failure.
    """
    context.obj = data

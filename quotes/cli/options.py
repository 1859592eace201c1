"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

receipt_key_option = click.option(
    "--receipt-key",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="ONRECORD_RECEIPT_KEY",
    show_envvar=True,
    help="File of the key that receipts are signed with; receipt-key.pem in the data folder if left out.",
)

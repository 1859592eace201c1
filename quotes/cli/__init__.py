"""The command line: `onrecord`."""

from quotes.cli.main import main

__all__ = ["main"]

"""What each language says speech, speakers and days with: one module a language, loaded when an article is in it."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from quotes.extract.lexicon.entry import Lexicon

LANGUAGES = ("en", "es", "fr", "de")


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language of `LANGUAGES`, English for any other."""
    code = language if language in LANGUAGES else "en"
    found: Lexicon = import_module(f"quotes.extract.lexicon.{code}").LEXICON
    return found

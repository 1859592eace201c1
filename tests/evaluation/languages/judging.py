"""The languages that the gate judges besides English, and their archives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from quotes.verify import Engine
from tests.evaluation import archive, corpus
from tests.evaluation.languages.chinese import CHINESE
from tests.evaluation.languages.language import Language
from tests.evaluation.languages.spanish import SPANISH
from tests.evaluation.languages.suites import Judged

LANGUAGES: Final = {language.code: language for language in (CHINESE, SPANISH)}


@contextmanager
def judged(language: Language, shared: Path, cache: Path) -> Iterator[Judged]:
    """The engine on a language's sets, whose archive is kept in a folder of `cache` named for the language."""
    texts = corpus.load(shared / "corpus", sets=language.sets, prose=language.prose)
    with Engine.open(archive.cached(cache / language.code, shared / "corpus", texts)) as engine:
        yield Judged(language, engine, texts)

"""Spanish: the Mexican president's morning conferences and other events of 2024."""

from __future__ import annotations

import re
import unicodedata

from tests.evaluation import placement
from tests.evaluation.corpus import Prose
from tests.evaluation.languages import spanish_flips, spanish_folds, spanish_noise
from tests.evaluation.languages.language import Language


def words(text: str) -> list[str]:
    """Lower-case words and numbers without their accents: nothing cleverer."""
    return placement.words("".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)))


SPANISH = Language(
    code="es",
    unit="words",
    sets=("mexico_mananeras_2024",),
    prose=Prose(
        sentence_end=re.compile(
            r"(?<=[a-z0-9%áéíóúüñ][.!?])(?<!\bDr\.)(?<!\bLic\.)(?<!\bIng\.)(?<!\bSr\.)\s+(?=[A-ZÁÉÍÓÚÑ¿¡“])"
        ),
        not_prose=re.compile(r"[\[\]()*—–…]|--|\n|\s-|-\s"),
        word=re.compile(r"(?:[^\w\s]+ )?\S*\w\S*"),
        shortest=8,
        longest=40,
        stops=".!?",
    ),
    lengths=((3, 5), (6, 10), (11, 20), (21, 60)),
    words=words,
    noises=spanish_noise.KINDS,
    flips=spanish_flips.KINDS,
    folds=spanish_folds.KINDS,
)

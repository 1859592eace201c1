"""The columns of a table of quotations, by the names people give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_NAMES: Final = {
    "quote": "quote quotation quoted quoted_text quote_text text words statement "
    "zitat citation cita 引语 引文 引言 цитата",
    "speaker": "speaker said_by who name person attributed_to attribution source_name official speaker_name "
    "sprecher sprecherin redner orateur oratrice intervenant orador oradora portavoz hablante 发言人 讲话人 说话人",
    "date": "date day when said_on spoken_on date_said date_spoken quote_date datum tag fecha 日期",
    "url": "url link address page page_url article_url source_url web_address adresse lien enlace dirección 链接 网址",
    "id": "id key ref reference number no row_id quote_id identifier nr nummer n° nº numéro número 编号 序号",
    "institution": "institution office organisation organization agency",
    "published": "published published_on publication_date pubdate date_published article_date "
    "veröffentlicht erschienen publié publié_le date_de_publication publicado fecha_de_publicación 发布日期",
    "language": "language lang",
    "before": "before text_before context_before",
    "after": "after text_after context_after",
    "policy": "policy",
}
COLUMN_OF: Final = {name: column for column, names in _NAMES.items() for name in names.split()}
COLUMNS: Final = tuple(_NAMES)


def columns_of(header: Sequence[str]) -> list[str | None]:
    """What each cell of a header row names; None for what is not read. The first of several that name the same counts,
    unless a later one is named exactly so: a `text` beside a `quote` is something else."""
    plain = [re.sub(r"[\s_\-./]+", "_", cell.strip().strip("\ufeff\"'").casefold()).strip("_") for cell in header]
    found: list[str | None] = [None] * len(plain)
    for column in COLUMNS:
        places = [place for place, name in enumerate(plain) if COLUMN_OF.get(name) == column]
        exact = [place for place in places if plain[place] == column]
        if places:
            found[(exact or places)[0]] = column
    return found

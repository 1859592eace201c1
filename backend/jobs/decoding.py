"""The text of an uploaded table, whatever program saved it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from backend.problems import Problem

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_RUNS: Final = re.compile(rb"[\x80-\xff]+")
_LINES_WITH_MORE: Final = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")
# Bytes looked at to tell UTF-16 from text, and lines to tell one encoding from another.
_LOOKED_AT: Final = 4096
_LINES: Final = 400
# Western text has its accents and curly quotation marks one by one; writing in other scripts comes in runs.
_SINGLE: Final = 0.8
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_ODD: Final = re.compile(
    r"(?<=[a-zß-ÿ.,!?])[À-ÖØ-ÞŒŠŽŸ]|(?<=\w)[†‡ƒ‰ˆ¡¢¤¥¦¨©ª¬®¯²³¶¸¹»¼½¾÷×∞≠≤≥∂∑∏π∫Ω√≈∆◊](?=\w)|\ufffd|[\x80-\x9f]"
)
_GUESSED: Final = ["gb18030", "big5", "cp1251", "cp1252"]
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}


def decode_table(body: bytes, charset: str | None) -> str:
    """The text. A byte order mark counts first, then UTF-8 that is UTF-8, then the `charset` that was declared, then a
    guess. Raises Problem `bad_encoding`."""
    if body.startswith(_WORKBOOKS):
        raise Problem(
            "bad_table",
            "This is a workbook or another packed file, and no table in text. Save the sheet as CSV and send that.",
        )
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _decoded(body, encoding)
    if unmarked := _without_mark(body):
        return _decoded(body, unmarked)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    declared = (charset or "").strip().lower()
    if declared and declared.replace("_", "-") not in ("utf-8", "utf8"):
        return _decoded(body, _WIDER.get(declared, declared))
    return _decoded(body, _guess(body, broken))


def _without_mark(body: bytes) -> str | None:
    """UTF-16 without its mark shows by the zero bytes of its ASCII letters, all at odd or all at even places."""
    start = body[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 5 > len(start) and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"
    return None


def _guess(body: bytes, broken: UnicodeDecodeError) -> str:
    lines = [found[0] for _, found in zip(range(_LINES), _LINES_WITH_MORE.finditer(body), strict=False)]
    runs = [len(run) for line in lines for run in _RUNS.findall(line)]
    if sum(length == 1 for length in runs) >= _SINGLE * len(runs):
        return _western(lines)
    guess = from_bytes(b"\n".join(lines), cp_isolation=_GUESSED).best()
    if guess is None:
        raise Problem(
            "bad_encoding",
            f"The file is not UTF-8 (byte {broken.start:,} is not) and nothing else that is known. Save it as UTF-8 "
            "and send it again.",
        )
    return guess.encoding


def _western(lines: list[bytes]) -> str:
    """Windows or, from Excel on a Mac, Mac Roman: there “ and ” are what Windows has as Ò and Ó. A capital behind a
    small letter, or a symbol between two, shows that it was read as the wrong one."""
    text = b"\n".join(lines)
    return min(("cp1252", "mac_roman"), key=lambda name: len(_ODD.findall(text.decode(name, "replace"))))


def _decoded(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except LookupError:
        raise Problem("bad_encoding", f"There is no encoding {encoding!r}. Save the file as UTF-8.") from None
    except UnicodeDecodeError as error:
        raise Problem(
            "bad_encoding",
            f"The file reads as {encoding}, and byte {error.start:,} cannot be read so. Save it as UTF-8.",
        ) from None

"""From bytes to text, whatever the server says of them."""

from __future__ import annotations

import codecs
import re
from email.message import Message
from typing import Final

from bs4.dammit import EncodingDetector
from charset_normalizer import from_bytes

from quotes.html.pdf import is_pdf, pdf_to_html

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Bytes at the start of a page in which a declaration is looked for; HTML asks for it in the first 1,024.
_DECLARED_WITHIN: Final = 4096
# What pages of the sources' languages are encoded in, where they are not UTF-8. More to choose from is more to mistake:
# Windows' Central European passes for its Western one on a page of English.
_GUESSED: Final = ["gb18030", "big5", "cp1252", "cp1251"]
_TAG: Final = re.compile(rb"<[^>]*>")
_UNREADABLE: Final = "\ufffd"
# Share of the letters beyond ASCII that may be broken in a page that is UTF-8 all the same: one cut short, or pasted
# together of two. In a page of another encoding read as UTF-8 nearly all of them are.
_BROKEN: Final = 0.1


def decode(body: bytes, content_type: str | None = None) -> str:
    """The text of a page. Bytes that are UTF-8 are read as that, whatever is declared: no page of another encoding
    passes for it by chance, and sites do declare wrongly; a few broken ones become U+FFFD. Then counts what the server
    says (`content_type`, the header), then what the page says, then a guess. A PDF is told by its first
    bytes, whatever it is sent as, and comes as HTML (see `quotes.html.pdf`); raises UnreadableDocument for one that
    cannot be read."""
    if is_pdf(body):
        return pdf_to_html(body)
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, errors="replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    loosely = body.decode("utf-8", errors="replace")
    if loosely.count(_UNREADABLE) <= _BROKEN * sum(not letter.isascii() for letter in loosely):
        return loosely
    declared = [_charset(content_type), EncodingDetector.find_declared_encoding(body[:_DECLARED_WITHIN], is_html=True)]
    for name in filter(None, declared):
        try:
            return body.decode(_wider(name))
        except (LookupError, UnicodeDecodeError):
            continue
    guess = from_bytes(_TAG.sub(b" ", body), cp_isolation=_GUESSED).best()
    return body.decode(guess.encoding, errors="replace") if guess else loosely


def _charset(content_type: str | None) -> str | None:
    if not content_type:
        return None
    header = Message()
    header["Content-Type"] = content_type
    charset = header.get_content_charset()
    return charset if charset and charset not in {"utf-8", "utf8"} else None


def _wider(encoding: str) -> str:
    """GB2312 pages hold GB18030 characters, Latin-1 pages those of Windows: browsers read them so too."""
    return {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "windows-1252", "latin-1": "windows-1252"}.get(
        encoding.lower(), encoding
    )

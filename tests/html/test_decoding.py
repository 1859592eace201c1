"""Bytes become the text their writer meant, whatever is declared."""

from __future__ import annotations

import pytest

from quotes.html import decode

CHINESE = "沈若溪：航道已经开放。"
CURLY = "“The strait’s open” – she said"


def html(text: str, charset: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("text", "encoding", "declared", "header"),
    [
        # UTF-8 under every false name
        (CHINESE, "utf-8", "gbk", None),
        (CHINESE, "utf-8", "utf-8", "text/html; charset=GB2312"),
        (CURLY, "utf-8", "iso-8859-1", "text/html; charset=ISO-8859-1"),
        (CHINESE, "utf-8", "", "text/html"),
        # what the page says, where the server says nothing
        (CHINESE, "gb18030", "gb2312", None),
        (CHINESE, "gbk", "gbk", "text/html"),
        # a GB2312 page with characters that only its successors have
        ("朱镕基、喆、㐂", "gb18030", "gb2312", None),
        # the server first, then the page
        (CHINESE, "gb18030", "iso-8859-1", "text/html; charset=gb2312"),
        ("沈若溪：航道已經開放。", "big5", "big5", None),
        # Latin-1 in name, Windows' quotation marks in fact
        (CURLY, "windows-1252", "iso-8859-1", None),
        (CURLY, "windows-1252", "", "text/html; charset=ISO-8859-1"),
        # a charset nobody knows
        (CURLY, "windows-1252", "x-unheard-of", "text/html; charset=none"),
        ("no letters beyond ASCII", "ascii", "", None),
    ],
)
def test_what_a_page_says_is_read(text: str, encoding: str, declared: str, header: str | None) -> None:
    assert text in decode(html(text, declared).encode(encoding), header)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_counts_before_all_else_and_is_not_kept(encoding: str) -> None:
    page = html(CHINESE, "gbk")
    assert decode(page.encode(encoding), "text/html; charset=gbk") == page
    assert decode(b"\xfe\xff" + page.encode("utf-16-be"), None) == page


@pytest.mark.parametrize("where", [b"<p>", "。".encode(), b"</html>"])
def test_a_few_broken_bytes_break_nothing_else(where: bytes) -> None:
    """A page cut in the middle of a letter, or pasted together of two encodings."""
    body = html(CHINESE, "utf-8").encode()
    for broken in (body.replace(where, b"\xe6\xb2" + where, 1), body + b"\xe6"):
        text = decode(broken, "text/html; charset=utf-8")
        assert text.replace("\ufffd", "").startswith(body.decode())
        assert "\ufffd" in text


def test_nothing_is_read_as_nothing() -> None:
    assert decode(b"") == ""

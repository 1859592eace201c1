"""Ways to print the same Chinese words: other scripts, marks and numerals. None changes a word."""

from __future__ import annotations

import random
import re
from functools import cache

import opencc

from tests.evaluation.languages.language import Rewrite

_MARKS = (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’"), ('"', '"'), ("《", "》"), ("", ""))
_DIGITS = "零一二三四五六七八九"
# Alone: no part of a longer figure, a date or a compound ("2+2", "9·11").
_ALONE = r"(?<![\d.,:+·—-])"
_WHOLE = re.compile(_ALONE + r"([1-9]\d{0,3})(?=[个次名项位国家届周天岁艘架])")
_SCALED = re.compile(_ALONE + r"(\d+(?:\.\d+)?)([多余]?)([万亿])")
_THOUSANDS = re.compile(_ALONE + r"([1-9]\d{3})(?=[个名人吨米])")
_PERCENT = re.compile(_ALONE + r"(\d{1,2}(?:\.\d+)?)%")
_YEAR = re.compile(_ALONE + r"(?:19|20)\d\d(?=年)")
_DAY = re.compile(_ALONE + r"(\d{1,2})月(\d{1,2})日")
_WRITTEN = re.compile(r"(?<=[的有了，、近约])([二三四五六七八九十])(?=[个次名项位届])")


def numeral(number: int) -> str:
    """`number` (1 to 9999) in Chinese numerals, as read aloud."""
    written, pending = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            written += ("零" if pending else "") + _DIGITS[digit] + unit
        pending = bool(written) and not digit
    return written.removeprefix("一") if 10 <= number < 20 else written


def _decimal(figure: str) -> str:
    whole, _, part = figure.partition(".")
    said = numeral(int(whole)) or "零"
    return said + ("点" + "".join(_DIGITS[int(digit)] for digit in part) if part else "")


@cache
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)


def scripts(text: str, draw: random.Random) -> str | None:
    """Traditional characters as Taiwan or Hong Kong print them; not the words they would choose."""
    return str(_converter(draw.choice(("s2t", "s2tw", "s2hk"))).convert(text))


def marks(text: str, draw: random.Random) -> str | None:
    """Another habit of quotation marks, inside and around."""
    opening, closing = draw.choice(_MARKS)
    inner_opening, inner_closing = draw.choice(_MARKS)
    inner = re.sub(r"[“‘]", inner_opening, text)
    return f"{opening}{re.sub('[”’]', inner_closing, inner)}{closing}"


def punctuation(text: str, draw: random.Random) -> str | None:
    """Commas and stops of the other make, or gone."""
    comma, stop = draw.choice(((",", "."), ("，", ""), ("", ""), ("、", "！"), (", ", ". "), ("︑", "｡")))
    return re.sub(r"[，；]", comma, text[:-1]) + stop


def spacing(text: str, draw: random.Random) -> str | None:
    """White space where typesetting puts it: around figures and Latin letters, at a break of the line."""
    if draw.random() < 0.5 and re.search(r"[\dA-Za-z]", text):
        return re.sub(r"(?<=[\u4e00-\u9fff])(?=[\dA-Za-z])|(?<=[\dA-Za-z])(?=[\u4e00-\u9fff])", " ", text)
    at = draw.randint(2, len(text) - 2)
    if text[at - 1].isascii() and text[at].isascii():
        return None
    return text[:at] + draw.choice(("\n", "\u3000", " ", "\u200b")) + text[at:]


def full_width(text: str, draw: random.Random) -> str | None:
    """Figures and Latin letters in full width."""
    wide = re.sub(r"[0-9A-Za-z%.](?<![^\d]\.)", lambda found: chr(ord(found[0]) + 0xFEE0), text)
    return wide if wide != text else None


def number_format(text: str, draw: random.Random) -> str | None:
    makes = [
        lambda: _WHOLE.sub(lambda m: numeral(int(m[1])), text),
        lambda: _WRITTEN.sub(lambda m: str("一二三四五六七八九十".index(m[1]) + 1), text),
        lambda: _SCALED.sub(lambda m: _decimal(m[1]) + m[2] + m[3] if float(m[1]) < 10_000 else m[0], text),
        lambda: _THOUSANDS.sub(lambda m: f"{m[1][0]},{m[1][1:]}", text),
        lambda: _PERCENT.sub(lambda m: draw.choice((f"百分之{_decimal(m[1])}", f"{m[1]}％")), text),
        lambda: _YEAR.sub(
            lambda m: "".join(draw.choice(("〇", "零")) if d == "0" else _DIGITS[int(d)] for d in m[0]), text
        ),
        lambda: _DAY.sub(lambda m: f"{numeral(int(m[1]))}月{numeral(int(m[2]))}日", text),
    ]
    draw.shuffle(makes)
    return next((other for make in makes if (other := make()) != text), None)


def scale(text: str, draw: random.Random) -> str | None:
    """3.2亿 as 32000万, 5万 as 50000, 3000万 as 0.3亿."""
    found = list(re.finditer(_ALONE + r"(\d+(?:\.\d{1,3})?)([万亿])(?=[美元人剂吨公人名辆家])", text))
    if not found:
        return None
    at = draw.choice(found)
    whole = round(float(at[1]) * (10**4 if at[2] == "万" else 10**8))
    forms = [f"{whole:,}", str(whole)]
    if at[2] == "亿":
        forms.append(f"{whole // 10**4}万")
    return text[: at.start()] + draw.choice(forms) + text[at.end() :]


KINDS: dict[str, Rewrite] = {
    kind.__name__.replace("_", " "): kind
    for kind in (scripts, marks, punctuation, spacing, full_width, number_format, scale)
}

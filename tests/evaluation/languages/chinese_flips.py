"""One small change that turns what a Chinese sentence says."""

from __future__ import annotations

import random
import re

from tests.evaluation.languages.language import Rewrite

_NUMERALS = "一二三四五六七八九"
_COUNTED = "个国年次名天月万亿项位岁届周方"
_NUMERAL = re.compile(rf"(?<=[第近约有超达过到为，])([二三四五六七八九])(?=[{_COUNTED}])")
_DIGITS = re.compile(r"(?<![\d.,:])(\d{1,4})(?![\d:]|[.,]\d)")
_UNITS = {"亿": "万", "万": "亿", "%": "个百分点", "美元": "欧元", "公里": "米", "个月": "年", "吨": "公斤"}
_UNIT = re.compile(r"(?<=\d)(亿|万|%|个月|吨)|(?<=[\d万亿])(美元|公里)")
_NAMES = (
    "美国", "日本", "俄罗斯", "英国", "法国", "德国", "印度", "巴基斯坦", "伊朗", "以色列", "乌克兰", "韩国", "朝鲜",
    "菲律宾",
    "越南", "澳大利亚", "加拿大", "缅甸", "阿富汗", "叙利亚", "巴西", "南非", "埃及", "沙特", "土耳其", "立陶宛",
    "新加坡", "泰国",
)  # fmt: skip
_NAME = re.compile("|".join(_NAMES))
_MODALS = {
    "应该": ("可以", "可能"), "应当": ("可以", "可能"), "必须": ("可以", "可能"), "可能": ("必须", "一定会"),
    "能够": ("应当", "必须"),
    "可以": ("必须", "应当"), "将会": ("可能", "应当"), "必将": ("可能",), "将继续": ("可能继续", "应当继续"),
    "愿同": ("必须同", "可能同"),
    "将": ("可能", "可以"), "需要": ("可以", "能够"),
}  # fmt: skip
_MODAL = re.compile(rf"{'|'.join(key for key in _MODALS if key != '将')}|(?<=[方们])将(?=[在同与会继于])")
_QUANTIFIERS = {
    "所有": ("一些", "大部分"), "任何": ("某些", "所有"), "全部": ("部分",), "许多": ("少数", "所有"),
    "一些": ("所有", "许多"),
    "多数": ("少数", "所有"), "个别": ("许多",), "始终": ("有时",), "一贯": ("有时",), "多次": ("一次",),
    "充分": ("部分",),
    "完全": ("部分", "基本"), "广大": ("少数",), "大部分": ("小部分",), "绝大多数": ("少数",), "每年": ("今年",),
}  # fmt: skip
_QUANTIFIER = re.compile("|".join(_QUANTIFIERS))
_LIMITS = {
    "之前": ("之后",), "之后": ("之前",), "以上": ("以下",), "以下": ("以上",), "以内": ("以外",), "以来": ("以前",),
    "以前": ("以来",),
    "超过": ("不到", "接近"), "至少": ("最多", ""), "不超过": ("超过",), "不仅": ("",), "只有": ("只要",),
    "仅": ("",), "甚至": ("",),
    "如果": ("",), "即使": ("如果",), "除非": ("如果",), "虽然": ("如果",), "据我了解，": ("",), "据了解，": ("",),
    "我认为": ("",), "大概": ("",),
    "为了": ("除了",), "根据": ("不顾",), "通过": ("没有通过",), "同意": ("反对",), "支持": ("反对",),
    "反对": ("支持",),
}  # fmt: skip
_LIMIT = re.compile("|".join(_LIMITS))
_AFFIRMED = re.compile(
    r"(?<![不没未并无可])(?:接受|同意|允许|存在|会(?=[同与对在继影改放损接])|能够|应该|应(?=[当以该]?[通采停干])|符合|承认|参加|影响|"
    r"认同|知道|希望看到|愿意|针对)"
)
_DENIED = re.compile(
    r"(?:并不|绝不|决不|从不|不(?=[会能应是存符针接承允认愿干])|没有(?!人|哪)|从未|并未|尚未|未(?=[能曾经])|并非)"
)


def _exchanged(text: str, found: re.Match[str], with_: str) -> str:
    return text[: found.start()] + with_ + text[found.end() :]


def _pick(pattern: re.Pattern[str], text: str, draw: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return draw.choice(found) if found else None


def negation_inserted(text: str, draw: random.Random) -> str | None:
    found = _pick(_AFFIRMED, text, draw)
    negation = draw.choice(("不", "并不", "没有", "从不") if found and found[0] != "存在" else ("不",))
    return _exchanged(text, found, negation + found[0]) if found else None


def negation_removed(text: str, draw: random.Random) -> str | None:
    found = _pick(_DENIED, text, draw)
    return _exchanged(text, found, "是" if found[0] == "并非" else "") if found else None


def number_changed(text: str, draw: random.Random) -> str | None:
    if found := _pick(_DIGITS, text, draw):
        return _exchanged(text, found, str(int(found[0]) + draw.randint(1, 9)))
    found = _pick(_NUMERAL, text, draw)
    return _exchanged(text, found, draw.choice(_NUMERALS.replace(found[0], ""))) if found else None


def unit_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_UNIT, text, draw)
    return _exchanged(text, found, _UNITS[found[0]]) if found else None


def name_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_NAME, text, draw)
    return _exchanged(text, found, draw.choice([name for name in _NAMES if name != found[0]])) if found else None


def modal_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_MODAL, text, draw)
    return _exchanged(text, found, draw.choice(_MODALS[found[0]])) if found else None


def quantifier_changed(text: str, draw: random.Random) -> str | None:
    found = _pick(_QUANTIFIER, text, draw)
    return _exchanged(text, found, draw.choice(_QUANTIFIERS[found[0]])) if found else None


def limit_changed(text: str, draw: random.Random) -> str | None:
    """What limits or turns the claim: before and after, at least, only, if, I believe, for and against."""
    found = _pick(_LIMIT, text, draw)
    return _exchanged(text, found, draw.choice(_LIMITS[found[0]])) if found else None


KINDS: dict[str, Rewrite] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        negation_inserted,
        negation_removed,
        number_changed,
        unit_changed,
        name_changed,
        modal_changed,
        quantifier_changed,
        limit_changed,
    )
}

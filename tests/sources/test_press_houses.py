"""The house that asks is told by the table, or by a word houses are called by."""

from __future__ import annotations

import pytest

from quotes.sources.press_houses import house, houses_in, is_house, leading_house


@pytest.mark.parametrize(
    "label",
    [
        "AFP",
        "CCTV",
        "The Paper",
        "China News Service",
        "Shenzhen TV",
        "Hubei Media Group",
        "Prasar Bharati",
        "RIA Novosti",
        "The New York Times",
        "Bloomberg (online)",
        "AFP/Reuters",
        "Kyodo News",
        "Agence Kalder",
        "Tidewater Post reporter",
    ],
)
def test_houses(label: str) -> None:
    assert is_house(label)


@pytest.mark.parametrize(
    "label", ["Shen Ruoxi", "One China", "Our position", "APEC", "Time", "Presser", "Reuters’s report", "Q", ""]
)
def test_others(label: str) -> None:
    assert not is_house(label)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CCTV What is your comment?", "CCTV"),
        ("Phoenix TV Is it open?", "Phoenix TV"),
        ("Kyodo News Is it open?", "Kyodo News"),
        ("China News Service The strait is open.", "China News Service"),
        ("The Paper “Open”, they say.", "The Paper"),
        ("Global Times reported that it is open.", None),
        ("China Daily life goes on.", None),
        ("We have noted the News of it.", None),
        ("CCTV", None),
    ],
)
def test_a_house_may_stand_before_a_sentence_without_a_colon(text: str, found: str | None) -> None:
    assert leading_house(text) == found


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("彭博社记者（线上提问）", "彭博社"),
        ("《环球时报》记者", "环球时报"),
        ("彭博社、法新社记者", "彭博社、法新社"),
        ("《北京日报》记者提问", "北京日报"),
        ("记者补充", None),
        ("会后有记者问及", None),
        ("多家媒体记者", None),
        ("AFP reporter", "AFP"),
        ("AFP (by video link)", "AFP"),
        ("AFP/Reuters", "AFP, Reuters"),
        ("A journalist", None),
        ("The Paper", "The Paper"),
        ("", None),
    ],
)
def test_the_house_in_a_label(label: str, name: str | None) -> None:
    assert house(label) == name


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Bloomberg, AFP, and PTI", ("Bloomberg", "AFP", "PTI")),
        ("Reuters and Kyodo News.", ("Reuters", "Kyodo News")),
        ("路透社、法新社和《环球时报》记者", ("路透社", "法新社", "环球时报")),
        ("AFP", ("AFP",)),
    ],
)
def test_houses_in_running_text(listed: str, names: tuple[str, ...]) -> None:
    assert houses_in(listed) == names

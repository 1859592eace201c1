"""News houses as records name those who ask: `AFP`, `China News Service`, `The Paper`, `《环球时报》`.

No list of houses is ever complete. The table holds those that no word gives away; the others have one of the words that
houses are called by. Whether a label is a house's name is asked only of words that stand before a colon.
"""

from __future__ import annotations

import re
from typing import Final

from quotes.sources.names import is_han

_NAMES: Final = """
    ABC/AFP/Al Arabiya/Al Jazeera/Anadolu/ANI/ANSA/Antara/AP/APP/ARD/Asahi/Asharq/Axios/BBC/BelTA/Bernama/Bloomberg
    Caixin/CBS/CCTV/CGTN/CMG/CNA/CNBC/CNN/CNR/CRI/CTI/CTK/Der Spiegel/Die Zeit/DPA/ECNS/EFE/El Pais/Folha/Interfax/IRNA
    ITAR-TASS/ITN/ITV/Jiji/JTBC/KBS/KCNA/Kyodo/Le Figaro/Le Monde/Liberation/Mainichi/MASTV/MBC/MENA/Ming Pao/MTI/NBC
    NDTV/Newsweek/NHK/Nikkei/NPR/O Globo/PAP/PBS/Phoenix/Phoenix TV/Politico/Prasar Bharati/Prensa Latina/PTI/RAI
    Reuters/RIA Novosti/RT/RTHK/Russia Today/Sankei/SBS/Semafor/Sing Tao/Sky/SPA/Sputnik/Tanjug/Tasnim/TASS/TBS/Telesur
    The Hindu/The Paper/TIME/TRT/TVB/TVBS/Ukrinform/UPI/VNA/VOA/VOV/VTV/WAM/WION/Xinhua/Yicai/Yomiuri/Yonhap/YTN/ZDF
"""
_WORDS: Final = (
    "News|Newspaper|Agency|Agence|TV|Television|Radio|Daily|Weekly|Monthly|Times|Post|Press|Media|Journal|Globe|Herald"
    "|Guardian|Telegraph|Tribune|Observer|Independent|Economist|Gazette|Chronicle|Mail|Review|Magazine|Broadcasting"
    "|Broadcaster|Network|Channel|Service|Online|Satellite|Shimbun|Zaobao|Today|Newsroom|Reporter|Correspondent"
)
_KNOWN: Final = "|".join(sorted(re.split(r"\s*[/\n]\s*", _NAMES.strip()), key=len, reverse=True))
_NAME: Final = re.compile(rf"(?:{_KNOWN})(?![\w’'])")
_WORD: Final = re.compile(rf"\b(?:{_WORDS})\b(?![’'])")
_LEADING: Final = re.compile(
    rf"(?:(?:{_KNOWN})|(?:[A-Z][\w’'.-]*\s+){{0,4}}?(?:{_WORDS}))(?:\s+(?:{_WORDS}))*(?=\s+[“\"‘]?[A-Z])"
)
_TITLE_MARKS: Final = str.maketrans("", "", "《》")
_ASIDE: Final = re.compile(r"\s*[(（][^()（）]*[)）]")
_WHO: Final = re.compile(r"\s+(?:reporter|correspondent|journalist)s?$|(?:记者)?(?:追问|提问|补充|问)?$", re.IGNORECASE)
_SOMEBODY: Final = re.compile(r"有记者|多家媒体|^(?:a |the )?(?:reporter|correspondent|journalist)s?$", re.IGNORECASE)
_LIST: Final = re.compile(r"\s*[,，、;；/&]\s*(?:and\s+)?|\s+and\s+|和")


def is_house(label: str) -> bool:
    """Whether a label that stands before somebody's words is the name of a news house, or has a word houses are called
    by."""
    plain = _ASIDE.sub("", label).strip()
    return _NAME.match(plain) is not None or _WORD.search(plain) is not None


def leading_house(text: str) -> str | None:
    """The house that `text` begins with, where a sentence begins right after it: `CCTV What is …`."""
    found = _LEADING.match(text)
    return found[0] if found else None


def house(label: str) -> str | None:
    """The name of the house in a label, without what the label says of who asks or how: `彭博社记者（线上提问）` is
    彭博社. Houses that ask together stay together (`AFP, Reuters`). None where the label names none."""
    plain = _ASIDE.sub("", label).strip()
    if _SOMEBODY.search(plain):
        return None
    names = [name for part in re.split("[、/]", plain) if (name := _plain(part))]
    return ("、" if is_han(plain) else ", ").join(names) or None


def houses_in(listed: str) -> tuple[str, ...]:
    """The houses of a list in running text: `Bloomberg, AFP, and PTI`."""
    return tuple([name for part in _LIST.split(listed.strip(" .。")) if (name := _plain(part))])


def _plain(name: str) -> str:
    return _WHO.sub("", name.strip()).translate(_TITLE_MARKS).strip(" ,，")

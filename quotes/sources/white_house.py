"""How the White House lays its transcripts out, whichever administration and whichever site publishes them.

Above the text stand a letterhead (until 2009), the place and the time; then turns, labelled in capitals; then `END` and
the time. Answers looked up after a briefing and corrections stand as footnotes above the text, or after its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from quotes.errors import NotATranscript, TemplateChanged
from quotes.html import Paragraph
from quotes.model import Role, Speaker
from quotes.sources.addresses import title_in
from quotes.sources.dates import find_day
from quotes.sources.source import Reading
from quotes.sources.turns import Opening, assemble
from quotes.sources.typed_labels import is_voice, labels_of, mostly_capitals

_TIME: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s*[AaPp]\.?\s?[Mm]\b\.?(?:[,\s]*\(?[A-Za-z][A-Za-z. ]{0,20}\)?)?")
_TIME_WITHIN: Final = re.compile(
    r"(?P<before>.{0,120}?)(?P<time>\d{1,2}[:.]\d\d\s*[AP]\.?M\.?\s*[A-Z]{2,4})\b(?P<after>.*)"
)
_END: Final = re.compile(rf"\W*(?:END|FIN)\W*(?:{_TIME.pattern})?\W*|[*#_=~–—\s-]{{3,}}|-30-")
_TIED_END: Final = re.compile(r"(?P<said>.*\S)\s+(?P<end>END\s*\d{1,2}[:.]\d\d\s*[AP]\.?M.*)")
_WORD: Final = re.compile(r"[^\W_]")
# Lines above the text that name neither place nor time.
_LETTERHEAD: Final = re.compile(
    r"the white house(?:$| office)|office of |for immediate release|internal transcript|embargoed|as prepared for"
    r"|(?:press |background |conference )?(?:briefing|gaggle|call|conference)\b(?! (?:room|center))|remarks|statement"
    r"|by |on |and |\(",
    re.IGNORECASE,
)
_FOOTNOTE: Final = re.compile(r"\(?\*|(?:please )?see below|note:|click |to view |resources that", re.IGNORECASE)
# A line above the text is short and no sentence; "Washington, D.C." ends in a full stop all the same.
_LONGEST_HEADING: Final = 160
_SENTENCE: Final = re.compile(r".*(?<!\bD\.C)(?<!\bU\.S)(?<!\bJr)[.?!:…”\"]$")
# Pages without labels: by their title what holds nobody's words, and what holds somebody's.
_NOBODYS: Final = re.compile(
    r"readout|(?:media )?advisory|fact ?sheet|photos?\b|video|executive order|proclamation"
    r"|presidential (?:memorand|determ|nomin)|nominations?|.*\bannounces?\b|.*\bschedule\b|.*guidance|week ahead"
    r"|pool report|background on",
    re.IGNORECASE,
)
_SOMEBODYS: Final = re.compile(
    r"\b(?:statement|remarks?|address|message|letter|speech|eulogy|toasts?|testimony|call|gaggle|briefing|conference"
    r"|interview)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"""\b(?:by|from|of)\ (?:the\ )?
    (?P<office>(?:[A-Z][\w.]*\ (?:(?:for|of|to|the|and)\ )*)*?
        (?:President|Secretary|Spokes\w+|Advis[eo]r|Director|Chair|Lady|Ambassador))
    (?:\ (?P<name>(?:[A-Z][\w.’'-]*\ ?){1,4}?))?
    (?=$|[,:–—-]|\ (?i:on|at|in|to|for|about|after|before|during|following|regarding|as|aboard)\b)""",
    re.VERBOSE,
)
_TWO_PEOPLE: Final = re.compile(r"\band (?:the )?[A-Z]|^joint", re.IGNORECASE)
_DASHED_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(\d\d(?:\d\d)?)(?!\d)")
# Pages go up on the day, the next morning or, from a Friday, on Monday.
_LATEST: Final = timedelta(days=3)
# A text is released on the day or, after a late flight, on the next.
_NEXT_DAY: Final = timedelta(days=1)
# Further apart, and on the same day of the year, one of the years is mistyped: the one that is typed by hand.
_A_YEAR: Final = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Page:
    """What a site's template gives: title and date as printed, either may be empty; the paragraphs of the text."""

    title: str
    published: str
    lines: Sequence[Paragraph]
    url: str


def read(page: Page, *, president: str) -> Reading:
    """The transcript or statement on `page`; `president` is who the title means by "the President". Raises
    NotATranscript for a page that holds nobody's words, TemplateChanged for one that names no day."""
    title = page.title or title_in(page.url)
    opening = labels_of(page.lines)
    parts = _parts(list(_untied(page.lines, opening)), opening)
    if not parts.text:
        raise NotATranscript("holds no text, only pictures or nothing", url=page.url)
    spoken = any(is_voice(found.speaker.label) for line in parts.text if (found := opening(line)))
    if not spoken and (_NOBODYS.match(title) or not _SOMEBODYS.search(title)):
        raise NotATranscript(f"labels no speaker, and “{title}” is nobody's words", url=page.url)
    day, warnings = _day(title, parts.heading, page)
    if not page.title:
        warnings.insert(0, "the page has no title; it is taken from the address")
    return Reading(
        title=title,
        date=day,
        turns=assemble(parts.text, opening) if spoken else assemble(parts.text, _unlabelled, before=_IN_NAME),
        time=next((line for line in parts.heading if _TIME.fullmatch(line)), None),
        place=_place(parts.heading),
        published=page.published or None,
        authors="" if spoken else _author(title, president),
        heading=parts.heading,
        notes=parts.notes,
        warnings=tuple(warnings),
    )


_IN_NAME: Final = Opening(Speaker(None), Role.OFFICIAL, "")


def _unlabelled(paragraph: Paragraph) -> None:
    return None


@dataclass(frozen=True, slots=True)
class _Parts:
    heading: tuple[str, ...]
    text: list[Paragraph]
    notes: tuple[str, ...]


def _untied(lines: Sequence[Paragraph], opening: Callable[[Paragraph], Opening | None]) -> Iterator[Paragraph]:
    """The lines, time and end apart from what stands on one line with them where a break was lost: the time above the
    first turn, the end anywhere."""
    above = True
    for line in lines:
        above = above and opening(line) is None
        if _is_end(line.text):
            yield line
        elif tied := _TIED_END.fullmatch(line.text):
            yield from (Paragraph(tied["said"]), Paragraph(tied["end"]))
        elif above and (found := _TIME_WITHIN.fullmatch(line.text)) and _tells_time(line, found, opening):
            pieces = [Paragraph(found[part].strip(), centred=part != "after") for part in ("before", "time", "after")]
            yield from (piece for piece in pieces if piece.text)
        else:
            yield line


def _tells_time(line: Paragraph, found: re.Match[str], opening: Callable[[Paragraph], Opening | None]) -> bool:
    """Not so a sentence that mentions a time ("met at 1:15 P.M. EDT"), nor a footnote."""
    words, rest = found["before"].split(), found["after"].strip()
    if _FOOTNOTE.match(line.text) or (words and words[-1][0].islower() and words[-1][-1].isalnum()):
        return False
    return not rest or opening(Paragraph(rest)) is not None


def _parts(lines: Sequence[Paragraph], opening: Callable[[Paragraph], Opening | None]) -> _Parts:
    """The lines above the text, the text, and what nobody spoke, wherever it stands."""
    labelled = [place for place, line in enumerate(lines) if opening(line)]
    first, last = (labelled[0], labelled[-1]) if labelled else (len(lines), 0)
    start = _start(lines, first)
    ends = [place for place in range(max(last + 1, start), len(lines)) if _is_end(lines[place].text)]
    end = ends[0] if ends else len(lines)
    heading, notes = _above(lines[:start])
    text = [line for line in lines[start:end] if not _is_end(line.text)]
    notes += [line.text for line in lines[start:end] if _is_end(line.text)]
    return _Parts(tuple(heading), text, tuple(notes + [line.text for line in lines[end:]]))


def _start(lines: Sequence[Paragraph], first: int) -> int:
    """Where the text begins: after the time, else after the lines that look like a heading; `first` is the first
    labelled one."""
    timed = next((place for place, line in enumerate(lines[:first]) if _TIME.fullmatch(line.text)), None)
    start = 0 if timed is None else timed + 1
    while start < first and (
        lines[start].centred or _FOOTNOTE.match(lines[start].text) or (timed is None and _is_above(lines[start]))
    ):
        start += 1
    return start


def _is_above(line: Paragraph) -> bool:
    if line.all_bold or _LETTERHEAD.match(line.text) or _is_end(line.text):
        return True
    return len(line.text) <= _LONGEST_HEADING and not _SENTENCE.match(line.text)


def _above(lines: Sequence[Paragraph]) -> tuple[list[str], list[str]]:
    """Heading and footnotes: these go on until the time."""
    heading: list[str] = []
    notes: list[str] = []
    for line in lines:
        if not _WORD.search(line.text):
            continue
        if _TIME.fullmatch(line.text) or not (notes or _is_footnote(line.text)):
            heading.append(line.text)
        else:
            notes.append(line.text)
    return heading, notes


def _is_footnote(text: str) -> bool:
    return _FOOTNOTE.match(text) is not None or (len(text) > _LONGEST_HEADING and _SENTENCE.match(text) is not None)


def _is_end(text: str) -> bool:
    return _END.fullmatch(text) is not None or _TIME.fullmatch(text) is not None


def _place(heading: Sequence[str]) -> str | None:
    lines = [
        line.strip(" ,;")
        for line in heading
        if not (_LETTERHEAD.match(line) or _is_end(line) or find_day(line) or mostly_capitals(line))
    ]
    return ", ".join(lines) or None


def _author(title: str, president: str) -> str:
    """Whom a title says a text is by, as `Name, Office`; empty where it names nobody, or more than one."""
    found = _BY.search(title)
    if found is None or _TWO_PEOPLE.search(title[: found.start()] + title[found.end() :]):
        return ""
    office, name = found["office"], (found["name"] or "").strip()
    if office != "President":
        return f"{name}, {office}" if " " in name else ""
    return f"{president}, President" if not name or name.split()[-1:] == president.split()[-1:] else ""


def _day(title: str, heading: Sequence[str], page: Page) -> tuple[date, list[str]]:
    """The title's day, else that of the lines above the text, the page's own, the address's."""
    named = find_day(_DASHED_DAY.sub(r"\1/\2/\3", title))
    above = next((day for line in heading if (day := find_day(line))), None)
    printed, address = find_day(page.published), find_day(page.url)
    # Of a page's two days the earlier: one may be of another time zone, or of a later edit.
    paged = min(printed, address) if printed and address and abs(printed - address) <= _LATEST else printed or address
    day = named or above or paged
    if day is None:
        raise TemplateChanged(
            "names no day: not in its title, above its text, as its date or in its address", url=page.url
        )
    where = "title" if named else "text"
    if paged and abs(paged - day) > _A_YEAR and (day.month, day.day) == (paged.month, paged.day):
        return paged, [f"the {where} says {day}, the page {paged}; the year in the {where} is taken for a slip"]
    if not (named or above or printed):
        return day, ["the page names no day; it is taken from the address"]
    if paged and not day <= paged <= day + _LATEST:
        return day, [f"the {where} says {day}, the page {paged}; the {where}'s day is taken"]
    if named and above and abs(named - above) > _NEXT_DAY:
        return day, [f"the title says {named}, the text {above}; the title's day is taken"]
    return day, []

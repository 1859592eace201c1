"""Who speaks where in a foreign ministry's conference in English, which labels neither side in capitals.

Labels are names in running type before a colon ("CCTV: …", "Lin Jian: …"), and so is many a phrase of an answer. Three
things tell them apart: whose name the title gives, what is set in bold, and that a question is what an answer follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from quotes.html import Paragraph
from quotes.model import Role, Speaker
from quotes.sources.office_holders import office_holders
from quotes.sources.press_houses import house, houses_in, is_house, leading_house
from quotes.sources.turns import Opening

# A colon ends a label unless it stands in an address or in a time of day.
_LABEL: Final = re.compile(r"(?P<label>[^:：]{1,100}?)\s*[:：](?!//)(?!(?<=\d.)\d)\s*")
_OFFICE: Final = re.compile(
    r"(?:the )?(?:Chinese )?(?P<office>(?:(?:Assistant |Vice |Deputy )?Foreign Minist(?:er|ry)|MFA"
    r"|Ministry of Foreign Affairs)(?: Spokes(?:person|man|woman))?|Spokes(?:person|man|woman)|Director[- ]General"
    r"|Ambassador)\b\s*",
    re.IGNORECASE,
)
_ANSWER: Final = frozenset(("a", "answer", "the spokesperson", "spokesperson", "the spokesman"))
_QUESTION: Final = re.compile(
    r"(?:\d+\.\s*)?(?:Q|Question|Reporter|Journalist|Correspondent)s?(?:\s*\d{1,2})?", re.IGNORECASE
)
_FOLLOWING_UP: Final = re.compile(
    r"(?:A |An? additional )?Follow(?:ing)?[- ]?up(?: question)?(?: (?:from|by) (?P<house>[^,]+))?"
    r"|(?P<asker>.+?)[ ,(]+follow[- ]?up(?: question)?\)?",
    re.IGNORECASE,
)
_LEADING: Final = frozenset(("moderator", "host", "interpreter"))
_NAME: Final = re.compile(r"[A-Z][a-zü]+(?:['’]\w+)? [A-Z][a-zü]+(?:['’]\w+)?")
# What a label is never made of, and what opens a list in an answer.
_SENTENCE: Final = re.compile(r"[?!;“”\"…]|(?<![A-Z])\.(?!\w|$)|\b(?:is|are|was|were|has|have|will|that|which)\b")
_ORDINAL: Final = re.compile(
    r"(?:the )?(?:first|second|third|fourth|fifth|last|next|finally|firstly|secondly|thirdly|lastly|one|two|three)\b"
    r"|note\b",
    re.IGNORECASE,
)
_SMALL: Final = frozenset("a an and de del di du el for from in la le of on the to van von via with".split())
_MOST_WORDS: Final = 9
# Letters by which a spokesperson's name may be mistyped and still be nobody else's.
_MISTYPED: Final = 2
_DIVIDER: Final = re.compile(r"[*＊_—\s-]{5,}$")
_AFTERWARDS: Final = re.compile(r"\bafter (?:the|today['’]s) (?:regular )?press conference\b", re.IGNORECASE)
_ASKED_AFTERWARDS: Final = re.compile(
    r"(?P<label>[^:：?]{0,60}\bafter (?:the|today['’]s) (?:regular )?press conference\b[^:：?]{0,100}"
    r"\b(?:ask|rais|question)[^:：?]{0,60})[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"\b(?:from|of|by) ((?:the )?[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*)")
_LONGEST_ASIDE: Final = 200


def is_aside(paragraph: Paragraph) -> bool:
    """Whether nobody speaks in a paragraph: it says that what follows was asked after the conference."""
    text = paragraph.text
    return (
        len(text) <= _LONGEST_ASIDE
        and "?" not in text
        and _AFTERWARDS.search(text) is not None
        and text.rstrip(")*").endswith((":", ".", "conference"))
        and text.lstrip("(*").startswith(("The following", "After", "Following", "Question", "This question"))
    )


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one page. `host` is the spokesperson its title names, `office` and `institution` are theirs; a page
    without `office` is the institution's own statement."""

    host: str | None
    office: str | None
    institution: str

    def unlabelled(self) -> Opening:
        """Who speaks before the first label."""
        return self._host(None, "")

    def openings(self, text: Sequence[Paragraph]) -> list[Opening | None]:
        """The label of each paragraph, None for those that go on with what was said before."""
        answers = [self._answer(paragraph) for paragraph in text]
        without_colons = not any(answers)
        if without_colons:
            answers = [self._answer_without_colon(paragraph) for paragraph in text]
        page = _Page(text, answers, without_colons, _bold_tells(text, answers))
        found: list[Opening | None] = []
        speaking: Role | None = None
        for place, paragraph in enumerate(text):
            opening = (
                answers[place]
                or _divider(paragraph)
                or self._official(paragraph, speaking)
                or page.question(place)
                or (self._told_by_type(text, place, speaking) if page.bold_tells else None)
            )
            speaking = opening.role if opening else speaking
            found.append(opening)
        return found

    def doubts(self, openings: Sequence[Opening | None]) -> list[str]:
        """What the labels leave in doubt, as a sentence for the archive's keeper."""
        labelled = [opening for opening in openings if opening]
        unasked = sum(
            one.role is other.role is Role.SPOKESPERSON and one.speaker == other.speaker and bool(other.speaker.label)
            for one, other in pairwise(labelled)
        )
        return [f"{unasked} answers follow another without a question between: a label was not recognised"] * bool(
            unasked
        )

    def _host(self, label: str | None, rest: str) -> Opening:
        role = Role.SPOKESPERSON if self.office else Role.OFFICIAL
        return Opening(Speaker(label, self.host, self.office, self.institution), role, rest)

    def _answer(self, paragraph: Paragraph) -> Opening | None:
        """The spokesperson the title names, however the label is written, or "A"."""
        found = _LABEL.match(paragraph.text)
        if found is None or not self._means_host(found["label"]):
            return None
        return self._host(found["label"], paragraph.text[found.end() :])

    def _means_host(self, label: str) -> bool:
        plain = re.sub(r"\s*\([^()]*\)", "", label).strip()
        if plain.casefold() in _ANSWER:
            return True
        if self.host is None or is_house(plain) or len(plain) > 2 * len(self.host) + 40:
            return False
        name = _OFFICE.sub("", plain)
        return OSA.distance(_letters(name), _letters(self.host), score_cutoff=_MISTYPED) <= _mistakes(self.host)

    def _answer_without_colon(self, paragraph: Paragraph) -> Opening | None:
        """Some mirrors lose the colon after every label: "Lin Jian China has noted …"."""
        if self.host is None:
            return None
        found = re.match(rf"(?P<label>{re.escape(self.host)})\s+(?=[“\"‘(]?[A-Z])", paragraph.text)
        return self._host(found["label"], paragraph.text[found.end() :]) if found else None

    def _official(self, paragraph: Paragraph, speaking: Role | None) -> Opening | None:
        """Somebody else of the ministry: by office, by a name the table knows, or by any name at the very beginning;
        where the title names nobody, whoever answers."""
        found = _LABEL.match(paragraph.text)
        if found is None:
            return None
        label, rest = found["label"], paragraph.text[found.end() :]
        if label.casefold() in _LEADING:
            return Opening(Speaker(label), Role.MODERATOR, rest)
        office = _OFFICE.match(label)
        name = label[office.end() :] if office else label
        if not _NAME.fullmatch(name) or is_house(name):
            return None
        if not office and office_holders().person(name):
            return Opening(Speaker(label), Role.OFFICIAL, rest)
        plain = not paragraph.opening and "?" not in rest
        if office or (speaking is None and plain):
            speaker = Speaker(label, name, office["office"] if office else None, self.institution)
            return Opening(speaker, Role.OFFICIAL, rest)
        if self.host is None and speaking is Role.JOURNALIST and not paragraph.opening:
            return Opening(Speaker(label, name, self.office, self.institution), Role.SPOKESPERSON, rest)
        return None

    def _told_by_type(self, text: Sequence[Paragraph], place: int, speaking: Role | None) -> Opening | None:
        """Where questions are in bold and answers are not, type alone tells a question or an answer without label."""
        paragraph = text[place]
        if paragraph.all_bold and "?" in paragraph.text and speaking is Role.SPOKESPERSON and self.host:
            return Opening(Speaker(None), Role.JOURNALIST, paragraph.text)
        if place and text[place - 1].all_bold and not paragraph.bold and speaking is Role.JOURNALIST:
            return None if paragraph.text.startswith("(") else self._host(None, paragraph.text)
        return None


def _divider(paragraph: Paragraph) -> Opening | None:
    if asked := _ASKED_AFTERWARDS.match(paragraph.text):
        named = _FROM.search(asked["label"])
        speaker = Speaker(asked["label"], institution=named[1] if named else None)
        return Opening(speaker, Role.JOURNALIST, paragraph.text[asked.end() :])
    if _DIVIDER.match(paragraph.text) or is_aside(paragraph):
        return Opening(Speaker(None), Role.UNKNOWN, "")
    return None


@dataclass(frozen=True, slots=True)
class _Page:
    """What tells a reporter's label from a phrase. `answers` holds each paragraph's label where the spokesperson's is;
    `without_colons`: the page lost them; `bold_tells`: questions are in bold and answers are not."""

    text: Sequence[Paragraph]
    answers: Sequence[Opening | None]
    without_colons: bool
    bold_tells: bool

    def question(self, place: int) -> Opening | None:
        """A reporter's label: Q, or a name that is in bold, or that an answer follows where type tells nothing."""
        paragraph = self.text[place]
        for label, rest, colon in self._candidates(paragraph):
            if _QUESTION.fullmatch(label):
                return Opening(Speaker(label), Role.JOURNALIST, rest)
            if again := _FOLLOWING_UP.fullmatch(label):
                name = again["house"] or again["asker"]
                return Opening(Speaker(label, institution=house(name) if name else None), Role.JOURNALIST, rest)
            if _is_name(label) and (
                (self.bold_tells and colon and len(paragraph.opening) >= len(label))
                or (self._answered_next(place) and (not self.bold_tells or "?" in rest))
                or (is_house(label) and self._asks(place))
            ):
                return Opening(Speaker(label, institution=_houses(label)), Role.JOURNALIST, rest)
        return None

    def _candidates(self, paragraph: Paragraph) -> list[tuple[str, str, bool]]:
        """What may be the label, the words after it, and whether a colon parts them: up to the colon, the bold opening,
        a house's name."""
        text, bold = paragraph.text, paragraph.opening
        found = []
        if label := _LABEL.match(text):
            found.append((label["label"], text[label.end() :], True))
        if bold and not paragraph.all_bold:
            found.append((bold.rstrip(" :："), text[len(bold) :].lstrip(" :："), False))
        if self.without_colons and (name := leading_house(text)):
            found.append((name, text[len(name) :].lstrip(), False))
        return found

    def _answered_next(self, place: int) -> bool:
        return place + 1 < len(self.answers) and self.answers[place + 1] is not None

    def _asks(self, place: int) -> bool:
        """Whether the words from here to the next label ask something."""
        for later in range(place, len(self.text)):
            label = _LABEL.match(self.text[later].text)
            if self.answers[later] or (later > place and label and _is_name(label["label"])):
                return False
            if "?" in self.text[later].text:
                return True
        return False


def _bold_tells(text: Sequence[Paragraph], answers: Sequence[Opening | None]) -> bool:
    """Whether labels are in bold that are not the spokesperson's, and no answer is in bold as a whole."""
    in_bold = [
        label is not None and len(paragraph.opening) >= len(label["label"])
        for paragraph in text
        if (label := _LABEL.match(paragraph.text)) is None or _is_name(label["label"])
    ]
    return any(in_bold) and not any(
        paragraph.all_bold for paragraph, answer in zip(text, answers, strict=True) if answer
    )


def _is_name(label: str) -> bool:
    words = label.split()
    if not 1 <= len(words) <= _MOST_WORDS or _SENTENCE.search(label) or _ORDINAL.match(label):
        return False
    plain = [word for word in re.sub(r"\([^()]*\)", "", label).split() if word.casefold() not in _SMALL]
    return bool(plain) and all(not word[0].islower() or word == "reporter" for word in plain)


def _houses(label: str) -> str | None:
    """Who asks: the house, and with it those in brackets that asked alike."""
    alike = re.search(r"\((?:similar questions? )?(?:also )?(?:from|by) ([^()]+)\)", label, re.IGNORECASE)
    return ", ".join(filter(None, [house(label), *(houses_in(alike[1]) if alike else ())])) or None


def _letters(name: str) -> str:
    return re.sub(r"[^a-zü]", "", name.casefold())


def _mistakes(name: str) -> int:
    """A short name is one letter from too many others."""
    return _MISTYPED if len(_letters(name)) > 8 else 1

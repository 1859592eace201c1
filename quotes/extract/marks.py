"""Quotation marks: which open, which close, and what stands between them.

Pages print every mark there is, and print them wrongly: a closing mark opens, straight and curly ones are mixed in one
quotation, one of the two is missing. So a mark is told by where it stands as much as by its shape.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from quotes.extract.layout import Block
from quotes.model import Span

_MARK: Final = re.compile(r"``|''|´´|[“”„‟〝〞\"＂«»‹›「」『』｢｣‘’‚‛'＇`]")
_OPENERS: Final = frozenset("“ „ ‟ 〝 « 「 『 ｢ `` ‘ ‚ ‛ ‹ `".split())
_CLOSERS: Final = frozenset("” 〞 » 」 』 ｣ '' ´´ ’ ›".split())
_SINGLES: Final = frozenset("‘ ’ ‚ ‛ ' ＇ `".split())
# Marks of one kind close each other before they close any other.
_KINDS: Final = (
    frozenset("“ ” „ ‟ 〝 〞 \" ＂ `` '' ´´".split()),
    frozenset("« »".split()),
    frozenset("‹ ›".split()),
    frozenset("「 」 ｢ ｣".split()),
    frozenset("『 』".split()),
)
_BEFORE_OPENING: Final = frozenset("([{（［【—–-‒―/:：,，、;；。！？…|>*_#•·=")
_AFTER_CLOSING: Final = frozenset(")]}）］】.,;:!?…。，、；：！？—–-‒―/|<*_")
# Words that begin with an apostrophe.
_CLIPPED: Final = re.compile(r"['‘’](?:tis|twas|em|til|cause|bout|round|n|s|\d0s|\d\d)\b", re.IGNORECASE)
# Marks looked at ahead of one: a paragraph of an article has some ten.
_AHEAD: Final = 100
_UNSPACED: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff]")
_SENTENCE: Final = re.compile(r"[.!?…。！？]\s+")


@dataclass(slots=True)
class Marked:
    """What stands between two marks. `spans` are its words without the marks, one a paragraph; `outer` reaches from the
    opening mark to the end of the closing one. All are code points of the text, half-open. `inner` are those nested
    in it. `mended` tells that one of the two marks is missing in the text. `gaps`: where the speaker is named within
    the marks, as French and Spanish do it (« Oui, a-t-il dit, oui »). `signed`: where its speaker is named below words
    that are set apart."""

    spans: list[Span]
    outer: Span
    single: bool = False
    mended: bool = False
    inner: list[Marked] = field(default_factory=list)
    gaps: list[Span] = field(default_factory=list)
    signed: Span | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    shape: str
    start: int
    end: int
    can_open: bool
    can_close: bool

    @property
    def single(self) -> bool:
        return self.shape in _SINGLES

    @property
    def kind(self) -> int:
        return next((number for number, shapes in enumerate(_KINDS) if self.shape in shapes), -1)


@dataclass(slots=True)
class _Open:
    mark: _Mark
    spans: list[Span]
    start: int
    begun: int
    inner: list[Marked] = field(default_factory=list)


def find_marked(text: str, blocks: Sequence[Block], attributed: re.Pattern[str] | None) -> list[Marked]:
    """The outermost quotations of all blocks, ascending. `attributed` matches what a speaker is named by after words
    whose closing mark is missing (“, he said”); its match begins where the quotation ends."""
    reader = _Reader(text, blocks, attributed)
    for place, block in enumerate(blocks):
        reader.read(place, block)
    return sorted(reader.done, key=lambda marked: marked.outer)


class _Reader:
    def __init__(self, text: str, blocks: Sequence[Block], attributed: re.Pattern[str] | None) -> None:
        self.text = text
        self.blocks = blocks
        self.attributed = attributed
        self.done: list[Marked] = []
        self.stack: list[_Open] = []
        self.reversed = _guillemets_reversed(text)
        self.place = 0

    def read(self, place: int, block: Block) -> None:
        self.place = place
        marks = _marks_of(self.text, block)
        at = 0
        if self.stack:
            # The paragraph goes on with a quotation: its first mark reopens it.
            self.stack[-1].begun = marks[0].end
            at = 1
        while at < len(marks):
            self._take(marks, at, block)
            at += 1
        if self.stack:
            self._end(place, block)

    def _take(self, marks: list[_Mark], at: int, block: Block) -> None:
        mark = marks[at]
        role = self._role(marks, at, block)
        if role == "open":
            doubles = [opened for opened in self.stack if opened.mark.kind == mark.kind and not mark.single]
            if doubles and not mark.single and not self._nests(marks, at, block):
                self._give_up(doubles[0], mark.start)
            self.stack.append(_Open(mark, [], mark.start, mark.end))
        elif role == "close":
            self._close(mark)
        elif role == "orphan":
            self._open_missing(mark, block)

    def _role(self, marks: list[_Mark], at: int, block: Block) -> str:
        mark = marks[at]
        if mark.single:
            return self._single_role(marks, at, block)
        shape = mark.shape
        if shape in "«»" and self.reversed:
            shape = "«" if shape == "»" else "»"
        opened = [held for held in self.stack if not held.mark.single]
        if shape in _OPENERS:
            german = shape == "“" and opened and opened[-1].mark.shape in {"„", "‚"}
            wrongly = opened and mark.can_close and not mark.can_open
            return "close" if german or wrongly else "open"
        if shape in _CLOSERS:
            if opened:
                return "close"
            return "open" if mark.can_open and not mark.can_close and self._closed_later(marks, at) else "orphan"
        return self._straight_role(marks, at, opened)

    def _straight_role(self, marks: list[_Mark], at: int, opened: list[_Open]) -> str:
        mark = marks[at]
        measure = mark.start > 0 and self.text[mark.start - 1].isdigit()
        if not opened:
            if mark.can_open:
                return "open" if not measure else "none"
            return "none" if measure else "orphan"
        if measure and mark.can_close:
            following = next((later for later in marks[at + 1 : at + _AHEAD] if not later.single), None)
            if following is not None and following.can_close and not following.can_open:
                return "none"
        return "open" if mark.can_open and not mark.can_close else "close"

    def _single_role(self, marks: list[_Mark], at: int, block: Block) -> str:
        mark = marks[at]
        text = self.text
        held = next((opened for opened in reversed(self.stack) if opened.mark.single), None)
        if held is not None:
            if mark.shape == "‘" and held.mark.shape == "‚":
                return "close"
            if mark.can_close and mark.start > held.begun:
                possessive = text[mark.start - 1] in "sS" and re.match(r"\s+[^\W_]", text[mark.end : mark.end + 3])
                if not (possessive and self._closes_later(marks, at)):
                    return "close"
            return "none"
        if not mark.can_open or _CLIPPED.match(text, mark.start) or (mark.shape == "’" and mark.can_close):
            return "none"
        if mark.shape in "'’＇`" and mark.start > 0 and text[mark.start - 1].isdigit():
            return "none"
        limit = block.end
        if self.stack:
            # Nested in double marks: it has to close before they do.
            closing = [later.start for later in marks[at + 1 : at + _AHEAD] if not later.single and later.can_close]
            limit = closing[0] if closing else block.end
        closers = [
            later
            for later in marks[at + 1 : at + _AHEAD]
            if later.single
            and later.can_close
            and later.start < limit
            and later.start > mark.end
            and later.shape not in "‚‛"
        ]
        return "open" if closers or self._goes_on_below(mark, block) else "none"

    def _goes_on_below(self, mark: _Mark, block: Block) -> bool:
        """Whether a single mark opens words that the next paragraph goes on with, behind the same mark."""
        opened = self.stack and self.stack[0].mark is not mark
        if opened or (mark.start > block.start and not re.search(r"[:,]\s$", self.text[block.start : mark.start])):
            return False
        following = self.blocks[self.place + 1] if self.place + 1 < len(self.blocks) else None
        return (
            following is not None
            and following.role == block.role
            and self.text.startswith(mark.shape, following.start)
            and self.text[block.end - 1] in ".!?…"
        )

    def _closes_later(self, marks: list[_Mark], at: int) -> bool:
        """Whether another single mark closes before the next one opens."""
        for later in marks[at + 1 : at + _AHEAD]:
            if not later.single:
                if any(not opened.mark.single for opened in self.stack) and later.can_close:
                    return False
                continue
            if later.shape in "‘‚" and later.can_open:
                return False
            if later.can_close:
                return True
        return False

    def _closed_later(self, marks: list[_Mark], at: int) -> bool:
        return any(later.can_close and not later.single for later in marks[at + 1 : at + _AHEAD])

    def _nests(self, marks: list[_Mark], at: int, block: Block) -> bool:
        """Whether a mark that opens inside marks of its own kind is closed as well as they are."""
        depth = 2
        for later in marks[at + 1 : at + _AHEAD]:
            if later.single or later.kind != marks[at].kind:
                continue
            depth += 1 if later.can_open and not later.can_close else -1
            if depth == 0:
                return True
        return False

    def _close(self, mark: _Mark) -> None:
        wanted = [
            opened
            for opened in self.stack
            if opened.mark.single == mark.single and (mark.single or opened.mark.kind == mark.kind)
        ] or [opened for opened in self.stack if opened.mark.single == mark.single]
        if not wanted:
            return
        opened = wanted[-1]
        while self.stack and self.stack[-1] is not opened:
            lost = self.stack.pop()
            opened.inner += lost.inner
        self.stack.pop()
        self._keep(opened, mark.start, mark.end, mended=False)

    def _keep(self, opened: _Open, end: int, outer_end: int, *, mended: bool) -> None:
        spans = [span for span in (*opened.spans, _trimmed(self.text, opened.begun, end)) if span[0] < span[1]]
        if not spans:
            return
        marked = Marked(spans, (opened.start, outer_end), opened.mark.single, mended, opened.inner)
        if self.stack:
            self.stack[-1].inner.append(marked)
        else:
            self.done.append(marked)

    def _give_up(self, opened: _Open, limit: int) -> None:
        """The closing mark is missing: the quotation ends before its speaker is named, else with its sentence."""
        while self.stack and self.stack[-1] is not opened:
            opened.inner += self.stack.pop().inner
        self.stack.pop()
        end = self._speaker_named(opened.begun, limit)
        if end is None:
            ends = list(_SENTENCE.finditer(self.text, opened.begun, limit))
            end = ends[-1].start() + 1 if ends and limit < len(self.text) and self.text[limit - 1].isspace() else limit
        opened.inner = [inner for inner in opened.inner if inner.outer[1] <= end]
        self._keep(opened, end, end, mended=True)

    def _speaker_named(self, start: int, limit: int) -> int | None:
        found = self.attributed.search(self.text, start, limit) if self.attributed else None
        return found.start() if found else None

    def _end(self, place: int, block: Block) -> None:
        """At the end of a paragraph: whether the next one goes on with the quotation."""
        bottom = self.stack[0]
        following = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        if bottom.mark.single and (following is None or not self._goes_on_below(bottom.mark, block)):
            self.stack.clear()
            return
        del self.stack[1:]
        named = self._speaker_named(bottom.begun, block.end) if not bottom.spans else None
        if following is not None and named is None and following.role == block.role:
            marks = _marks_of(self.text, following)
            if (
                marks
                and marks[0].single == bottom.mark.single
                and not self.text[following.start : marks[0].start].strip()
            ):
                bottom.spans.append(_trimmed(self.text, bottom.begun, block.end))
                return
        self._give_up(bottom, block.end)

    def _open_missing(self, mark: _Mark, block: Block) -> None:
        """A closing mark with nothing to close: the quotation begins with the paragraph, or after what leads to it."""
        start = max([block.start, *(marked.outer[1] for marked in self.done[-1:])])
        before = self.text[start : mark.start]
        if start > block.start:
            breaks = list(_SENTENCE.finditer(before))
            start += breaks[0].end() if breaks else len(before)
        lead = [found.end() for found in re.finditer(r"[:：]\s*|,\s+(?=[A-Z])", before)]
        introduced = lead and start == block.start and re.search(r"\w{4,}[,:：]\s*$", before[: lead[0]])
        if introduced and self.attributed and _names_speaker(self.attributed, before[: lead[0]]):
            start = block.start + lead[0]
        if len(self.text[start : mark.start].split()) >= 2:
            span = _trimmed(self.text, start, mark.start)
            self.done.append(Marked([span], (span[0], mark.end), mended=True))


def _names_speaker(attributed: re.Pattern[str], lead: str) -> bool:
    return attributed.search(", " + lead.rstrip(" ,:：") + " ") is not None


def _marks_of(text: str, block: Block) -> list[_Mark]:
    marks: list[_Mark] = []
    for found in _MARK.finditer(text, block.start, block.end):
        shape, start, end = found[0], found.start(), found.end()
        before = text[start - 1] if start > block.start else " "
        after = text[end] if end < block.end else " "
        if (
            marks
            and marks[-1].end == start
            and marks[-1].single == (shape in _SINGLES)
            and (marks[-1].shape == shape or '"' in (shape, marks[-1].shape))
        ):
            # Doubled: one mark, printed twice.
            last = marks[-1]
            outer_before = text[last.start - 1] if last.start > block.start else " "
            if _opens(outer_before, after, shape) != _closes(outer_before, after, shape):
                kept = shape if shape != '"' else last.shape
                marks[-1] = _Mark(
                    kept, last.start, end, _opens(outer_before, after, kept), _closes(outer_before, after, kept)
                )
                continue
        if (shape in {"'", "’"}) and before.isalnum() and after.isalnum():
            continue
        marks.append(_Mark(shape, start, end, _opens(before, after, shape), _closes(before, after, shape)))
    return marks


def _opens(before: str, after: str, shape: str) -> bool:
    if (after.isspace() and shape not in "«‹") or (after in _AFTER_CLOSING and after not in "…—–-*_"):
        return False
    return before.isspace() or before in _BEFORE_OPENING or _MARK.match(before) is not None or _is_unspaced(before)


def _closes(before: str, after: str, shape: str) -> bool:
    if before.isspace() and shape not in "»›":
        return False
    return (
        after.isspace()
        or after in _AFTER_CLOSING
        or _MARK.match(after) is not None
        or _is_unspaced(after)
        or (shape in "”»」』")
    )


def _is_unspaced(character: str) -> bool:
    return _UNSPACED.match(character) is not None


def _guillemets_reversed(text: str) -> bool:
    """Whether »words« are set the German and Danish way, told by the first of them."""
    first = re.search("[«»]", text)
    if first is None or first[0] == "«":
        return False
    place = first.start()
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return before.isspace() and after.isalnum() and "«" in text[place:]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return start, end

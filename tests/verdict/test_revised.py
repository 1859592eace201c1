"""What a revision changed: told turn by turn, ranked by meaning, and never what only looks different."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.model import EditClass, Provenance, Role, Speaker, Transcript, Turn
from quotes.text import fold_words
from quotes.verdict import ChangeKind, Revised, TurnChange, compare

ELLISON = (Speaker("MS. ELLISON", "Mara Ellison"), Role.SPOKESPERSON)
OAKES = (Speaker("MR. OAKES", "Peter Oakes"), Role.OFFICIAL)
Q = (Speaker("Q"), Role.JOURNALIST)

Said = tuple[tuple[Speaker, Role], str]

TOLLS = "The tolls will not double, and no owner has been asked to pay for the tugboats that the storm sank."
LOCKS = (
    "Each of the three locks might close before Friday. The pilots were told in writing, and the council has seen "
    "what they were told, so I would not say that anybody was misled."
)
BRIEFING: tuple[Said, ...] = (
    (ELLISON, "Good morning, everyone. I have one announcement on the harbour."),
    (Q, "What about the tolls, and who pays for the tugboats?"),
    (ELLISON, TOLLS),
    (Q, "Were the pilots misled about the locks?"),
    (ELLISON, LOCKS),
)


def transcript(*said: Said, sha256: str = "1" * 64, **fields: Any) -> Transcript:
    plain = Transcript(
        id="harbour/1",
        source="harbour",
        institution="Port Meridian Harbour Authority",
        title="Weekly briefing",
        date=date(2024, 3, 1),
        language="en",
        turns=tuple(Turn(index, *voice, text) for index, (voice, text) in enumerate(said)),
        provenance=Provenance(sha256, "test/1"),
    )
    return replace(plain, **fields)


def revise(earlier: Sequence[Said], later: Sequence[Said], **fields: Any) -> Revised:
    return compare(transcript(*earlier), transcript(*later, sha256="2" * 64, **fields))


def reworded(old: str, new: str) -> Revised:
    question = (Q, "May I ask?")
    return revise([question, (ELLISON, old)], [question, (ELLISON, new)])


def only(revised: Revised) -> TurnChange:
    (change,) = revised.changes
    return change


@pytest.mark.parametrize(
    ("old", "new", "op", "gone", "come", "touches"),
    [
        ("We will not pay the owners.", "We will pay the owners.", "delete", "not", "", EditClass.NEGATION),
        ("We cannot pay the owners.", "We can pay the owners.", "replace", "cannot", "can", EditClass.NEGATION),
        ("We don’t pay the owners.", "We do pay the owners.", "replace", "don’t", "do", EditClass.NEGATION),
        ("Never, said the owners.", "Said the owners.", "delete", "Never", "", EditClass.NEGATION),
        ("The owners will pay. Not us.", "The owners will pay.", "delete", "Not us", "", EditClass.NEGATION),
        ("It costs 30 euros a day.", "It costs 13 euros a day.", "replace", "30", "13", EditClass.NUMBER),
        ("It costs three euros a day.", "It costs two euros a day.", "replace", "three", "two", EditClass.NUMBER),
        ("The pier may open soon.", "The pier will open soon.", "replace", "may", "will", EditClass.MODAL),
        ("It opens on Monday at noon.", "It opens on Tuesday at noon.", "replace", "Monday", "Tuesday", EditClass.DATE),
        ("The pier is old and steep.", "The pier is old and narrow.", "replace", "steep", "narrow", EditClass.CONTENT),
        ("Well, the pier is open.", "The pier is open.", "delete", "Well", "", EditClass.FILLER),
        ("I saw that the pier is open.", "I saw the pier is open.", "delete", "that", "", EditClass.THAT),
        ("It is (Laughter.) so.", "It is so.", "delete", "Laughter", "", EditClass.RECORD_NOISE),
        ("It is so.", "It is so. (Laughter.)", "insert", "", "Laughter", EditClass.RECORD_NOISE),
        (
            "The senator, Warner, said so.",
            "The senator, ~~Warner~~ [Warren], said so.",
            "insert",
            "",
            "Warren",
            EditClass.NAME,
        ),
        ("中方不会改变立场。", "中方会改变立场。", "delete", "不", "", EditClass.NEGATION),
        ("港口将于三月开放。", "港口将于五月开放。", "replace", "三", "五", EditClass.NUMBER),
        ("No vamos a subir la tarifa.", "Vamos a subir la tarifa.", "delete", "No", "", EditClass.NEGATION),
        ("Son tres los muelles.", "Son dos los muelles.", "replace", "tres", "dos", EditClass.NUMBER),
    ],
)
def test_a_changed_word_is_told_with_its_class_and_its_places(
    old: str, new: str, op: str, gone: str, come: str, touches: EditClass
) -> None:
    change = only(reworded(old, new))
    (edit,) = change.edits
    assert (change.kind, change.earlier, change.later) == (ChangeKind.CHANGED, (1,), (1,))
    assert (edit.op, edit.earlier.text, edit.later.text, edit.touches) == (op, gone, come, touches)
    assert change.touches is touches
    assert old[edit.earlier.start : edit.earlier.end] == gone
    assert new[edit.later.start : edit.later.end] == come


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The  pier is\nopen.", "The pier is open. "),
        ("The pier — all of it — is open", "The pier - all of it - is open"),
        ("He said “open”, and ‘soon’.", "He said \"open\", and 'soon'."),
        ("The ironclad rule", "The iron-clad rule"),
        ("The iron clad rule", "The ironclad rule"),
        ("Our defence programme will be organised", "Our defense program will be organized"),
        ("The Harbour is open", "the harbour is open"),
        ("It rose 50 per cent", "It rose 50 percent"),
        ("We don’t know", "We do not know"),
        ("巴方：港口，已开放。", "巴方: 港口,已开放。"),
        ("港口開放", "港口开放"),
        ("La tarifa subió", "La tarifa subio"),
    ],
)
def test_what_only_looks_different_is_no_change(old: str, new: str) -> None:
    revised = reworded(old, new)
    assert (revised.changes, revised.fields) == ((), ())
    assert revised.summary == "No word changed, only the way they are printed."


def test_looks_beside_a_changed_word_are_left_out() -> None:
    (edit,) = only(reworded("The iron-clad rule will not be organised", "the ironclad rule will be organized")).edits
    assert edit.earlier.text == "not"


def test_a_question_left_out() -> None:
    revised = revise(BRIEFING, [*BRIEFING[:3], BRIEFING[4]])
    change = only(revised)
    assert (change.kind, change.earlier, change.later) == (ChangeKind.REMOVED, (3,), ())
    assert revised.summary == "The 2nd question was removed."


def test_a_whole_answer_removed_and_its_question_with_it() -> None:
    revised = revise(BRIEFING, BRIEFING[:3])
    assert [(change.kind, change.earlier) for change in revised.changes] == [
        (ChangeKind.REMOVED, (4,)),
        (ChangeKind.REMOVED, (3,)),
    ]
    assert revised.summary == "Mara Ellison’s 2nd answer was removed; one more turn removed."


def test_an_answer_added() -> None:
    revised = revise(BRIEFING[:4], BRIEFING)
    assert (only(revised).kind, only(revised).later) == (ChangeKind.ADDED, (4,))
    assert revised.summary == "Mara Ellison’s 2nd answer was added."


def halves(text: str) -> tuple[str, str]:
    head, _, tail = text.partition(". ")
    return f"{head}.", tail


def test_an_answer_split_in_two_is_no_removal() -> None:
    head, tail = halves(LOCKS)
    change = only(revised := revise(BRIEFING, [*BRIEFING[:4], (ELLISON, head), (ELLISON, tail)]))
    assert (change.kind, change.earlier, change.later, change.edits) == (ChangeKind.SPLIT, (4,), (4, 5), ())
    assert revised.summary == "Mara Ellison’s 2nd answer was split in 2."


def test_two_turns_joined_are_no_removal() -> None:
    head, tail = halves(LOCKS)
    change = only(revised := revise([*BRIEFING[:4], (ELLISON, head), (ELLISON, tail)], BRIEFING))
    assert (change.kind, change.earlier, change.later, change.edits) == (ChangeKind.JOINED, (4, 5), (4,), ())
    assert revised.summary == "Mara Ellison’s 2nd answer was joined from 2 turns."


@pytest.mark.parametrize("joined", [False, True])
def test_a_word_dropped_while_splitting_or_joining_is_told_where_it_stood(joined: bool) -> None:
    head, tail = halves(LOCKS)
    tail_now = tail.replace("not ", "")
    if joined:
        earlier, later = [(ELLISON, head), (ELLISON, tail)], [(ELLISON, f"{head} {tail_now}")]
    else:
        earlier, later = [(ELLISON, LOCKS)], [(ELLISON, head), (ELLISON, tail_now)]
    change = only(revise(earlier, later))
    (edit,) = change.edits
    assert (edit.op, edit.touches, change.touches) == ("delete", EditClass.NEGATION, EditClass.NEGATION)
    assert (edit.earlier.turn, edit.later.turn) == ((1, 0) if joined else (0, 1))
    assert earlier[edit.earlier.turn][1][edit.earlier.start : edit.earlier.end] == "not"


def test_a_split_that_gives_half_an_answer_to_another_weighs_as_a_name() -> None:
    head, tail = halves(LOCKS)
    change = only(revise(BRIEFING, [*BRIEFING[:4], (ELLISON, head), (OAKES, tail)]))
    assert (change.kind, change.touches) == (ChangeKind.SPLIT, EditClass.NAME)
    assert ("name", "Mara Ellison", "Peter Oakes") in [
        (field.field, field.earlier, field.later) for field in change.speaker
    ]


def test_a_new_turn_beside_a_split_is_added_and_no_piece() -> None:
    head, tail = halves(LOCKS)
    revised = revise(BRIEFING, [*BRIEFING[:4], (ELLISON, head), (ELLISON, tail), (Q, "Thank you, Mara.")])
    assert {(change.kind, change.later) for change in revised.changes} == {
        (ChangeKind.SPLIT, (4, 5)),
        (ChangeKind.ADDED, (6,)),
    }


def test_a_turn_that_only_moved() -> None:
    revised = revise(BRIEFING, [BRIEFING[4], *BRIEFING[:4]])
    change = only(revised)
    assert (change.kind, change.earlier, change.later, change.touches) == (ChangeKind.MOVED, (4,), (0,), None)
    assert revised.summary == "Mara Ellison’s 2nd answer was moved."


def test_a_short_turn_that_stands_anywhere_did_not_move() -> None:
    thanks = (Q, "Thank you.")
    revised = revise([thanks, *BRIEFING], [*BRIEFING, thanks])
    assert [change.kind for change in revised.changes] == [ChangeKind.REMOVED, ChangeKind.ADDED]


@pytest.mark.parametrize(
    ("was", "now", "touches"),
    [
        (Speaker("MS. ELISON"), Speaker("MS. ELLISON"), None),
        (Speaker("MS. PASKI"), Speaker("MS. PSAKI", "Jen Psaki"), None),
        (Speaker("MS. ELLISON"), Speaker("MR. OAKES"), EditClass.NAME),
        (Speaker("MS. ELLISON", "Mara Ellison"), Speaker("MS. ELLISON", "Peter Oakes"), EditClass.NAME),
        (Speaker("法新社记者"), Speaker("路透社记者"), EditClass.NAME),
        (Speaker("Q1"), Speaker("Q2"), EditClass.NAME),
    ],
)
def test_a_label_mended_is_small_and_another_speaker_is_not(
    was: Speaker, now: Speaker, touches: EditClass | None
) -> None:
    change = only(revise([((was, Role.OFFICIAL), TOLLS)], [((now, Role.OFFICIAL), TOLLS)]))
    assert (change.kind, change.touches, change.edits) == (ChangeKind.CHANGED, touches, ())


def test_a_label_printed_otherwise_is_no_change() -> None:
    was, now = (Speaker("MS ELLISON:"), Role.OFFICIAL), (Speaker("Ms. Ellison"), Role.OFFICIAL)
    assert revise([(was, TOLLS)], [(now, TOLLS)]).changes == ()


def test_an_official_whose_words_become_a_journalists() -> None:
    spoken, asked = (Speaker("Q"), Role.OFFICIAL), (Speaker("Q"), Role.JOURNALIST)
    change = only(revise([(spoken, TOLLS)], [(asked, TOLLS)]))
    assert change.touches is EditClass.NAME
    assert [(field.field, field.earlier, field.later) for field in change.speaker] == [
        ("role", "official", "journalist")
    ]


def test_changes_are_ranked_by_meaning() -> None:
    earlier = [
        (ELLISON, "The pier, that was built in haste, is old and steep."),
        (Q, "What about the tugboats?"),
        (OAKES, "I have nothing to add on tugboats and lanterns."),
        (ELLISON, "Well, the lighthouse was painted green by two sailors."),
        (ELLISON, TOLLS),
        (ELLISON, "The ferries cross three times a day."),
    ]
    later = [
        (ELLISON, "The pier, that was built in haste, is old and narrow."),
        (ELLISON, "The lighthouse was painted green by two sailors."),
        (ELLISON, TOLLS.replace("not ", "")),
        (ELLISON, "The ferries cross three times an hour."),
        (Q, "One last thing, on the bells?"),
    ]
    revised = revise(earlier, later)
    assert [(change.kind, change.touches, change.earlier) for change in revised.changes] == [
        (ChangeKind.CHANGED, EditClass.NEGATION, (4,)),
        (ChangeKind.CHANGED, EditClass.DATE, (5,)),
        (ChangeKind.REMOVED, None, (2,)),
        (ChangeKind.REMOVED, None, (1,)),
        (ChangeKind.ADDED, None, ()),
        (ChangeKind.CHANGED, EditClass.CONTENT, (0,)),
        (ChangeKind.CHANGED, EditClass.FILLER, (3,)),
    ]
    assert revised.summary == (
        "‘not’ was removed from Mara Ellison’s 2nd answer; 3 turns changed; 2 turns removed; one turn added."
    ).replace("3 turns changed", "3 more turns changed")


def test_fields_are_told_and_their_looks_and_provenance_are_not() -> None:
    revised = revise(
        BRIEFING,
        BRIEFING,
        title="Weekly  Briefing",
        date=date(2024, 3, 2),
        url="https://harbour.example/1",
        revision=2,
    )
    assert [(field.field, field.earlier, field.later) for field in revised.fields] == [
        ("date", "2024-03-01", "2024-03-02"),
        ("url", None, "https://harbour.example/1"),
    ]
    assert revised.summary == "The date was ‘2024-03-01’ and became ‘2024-03-02’; the address changed."


def test_the_same_bytes_read_otherwise_are_no_change_of_the_publisher() -> None:
    earlier = transcript(*BRIEFING)
    later = replace(earlier, turns=earlier.turns[:4], provenance=Provenance("1" * 64, "test/2"))
    revised = compare(earlier, later)
    assert revised.reparsed
    assert revised.summary.startswith("Read anew from the same page")
    assert not revise(BRIEFING, BRIEFING[:4]).reparsed


def test_it_is_sent_field_by_field() -> None:
    sent = orjson.loads(orjson.dumps(reworded("It is not so.", "It is so.")))
    assert sent["changes"][0]["edits"] == [
        {
            "op": "delete",
            "touches": "negation",
            "earlier": {"turn": 1, "text": "not", "start": 6, "end": 9},
            "later": {"turn": 1, "text": "", "start": 6, "end": 6},
        }
    ]


# Plain words, none of which is another written otherwise, as amounts are; a few that the classes know.
_WORDS = st.sampled_from(
    "harbour pier owner not may Monday that lantern said the and Oakes cannot can don’t rope 港 口 不".split()
)
_TEXTS = st.lists(_WORDS, max_size=14).map(" ".join)
_SAID = st.lists(st.tuples(st.sampled_from([ELLISON, OAKES, Q]), _TEXTS), max_size=6)


@given(_SAID)
def test_nothing_changed_from_a_text_to_itself(said: list[Said]) -> None:
    revised = compare(transcript(*said), transcript(*said))
    assert (revised.changes, revised.fields) == ((), ())


@given(_SAID, _SAID, st.integers(0, 3))
def test_every_word_is_kept_or_in_an_edit_or_in_a_turn_that_came_or_went(
    earlier: list[Said], later: list[Said], shared: int
) -> None:
    """Take what was told out of both revisions: what is left is the same words, turn by turn."""
    later = [*earlier[:shared], *later]
    revised = revise(earlier, later)
    assert kept(earlier, revised, "earlier") == kept(later, revised, "later")
    for change in revised.changes:
        for edit in change.edits:
            for words, said in ((edit.earlier, earlier), (edit.later, later)):
                assert said[words.turn][1][words.start : words.end] == words.text


def kept(said: Sequence[Said], revised: Revised, side: str) -> list[str]:
    """The words that no change names, sorted where turns moved: those of each turn together."""
    texts = {index: list(text) for index, (_, text) in enumerate(said)}
    for change in revised.changes:
        if change.kind in {ChangeKind.ADDED, ChangeKind.REMOVED}:
            for index in getattr(change, side):
                del texts[index]
        for edit in change.edits:
            words = getattr(edit, side)
            texts[words.turn][words.start : words.end] = " " * (words.end - words.start)
    joined = [
        [word for index in getattr(change, side) for word in fold_words("".join(texts.pop(index)))]
        for change in sorted(revised.changes, key=lambda change: change.later)
        if change.kind in {ChangeKind.MOVED, ChangeKind.SPLIT, ChangeKind.JOINED}
    ]
    rest = [fold_words("".join(text)) for _, text in sorted(texts.items())]
    return [re.sub(r"\s", "", "".join(words)) for words in [*joined, *rest]]

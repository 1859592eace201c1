"""What was done to the words: edit classes, the wording verdict, whether the words are the speaker's own, and what a
revision of the record changed."""

from quotes.verdict.changes import ChangeKind, FieldChange, Revised, TurnChange, WordEdit, Words
from quotes.verdict.context import DEFAULT_FLAGS, Relay, context_flags, relay
from quotes.verdict.correction import correct
from quotes.verdict.decide import Wording, judge
from quotes.verdict.edits import edits
from quotes.verdict.policy import MARKED, POLICIES, PRESENTATION, PROTECTED, Policy, policy_named
from quotes.verdict.revised import compare

__all__ = [
    "DEFAULT_FLAGS",
    "MARKED",
    "POLICIES",
    "PRESENTATION",
    "PROTECTED",
    "ChangeKind",
    "FieldChange",
    "Policy",
    "Relay",
    "Revised",
    "TurnChange",
    "WordEdit",
    "Wording",
    "Words",
    "compare",
    "context_flags",
    "correct",
    "edits",
    "judge",
    "policy_named",
    "relay",
]

"""What was done to the words: edit classes, the wording verdict, whether the words are the speaker's own, and what a
revision of the record changed."""

from quotes.verdict.changes import ChangeKind, FieldChange, Revised, TurnChange, WordEdit, Words
from quotes.verdict.decide import Wording, judge
from quotes.verdict.edits import edits
from quotes.verdict.policy import MARKED, POLICIES, PRESENTATION, PROTECTED, Policy, policy_named
from quotes.verdict.relayed import Relay, relay
from quotes.verdict.revised import compare

__all__ = [
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
    "edits",
    "judge",
    "policy_named",
    "relay",
]

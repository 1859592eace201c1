"""What was done to the words: edit classes, the wording verdict, and whether the words are the speaker's own."""

from quotes.verdict.decide import Wording, judge
from quotes.verdict.edits import edits
from quotes.verdict.policy import MARKED, POLICIES, PRESENTATION, PROTECTED, Policy, policy_named
from quotes.verdict.relayed import Relay, relay

__all__ = [
    "MARKED",
    "POLICIES",
    "PRESENTATION",
    "PROTECTED",
    "Policy",
    "Relay",
    "Wording",
    "edits",
    "judge",
    "policy_named",
    "relay",
]

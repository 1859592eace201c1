"""What the record around a passage does to it: one module a flag, all asked of one sentence and the next.

High precision first: a cue must govern the passage and not merely be near. A cue raises one flag. What stands inside
the quotation is for its reader to see and raises none.
"""

from quotes.verdict.context.flags import DEFAULT_FLAGS, context_flags
from quotes.verdict.context.relayed import Relay, relay

__all__ = ["DEFAULT_FLAGS", "Relay", "context_flags", "relay"]

"""Every code an answer can hold, explained with an example: the page `/docs/codes` is made from this, and a test that
fails when a code is missing here or an example no longer gets what it shows."""

from backend.codes.groups import GROUPS, Group
from backend.codes.policies import EFFECTS, HOUSE_RULES, effect

__all__ = ["EFFECTS", "GROUPS", "HOUSE_RULES", "Group", "effect"]

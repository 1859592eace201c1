"""Further forms of verbs that the lexicon lists by one: plurals, imperfects, participles that agree."""

from __future__ import annotations

from collections.abc import Iterable

# “en resumen” is no verb; what people call a thing (“llaman”, “appellent”) is its nickname and nobody's words.
_LEFT_OUT = frozenset("resumen llaman appellent".split())


def spanish_forms(verbs: Iterable[str]) -> frozenset[str]:
    """`señaló`: señalaron, señalaba, señalado; `insistió`: insistieron, insistía, insistido; `lamenta`: lamentan."""
    found = set(verbs)
    for verb in tuple(found):
        if verb.endswith("ió"):
            found |= {verb[:-2] + ending for ending in ("ieron", "ía", "ían", "ido")}
        elif verb.endswith("ó"):
            found |= {verb[:-1] + ending for ending in ("aron", "aba", "aban", "ado")}
        elif verb.endswith(("a", "e")) and not verb.endswith(("aba", "ía")):
            found.add(verb + "n")
    return frozenset(found - _LEFT_OUT)


def french_forms(verbs: Iterable[str]) -> frozenset[str]:
    """`qualifié`: qualifiée, qualifiés, qualifiées, qualifiait, qualifiaient; `réclame`: réclament."""
    found = set(verbs)
    for verb in tuple(found):
        if verb.endswith("é"):
            stem = verb[:-1] + ("e" if verb.endswith("gé") else "")
            found |= {verb + ending for ending in ("e", "s", "es")}
            found |= {stem + ending for ending in ("ait", "aient")}
        elif verb.endswith("e"):
            found.add(verb + "nt")
    return frozenset(found - _LEFT_OUT)

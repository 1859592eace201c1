"""Where a quotation ends whose closing mark is missing."""

from __future__ import annotations

import re
from functools import cache

from quotes.extract.lexicon import lexicon_of


@cache
def missing_close(language: str) -> re.Pattern[str]:
    """What follows words whose closing mark is missing: `, he said`, `, said Lin`."""
    lexicon = lexicon_of(language)
    verbs = "|".join(sorted(map(re.escape, lexicon.verbs), key=len, reverse=True))
    pronouns = "|".join(map(re.escape, lexicon.pronouns))
    determiners = "|".join(sorted(map(re.escape, lexicon.determiners), key=len, reverse=True))
    subject = (
        rf"(?:(?:{pronouns})|(?:(?:{determiners})\s+)?(?:(?:M|Mme|Mlle|Dr|Mr|Ms|Mrs|Sr|Sra)\.?\s+)?"
        rf"(?:[A-ZÀ-Ý][\w’'-]+\s+){{0,3}}[A-ZÀ-Ý][\w’'-]+|(?:{determiners})\s+[\w-]+)"
    )
    return re.compile(
        rf"(?:(?<=[.?!…])|,)\s+(?:{subject}\s+(?:(?:has|had|ha|a|hat)\s+)?(?:{verbs})\b|(?:(?:ha|a|hat)\s+)?(?:{verbs})\s+{subject}"
        rf"|(?:a-t-|dit-|explique-t-|affirme-t-)(?:il|elle)\b)"
    )

"""Verbs that report: which words are such verbs where they stand, and who their subject is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotes.extract.attribution import Attribution, is_subject_like
from quotes.extract.clauses import head_of, relatives_of
from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.mention import Mention, Named
from quotes.extract.sentences import Token

# Words between a subject and a verb that gives a thing its name; with more between them the verb is not the subject's.
_BETWEEN: Final = 6
# In other languages the day and the audience stand between a verb and its subject.
_BETWEEN_INVERTED: Final = 10
# Pronouns and adverbs that stand between an auxiliary and its verb, or before a verb that has none.
_WITH_VERBS: Final = frozenset(
    "also further later then previously already repeatedly once earlier lo la le les l’ s’ se ya también ne n’ aussi "
    "également déjà toutefois bereits schon auch zuvor".split()
)
# Verbs that are as often plural nouns: “rejects tide claims as …”.
_PLURALS: Final = frozenset("claims reports calls answers comments notes promises demands charges states".split())


def hangs_on(tokens: Sequence[Token], place: int) -> bool:
    if place == 0:
        return False
    before = tokens[place - 1]
    return not before.is_word or before.low in {
        "and",
        "but",
        "while",
        "by",
        "in",
        "then",
        "y",
        "et",
        "en",
        "tout",
        "also",
        "before",
        "after",
        "even",
        "instead",
        "later",
    }


def is_noun(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a form that may be a verb stands as a noun, in the passive, or behind an article."""
    if place == 0:
        return False
    before = tokens[place - 1]
    low = before.low
    particle = {"went": "on", "goes": "on", "put": "it", "puts": "it", "ruled": "out", "rules": "out"}.get(
        tokens[place].low
    )
    if particle and (place + 1 >= len(tokens) or tokens[place + 1].low != particle):
        return True
    if tokens[place].low in {"cuenta", "cuentan"} and place + 1 < len(tokens) and tokens[place + 1].low == "con":
        return True
    if tokens[place].low in _PLURALS and before.is_word and _has_verb(tokens, place, lexicon):
        return True
    if low in lexicon.determiners or (low.endswith(("’s", "'s")) and low not in {"he’s", "she’s"}):
        # “la llamó”, “le dijo”, “l’a dit” are pronouns before verbs, not articles.
        return lexicon.language == "en" or (lexicon.language == "de" and low not in lexicon.determiners)
    if lexicon.participle_endings and tokens[place].low.endswith(lexicon.participle_endings):
        # A participle is a verb behind its auxiliary alone: “a toutefois reconnu”, not “le plan annoncé”.
        return not any(each.low in lexicon.auxiliaries for each in tokens[max(0, place - 4) : place])
    if low == "to" and place > 1 and tokens[place - 2].low == "used" and lexicon.language == "en":
        return False
    if low in lexicon.prepositions and low != "a":
        return True
    if lexicon.language == "en":
        if low in {"is", "are", "was", "were", "be", "been", "being"}:
            return tokens[place].low not in {"quoted", "reported"}
        if low in {
            "to",
            "not",
            "no",
            "public",
            "media",
            "press",
            "news",
            "recent",
            "such",
            "these",
            "those",
            "some",
            "any",
            "many",
        } and tokens[place].low in {
            "reports",
            "claims",
            "calls",
            "answers",
            "comments",
            "states",
            "notes",
            "asks",
            "promises",
            "hopes",
            "call",
            "denies",
            "demands",
            "urges",
            "disputes",
        }:
            return True
    if low in {"est", "sont"} and place > 1 and tokens[place - 2].low in {"s’", "s'"}:
        # “s’est indignée Nadia Belhaj”.
        return False
    if low in {"été", "sido", "fue", "fueron", "est", "sont", "worden", "wurde", "wurden", "wird", "es"}:
        return tokens[place].low != "dit"
    return False


def _has_verb(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech stands before a word, with nothing between that begins another clause."""
    for at in range(place - 1, -1, -1):
        if not tokens[at].is_word or tokens[at].low in {"and", "but"}:
            return False
        if tokens[at].low in lexicon.verbs:
            return True
    return False


def finite(tokens: Sequence[Token], mentions: Sequence[Mention], place: int, lexicon: Lexicon) -> Attribution | None:
    naming = tokens[place].low in lexicon.namings
    begins = _verb_begin(tokens, place, lexicon)
    past = any(
        tokens[at].low in lexicon.past and (lexicon.language == "en" or tokens[at].low not in {"ha", "han", "a", "ont"})
        for at in range(begins, place)
    )
    after = _after(tokens, mentions, place, begins, lexicon)
    if after is not None:
        return Attribution(after, tokens[place], place, begins, max(after.last, place), naming, past=past)
    before = _before(tokens, mentions, begins, lexicon)
    leads = place + 2 < len(tokens) and tokens[place + 1].text == ":" and tokens[place + 2].is_quotation
    opens = begins == 0 and (place > 0 or not tokens[place].low.endswith(lexicon.participle_endings))
    behind = begins > 0 and (leads or _opens_or_follows(tokens, begins))
    if before is None and lexicon.language == "es" and (opens or behind):
        # “…”, agregó. Preguntada por ello, respondió: “…”. Señaló que …
        return Attribution(None, tokens[place], place, begins, place, naming, past=past)
    if before is None:
        impersonal = lexicon.language == "de" and place + 1 < len(tokens) and tokens[place + 1].low == "es"
        following = [
            each for each in mentions if place < each.first <= place + 3 + impersonal and each.governed <= impersonal
        ]
        if (
            following
            and lexicon.language in {"de", "es", "fr"}
            and not any(each.last < begins and not each.governed for each in mentions)
        ):
            return Attribution(following[0], tokens[place], place, begins, following[0].last, naming, past=past)
        if impersonal and tokens[place].low in lexicon.impersonal:
            return Attribution(None, tokens[place], place, place, place + 1, past=past)
        return None
    if naming or tokens[place].low in {"reported", "quoted", "cited"}:
        between = tokens[before.last + 1 : begins]
        if len(between) > 2 and between[0].text == "," and between[-1].text == ",":
            # “Vance, who leads the union, called it …”
            between = ()
        if (len(between) > _BETWEEN and not lexicon.nouns_capital) or (
            between and between[-1].text == "," and len(between) == 1 and before.office is None
        ):
            return None
    return Attribution(before, tokens[place], place, before.first, place, naming, past=past)


def _verb_begin(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Where the verb begins with its auxiliaries and pronouns: `a-t-elle ajouté`, `ha dicho`, `had also said`."""
    at = place
    while at > 0 and (tokens[at - 1].low in lexicon.auxiliaries or tokens[at - 1].low in _WITH_VERBS):
        at -= 1
    return at


def _opens_or_follows(tokens: Sequence[Token], begins: int) -> bool:
    """Whether a verb stands directly behind a quotation."""
    at = begins - 1
    while at >= 0 and tokens[at].text in {",", "–", "—", "-"}:
        at -= 1
    return (at >= 0 and tokens[at].is_quotation) or at < 0


def _after(
    tokens: Sequence[Token], mentions: Sequence[Mention], place: int, begins: int, lexicon: Lexicon
) -> Mention | None:
    """The speaker named behind the verb: `said Lin Jian`, `dijo la ministra`, `a-t-elle dit`."""
    for mention in mentions:
        # “a-t-elle ajouté”, “a-t-il dit”: the pronoun stands inside the verb.
        if (
            begins - 3 <= mention.first < place
            and mention.kind is Named.PRONOUN
            and mention.first > 0
            and tokens[mention.first - 1].text in {"-t-", "-"}
        ):
            return mention
    inverted = _opens_or_follows(tokens, begins) or (
        begins > 0
        and tokens[begins - 1].text in {",", "–", "—"}
        and (lexicon.language != "en" or tokens[place].low in {"says", "said", "say"})
    )
    at = place + 1
    while at < len(tokens) and (tokens[at].text in {"-t-", "-"} or (tokens[at].low.endswith("ly") and at == place + 1)):
        at += 1
    reach = 1 if lexicon.language == "en" else _BETWEEN_INVERTED
    told = [each for each in mentions if lexicon.language != "en" and place < each.first and each.governed]
    following = next((each for each in mentions if place < each.first and each not in told), None)
    if following is None or following.first > at + reach - 1 or following.governed:
        return None
    if following.first > at:
        # Between a verb and its subject only the day and a few small words: “sagte am Dienstag die Ministerin”.
        audience = {number for each in told for number in range(each.first, each.last + 1)}
        between = [tokens[number] for number in range(at, following.first) if number not in audience]
        between = [token for token in between if token.is_word]
        if any(token.low not in lexicon.audiences and not lexicon.day.match(token.text) for token in between):
            return None
    hyphened = tokens[following.first - 1].text in {"-t-", "-"}
    if hyphened:
        return following
    last = tokens[following.last]
    several = following.kind is not Named.PERSON and last.low.endswith("s") and not last.is_capital
    if not inverted or (lexicon.language == "en" and several and tokens[place].low.endswith("s")):
        # “…”, warns banks: they are who is warned.
        return None
    if following.kind is Named.PRONOUN and not _opens_or_follows(tokens, begins):
        # “Edna Pryce, 79, said she …”
        return None
    directly = _before(tokens, mentions, begins, lexicon)
    if directly is not None and directly.last >= begins - 2 and not _opens_or_follows(tokens, begins):
        return None
    if (
        not _opens_or_follows(tokens, begins)
        and lexicon.language == "en"
        and following.last + 1 < len(tokens)
        and tokens[following.last + 1].low in lexicon.auxiliaries | lexicon.verbs
    ):
        return None
    return following


def _before(tokens: Sequence[Token], mentions: Sequence[Mention], begins: int, lexicon: Lexicon) -> Mention | None:
    eligible = [each for each in mentions if each.last < begins and not each.governed and not each.possessive]
    if eligible and eligible[-1].last == begins - 1:
        return eligible[-1]
    clauses = relatives_of(tokens, lexicon)
    own = next((clause for clause in clauses if clause.first == begins - 1), None)
    head = head_of(own, mentions, lexicon, tokens) if own is not None else None
    if head is not None:
        # “the inspectors, who tweeted that …”
        return head
    told = [
        clause
        for clause in clauses
        if clause.closed and clause.last < begins and head_of(clause, eligible, lexicon, tokens) is not None
    ]
    eligible = [each for each in eligible if not any(clause.holds(each.first) for clause in told)]
    likely = [each for each in eligible if is_subject_like(tokens, each, lexicon)]
    fitting = likely or eligible
    return _around_auxiliary(tokens, fitting, begins, lexicon) or (fitting[-1] if fitting else None)


def _around_auxiliary(
    tokens: Sequence[Token], fitting: Sequence[Mention], begins: int, lexicon: Lexicon
) -> Mention | None:
    """In German, whose objects stand between auxiliary and participle: the subject before or just behind the one that
    stands second: “Mertens hatte das Gutachten als ‚bestellt‘ bezeichnet”."""
    if not lexicon.nouns_capital:
        return None
    second = next((at for at in range(begins - 1, 0, -1) if tokens[at].low in lexicon.auxiliaries), None)
    if second is None or any(each.text in {",", ";", ":"} for each in tokens[second:begins]):
        return None
    before = [each for each in fitting if each.last < second and each.kind is not Named.INSTITUTION]
    behind = [each for each in fitting if each.first == second + 1]
    return before[-1] if before else (behind[0] if behind else None)


def participle(
    tokens: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Attribution], place: int, lexicon: Lexicon
) -> Attribution:
    earlier = [each.mention for each in found if each.verb is not None and each.mention is not None and not each.past]
    # “…, with her press secretary saying”.
    beside = next((each for each in mentions if each.last == place - 1 and not each.possessive), None)
    subject = beside or (earlier[-1] if earlier else None)
    if subject is None:
        eligible = [each for each in mentions if each.last < place and not each.governed and not each.possessive]
        likely = [each for each in eligible if is_subject_like(tokens, each, lexicon)]
        fitting = likely or eligible
        subject = fitting[0] if fitting else None
    naming = tokens[place].low in {
        "calling",
        "describing",
        "branding",
        "labelling",
        "labeling",
        "dubbing",
        "deeming",
        "terming",
    }
    return Attribution(subject, tokens[place], place, place, place, naming, participle=True)

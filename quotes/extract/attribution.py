"""Who speaks in a sentence, by which verb, and on which day: what stands around the quotations in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quotes.extract.lexicon.entry import Lexicon
from quotes.extract.mentions import Mention, Named, mentions_of
from quotes.extract.sentences import Token

# Words between a subject and a verb that gives a thing its name; with more between them the verb is not the subject's.
_BETWEEN: Final = 6
# In other languages the day and the audience stand between a verb and its subject.
_BETWEEN_INVERTED: Final = 10
_ACCOUNTS: Final = frozenset(
    "words account telling view phrase description reply statement verdict promise warning answer message "
    "response claim remark comment assertion assessment insistence suggestion complaint admission accusation "
    "argument belief contention pledge vow threat charge".split()
)


# Pronouns and adverbs that stand between an auxiliary and its verb, or before a verb that has none.
_WITH_VERBS: Final = frozenset(
    "also further later then previously already repeatedly once earlier lo la le les l’ s’ se ya también ne n’ aussi "
    "également déjà toutefois bereits schon auch zuvor".split()
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody reports: tokens `first` to `last` hold both speaker and verb. `verb` is None where a preposition does
    its work (“according to”). `after`: the speaker is named behind the verb."""

    mention: Mention | None
    verb: Token | None
    place: int
    first: int
    last: int
    naming: bool = False
    participle: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence read: its tokens, whom it names, who is said to speak."""

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]
    lexicon: Lexicon

    @property
    def subjects(self) -> list[Mention]:
        """Whom the sentence is about, as far as persons or offices stand in a subject's place."""
        return [
            mention
            for mention in self.mentions
            if mention.gender != "it"
            and not mention.governed
            and not mention.possessive
            and is_subject_like(self.tokens, mention, self.lexicon)
        ]


def frame_of(
    tokens: Sequence[Token],
    hidden: str,
    lexicon: Lexicon,
    *,
    heading: bool = False,
    surnames: frozenset[str] = frozenset(),
) -> Frame:
    mentions = mentions_of(tokens, hidden, lexicon, surnames)
    found: list[Attribution] = []
    for place, token in enumerate(tokens):
        low = token.low
        if token.is_capital and not heading and place > 0:
            continue
        if low in lexicon.participles and _hangs_on(tokens, place):
            found.append(_participle(tokens, mentions, found, place, lexicon))
        elif low in lexicon.verbs and not _is_noun(tokens, place, lexicon):
            attribution = _finite(tokens, mentions, place, lexicon)
            if attribution is not None:
                found.append(attribution)
    found += _unknown_verbs(tokens, mentions, found, lexicon)
    if heading:
        found += _heading_verbs(tokens, mentions, found, lexicon)
    found += _accordings(tokens, mentions, hidden, lexicon)
    return Frame(tokens, mentions, sorted(found, key=lambda each: each.place), lexicon)


def _unknown_verbs(
    tokens: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Attribution], lexicon: Lexicon
) -> list[Attribution]:
    """Any verb between a quotation and a name: « … », sourit Germaine Motte."""
    known = {each.place for each in found}
    no_verbs = lexicon.no_names | lexicon.prepositions | lexicon.determiners | lexicon.breaks | lexicon.auxiliaries
    result: list[Attribution] = []
    for mention in mentions:
        place = mention.first - 1
        if place < 1 or place in known or mention.kind not in {Named.PERSON, Named.OFFICE}:
            continue
        verb = tokens[place]
        if not verb.is_word or verb.is_capital or verb.low in no_verbs or verb.text[0].isdigit():
            continue
        before = tokens[place - 1]
        comma = before.text == "," and place > 1 and tokens[place - 2].is_quotation
        if comma or (before.is_quotation and lexicon.language == "en" and mention.kind is Named.PERSON):
            result.append(Attribution(mention, verb, place, place, mention.last))
    return result


def _heading_verbs(
    tokens: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Attribution], lexicon: Lexicon
) -> list[Attribution]:
    """Any verb between a name and a quotation of a headline: `Manager Duncan Leith rues ‘the longest …’`."""
    known = {each.place for each in found}
    function_words = lexicon.no_names | lexicon.prepositions | lexicon.determiners | lexicon.auxiliaries
    result: list[Attribution] = []
    for mention in mentions:
        place = mention.last + 1
        if place + 1 >= len(tokens) or place in known or not tokens[place + 1].is_quotation:
            continue
        verb = tokens[place]
        if verb.is_word and not verb.is_capital and verb.low not in function_words and not mention.governed:
            result.append(Attribution(mention, verb, place, mention.first, place))
    return result


def is_subject_like(tokens: Sequence[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """Whether what stands before a mention may stand before a subject."""
    if mention.first == 0:
        return True
    before = tokens[mention.first - 1]
    if not before.is_word:
        return before.text not in {"$", "€", "#", "%"}
    inverted = lexicon.language != "en" and before.low in lexicon.auxiliaries
    return inverted or before.low in lexicon.conjunctions or before.text[0].isdigit()


def _hangs_on(tokens: Sequence[Token], place: int) -> bool:
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


def _is_noun(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
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
    if tokens[place].low in _PLURALS and before.is_word and _has_verb(tokens, place, lexicon):
        return True
    if low in lexicon.determiners or (low.endswith(("’s", "'s")) and low not in {"he’s", "she’s"}):
        # “la llamó”, “le dijo”, “l’a dit” are pronouns before verbs, not articles.
        return lexicon.language == "en" or (lexicon.language == "de" and low not in lexicon.determiners)
    if lexicon.participle_endings and tokens[place].low.endswith(lexicon.participle_endings):
        # A participle is a verb behind its auxiliary alone: “a toutefois reconnu”, not “le plan annoncé”.
        return not any(each.low in lexicon.auxiliaries for each in tokens[max(0, place - 4) : place])
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


# Verbs that are as often plural nouns: “rejects tide claims as …”.
_PLURALS: Final = frozenset("claims reports calls answers comments notes promises demands charges states".split())


def _has_verb(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech stands before a word, with nothing between that begins another clause."""
    for at in range(place - 1, -1, -1):
        if not tokens[at].is_word or tokens[at].low in {"and", "but"}:
            return False
        if tokens[at].low in lexicon.verbs:
            return True
    return False


def _finite(tokens: Sequence[Token], mentions: Sequence[Mention], place: int, lexicon: Lexicon) -> Attribution | None:
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
    if before is None and begins > 0 and lexicon.language == "es" and (leads or _opens_or_follows(tokens, begins)):
        # “…”, agregó. Preguntada por ello, respondió: “…”.
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
        return None
    if naming or tokens[place].low in {"reported", "quoted", "cited"}:
        between = tokens[before.last + 1 : begins]
        if len(between) > 2 and between[0].text == "," and between[-1].text == ",":
            # “Vance, who leads the union, called it …”
            between = ()
        if len(between) > _BETWEEN or (
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
    if not inverted:
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
    likely = [each for each in eligible if is_subject_like(tokens, each, lexicon)]
    fitting = likely or eligible
    return fitting[-1] if fitting else None


def _participle(
    tokens: Sequence[Token], mentions: Sequence[Mention], found: Sequence[Attribution], place: int, lexicon: Lexicon
) -> Attribution:
    earlier = [each.mention for each in found if each.verb is not None and each.mention is not None and not each.past]
    subject = earlier[-1] if earlier else None
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


def _accordings(
    tokens: Sequence[Token], mentions: Sequence[Mention], hidden: str, lexicon: Lexicon
) -> list[Attribution]:
    found: list[Attribution] = []
    begin = tokens[0].start if tokens else 0
    for mention in mentions:
        before = hidden[begin : mention.start]
        introduced = lexicon.according.search(before)
        following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
        account = following in _ACCOUNTS and (mention.possessive or mention.kind is Named.PRONOUN)
        if introduced and lexicon.language == "en" and introduced[0].strip().lower() in {"by", "in", "on"}:
            if not account:
                continue
        elif introduced and introduced[0].strip().lower() in {"for", "as", "para", "pour", "für"}:
            if mention.last + 2 >= len(tokens) or tokens[mention.last + 1].text != ",":
                continue
            near = tokens[mention.last + 2].is_quotation or (lexicon.language != "en" and mention.first == 1)
            if mention.kind is Named.INSTITUTION or not near:
                continue
        if introduced:
            found.append(Attribution(mention, None, mention.first, mention.first - 1, mention.last + account))
    found += _own_words(tokens, lexicon)
    found += _own_views(tokens, mentions, lexicon)
    return found


def _own_views(tokens: Sequence[Token], mentions: Sequence[Mention], lexicon: Lexicon) -> list[Attribution]:
    """`an engineer’s warning that`, `Berg’s description of it as`."""
    found: list[Attribution] = []
    for mention in mentions:
        place = mention.last + 1
        if not mention.possessive or place + 1 >= len(tokens) or tokens[place].low not in _ACCOUNTS:
            continue
        behind = tokens[place + 1]
        if behind.is_quotation or behind.text == ":" or behind.low in {"that", "of", "about"}:
            found.append(Attribution(mention, None, place, mention.first, place))
    return found


def _own_words(tokens: Sequence[Token], lexicon: Lexicon) -> list[Attribution]:
    """`by his account`, `in her words`: who is meant is told by the pronoun."""
    found: list[Attribution] = []
    for place in range(1, len(tokens) - 1):
        gender = {"his": "he", "her": "she", "their": "they"}.get(tokens[place].low)
        if (
            gender
            and lexicon.language == "en"
            and tokens[place - 1].low in {"by", "in"}
            and tokens[place + 1].low in _ACCOUNTS
        ):
            token = tokens[place]
            mention = Mention(Named.PRONOUN, place, place, token.start, token.end, governed=True, gender=gender)
            found.append(Attribution(mention, None, place, place - 1, place + 1))
    return found


def attribution_of(frame: Frame, place: int, lexicon: Lexicon) -> Attribution | None:
    """Who speaks the quotation at token `place` of the sentence; None where the sentence does not say."""
    tokens = frame.tokens
    following = [each for each in frame.attributions if each.first > place]
    behind = next((each for each in following if _joins(tokens, place, each.first)), None)
    earlier = [each for each in frame.attributions if each.place < place]
    if earlier and behind is not None:
        at = place - 1
        while at >= 0 and (
            (not tokens[at].is_word and not tokens[at].is_quotation) or tokens[at].low in lexicon.complementizers
        ):
            at -= 1
        if at == earlier[-1].last and not _comma_between(tokens, place, behind.first) and behind.naming:
            return earlier[-1]
    if behind is not None:
        return behind
    if earlier and following and earlier[-1].naming and _is_it(earlier[-1].mention):
        # “opposes what it called ‘bullying’, a spokesperson said”.
        return following[0]
    if earlier:
        return _governing(tokens, earlier, lexicon)
    around = [
        each
        for each in frame.attributions
        if each.first < place < each.place and (lexicon.nouns_capital or _is_coordinate(tokens, each))
    ]
    if around:
        return around[0]
    return following[0] if following else None


def _is_it(mention: Mention | None) -> bool:
    return mention is not None and mention.gender == "it"


def _is_coordinate(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """Whether a verb goes with the one before it: “ruled out ‘heroics’ and said …”."""
    return tokens[attribution.place - 1].low in {"and", "y", "et", "und", "but", "pero", "mais", "aber"}


def _joins(tokens: Sequence[Token], place: int, first: int) -> bool:
    return all(
        not token.is_word and not token.is_quotation and token.text not in ".;:" for token in tokens[place + 1 : first]
    )


def _comma_between(tokens: Sequence[Token], place: int, first: int) -> bool:
    return any(token.text == "," for token in tokens[place + 1 : first])


def _governing(tokens: Sequence[Token], earlier: Sequence[Attribution], lexicon: Lexicon) -> Attribution:
    """The nearest report before a quotation, or the one that it is reported in: in “He added that Verania had assured
    it would never …” the words are his."""
    nearest = earlier[-1]
    outer = [each for each in earlier[:-1] if each.verb is not None and not each.naming]
    if outer and nearest.verb is not None and not nearest.participle and nearest.mention is not None:
        reported = nearest.past
        if nearest.mention.first > 0 and tokens[nearest.mention.first - 1].low in lexicon.complementizers:
            reported = True
        if reported and outer[-1].mention is not None:
            return outer[-1]
    return nearest

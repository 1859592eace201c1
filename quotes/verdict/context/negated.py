"""Words said only to be denied: "It is not true that the ministry ignored a warning."

The denial is a clause of its own, of which the passage is the object or the subject. A "not" inside the passage's own
clause is a cut (`cut`), and denials that cancel out ("nobody denies that", "there is no doubt that") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quotes.model import ContextFlag, FlagName
from quotes.verdict.context.surroundings import Surroundings

# Words between the cue and the passage: the passage may begin inside the clause that is denied.
_REACH: Final = 5

_SAY: Final = (
    r"(?:say|said|saying|claim(?:ed|ing)?|suggest(?:ed|ing)?|imply|implied|implying|believe|think|mean|"
    r"accept(?:ed)? that|"
    r"agree(?: with you)? that|argue|argued|arguing|promise[d]?|assume|expect|contend|alleg(?:e|ed|ing)|assert(?:ed|"
    r"ing)?|"
    r"announce[d]?|conclude[d]?|pretend(?:ing)?)"
)
_ADVERB: Final = r"(?:(?:at all|actually|ever|really|necessarily|in any way|currently|here|today|you|to you) )*"
_DENIAL: Final = re.compile(
    # It is not true that …
    r"(?:\b(?:it|that|this) )?(?:(?:\bis|\bwas|'s|\bbe) (?:simply |certainly |really |also |absolutely )?not|"
    r"\b(?:isn't|wasn't)) "
    r"(?:at all |really |actually |necessarily |quite )?(?:true|correct|accurate|the case|"
    r"(?:fair|right|true|accurate|correct) to (?:say|suggest|claim)) that\b"
    r"|\b(?:it is not|it's not|it isn't|it wasn't|it was not) (?:as if|as though|like|because|that)\b"
    # I never said that …; I don't think …
    r"|(?:\b(?:not|never)|n't) "
    + _ADVERB
    + _SAY
    + r"\b(?! (?:so|in|about|enough|more|anything|this|it|much|a word|of)\b)"
    r"(?: " + _ADVERB + r"?that\b)?"
    # Nobody is saying that …
    r"|\b(?:nobody|no one|no-one|none of us)(?: (?:is|was|here|has|have|should|would|ever|seriously))* "
    r"(?:say|says|said|saying|suggest(?:s|ed|ing)?|claim(?:s|ed|ing)?|think(?:s|ing)?|believes?|imagine|pretend(?:s|"
    r"ing)?"
    r"|argu(?:es?|ed|ing)|promised)(?: that)?\b"
    # I reject the idea that …
    r"|(?<!not )(?<!never )(?<!n't )(?<!cannot )(?<!nobody )(?<!no one )(?<!nobody can )(?<!no one can )\b"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dispute[sd]?|refute[sd]?|disagree[sd]?)"
    r"(?: (?:with|flatly|completely|categorically|strongly))*"
    r"(?: (?:the|this|any) (?:\w+ )?(?:idea|notion|claim|suggestion|premise|allegation|assertion|accusation|charge|"
    r"view|"
    r"argument)s?)? that\b"
    # There is no evidence that …
    r"|\b(?:there(?: is| was| are|'s| has been| have been)|(?:have|has|had|see|saw|seen|find|found)) "
    r"(?:absolutely |currently |still )?no (?:\w+ )?(?:evidence|indications?|signs?|reason to (?:believe|think)|basis|"
    r"suggestion|proof|chance|way|guarantee|possibility|prospect)(?: at all| whatsoever| yet)? that\b"
    # It is false that …; it would be wrong to say that …
    r"|\bit(?:'s| is| was| would be) (?:simply |just |completely |absolutely |totally |flatly )?"
    r"(?:(?:false|untrue|incorrect|inaccurate|a lie|a myth|nonsense)|"
    r"(?:false|wrong|incorrect|misleading|a mistake|inaccurate) to (?:say|suggest|claim|think|assume|believe|"
    r"conclude)) "
    r"that\b"
    # I would not call it …
    r"|(?:\b(?:not|never)|n't) (?:call|describe|characteri[sz]e) (?:it|this|that|them|him|her)(?: as)?(?: an?)?(?= |$)"
    # Spanish
    r"|\bno es (?:verdad|cierto|correcto) que\b|\bes (?:falso|mentira) que\b"
    r"|\b(?:no|nunca|jamás) (?:he |hemos |ha |han )?(?:dij\w+|dicho|digo|decimos|estoy diciendo|creo|creemos|pienso|"
    r"significa|quiere decir) que\b"
    r"|\b(?:niego|negamos|rechazo|rechazamos|desmiento|desmentimos)(?: (?:rotundamente|categóricamente|"
    r"la idea de))? que\b"
    r"|\bnadie (?:ha dicho|dice|dijo|está diciendo|cree) que\b"
    # Chinese
    r"|(?:并?不(?:意味着|表示|等于|认为|承认|接受|是说)|(?:从来?没有?|从未)(?:说过|承认过?|表示过?|接受过?)"
    r"|(?<!不)否认|(?:没有|毫无)(?:任何)?(?:证据|迹象)(?:表明|显示)|不存在)",
    re.IGNORECASE,
)
# The idea that … is absurd.
_NOTION: Final = re.compile(
    r"\bthe (?:\w+ )?(?:idea|notion|claim|suggestion|argument|assertion|allegation|accusation|rumou?r|"
    r"reports?)s? that\b",
    re.IGNORECASE,
)
_DISMISSED: Final = re.compile(
    r"^[^.?!;]{0,60}?\b(?P<cue>(?:is|was|are|were)(?:n't| not)? (?:simply |just |completely |absolutely |totally |"
    r"quite )?"
    r"(?:not )?(?:true|correct|accurate|false|wrong|absurd|nonsense|ridiculous|untrue|baseless|ludicrous|laughable|"
    r"a myth|a lie|preposterous|unfounded|incorrect|outrageous|mistaken|inaccurate|bogus|fiction))\b",
    re.IGNORECASE,
)
# "It doesn't mean that we're not …" denies nothing that is quoted.
_NEGATION: Final = re.compile(r"\b(?:not|never|no|nobody)\b|n't", re.IGNORECASE)
_AFFIRMED: Final = re.compile(r"(?:is|was|are|were) (?:\w+ )?(?:true|correct|accurate)$", re.IGNORECASE)


def negated(around: Surroundings) -> Iterator[ContextFlag]:
    denial = around.before(_DENIAL, _REACH)
    if denial and not _NEGATION.search(around.lead, denial.end()):
        yield around.flag(FlagName.NEGATED, around.first + denial.start(), around.first + denial.end())
    elif (
        around.before(_NOTION, _REACH)
        and (said := _DISMISSED.match(around.rest))
        and (" not " in f" {said['cue']} ".replace("n't", " not") or not _AFFIRMED.search(said["cue"]))
    ):
        yield around.flag(FlagName.NEGATED, around.end + said.start("cue"), around.end + said.end("cue"))

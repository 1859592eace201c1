"""The classes of edit, each with a quotation in which nothing else was done."""

from __future__ import annotations

from backend.codes.explanation import Explanation, explain
from quotes.model import EditClass

EDITS: dict[str, Explanation] = {
    EditClass.EQUAL: explain(
        "Equal",
        "The same words on both sides; no edit.",
        "The crew was never in danger. What I can tell you is that the pilot boat reached the ship in 22 minutes",
    ),
    EditClass.PRESENTATION: explain(
        "Presentation",
        "The same words written otherwise: hyphens, a compound in one word or two, an amount in words, figures or "
        "another notation, an abbreviation written out.",
        "A closed channel costs this country about 900,000 dollars an hour",
    ),
    EditClass.RECORD_NOISE: explain(
        "Record noise",
        "What the record has and nobody would print: a word said twice, a stage direction, one of the two readings of "
        "a correction. Here the record has “procedures that are—that are written”.",
        "There are procedures that are written for exactly this kind of night",
    ),
    EditClass.ELLIPSIS: explain(
        "Ellipsis",
        "Words were left out, and an ellipsis says so.",
        "We’re looking at grants, at loans, and … a mixture of the two.",
    ),
    EditClass.BRACKET: explain(
        "Bracket",
        "Words in brackets are the writer's, and stand for the record's or explain them; so does a [sic].",
        "[The government] would use emergency powers if lives were at risk",
    ),
    EditClass.FILLER: explain(
        "Filler",
        "A sound or phrase that says nothing was dropped or put in: um, well, you know.",
        "We’re looking at grants, at loans, and at a mixture of the two.",
    ),
    EditClass.ARTICLE: explain(
        "Article",
        "A, an or the was dropped, put in or exchanged.",
        "The ministry has signed co-operation agreement with the ferry operators",
    ),
    EditClass.THAT: explain(
        "That",
        "The conjunction “that” was dropped or put in.",
        "He told the minister last night the town had waited eleven years for this roof.",
    ),
    EditClass.CONTRACTION: explain(
        "Contraction",
        "Written out where it was spoken short, or the reverse: we’re, we are.",
        "We are going to help the owners with the cost, and we will not leave anybody stranded.",
    ),
    EditClass.FUNCTION_WORD: explain(
        "Function word",
        "A word that grammar lets come and go and that says nothing here, such as an “and” after a semicolon.",
        "Salvage is a matter for her owners; and the channel is a matter for us",
    ),
    EditClass.CONTENT: explain(
        "Content",
        "A word that carries meaning was dropped, put in or exchanged, and is of none of the protected kinds below.",
        "The union told us that its members have full trust in the new radar.",
    ),
    EditClass.INFLECTION: explain(
        "Inflection",
        "Another form of the same word: singular for plural, an agreement mended.",
        "The operator told us that the agreement will save every one of the island routes.",
    ),
    EditClass.MOVED: explain(
        "Moved",
        "A word stands elsewhere in its sentence. Here the ship was “upright, dry and rather embarrassed”.",
        "Halcyon Trader is aground on the Oyster Bank, and she is dry, upright and rather embarrassed",
    ),
    EditClass.UNMARKED_OMISSION: explain(
        "Unmarked omission",
        "Three words or more were left out, with no ellipsis to say so.",
        "The reported stories are either misinformed or invented",
    ),
    EditClass.SENTENCE_BOUNDARY_MOVED: explain(
        "Sentence boundary moved",
        "Every word is there, but a full stop became a comma, and a clause hangs on another sentence than it did.",
        "growth in traffic is slowing to more normal levels, assuming that the winter is mild",
    ),
    EditClass.NEGATION: explain(
        "Negation",
        "A not, no, never, without, or a prefix that negates was dropped, put in or exchanged.",
        "Although the strike is lawful, it is not hurting the islands",
    ),
    EditClass.MODAL: explain(
        "Modal",
        "A may, must, will, should or can became another, came or went: what is possible, due or certain has changed.",
        "Traffic will rise by 2 percent, or it may fall by 2 percent",
    ),
    EditClass.TENSE: explain(
        "Tense",
        "Another tense or aspect: what is, was, has been or will be. Here the record has “has moved”.",
        "The bank moved 60 metres to the east since October 2022",
    ),
    EditClass.PERSON: explain(
        "Person",
        "Another pronoun: I became he, we became they. Here the minister says “I”.",
        "She does not regret it for a moment",
    ),
    EditClass.ROLES: explain(
        "Roles",
        "Who did what to whom: the parties changed places, or active and passive were exchanged for one another.",
        "The ministry asked for the closure, and the pilots granted it within 11 minutes",
    ),
    EditClass.NUMBER: explain(
        "Number",
        "Another number or amount. Numbers are compared by value, however they are written.",
        "A closed channel costs this country about $800,000 an hour",
    ),
    EditClass.UNIT: explain(
        "Unit",
        "Another unit, currency or measure beside the same number.",
        "The undersea cable to Varda was damaged on January 17 at a depth of 45 feet",
    ),
    EditClass.DATE: explain(
        "Date",
        "Another day, month, year or time.",
        "The commission will meet again on October 10. Both sides want a result",
    ),
    EditClass.NAME: explain(
        "Name",
        "Another person, place, body or thing with a name.",
        "The Constance leaves tonight with 80 tonnes of flour",
    ),
    EditClass.QUANTIFIER: explain(
        "Quantifier",
        "How many or how much is meant has changed: all, most, some, every, few.",
        "All of the money goes to the small harbours, and all of it will be accounted for in public",
    ),
    EditClass.HEDGE: explain(
        "Hedge",
        "The speaker was more or less sure than is printed: probably, perhaps, I think. Here “probably” is gone.",
        "I think that we will finish the new breakwater by the end of next year",
    ),
    EditClass.CONDITIONAL: explain(
        "Conditional",
        "A condition or concession was dropped, put in or exchanged: if, unless, although, while.",
        "We would use emergency powers when lives were at risk, and lives are not at risk",
    ),
    EditClass.SCALAR: explain(
        "Scalar",
        "A word that sets the scale: even, only, at least, either. Here “even” is gone.",
        "The reported stories that you mentioned are either misinformed or invented, or designed to drive a wedge",
    ),
    EditClass.PREPOSITION: explain(
        "Preposition",
        "A preposition that turns the meaning: for and from, with and against, in and out of.",
        "This is good news for the islands, and it is good news for the operators",
    ),
}

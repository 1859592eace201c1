"""What each verdict is called and means, in words for readers; each with an example from the sample archive."""

from __future__ import annotations

from backend.codes.explanation import Explanation
from quotes.model import Verdict
from quotes.report import VERDICT_WORDS

VERDICTS: dict[str, Explanation] = {
    Verdict.VERBATIM: Explanation(
        VERDICT_WORDS[Verdict.VERBATIM],
        "The same words in the same order, in one stretch. Case, punctuation, hyphens, British or American spelling "
        "and the ways of writing a number make no difference.",
        printed="A closed channel costs this country about $900,000 an hour.",
    ),
    Verdict.VERBATIM_MARKED: Explanation(
        VERDICT_WORDS[Verdict.VERBATIM_MARKED],
        "The only edits are ones the writer marked: an ellipsis, words in brackets, a [sic].",
        printed="We’re looking at grants, at loans, and … a mixture of the two.",
    ),
    Verdict.MINOR_VARIANCE: Explanation(
        VERDICT_WORDS[Verdict.MINOR_VARIANCE],
        "Unmarked edits, all of them small change: fillers, articles, “that”, contractions.",
        printed="We are going to help the owners with the cost, and we will not leave anybody stranded.",
    ),
    Verdict.ALTERED: Explanation(
        VERDICT_WORDS[Verdict.ALTERED],
        "An unmarked edit touches a word that carries meaning. The severity is high where it is a negation, a number, "
        "a name, a modal, a condition, a hedge or another word that can turn the sense.",
        printed="The ministry promised the union a seat on the harbour board.",
    ),
    Verdict.SPLICED: Explanation(
        VERDICT_WORDS[Verdict.SPLICED],
        "Parts of different answers, or of one answer out of order, printed as one quotation.",
        printed="The tolls will not double. Traffic may rise by 2 percent, or it may fall by 2 percent.",
    ),
    Verdict.TRANSLATION_VARIANT: Explanation(
        VERDICT_WORDS[Verdict.TRANSLATION_VARIANT],
        "The words match another rendering of the same statement; the original may have been in another language.",
        printed="intended to sow discord",
        query=(("speaker", "Lin Jian"),),
    ),
    Verdict.AMBIGUOUS: Explanation(
        VERDICT_WORDS[Verdict.AMBIGUOUS],
        "Too short or too common to say which occasion it comes from. The occasions are listed; the wording is theirs.",
        printed="A patient harbour is a safe harbour.",
    ),
    Verdict.NOT_FOUND: Explanation(
        VERDICT_WORDS[Verdict.NOT_FOUND],
        "Not in the transcripts that were searched, which are stated. That is not to say it was never said.",
        printed="The lighthouse will be painted green before the winter regatta.",
    ),
    Verdict.OUT_OF_COVERAGE: Explanation(
        VERDICT_WORDS[Verdict.OUT_OF_COVERAGE],
        "The archive does not hold the source, the period or the language that the quotation is claimed to be from.",
        printed="We will build a wall, and the neighbours will pay for it.",
        query=(("date", "1999-05-04"),),
    ),
    Verdict.CANNOT_CHECK: Explanation(
        VERDICT_WORDS[Verdict.CANNOT_CHECK],
        "A technical failure, named in the finding, kept the quotation from being checked.",
    ),
}

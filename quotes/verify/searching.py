"""Finding where a quotation stands, in one snapshot of the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.align import parse_quotation
from quotes.archive import Archive
from quotes.index import IndexReader
from quotes.model import Answer, Inquiry
from quotes.verdict import policy_named
from quotes.verify.answering import Findings, compose
from quotes.verify.candidates import place
from quotes.verify.catalogue import Catalogue
from quotes.verify.evidence import surprise
from quotes.verify.neighbours import Neighbours
from quotes.verify.occasion import read_occasion
from quotes.verify.occurrences import count_occurrences
from quotes.verify.recall import Recall
from quotes.verify.retrieve import retrieve
from quotes.verify.select import Standing, select
from quotes.verify.splice import find_splice


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a lookup, or all those of an article, sees from beginning to end, whatever is imported meanwhile. `folder`
    and `id` are the index's, `changes` the archive's."""

    archive: Archive
    catalogue: Catalogue
    reader: IndexReader
    neighbours: Neighbours
    folder: str
    id: str
    changes: tuple[int, int]

    def find(self, inquiry: Inquiry, votes: Mapping[int, float], recall: Recall | None = None) -> Findings:
        """Where the words of `inquiry` stand, and which place they come from. `votes`: see `Occasion`; `recall` is that
        of an earlier look at the same words. Raises BadQuotation, BadDate, BadPolicy."""
        recall = Recall() if recall is None else recall
        policy = policy_named(inquiry.policy)
        quotation = parse_quotation(inquiry.quote)
        occasion = read_occasion(inquiry, votes)
        retrieved = retrieve(quotation, occasion, self.catalogue, self.reader, recall)
        turns = self.archive.turns([passage.turn for passage in retrieved.passages])
        surprisal = recall.once("surprisal", lambda: surprise(quotation.tokens.norms, quotation.bracketed, self.reader))
        placings = place(quotation, retrieved.passages, turns, occasion, surprisal, policy, self.archive.turns, recall)
        exact_in = {header.event for _, header in retrieved.exact}
        selection = select(quotation, placings, occasion, surprisal, len(exact_in))
        splice = None
        if selection.best is not None and selection.standing in {Standing.SOURCE, Standing.PART}:
            splice = find_splice(selection.best, self.catalogue, self.archive, self.reader)
            if splice is None and selection.standing is Standing.PART:
                selection = select(quotation, placings, occasion, surprisal, len(exact_in), parts=False)
        occurrences = count_occurrences(
            retrieved.exact,
            retrieved.exact_count,
            placings,
            self.archive,
            inquiry.context.published,
        )
        return Findings(inquiry, quotation, occasion, surprisal, selection, splice, occurrences, len(exact_in))

    def answer(self, findings: Findings, version: str) -> Answer:
        """`findings` as they are answered by engine `version`."""
        policy = policy_named(findings.inquiry.policy)
        return compose(findings, self.catalogue, self.archive, policy, version=version, snapshot=self.id)

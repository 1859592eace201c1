"""Every correction of the written cases, looked up in its turn, is the record's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.model import Verdict
from quotes.verify import Engine
from tests.evaluation import written

_CORRECTED = {Verdict.MINOR_VARIANCE, Verdict.ALTERED}


def test_every_altered_case_has_a_correction_that_holds(sample_engine: Engine) -> None:
    checked = 0
    for case in written.read_cases():
        asked = written.inquiry(case)
        answer = sample_engine.lookup(asked)
        if answer.verdict in _CORRECTED:
            assert answer.correction, case["id"]
            again = sample_engine.lookup(replace(asked, quote=answer.correction))
            assert again.verdict in {Verdict.VERBATIM, Verdict.VERBATIM_MARKED}, (case["id"], answer.correction)
            checked += 1
        elif answer.verdict is not Verdict.SPLICED:
            assert answer.correction is None, case["id"]
    assert checked > 200


@pytest.mark.parametrize(
    ("case", "corrected"),
    [
        # “The” begins both sentences; the border of the parts is that of the sentences.
        (
            "spliced-06",
            "We are on the side of an agreement” … “The dredging is not delayed. The crews are not on strike",
        ),
        ("spliced-10", "有关报道不符合事实” … “我可以肯定地告诉你，今年之内不会涨价"),
    ],
)
def test_of_two_answers_each_is_a_whole_quotation(sample_engine: Engine, case: str, corrected: str) -> None:
    spliced = next(each for each in written.read_cases() if each["id"] == case)
    assert sample_engine.lookup(written.inquiry(spliced)).correction == corrected

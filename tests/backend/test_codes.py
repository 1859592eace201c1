"""The page of codes is whole and true: every code there is stands on it, and every example gets what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from lxml import html

import quotes.model
from backend.codes import EFFECTS, GROUPS, HOUSE_RULES, Group, effect
from backend.codes.explanation import Explanation
from quotes.model import EditClass
from quotes.verdict import MARKED, POLICIES, PRESENTATION
from quotes.verify import Engine
from tests.evaluation.written import inquiry, read_cases

# What no quotation of the sample archive shows by itself: a technical failure, text that its publisher removed, what
# nobody in it says yet, and what its page says.
NOT_SHOWN = {
    ("verdict", "cannot_check"),
    ("removed", "text"),
    ("removed", "page"),
    ("reason", "record_may_be_in_error"),
    ("context", "reversal_follows"),
    ("claim_from", "page"),
}
# Said of a speaker or of a record, and not of what was printed; the meaning is enough.
# Of articles, and a lookup shows none; or told by the record alone.
NEED_NO_EXAMPLE = {"placed_by", "place", "kind", "role", "fidelity"}

Shown = tuple[Group, str, Explanation]


def explained() -> Iterator[Shown]:
    for group in GROUPS:
        for code, told in group.codes.items():
            yield group, code, told


EXAMPLES = [shown for shown in explained() if shown[2].printed]


def named(value: object) -> str:
    return value.id if isinstance(value, Group) else value if isinstance(value, str) else ""


async def ask(client: TestClient, told: Explanation, **more: str) -> dict[str, Any]:
    response = await client.get(f"/v1/lookup?{told.address(**more)}")
    assert response.status == 200, await response.text()
    answer: dict[str, Any] = await response.json()
    return answer


@pytest.mark.parametrize(
    "kind",
    [kind for name in quotes.model.__all__ if issubclass(kind := getattr(quotes.model, name), StrEnum)],
    ids=lambda kind: kind.__name__,
)
def test_every_code_of_the_model_is_explained(kind: type[StrEnum]) -> None:
    """Fails for whoever adds a code: say what it means, with an example, in backend/codes."""
    assert any(group.codes.keys() == set(kind) for group in GROUPS), sorted(kind)


def test_every_explanation_is_whole() -> None:
    for group, code, told in explained():
        assert told.word[0].isupper(), (group.id, code)
        assert told.meaning.endswith((".", "”.")), (group.id, code)
        assert told.printed or group.id in NEED_NO_EXAMPLE or (group.id, code) in NOT_SHOWN, (group.id, code)


@pytest.mark.parametrize(("group", "code", "told"), EXAMPLES, ids=named)
async def test_every_example_gets_its_code(client: TestClient, group: Group, code: str, told: Explanation) -> None:
    answer = await ask(client, told)
    assert code in group.found(answer), answer["finding"]


@pytest.mark.parametrize(
    ("code", "told"), [(code, told) for group, code, told in EXAMPLES if group.id == "edit"], ids=named
)
@pytest.mark.parametrize("policy", POLICIES)
async def test_every_edit_is_under_each_policy_what_the_page_says(
    client: TestClient, code: str, told: Explanation, policy: str
) -> None:
    answer = await ask(client, told, policy=policy)
    classes = {edit["class"] for edit in answer["matches"][0]["diff"]} - PRESENTATION
    assert classes <= {code}, "an example shows one class and no other"
    told_effect = effect(POLICIES[policy], EditClass(code))
    assert EFFECTS[answer["verdict"], answer["severity"]] == told_effect, answer["finding"]


def test_policies_differ_in_nothing_but_what_they_forgive() -> None:
    """The page says that no policy lets a protected word pass, and that the strict one lets nothing unmarked pass."""
    strict = {kind: effect(POLICIES["strict"], kind) for kind in EditClass}
    assert {kind for kind, what in strict.items() if not what.startswith("altered")} == PRESENTATION | MARKED
    for kind in EditClass:
        effects = {effect(policy, kind) for policy in POLICIES.values()}
        assert effects == {"altered, high"} or "altered, high" not in effects, kind
    assert HOUSE_RULES.keys() == POLICIES.keys()


def test_every_reason_that_occurs_is_explained(sample_archive: Path) -> None:
    known = {code for group in GROUPS if group.id in {"edit", "reason"} for code in group.codes}
    with Engine.open(sample_archive) as engine:
        occurred = {reason for case in read_cases() for reason in engine.lookup(inquiry(case)).reasons}
    assert occurred - known == set(), "explain it in backend/codes/reasons.py"
    assert len(occurred) > 15


async def test_the_page_has_them_all_and_links_each(client: TestClient) -> None:
    response = await client.get("/docs/codes")
    assert response.status == 200
    root = html.fromstring(await response.text())
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {f"{group.id}-{code}" for group, code, _ in explained()} <= set(ids)
    assert {f"policy-{name}" for name in POLICIES} <= set(ids)
    fragments = {href.partition("#")[2] for href in root.xpath("//@href") if href.startswith("#")}
    assert fragments <= set(ids)
    links = root.xpath("//*[@class='example']/a/@href")
    assert len(links) == len(EXAMPLES)
    for link in links[:3]:
        assert (await client.get(link)).status == 200


async def test_an_answer_links_each_of_its_codes_to_the_page(client: TestClient) -> None:
    codes = html.fromstring(await (await client.get("/docs/codes")).text())
    query = {
        "quote": "All of the money goes to the small harbours, and all of it will be accounted for in public",
        "speaker": "Lindqvist",
    }
    answer = html.fromstring(await (await client.get("/", params=query)).text())
    linked = {href.partition("#")[2] for href in answer.xpath("//@href") if href.startswith("/docs/codes#")}
    assert {"verdict-altered", "edit-quantifier", "attribution-confirmed", "date-not_claimed"} <= linked
    assert linked <= set(codes.xpath("//@id"))

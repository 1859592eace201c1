"""The extension names every code that the server's answers can hold: what it does not name it cannot explain."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from backend.codes.reasons import REASONS
from quotes.model import AttributionStatus, DateStatus, EditClass, Fidelity, FlagName, Role, Verdict
from quotes.verdict import POLICIES

EXTENSION = Path(__file__).resolve().parents[2] / "extension"
FREE = {EditClass.EQUAL, EditClass.PRESENTATION, EditClass.RECORD_NOISE}


def listed(name: str) -> set[str]:
    """The strings of one list of codes.js, with those of the lists it spreads."""
    text = (EXTENSION / "src/shared/codes.js").read_text("utf-8")
    found = re.search(rf"const {name} = \[(.*?)\];", text, re.DOTALL)
    assert found, name
    spread = [code for other in re.findall(r"\.\.\.(\w+)", found[1]) for code in listed(other)]
    return {*re.findall(r'"(\w+)"', found[1]), *spread}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("VERDICTS", set(Verdict)),
        ("EDITS", set(EditClass) - FREE),
        ("FREE_EDITS", FREE),
        ("FLAGS", set(FlagName)),
        ("ATTRIBUTIONS", set(AttributionStatus)),
        ("DATES", set(DateStatus)),
        ("ROLES", set(Role)),
        ("FIDELITIES", set(Fidelity)),
        ("REASONS", set(REASONS)),
        ("POLICIES", set(POLICIES)),
    ],
)
def test_codes_are_the_servers(name: str, codes: set[str]) -> None:
    assert listed(name) == {str(code) for code in codes}


def test_every_language_has_a_folder() -> None:
    folders = {folder.name for folder in (EXTENSION / "_locales").iterdir()}
    assert listed("LANGUAGES") == folders
    for folder in folders:
        assert json.loads((EXTENSION / "_locales" / folder / "messages.json").read_text("utf-8"))

"""A compose file as what it starts: each service's command and environment, with the variables filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
# `$$`, `${NAME}`, `${NAME:-otherwise}`, `${NAME:?complaint}`: what the files here use of Compose's interpolation.
_VARIABLE = re.compile(r"\$(?:\$|\{(?P<name>\w+)(?::(?P<kind>[-?])(?P<other>[^}]*))?\})")


@dataclass(frozen=True, slots=True)
class Service:
    command: tuple[str, ...]
    environment: dict[str, str]
    replicas: int
    files: dict[str, Path]
    """Files of the project by the place they are mounted at."""
    raw: dict[str, Any]


class Missing(Exception):
    """A variable that the file cannot do without. Carries the file's own complaint."""


def read_compose(name: str, variables: Mapping[str, str]) -> dict[str, Service]:
    document = yaml.safe_load((ROOT / name).read_text("utf-8"))
    return {service: _service(raw) for service, raw in _filled(document, variables)["services"].items()}


def _service(raw: dict[str, Any]) -> Service:
    mounts = [volume.split(":") for volume in raw.get("volumes", ()) if volume.startswith("./")]
    return Service(
        tuple(raw.get("command", ())),
        {key: str(value) for key, value in raw.get("environment", {}).items()},
        raw.get("deploy", {}).get("replicas", 1),
        {place: ROOT / source for source, place, *_ in mounts},
        raw,
    )


def _filled(value: Any, variables: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(inner, variables) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, variables) for inner in value]
    if not isinstance(value, str):
        return value

    def fill(found: re.Match[str]) -> str:
        if found["name"] is None:
            return "$"
        if given := variables.get(found["name"]):
            return given
        if found["kind"] == "?":
            raise Missing(found["other"])
        return found["other"] or ""

    return _VARIABLE.sub(fill, value)

"""Settings: a flag, else the environment, else the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from backend.settings import Setting, Settings, options, settings_table


def read(flags: list[str], environment: Mapping[str, str]) -> Settings:
    read: list[Settings] = []
    command = click.Command("server", params=options(), callback=lambda **values: read.append(Settings(**values)))
    outcome = CliRunner().invoke(command, flags, env=dict(environment), catch_exceptions=False)
    assert outcome.exit_code == 0, outcome.output
    return read[0]


@pytest.fixture(autouse=True)
def _no_settings_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in settings_table():
        monkeypatch.delenv(setting.variable, raising=False)


def test_without_flags_the_defaults_of_the_class_hold() -> None:
    assert read([], {}) == Settings()


def test_a_flag_wins_over_the_environment() -> None:
    found = read(["--port", "9000"], {"ONRECORD_PORT": "9001", "ONRECORD_DATA": "elsewhere"})
    assert (found.port, found.data) == (9000, Path("elsewhere"))


@pytest.mark.parametrize("setting", list(settings_table()), ids=lambda setting: setting.name)
def test_every_setting_can_be_set_by_flag_and_by_environment(setting: Setting) -> None:
    name, flag, variable = setting.name, setting.flag, setting.variable
    value = "elsewhere" if setting.default in ("", Path("data"), "127.0.0.1") else "7"
    by_flag, by_environment = read([flag, value], {}), read([], {variable: value})
    assert by_flag == by_environment
    assert str(getattr(by_flag, name)) in (value, "7.0")


def test_every_setting_says_what_it_does() -> None:
    assert [setting.name for setting in settings_table()] == [field.name for field in fields(Settings)]
    assert all(setting.help.endswith((".", "request.")) for setting in settings_table())

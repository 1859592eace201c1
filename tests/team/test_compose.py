"""The compose files: valid as far as can be seen without an engine, and as safe as they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.team.compose import ROOT, Missing, read_compose
from tests.team.rehearsal import render_nginx

TEAM = {"REDIS_PASSWORD": "secret"}
FILES = ["docker-compose.yml", "docker-compose.one.yml"]


def engine_free_compose() -> list[str] | None:
    """A Compose of version 2.24 or later, which reads files without an engine."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) and _version(command) >= (2, 24):
            return command
    return None


def _version(command: list[str]) -> tuple[int, int]:
    """(0, 0) for none. The files are for the Compose specification, of which version 1 knows half."""
    answer = subprocess.run([*command, "version", "--short"], check=False, capture_output=True, text=True, timeout=30)
    found = re.match(r"v?(\d+)\.(\d+)", answer.stdout)
    return (int(found[1]), int(found[2])) if found and answer.returncode == 0 else (0, 0)


@pytest.mark.parametrize("name", FILES)
def test_compose_takes_the_file_and_reads_it_as_these_tests_do(name: str) -> None:
    if (command := engine_free_compose()) is None:
        pytest.skip("no compose program here to read the file with")
    answer = subprocess.run(
        [*command, "-f", ROOT / name, "--profile", "*", "config", "--format", "json"],
        check=False,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **TEAM},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert answer.returncode == 0, answer.stderr
    read = json.loads(answer.stdout)["services"]
    for service_name, service in read_compose(name, TEAM).items():
        assert list(service.command) == (read[service_name].get("command") or []), service_name
        assert service.environment == (read[service_name].get("environment") or {}), service_name


def test_without_a_password_nothing_starts() -> None:
    with pytest.raises(Missing, match="password"):
        read_compose("docker-compose.yml", {})
    services = read_compose("docker-compose.yml", TEAM)
    assert ":secret@redis:6379" in services["backend"].environment["ONRECORD_REDIS_URL"]
    assert services["redis"].command[-2:] == ("--requirepass", "secret")


@pytest.mark.parametrize("name", FILES)
def test_every_service_is_confined(name: str) -> None:
    for service_name, service in read_compose(name, TEAM).items():
        raw = service.raw
        assert raw["read_only"] is True, service_name
        assert raw["cap_drop"] == ["ALL"], service_name
        assert raw["security_opt"] == ["no-new-privileges:true"], service_name
        assert not raw.get("privileged"), service_name
        assert "restart" in raw, service_name
        assert "stop_grace_period" in raw, service_name
        for port in raw.get("ports", ()):
            assert port.startswith("127.0.0.1:"), "the network is opened by whoever knows what that means"
    assert "USER onrecord" in (ROOT / "Dockerfile").read_text("utf-8")


def test_a_team_has_what_is_promised_of_it() -> None:
    services = read_compose("docker-compose.yml", TEAM)
    assert {name for name, service in services.items() if service.raw.get("ports")} == {"proxy"}
    assert services["redis"].raw["networks"] == ["inside"]
    assert (services["backend"].replicas, services["worker"].replicas) == (2, 2)
    for name in ("proxy", "backend", "worker", "crawler", "redis"):
        assert services[name].raw["healthcheck"]["test"], name
    waits = {name: service.raw.get("depends_on", {}) for name, service in services.items()}
    assert waits["proxy"] == {"backend": {"condition": "service_healthy"}}
    assert waits["backend"]["archive"] == {"condition": "service_completed_successfully"}
    assert waits["backend"]["redis"] == waits["worker"]["redis"] == {"condition": "service_healthy"}
    for service in services.values():
        assert all(file.is_file() for file in service.files.values())
    grace = int(services["backend"].environment["ONRECORD_GRACE"])
    assert int(services["backend"].raw["stop_grace_period"].rstrip("s")) > grace


def test_redis_keeps_jobs_and_lets_answers_go() -> None:
    lines = (ROOT / "deploy/redis.conf").read_text("utf-8").splitlines()
    settings = dict(line.split(" ", 1) for line in lines if line and not line.startswith("#"))
    assert settings["appendonly"] == "yes"
    assert settings["maxmemory-policy"].startswith("volatile-")
    assert settings["maxmemory"]


def test_nginx_takes_the_file_as_somebody_who_may_nothing(tmp_path: Path) -> None:
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "run tools/system-packages"
    text = render_nginx((ROOT / "deploy/nginx.conf").read_text("utf-8"), 18080, ["http://127.0.0.1:1"], tmp_path)
    file = tmp_path / "nginx.conf"
    file.write_text(text, "utf-8")
    answer = subprocess.run(
        [program, "-t", "-q", "-e", "stderr", "-c", file, "-p", tmp_path],
        check=False,
        capture_output=True,
        text=True,
        timeout=10,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stderr == ""
    assert not re.search(r"(?m)^\s*user ", text)


def test_nginx_lets_in_what_the_service_takes() -> None:
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    assert "proxy_buffering off" in text
    (general, jobs) = (int(size) for size in re.findall(r"client_max_body_size (\d+)m;", text)[::-1][:2][::-1])
    assert general * 2**20 >= 262_144
    assert jobs * 2**20 > 67_108_864

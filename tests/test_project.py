"""What holds for the project as a whole: declared dependencies, locks, and documents that stay true."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from backend.settings import settings_table
from quotes.cli.main import COMMANDS
from quotes.model import Verdict

# Never imported: Beautiful Soup is asked for its parser by name.
NAMED = {"lxml"}
ROOT = Path(__file__).resolve().parents[1]
OWN = ("quotes", "backend")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    return {canonical(re.split(r"[<>=~! \[;]", requirement, maxsplit=1)[0]) for requirement in requirements}


def imported_modules(*folders: str) -> dict[str, str]:
    """Top-level modules of others imported in these folders, each with a file that does."""
    modules: dict[str, str] = {}
    for package in folders:
        for file in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom):
                    names = [node.module or ""]
                else:
                    continue
                modules |= {name.partition(".")[0]: str(file.relative_to(ROOT)) for name in names}
    ours = {*OWN, "tests", "tools", *sys.stdlib_module_names}
    return {name: file for name, file in modules.items() if name not in ours}


def imported_distributions(*folders: str) -> dict[str, str]:
    distributions = packages_distributions()
    imported = imported_modules(*folders)
    assert {name: file for name, file in imported.items() if name not in distributions} == {}, "not installed"
    return {canonical(distributions[module][0]): file for module, file in imported.items()}


def test_packages_declare_what_they_import_and_nothing_more() -> None:
    imported = imported_distributions(*OWN)
    runtime = declared(PROJECT["dependencies"])
    assert {name: file for name, file in imported.items() if name not in runtime} == {}, "imported, not declared"
    assert runtime - imported.keys() - NAMED == set(), "declared, not imported"


def test_tests_declare_what_they_import() -> None:
    known = declared(PROJECT["dependencies"]) | declared(PROJECT["optional-dependencies"]["dev"])
    imported = imported_distributions("tests")
    assert {name: file for name, file in imported.items() if name not in known} == {}, "imported, not declared"


@pytest.mark.parametrize(("lock", "extras"), [("run.txt", ("build",)), ("dev.txt", ("build", "dev"))], ids=str)
def test_lock_holds_what_is_declared_with_hashes_and_no_address(lock: str, extras: tuple[str, ...]) -> None:
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==\S+.*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    wanted = declared(PROJECT["dependencies"]).union(
        *(declared(PROJECT["optional-dependencies"][extra]) for extra in extras)
    )
    assert wanted - {canonical(pin) for pin in pins} == set(), "run `make lock`"
    for entry in re.split(r"^(?=\w)", text, flags=re.MULTILINE):
        assert not entry[:1].isalnum() or "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text


def test_continuous_integration_runs_what_a_developer_runs() -> None:
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & 0o111, ".ci/run must be executable"
    assert script.read_text("utf-8").splitlines()[-1] == "exec make test"


def test_help_names_every_target_a_person_calls() -> None:
    answer = subprocess.run(
        ["make", "-C", ROOT, "--no-print-directory", "help"], capture_output=True, check=True, text=True
    )
    named = {line.split()[0] for line in answer.stdout.splitlines()}
    assert named >= {"env", "run", "test", "bench", "soak", "fuzz", "lock", "clean", "help"}


def test_readme_commands_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    mentioned = set(re.findall(r"`make ([a-z]+)|^make ([a-z]+)", readme, re.MULTILINE))
    assert {a or b for a, b in mentioned} - targets == set()
    assert {"make run", "make test"} <= {f"make {a or b}" for a, b in mentioned}


def test_every_setting_is_documented() -> None:
    pattern = re.compile(r"\bONRECORD_[A-Z_]+\b")
    sources = [file for package in OWN for file in (ROOT / package).rglob("*.py")]
    used = {name for file in sources for name in pattern.findall(file.read_text("utf-8"))}
    used |= {setting.variable for setting in settings_table()}
    documented = set(
        pattern.findall("".join((ROOT / name).read_text("utf-8") for name in ("README.md", "ARCHITECTURE.md")))
    )
    assert used - documented == set(), "name them in README.md"


def test_compose_and_image_set_what_the_service_knows() -> None:
    files = ("docker-compose.yml", "docker-compose.one.yml", "Dockerfile", "deploy/nginx.conf", "deploy/redis.conf")
    text = "".join((ROOT / name).read_text("utf-8") for name in files)
    known = {setting.variable for setting in settings_table()}
    assert set(re.findall(r"\bONRECORD_[A-Z_]+\b", text)) <= known
    copied = re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE)
    missing = [name for names in copied for name in names.split() if not (ROOT / name).exists()]
    assert missing == []


def test_every_command_is_documented() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [name for name in COMMANDS if f"onrecord {name}" not in readme]
    assert missing == []


def test_every_verdict_is_documented() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [code for code in Verdict if f"`{code}`" not in readme] == []


def test_each_file_is_about_one_thing() -> None:
    """500 lines is where a file of this project holds more than one subject."""
    long = {
        str(file.relative_to(ROOT)): lines
        for package in (*OWN, "tests", "tools", "extension/src", "extension/tests")
        for file in (ROOT / package).rglob("*")
        if "node_modules" not in file.parts
        and file.suffix in {".py", ".js"}
        and (lines := len(file.read_text("utf-8").splitlines())) > 500
    }
    assert long == {}

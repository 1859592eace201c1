"""Packages the browser extension for both stores: `package_extension.py OUT` writes the two archives into OUT.

`extension/` is loaded as it stands by either browser; a store takes an archive without what is the other's. The bytes
depend on the files alone: names sorted, no times, no compression (whose output differs between zlibs), so that anybody
can check that what a store hands out was made from this source. A file that is neither meant to ship nor known to stay
is an error.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
EXTENSION: Final = ROOT / "extension"
STORES: Final = ("chromium", "firefox")

_SHIPS: Final = ("_locales", "icons", "src")
_SUFFIXES: Final = frozenset({".css", ".html", ".js", ".json", ".png", ".svg"})
# Tools, their settings and tests.
_STAYS: Final = frozenset(
    {".npmrc", "biome.json", "node_modules", "package-lock.json", "package.json", "tests", "tsconfig.json"}
)
# The earliest time an archive can hold.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644 << 16


class NotPackaged(Exception):
    """What is wrong with the extension's files, and what to do about it."""


def shipped(extension: Path) -> list[Path]:
    """The files that ship beside the manifest, sorted. Raises NotPackaged for one nobody has decided about."""
    found: list[Path] = []
    for entry in extension.iterdir():
        if entry.name in _SHIPS:
            found.extend(file for file in entry.rglob("*") if file.is_file() and not _is_for_tools(file))
        elif entry.name not in _STAYS and entry.name != "manifest.json":
            raise NotPackaged(f"{entry} neither ships nor stays; name it in tools/package_extension.py")
    for file in found:
        if file.suffix not in _SUFFIXES or file.name.startswith("."):
            raise NotPackaged(f"{file} is of no kind that ships; move it out of what ships, or name its suffix")
    return sorted(found, key=lambda file: file.relative_to(extension).as_posix())


def _is_for_tools(file: Path) -> bool:
    return file.name.endswith(".d.ts")


def manifest_for(store: str, manifest: dict[str, Any]) -> dict[str, Any]:
    """The manifest without what the other browser alone understands, and would be warned of."""
    kept = dict(manifest)
    background = dict(kept["background"])
    if store == "chromium":
        del background["scripts"], kept["browser_specific_settings"]
    else:
        del background["service_worker"]
        kept.pop("minimum_chrome_version", None)
    return kept | {"background": background}


def package(store: str, extension: Path, out: Path) -> Path:
    """Writes the archive for a store into the folder `out`, and returns its path. Raises NotPackaged."""
    try:
        manifest = json.loads((extension / "manifest.json").read_text("utf-8"))
        content = {"manifest.json": _json(manifest_for(store, manifest))}
    except (OSError, ValueError, KeyError) as error:
        raise NotPackaged(f"{extension / 'manifest.json'} is not the manifest of both browsers: {error!r}") from error
    content |= {file.relative_to(extension).as_posix(): file.read_bytes() for file in shipped(extension)}
    content["LICENSE"] = (ROOT / "LICENSE").read_bytes()
    out.mkdir(parents=True, exist_ok=True)
    archive = out / f"onrecord-{store}-{manifest['version']}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for name, data in sorted(content.items()):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.external_attr = _PLAIN_FILE
            entry.create_system = 3
            packed.writestr(entry, data)
    return archive


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("Usage: package_extension.py OUT\n")
        return 2
    try:
        for store in STORES:
            sys.stdout.write(f"{package(store, EXTENSION, Path(arguments[0]))}\n")
    except NotPackaged as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

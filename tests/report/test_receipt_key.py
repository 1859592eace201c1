"""The key of a data folder: made once, whoever comes first, readable to its owner alone, and never replaced."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from quotes.errors import BadKey, ReceiptKeyUnusable
from quotes.report import SigningKey, held_key, key_file, own_key, read_public_key

PROCESSES = 6
KEY = SigningKey.of(Ed25519PrivateKey.from_private_bytes(b"7" * 32)).public
# RFC 8037, appendix A.2 and A.3.
RFC_KEY = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
RFC_THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


def test_it_is_made_on_first_use_and_is_the_same_from_then_on(tmp_path: Path) -> None:
    file = key_file(tmp_path)
    assert held_key(file) is None
    assert list(tmp_path.iterdir()) == []
    made = own_key(file)
    assert own_key(file).public == made.public
    again = held_key(file)
    assert again is not None
    assert again.public == made.public
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_nobody_else_may_read_it_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        own_key(key_file(tmp_path))
    finally:
        os.umask(before)
    assert key_file(tmp_path).stat().st_mode & 0o777 == 0o600


def test_another_file_can_be_named(tmp_path: Path) -> None:
    assert key_file(tmp_path, "") == key_file(tmp_path)
    named = tmp_path / "elsewhere.pem"
    own_key(key_file(tmp_path, str(named)))
    assert list(tmp_path.iterdir()) == [named]


def test_several_processes_that_begin_at_once_end_with_one_key(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quotes.report import own_key; "
        "print('ready', flush=True); sys.stdin.readline(); print(own_key(Path(sys.argv[1])).public.id)"
    )
    file = key_file(tmp_path)
    running = [
        subprocess.Popen([sys.executable, "-c", code, file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ids = {process.communicate(timeout=60)[0] for process in running}
    assert len(ids) == 1
    assert list(tmp_path.iterdir()) == [file]


def pem(encryption: object = None) -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM,
        PrivateFormat.PKCS8,
        BestAvailableEncryption(b"secret") if encryption else NoEncryption(),
    )


CURVE = generate_private_key(SECP256R1())
OTHER_KIND = CURVE.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
OTHER_PUBLIC = CURVE.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "no private key"), (b"hello", "no private key"), (pem("locked"), "password"), (OTHER_KIND, "Ed25519")],
)
def test_a_file_that_holds_no_such_key_is_told_and_left_alone(tmp_path: Path, content: bytes, told: str) -> None:
    file = key_file(tmp_path)
    file.write_bytes(content)
    with pytest.raises(ReceiptKeyUnusable, match=told):
        own_key(file)
    assert file.read_bytes() == content


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReceiptKeyUnusable, match="cannot be written"):
        own_key(tmp_path / "nowhere" / "key.pem")


def test_the_thumbprint_is_that_of_the_standard() -> None:
    assert read_public_key(RFC_KEY).id == RFC_THUMBPRINT


@pytest.mark.parametrize("form", ["jwk", "pem"])
def test_a_public_key_survives_its_forms(form: str) -> None:
    assert read_public_key(getattr(KEY, form)()) == KEY


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "JSON Web Key"),
        ({}, "OKP"),
        (RFC_KEY | {"crv": "X25519"}, "Ed25519"),
        (RFC_KEY | {"x": "AAAA"}, "32 bytes"),
        (RFC_KEY | {"x": 7}, "32 bytes"),
        (RFC_KEY | {"x": "ä" * 43}, "32 bytes"),
        (RFC_KEY | {"d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}, "keep it to yourself"),
        ("", "PEM"),
        (pem().decode(), "keep it to yourself"),
        (OTHER_PUBLIC, "Ed25519"),
    ],
)
def test_what_is_no_public_key_is_told(value: object, told: str) -> None:
    with pytest.raises(BadKey, match=told):
        read_public_key(value)

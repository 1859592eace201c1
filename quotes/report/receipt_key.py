"""The Ed25519 key that a data folder's receipts are signed with, and the public keys they are checked with."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from base64 import urlsafe_b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import rfc8785
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from quotes.archive.durable import sync_folder
from quotes.errors import BadKey, ReceiptKeyUnusable
from quotes.report.receipt import base64url

FILE_NAME: Final = "receipt-key.pem"
_PUBLIC_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class PublicKey:
    """`raw` are the 32 bytes of an Ed25519 public key."""

    raw: bytes

    @property
    def id(self) -> str:
        """The key's thumbprint (RFC 7638, RFC 8037): the same for everybody who has the key."""
        required = {"crv": "Ed25519", "kty": "OKP", "x": base64url(self.raw)}
        return base64url(hashlib.sha256(rfc8785.dumps(required)).digest())

    def jwk(self) -> dict[str, str]:
        """As a JSON Web Key (RFC 8037)."""
        return {
            "kty": "OKP",
            "crv": "Ed25519",
            "x": base64url(self.raw),
            "kid": self.id,
            "use": "sig",
            "alg": "EdDSA",
        }

    def pem(self) -> str:
        key = Ed25519PublicKey.from_public_bytes(self.raw)
        return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    def verifies(self, signature: bytes, signed: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, signed)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    public: PublicKey
    _private: Ed25519PrivateKey

    @classmethod
    def of(cls, private: Ed25519PrivateKey) -> SigningKey:
        return cls(PublicKey(private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)), private)

    def sign(self, signed: bytes) -> bytes:
        return self._private.sign(signed)


def key_file(data: Path, named: str | Path | None = None) -> Path:
    """Where the key is kept: the file that was `named`, else `receipt-key.pem` in the data folder."""
    return Path(named) if named else data / FILE_NAME


def held_key(file: Path) -> SigningKey | None:
    """The key in the file; None where there is no file. Raises ReceiptKeyUnusable."""
    try:
        pem = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReceiptKeyUnusable(f"{file} cannot be read: {error.strerror}; let this user read it") from error
    try:
        private = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ReceiptKeyUnusable(
            f"{file} holds no private key in PEM without a password; restore it, or move it away and a new one is made"
        ) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise ReceiptKeyUnusable(f"{file} holds another kind of key than Ed25519, which receipts are signed with")
    return SigningKey.of(private)


def own_key(file: Path) -> SigningKey:
    """The key in the file, made on first use and readable to this user only. Of several processes that make one at a
    time all end with the same. Raises ReceiptKeyUnusable."""
    if (key := held_key(file)) is not None:
        return key
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        _make(file, pem)
    except OSError as error:
        raise ReceiptKeyUnusable(
            f"the key for receipts cannot be written to {file}: {error.strerror}; make its folder writable, or name "
            "another file with ONRECORD_RECEIPT_KEY"
        ) from error
    key = held_key(file)
    if key is None:
        raise ReceiptKeyUnusable(f"{file} was taken away while it was made; try again")
    return key


def _make(file: Path, pem: bytes) -> None:
    """All of the file or none of it, and never over one that is there: a link is made only where there is none."""
    # mkstemp makes its file readable to its owner alone.
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(pem)
            handle.flush()
            os.fsync(handle.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(name, file)
    finally:
        Path(name).unlink()
    sync_folder(file.parent)


def read_public_key(value: object, pointer: str = "") -> PublicKey:
    """A public key that somebody gives: a JSON Web Key, or PEM. Raises BadKey."""
    if isinstance(value, str):
        return _from_pem(value, pointer)
    if isinstance(value, dict):
        return _from_jwk(value, pointer)
    raise BadKey("should be a JSON Web Key or a text in PEM", pointer=pointer)


def _from_pem(pem: str, pointer: str) -> PublicKey:
    if "PRIVATE KEY" in pem:
        raise BadKey("is a private key; keep it to yourself and give the public one", pointer=pointer)
    try:
        key = load_pem_public_key(pem.encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise BadKey("is no public key in PEM", pointer=pointer) from error
    if not isinstance(key, Ed25519PublicKey):
        raise BadKey("is another kind of key than Ed25519", pointer=pointer)
    return PublicKey(key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def _from_jwk(jwk: dict[str, Any], pointer: str) -> PublicKey:
    if "d" in jwk:
        raise BadKey("is a private key; keep it to yourself and give the public one", pointer=pointer)
    if (jwk.get("kty"), jwk.get("crv")) != ("OKP", "Ed25519"):
        raise BadKey("should have kty OKP and crv Ed25519", pointer=pointer)
    x = jwk.get("x")
    try:
        raw = urlsafe_b64decode(x + "==") if isinstance(x, str) else b""
    except (NotBase64, ValueError):
        raw = b""
    if len(raw) != _PUBLIC_BYTES or base64url(raw) != x:
        raise BadKey("should be 32 bytes in base64url", pointer=f"{pointer}/x")
    return PublicKey(raw)

"""Ed25519: the key that signs publications, and the check that needs only its public half.

Knows bytes and one file; nothing of publications.
"""

from __future__ import annotations

import os
import tempfile
from base64 import b64decode, b64encode
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from app.canonical import sha256


class Signer:
    """Holds a private key and signs with it."""

    def __init__(self, private_key: Ed25519PrivateKey) -> None:
        self._private_key = private_key
        self.public_key = private_key.public_key().public_bytes_raw()
        self.key_id = key_id(self.public_key)

    @classmethod
    def load_or_create(cls, path: Path) -> Signer:
        """Return the signer of the PEM file at ``path``, which is made, mode 600, if it is not there.

        Raises ValueError if the file holds no Ed25519 key.
        """
        if not path.exists():
            _create(path)
        private_key = load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(private_key, Ed25519PrivateKey):
            raise ValueError(f"{path} holds a key that is not Ed25519")
        return cls(private_key)

    def sign(self, text: str) -> str:
        """Return the signature over the UTF-8 bytes of ``text``, in base64."""
        return to_base64(self._private_key.sign(text.encode()))


def _create(path: Path) -> None:
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, written = tempfile.mkstemp(dir=path.parent)  # O_EXCL and mode 600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pem)
        # a link appears whole or not at all: two processes starting together end up with one key
        with suppress(FileExistsError):
            os.link(written, path)
    finally:
        os.unlink(written)


def key_id(public_key: bytes) -> str:
    """Return the fingerprint of a raw public key: the first 32 hex digits of its SHA-256."""
    return sha256(public_key)[:32]


def verify(public_key: bytes, signature: str, text: str) -> bool:
    """Return whether ``signature`` (base64) over ``text`` was made with the other half of ``public_key``."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(from_base64(signature), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def to_base64(data: bytes) -> str:
    """Return ``data`` in standard base64 with padding."""
    return b64encode(data).decode("ascii")


def from_base64(text: str) -> bytes:
    """Return the bytes of ``text``. Raises ValueError unless it is the one base64 text of those bytes."""
    data = b64decode(text, validate=True)
    if to_base64(data) != text:  # the last digit has spare bits, so several texts would decode alike
        raise ValueError("not in canonical base64")
    return data

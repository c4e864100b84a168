"""The folder of a copy: files written only where they changed, those of before removed, all of them signed.

The manifest is what ``sha256sum --check`` reads; what it says of itself stands in its comments.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.canonical import sha256
from app.ledger.signing import Signer, verify

MANIFEST, SIGNATURE, KEY = "SHA256SUMS", "SHA256SUMS.sig", "public-key.pem"
_STARTED = ".started"


class Folder:
    """A copy being made in ``root``, over what an earlier one left there."""

    def __init__(self, root: Path, signer: Signer) -> None:
        self._root = root
        self._signer = signer
        self._now: dict[str, str] = {}
        self.about, self._before = self._read()
        self.written = 0

    @property
    def files(self) -> int:
        """How many files it has so far."""
        return len(self._now)

    def is_whole(self) -> bool:
        """Whether everything that the manifest of before names is still there, unchanged."""
        return bool(self._before) and all(self._is(name, digest) for name, digest in self._before.items())

    def put(self, name: str, content: bytes) -> None:
        """Keep ``content`` as the file ``name``."""
        digest = self._now[name] = sha256(content)
        if self._before.get(name) != digest or not self._is(name, digest):
            self.written += 1
            _write(self._root / name, content)

    def keep(self, name: str) -> bool:
        """Keep the file ``name`` of before as it is; return False where it is gone or altered."""
        digest = self._before.get(name)
        if digest is None or not self._is(name, digest):
            return False
        self._now[name] = digest
        return True

    def close(self, about: Mapping[str, str]) -> None:
        """Remove what is no longer part of it, and sign the rest."""
        for name in self._before.keys() - self._now.keys():
            (self._root / name).unlink(missing_ok=True)
        told = [f"# {key} {value}\n" for key, value in about.items()]
        manifest = "".join([*told, *(f"{digest}  {name}\n" for name, digest in sorted(self._now.items()))])
        key = Ed25519PublicKey.from_public_bytes(self._signer.public_key)
        _write(self._root / KEY, key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
        _write(self._root / SIGNATURE, f"{self._signer.sign(manifest)}\n".encode())
        _write(self._root / MANIFEST, manifest.encode())

    def _read(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return what the manifest of before says, if we signed it."""
        manifest, signature = self._root / MANIFEST, self._root / SIGNATURE
        if not (manifest.is_file() and signature.is_file()):
            return {}, {}
        text = manifest.read_text(encoding="utf-8")
        if not verify(self._signer.public_key, signature.read_text().strip(), text):
            return {}, {}
        lines = text.splitlines()
        told = [line[2:].split(" ", 1) for line in lines if line.startswith("# ")]
        named = [line.split("  ", 1) for line in lines if not line.startswith("# ")]
        return {key: value for key, value in told}, {name: digest for digest, name in named}

    def _is(self, name: str, digest: str) -> bool:
        file = self._root / name
        return file.is_file() and sha256(file.read_bytes()) == digest


def _write(file: Path, content: bytes) -> None:
    """Let the file appear whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    started = file.with_name(file.name[:100] + _STARTED)
    started.write_bytes(content)
    os.replace(started, file)

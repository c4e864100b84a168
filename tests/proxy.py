"""The register behind nginx, as ``docs/nginx.conf`` tells whoever runs one: TLS 1.3, HTTP/2."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.certificate import make_certificate
from tests.file_servers import free_port, running
from tests.house.checkout import ROOT

OWN, CHAIN = 300, 2000
"""Bytes of certificate: this machine's own; a public authority's for an elliptic key, with its issuer's."""


@contextmanager
def behind_nginx(site: str, certificate: int = OWN) -> Iterator[int]:
    """Let nginx hand on what the server at ``site`` answers; yield the port at which it speaks TLS.

    Its certificate has as many bytes as asked for.
    """
    with tempfile.TemporaryDirectory() as place:
        folder, port = Path(place), free_port()
        make_certificate(folder / "certificate.pem", filling=certificate - OWN)
        (folder / "site.conf").write_text(_configuration(folder, port, urlsplit(site).netloc))
        with running("nginx", folder, port):
            yield port


def _configuration(folder: Path, port: int, register: str) -> str:
    """Return the sample configuration for where it lies here."""
    text = (ROOT / "docs" / "nginx.conf").read_text()
    here = {
        "    listen [::]:443 ssl;\n": "",
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl http2;",  # as nginx before 1.25.1 takes it too
        "    http2 on;\n": "",
        "/etc/ssl/certs/register.pem": f"{folder}/certificate.pem",
        "/etc/ssl/private/register.key": f"{folder}/certificate.pem",
        "/var/log/nginx/": f"{folder}/",
        "127.0.0.1:8000": register,
    }
    for told, instead in here.items():
        assert told in text, f"docs/nginx.conf no longer says {told}"
        text = text.replace(told, instead)
    return text

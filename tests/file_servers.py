"""Web servers that know nothing of us: nginx and Apache, by a configuration of ours.

They hand out a static copy, or stand before the register (``proxy.py``).
"""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NGINX = """daemon off; {user} pid {folder}/pid; error_log stderr crit; worker_processes 1;
events {{}}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
include {folder}/site.conf; }}
"""
APACHE = """ServerRoot {folder}
ServerName 127.0.0.1
PidFile {folder}/pid
DefaultRuntimeDir {folder}
Listen 127.0.0.1:{port}
ErrorLog {folder}/errors
LogLevel error
{modules}
{user}
TypesConfig /etc/mime.types
Include {folder}/site.conf
"""
MODULES = (
    *("mpm_event", "authz_core", "dir", "mime", "deflate", "filter", "env", "alias"),
    *("rewrite", "headers"),
)
"""What Debian switches on by itself, with the two modules that the configuration says it needs."""

SERVERS = ("nginx", "apache")


@contextmanager
def files_served_by(server: str, copy: Path) -> Iterator[int]:
    """Let ``server`` serve the copy in ``copy``; yield its port. Skips the test where it is not installed."""
    if program(server) is None:
        pytest.skip(f"{server} is not installed")
    with tempfile.TemporaryDirectory() as place:
        folder, port = Path(place), free_port()
        folder.chmod(0o755)  # Apache gives up being root, and must still come in
        shutil.copytree(copy / "site", folder / "site")
        _site(server, copy, folder, port)
        with running(server, folder, port):
            yield port


@contextmanager
def running(server: str, folder: Path, port: int) -> Iterator[None]:
    """Run ``server`` by ``site.conf`` in ``folder``, so that it listens at ``port``; stop it afterwards."""
    runs = program(server)
    assert runs, f"install {server}"
    with subprocess.Popen(_command(server, runs, folder, port)) as process:  # noqa: S603
        try:
            _wait(port, process)
            yield
        finally:
            process.terminate()


def program(server: str) -> str | None:
    """Return the program of ``server``; None where it is not installed."""
    return shutil.which(_PROGRAMS[server], path=f"{os.environ['PATH']}:/usr/sbin")


def ask(port: int, address: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of what the server at ``port`` answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, address)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.headers), body


def free_port() -> int:
    """Return a port at which nothing listens now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


_PROGRAMS = {"nginx": "nginx", "apache": "apache2"}
_PORTS = {"nginx": ("listen 80;", "listen 127.0.0.1:{port};"), "apache": ("*:80>", "127.0.0.1:{port}>")}


def _site(server: str, copy: Path, folder: Path, port: int) -> None:
    """Write the configuration of the copy for where it lies, as its first lines ask."""
    told = (copy / f"{server}.conf").read_text()
    before, after = _PORTS[server]
    assert before in told
    told = told.replace(before, after.format(port=port)).replace("/srv/register/site", f"{folder}/site")
    (folder / "site.conf").write_text(told)


def _command(server: str, runs: str, folder: Path, port: int) -> list[str]:
    root = os.getuid() == 0
    configuration = folder / "server.conf"
    if server == "nginx":
        configuration.write_text(NGINX.format(folder=folder, user="user root;" if root else ""))
        return [runs, "-c", str(configuration), "-p", str(folder)]
    user = "User nobody\nGroup nogroup" if root else ""
    there = Path("/usr/lib/apache2/modules")
    modules = "\n".join(f"LoadModule {one}_module {there}/mod_{one}.so" for one in MODULES)
    configuration.write_text(APACHE.format(folder=folder, port=port, modules=modules, user=user))
    subprocess.run([runs, "-t", "-f", str(configuration)], check=True, capture_output=True)  # noqa: S603
    return [runs, "-X", "-f", str(configuration)]


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _attempt in range(100):
        assert server.poll() is None, "the server does not take the configuration"
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server does not answer")

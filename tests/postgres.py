"""A PostgreSQL of the tests' own: a cluster in a folder of its own, reached by a socket, gone when they end.

It sorts as Vietnamese does where it can, so that a query that leans on the database's collation is found out.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

MISSING = (
    "PostgreSQL is missing: install the package postgresql (Debian, Ubuntu: apt-get install postgresql),"
    " or set WITHOUT_POSTGRESQL=1 to leave its tests out."
)
_HASTE = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_wal_senders=0")
_PLAIN = "--username=postgres --auth=trust --encoding=UTF8 --no-sync"
_UNTIL_STDIN_CLOSES = '"$@" & cat; kill -QUIT $!; wait $!'  # it goes when we do, however we do


def is_here() -> bool:
    """Return whether PostgreSQL is installed."""
    return _programs() is not None


def left_out() -> bool:
    """Return whether somebody has said that the tests do without PostgreSQL."""
    return os.environ.get("WITHOUT_POSTGRESQL", "") not in ("", "0")


class Cluster:
    """A running PostgreSQL. Databases in it are made from one another, and cost a tenth of a second."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._made = 0
        with self._connect() as connection:
            version = connection.info.server_version
        self._quickly = "STRATEGY file_copy" if version >= 150000 else ""  # what there was before

    def url(self, database: str, role: str = "postgres") -> str:
        """Return the address of ``database`` for ``role``; everybody is believed to be who they say."""
        return f"postgresql+psycopg://{role}@/{database}?host={self._socket}"

    def create(self, template: str = "template0") -> str:
        """Return the name of a new database like ``template``, to which nobody may be connected."""
        self._made += 1
        self._execute(f"CREATE DATABASE test{self._made} TEMPLATE {template} {self._quickly}")
        return f"test{self._made}"

    def create_role(self) -> str:
        """Return the name of a new role that can sign in and owns nothing."""
        self._made += 1
        self._execute(f"CREATE ROLE role{self._made} LOGIN")
        return f"role{self._made}"

    def drop(self, database: str) -> None:
        """Drop ``database``, whoever is connected to it."""
        self._execute(f"DROP DATABASE {database} WITH (FORCE)")

    def _execute(self, statement: str) -> None:
        with self._connect() as connection:
            connection.execute(statement.encode())

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self._socket), user="postgres", autocommit=True)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a cluster, yield it, and leave nothing behind. Only where PostgreSQL `is_here`."""
    programs = _programs()
    assert programs, MISSING
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir=_quick_place()))  # a socket's path must be short
    owner = _owner(folder)
    try:
        _initialise(programs, folder / "data", owner)
        settings = ["listen_addresses=", f"unix_socket_directories={folder}", *_HASTE]
        options = [part for setting in settings for part in ("-c", setting)]
        with _running([str(programs / "postgres"), "-D", str(folder / "data"), *options], folder, owner):
            yield Cluster(folder)
    finally:
        shutil.rmtree(folder)


def _quick_place() -> Path | None:
    """Return a folder in memory, if it is roomy: ext4 makes files slowly where many were just deleted."""
    memory = Path("/dev/shm")  # noqa: S108  the folder inside has a name that nobody can guess
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 2**30
    return memory if roomy else None


def _programs() -> Path | None:
    """Return the folder of the newest PostgreSQL here, where there is one."""
    debian = max(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, default=None)
    found = shutil.which("initdb")
    return debian or (Path(found).resolve().parent if found else None)


def _version(folder: Path) -> float:
    return float(folder.parent.name)


def _owner(folder: Path) -> str | None:
    """Return whom PostgreSQL runs as, since it refuses to be root; ``folder`` becomes theirs."""
    if os.geteuid() != 0:
        return None
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return owner.pw_name


def _initialise(programs: Path, data: Path, owner: str | None) -> None:
    initdb = [str(programs / "initdb"), "-D", str(data), *_PLAIN.split()]
    vietnamese = ["--locale=C", "--locale-provider=icu", "--icu-locale=vi"]
    for locale in (vietnamese, ["--locale=C"]):  # before version 15 only columns could be ICU's
        done = subprocess.run(  # noqa: S603  our own words
            [*initdb, *locale], capture_output=True, text=True, user=owner, check=False
        )
        if done.returncode == 0:
            return
        shutil.rmtree(data, ignore_errors=True)
    raise RuntimeError(done.stderr)


@contextmanager
def _running(command: list[str], folder: Path, owner: str | None) -> Iterator[None]:
    shell = ["/bin/sh", "-c", _UNTIL_STDIN_CLOSES, "sh", *command]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(  # noqa: S603  our own words
            shell, stdin=subprocess.PIPE, stdout=log, stderr=log, user=owner, start_new_session=True
        )
    try:
        _wait(folder, server)
        yield
    finally:
        server.communicate()


def _wait(folder: Path, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            break
        try:
            psycopg.connect(host=str(folder), user="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise RuntimeError((folder / "log").read_text())

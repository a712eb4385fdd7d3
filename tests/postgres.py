"""A PostgreSQL server for tests: a throw-away cluster in a temporary folder, on a free port, run by who may (initdb refuses root)."""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

OWNER = "detente"
# A test database need not outlive the power.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=100"


def programs() -> Path | None:
    """The folder of the newest initdb and pg_ctl: Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


def missing() -> str:
    """Why there can be no server here; empty if there can."""
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed: pip install 'detente[postgres]'"
    if programs() is None:
        return "no PostgreSQL on this machine: install the package `postgresql` to run its tests"
    if os.geteuid() == 0 and _other_user() is None:
        return "initdb refuses root, and there is no user `postgres` here"
    return ""


def _other_user() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


@dataclass(frozen=True)
class Server:
    """A running server. Databases are numbered, so that no test meets another's."""

    port: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, name: str) -> str:
        """What DATABASE_URL says of a database."""
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{name}"

    def make(self, template: str = "template1") -> str:
        """A new database: empty, or a copy of another that nobody is connected to. Gives back its address."""
        import psycopg

        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)


@contextmanager
def started() -> Iterator[Server]:
    """Make a cluster, start it, and remove both at the end."""
    bin_, other = programs(), _other_user()
    assert bin_ is not None
    folder = tempfile.mkdtemp(prefix="detente-pg-")
    who: dict[str, Any] = {}
    if os.geteuid() == 0 and other is not None:
        os.chown(folder, other.pw_uid, other.pw_gid)
        who = {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}

    def call(program: str, *words: str) -> None:
        with Path(folder, f"{program}.out").open("ab") as out:  # the server inherits it: a pipe would never end
            done = subprocess.run([bin_ / program, "-D", f"{folder}/data", *words], cwd=folder, stdout=out, stderr=out, **who)
        assert done.returncode == 0, Path(folder, f"{program}.out").read_text()

    call("initdb", "-U", OWNER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    call("pg_ctl", "-w", "-t", "60", "-l", f"{folder}/log", "-o", f"-k {folder} -p {port} -h 127.0.0.1 {QUICK}", "start")
    try:
        yield Server(port)
    finally:
        call("pg_ctl", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@cache
def shared() -> Server:
    """The server that all tests of this process share: started when first asked for, ended with the process."""
    running = ExitStack()
    atexit.register(running.close)
    return running.enter_context(started())


def name_of(url: str) -> str:
    """The database's name in an address."""
    return url.rpartition("/")[2]

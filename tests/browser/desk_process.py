"""A small desk of the example's articles of 2016 and 2017, coded by the real coder and served by the real `detente serve`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "minsk"
PASSWORD = "a horse of another colour"
ROLES = ("reader", "analyst", "editor", "administrator")
START_SECONDS = 120


def detente(*words: str, say: str = "") -> str:
    """Run a command to its end; what it printed."""
    done = subprocess.run([sys.executable, "-m", "detente.cli", *words], input=say, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def make_desk(folder: Path) -> Path:
    """The desk, run, with a user of each role who is named after it."""
    (folder / "articles").mkdir(parents=True)
    shutil.copy(EXAMPLE / "detente.toml", folder)
    for path in sorted((EXAMPLE / "articles").glob("201[67]*")):
        shutil.copy(path, folder / "articles")
    detente("run", str(folder))
    for role in ROLES:
        detente("user", "add", role, "--role", role, "--password-stdin", "--desk", str(folder), say=f"{PASSWORD}\n")
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which `detente serve` shows the desk."""
    log = (folder / "serve.log").open("wb")
    command = [sys.executable, "-u", "-m", "detente.cli", "serve", str(folder), "--port", "0"]
    served = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=os.environ)
    try:
        yield _address(served)
    finally:
        served.terminate()
        served.wait(timeout=30)
        log.close()
    said = (folder / "serve.log").read_text("utf-8", "replace")
    assert "Traceback" not in said, said[-3000:]


def _address(served: subprocess.Popen[bytes]) -> str:
    assert served.stdout is not None
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        line = served.stdout.readline()
        if found := re.search(rb"http://\S+?/(?= shows)", line):
            return found[0].decode()
        assert served.poll() is None, "the server ended"
    raise AssertionError("the server does not start")

"""Real processes that write at once: `detente run` over and over, `detente serve`, and editors who save through it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from itertools import count
from pathlib import Path
from threading import Event, Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

from tests.conftest import ROOT, TOY_SETTINGS

ARTICLES_A_RUN = 40
START_SECONDS = 120  # PostgreSQL's migrations on a busy machine
PASSWORD = "a horse of another colour"

# `detente ...` in a process of its own, with the toys of tests/conftest.py in the place of reader and coder.
PROGRAM = f"""
import importlib.util, sys
spec = importlib.util.spec_from_file_location("toys", {str(ROOT / "tests" / "conftest.py")!r})
toys = importlib.util.module_from_spec(spec)
spec.loader.exec_module(toys)
toys.install_toys(setattr, sys.modules.__setitem__)
from detente.cli import main
main()
"""
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def detente(*words: str, say: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [sys.executable, "-c", PROGRAM, *words]
    return subprocess.run(command, input=say, env=os.environ | (env or {}), capture_output=True, text=True, timeout=300, check=False)


@dataclass
class Report:
    """What happened. seconds: what was asked -> how long each answer took; failures: what went wrong, in words."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)

    def lines(self) -> str:
        """Counts, medians and longest, a line each."""
        rows = [f"{name}: {len(s)}, median {sorted(s)[len(s) // 2]:.2f} s, longest {max(s):.2f} s" for name, s in self.seconds.items()]
        return "\n".join([*rows, f"failures: {len(self.failures)}", *self.failures[:10]])


class Editor:
    """A person with a browser, as far as forms go."""

    def __init__(self, address: str, name: str, report: Report) -> None:
        self.address, self.name, self.report = address, name, report
        self.opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        """A page."""
        return self._ask(path, None)

    def post(self, page: str, to: str = "", **values: str) -> str:
        """Read the page with the form, send the form; what comes after it."""
        token = _TOKEN.search(self.get(page))
        assert token, f"{page} has no form"
        return self._ask(to or page, {"csrfmiddlewaretoken": token[1], **values})

    def log_in(self) -> None:
        """Log in; no more than that the desk opens is asked for."""
        self.post("desk/login/", username=self.name, password=PASSWORD)

    def _ask(self, path: str, form: dict[str, str] | None) -> str:
        began, what = time.perf_counter(), f"{'POST' if form else 'GET'} /{path.partition('?')[0]}"
        try:
            with self.opener.open(self.address + path, urlencode(form).encode() if form else None, timeout=60) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            self.report.failures.append(f"{self.name}: {what}: {error.code} {_words(error.read().decode())}")
        except OSError as error:
            self.report.failures.append(f"{self.name}: {what}: {error!r}")
        finally:
            self.report.seconds[what].append(time.perf_counter() - began)
        return ""


def _words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())[-200:]


def write_desk(folder: Path, articles: int = 6) -> None:
    """A desk in the toy language."""
    (folder / "articles").mkdir(parents=True)
    (folder / "detente.toml").write_text(TOY_SETTINGS, "utf-8")
    add_articles(folder, 0, articles)


def add_articles(folder: Path, first: int, how_many: int) -> None:
    """Articles of 2016, each with two events of its own."""
    for number in range(first, first + how_many):
        day = f"2016-{number % 12 + 1:02}-{number % 27 + 1:02}"
        text = f"USA {'helps' if number % 3 else 'bans'} BLR. {'POL bans' if number % 2 else 'UKR helps'} BLR. Number {number}."
        half = folder / f".{number}.half"
        half.write_text(f"Title {number}\n{day}\nen\n{text}", "utf-8")
        half.rename(folder / "articles" / f"{number:06}.txt")


def write_at_once(folder: Path, seconds: float, env: dict[str, str], acts: dict[str, Callable[[Editor, int], None]]) -> Report:
    """Serve the desk in ``folder``, run it over and over, and let a user of each name in ``acts`` do that act over and over."""
    report, done = Report(), Event()
    for name in acts:
        role = "administrator" if name == "chief" else "editor"
        added = detente("user", "add", name, "--role", role, "--password-stdin", "--desk", str(folder), say=f"{PASSWORD}\n", env=env)
        assert added.returncode == 0, added.stderr
    log = (folder.parent / "serve.log").open("wb")
    served = subprocess.Popen(
        [sys.executable, "-u", "-c", PROGRAM, "serve", str(folder), "--port", "0"], stdout=subprocess.PIPE, stderr=log, env=os.environ | env
    )
    try:
        address = _address(served)
        threads = [Thread(target=_run_over_and_over, args=(folder, env, report, done))]
        threads += [Thread(target=_edit, args=(Editor(address, name, report), act, done)) for name, act in acts.items()]
        for thread in threads:
            thread.start()
        done.wait(seconds)
        done.set()
        for thread in threads:
            thread.join(timeout=300)
            assert not thread.is_alive(), report.lines()
    finally:
        done.set()
        served.terminate()
        served.wait(timeout=30)
        log.close()
    said = (folder.parent / "serve.log").read_text("utf-8", "replace")
    if said.strip():
        report.failures.append(f"the server said: {said[-3000:]}")
    return report


def _address(served: subprocess.Popen[bytes]) -> str:
    assert served.stdout is not None
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        found = re.search(rb"http://\S+?/(?= shows)", served.stdout.readline())
        if found:
            return found[0].decode()
        assert served.poll() is None, "the server ended"
    raise AssertionError("the server does not start")


def _run_over_and_over(folder: Path, env: dict[str, str], report: Report, done: Event) -> None:
    for number in count(1):
        if done.is_set():
            return
        add_articles(folder, 1000 * number, ARTICLES_A_RUN)
        began = time.perf_counter()
        ran = detente("run", str(folder), env=env)
        report.seconds["detente run"].append(time.perf_counter() - began)
        if ran.returncode != 0:
            report.failures.append(f"detente run: {ran.returncode} {ran.stderr[-500:]}")


def _edit(editor: Editor, act: Callable[[Editor, int], None], done: Event) -> None:
    with suppress(StopIteration):
        try:
            editor.log_in()
            for number in count():
                if number and done.is_set():  # on a busy machine the time may be up before the first
                    return
                act(editor, number)
        except Exception as error:  # noqa: BLE001 - a thread that dies must be heard of
            editor.report.failures.append(f"{editor.name}: {error!r}")


def counts(report: Report) -> Counter[str]:
    """How often each thing was asked."""
    return Counter({name: len(seconds) for name, seconds in report.seconds.items()})

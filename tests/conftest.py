"""What several tests share: small stand-ins for the reader and the coder, so that the pipeline's own logic is tested in milliseconds."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

# Playwright's loop runs in the thread of the tests while a browser is open; Django would take every query there for one in async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from detente.types import Article, Assessment, Coding, Event, Forecast, Mention

if TYPE_CHECKING:
    from tests.postgres import Server

ROOT = Path(__file__).resolve().parents[1]


def make_event(article: str, text: str, found: re.Match[str], day: date | None, plover: str, intensity: float) -> Event:
    """An event of the toy language of `toy_coder`."""
    actor, recipient = (found["actor"],), (found["recipient"],)
    key = hashlib.sha256(f"{actor}{recipient}{plover}{day}".encode()).hexdigest()[:16]
    mention = Mention(article, "text", text[found.start() : found.end()], found.start(), found.end())
    return Event(
        id=key, actor=actor, recipient=recipient, plover=plover, mode=None, contexts=(), cameo="000", intensity=intensity,
        realis="asserted", content=None, date_start=day, date_end=day, date_source="published" if day else None, quantity=None,
        speaker=None, mentions=(mention,), rule="toy",
    )  # fmt: skip


TOY = re.compile(r"(?P<actor>[A-Z]{3,6}) (?P<verb>helps|bans) (?P<recipient>[A-Z]{3,6})")
TOY_VERBS = {"helps": ("AID", 7.0), "bans": ("SANCTION", -6.0)}


def toy_read(paths: Iterable[Path], *, skip: Callable[[Path, str], bool]) -> Iterator[object]:
    """Reads ``title / YYYY-MM-DD or nothing / language / text`` a line each; "bad" files are problems."""
    from detente.articles.folders import list_files
    from detente.articles.problems import FileRead, ReadProblem

    for found in list_files(list(paths)):
        if isinstance(found, ReadProblem):
            yield found
            continue
        path, text = found.path, found.path.read_text("utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        if skip(path, digest):
            continue
        if text.startswith("BAD"):
            yield ReadProblem(file=str(path), what="not an article", hint="write one", fatal=True)
            yield FileRead(str(path), digest, 0, 1)
            continue
        title, day, language, body = text.split("\n", 3)
        if not day:
            yield ReadProblem(file=str(path), what="no date", hint="give it one", fatal=False)
        published = datetime.fromisoformat(day) if day else None
        key = hashlib.sha256(f"{title}{day}{body}".encode()).hexdigest()[:16]
        yield Article(id=key, title=title, text=body, published=published, source=path.stem, language=language, file=str(path))
        yield FileRead(str(path), digest, 1, 0)


def toy_code(articles: Iterable[Article], **_: object) -> Iterator[Coding]:
    """``BLR helps USA`` and ``BLR bans USA``."""
    for article in articles:
        day = article.published.date() if article.published else None
        events = tuple(make_event(article.id, article.text, m, day, *TOY_VERBS[m["verb"]]) for m in TOY.finditer(article.text))
        yield Coding(article.id, events)


def toy_merge(codings: Iterable[Coding]) -> tuple[list[Event], list[Assessment], list[Forecast]]:
    """Events of one id become one, with all mentions."""
    from dataclasses import replace

    merged: dict[str, Event] = {}
    for coding in codings:
        for event in coding.events:
            known = merged.get(event.id)
            merged[event.id] = replace(known, mentions=known.mentions + event.mentions) if known else event
    return list(merged.values()), [], []


def toy_duplicates(articles: Iterable[Article]) -> dict[str, str]:
    """Articles of the same text are duplicates of the first."""
    first: dict[str, str] = {}
    found = {}
    for article in sorted(articles, key=lambda a: (str(a.published), a.id)):
        if first.setdefault(article.text, article.id) != article.id:
            found[article.id] = first[article.text]
    return found


def install_toys(put: Callable[[object, str, object], object], put_module: Callable[[str, ModuleType], object]) -> None:
    """Put the toys in the places of reader, duplicate finder, coder and merger."""
    import detente.articles
    import detente.events

    put(detente.articles, "read_stream", toy_read)
    put(detente.events, "code_articles", toy_code)
    put(detente.events, "CODER_VERSION", "toy-1")
    for name, attribute, toy in (
        ("detente.articles.duplicates", "find_duplicates", toy_duplicates),
        ("detente.events.merge", "merge_events", toy_merge),
    ):
        module = ModuleType(name)
        setattr(module, attribute, toy)
        put_module(name, module)


@pytest.fixture
def toy_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace reader, duplicate finder, coder and merger by the toys above."""
    install_toys(
        lambda module, name, toy: monkeypatch.setattr(module, name, toy, raising=False),
        lambda name, module: monkeypatch.setitem(sys.modules, name, module),
    )


@pytest.fixture
def put_article() -> Callable[..., Path]:
    """Writes an article of the toy language into a desk."""

    def put(desk: Path, name: str, text: str, day: str = "2016-05-10", title: str = "A title", language: str = "en") -> Path:
        path = desk / "articles" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{title}\n{day}\n{language}\n{text}", "utf-8")
        return path

    return put


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMIUM_ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, or a skip that says that there is none. One a session: Playwright allows no second one in a thread."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install the package `chromium` to run the browser tests")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


# Which database a test runs on. Most run on SQLite; those marked `both` on PostgreSQL as well, and `pytest --database postgres` runs all
# others that ask for a database on PostgreSQL, but for those marked `sqlite`: they are about SQLite itself.
both = pytest.mark.parametrize("database", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgres"), default="sqlite", help="the database of tests that need one")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--database") == "postgres":  # those that name their databases run on both in the first pass
        elsewhere = [item for item in items if item.get_closest_marker("sqlite") or "database" in _parameters(item)]
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]
    if os.environ.get("DETENTE_CI"):  # there all of the desk's tests run on PostgreSQL in a pass of their own (.ci/run)
        again = [item for item in items if item.get_closest_marker("representative")]
        config.hook.pytest_deselected(items=again)
        items[:] = [item for item in items if item not in again]
    # Files with a long test first, so that no process ends on one while the others have nothing left to do.
    long = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: item.path not in long)


def _parameters(item: pytest.Item) -> dict[str, object]:
    found: dict[str, object] = getattr(getattr(item, "callspec", None), "params", {})
    return found


@pytest.fixture(scope="session")
def postgres() -> Server:
    """A PostgreSQL server for the whole session, or a skip that says why there is none."""
    from tests.postgres import missing, shared

    if reason := missing():
        pytest.skip(reason)
    return shared()


@pytest.fixture
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """ "sqlite" or "postgres"; with the latter, DATABASE_URL names an empty database of the test's own."""
    kind: str = getattr(request, "param", None) or request.config.getoption("--database")
    if kind == "sqlite":
        monkeypatch.delenv("DATABASE_URL", raising=False)
        yield kind
        return
    monkeypatch.setenv("DATABASE_URL", request.getfixturevalue("postgres").make())
    yield kind
    from django.db import connections

    connections.close_all()


TOY_SETTINGS = """
title = "Toy desk"
[[category]]
name = "Minsk and Washington"
relations = [{ sides = ["BLR", "USA"] }]
[[category]]
name = "Neighbours"
relations = [{ sides = ["BLR", "UKR"], weight = 2 }, { sides = ["BLR", "POL"] }]
[[relation]]
sides = ["BLR", "RUS"]
"""


@pytest.fixture
def toy_desk(tmp_path: Path, toy_stages: None, database: str) -> Path:
    """A desk's folder, with settings and no article yet."""
    folder = tmp_path / "desk"
    (folder / "articles").mkdir(parents=True)
    (folder / "detente.toml").write_text(TOY_SETTINGS, "utf-8")
    return folder


def json_lines(text: str) -> list[dict[str, object]]:
    """The objects in JSON lines."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


# In CI a test that is skipped for want of a part (browser, parser) is a failure; only the development data may be absent.
_SKIPPED: list[str] = []


def _may_skip(report: pytest.TestReport | pytest.CollectReport) -> bool:
    reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return "shared" in getattr(report, "keywords", {}) or "shared" in reason


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail") and not _may_skip(report):
        _SKIPPED.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped and not _may_skip(report):
        _SKIPPED.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workeroutput"):  # one of several processes: what it collected only it knows
        session.config.workeroutput["detente_skipped"] = list(_SKIPPED)
    elif os.environ.get("DETENTE_CI") and _SKIPPED:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print(f"\nskipped, and CI allows no skip for want of a part: {', '.join(sorted(set(_SKIPPED)))}", file=sys.stderr)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    _SKIPPED.extend(getattr(node, "workeroutput", {}).get("detente_skipped", ()))

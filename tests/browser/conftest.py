"""A site on a local port and a real Chromium to read it with."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from detente.types import Article, Event, Mention

EVIL = '"><img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>'


def fake_desk() -> ModuleType:
    name = "detente_tests_pages_fake_desk"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / "pages" / "fake_desk.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made desk with one hostile article beside the dozen."""
    from detente.pages import write_site

    fake = fake_desk()
    desk = fake.FakeDesk()
    text = f"{EVIL} They signed {EVIL}"
    evil = Article(
        "evil",
        EVIL,
        text,
        datetime.fromisoformat("2016-06-30"),
        EVIL,
        "javascript:document.title='ran'", EVIL, EVIL, category=EVIL, kind="analysis"
    )  # fmt: skip
    start = text.index("signed")
    mention = Mention("evil", "text", "signed", start, start + 6)
    day = date(2016, 6, 30)
    event = Event(
        "evil", ("ARK",), ("BOR",), "AGREE", EVIL, (EVIL,), EVIL, 1.0, "asserted", None, day, day, "stated", None, None, (mention,), EVIL
    )
    long = replace(evil, id="long", title="Verylongwordwithoutanyspace" * 12, text="w" * 5000, url="https://x.example/" + "y" * 300)
    desk.extra, desk.extra_events = [evil, long], [event]
    desk.outlooks = {"ARK-BOR": fake.OUTLOOK, "Foreign policy": replace(fake.OUTLOOK, thin=EVIL)}
    desk.found = {"ARK-BOR": [*fake.FINDINGS, replace(fake.FINDINGS[0], kind="spiral", sentence=EVIL, unit=EVIL)]}
    desk.would = {"ARK-BOR": [EVIL, "One sanction would turn it to deteriorated."]}
    out = tmp_path_factory.mktemp("site") / "out"
    write_site(desk, out, None, fake.names)
    return out


@pytest.fixture(scope="session")
def address(site_folder: Path) -> Iterator[str]:
    """Where the site is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site_folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def paths(site_folder: Path) -> list[str]:
    """Every page of the site."""
    return sorted(p.relative_to(site_folder).as_posix() for p in site_folder.rglob("*.html"))

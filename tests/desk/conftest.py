"""A served desk for tests. Django is configured once a process; every test gets a folder, a database and a clean slate of its own.

    def test_x(served: Path, as_role: Callable[[str], Client]) -> None:
        answer = as_role("editor").get("/desk/inbox/")

The desk speaks the toy language of tests/conftest.py ("BLR bans USA"), so nothing here needs the parser. `as_role("anonymous")` is a
client that is not logged in; the users are named after their roles, and all have `PASSWORD`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.conftest import TOY_SETTINGS, install_toys
from tests.postgres import missing, name_of, shared

if TYPE_CHECKING:
    from django.test import Client

pytest.importorskip("wagtail", reason="needs the extra detente[desk]")

ROLES = ("reader", "analyst", "editor", "administrator")
PASSWORD = "a horse of another colour"
# Six months in which Minsk and Washington quarrel and make up; one article tells two things.
ARTICLES = (
    ("2016-01-10", "Aid goes on", "USA helps BLR"),
    ("2016-02-14", "A ban and its answer", "USA bans BLR. BLR bans USA"),
    ("2016-03-05", "Warsaw helps", "POL helps BLR"),
    ("2016-04-02", "Kiev shuts the border", "UKR bans BLR"),
    ("2016-05-10", "Help again", "USA helps BLR"),
    ("2016-06-20", "And more of it", "USA helps BLR. BLR helps RUS"),
)

# Settings are global in Django, and record tests configure their own if they come first: so here, while tests are being collected.
_SESSION = Path(tempfile.mkdtemp(prefix="detente-desk-tests-"))
_FOLDER = _SESSION / "desk"
_address = ""  # of the PostgreSQL database that tests get copies of


def _write_desk(folder: Path) -> None:
    (folder / "articles").mkdir(parents=True)
    (folder / "detente.toml").write_text(TOY_SETTINGS, "utf-8")
    for day, title, text in ARTICLES:
        (folder / "articles" / f"{day}.txt").write_text(f"{title}\n{day}\nen\n{text}", "utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Settings and some of Wagtail's tables and models are made for one kind of database: so the whole process is for that kind."""
    global _address
    if config.getoption("--database") == "postgres":
        if reason := missing():
            pytest.skip(reason, allow_module_level=True)
        _address = shared().make()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", _address)
        _start()


def _start() -> None:
    """Configure Django with a desk that will be replaced for every test."""
    from detente.desk.start import start_desk

    _write_desk(_FOLDER)
    start_desk(_FOLDER)
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose
    settings.ALLOWED_HOSTS = ["*"]  # Django's test client is "testserver"


def pytest_unconfigure() -> None:
    shutil.rmtree(_SESSION, ignore_errors=True)


def point_to(folder: Path) -> None:
    """Make ``folder`` the desk that this process serves, with the database that DATABASE_URL names or the one in the folder."""
    from django.conf import settings
    from django.core.cache import cache
    from django.core.signals import setting_changed
    from django.db import connections

    from detente.desk.api.limits import COUNTER
    from detente.desk.limits import KEPT, READERS
    from detente.record.django_settings import database_for

    connections["default"].close()
    connections.settings["default"] = connections.configure_settings({"default": database_for(folder)})["default"]
    del connections["default"]
    settings.DESK_FOLDER = str(folder)
    for counter in (COUNTER, READERS, KEPT):  # what other tests asked for
        counter.windows.clear()
    settings.MEDIA_ROOT = str(folder / "media")
    cache.clear()  # Wagtail keeps photos and sites there by their numbers, which begin anew
    setting_changed.send(sender=None, setting="MEDIA_ROOT", value=settings.MEDIA_ROOT, enter=True)  # the storage keeps it


@pytest.fixture(scope="session")
def made_desk() -> Path:
    """The folder that every test gets a copy of: run, with one user of each role."""
    from detente.desk.people.accounts import make_user
    from detente.pipeline import open_desk, run

    with pytest.MonkeyPatch.context() as patch:
        install_toys(
            lambda module, name, toy: patch.setattr(module, name, toy, raising=False),
            lambda name, module: patch.setitem(__import__("sys").modules, name, module),
        )
        patch.setenv("DATABASE_URL", _address)
        point_to(_FOLDER)
        run(open_desk(_FOLDER))
        for role in ROLES:
            make_user(role, role, PASSWORD)
    from django.db import connections

    connections.close_all()
    return _FOLDER


@pytest.fixture
def served(made_desk: Path, tmp_path: Path, toy_stages: None, database: str) -> Iterator[Path]:
    """A desk of the test's own, which `detente.desk` serves: articles, statuses, users of all roles."""
    from django.db import connections

    folder = tmp_path / "served"
    shutil.copytree(made_desk, folder)
    with pytest.MonkeyPatch.context() as patch:
        if database == "postgres":
            connections.close_all()  # a database that is in use cannot be copied
            patch.setenv("DATABASE_URL", shared().make(name_of(_address)))
        point_to(folder)
        yield folder
        connections.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", _address)
        point_to(made_desk)


@pytest.fixture
def as_role(served: Path) -> Callable[[str], Client]:
    """A client logged in as the user of a role; "anonymous" is not logged in. It checks CSRF tokens only if told to."""
    from django.test import Client

    from detente.desk.people.models import User

    def client(role: str) -> Client:
        made = Client()
        if role != "anonymous":
            made.force_login(User.objects.get(username=role))
        return made

    return client


@pytest.fixture
def live(served: Path) -> Iterator[str]:
    """The address of the desk on a real server, for a browser or several clients at once."""
    from detente.config import load_config
    from detente.desk.server import make_server, port_of, serve_in_thread

    server = make_server(load_config(served), "127.0.0.1", 0, 0)
    stop = serve_in_thread(server)
    yield f"http://127.0.0.1:{port_of(server)}/"
    stop()

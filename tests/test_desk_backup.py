"""A desk in one file and back: everything that cannot be made again is there, and a forged file leaves nothing behind."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.desk_backup import LIST_NAME, back_up, restore
from detente.errors import BackupError, DetenteError
from detente.pipeline import open_desk, run

if TYPE_CHECKING:
    from tests.postgres import Server


@pytest.fixture
def full_desk(toy_desk: Path, put_article: Callable[..., Path]) -> Path:
    """A desk that was run, with a correction, an override, a photo, a table's folder and what is left out."""
    put_article(toy_desk, "one", "USA bans BLR", "2016-05-10")
    put_article(toy_desk, "two: a name", "USA helps BLR", "2016-05-20")
    run(open_desk(toy_desk))
    desk = open_desk(toy_desk)
    article = desk.articles()[0]
    desk.correct(article.id, "text", 0, 3, action="drop", user="ann", reason="a slip")
    desk.override("Neighbours", "improved", user="bob", reason="I know", from_date=date(2016, 5, 1))
    for name in ("media/images/a.jpg", "tables/icews/1.parquet", "site/index.html", ".detente/vectors", ".desk-secret", "media/.hidden"):
        (toy_desk / name).parent.mkdir(parents=True, exist_ok=True)
        (toy_desk / name).write_bytes(b"x" * 3000)
    return toy_desk


def test_there_and_back(full_desk: Path, tmp_path: Path) -> None:
    made = back_up(full_desk, tmp_path / "desk.zip")
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "desk.zip").stat().st_mode) == 0o600
    again = restore(tmp_path / "desk.zip", tmp_path / "new" / "desk")
    assert (again.files, again.bytes, again.made_at) == (made.files, made.bytes, made.made_at)
    old, new = open_desk(full_desk), open_desk(tmp_path / "new" / "desk")
    assert new.articles() == old.articles()
    assert new.corrections() == old.corrections() and new.overrides() == old.overrides()
    day = old.as_of()
    assert new.statuses(day) == old.statuses(day)
    assert (new.path / "media/images/a.jpg").read_bytes() == b"x" * 3000
    assert {p.name for p in new.path.iterdir()} >= {"articles", "media", "tables", "detente.toml", "detente.db"}
    for left_out in ("site", ".desk-secret", "media/.hidden"):
        assert not (new.path / left_out).exists()
    summary = run(new)
    assert summary.articles_new == 0 and summary.coded == 0


def test_while_others_write(full_desk: Path, tmp_path: Path) -> None:
    """An open write transaction of another process holds nothing up, and is not in the copy."""
    other = sqlite3.connect(full_desk / "detente.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM record_coding")
    back_up(full_desk, tmp_path / "desk.zip")
    other.execute("ROLLBACK")
    other.close()
    restore(tmp_path / "desk.zip", tmp_path / "new")
    assert len(open_desk(tmp_path / "new").events()) == len(open_desk(full_desk).events()) > 0


def test_a_file_that_changes_meanwhile(full_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is listed is what went in."""
    photo, really = full_desk / "media/images/a.jpg", zipfile.ZipFile.open

    def changing(self: zipfile.ZipFile, name: str | zipfile.ZipInfo, mode: str = "r", *rest: bytes | None, **more: bool) -> object:
        if mode == "w" and getattr(name, "filename", name) == "media/images/a.jpg":
            photo.write_bytes(b"y" * 5000)
        return really(self, name, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(zipfile.ZipFile, "open", changing)
    made = back_up(full_desk, tmp_path / "desk.zip")
    with zipfile.ZipFile(tmp_path / "desk.zip") as archive:
        assert archive.namelist()[-1] == LIST_NAME
        assert archive.getinfo("media/images/a.jpg").compress_type == zipfile.ZIP_DEFLATED
    assert restore(tmp_path / "desk.zip", tmp_path / "new").bytes == made.bytes
    assert (tmp_path / "new/media/images/a.jpg").read_bytes() == b"y" * 5000


def test_a_file_older_than_zips(full_desk: Path, tmp_path: Path) -> None:
    os.utime(full_desk / "media/images/a.jpg", (0, 0))
    back_up(full_desk, tmp_path / "desk.zip")
    restore(tmp_path / "desk.zip", tmp_path / "new")
    assert (tmp_path / "new/media/images/a.jpg").read_bytes() == b"x" * 3000


def test_a_file_whose_name_is_no_text(full_desk: Path, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(full_desk / "media") + b"/caf\xe9.jpg")).write_bytes(b"x")
    except (OSError, UnicodeError):
        pytest.skip("names are always text here")
    back_up(full_desk, tmp_path / "desk.zip")
    restore(tmp_path / "desk.zip", tmp_path / "new")
    assert b"caf\xe9.jpg" in [os.fsencode(path.name) for path in (tmp_path / "new" / "media").iterdir()]
    assert {p.name for p in (tmp_path / "new").iterdir()} == {"articles", "detente.db", "detente.toml", "media", "tables"}


def test_a_file_that_cannot_be_read(full_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Path.open

    def failing(self: Path, *args: str, **more: str) -> object:
        if self.name == "a.jpg":
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(BackupError, match=r"a\.jpg: this file cannot be backed up: Permission denied"):
        back_up(full_desk, tmp_path / "desk.zip")
    assert not (tmp_path / "desk.zip").exists()


def test_the_desk_itself_as_a_lexicon_folder(full_desk: Path, tmp_path: Path) -> None:
    with (full_desk / "detente.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[lexicon]\nfolders = ["."]\n')
    names = "name\tnames\tcode\tkind\tfrom\tto\tnote\nZedland\tZED\tUSA\tplace\t\t\t\n"
    (full_desk / "names.tsv").write_text(names, "utf-8")
    (full_desk / "notes.txt").write_text("not the lexicon's", "utf-8")
    back_up(full_desk, tmp_path / "desk.zip")
    restore(tmp_path / "desk.zip", tmp_path / "new")
    assert (tmp_path / "new/media/images/a.jpg").exists() and not (tmp_path / "new/site").exists()
    assert (tmp_path / "new/names.tsv").read_text("utf-8") == names and not (tmp_path / "new/notes.txt").exists()
    assert open_desk(tmp_path / "new").coder() == open_desk(full_desk).coder()


def test_restores_into_a_new_folder_only(full_desk: Path, tmp_path: Path) -> None:
    back_up(full_desk, tmp_path / "desk.zip")
    with pytest.raises(BackupError, match="new folder only"):
        restore(tmp_path / "desk.zip", full_desk)


def test_refuses_to_lie_in_what_it_holds(full_desk: Path) -> None:
    with pytest.raises(BackupError, match="folder that it holds"):
        back_up(full_desk, full_desk / "media" / "desk.zip")


def forged(source: Path, target: Path, change: Callable[[dict[str, object], dict[str, bytes]], None]) -> Path:
    """A backup with its list and files changed."""
    with zipfile.ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    head = json.loads(files.pop(LIST_NAME))
    change(head, files)
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(LIST_NAME, json.dumps(head))
        for name, content in files.items():
            archive.writestr(name, content)
    return target


def _other_bytes(head: dict, files: dict) -> None:
    files["detente.toml"] = files["detente.toml"][:-1] + b"#"


def _outside(head: dict, files: dict) -> None:
    head["files"]["../evil"] = head["files"]["detente.toml"]
    files["../evil"] = files["detente.toml"]


def _absolute(head: dict, files: dict) -> None:
    head["files"]["/tmp/evil"] = head["files"]["detente.toml"]


def _hidden(head: dict, files: dict) -> None:
    head["files"][".ssh/key"] = head["files"]["detente.toml"]


def _longer(head: dict, files: dict) -> None:
    files["media/images/a.jpg"] = b"x" * 10_000


def _missing(head: dict, files: dict) -> None:
    del files["detente.db"]


def _no_database(head: dict, files: dict) -> None:
    import hashlib

    files["detente.db"] = b"not a database, but of the listed hash"
    head["files"]["detente.db"] = {"size": len(files["detente.db"]), "sha256": hashlib.sha256(files["detente.db"]).hexdigest()}


def _newer(head: dict, files: dict) -> None:
    head["format"] = 99


def _not_a_list(head: dict, files: dict) -> None:
    head["files"] = ["detente.toml"]


def _huge(head: dict, files: dict) -> None:
    head["files"]["media/images/a.jpg"]["size"] = 10**18


@pytest.mark.parametrize(
    "change", [_other_bytes, _outside, _absolute, _hidden, _longer, _missing, _no_database, _newer, _not_a_list, _huge]
)
def test_forged_backups_are_refused_and_leave_nothing(change: Callable[..., None], full_desk: Path, tmp_path: Path) -> None:
    back_up(full_desk, tmp_path / "desk.zip")
    bad = forged(tmp_path / "desk.zip", tmp_path / "bad.zip", change)
    (tmp_path / "room").mkdir()
    with pytest.raises(DetenteError):
        restore(bad, tmp_path / "room" / "new")
    assert not list((tmp_path / "room").iterdir())
    assert not (tmp_path / "evil").exists() and not Path("/tmp/evil").exists()


@pytest.mark.parametrize("database", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
def test_there_and_back_on_postgresql(full_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgres: Server) -> None:
    """Into an empty database, with the triggers that keep decisions; not into one that holds anything, and then nothing is left."""
    from django.db import DatabaseError, connections

    made = back_up(full_desk, tmp_path / "desk.zip")
    old = open_desk(full_desk)
    day = old.as_of()
    said, decided = old.statuses(day), (old.articles(), old.corrections(), old.overrides())
    with pytest.raises(DetenteError, match="tables already"):
        restore(tmp_path / "desk.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()
    connections.close_all()
    monkeypatch.setenv("DATABASE_URL", postgres.make())
    again = restore(tmp_path / "desk.zip", tmp_path / "new")
    assert (again.kind, again.files, again.bytes) == ("postgresql", made.files, made.bytes)
    new = open_desk(tmp_path / "new")
    assert new.db != old.db and new.statuses(day) == said and (new.articles(), new.corrections(), new.overrides()) == decided
    with pytest.raises(DatabaseError, match="append-only"), connections[new.db].cursor() as cursor:
        cursor.execute("UPDATE record_correction SET reason = 'another'")
    summary = run(new)
    assert (summary.articles_new, summary.coded) == (0, 0)
    assert not (tmp_path / "new" / "record.pgdump").exists() and not (tmp_path / "new" / "detente.db").exists()


def test_no_backup_at_all(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK nothing")
    with pytest.raises(BackupError, match="no backup"):
        restore(tmp_path / "x.zip", tmp_path / "new")


def test_kinds_of_database_are_not_mixed(full_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(full_desk, tmp_path / "desk.zip")
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@localhost:1/none")
    with pytest.raises(BackupError, match="this backup's database is sqlite"):
        restore(tmp_path / "desk.zip", tmp_path / "new")


def test_says_that_the_client_is_missing(full_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@localhost:1/none")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DetenteError, match="pg_dump is not on this machine"):
        back_up(full_desk, tmp_path / "desk.zip")
    assert not (tmp_path / "desk.zip").exists()

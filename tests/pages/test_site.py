from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import detente.pages.site as site_module
from detente.errors import PagesError
from detente.pages import write_site
from detente.types import Article


def snapshot(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def test_the_same_desk_gives_the_same_bytes(tmp_path: Path, fake: Any) -> None:
    report = write_site(fake.FakeDesk(), tmp_path / "one", None, fake.names)
    write_site(fake.FakeDesk(), tmp_path / "deep" / "two", None, fake.names)
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "deep" / "two")
    assert report.pages == 26
    assert report.as_of == date(2016, 7, 1)
    assert report.bytes == sum(len(c) for n, c in snapshot(tmp_path / "one").items() if n != site_module.MANIFEST)


def test_a_second_build_writes_nothing_anew(tmp_path: Path, desk: Any, fake: Any) -> None:
    write_site(desk, tmp_path / "out", None, fake.names)
    times = {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*")}
    report = write_site(desk, tmp_path / "out", None, fake.names)
    assert (report.written, report.deleted) == (0, 0)
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*")} == times


def test_an_earlier_edition_replaces_a_later_one_and_leaves_no_stale_page(tmp_path: Path, desk: Any, fake: Any) -> None:
    out = tmp_path / "out"
    write_site(desk, out, None, fake.names)
    (out / "CNAME").write_text("desk.example")
    report = write_site(desk, out, date(2015, 12, 1), fake.names)
    left = set(snapshot(out))
    assert report.deleted == 19  # eleven pages, seven pictures, and the map of the news: that day's may not be shown whole
    assert "CNAME" in left
    assert not any(name.startswith("articles/2016") for name in left)
    write_site(desk, tmp_path / "fresh", date(2015, 12, 1), fake.names)
    assert {k: v for k, v in snapshot(out).items() if k != "CNAME"} == snapshot(tmp_path / "fresh")


def test_a_folder_of_somebody_elses_is_refused(tmp_path: Path, desk: Any, fake: Any) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(PagesError, match="not pages of a desk"):
        write_site(desk, tmp_path, None, fake.names)
    assert snapshot(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_file_in_the_way_is_not_overwritten(tmp_path: Path, desk: Any, fake: Any) -> None:
    out = tmp_path / "out"
    write_site(desk, out, date(2015, 12, 1), fake.names)
    (out / "articles" / "2016.html").write_text("mine")
    before = snapshot(out)
    with pytest.raises(PagesError, match="not written by them"):
        write_site(desk, out, None, fake.names)
    assert snapshot(out) == before


def test_an_empty_folder_is_filled_and_a_file_is_not_a_folder(tmp_path: Path, desk: Any, fake: Any) -> None:
    (tmp_path / "empty").mkdir()
    assert write_site(desk, tmp_path / "empty", None, fake.names).written > 20
    (tmp_path / "file").write_text("")
    with pytest.raises(PagesError, match="not a folder"):
        write_site(desk, tmp_path / "file", None, fake.names)


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "a/../../outside.txt", "", 3])
def test_a_forged_manifest_deletes_nothing(tmp_path: Path, desk: Any, fake: Any, name: object) -> None:
    out = tmp_path / "out"
    write_site(desk, out, None, fake.names)
    (tmp_path / "outside.txt").write_text("keep")
    (out / site_module.MANIFEST).write_text(json.dumps({"made_by": "detente pages", "files": [name]}))
    with pytest.raises(PagesError, match="cannot be read"):
        write_site(desk, out, None, fake.names)
    assert (tmp_path / "outside.txt").read_text() == "keep"


def test_a_linked_folder_does_not_lead_out(tmp_path: Path, desk: Any, fake: Any) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    write_site(desk, out, None, fake.names)
    (out / "articles").rename(other)
    (out / "articles").symlink_to(other)
    before = snapshot(other)
    with pytest.raises(PagesError, match="leads out"):
        write_site(desk, out, date(2015, 12, 1), fake.names)
    assert snapshot(other) == before


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path, desk: Any, fake: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_site(desk, tmp_path / "out", None, fake.names)
    assert list(tmp_path.iterdir()) == []


def test_a_killed_rebuild_is_completed_by_the_next(tmp_path: Path, desk: Any, fake: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write_site(desk, out, date(2015, 12, 1), fake.names)
    real, calls = site_module._write, []

    def dies(path: Path, content: bytes) -> None:
        calls.append(path)
        if len(calls) == 6:
            raise KeyboardInterrupt
        real(path, content)

    monkeypatch.setattr(site_module, "_write", dies)
    with pytest.raises(KeyboardInterrupt):
        write_site(desk, out, None, fake.names)
    monkeypatch.undo()
    write_site(desk, out, None, fake.names)
    write_site(desk, tmp_path / "fresh", None, fake.names)
    assert snapshot(out) == snapshot(tmp_path / "fresh")


def test_a_desk_without_an_address_is_told_so(tmp_path: Path, desk: Any, fake: Any) -> None:
    desk.config = replace(desk.config, base_url="")
    assert any("base_url" in note for note in write_site(desk, tmp_path / "out", None, fake.names).notes)


def test_hundreds_of_pages_take_seconds(fake: Any) -> None:
    """Three hundred more articles, on thirty days: the desk's own work is left out by answering from memory."""
    desk = fake.FakeDesk()
    start = datetime.fromisoformat("2016-05-01")
    desk.extra = [
        Article(f"{n:016x}", f"Report number {n}", "Nothing happened. " * 40, start + timedelta(days=n % 30), "Open Wire")
        for n in range(300)
    ]
    statuses, trends = desk.statuses(date(2016, 7, 1)), desk.trends(date(2016, 7, 1))
    desk.statuses = lambda day: statuses
    desk.trends = lambda day, days=28: trends
    desk.similar = lambda article_id, kind="story", top=5: []
    desk.status_steps = lambda name, as_of: []
    from detente.pages.build import build_site

    begun = time.process_time()
    files = site_module.site_files(build_site(desk, None, fake.names))
    assert len(files) > 320
    assert time.process_time() - begun < 10  # about 1.5 s on a two-core machine; the limit only catches a wrong order of growth

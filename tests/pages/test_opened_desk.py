"""Pages of a desk as the pipeline opens it, with toy stages: the two fit together, and a desk of some size takes seconds."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from detente.opened_desk import Desk
from detente.pages import write_site
from detente.pages.build import build_site
from detente.pages.site import site_files
from detente.pipeline import open_desk, run

Put = Callable[..., Path]


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Similar articles need a model and have tests of their own."""
    monkeypatch.setattr(Desk, "similar", lambda self, article_id, kind="story", top=5: [])


def test_pages_of_an_opened_desk_are_well_formed(toy_desk: Path, put_article: Put, checked: Any, tmp_path: Path) -> None:
    put_article(toy_desk, "a", "USA helps BLR. POL bans BLR.", "2016-05-01", title="Aid arrives")
    put_article(toy_desk, "b", "USA helps BLR. KAZ helps RUS.", "2016-05-09", title="More aid")
    put_article(toy_desk, "c", "USA helps BLR. KAZ helps RUS.", "2016-05-09", title="More aid, copied")
    put_article(toy_desk, "d", "Аид.", "2016-05-10", language="ru", title="Not coded")
    desk = open_desk(toy_desk)
    run(desk)
    report = write_site(desk, tmp_path / "out")
    errors = {p.name: found for p in (tmp_path / "out").rglob("*.html") if (found := checked(p.read_text("utf-8")).errors)}
    assert errors == {}
    assert report.as_of == date(2016, 5, 10)
    front = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "Belarus – United States" in front
    assert "Minsk and Washington" in front


def test_an_editors_word_is_on_the_page_with_its_reason(toy_desk: Path, put_article: Put) -> None:
    put_article(toy_desk, "a", "USA helps BLR.", "2016-05-01")
    desk = open_desk(toy_desk)
    run(desk)
    desk.override("BLR-USA", "deteriorated", user="Ada", reason="The aid was refused.")
    site = build_site(desk, None, desk.lexicon().display_name)
    html = site_files(site)["relations/blr-usa.html"].decode()
    assert "Status set by Ada: The aid was refused." in html


def test_an_opened_desk_of_some_size_takes_seconds(toy_desk: Path, put_article: Put) -> None:
    chance = random.Random(7)
    codes = ["USA", "BLR", "UKR", "POL", "RUS"]
    for n in range(150):
        one, other = chance.sample(codes, 2)
        day = date(2015, 1, 1) + timedelta(days=3 * n)
        put_article(
            toy_desk, f"n{n}", f"{one} {chance.choice(['helps', 'bans'])} {other}. Number {n}.", day.isoformat(), title=f"Report {n}"
        )
    desk = open_desk(toy_desk)
    run(desk)
    begun = time.process_time()
    files = site_files(build_site(open_desk(toy_desk), None, desk.lexicon().display_name))
    took = time.process_time() - begun
    assert len(files) > 160
    assert took < 15  # about 2 s on a two-core machine; the limit only catches a wrong order of growth

"""The served desk in several languages: the language stands in the address, and everything that is served has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture
def spoken(served: Path) -> Iterator[Path]:
    """The served desk, in English, Belarusian and Russian."""
    from tests.desk.conftest import point_to

    settings = served / "detente.toml"
    settings.write_text('interface_languages = ["en", "be", "ru"]\n' + settings.read_text("utf-8"), "utf-8")
    point_to(served)
    yield served


def test_pages_feeds_and_search_in_each_language(spoken: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for path, words in (
        ("/be/", "Стан адносін"), ("/be/index.html", "Стан адносін"), ("/ru/relations/blr-usa.html", "Беларусь – Соединенные Штаты"),
        ("/be/changes.html", "Журнал змен"), ("/be/search", "Словы для пошуку"), ("/be/search?q=aid", "Знойдзена"),
        ("/ru/explore", "Исследовать"), ("/be/explore/relation?name=BLR-USA", "Абодва напрамкі"),
        ("/be/explore/country/BLR", "Удзельнікі падзей вакол"), ("/ru/explore/trends?over=year", "Что больше всего сдвинулось за год"),
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 200, path
        html = answer.content.decode()
        assert f'<html lang="{path[1:3]}">' in html and words in html, path
        assert "Skip to the content" not in html
    assert '"language": "be"' in client.get("/be/feed.json").content.decode()
    assert "<language>ru</language>" in client.get("/ru/relations/blr-usa.rss").content.decode()
    assert "xml:lang=" in client.get("/be/search.atom?q=aid").content.decode()
    assert b"<svg" in client.get("/be/relations/blr-usa.svg").content


def test_the_switch_keeps_page_and_question(spoken: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    found = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="\w+"', client.get("/be/search?q=aid&kind=event").content.decode())
    assert {code: href.replace("&amp;", "&") for href, code in found} == {
        "en": "../search?q=aid&kind=event", "be": "search?q=aid&kind=event", "ru": "../ru/search?q=aid&kind=event",
    }  # fmt: skip
    html = client.get("/ru/explore/relation?name=BLR-USA").content.decode()
    assert 'href="../../be/explore/relation?name=BLR-USA' in html


def test_a_cited_status_has_an_address_in_each_language(spoken: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    day = re.search(r'href="[^"]*statuses/BLR-USA/([\d-]+)"', client.get("/be/relations/blr-usa.html").content.decode())
    assert day
    html = client.get(f"/be/statuses/BLR-USA/{day[1]}").content.decode()
    assert "Статус дня" in html and "Цытаваць гэта" in html
    kept = client.post(f"/be/statuses/BLR-USA/{day[1]}/cite")
    assert kept.status_code == 303 and kept.headers["Location"].startswith(f"/be/statuses/BLR-USA/{day[1]}/")
    edition = kept.headers["Location"].rpartition("/")[2]
    assert client.get(f"/statuses/BLR-USA/{day[1]}/{edition}").status_code == 200, "the same answer, whatever the language"
    for path, code in ((kept.headers["Location"], "be"), (f"/ru/statuses/BLR-USA/{day[1]}/{edition}", "ru")):
        drivers = re.search(r'<table class="drivers">.*?</table>', client.get(path).content.decode(), re.DOTALL)
        assert drivers and {"be": "згасанне", "ru": "затухание"}[code] in drivers[0] and 'lang="en"' not in drivers[0], drivers
    assert client.get(f"/be/statuses/usa-blr/{day[1]}").headers["Location"] == f"/be/statuses/BLR-USA/{day[1]}"


def test_a_language_the_desk_does_not_have_leads_nowhere(served: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    assert client.get("/").status_code == 200
    for path in ("/be/", "/en/", "/be/index.html", "/be/search", "/be/explore", "/be/search.rss?q=aid", "/be/feed.rss", "/be/style.css"):
        assert client.get(path).status_code == 404, path


def test_who_edits_reads_english_and_whole_pages(spoken: Path, as_role: Callable[[str], Client]) -> None:
    html = as_role("editor").get("/desk/statuses/relation/BLR-USA/").content.decode()
    assert "What the machine says" in html and "Belarus – United States" in html


def test_kept_drivers_are_said_anew_where_the_desk_still_says_so(spoken: Path) -> None:
    from dataclasses import replace

    from detente.desk.explore.citing import now_of
    from detente.desk.site.edition import edition
    from detente.pages.explore.cited import _retold_drivers
    from detente.pages.explore.parts import SaidDriver
    from detente.pages.language import speaking

    live = edition()
    answer = now_of(live, "BLR-USA", live.plan.material.as_of)
    assert answer and answer.drivers
    kept = (*answer.drivers, SaidDriver(0.2, "Told by who is gone", None, ""), SaidDriver(0.1, "12 smaller ones together", None, ""))
    with speaking("be"):
        *told, gone, rest = _retold_drivers(live.plan_of("be/"), replace(answer, drivers=kept))
    assert [d.language for d in told] == [""] * len(answer.drivers) and all(d.what != k.what for d, k in zip(told, kept, strict=False))
    assert (gone.what, gone.language) == ("Told by who is gone", "en") and "12" in rest.what and rest.language == ""

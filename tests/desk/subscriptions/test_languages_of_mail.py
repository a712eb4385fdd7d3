"""The form, its mails and the digests in the language of the address that was used; and what goes wrong, in that of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.desk.conftest import point_to
from tests.desk.subscriptions.conftest import decide, outbox

if TYPE_CHECKING:
    from django.test import Client

WORDS = '\n[words.be]\n"{title}" = "Мінскі стол"\n"Neighbours" = "Суседзі"\n'


@pytest.fixture
def spoken(mailing: Path) -> Path:
    """The desk that sends mail, in English, Belarusian and Russian."""
    from detente.config import load_config

    settings = mailing / "detente.toml"
    words = WORDS.format(title=load_config(mailing).title)
    settings.write_text('interface_languages = ["en", "be", "ru"]\n' + settings.read_text("utf-8") + words, "utf-8")
    point_to(mailing)
    return mailing


def link(body: str, what: str) -> str:
    found = re.search(rf"https://desk\.example\.org(/[\w/]*subscribe/{what}/\S+/)", body)
    assert found, body
    return found[1]


def subscribe_in(client: Client, folder: str, address: str) -> str:
    """Through the form of a language; gives the body of its mail."""
    answer = client.post(f"/{folder}subscribe/", {"address": address, "rhythm": "daily", "topic": "relation:BLR-USA"})
    assert answer.status_code == 302 and answer["Location"] == f"/{folder}subscribe/sent/"
    body = str(outbox()[-1].body)
    assert client.post(link(body, "confirm")).status_code == 200
    return body


def test_the_form_in_each_language(spoken: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    html = client.get("/be/subscribe/?topic=relation:BLR-USA").content.decode()
    assert '<html lang="be">' in html and "Мінскі стол" in html and "Суседзі" in html and "Штодня" in html
    assert '<span lang="en">Minsk and Washington</span>' in html and "E-mail" not in html
    assert 'href="/ru/subscribe/?topic=relation:BLR-USA" lang="ru"' in html and 'hreflang="x-default" href="/subscribe/?topic' in html
    assert 'href="/be/changes.html"' in html
    wrong = client.post("/ru/subscribe/", {"address": "x", "rhythm": "daily"})
    assert wrong.status_code == 422 and "Это не адрес электронной почты" in wrong.content.decode()
    assert 'href="../subscribe/?topic=relation:BLR-USA"' in client.get("/be/relations/blr-usa.html").content.decode()
    assert "Праверце пошту" in client.get("/be/subscribe/sent/").content.decode()


def test_mails_come_in_the_language_of_the_form(
    spoken: Path, as_role: Callable[[str], Client], clock: Callable[[timedelta], None]
) -> None:
    from detente.desk.subscriptions.digests import send_due
    from detente.desk.subscriptions.models import Subscriber

    client = as_role("anonymous")
    body = subscribe_in(client, "be/", "be@example.net")
    assert "штодзённы агляд «Мінскі стол»" in body and "https://desk.example.org/be/subscribe/confirm/" in body
    assert outbox()[-1].subject.startswith("Пацвердзіце") and "* Беларусь – " in body
    assert "Да, присылайте" in client.get(link(subscribe_in(client, "ru/", "ru@example.net"), "confirm")).content.decode()
    subscribe_in(client, "", "en@example.net")
    assert list(Subscriber.objects.order_by("pk").values_list("language", flat=True)) == ["be", "ru", "en"]
    decide()
    clock(timedelta(days=1))
    assert send_due().sent == 3
    mails = {mail.to[0][:2]: mail for mail in outbox()[-3:]}
    assert "Штодзённы агляд, станам на" in mails["be"].body and "https://desk.example.org/be/relations/blr-usa.html" in mails["be"].body
    assert "Ежедневный обзор" in mails["ru"].body and "Daily digest, as of" in mails["en"].body
    assert '<html lang="be">' in mails["be"].alternatives[0][0] and "https://desk.example.org/relations/blr-usa.html" in mails["en"].body
    leave = link(mails["be"].body, "leave")
    assert leave.startswith("/be/subscribe/leave/") and "Адпісацца" in client.get(leave).content.decode()
    settings = spoken / "detente.toml"
    settings.write_text(settings.read_text("utf-8").partition("\n")[2].partition("\n[words.be]")[0], "utf-8")  # English alone again
    assert client.get("/be/subscribe/").status_code == 404
    assert "You have left" in client.post(leave).content.decode() and Subscriber.objects.count() == 2


def test_another_form_another_language(spoken: Path, as_role: Callable[[str], Client]) -> None:
    from detente.desk.subscriptions.models import Subscriber

    subscribe_in(as_role("anonymous"), "be/", "reader@example.net")
    subscribe_in(as_role("anonymous"), "ru/", "reader@example.net")
    assert Subscriber.objects.get().language == "ru"


def test_a_link_of_before_languages(spoken: Path, as_role: Callable[[str], Client]) -> None:
    from django.core import signing

    from detente.desk.subscriptions.models import Subscriber
    from detente.desk.subscriptions.tokens import SALT

    token = signing.dumps(["old@example.net", "daily", ["all"]], salt=SALT, compress=True)
    assert as_role("anonymous").post(f"/subscribe/confirm/{token}/").status_code == 200
    assert Subscriber.objects.get().language == ""


def test_errors_in_the_language_of_the_folder(spoken: Path, as_role: Callable[[str], Client]) -> None:
    client = as_role("anonymous")
    for path, status, words in (
        ("/be/relations/never.html", 404, "Такой старонкі няма"), ("/ru/nothing-here/", 404, "Такой страницы нет"),
        ("/never.html", 404, "No such page"), ("/be/explore/relation?name=BLR-USA&from=x", 400, "«from» — гэта не дзень"),
        ("/ru/search?q=a&kind=x", 400, "значения &#x27;x&#x27; нет"), ("/ru/search.rss?q=a&page=x", 400, "это не номер страницы"),
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == status and words in answer.content.decode(), (path, answer.content.decode()[:1500])
    assert '<html lang="be">' in client.get("/be/relations/never.html").content.decode()
    assert "No such page" in as_role("editor").get("/desk/never/").content.decode()

"""The site in three languages: every page in each, in its words, its links within it, and each naming the others."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html.parser import HTMLParser
from types import ModuleType
from typing import Any

import pytest

from detente.pages import messages
from detente.pages.build import build_sites
from detente.pages.language import speaking
from detente.pages.links import absolute
from detente.pages.site import site_files

LANGUAGES = ("en", "be", "ru")
OWN = {"Foreign policy": "Замежная палітыка"}
VOID = {"meta", "link", "br", "img", "input"}
READ_OUT = ("title", "aria-label", "placeholder")
# Words that are the same in every language, or no words of the program's: codes, rules, names.
SAME = re.compile(r"RSS|Atom|JSON Feed|ICD 203|CAMEO|CRPS|ICEWS|Detente [\d.]+|detente\.toml")


class Spoken(HTMLParser):
    """The words of a page, each with the language that its element is said to be in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[tuple[str, str]] = []
        self.alternates: dict[str, str] = {}
        self.links: list[tuple[str, str]] = []
        self._stack: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        language = found.get("lang") or (self._stack[-1][1] if self._stack else "")
        if tag == "link" and "hreflang" in found:
            self.alternates[found["hreflang"]] = found["href"]
        if tag == "a" and "hreflang" not in found:
            self.links.append((found["href"], language))
        self.words += [(language, found[name]) for name in READ_OUT if name in found]
        if tag not in VOID:
            self._stack.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The shapes of a drawing have no words."""

    def handle_endtag(self, tag: str) -> None:
        while self._stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._stack and self._stack[-1][0] not in ("script", "style", "code"):
            self.words.append((self._stack[-1][1], " ".join(data.split())))


@pytest.fixture(scope="module")
def told(fake: ModuleType) -> Any:
    """The hand-made desk in three languages; one of its articles is in Russian, and one category has a Belarusian name."""
    desk = fake.FakeDesk()
    desk.config = replace(desk.config, interface_languages=LANGUAGES, own_words={"be": OWN})
    desk.outlooks = {"ARK-BOR": fake.OUTLOOK}
    desk.found = {"ARK-BOR": fake.FINDINGS}
    articles = desk.coded[0]
    at = next(i for i, a in enumerate(articles) if a.title.startswith("Union envoy"))
    articles[at] = replace(articles[at], language="ru")
    return desk


@pytest.fixture(scope="module")
def sites(told: Any, fake: ModuleType) -> dict[str, Any]:
    return {site.frame.language: site for site in build_sites(told, None, fake.names)}


@pytest.fixture(scope="module")
def built(sites: dict[str, Any]) -> dict[str, bytes]:
    return {name: content for site in sites.values() for name, content in site_files(site).items()}


@pytest.fixture(scope="module")
def pages(built: dict[str, bytes]) -> dict[str, Spoken]:
    return {name: Spoken(content.decode()) for name, content in built.items() if name.endswith(".html")}


def of(code: str, pages: dict[str, Any]) -> dict[str, Any]:
    folders = {c: "" if c == "en" else f"{c}/" for c in LANGUAGES}
    others = tuple(folder for folder in folders.values() if folder)
    if not folders[code]:
        return {name: page for name, page in pages.items() if not name.startswith(others)}
    return {name.removeprefix(folders[code]): page for name, page in pages.items() if name.startswith(folders[code])}


def test_every_page_is_there_in_every_language(pages: dict[str, Spoken]) -> None:
    assert of("be", pages).keys() == of("ru", pages).keys() == of("en", pages).keys()
    assert len(pages) > 60


def test_the_first_language_is_what_the_site_was_before(built: dict[str, bytes], fake: ModuleType, checked: Any) -> None:
    errors = {name: found for name, html in built.items() if name.endswith(".html") and (found := checked(html.decode()).errors)}
    assert errors == {}
    assert '<html lang="en">' in built["index.html"].decode()
    assert '<html lang="be">' in built["be/index.html"].decode()


@pytest.mark.parametrize("code", ["be", "ru"])
def test_no_word_of_the_program_is_left_in_english(code: str, pages: dict[str, Spoken]) -> None:
    """What a page says in its own language is in the letters of it, but for names; and no English message stands on it."""
    ours = {f.text for f in messages.messages() if len(f.text) > 3 and f.context not in messages.OPTIONAL and "{" not in f.text}
    with speaking(code):
        ours -= {text for text in ours if messages_same(text, code)}
    every = of(code, pages).values()
    heard = {SAME.sub("", words).strip(" ·:.,;") for page in every for language, words in page.words if language == code}
    assert heard & ours == set()
    inside = re.compile("|".join(re.escape(message) for message in ours if " " in message))
    assert {words for words in heard if re.search("[a-z]{3} [a-z]{2}", words) and inside.search(words)} == set()


def messages_same(text: str, code: str) -> bool:
    from detente.pages.language import say

    with speaking(code):
        return say(text) == text


def test_each_page_names_the_same_in_the_other_languages(pages: dict[str, Spoken], sites: dict[str, Any]) -> None:
    base = sites["en"].frame.base_url
    for name in of("en", pages):
        for code in LANGUAGES:
            found = of(code, pages)[name].alternates
            assert list(found) == [*LANGUAGES, "x-default"], name
            assert found["x-default"] == found["en"] == absolute(base, name)
            assert found["be"] == absolute(base, f"be/{name}")


def test_links_stay_in_their_language(pages: dict[str, Spoken]) -> None:
    wrong = []
    for name, page in pages.items():
        folder = name[:3] if name.startswith(("be/", "ru/")) else ""
        for href, _ in page.links:
            if not href.startswith(("http", "#")):
                to = posixpath.normpath(posixpath.join(posixpath.dirname(name), href.partition("#")[0]))
                if not to.startswith(folder) or (not folder and to.startswith(("be/", "ru/"))):
                    wrong.append((name, href))
    assert wrong == []


def test_every_link_leads_to_a_file(built: dict[str, bytes], pages: dict[str, Spoken]) -> None:
    for name, page in pages.items():
        for href, _ in page.links:
            if not href.startswith(("http", "#")):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(name), href.partition("#")[0])) in built, (name, href)


def test_words_of_articles_and_of_the_desk_say_their_language(pages: dict[str, Spoken]) -> None:
    front = of("be", pages)["index.html"]
    assert ("en", "The Arken Desk") in front.words
    assert ("be", "Замежная палітыка") in front.words, "the settings have it in Belarusian"
    assert ("en", "Inside Arkenia") in front.words and ("be", "Inside Arkenia") not in front.words
    assert ("ru", "Union envoy comes to Arkenhall") in front.words
    name = next(name for name in of("be", pages) if "union-envoy" in name)
    languages = {language for language, words in of("be", pages)[name].words if "Arkenhall" in words}
    assert languages == {"ru"}
    assert ("en", "Union envoy comes to Arkenhall") not in of("ru", pages)[name].words


def test_feeds_are_in_their_language_and_one_map_names_all(built: dict[str, bytes]) -> None:
    feed = built["be/feed.json"].decode()
    assert '"language": "be"' in feed and "паляпшэнне" in feed and "/pages/be/relations/" in feed
    assert "sitemap.xml" in built and "be/sitemap.xml" not in built and "be/robots.txt" not in built
    sitemap = built["sitemap.xml"].decode()
    assert sitemap.count("<loc>") == 3 * sum(1 for name in of("en", {n: n for n in built if n.endswith(".html")}))
    assert '<xhtml:link rel="alternate" hreflang="ru" href="https://desk.example/pages/ru/about.html" />' in sitemap


def test_the_desk_is_asked_once_for_all_languages(told: Any, fake: ModuleType) -> None:
    desk = fake.FakeDesk(config=told.config)
    list(build_sites(desk, None, fake.names))
    alone = fake.FakeDesk()
    list(build_sites(alone, None, fake.names))
    assert desk.status_calls == alone.status_calls


def test_a_desk_may_begin_with_another_language(fake: ModuleType) -> None:
    desk = fake.FakeDesk()
    desk.config = replace(desk.config, interface_languages=("ru", "en"))
    first, second = build_sites(desk, None, fake.names)
    assert (first.frame.language, first.frame.prefix, second.frame.language, second.frame.prefix) == ("ru", "", "en", "en/")
    html = site_files(second)["en/index.html"].decode()
    assert '<html lang="en">' in html and 'hreflang="x-default" href="https://desk.example/pages/"' in html
    assert "The state of relations" in html


def test_one_language_has_no_switch_and_names_no_other(files: dict[str, bytes]) -> None:
    assert b"hreflang" not in files["index.html"] and b'class="languages"' not in files["index.html"]

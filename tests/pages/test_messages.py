"""The catalogs hold what the program says: nothing missing, nothing uncertain, no place lost, and compiled as they stand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from detente.interface_languages import SOURCE, languages
from detente.pages import messages
from detente.pages.render import TEMPLATES
from detente.said import said, said_list, said_many

OTHERS = [code for code in languages() if code != SOURCE]
# What a template may have outside of its messages: names that are the same in every language, and signs.
PLAIN = {"Detente", "CAMEO", "ICD 203", "RSS", "Atom", "JSON Feed", "API", "BibTeX", "CSL-JSON", "BLR-USA"}


@pytest.fixture(scope="module")
def found() -> list[messages.Found]:
    return messages.messages()


@pytest.fixture(scope="module", params=OTHERS)
def catalog(request: pytest.FixtureRequest) -> Any:
    return messages.read_catalog(request.param)


def test_there_are_catalogs() -> None:
    assert languages()[0] == SOURCE
    assert {"be", "ru"} <= set(languages())


def test_a_catalog_has_every_message_and_no_other(catalog: Any, found: list[messages.Found]) -> None:
    said_now = {(f.context or None, f.text) for f in found}
    known = {(m.context, m.id[0] if isinstance(m.id, tuple) else m.id) for m in catalog if m.id}
    assert said_now - known == set(), "python -m detente.pages.messages"
    assert known - said_now == set(), "python -m detente.pages.messages"


def test_everything_is_translated_and_sure(catalog: Any) -> None:
    needed = [m for m in catalog if m.id and m.context not in messages.OPTIONAL]
    strings = {m.id: m.string if isinstance(m.string, tuple) else (m.string,) for m in needed}
    assert [ident for ident, forms in strings.items() if not all(forms)] == []
    assert [m.id for m in catalog if m.id and m.fuzzy] == []


def test_a_message_with_a_number_has_every_form_of_its_language(catalog: Any) -> None:
    for message in catalog:
        if isinstance(message.id, tuple):
            assert len(message.string) == catalog.num_plurals, message.id


def test_no_place_of_a_message_is_lost_or_made_up(catalog: Any) -> None:
    for message in catalog:
        one, many = message.id if isinstance(message.id, tuple) else (message.id, message.id)
        for string in message.string if isinstance(message.string, tuple) else (message.string,):
            if message.id and string:
                places = messages.places_of(string)
                assert places in (messages.places_of(one), messages.places_of(many)), message.id
                assert re.findall(r"</?\w+[^>]*>", string) == re.findall(r"</?\w+[^>]*>", one), message.id


def test_what_is_compiled_is_what_is_written(catalog: Any) -> None:
    code = str(catalog.locale)
    assert messages.catalog_path(code, "mo").read_bytes() == messages.mo_bytes(catalog), "python -m detente.pages.messages"
    assert messages.catalog_path(code).read_bytes() == messages.po_bytes(messages.renewed(catalog)), "python -m detente.pages.messages"


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_bare_words(path: Any) -> None:
    """Words that are no message would be English on every page: text, and attributes that are read out."""
    text = re.sub(r"\{% blocktranslate.*?endblocktranslate %\}|\{% block kind.*?endblock %\}", "", path.read_text("utf-8"), flags=re.S)
    code = r"\{\{.*?\}\}|\{%.*?%\}"
    bare = re.sub(r"<[^<>]*>", "\n", re.sub(code, "", text, flags=re.S))
    read_out = re.findall(r'(?:aria-label|title|alt|placeholder|data-label)="([^"{]*[A-Za-z]{2}[^"]*)"', text)
    words = [w.strip(" ·;:,.()–") for line in bare.splitlines() for w in [line.strip()] if re.search("[A-Za-z]{2}", w)]
    assert [w for w in [*words, *read_out] if w and w not in PLAIN] == []


def test_a_message_that_is_put_together_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1: the message of say is not written out"):
        list(messages.in_source('say(f"{name} moved")', "pages/new.py"))
    assert [f.text for f in messages.in_source('say_many("one", "many" " more", 3)', "pages/new.py")] == ["one"]


def test_a_template_says_its_messages() -> None:
    text = '{% translate "Level" %}'
    text += "{% blocktranslate count n=p.n %}{{ n }} day to {{ a.b|day }}{% plural %}{{ n }} days{% endblocktranslate %}"
    assert [(f.text, f.plural) for f in messages.in_template(text, "x.html")] == [("Level", ""), ("{n} day to {b}", "{n} days")]


def test_what_is_said_is_plain_text_to_all_others() -> None:
    sentence = said("{who} after {days}", who="A", days=said_many("{n} day", "{n} days", 3))
    assert sentence == "A after 3 days" and isinstance(sentence, str)
    assert said_list(["A"]) == "A" and said_list(["A", "B", "C"]) == "A, B or C"


def test_the_words_that_join_a_list_are_messages(found: list[messages.Found]) -> None:
    assert "{rest} or {last}" in {f.text for f in found}, "said.py defines what others import"

"""The languages of the pages, and a desk's own words in them: what detente.toml may say, and what it is told where it is wrong."""

from __future__ import annotations

import pytest

from detente.config import parse_config
from detente.errors import ConfigError

DESK = """
title = "Minsk desk"
interface_languages = ["en", "be"]
[[category]]
name = "Belarus and the United States"
relations = [{ sides = ["BLR", "USA"] }]
"""


def test_english_alone_is_the_default() -> None:
    config = parse_config("")
    assert config.interface_languages == ("en",)
    assert config.own_words == {}


def test_words_of_the_desk_in_another_language() -> None:
    config = parse_config(DESK + '[words.be]\n"Minsk desk" = " Мінскі стол "\n"Belarus and the United States" = "Беларусь і ЗША"\n')
    assert config.interface_languages == ("en", "be")
    assert config.own_words["be"] == {"Minsk desk": "Мінскі стол", "Belarus and the United States": "Беларусь і ЗША"}
    assert "Мінскі" not in repr(config), "no status is made of it"


@pytest.mark.parametrize(("toml", "what"), [
    ("interface_languages = []", "cannot be had"),
    ('interface_languages = ["en", "en"]', "cannot be had"),
    ('interface_languages = ["xx"]', "cannot be had"),
    ("interface_languages = [1]", "cannot be had"),
    ('interface_languages = "be"', "must be a list"),
    (DESK + '[words.ru]\n"Minsk desk" = "x"\n', "the pages are not in 'ru'"),
    (DESK + '[words.en]\n"Minsk desk" = "x"\n', "the pages are not in 'en' besides"),
    (DESK + '[words.be]\n"Minsk Desk" = "x"\n', "is none of the desk's words"),
    (DESK + '[words.be]\n"Minsk desk" = " "\n', "a text and its translation"),
    (DESK + '[words]\nbe = 3\n', "a text and its translation"),
])  # fmt: skip
def test_what_cannot_be_is_refused(toml: str, what: str) -> None:
    with pytest.raises(ConfigError, match=what):
        parse_config(toml)


def test_a_slip_is_told_what_was_meant() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(DESK + '[words.be]\n"Minsk Desk" = "x"\n')
    assert "did you mean 'Minsk desk'" in str(caught.value) and "line 7" in str(caught.value)
    with pytest.raises(ConfigError, match="'en', 'be', 'ru'"):
        parse_config('interface_languages = ["fr"]')

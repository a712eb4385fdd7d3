"""detente.toml: what it means, and what is said of what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.config import SETTINGS, default_toml, load_config, parse_config, parse_period, slugify
from detente.errors import ConfigError

FULL = """
title = "Minsk desk"
about = "What it is for."
period = "4w"
base_url = "https://example.org/desk/"
publish_text = true
[parser]
model = "another_model"
[lexicon]
folders = ["lexicon"]
[[category]]
name = "Belarus and the West"
about = "West."
relations = [{ sides = ["USA", "BLR"], weight = 2 }, { sides = ["BLR", "EUU"] }]
[[category]]
name = "Inside Belarus"
slug = "inside"
inside = "BLR"
[[relation]]
sides = ["RUS", "BLR"]
[sources."An agency"]
publish_text = false
"""


def test_full_settings(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "detente.toml").write_text(FULL, "utf-8")
    config = load_config(tmp_path)
    assert (config.title, config.period_days) == ("Minsk desk", 28)
    assert (config.base_url, config.model) == ("https://example.org/desk", "another_model")
    assert config.lexicon_folders == ((tmp_path / "lexicon").resolve(),)
    west, inside = config.categories
    assert [(r.sides, r.weight) for r in west.relations] == [(("BLR", "USA"), 2.0), (("BLR", "EUU"), 1.0)]
    assert west.slug == "belarus-and-the-west" and inside.slug == "inside" and inside.relations[0].name == "BLR-BLR"
    assert config.watched() == (("BLR", "USA"), ("BLR", "EUU"), ("BLR", "BLR"), ("BLR", "RUS"))
    assert config.may_publish_text("Another") and not config.may_publish_text("An agency")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titel = "x"', "line 1: unknown key 'titel' (did you mean 'title'?"),
        ("title = 3", "line 1: title must be text in quotes, not a whole number"),
        ('title = " "', "title is empty"),
        ('title = "T"\nlanguage = "ru"', "line 2: language 'ru' cannot be coded yet (allowed: \"en\""),
        ('period = "3"', "period '3' is not one"),
        ('period = "1d"', "from 7 to 3650 days"),
        ("publish_text = 1", "publish_text must be true or false"),
        ('base_url = "javascript:alert(1)"', "no address of a site"),
        ('[parser]\nmodle = "x"', "line 2: [parser] unknown key 'modle' (did you mean 'model'?"),
        ('parser = "x"', "parser must be a table"),
        ('[lexicon]\nfolders = ["nowhere"]', "line 2: [lexicon] there is no folder 'nowhere'"),
        ('[[category]]\nname = "A"', "either relations or inside must be given in category 'A'"),
        ('[[category]]\ninside = "BLR"', "a category has no name"),
        ('[[category]]\nname = "A"\ninside = "blr"', "line 3: [category] 'blr' is not the code of a side in category 'A' (did you mean"),
        ('[[category]]\nname = "A"\ninside = "BLR"\n[[category]]\nname = "A"\ninside = "POL"', "line 5: [category] two categories 'A'"),
        ('[[category]]\nname = "A"\nrelations = [{ sides = ["BLR"] }]', "sides must be two codes"),
        ('[[category]]\nname = "A"\nrelations = [{ sides = ["BLR", "USA"], weight = -1 }]', "weight -1 is not a number above 0"),
        ('[[category]]\nname = "A"\nrelations = [{ sides = ["BLR", "USA"], wieght = 1 }]', "an entry of relations is not one"),
        ('[[category]]\nname = "A"\nrelations = [{sides = ["BLR","USA"]}, {sides = ["USA","BLR"]}]', "a relation stands twice"),
        ('[[category]]\nname = "A"\nslug = "A b"\ninside = "BLR"', "not fit for an address"),
        ('[[relation]]\nsides = ["IGOEUU", "BLR"]', "line 2: [relation] 'IGOEUU' is not the code of a side (did you mean 'EUU'?"),
        ('[relation]\nsides = ["BLR", "USA"]', "write [[relation]] on a line of its own"),
        ('[sources.A]\npublish = "x"', "unknown key 'publish' (did you mean 'publish_text'?"),
        ("x =", "not valid TOML"),
    ],
)
def test_wrong_settings_are_named(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_config(text)
    assert said in str(error.value)


def test_no_desk_here(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="detente init"):
        load_config(tmp_path)
    (tmp_path / "detente.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="UTF-8"):
        load_config(tmp_path)


@given(st.text(max_size=80))
def test_template_holds_any_title(title: str) -> None:
    config = parse_config(default_toml(title))
    assert config.title and config.period_days == 28 and config.categories == ()


def test_template_examples_work_when_uncommented() -> None:
    wanted = ("# [[", "# [sources", "# name", "# about", "# rel", "# inside", "# sides", "# publish")
    text = "\n".join(line[2:] if line.startswith(wanted) else line for line in default_toml("T").splitlines())
    config = parse_config(text)
    assert [c.name for c in config.categories] == ["Belarus and the United States", "Inside Belarus"]
    assert config.relations == (("BLR", "RUS"),)


def test_every_setting_is_in_the_template() -> None:
    template = default_toml("T")
    for setting in SETTINGS:
        if setting.key != "slug":
            assert f"{setting.key} = " in template or f"{setting.key} =" in template, setting


@pytest.mark.parametrize(("text", "days"), [("28d", 28), ("4w", 28), (" 365d ", 365)])
def test_periods(text: str, days: int) -> None:
    assert parse_period(text) == days


def test_slugs() -> None:
    assert slugify("Bélarus & «Запад»") == "belarus" and slugify("Запад") == "category"

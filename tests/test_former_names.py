"""Categories that were renamed: what is allowed, and where what was filed under the old name is found."""

from __future__ import annotations

import pytest

from detente.config import Config, parse_config
from detente.errors import ConfigError


def _category(name: str, formerly: str = "", slug: str = "") -> str:
    lines = [f"[[category]]\nname = {name!r}", f"slug = {slug!r}" if slug else "", f"formerly = {formerly}" if formerly else ""]
    return "\n".join([*filter(None, lines), 'relations = [{ sides = ["BLR", "USA"] }]', ""])


def _config(*categories: str) -> Config:
    return parse_config("\n".join(categories))


def test_old_names_and_addresses_lead_to_the_new_one() -> None:
    former = '["Belarus and America", "blr-us", "Belarus and the USA"]'
    config = _config(_category("Minsk and Washington", former), _category("Minsk and Kyiv"))
    for called in ("Minsk and Washington", "minsk-and-washington", "BELARUS AND AMERICA ", "belarus-and-the-usa", "BLR-US"):
        found = config.category(called)
        assert found is not None and found.name == "Minsk and Washington", called
    assert config.category("Belarus") is None and config.category("") is None
    assert config.moved() == {
        "belarus-and-america": "minsk-and-washington", "blr-us": "minsk-and-washington", "belarus-and-the-usa": "minsk-and-washington"
    }  # fmt: skip


def test_a_name_of_today_goes_before_one_of_yesterday() -> None:
    config = _config(_category("Trade", '["Borders"]', slug="trade"), _category("Frontiers", slug="frontiers"))
    assert config.category("Borders").name == "Trade" and config.category("Frontiers").name == "Frontiers"  # type: ignore[union-attr]


def test_a_new_name_at_the_old_address_has_not_moved() -> None:
    config = _config(_category("Minsk and Washington", '["Belarus and America"]', slug="belarus-and-america"))
    assert config.moved() == {} and config.category("Belarus and America") is not None


@pytest.mark.parametrize(
    ("categories", "said"),
    [
        ((_category("A", '["B"]'), _category("B")), "'B', formerly 'A', is taken by the category 'B'"),
        ((_category("A", '["The b!"]'), _category("Other", slug="the-b")), "is taken by the category 'Other'"),
        ((_category("A", '["C"]'), _category("B", '["c"]')), "'c', formerly 'B', is taken by the category 'A'"),
        ((_category("A", '["a"]'),), "is what the category is called now"),
        ((_category("A", '["B", "b"]'),), "names one twice"),
        ((_category("A", '"B"'),), "must be a list of names"),
        ((_category("A", '["B", 3]'),), "must be a list of names"),
        ((_category("A", '[" "]'),), "must be a list of names"),
        ((_category("A", repr(["x" * 201])),), "must be a list of names"),
    ],
)
def test_what_is_refused(categories: tuple[str, ...], said: str) -> None:
    with pytest.raises(ConfigError) as error:
        _config(*categories)
    assert said in str(error.value) and "line" in error.value.where


def test_statuses_are_not_made_anew_for_an_old_name() -> None:
    """What was called otherwise is no part of what statuses are made from."""
    with_it, without = _config(_category("A", '["B"]')), _config(_category("A"))
    assert repr(with_it.categories) == repr(without.categories)

"""The runner of the eval counts as the official scorer does, and its floors of the situations hold (those of the stories: `make eval`)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from detente.types import Neighbour

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def runner():
    spec = importlib.util.spec_from_file_location("evals_similar", ROOT / "evals" / "similar.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_measures_by_hand(runner):
    lists = {"q": [Neighbour("x", 0.9, ""), Neighbour("a", 0.8, "")]}
    recall, hit, ndcg = runner.story_scores({"q": {"a": 2, "b": 2}}, lists)["q"]
    assert (recall, hit) == (0.5, 1.0)
    assert ndcg == pytest.approx((3 * 0.63093) / (3 + 3 * 0.63093), abs=1e-4)
    assert runner.precision_at_5({"q": ["a", "b"]}, {"q": "k", "a": "k", "b": "j"}) == {"q": 0.2}


def test_a_story_is_never_cut_by_the_halves(runner):
    relevance = {f"q{n}": {f"q{n ^ 1}": 2} for n in range(40)}
    halves = runner.half_of(relevance)
    assert all(halves[f"q{n}"] == halves[f"q{n ^ 1}"] for n in range(40)) and set(halves.values()) == {0, 1}


def test_the_situations_are_many_and_distinct(runner):
    rows = runner.read_situations()
    assert len(rows) >= 40 and len({row["kind"] for row in rows}) >= 12
    assert len({row["id"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)


@pytest.mark.parser
def test_situation_floors_hold(runner):
    figures = runner.measure_situations()
    assert all(value >= runner.FLOORS.get(name, 0) for name, value in figures.items()), figures

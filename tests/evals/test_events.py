"""How coded events are compared with gold ones: by hand, and with the scorer beside the checkout where it is."""

from __future__ import annotations

from typing import Any

import pytest
from evals.events import SCORER, happening, measure, official, same_triple

Row = dict[str, Any]


def gold(source: list[str], target: list[str], plover: str, *alt: str) -> Row:
    return {"source": source, "target": target, "plover": plover, "alt": list(alt)}


def coded(actor: list[str], recipient: list[str], plover: str) -> Row:
    return {"actor": actor, "recipient": recipient, "plover": plover}


def line(name: str, *events: Row) -> Row:
    return {"id": name, "events": list(events)}


LINES = [
    (line("right"), []),
    (line("alarm"), [coded(["FRA"], ["DEU"], "ACCUSE")]),
    (line("sectors", gold(["USAGOV"], ["IRQ"], "ASSAULT")), [coded(["USAMIL"], ["IRQGOV"], "ASSAULT")]),
    (line("alternative", gold(["USA"], ["IRN"], "SANCTION", "COERCE")), [coded(["USA"], ["IRN"], "COERCE")]),
    (line("turned", gold(["ISR"], ["SYR"], "ASSAULT")), [coded(["SYR"], ["ISR"], "ASSAULT")]),
    (line("mutual", gold(["FRA", "GBR"], [], "AGREE")), [coded(["GBR"], ["FRA"], "AGREE")]),
    (line("missed", gold(["CHN"], ["JPN"], "PROTEST")), []),
]


def test_figures_by_hand() -> None:
    figures, by_class = measure(LINES)
    assert figures["false alarms"] == 1
    # classes: four of five coded are right, of five wanted
    assert (figures["class, precision"], figures["class, recall"], figures["class"]) == pytest.approx((0.8, 0.8, 0.8))
    # triples: the one turned round is wrong, the mutual one may stand either way
    assert (figures["triple, precision"], figures["triple, recall"], figures["triple"]) == pytest.approx((0.6, 0.6, 0.6))
    assert by_class["by class ASSAULT"] == 1.0
    assert by_class["by class ASSAULT, events"] == 2
    assert by_class["by class SANCTION"] == 1.0
    assert by_class["by class PROTEST"] == 0.0
    assert "by class ACCUSE" not in by_class


def test_of_nothing_comes_nought() -> None:
    figures, by_class = measure([(line("a"), [])])
    assert set(figures.values()) == {0.0}
    assert by_class == {}


@pytest.mark.parametrize(
    ("event", "same"),
    [
        (coded(["USAGOV"], ["IRN"], "COERCE"), True),
        (coded(["USA"], ["IRN", "SYR"], "SANCTION"), True),
        (coded(["IRN"], ["USA"], "SANCTION"), False),
        (coded(["USA"], ["IRN"], "ACCUSE"), False),
    ],
)
def test_same_triple(event: Row, same: bool) -> None:
    assert same_triple(happening(gold(["USA"], ["IRN"], "SANCTION", "COERCE")), happening(event)) is same


@pytest.mark.shared
def test_the_scorer_beside_the_checkout_counts_alike() -> None:
    if not SCORER.exists():
        pytest.skip("the development data is not beside the checkout")
    figures, _ = measure(LINES)
    lenient, strict = official(LINES, lenient=True), official(LINES)
    for level in ("class", "dyad", "triple"):
        assert lenient[level]["f1"] == pytest.approx(figures[level], abs=1e-3)
    assert strict["triple"]["f1"] == pytest.approx(0.4, abs=1e-3)
    assert lenient["sentences"]["false_alarms"] == figures["false alarms"]

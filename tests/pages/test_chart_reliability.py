"""The calibration plot stays within its frame, is safe, and says in words what it shows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from detente.pages.chart_reliability import SIDE, in_words, reliability_plot
from detente.relations.outlook.scores import Bin

BINS = st.lists(st.builds(Bin, st.integers(1, 500), st.floats(0, 1), st.floats(0, 1)), max_size=10)


@given(BINS, st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=40))
def test_it_is_whole_whatever_it_is_called(bins: list[Bin], title: str) -> None:
    root = ET.fromstring(reliability_plot(bins, title, f"plot-{title}"))
    circles = root.findall("circle")
    assert len(circles) == len(bins)
    for circle, b in zip(circles, bins, strict=True):
        assert 0 <= float(circle.get("cx", "nan")) <= SIDE + 60 and 0 <= float(circle.get("cy", "nan")) <= SIDE + 60
        assert ("hollow" in circle.get("class", "")) == (b.count < 5)
    assert root.findtext("title") == title


def test_words_and_no_colour() -> None:
    bins = [Bin(12, 0.7, 0.75), Bin(2, 0.3, 0.5)]
    assert in_words(bins) == "said 70%, came 75% of 12; said 30%, came 50% of 2."
    assert not re.search(r"fill=|stroke=|style=", reliability_plot(bins, "T", "p"))

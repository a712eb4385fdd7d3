"""What an address asks for is held against what there is; what cannot be is refused in words."""

from __future__ import annotations

from datetime import date

import pytest

from detente.errors import AskedError
from detente.pages.explore.period import choice_of, page_of, period_of, presets, query

FIRST, LAST = date(2014, 3, 1), date(2016, 7, 1)


def test_a_year_to_the_newest_day_unless_asked() -> None:
    period = period_of({}, FIRST, LAST)
    assert (period.start, period.end) == (date(2015, 7, 2), LAST)
    period = period_of({"from": "2016-01-05", "to": "2016-02-05"}, FIRST, LAST)
    assert (period.start, period.end, period.note) == (date(2016, 1, 5), date(2016, 2, 5), "")


def test_what_is_before_everything_is_cut_and_said() -> None:
    period = period_of({"from": "0001-01-01", "to": "2015-01-01"}, FIRST, LAST)
    assert period.start == FIRST and "Nothing is known before 1 March 2014" in period.note


@pytest.mark.parametrize(
    "asked",
    [
        {"from": "yesterday"}, {"to": "2016-02-30"}, {"from": "２016-01-01"}, {"from": "2016-05-01", "to": "2016-05-01"},
        {"from": "2016-06-01", "to": "2016-05-01"}, {"to": "2030-01-01"}, {"to": "2014-02-01"}, {"to": "0001-01-01"},
    ],
)  # fmt: skip
def test_no_such_period(asked: dict[str, str]) -> None:
    with pytest.raises(AskedError) as caught:
        period_of(asked, FIRST, LAST)
    assert caught.value.what and caught.value.hint


def test_words_and_pages() -> None:
    assert choice_of({}, "sort", ("date", "who")) == "date" and choice_of({"sort": "who"}, "sort", ("date", "who")) == "who"
    assert page_of({}, 0) == 1 and page_of({"page": "3"}, 3) == 3
    for page in ("0", "4", "-1", "1e3", "٣", "9" * 30):
        with pytest.raises(AskedError):
            page_of({"page": page}, 3)
    with pytest.raises(AskedError, match="date or who"):
        choice_of({"sort": "size"}, "sort", ("date", "who"))


def test_presets_end_with_the_period() -> None:
    made = presets(period_of({}, FIRST, LAST), {"name": "ARK-BOR"})
    assert [c.label for c in made if c.here] == ["1 year"]
    assert made[-1].href == "?name=ARK-BOR&from=2014-03-01&to=2016-07-01"
    assert query({"a": "x&y", "b": ""}) == "?a=x%26y"

"""Two actors of one name at one time."""

from __future__ import annotations

from datetime import date

from detente.lexicon.located import located_entries
from detente.lexicon.tables import Row
from detente.lexicon.two_meanings import TwoMeanings, two_meanings


def person(name: str, surname: str, code: str, start: date, end: date | None, office: str = "foreign minister") -> Row:
    return Row("leaders.tsv", 2, {"name": name, "surname": (surname,), "code": code, "office": office, "from": start, "to": end})


def found(*rows: Row) -> list[TwoMeanings]:
    return list(two_meanings(located_entries({"leaders": rows})))


def test_terms_that_meet_are_two_meanings_on_those_days() -> None:
    (pair,) = found(
        person("A Zorb", "Zorb", "BLRGOV", date(2015, 1, 1), None), person("B Zorb", "Zorb", "UKRGOV", date(2014, 1, 1), date(2016, 6, 1))
    )
    assert (pair.name, pair.start, pair.end, pair.taken) == ("Zorb", date(2015, 1, 1), date(2016, 6, 1), None)


def test_the_higher_office_is_taken() -> None:
    (pair,) = found(
        person("A Zorb", "Zorb", "BLRGOV", date(2015, 1, 1), None),
        person("B Zorb", "Zorb", "UKRGOV", date(2014, 1, 1), None, "head of state"),
    )
    assert pair.taken is not None
    assert pair.taken.entry.code == "UKRGOV"


def test_terms_that_do_not_meet_or_one_country_are_none() -> None:
    assert not found(
        person("A Zorb", "Zorb", "BLRGOV", date(2015, 1, 1), None), person("B Zorb", "Zorb", "UKRGOV", date(2010, 1, 1), date(2014, 12, 31))
    )
    assert not found(person("A Zorb", "Zorb", "BLRGOV", date(2015, 1, 1), None), person("B Zorb", "Zorb", "BLROPP", date(2015, 1, 1), None))


def test_a_name_of_kind_none_is_no_second_meaning() -> None:
    row = Row("names.tsv", 2, {"name": "Zorb", "names": (), "kind": "none"})
    other = Row("names.tsv", 3, {"name": "Zorb", "names": (), "kind": "group", "code": "BLROPP"})
    assert not list(two_meanings(located_entries({"names": (row, other)})))


def test_no_table_no_pairs() -> None:
    assert found() == []

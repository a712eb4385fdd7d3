"""Which of the things told at a span a correction is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from detente.record.decisions import Correction, aim_of, apply_corrections, coding_digest, likeness
from detente.types import Assessment, Coding, Event, Forecast, Mention

DAY = date(2016, 5, 10)
HERE, THERE = Mention("a", "text", "words", 0, 20), Mention("a", "text", "more", 30, 40)


def event(key: str, actor: str, plover: str, mention: Mention = HERE) -> Event:
    return Event(
        key, (actor,), ("BLR",), plover, None, (), "", 1.0, "asserted", None, DAY, DAY, "published", None, None, (mention,), "rule"
    )  # fmt: skip


BAN, AID = event("e1", "USA", "SANCTION"), event("e2", "POL", "AID")
SAID = Assessment("s1", ("BLR", "USA"), "worsening", "asserted", DAY, DAY, None, (HERE,), "rule")
MAY = Forecast("f1", ("BLR", "USA"), None, "likely", None, None, None, (HERE,), "rule")
CODING = Coding("a", (BAN, AID, event("e3", "LTU", "AID", THERE)), (SAID,), (MAY,))


def correction(action: Any, aim: str = "", number: int = 1, **payload: Any) -> Correction:
    more = {"aim": aim} if aim else {}
    return Correction(number, "a", "text", 5, 9, "", action, payload | more, "ada", datetime(2016, 6, number, tzinfo=UTC), "r", DAY)


def ids(coding: Coding) -> list[str]:
    return [row.id for row in (*coding.events, *coding.assessments, *coding.forecasts)]


def test_without_aim_all_that_is_touched() -> None:
    assert ids(apply_corrections(CODING, [correction("drop")])) == ["e3"]


def test_with_aim_the_one_meant() -> None:
    for row in (BAN, AID, SAID, MAY):
        assert set(ids(CODING)) - set(ids(apply_corrections(CODING, [correction("drop", aim_of(row))]))) == {row.id}
    changed = apply_corrections(CODING, [correction("set", aim_of(AID), plover="COERCE")])
    assert [e.plover for e in changed.events] == ["SANCTION", "COERCE", "AID"]


def test_coded_otherwise_the_one_most_like_it() -> None:
    coding = replace(CODING, events=(replace(BAN, plover="COERCE"), AID))
    assert "e1" not in ids(apply_corrections(coding, [correction("drop", aim_of(BAN))]))
    assert "e2" in ids(apply_corrections(coding, [correction("drop", aim_of(BAN))]))
    only = Coding("a", (), (SAID,))  # of another kind: not meant
    assert ids(apply_corrections(only, [correction("drop", aim_of(BAN))])) == ["s1"]


def test_what_is_dropped_already_takes_no_neighbour_with_it() -> None:
    """Two places of one decision overlap: the first takes both, and the second has nothing left to take."""
    like = event("e4", "USA", "ACCUSE")
    coding = replace(CODING, events=(BAN, like))
    twice = [correction("drop", aim_of(BAN), 1), correction("drop", aim_of(BAN), 2)]
    assert ids(apply_corrections(coding, twice)) == ["e4", "s1", "f1"]


def test_corrections_follow_each_other() -> None:
    first = correction("set", aim_of(BAN), 1, actor=["CAN"])
    second = correction("set", "event|CAN|BLR|SANCTION", 2, date_start="2016-05-01", date_end="2016-05-02")
    found = apply_corrections(CODING, [second, first]).events[0]
    assert (found.actor, found.date_start, found.date_source) == (("CAN",), date(2016, 5, 1), "stated")
    assert found.rule == "correction 2 of correction 1 of rule"


def test_digest_changes_with_what_is_told() -> None:
    assert coding_digest(CODING) == coding_digest(replace(CODING, events=tuple(reversed(CODING.events))))
    assert coding_digest(CODING) == coding_digest(replace(CODING, events=tuple(replace(e, rule="other", id="x") for e in CODING.events)))
    for changed in (
        replace(BAN, plover="AID"),
        replace(BAN, date_start=None),
        replace(BAN, realis="planned"),
        replace(BAN, mentions=(THERE,)),
    ):
        assert coding_digest(CODING) != coding_digest(replace(CODING, events=(changed, *CODING.events[1:])))


def test_likeness() -> None:
    assert likeness(aim_of(BAN), aim_of(BAN)) == 4 and likeness(aim_of(BAN), aim_of(SAID)) == 0

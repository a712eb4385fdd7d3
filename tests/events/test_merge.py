"""One happening told by many articles is one event with many mentions; what may be another stays apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.events.merge import merge_events
from detente.events.same_event import likeness
from detente.types import Assessment, Coding, DateSource, Direction, Event, Forecast, Mention, Realis

DAY = date(2017, 5, 9)


def told(
    article: str, first: date | None = DAY, last: date | None = None, *, actor: tuple[str, ...] = ("CHL",),
    recipient: tuple[str, ...] = ("PER",), plover: str = "SANCTION", realis: Realis = "asserted", source: DateSource | None = "stated",
    quote: str = "Chile banned Peru", at: int = 0, quantity: float | None = None, speaker: str | None = None,
) -> Event:  # fmt: skip
    """An event of one article."""
    return Event(
        id=f"{article}-{at}-{plover}-{realis}", actor=actor, recipient=recipient, plover=plover, mode=None, contexts=(), cameo="163",
        intensity=-8.0, realis=realis, content=None, date_start=first, date_end=last or first, date_source=source if first else None,
        quantity=quantity,        speaker=speaker, mentions=(Mention(article, "text", quote, at, at + len(quote)),), rule="by hand",
    )  # fmt: skip


def merged(*events: Event) -> list[Event]:
    """What merging gives, each event in an article of its own."""
    return merge_events([Coding(e.mentions[0].article, (e,)) for e in events])[0]


def articles(event: Event) -> list[str]:
    return [m.article for m in event.mentions]


def test_two_articles_tell_of_one_event() -> None:
    (event,) = merged(told("a"), told("b", quote="sanctions on Peru", at=40))
    assert articles(event) == ["a", "b"]
    assert event.mentions[1] == Mention("b", "text", "sanctions on Peru", 40, 57)


def test_agencies_date_by_their_own_clocks() -> None:
    assert len(merged(told("a"), told("b", DAY + timedelta(days=1)))) == 1
    assert len(merged(told("a"), told("b", DAY + timedelta(days=5)))) == 2


@pytest.mark.parametrize(
    "other",
    [
        told("b", recipient=("BOL",)),
        told("b", actor=("BOL",)),
        told("b", actor=("PER",), recipient=("CHL",)),
        told("b", plover="COERCE"),
        told("b", realis="planned"),
        told("b", realis="denied"),
        told("b", None),
    ],
)
def test_what_differs_stays_apart(other: Event) -> None:
    assert [articles(e) for e in merged(told("a"), other)] == [["a"], ["b"]]


def test_organs_of_one_country_are_one_side() -> None:
    (event,) = merged(told("a", actor=("CHLGOV",)), told("b"))
    assert articles(event) == ["a", "b"]


def test_talks_have_no_first_side() -> None:
    one, other = ("CHL", "PER"), ("PER", "CHL")
    assert len(merged(told("a", plover="CONSULT", actor=one, recipient=()), told("b", plover="CONSULT", actor=other, recipient=()))) == 1


YEAR = (date(2017, 1, 1), date(2017, 12, 31))


@pytest.mark.parametrize("vague_first", [True, False])
def test_a_vague_telling_joins_the_only_exact_event_inside_it(vague_first: bool) -> None:
    pair = [told("vague", *YEAR), told("exact")]
    (event,) = merged(*(pair if vague_first else reversed(pair)))
    assert sorted(articles(event)) == ["exact", "vague"]
    assert (event.date_start, event.date_end) == (DAY, DAY), "the exact day is kept"


def test_a_vague_telling_that_several_events_fit_joins_none() -> None:
    found = merged(told("a"), told("b", DAY + timedelta(days=60)), told("vague", *YEAR))
    assert sorted(articles(e) for e in found) == [["a"], ["b"], ["vague"]]


def test_a_vague_telling_of_another_year_stays_apart() -> None:
    assert len(merged(told("a", date(2016, 5, 9)), told("vague", *YEAR))) == 2


def test_undated_tellings_join_each_other_only() -> None:
    assert sorted(articles(e) for e in merged(told("a"), told("b", None), told("c", None))) == [["a"], ["b", "c"]]


def test_a_copy_of_an_article_adds_a_mention_and_no_event() -> None:
    events = (told("a"), told("a", plover="AID", at=50))
    copied = tuple(replace(e, id=f"copy-{e.id}", mentions=(replace(e.mentions[0], article="copy"),)) for e in events)
    found = merge_events([Coding("a", events), Coding("copy", copied)])[0]
    assert [(e.plover, articles(e)) for e in found] == [("SANCTION", ["a", "copy"]), ("AID", ["a", "copy"])]


def test_the_same_coding_twice_adds_nothing() -> None:
    coding = Coding("a", (told("a"), told("a", plover="AID", at=50)))
    assert merge_events([coding, coding]) == merge_events([coding])


def test_a_stated_day_is_kept_before_the_day_of_publication() -> None:
    (event,) = merged(told("a", DAY + timedelta(days=1), source="published"), told("b", quantity=9.0, speaker="PER"))
    assert (event.date_start, event.date_source, event.quantity, event.speaker) == (DAY, "stated", 9.0, "PER")


def test_order_is_that_of_the_telling() -> None:
    found = merged(told("a", plover="AID"), told("b", *YEAR), told("c", plover="COERCE"))
    assert [e.plover for e in found] == ["AID", "SANCTION", "COERCE"]


ACTORS = st.sampled_from([("CHL",), ("PER",), ("CHLGOV",)])


@st.composite
def tellings(
    draw: st.DrawFn, spans: tuple[int, ...] = (0, 2, 30, 365), sources: tuple[DateSource, ...] = ("stated", "published")
) -> list[Event]:
    """Events of a few articles and sides; spans: how many days each may be dated by."""
    out = []
    for at in range(draw(st.integers(0, 8))):
        span = draw(st.none() | st.tuples(st.integers(0, 6) | st.integers(0, 60), st.sampled_from(spans)))
        first = DAY + timedelta(days=span[0]) if span else None
        last = first + timedelta(days=span[1]) if first and span else None
        source = draw(st.sampled_from(sources))
        out.append(told(draw(st.sampled_from("abc")), first, last, actor=draw(ACTORS), source=source, at=at * 100))
    return out


@given(tellings())
def test_no_mention_is_lost_or_told_twice(events: list[Event]) -> None:
    found = merge_events([Coding("all", tuple(events))])[0]
    given_places = sorted((m.article, m.start) for e in events for m in e.mentions)
    assert sorted((m.article, m.start) for e in found for m in e.mentions) == given_places
    assert len({e.id for e in found}) == len(found)


def merged_again(events: list[Event]) -> list[Event]:
    return merge_events([Coding("all", tuple(events))])[0]


@given(tellings())
def test_merging_what_is_merged_changes_nothing(events: list[Event]) -> None:
    once = merge_events([Coding("all", tuple(events))])[0]
    assert merged_again(once) == once


def partition(found: list[Event]) -> set[frozenset[tuple[str, int]]]:
    """Which mentions are of one event."""
    return {frozenset((m.article, m.start) for m in event.mentions) for event in found}


@given(tellings(), st.randoms())
def test_the_order_decides_nothing(events: list[Event], random: Random) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    assert partition(merged_again(shuffled)) == partition(merged_again(events))


@given(tellings(), st.integers(2, 50))
def test_a_story_copied_fifty_times_counts_once(events: list[Event], copies: int) -> None:
    of_one = [replace(e, mentions=(replace(e.mentions[0], article="0"),)) for e in events]
    codings = [
        Coding(str(n), tuple(replace(e, id=f"{n}-{e.id}", mentions=(replace(e.mentions[0], article=str(n)),)) for e in of_one))
        for n in range(copies)
    ]
    once, often = merge_events(codings[:1])[0], merge_events(codings)[0]
    assert [e.id for e in often] == [e.id for e in once]
    assert sum(len(e.mentions) for e in often) == copies * sum(len(e.mentions) for e in once)


QUOTES = (
    "Chilean customs officers seized forty lorries of Bolivian timber at the Tambo Quemado crossing on Tuesday",
    "Chilean customs officers seized forty lorries of timber from Bolivia at the Tambo Quemado crossing",
    "customs officers have seized forty lorries of Bolivian timber at the crossing of Tambo Quemado, it was reported",
)


def test_near_copies_of_a_wire_story_over_a_week_are_one() -> None:
    copies = [
        told(f"{n:02}", DAY + timedelta(days=n % 4), source="published", plover="COERCE", recipient=("BOL",), quote=QUOTES[n % len(QUOTES)])
        for n in range(50)
    ]
    late = told("late", DAY + timedelta(days=7), source="published", plover="COERCE", recipient=("BOL",), quote=QUOTES[0])
    (event,) = merged(*copies, late)
    assert len(event.mentions) == 51


# The day of the first group moves from 1 to 2 when the stated telling joins it, and so comes within a day of the second group.
CHAIN = (told("a", DAY + timedelta(days=1), source="published"), told("b", DAY + timedelta(days=3)), told("c", DAY + timedelta(days=2)))


def test_merging_again_after_a_day_has_moved_changes_nothing() -> None:
    once = merged(*CHAIN)
    assert merged_again(once) == once


def test_the_order_of_the_articles_does_not_decide_what_is_one_event() -> None:
    assert {len(merged(*order)) for order in permutations(CHAIN)} in ({1}, {2})


def test_a_long_chain_of_days_does_not_become_one_event() -> None:
    assert len(merged(*(told(str(n), DAY + timedelta(days=n)) for n in range(20)))) >= 5


def attack(article: str, quote: str, quantity: float | None = None, **more: Any) -> Event:
    """Somebody killed in Chile."""
    return told(article, actor=(), recipient=("CHLCVL",), plover="ASSAULT", quote=quote, quantity=quantity, **more)


@pytest.mark.parametrize(
    ("a", "b", "events"),
    [
        # Numbers: a toll that rose a little is one event, another toll is another.
        (attack("a", "a blast at Calama station killed 5", 5.0), attack("b", "a blast at Calama station killed 31", 31.0), 2),
        (attack("a", "a blast at Calama station killed 54", 54.0), attack("b", "a blast at Calama station killed 60", 60.0), 1),
        # Places and persons, each with a name of its own.
        (attack("a", "gunmen shot a priest dead in Calama"), attack("b", "gunmen shot a teacher dead in Iquique"), 2),
        (attack("a", "gunmen shot a priest dead in Calama"), attack("b", "a priest was shot dead in Calama"), 1),
        # One that says that it is another.
        (attack("a", "a church was attacked in Calama"), attack("b", "a second church was attacked in Calama", at=90), 1),
        # A blow back.
        (
            told("a", plover="ASSAULT", quote="Chile shelled the Tacna garrison"),
            told("b", actor=("PER",), recipient=("CHL",), plover="ASSAULT", quote="the Tacna garrison shelled Chile"),
            2,
        ),
        # Of other people.
        (
            attack("a", "four killed in Calama"),
            told("b", actor=(), recipient=("CHLMIL",), plover="ASSAULT", quote="a colonel killed"),
            2,
        ),
    ],
)
def test_what_is_told_decides(a: Event, b: Event, events: int) -> None:
    assert len(merged(a, b)) == events


def test_a_telling_without_a_number_is_no_bridge_between_two_numbers() -> None:
    blast = "a blast at Calama station killed"
    found = merged(attack("a", f"{blast} passengers"), attack("b", f"{blast} 5", 5.0), attack("c", f"{blast} 31", 31.0))
    assert sorted(e.quantity or 0 for e in found) == [5.0, 31.0]


def test_what_stands_beside_a_quote_tells_what_it_is_about() -> None:
    def article(name: str, what: str) -> Coding:
        raid = attack(name, f"gunmen raided {what}", at=0)
        return Coding(name, (raid, replace(attack(name, "leaving three dead", at=60), id=f"{name}-dead")))

    same = merge_events([article("a", "the Calama mission"), article("b", "the Calama mission")])[0]
    other = merge_events([article("a", "the Calama mission"), article("b", "a coach near Iquique")])[0]
    assert len(same) < len(other)


def test_the_time_grows_with_the_events() -> None:
    """A war: 20 kinds of events, all of them in ten days. Counted in comparisons, which are the same on every machine."""
    random = Random(1)
    names = [f"Village{n}" for n in range(300)]
    events = [
        told(
            str(n), DAY + timedelta(days=random.randrange(10)), plover=random.choice(("ASSAULT", "COERCE")), source="published",
            quote=f"shells hit {random.choice(names)} near {random.choice(names)} at {random.choice(names)}",
        )
        for n in range(4000)
    ]  # fmt: skip

    def comparisons(some: list[Event]) -> int:
        with patch("detente.events.merge.likeness", wraps=likeness) as counted:
            merged(*some)
        return int(counted.call_count)

    assert comparisons(events) < 3 * comparisons(events[:2000])


def assessed(article: str, direction: Direction = "worsening", quote: str = "ties have cooled") -> Assessment:
    mention = Mention(article, "text", quote, 0, len(quote))
    return Assessment(article, ("CHL", "PER"), direction, "asserted", DAY, DAY, None, (mention,), "by hand")


def test_assessments_of_the_same_words_are_one() -> None:
    codings = [Coding("a", (), (assessed("a"),)), Coding("b", (), (assessed("b"),)), Coding("c", (), (assessed("c", "steady"),))]
    found = merge_events(codings)[1]
    assert [(a.direction, [m.article for m in a.mentions]) for a in found] == [("worsening", ["a", "b"]), ("steady", ["c"])]


def test_forecasts_of_the_same_words_are_one() -> None:
    def foretold(article: str, band: str | None) -> Coding:
        mention = Mention(article, "text", "a deal may follow", 0, 17)
        return Coding(article, (), (), (Forecast(article, ("CHL", "PER"), None, band, None, None, None, (mention,), "by hand"),))

    found = merge_events([foretold("a", "likely"), foretold("b", "likely"), foretold("c", None)])[2]
    assert [(f.band, [m.article for m in f.mentions]) for f in found] == [("likely", ["a", "b"]), (None, ["c"])]

"""Date phrases in text, and the phrase that belongs to an event."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.clauses import parse_texts
from detente.clauses.tokens import Sentence
from detente.events.coder import code_events
from detente.events.date_words import easter, number, ordinal, part_of, shift, year_of
from detente.events.dates import DatedAs, date_event, find_dates

P = date(2016, 7, 25)  # a Monday


def days(text: str, published: date | None = P, *, future: bool = False) -> list[tuple[str, str]]:
    """First and last day of each phrase that has any."""
    spans = [e.resolve(future) for e in find_dates(text, published)]
    return [(str(s[0]), str(s[1])) for s in spans if s]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They met on Friday.", "2016-07-22", "2016-07-22"),
        ("They met on Monday.", "2016-07-25", "2016-07-25"),
        ("They met last Monday.", "2016-07-18", "2016-07-18"),
        ("They met on Thursday night.", "2016-07-21", "2016-07-21"),
        ("They met early on Saturday.", "2016-07-23", "2016-07-23"),
        ("They met on Wednesday last week.", "2016-07-20", "2016-07-20"),
        ("They met the day before yesterday.", "2016-07-23", "2016-07-23"),
        ("They met last week.", "2016-07-18", "2016-07-24"),
        ("They met this week.", "2016-07-25", "2016-07-25"),
        ("They met in the last week.", "2016-07-18", "2016-07-25"),
        ("They met over the weekend.", "2016-07-23", "2016-07-24"),
        ("They met earlier this month.", "2016-07-01", "2016-07-25"),
        ("They met late last month.", "2016-06-21", "2016-06-30"),
        ("They met in early June 2016.", "2016-06-01", "2016-06-10"),
        ("They met at the end of May.", "2016-05-21", "2016-05-31"),
        ("They met in May of last year.", "2015-05-01", "2015-05-31"),
        ("They met in November.", "2015-11-01", "2015-11-30"),
        ("They met in late 2014.", "2014-09-01", "2014-12-31"),
        ("They met in mid-2014.", "2014-05-01", "2014-08-31"),
        ("They met early last year.", "2015-01-01", "2015-04-30"),
        ("They met on the 3rd of May.", "2016-05-03", "2016-05-03"),
        ("They met on May 3rd, 2014.", "2014-05-03", "2014-05-03"),
        ("They met on Tuesday, 3 May.", "2016-05-03", "2016-05-03"),
        ("They met on 29 February.", "2016-02-29", "2016-02-29"),
        ("They met from 3 to 5 May.", "2016-05-03", "2016-05-05"),
        ("They met on May 3-5, 2014.", "2014-05-03", "2014-05-05"),
        ("They met between 30 May and 2 June.", "2016-05-30", "2016-06-02"),
        ("They met between 2010 and 2012.", "2010-01-01", "2012-12-31"),
        ("They met in 2010-2012.", "2010-01-01", "2012-12-31"),
        ("They met in 2010–12.", "2010-01-01", "2012-12-31"),
        ("They met from March 2014 to June 2015.", "2014-03-01", "2015-06-30"),
        ("They met from Monday to Wednesday last week.", "2016-07-18", "2016-07-20"),
        ("They met on Thursday and Friday.", "2016-07-21", "2016-07-22"),
        ("They met in the summer of 2014.", "2014-06-01", "2014-08-31"),
        ("They met last winter.", "2015-12-01", "2016-02-29"),
        ("They met in the second half of 2014.", "2014-07-01", "2014-12-31"),
        ("They met in the first quarter of last year.", "2015-01-01", "2015-03-31"),
        ("They met in the first two weeks of June.", "2016-06-01", "2016-06-14"),
        ("They met in the last week of June.", "2016-06-24", "2016-06-30"),
        ("They met on the last day of March 2015.", "2015-03-31", "2015-03-31"),
        ("They met on the 12th of last month.", "2016-06-12", "2016-06-12"),
        ("They met three weeks ago.", "2016-07-04", "2016-07-10"),
        ("They met twenty-five years ago.", "1991-01-01", "1991-12-31"),
        ("They met a couple of days ago.", "2016-07-23", "2016-07-23"),
        ("They met two years ago this month.", "2014-07-01", "2014-07-31"),
        ("They met ten years ago today.", "2006-07-25", "2006-07-25"),
        ("They met three decades ago.", "1986-01-01", "1986-12-31"),
        ("They met half a century ago.", "1966-01-01", "1966-12-31"),
        ("They met over the past three months.", "2016-04-25", "2016-07-25"),
        ("They met during the past fortnight.", "2016-07-11", "2016-07-25"),
        ("They have met since March.", "2016-03-01", "2016-07-25"),
        ("They have met since the start of the month.", "2016-07-01", "2016-07-25"),
        ("They have met since last year.", "2015-01-01", "2016-07-25"),
        ("They met in the late 1980s.", "1987-01-01", "1989-12-31"),
        ("They met in the nineteenth century.", "1801-01-01", "1900-12-31"),
        ("They met on New Year's Eve.", "2015-12-31", "2015-12-31"),
        ("They met on Good Friday.", "2016-03-25", "2016-03-25"),
        ("They met on Orthodox Easter.", "2016-05-01", "2016-05-01"),
        ("They met on Christmas Day 2014.", "2014-12-25", "2014-12-25"),
        ("They met (2016-02-03).", "2016-02-03", "2016-02-03"),
        ("They met in the week to Sunday.", "2016-07-18", "2016-07-24"),
        ("They met as early as 1998.", "1998-01-01", "1998-12-31"),
        ("They met back in January.", "2016-01-01", "2016-01-31"),
        ("They met this June.", "2016-06-01", "2016-06-30"),
        ("They met last August.", "2015-08-01", "2015-08-31"),
        ("They met recently.", "2016-06-25", "2016-07-25"),
        ("The previous week they had met.", "2016-07-18", "2016-07-24"),
        ("They had met two days earlier.", "2016-07-23", "2016-07-23"),
    ],
)
def test_past(text: str, first: str, last: str) -> None:
    assert days(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("They will meet on Monday.", "2016-08-01", "2016-08-01"),
        ("They will meet next Friday.", "2016-07-29", "2016-07-29"),
        ("They will meet this weekend.", "2016-07-30", "2016-07-31"),
        ("They will meet tomorrow.", "2016-07-26", "2016-07-26"),
        ("They will meet next month.", "2016-08-01", "2016-08-31"),
        ("They will meet later this year.", "2016-07-25", "2016-12-31"),
        ("They will meet in September.", "2016-09-01", "2016-09-30"),
        ("They will meet in early June.", "2017-06-01", "2017-06-10"),
        ("They will meet on 7 January.", "2017-01-07", "2017-01-07"),
        ("They will meet in two weeks.", "2016-08-08", "2016-08-14"),
        ("They will meet within three days.", "2016-07-25", "2016-07-28"),
        ("They will meet by the end of August.", "2016-07-25", "2016-08-31"),
        ("They will sit until 3 September.", "2016-07-25", "2016-09-03"),
        ("They will meet over the next two months.", "2016-07-25", "2016-09-25"),
        ("They will meet in the coming weeks.", "2016-07-25", "2016-08-24"),
    ],
)
def test_future(text: str, first: str, last: str) -> None:
    assert days(text, future=True) == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,008 people and 2008 soldiers came.",
        "Article 2008 and resolution 1701 were read.",
        "The drills West-2017, Zapad-2017 and the Minsk-2 deal were on the agenda.",
        "MH17 and Flight 1549 came down.",
        "They answered the report 'Trafficking in 2016' at length.",
        "Fans at Euro 2016 sang.",
        "The cost was $2008 or 1,999 euros at 20:16 or 2016 GMT.",
        "They may march and may second the motion.",
        "Theresa May spoke; the March on Rome was mentioned.",
        "He came second in a day-long race for the three-year plan.",
        "Police march on a Sunday school every Friday.",
        "It was the first time since 2008 that they came.",
        "Black Friday sales rose on Sundays.",
        "Nothing here.",
        "",
    ],
)
def test_no_date(text: str) -> None:
    stated = [e for e in find_dates(text, P) if e.kind not in ("duration", "modifier")]
    assert [text[e.start : e.end] for e in stated] == []


def test_modifier_of_a_noun() -> None:
    phrases = ("the 2008 sanctions", "Monday's raid", "his 8 April speech", "weekend strikes")
    assert [e.kind for t in phrases for e in find_dates(t + " hurt.", P)] == ["modifier"] * 4


def test_without_publication_only_full_dates() -> None:
    text = "They met yesterday, on Monday, in March, in June 2015 and on 3 May 2014."
    assert days(text, None) == [("2015-06-01", "2015-06-30"), ("2014-05-03", "2014-05-03")]


def test_offsets_are_those_of_the_phrase() -> None:
    text = "Später: in early June 2016 they met."
    (e,) = find_dates(text, P)
    assert text[e.start : e.end] == "in early June 2016"


def test_history_marks() -> None:
    for text, shift_back in (
        ("25 years since the war", ("day", -25)),
        ("Ten years after it", ("year", -10)),
        ("the 20th anniversary of it", ("day", -20)),
        ("the anniversary of it", None),
        ("two decades after it", ("year", -20)),
    ):
        (mark,) = find_dates(text, P)
        assert (mark.kind, mark.shift) == ("history-marker", shift_back), text


def test_words_and_arithmetic() -> None:
    assert [number(w) for w in ("3", "three", "a", "twenty-five", "ninety nine", "a couple of", "cat")] == [3, 3, 1, 25, 99, 2, None]
    assert [ordinal(w) for w in ("3rd", "third", "twenty-first", "last", "cat")] == [3, 3, 21, -1, None]
    assert shift(date(2016, 3, 31), "month", -1) == date(2016, 2, 29)
    assert [easter(2014), easter(2014, orthodox=True)] == [date(2014, 4, 20)] * 2
    assert [easter(2016), easter(2016, orthodox=True)] == [date(2016, 3, 27), date(2016, 5, 1)]
    assert part_of(year_of(2011), "late", "year") == (date(2011, 9, 1), date(2011, 12, 31))


_WORDS = [
    "on", "in", "since", "until", "by", "from", "to", "and", "between", "the", "last", "next", "this", "early", "mid", "late", "of", "a",
    "May", "March", "3", "12", "31", "2008", "1990s", "Monday", "Friday", "week", "month", "year", "days", "two", "past", "ago", "later",
    "before", "after", "anniversary", "summer", "winter", "2013-14", "quarter", "first", "half", "29", "February", "0", "99", "9999",
    "Easter", "today", "-", ",", "(", ")", "'", '"',
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=12), st.dates() | st.none(), st.booleans())
def test_any_words_give_whole_spans_in_order(words: list[str], published: date | None, future: bool) -> None:
    text = " ".join(words)
    found = find_dates(text, published)
    assert all(0 <= e.start < e.end <= len(text) for e in found)
    spans = [s for e in found if (s := e.resolve(future, (date(2000, 1, 1), date(2000, 1, 2))))]
    assert all(a <= b for a, b in spans)


@given(st.text(max_size=60))
def test_any_text_is_safe(text: str) -> None:
    assert isinstance(find_dates(text, P), list)


def test_hostile_length_is_quick() -> None:
    assert len(find_dates("on Monday " * 2000 + "the first " * 2000 + "2008 " * 2000, P)) >= 1


def dated(text: str, verb: str, published: date | None = P, *, future: bool = False, carried: tuple[date, date] | None = None) -> DatedAs:
    """The date of the event told by a word of a sentence."""
    (sentences,) = parse_texts([("text", text)])
    s: Sentence = sentences[0]
    head = next(t.i for t in s.tokens if t.text == verb)
    return date_event(s, head, find_dates(s.text, published), published, future=future, carried=carried)


@pytest.mark.parser
@pytest.mark.parametrize(
    ("text", "verb", "first", "last", "source"),
    [
        ("Poland expelled two envoys.", "expelled", "2016-07-25", "2016-07-25", "published"),
        ("In 2008, Belarus recalled its ambassador and expelled ten diplomats.", "expelled", "2008-01-01", "2008-12-31", "stated"),
        ("Washington, which had imposed sanctions in 2008, lifted them last month.", "imposed", "2008-01-01", "2008-12-31", "stated"),
        ("Washington, which had imposed sanctions in 2008, lifted them last month.", "lifted", "2016-06-01", "2016-06-30", "stated"),
        ("After Russia annexed Crimea in 2014, the Union imposed sanctions.", "imposed", "2016-07-25", "2016-07-25", "published"),
        ("The ministry said on Friday that Poland expelled two envoys last week.", "expelled", "2016-07-18", "2016-07-24", "stated"),
        ("The ministry said on Friday that Poland had expelled two envoys.", "expelled", "2016-07-22", "2016-07-22", "stated"),
        ("The court sentenced five soldiers for a mutiny in 2009.", "sentenced", "2016-07-25", "2016-07-25", "published"),
        ("The Union extended its sanctions until 31 July 2017.", "extended", "2016-07-25", "2016-07-25", "published"),
        ("France condemned the 2008 invasion.", "condemned", "2016-07-25", "2016-07-25", "published"),
        ("Saturday's talks between Minsk and Kyiv were cut short.", "cut", "2016-07-23", "2016-07-23", "stated"),
        ("Saturday's talks between Minsk and Kyiv were cut short.", "talks", "2016-07-23", "2016-07-23", "stated"),
        ("Ukraine today marks 25 years since it declared its independence.", "declared", "1991-07-25", "1991-07-25", "stated"),
        ("Ukraine today marks 25 years since it declared its independence.", "marks", "2016-07-25", "2016-07-25", "stated"),
        ("Bulgaria has recently expelled an envoy.", "expelled", "2016-06-25", "2016-07-25", "published"),
    ],
)
def test_date_of_an_event(text: str, verb: str, first: str, last: str, source: str) -> None:
    d = dated(text, verb)
    assert (str(d.first), str(d.last), d.source) == (first, last, source), d.why


@pytest.mark.parser
def test_anaphora_takes_the_date_before() -> None:
    before = (date(2008, 3, 7), date(2008, 3, 7))
    assert dated("Two days later Minsk recalled its envoy.", "recalled", carried=before).first == date(2008, 3, 9)
    assert dated("That year Minsk recalled its envoy.", "recalled", carried=before).last == date(2008, 12, 31)
    assert dated("Later Minsk recalled its envoy.", "recalled", carried=before).first == date(2008, 3, 7)
    assert dated("Minsk recalled its envoy.", "recalled", carried=before).source == "published"


@pytest.mark.parser
def test_unknown_day_of_publication() -> None:
    unknown = dated("Minsk recalled its envoy last week.", "recalled", None)
    assert (unknown.first, unknown.last, unknown.source) == (None, None, None)
    assert dated("Minsk recalled its envoy on 7 March 2008.", "recalled", None).first == date(2008, 3, 7)


@pytest.mark.parser
def test_plans_and_reasons() -> None:
    d = dated("The two leaders will meet on Friday.", "meet", future=True)
    assert (d.first, d.source) == (date(2016, 7, 29), "stated")
    assert d.why == 'stated: "on Friday" -> 2016-07-29'
    assert dated("On Friday, France hands over the command.", "hands").first == date(2016, 7, 29)
    nothing = dated("The anniversary of the invasion was marked quietly.", "invasion")
    assert nothing.first is None and "does not say which year" in nothing.why


@pytest.mark.parser
def test_a_length_in_hours_beside_a_day_breaks_nothing() -> None:
    text = "France expelled two Russian diplomats on Monday, some 48 hours after the attack and within hours of the vote."
    coding = code_events(text, date=date(2018, 3, 28))
    assert [e.date_start for e in coding.events if e.plover == "SANCTION"] == [date(2018, 3, 26)]


@pytest.mark.parser
def test_the_year_of_a_heading_names_a_topic() -> None:
    heading = dated("2011 Peruvian unrest: the army attacked Bolivian posts.", "attacked")
    assert (heading.first, heading.source) == (P, "published")
    assert dated("The army attacked Bolivian posts during the 1971 war.", "attacked").first == date(1971, 1, 1)


@pytest.mark.parser
def test_what_will_stop_on_a_day_stops_on_the_next_one() -> None:
    assert dated("Peru says it will stop shelling Bolivia on Friday.", "shelling").first == date(2016, 7, 29)


@pytest.mark.parser
def test_a_number_like_a_year_counts() -> None:
    assert dated("Peru detained 1900 miners.", "detained").source == "published"

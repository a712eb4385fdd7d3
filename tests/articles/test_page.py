# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.samples import BODY, OTHER_BODY, SENTENCE, TWO_ARTICLES

from detente.articles.furniture import classify
from detente.articles.page import read_page
from detente.articles.stated import Draft, Stated


def read(text: str, **known: object) -> list[Draft]:
    return list(read_page(text, Stated(**known)))  # type: ignore[arg-type]


def test_a_page_with_two_articles() -> None:
    first, second = read(TWO_ARTICLES)
    assert first.stated.title == "Neighbours will open a border crossing before they speak of trade"
    assert first.stated.published == datetime(2015, 8, 3, 9, 12)
    assert first.text == BODY
    assert second.stated.title == "Quarrel over the river port drags on"
    assert second.stated.published == datetime(2016, 10, 11, 17, 45)
    assert (second.stated.photo_credit, first.stated.photo_credit) == ("AGENCY ONE", "")
    assert second.text == OTHER_BODY


def test_many_similar_articles_each_with_its_date() -> None:
    page = f"Main title here\n3 August 2015\n\n{BODY}\n\nSimilar articles\n\nSecond of them all\nMay 2, 2014\n\n{OTHER_BODY}\n\n"
    page += f"Third of them all\n03.05.2013 10:00\n(Photo by A. B.)\n\n{SENTENCE}\n\nRecent trends\n\n"
    page += f"Fourth of them all\n4 May 2012\n{SENTENCE}"
    drafts = read(page)
    assert [d.stated.published.year for d in drafts if d.stated.published] == [2015, 2014, 2013, 2012]
    assert [d.text for d in drafts] == [BODY, OTHER_BODY, SENTENCE, SENTENCE]


def test_links_to_other_articles_make_none() -> None:
    page = f"Main title here\n3 August 2015\n\n{BODY}\n\nSimilar articles\n\nA headline of another page\n\n"
    page += "And one more headline\n\nRecent trends"
    assert [d.text for d in read(page)] == [BODY]


def test_a_box_of_links_within_a_text_goes_and_the_text_goes_on() -> None:
    page = (
        f"Main title here\n3 August 2015\n\n{SENTENCE}\n\nRelated articles\nOne headline of ours\nAnother headline of ours\n\n{OTHER_BODY}"
    )
    (only,) = read(page)
    assert only.text == f"{SENTENCE}\n\n{OTHER_BODY}"


def test_an_undated_article_under_similar_articles_keeps_apart() -> None:
    first, second = read(f"Main title here\n3 August 2015\n\n{BODY}\n\nSimilar articles\n\nA headline without a date\n\n{OTHER_BODY}")
    assert (first.text, second.text, second.stated.published) == (BODY, OTHER_BODY, None)


def test_a_heading_of_an_analysis_that_reads_like_a_section_stays() -> None:
    (only,) = read(f"Main title here\n3 August 2015\n\n{SENTENCE}\n\nRecent trends\n\nTrade grew by a tenth last year.\n\n- So did travel")
    assert only.text == f"{SENTENCE}\n\nRecent trends\n\nTrade grew by a tenth last year.\n\n- So did travel"


def test_a_chronology_is_text() -> None:
    text = "12 July 2016\n\nThe two met.\n\n14 July 2016\n\nThey met again.\n\n19 July 2016\n\nThey fell out."
    (only,) = read(f"A summer of quarrels\n\n{text}")
    assert (only.stated.title, only.stated.published, only.text) == ("A summer of quarrels", None, text)
    (dated,) = read(f"A summer of quarrels\n\n1 August 2016 10:00\n\n{text}")
    assert (dated.stated.published, dated.text) == (datetime(2016, 8, 1, 10), text)


@pytest.mark.parametrize(
    "head",
    [
        "A border opens at last\nBy Jane Smith | 3 August 2015",
        "A border opens at last\n\nBy Jane Smith\n\nPublished: 3 August 2015\nPhoto: X Agency",
        "3 August 2015\nA border opens at last\nBy Jane Smith",
        "A border opens at last\n\nJane Smith\n3 August 2015",
        "Politics\nA border opens at last\nPublished: August 3, 2015\nBy Jane Smith",
        "Agency\nMon, 3 Aug 2015\nA border opens at last\nBy Jane Smith",
        "Home > News > Neighbours\n\nA border opens at last\n\nJane Smith\n\n3 August, 2015\n3 min read",
        "Home\nShare\nA border opens at last\nAuthor: Jane Smith\nUpdated: 5 August 2015\n3 August 2015",
    ],
)
def test_heads_of_every_shape(head: str) -> None:
    (only,) = read(f"{head}\n\n{BODY}")
    assert (only.stated.title, only.stated.author, only.stated.published) == ("A border opens at last", "Jane Smith", datetime(2015, 8, 3))
    assert only.text == BODY


def test_a_standfirst_before_the_date_line_is_text() -> None:
    (only,) = read(f"A border opens at last\n\nTalks had taken a year.\n\n3 August 2015\n\n{BODY}")
    assert only.stated.published == datetime(2015, 8, 3)
    assert only.text == f"Talks had taken a year.\n\n{BODY}"


def test_a_day_within_a_text_without_a_date_line_is_text() -> None:
    text = f"{SENTENCE}\n\nThey parted as friends.\n\n12 July 2016\n\nThey met again."
    (only,) = read(f"A border opens at last\n\n{text}")
    assert (only.stated.published, only.text) == (None, text)


def test_only_an_update_is_dated() -> None:
    (only,) = read(f"A border opens at last\nUpdated: 5 August 2015\n\n{BODY}")
    assert only.stated.published == datetime(2015, 8, 5)


def test_a_dateline_dates_an_article_and_stays_in_it() -> None:
    (only,) = read(f"A border opens at last\n\nMINSK, 3 August 2015 (Agency) - {BODY}")
    assert only.stated.published == datetime(2015, 8, 3)
    assert only.text.startswith("MINSK, 3 August 2015 (Agency) - ")


def test_foot_lines_fill_fields() -> None:
    (only,) = read(
        f"A border opens at last\n3 August 2015\n\n{BODY}\n\nSource: Example Agency\n\nCategory: Neighbours\n\nShare this\n\nPhoto: Jo Doe"
    )
    assert (only.stated.source, only.stated.category, only.stated.photo_credit) == ("Example Agency", "Neighbours", "Jo Doe")
    assert only.text == BODY


def test_readers_comments_are_not_the_article() -> None:
    (only,) = read(f"A border opens at last\n3 August 2015\n\n{BODY}\n\nLeave a comment\n\nI think that the ministers lie to all of us.")
    assert only.text == BODY
    (early,) = read(f"A border opens at last\n3 August 2015\nLeave a comment\n\n{BODY}")
    assert early.text == BODY


def test_what_is_stated_elsewhere_wins() -> None:
    (only,) = read(f"Title in the text\n5 May 2011\n\n{BODY}", title="Title in the text", published=datetime(2015, 8, 3), source="S")
    assert (only.stated.published, only.stated.source, only.text) == (datetime(2015, 8, 3), "S", BODY)


def test_a_single_sentence_is_text_and_no_title() -> None:
    (only,) = read("Two ministers met in Vilnius")
    assert (only.stated.title, only.text) == ("", "Two ministers met in Vilnius")


def test_wrapped_lines_are_joined_and_the_first_is_no_title() -> None:
    lines = ["The ministers of the two neighbours met on Monday in", "the capital and talked about the border and about its", "crossings."]
    (only,) = read("\n".join(lines) + "\n\nThey will meet again.")
    assert only.stated.title == ""
    assert only.text == " ".join(lines) + "\n\nThey will meet again."


def test_nothing_comes_of_nothing() -> None:
    assert read("") == [] and read("Share this\n\nRead more\n") == []


WORDS = st.sampled_from(
    "envoys ministers Minsk border talks spring treaty gas price neighbours army drill vote visa trade Kyiv Monday 2014 12".split()  # noqa: SIM905
)
PROSE = st.builds(
    lambda words, end: " ".join([*words, "met"]).capitalize() + end,
    st.lists(WORDS, min_size=5, max_size=40),
    st.sampled_from([".", "?", "!", ".”"]),
)
SHORT = st.sampled_from(
    [
        "No.",
        "He left.",
        "“Never!”",
        "12 July 2016",
        "July 14, 2016",
        "- the second point",
        "1. the first point",
        "Minsk",
        "What now?",
        "By Friday it was over.",
    ]
)


@given(st.lists(st.one_of(PROSE, SHORT), min_size=1, max_size=12), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_ordinary_text_is_never_eaten(paragraphs: list[str], day: date) -> None:
    paragraphs = ["The two met in the spring, and that was that.", *paragraphs]
    page = f"Envoys meet by the border\n{day:%d %B %Y} 10:15\n\n" + "\n\n".join(paragraphs)
    (only,) = read(page)
    assert only.text.split("\n\n") == paragraphs
    assert only.stated.published == datetime(day.year, day.month, day.day, 10, 15)


@given(st.lists(st.one_of(PROSE, SHORT, st.text(max_size=60)), max_size=12))
def test_whatever_stands_in_a_page_only_furniture_is_missing(lines: list[str]) -> None:
    """Every line of five words or more that is no furniture comes out in a title, a text or a field."""
    page = "\n\n".join(line.replace("\n", " ") for line in lines)
    titles = {d.stated.title.casefold().rstrip(".?!") for d in read_page(page, Stated())}  # a title that comes again is left out
    out = "\n".join(f"{d.stated.title}\n{d.text}\n{d.stated.author}" for d in read_page(page, Stated()))
    for line in lines:
        if (
            line.endswith(".")
            and len(line.split()) >= 6
            and line.isascii()
            and line.isprintable()
            and classify(line) is None
            and line.casefold().rstrip(".?!") not in titles
        ):
            assert " ".join(line.split()) in out

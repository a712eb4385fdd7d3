"""Assessments: whose relation, which way, how stated; and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from detente.clauses import extract_clauses, parse_texts
from detente.events.actors import Memory, Phrases
from detente.events.assess import AssessmentFound, find_assessments
from detente.lexicon import load_lexicon

pytestmark = pytest.mark.parser


def assess(text: str, memory: Memory | None = None) -> list[AssessmentFound]:
    """All assessments of a text."""
    lexicon = load_lexicon()
    out = []
    for s in next(iter(parse_texts([("text", text)]))):
        out += find_assessments(Phrases(s, lexicon, date(2016, 5, 1), memory or Memory()), extract_clauses(s), lexicon)
    return out


@pytest.mark.parametrize(
    ("text", "sides", "direction", "realis"),
    [
        ("Ties between Lisbon and Luanda have soured over a court case.", ("AGO", "PRT"), "worsening", "asserted"),
        ("Finnish-Swedish relations are excellent.", ("FIN", "SWE"), "improving", "asserted"),
        ("Peru's relations with Chile remain tense.", ("CHL", "PER"), "steady", "asserted"),
        ("Oslo and Moscow have drifted apart since the arrests.", ("NOR", "RUS"), "worsening", "asserted"),
        ("The dispute between Ghana and Togo has eased.", ("GHA", "TGO"), "improving", "asserted"),
        ("The visit did not improve relations between Laos and Thailand.", ("LAO", "THA"), "improving", "denied"),
        ("Relations between Oman and Yemen may have deteriorated in silence.", ("OMN", "YEM"), "worsening", "possible"),
        ("Tension between Spain and Morocco continues to grow.", ("ESP", "MAR"), "worsening", "asserted"),
        ("The spat has plunged relations between Canada and Saudi Arabia into crisis.", ("CAN", "SAU"), "worsening", "asserted"),
        ("The internal situation in Haiti has worsened.", ("HTI",), "worsening", "asserted"),
        ("No thaw is in sight between Manila and Beijing.", ("CHN", "PHL"), "steady", "asserted"),
        ("Ankara no longer regards Israel as a friend.", ("ISR", "TUR"), "worsening", "asserted"),
        ("Moscow and Ankara are friends again.", ("RUS", "TUR"), "improving", "asserted"),
        ("Armenia and Azerbaijan are on the verge of open conflict.", ("ARM", "AZE"), "worsening", "asserted"),
        ("Romanian-Hungarian relations have lost much of their bitterness.", ("HUN", "ROU"), "improving", "asserted"),
        ("Distrust between Tehran and Washington has never been greater.", ("IRN", "USA"), "worsening", "asserted"),
        ("Tensions between Chad and Sudan have cooled.", ("SDN", "TCD"), "improving", "asserted"),
        ("Hopes of a thaw between Washington and Tehran have evaporated.", ("IRN", "USA"), "worsening", "asserted"),
        ("Half a century of hostility between Cuba and the United States is coming to an end.", ("CUB", "USA"), "improving", "asserted"),
        ("Finnish-Swedish ties are as close as they have always been.", ("FIN", "SWE"), "steady", "asserted"),
        ("Egypt is sinking deeper into political turmoil.", ("EGY",), "worsening", "asserted"),
        ("Calm has returned to Guinea.", ("GIN",), "improving", "asserted"),
        ("The row is a growing burden on Minsk's relations with Warsaw.", ("BLR", "POL"), "worsening", "asserted"),
        ("The visit did nothing to improve relations between France and Algeria.", ("DZA", "FRA"), "improving", "denied"),
        ("Estonia and Finland could hardly be closer.", ("EST", "FIN"), "improving", "asserted"),
        ("Sofia wants to consolidate the positive trend in relations with Skopje.", ("BGR", "MKD"), "improving", "asserted"),
    ],
)
def test_direction_and_sides(text: str, sides: tuple[str, ...], direction: str, realis: str) -> None:
    assert [(a.sides, a.direction, a.realis) for a in assess(text)] == [(sides, direction, realis)]


@pytest.mark.parametrize(
    "text",
    [
        "Germany and France signed a treaty on rail links.",
        "Public relations firms in Poland and Hungary have grown.",
        "The price war between Danish and Dutch brewers has escalated.",
        "The relation between rainfall and yields in Kenya has weakened.",
        "Trade between Chile and Peru rose by a tenth.",
        "Have relations between Chile and Peru improved?",
        "Relations between Chile and Peru will improve.",
        "Diplomats discussed the need to improve relations between Chile and Peru.",
        "The ice between Finland and Estonia has broken up.",
        "Vienna hopes for better relations with Ankara.",
        "Kenya pledged to deepen cooperation with Uganda.",
        "Relations between Spain and Morocco were strained in 2002.",
        "Algeria rejected claims that it had poisoned relations with Morocco.",
        "The pact was signed when relations between Berlin and Moscow were still good.",
        "Cuba and the United States restored diplomatic relations.",
        "The envoy praised the excellent relations between Qatar and Oman.",
        "The death toll in the unrest in Kenya has risen.",
    ],
)
def test_no_assessment(text: str) -> None:
    assert assess(text) == []


def test_sides_from_the_article_when_the_sentence_names_none() -> None:
    memory = Memory(last_two=("BLR", "USA"), counts={"BLR": 2, "USA": 1})
    found = assess("Relations between the two countries have improved.", memory)
    assert [(a.sides, a.direction) for a in found] == [(("BLR", "USA"), "improving")]


def test_no_sides_no_assessment() -> None:
    assert assess("Relations have improved.") == []


def test_the_quote_is_the_clause_or_a_short_sentence_whole() -> None:
    text = "Relations between Kenya and Somalia have become much worse over the sea, and the court will sit in May."
    lexicon = load_lexicon()
    (s,) = next(iter(parse_texts([("text", text)])))
    (found,) = find_assessments(Phrases(s, lexicon, None, Memory()), extract_clauses(s), lexicon)
    quote = text[s.tokens[found.start].start : s.tokens[found.end - 1].end]
    assert quote.startswith("Relations between") and "become much worse" in quote
    assert found.start <= found.head < found.end

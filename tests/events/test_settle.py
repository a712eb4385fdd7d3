"""Recipients that no words name, and what the same words are by who acts and toward whom."""

from __future__ import annotations

import pytest
from tests.events.build import DAY, brief, code, only, sentence

from detente.clauses import extract_clauses
from detente.events.actors import Memory, Phrases
from detente.events.rules import load_rules
from detente.events.scene import Scene, make_scene
from detente.events.settle import goes_nowhere, settle, shifted
from detente.events.sides import Candidate
from detente.lexicon import load_lexicon

ALONE = """
1 Chile Chile PROPN NNP nsubj 2
2 spoke speak VERB VBD ROOT 2
"""
WITH_OTHER = """
1 Chile Chile PROPN NNP nsubj 2
2 spoke speak VERB VBD ROOT 2
3 in in ADP IN prep 2
4 Peru Peru PROPN NNP pobj 3
"""
REPORTED = """
1 Chile Chile PROPN NNP nsubj 2
2 resisted resist VERB VBD ccomp 6
3 , , PUNCT , punct 6
4 Peruvian peruvian ADJ JJ amod 5
5 police police NOUN NN nsubj 6
6 said say VERB VBD ROOT 6
"""
STORMED = """
1 Chilean chilean ADJ JJ amod 2
2 {who} {lemma} NOUN NNS nsubj 3
3 stormed storm VERB VBD ROOT 3
4 an an DET DT det 5
5 office office NOUN NN dobj 3
6 in in ADP IN prep 5
7 Chile Chile PROPN NNP pobj 6
"""
BAN = """
1 Chile Chile PROPN NNP nsubj 2
2 imposed impose VERB VBD ROOT 2
3 a a DET DT det 4
4 ban ban NOUN NN dobj 2
5 on on ADP IN prep 4
6 {whose} {whose} ADJ JJ amod 7
7 imports import NOUN NNS pobj 5
"""


def scene(rows: str) -> Scene:
    s = sentence(rows)
    lexicon = load_lexicon()
    return make_scene(Phrases(s, lexicon, DAY, Memory()), extract_clauses(s), load_rules(lexicon))


def made(cameo: str, actors: tuple[str, ...], recipients: tuple[str, ...] = ()) -> Candidate:
    return Candidate(cameo, actors, recipients, False, 1, "by hand")


@pytest.mark.parametrize(
    ("rows", "cameo", "actor", "recipients"),
    [
        (ALONE, "080", "CHLGOV", ("CHL",)),
        (ALONE, "0841", "CHLGOV", ("CHL",)),
        (ALONE, "120", "CHLOPP", ("CHL",)),
        (ALONE, "120", "CHLGOV", ("CHL",)),
        (ALONE, "120", "CHL", ()),
        (ALONE, "0871", "CHLREB", ("CHL",)),
        (WITH_OTHER, "120", "CHLGOV", ("PER",)),
        (REPORTED, "120", "CHL", ()),
        (ALONE, "080", "IGOUNO", ()),
    ],
)
def test_who_is_aimed_at_where_nobody_is_named(rows: str, cameo: str, actor: str, recipients: tuple[str, ...]) -> None:
    assert settle(made(cameo, (actor,)), scene(rows)).recipients == recipients


@pytest.mark.parametrize(
    ("cameo", "verb", "actor", "recipients", "becomes"),
    [
        ("081", "lift", "CHL", ("PER",), "085"),
        ("081", "lift", "CHL", ("CHL",), "081"),
        ("163", "impose", "CHLGOV", ("CHLELI",), "172"),
        ("163", "impose", "CHLGOV", ("PER",), "163"),
        ("144", "block", "CHLCVL", ("CHL",), "144"),
        ("144", "block", "CHLGOV", ("PER",), "120"),
        ("190", "fire", "CHL", (), "150"),
        ("160", "suspend", "CHL", ("CHL",), None),
    ],
)
def test_the_same_words_are_another_act(cameo: str, verb: str, actor: str, recipients: tuple[str, ...], becomes: str | None) -> None:
    found = shifted(made(cameo, (actor,), recipients), verb, scene(ALONE))
    assert (found.cameo if found else None) == becomes


@pytest.mark.parametrize(
    ("who", "lemma", "plover"), [("villagers", "villager", "PROTEST"), ("police", "police", "COERCE"), ("rebels", "rebel", "ASSAULT")]
)
def test_who_storms_decides_what_it_is(who: str, lemma: str, plover: str) -> None:
    assert only(STORMED.format(who=who, lemma=lemma)).plover == plover


def test_a_ban_abroad_is_a_sanction() -> None:
    assert brief(only(BAN.format(whose="Peruvian"))) == ("CHL", "SANCTION", "PER", "asserted")
    assert only(BAN.format(whose="Chilean")).plover == "COERCE"


@pytest.mark.parametrize(("recipients", "nowhere"), [((), True), (("CHL",), True), (("PER",), False)])
def test_a_journey_leads_to_another_country(recipients: tuple[str, ...], nowhere: bool) -> None:
    assert goes_nowhere(made("042", ("CHLGOV",), recipients)) is nowhere


def test_a_journey_home_is_no_event() -> None:
    assert code(WITH_OTHER.replace("spoke speak", "flew fly").replace("in in", "to to").replace("Peru Peru", "Chile Chile")).events == ()

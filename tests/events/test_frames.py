"""Verbs with fixed words: turned round, idioms, names that are called, and what is known to be no event."""

from __future__ import annotations

import pytest
from tests.events.build import brief, code, only

UNDER_FIRE = """
1 Chile Chile PROPN NNP nsubj 2
2 came come VERB VBD ROOT 2
3 under under ADP IN prep 2
4 fire fire NOUN NN pobj 3
5 from from ADP IN prep 2
6 Peru Peru PROPN NNP pobj 5
"""
RECEIVED = """
1 Chile Chile PROPN NNP nsubj 2
2 {verb} {lemma} VERB VBD ROOT 2
3 {noun} {noun} NOUN NN dobj 2
4 from from ADP IN prep 2
5 Peru Peru PROPN NNP pobj 4
"""
CALLED = """
1 Chile Chile PROPN NNP nsubj 2
2 called call VERB VBD ROOT 2
3 Peru Peru PROPN NNP dobj 2
4 {article} {article} DET DT det 5
5 {noun} {noun} NOUN NN oprd 2
"""
PHONED = """
1 Chile Chile PROPN NNP nsubj 2
2 telephoned telephone VERB VBD ROOT 2
3 Peru Peru PROPN NNP dobj 2
"""
DEADLINE = """
1 Chile Chile PROPN NNP nsubj 2
2 gave give VERB VBD ROOT 2
3 Peru Peru PROPN NNP dative 2
4 ten ten NUM CD nummod 5
5 days day NOUN NNS dobj 2
"""
DEAF_EAR = """
1 Chile Chile PROPN NNP nsubj 2
2 turned turn VERB VBD ROOT 2
3 a a DET DT det 4
4 {noun} {noun} NOUN NN dobj 2
5 to to ADP IN prep 2
6 Peru Peru PROPN NNP pobj 5
"""
QUAKE = """
1 {cause} {cause} NOUN NN nsubj 2
2 kills kill VERB VBZ ROOT 2
3 nine nine NUM CD dobj 2
4 in in ADP IN prep 2
5 Chile Chile PROPN NNP pobj 4
"""
MATCH = """
1 Chile Chile PROPN NNP nsubj 2
2 attacked attack VERB VBD ROOT 2
3 Peru Peru PROPN NNP dobj 2
4 in in ADP IN prep 2
5 the the DET DT det 6
6 {noun} {noun} NOUN NN pobj 4
"""


def test_under_fire_turns_the_sides_round() -> None:
    assert brief(only(UNDER_FIRE)) == ("PER", "ACCUSE", "CHL", "asserted")


@pytest.mark.parametrize(
    ("verb", "lemma", "noun", "plover"),
    [
        ("received", "receive", "aid", "AID"),
        ("drew", "draw", "criticism", "ACCUSE"),
        ("won", "win", "support", "SUPPORT"),
        ("faced", "face", "sanctions", "SANCTION"),
    ],
)
def test_who_receives_is_the_recipient(verb: str, lemma: str, noun: str, plover: str) -> None:
    assert brief(only(RECEIVED.format(verb=verb, lemma=lemma, noun=noun))) == ("PER", plover, "CHL", "asserted")


def test_to_call_names_is_no_telephone_call() -> None:
    assert brief(only(CALLED.format(article="a", noun="liar"))) == ("CHL", "ACCUSE", "PER", "asserted")
    assert code(CALLED.format(article="a", noun="island")).events == ()
    assert only(PHONED).cameo == "041"


def test_days_given_are_a_threat() -> None:
    assert brief(only(DEADLINE)) == ("CHL", "THREATEN", "PER", "asserted")


def test_an_idiom_needs_its_words() -> None:
    assert brief(only(DEAF_EAR.format(noun="ear"))) == ("CHL", "REJECT", "PER", "asserted")
    assert code(DEAF_EAR.format(noun="page")).events == ()


@pytest.mark.parametrize("cause", ["earthquake", "flood", "crash"])
def test_accidents_are_nobodys_deed(cause: str) -> None:
    assert code(QUAKE.format(cause=cause)).events == ()


def test_a_bomb_strikes_where_it_goes_off() -> None:
    event = only(QUAKE.format(cause="bomb"))
    assert (event.actor, event.recipient, event.plover) == ((), ("CHL",), "ASSAULT")


@pytest.mark.parametrize("noun", ["match", "semifinal", "tournament"])
def test_sport_is_no_war(noun: str) -> None:
    assert code(MATCH.format(noun=noun)).events == ()
    assert code(MATCH.format(noun="capital")).events != ()

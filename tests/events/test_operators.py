"""What governs an action decides what it amounts to; what is governed stands in the content."""

from __future__ import annotations

import pytest
from tests.events.build import brief, code, only

GOVERNED = """
1 Chile Chile PROPN NNP nsubj 2
2 {verb} {lemma} VERB VBD ROOT 2
3 to to PART TO aux 4
4 {inner} {inner} VERB VB xcomp 2
5 {noun} PUNCTLESS NOUN NNS dobj 4
6 {prep} {prep} ADP IN prep 4
7 Peru Peru PROPN NNP pobj 6
"""
SAID = """
1 Chile Chile PROPN NNP nsubj 2
2 {verb} {lemma} VERB VBD ROOT 2
3 that that SCONJ IN mark 5
4 Peru Peru PROPN NNP nsubj 5
5 attacked attack VERB VBD ccomp 2
6 Bolivia Bolivia PROPN NNP dobj 5
"""


def governed(verb: str, lemma: str, inner: str = "impose", noun: str = "sanctions sanction", prep: str = "on") -> str:
    return GOVERNED.replace("{noun} PUNCTLESS", noun).format(verb=verb, lemma=lemma, inner=inner, prep=prep)


@pytest.mark.parametrize(
    ("verb", "lemma", "inner", "noun", "prep", "plover", "content"),
    [
        ("threatened", "threaten", "impose", "sanctions sanction", "on", "THREATEN", "SANCTION"),
        ("promised", "promise", "send", "aid aid", "to", "AGREE", "AID"),
        ("refused", "refuse", "send", "aid aid", "to", "REJECT", "AID"),
        ("vowed", "vow", "impose", "sanctions sanction", "on", "THREATEN", "SANCTION"),
    ],
)
def test_only_the_outer_event_comes_out(verb: str, lemma: str, inner: str, noun: str, prep: str, plover: str, content: str) -> None:
    event = only(governed(verb, lemma, inner, noun, prep))
    assert brief(event) == ("CHL", plover, "PER", "asserted")
    assert event.content is not None and event.content.plover == content
    assert event.content.quote in event.mentions[0].quote


@pytest.mark.parametrize(
    ("verb", "lemma"),
    [
        ("hoped", "hope"),
        ("considered", "consider"),
        ("attempted", "attempt"),
        ("sought", "seek"),
        ("tried", "try"),
    ],
)
def test_a_wish_or_an_attempt_is_no_event(verb: str, lemma: str) -> None:
    assert code(governed(verb, lemma)).events == ()


@pytest.mark.parametrize(("verb", "lemma"), [("began", "begin"), ("continued", "continue")])
def test_beginning_is_doing(verb: str, lemma: str) -> None:
    assert brief(only(governed(verb, lemma))) == ("CHL", "SANCTION", "PER", "asserted")


def test_a_plan_is_planned() -> None:
    assert brief(only(governed("planned", "plan"))) == ("CHL", "SANCTION", "PER", "planned")


def test_accusation_holds_the_deed_as_content() -> None:
    event = only(
        """
        1 Chile Chile PROPN NNP nsubj 2
        2 accused accuse VERB VBD ROOT 2
        3 Peru Peru PROPN NNP dobj 2
        4 of of ADP IN prep 2
        5 attacking attack VERB VBG pcomp 4
        6 Bolivia Bolivia PROPN NNP dobj 5
        """
    )
    assert brief(event) == ("CHL", "ACCUSE", "PER", "asserted")
    assert event.content is not None and (event.content.plover, event.content.quote) == ("ASSAULT", "attacking Bolivia")


def test_demand_is_of_whoever_is_to_act() -> None:
    event = only(
        """
        1 Chile Chile PROPN NNP nsubj 2
        2 demanded demand VERB VBD ROOT 2
        3 that that SCONJ IN mark 5
        4 Peru Peru PROPN NNP nsubj 5
        5 withdraw withdraw VERB VB ccomp 2
        6 its its PRON PRP$ poss 7
        7 troops troop NOUN NNS dobj 5
        """
    )
    assert brief(event) == ("CHL", "REQUEST", "PER", "asserted")
    assert event.content is not None and event.content.plover == "RETREAT"


def test_appeal_is_to_the_object() -> None:
    event = only(
        """
        1 Chile Chile PROPN NNP nsubj 2
        2 urged urge VERB VBD ROOT 2
        3 Peru Peru PROPN NNP dobj 2
        4 to to PART TO aux 5
        5 withdraw withdraw VERB VB xcomp 2
        6 troops troop NOUN NNS dobj 5
        7 from from ADP IN prep 5
        8 Bolivia Bolivia PROPN NNP pobj 7
        """
    )
    assert brief(event) == ("CHL", "REQUEST", "PER", "asserted")


def test_what_is_said_is_told_with_its_speaker() -> None:
    event = only(SAID.format(verb="said", lemma="say"))
    assert (*brief(event), event.speaker) == ("PER", "ASSAULT", "BOL", "asserted", "CHL")


def test_what_is_denied_never_counts_as_done() -> None:
    events = code(SAID.format(verb="denied", lemma="deny")).events
    assert not any(e.plover == "ASSAULT" and e.realis == "asserted" for e in events)


def test_governed_actions_never_move_a_level_themselves() -> None:
    for verb, lemma in (("threatened", "threaten"), ("promised", "promise"), ("refused", "refuse"), ("hoped", "hope"), ("planned", "plan")):
        assert not any(e.plover == "SANCTION" and e.realis == "asserted" for e in code(governed(verb, lemma)).events), verb

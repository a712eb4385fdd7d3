"""Verb and object -> class and sides, from sentences built by hand and the real tables."""

from __future__ import annotations

import pytest
from tests.events.build import brief, code, only

PLAIN = """
1 Chile Chile PROPN NNP nsubj 2
2 {verb} {lemma} VERB VBD ROOT 2
3 Peru Peru PROPN NNP dobj 2
4 . . PUNCT . punct 2
"""
WITH_NOUN = """
1 Chile Chile PROPN NNP nsubj 2
2 {verb} {lemma} VERB VBD ROOT 2
3 {noun} {singular} NOUN NNS dobj 2
4 {prep} {prep} ADP IN prep {at}
5 Peru Peru PROPN NNP pobj 4
6 . . PUNCT . punct 2
"""
BOTH = """
1 Chile Chile PROPN NNP nsubj 4
2 and and CCONJ CC cc 1
3 Peru Peru PROPN NNP conj 1
4 held hold VERB VBD ROOT 4
5 talks talk NOUN NNS dobj 4
6 . . PUNCT . punct 4
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "plover"),
    [
        ("praised", "praise", "SUPPORT"),
        ("thanked", "thank", "SUPPORT"),
        ("criticised", "criticise", "ACCUSE"),
        ("attacked", "attack", "ASSAULT"),
        ("bombed", "bomb", "ASSAULT"),
        ("recognised", "recognise", "SUPPORT"),
        ("assisted", "assist", "AID"),
        ("threatened", "threaten", "THREATEN"),
    ],
)
def test_a_verb_acts_on_an_actor(verb: str, lemma: str, plover: str) -> None:
    assert brief(only(PLAIN.format(verb=verb, lemma=lemma))) == ("CHL", plover, "PER", "asserted")


@pytest.mark.parametrize(
    ("verb", "lemma", "noun", "singular", "prep", "cameo", "recipient"),
    [
        ("imposed", "impose", "sanctions", "sanction", "on", "163", "PER"),
        ("lifted", "lift", "sanctions", "sanction", "on", "085", "PER"),
        ("sent", "send", "aid", "aid", "to", "07", "PER"),
        ("expelled", "expel", "diplomats", "diplomat", "of", "166", "PERGOV"),
        ("withdrew", "withdraw", "troops", "troop", "from", "0873", "PER"),
        ("launched", "launch", "attacks", "attack", "on", "19", "PER"),
    ],
)
def test_the_object_says_what_the_verb_means(
    verb: str, lemma: str, noun: str, singular: str, prep: str, cameo: str, recipient: str
) -> None:
    event = only(WITH_NOUN.format(verb=verb, lemma=lemma, noun=noun, singular=singular, prep=prep, at=3))
    assert event.cameo.startswith(cameo)
    assert (event.actor, event.recipient, event.realis) == (("CHL",), (recipient,), "asserted")


def test_class_mode_and_intensity_are_those_of_the_code() -> None:
    from detente.events.rules import load_rules
    from detente.lexicon import load_lexicon

    event = only(PLAIN.format(verb="attacked", lemma="attack"))
    row = load_rules(load_lexicon()).codes[event.cameo]
    assert (event.plover, event.mode, event.contexts, event.intensity) == (row.plover, row.mode, row.contexts, row.intensity)
    assert event.intensity < 0 < only(PLAIN.format(verb="praised", lemma="praise")).intensity


def test_reciprocal_all_sides_act() -> None:
    event = only(BOTH)
    assert (set(event.actor), event.recipient, event.plover) == ({"CHL", "PER"}, (), "CONSULT")


def test_reciprocal_with_a_preposition() -> None:
    event = only(WITH_NOUN.format(verb="held", lemma="hold", noun="talks", singular="talk", prep="with", at=2))
    assert (set(event.actor), event.recipient) == ({"CHL", "PER"}, ())


def test_passive_acts_the_same_way() -> None:
    event = only(
        """
        1 Peru Peru PROPN NNP nsubjpass 3
        2 was be AUX VBD auxpass 3
        3 attacked attack VERB VBN ROOT 3
        4 by by ADP IN agent 3
        5 Chile Chile PROPN NNP pobj 4
        """
    )
    assert brief(event) == ("CHL", "ASSAULT", "PER", "asserted")


def test_a_frame_turns_the_sides_round() -> None:
    event = only(
        """
        1 Chile Chile PROPN NNP nsubj 2
        2 faced face VERB VBD ROOT 2
        3 criticism criticism NOUN NN dobj 2
        4 from from ADP IN prep 3
        5 Peru Peru PROPN NNP pobj 4
        """
    )
    assert brief(event) == ("PER", "ACCUSE", "CHL", "asserted")


def test_organisations_carry_their_kind() -> None:
    event = only(PLAIN.replace("Peru Peru", "NATO NATO").format(verb="criticised", lemma="criticise"))
    assert event.recipient == ("IGONAT",)


def test_with_no_known_side_there_is_no_event() -> None:
    rows = PLAIN.replace("Chile Chile PROPN NNP", "Rain rain NOUN NN").replace("Peru Peru PROPN NNP", "roofs roof NOUN NNS")
    assert code(rows.format(verb="attacked", lemma="attack")).events == ()


def test_itself_is_no_second_side() -> None:
    rows = PLAIN.replace("Peru Peru PROPN NNP", "itself itself PRON PRP").format(verb="attacked", lemma="attack")
    assert all(e.recipient in ((), ("CHL",)) for e in code(rows).events)


def test_earthquakes_attack_nobody() -> None:
    rows = """
    1 An an DET DT det 2
    2 earthquake earthquake NOUN NN nsubj 3
    3 struck strike VERB VBD ROOT 3
    4 Peru Peru PROPN NNP dobj 3
    """
    assert code(rows).events == ()


def test_each_of_coordinated_verbs_is_an_event_with_words_of_its_own() -> None:
    coding = code(
        """
        1 Chile Chile PROPN NNP nsubj 2
        2 criticised criticise VERB VBD ROOT 2
        3 Peru Peru PROPN NNP dobj 2
        4 and and CCONJ CC cc 2
        5 praised praise VERB VBD conj 2
        6 Bolivia Bolivia PROPN NNP dobj 5
        """
    )
    assert [brief(e) for e in coding.events] == [("CHL", "ACCUSE", "PER", "asserted"), ("CHL", "SUPPORT", "BOL", "asserted")]
    assert [e.mentions[0].quote for e in coding.events] == ["Chile criticised Peru", "praised Bolivia"]


def test_a_pronoun_stands_for_the_sentence_before() -> None:
    coding = code(
        PLAIN.format(verb="praised", lemma="praise"),
        """
        1 It it PRON PRP nsubj 2
        2 criticised criticise VERB VBD ROOT 2
        3 Bolivia Bolivia PROPN NNP dobj 2
        """,
    )
    assert brief(coding.events[1]) == ("CHL", "ACCUSE", "BOL", "asserted")

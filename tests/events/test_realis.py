"""How an event is stated: asserted, planned, possible, denied, or not at all."""

from __future__ import annotations

import pytest
from tests.events.build import brief, code, only

MODAL = """
1 Chile Chile PROPN NNP nsubj 3
2 {word} {word} AUX MD aux 3
3 attack attack VERB VB ROOT 3
4 Peru Peru PROPN NNP dobj 3
5 . . PUNCT . punct 3
"""
NEGATED = """
1 Chile Chile PROPN NNP nsubj 4
2 {word} {lemma} AUX {tag} aux 4
3 not not PART RB neg 4
4 attack attack VERB VB ROOT 4
5 Peru Peru PROPN NNP dobj 4
"""
CONDITION = """
1 {mark} {mark} SCONJ IN mark 3
2 Chile Chile PROPN NNP nsubj 3
3 attacks attack VERB VBZ advcl 6
4 Peru Peru PROPN NNP dobj 3
5 everyone everyone PRON NN nsubj 6
6 loses lose VERB VBZ ROOT 6
"""
OWN_WORD = """
1 Chile Chile PROPN NNP nsubj 2
2 said say VERB VBD ROOT 2
3 it it PRON PRP nsubj 5
4 will will AUX MD aux 5
5 impose impose VERB VB ccomp 2
6 sanctions sanction NOUN NNS dobj 5
7 on on ADP IN prep 5
8 Peru Peru PROPN NNP pobj 7
"""


@pytest.mark.parametrize(
    ("word", "realis"),
    [("will", "planned"), ("may", "possible"), ("might", "possible"), ("could", "possible"), ("would", "possible"), ("did", "asserted")],
)
def test_the_modal_says_how(word: str, realis: str) -> None:
    rows = MODAL.format(word=word)
    assert brief(only(rows if word != "did" else rows.replace("did did AUX MD", "did do AUX VBD"))) == ("CHL", "ASSAULT", "PER", realis)


@pytest.mark.parametrize("word", ["should", "must", "ought"])
def test_what_ought_to_be_is_not_told(word: str) -> None:
    assert code(MODAL.format(word=word)).events == ()


def test_negation_denies() -> None:
    assert brief(only(NEGATED.format(word="did", lemma="do", tag="VBD"))) == ("CHL", "ASSAULT", "PER", "denied")


@pytest.mark.parametrize(("word", "tag"), [("will", "MD"), ("may", "MD")])
def test_negation_under_a_modal_is_never_asserted(word: str, tag: str) -> None:
    assert all(e.realis != "asserted" for e in code(NEGATED.format(word=word, lemma=word, tag=tag)).events)


@pytest.mark.parametrize("mark", ["if", "unless", "whether"])
def test_a_condition_makes_it_possible(mark: str) -> None:
    assert brief(only(CONDITION.format(mark=mark))) == ("CHL", "ASSAULT", "PER", "possible")


def test_a_reason_is_asserted() -> None:
    assert brief(only(CONDITION.format(mark="because"))) == ("CHL", "ASSAULT", "PER", "asserted")


def test_a_question_asserts_nothing() -> None:
    rows = MODAL.replace(". . PUNCT .", "? ? PUNCT .").replace("{word} {word} AUX MD", "does do AUX VBZ")
    assert only(rows).realis == "possible"


@pytest.mark.parametrize("adverb", ["possibly", "allegedly", "perhaps"])
def test_an_adverb_makes_it_possible(adverb: str) -> None:
    rows = f"""
    1 Chile Chile PROPN NNP nsubj 3
    2 {adverb} {adverb} ADV RB advmod 3
    3 attacked attack VERB VBD ROOT 3
    4 Peru Peru PROPN NNP dobj 3
    """
    assert only(rows).realis == "possible"


def test_a_side_that_speaks_of_its_own_next_step_threatens() -> None:
    event = only(OWN_WORD)
    assert (*brief(event), event.speaker) == ("CHL", "THREATEN", "PER", "asserted", "CHL")
    assert event.content is not None and event.content.plover == "SANCTION"


def test_a_negated_threat_is_denied() -> None:
    rows = """
    1 Chile Chile PROPN NNP nsubj 4
    2 did do AUX VBD aux 4
    3 not not PART RB neg 4
    4 threaten threaten VERB VB ROOT 4
    5 Peru Peru PROPN NNP dobj 4
    """
    assert brief(only(rows)) == ("CHL", "THREATEN", "PER", "denied")


@pytest.mark.parametrize("adverb", ["nearly", "almost"])
def test_what_nearly_was_is_denied(adverb: str) -> None:
    rows = f"""
    1 Chile Chile PROPN NNP nsubj 3
    2 {adverb} {adverb} ADV RB advmod 3
    3 attacked attack VERB VBD ROOT 3
    4 Peru Peru PROPN NNP dobj 3
    """
    assert only(rows).realis == "denied"


HELD = """
1 There there PRON EX expl 2
2 is be VERB VBZ ROOT 2
3 {det} {det} DET DT det 4
4 {noun} {noun} NOUN NN attr 2
5 that that SCONJ IN mark 7
6 Chile Chile PROPN NNP nsubj 7
7 attacked attack VERB VBD acl 4
8 Peru Peru PROPN NNP dobj 7
"""


@pytest.mark.parametrize(
    ("det", "noun", "realis"),
    [("a", "suspicion", "possible"), ("no", "evidence", "denied"), ("some", "evidence", "asserted"), ("a", "report", "asserted")],
)
def test_what_a_noun_makes_of_its_clause(det: str, noun: str, realis: str) -> None:
    assert only(HELD.format(det=det, noun=noun)).realis == realis


@pytest.mark.parametrize(("word", "realis"), [("untrue", "denied"), ("possible", "possible"), ("sad", "asserted")])
def test_what_an_adjective_makes_of_its_clause(word: str, realis: str) -> None:
    rows = f"""
    1 It it PRON PRP nsubj 2
    2 is be AUX VBZ ROOT 2
    3 {word} {word} ADJ JJ acomp 2
    4 that that SCONJ IN mark 6
    5 Chile Chile PROPN NNP nsubj 6
    6 attacked attack VERB VBD ccomp 2
    7 Peru Peru PROPN NNP dobj 6
    """
    assert only(rows).realis == realis

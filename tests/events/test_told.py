"""What of a sentence comes out: the outermost event with its content's sides, reporters left out, comments silent, doubt and time heard."""

from __future__ import annotations

from datetime import date

import pytest
from tests.events.build import DAY, brief, code, only, sentence

from detente.clauses import extract_clauses
from detente.events.actors import Memory, Phrases
from detente.events.rules import load_rules
from detente.events.scene import make_scene
from detente.lexicon import load_lexicon

AGREED = """
1 Chile Chile PROPN NNP nsubj 2
2 {verb} {lemma} VERB VBD ROOT 2
3 to to PART TO aux 4
4 {inner} {inner} VERB VB xcomp 2
5 aid aid NOUN NN dobj 4
6 to to ADP IN prep 4
7 Peru Peru PROPN NNP pobj 6
"""
TOLD_THAT = """
1 Chile Chile PROPN NNP nsubj 2
2 told tell VERB VBD ROOT 2
3 Peru Peru PROPN NNP dobj 2
4 that that SCONJ IN mark 6
5 Bolivia Bolivia PROPN NNP nsubj 6
6 attacked attack VERB VBD ccomp 2
7 Paraguay Paraguay PROPN NNP dobj 6
"""
MUST = """
1 Chile Chile PROPN NNP nsubj 2
2 said say VERB VBD ROOT 2
3 that that SCONJ IN mark 6
4 Peru Peru PROPN NNP nsubj 6
5 must must AUX MD aux 6
6 return return VERB VB ccomp 2
7 it it PRON PRP dobj 6
"""
COMMENT = """
1 Chile Chile PROPN NNP nsubj 2
2 declined decline VERB VBD ROOT 2
3 to to PART TO aux 4
4 comment comment VERB VB xcomp 2
"""
YET = """
1 Chile Chile PROPN NNP nsubj 2
2 has have VERB VBZ ROOT 2
3 yet yet ADV RB advmod 2
4 to to PART TO aux 5
5 attack attack VERB VB xcomp 2
6 Peru Peru PROPN NNP dobj 5
"""
IS_TO = """
1 Chile Chile PROPN NNP nsubj 2
2 is be AUX VBZ ROOT 2
3 to to PART TO aux 4
4 attack attack VERB VB xcomp 2
5 Peru Peru PROPN NNP dobj 4
"""
UNLESS = """
1 Chile Chile PROPN NNP nsubj 3
2 will will AUX MD aux 3
3 attack attack VERB VB ROOT 3
4 Peru Peru PROPN NNP dobj 3
5 unless unless SCONJ IN mark 7
6 it it PRON PRP nsubj 7
7 pays pay VERB VBZ advcl 3
"""
MONTH = """
1 Chile Chile PROPN NNP nsubj 3
2 is be AUX VBZ aux 3
3 sending send VERB VBG ROOT 3
4 Peru Peru PROPN NNP dative 3
5 aid aid NOUN NN dobj 3
6 in in ADP IN prep 3
7 {month} {month} PROPN NNP pobj 6
8 2019 2019 NUM CD nummod 7
"""
SAID = """
1 Chile Chile PROPN NNP nsubj 2
2 resisted resist VERB VBD ccomp 6
3 , , PUNCT , punct 6
4 Peruvian peruvian ADJ JJ amod 5
5 police police NOUN NN nsubj 6
6 said say VERB VBD ROOT 6
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "plover"), [("agreed", "agree", "AGREE"), ("promised", "promise", "AGREE"), ("refused", "refuse", "REJECT")]
)
def test_the_outer_event_keeps_the_inner_ones_recipient(verb: str, lemma: str, plover: str) -> None:
    event = only(AGREED.format(verb=verb, lemma=lemma, inner="send"))
    assert brief(event) == ("CHL", plover, "PER", "asserted")
    assert event.content is not None and event.content.plover == "AID"


def test_to_tell_that_is_to_speak() -> None:
    event = only(TOLD_THAT)
    assert brief(event) == ("BOL", "ASSAULT", "PRY", "asserted")
    assert event.speaker == "CHL"


def test_what_another_must_do_is_demanded() -> None:
    assert brief(only(MUST)) == ("CHL", "REQUEST", "PER", "asserted")


def test_a_comment_refused_is_nothing() -> None:
    assert code(COMMENT).events == ()


@pytest.mark.parametrize(("rows", "realis"), [(YET, "denied"), (IS_TO, "planned"), (UNLESS, "possible")])
def test_how_it_is_stated(rows: str, realis: str) -> None:
    assert brief(only(rows)) == ("CHL", "ASSAULT", "PER", realis)


def test_what_is_dated_ahead_is_planned() -> None:
    assert only(MONTH.format(month="July")).realis == "planned"
    assert only(MONTH.format(month="January")).realis == "asserted"
    assert only(MONTH.format(month="July")).date_start == date(2019, 7, 1)


def test_who_only_reports_is_no_side() -> None:
    s = sentence(SAID)
    lexicon = load_lexicon()
    phrases = Phrases(s, lexicon, DAY, Memory())
    make_scene(phrases, extract_clauses(s), load_rules(lexicon))
    assert phrases.bystanders == {"PER"}
    assert phrases.others(["CHL"]) == []

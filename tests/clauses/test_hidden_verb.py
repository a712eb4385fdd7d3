"""A headline's verb that was read as a noun is put back; sentences with a verb stay as they are."""

from __future__ import annotations

import pytest
from tests.events.build import brief, only, role, sentence

from detente.clauses import extract_clauses, mend_headline

FORMS = {"sanction": "sanction", "sanctions": "sanction", "sign": "sign", "signs": "sign"}
AS_NOUN = """
1 Chile Chile PROPN NNP compound 2
2 sanctions sanction NOUN NNS ROOT 2
3 five five NUM CD nummod 5
4 Peruvian peruvian ADJ JJ amod 5
5 firms firm NOUN NNS appos 2
"""
TWO_NAMES = """
1 Chile Chile PROPN NNP ROOT 1
2 , , PUNCT , punct 1
3 Peru Peru PROPN NNP compound 4
4 sign sign NOUN NN compound 6
5 cod cod NOUN NN compound 6
6 deal deal NOUN NN appos 1
"""
WITH_VERB = """
1 Chile Chile PROPN NNP nsubj 2
2 sees see VERB VBZ ROOT 2
3 sanctions sanction NOUN NNS dobj 2
"""


def test_a_noun_between_name_and_object_is_the_verb() -> None:
    s = mend_headline(sentence(AS_NOUN), FORMS)
    (clause,) = extract_clauses(s)
    assert (clause.lemma, role(s, clause, "subject"), role(s, clause, "object")) == ("sanction", ["Chile"], ["firms"])


def test_two_names_are_both_subjects() -> None:
    s = mend_headline(sentence(TWO_NAMES), FORMS)
    (clause,) = extract_clauses(s)
    assert (clause.lemma, role(s, clause, "subject"), role(s, clause, "object")) == ("sign", ["Chile"], ["deal"])
    assert [t.text for t in s.tokens if t.dep == "conj"] == ["Peru"]


@pytest.mark.parametrize("rows", [WITH_VERB, TWO_NAMES.replace("2 , , PUNCT , punct 1", "2 's 's PART POS case 3")])
def test_what_has_a_verb_or_one_name_only_stays(rows: str) -> None:
    s = sentence(rows)
    assert mend_headline(s, FORMS) is s


def test_the_coder_reads_it() -> None:
    assert brief(only(AS_NOUN)) == ("CHL", "SANCTION", "PERBUS", "asserted")
    event = only(TWO_NAMES)
    assert (event.actor, event.recipient, event.plover) == (("CHL", "PER"), (), "SUPPORT")

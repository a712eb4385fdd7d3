"""Clauses from sentences built by hand: active order, whose subject, negation, modality."""

from __future__ import annotations

import pytest
from tests.events.build import clause_of, role, sentence

from detente.clauses import extract_clauses

ACTIVE = """
1 Kenya Kenya PROPN NNP nsubj 2
2 thanked thank VERB VBD ROOT 2
3 Ghana Ghana PROPN NNP dobj 2
4 for for ADP IN prep 2
5 grain grain NOUN NN pobj 4
6 . . PUNCT . punct 2
"""
PASSIVE = """
1 Ghana Ghana PROPN NNP nsubjpass 3
2 was be AUX VBD auxpass 3
3 thanked thank VERB VBN ROOT 3
4 by by ADP IN agent 3
5 Kenya Kenya PROPN NNP pobj 4
6 . . PUNCT . punct 3
"""
RELATIVE = """
1 The the DET DT det 2
2 envoy envoy NOUN NN nsubj 6
3 who who PRON WP nsubj 4
4 insulted insult VERB VBD relcl 2
5 Kenya Kenya PROPN NNP dobj 4
6 visited visit VERB VBD ROOT 6
7 Ghana Ghana PROPN NNP dobj 6
8 . . PUNCT . punct 6
"""
CONTROL = """
1 Ghana Ghana PROPN NNP nsubj 2
2 {verb} {lemma} VERB VBD ROOT 2
3 Kenya Kenya PROPN NNP dobj 2
4 to to PART TO aux 5
5 leave leave VERB VB xcomp 2
6 . . PUNCT . punct 2
"""
SUBJECT_CONTROL = """
1 Ghana Ghana PROPN NNP nsubj 2
2 decided decide VERB VBD ROOT 2
3 to to PART TO aux 4
4 leave leave VERB VB xcomp 2
5 . . PUNCT . punct 2
"""
COORDINATED = """
1 Ghana Ghana PROPN NNP nsubj 2
2 criticised criticise VERB VBD ROOT 2
3 Togo Togo PROPN NNP dobj 2
4 and and CCONJ CC cc 2
5 praised praise VERB VBD conj 2
6 Benin Benin PROPN NNP dobj 5
7 . . PUNCT . punct 2
"""
AUXILIARY = """
1 Ghana Ghana PROPN NNP nsubj 3
2 {word} {word} AUX {tag} aux 3
3 help help VERB VB ROOT 3
4 Togo Togo PROPN NNP dobj 3
5 . . PUNCT . punct 3
"""


def test_active() -> None:
    s, clause = clause_of(ACTIVE, "thanked")
    assert (clause.lemma, clause.kind, clause.tense, clause.modal) == ("thank", "verb", "past", None)
    assert (clause.passive, clause.negated, clause.governor, clause.link) == (False, False, None, "ROOT")
    assert (role(s, clause, "subject"), role(s, clause, "object"), role(s, clause, "prep:for")) == (["Kenya"], ["Ghana"], ["grain"])


def test_passive_stands_in_active_order() -> None:
    s, clause = clause_of(PASSIVE, "thanked")
    assert clause.passive
    assert (role(s, clause, "subject"), role(s, clause, "object")) == (["Kenya"], ["Ghana"])
    assert len(extract_clauses(s)) == 1, "the auxiliary is no clause of its own"


def test_passive_without_agent_has_no_subject() -> None:
    s, clause = clause_of("\n".join(PASSIVE.strip().splitlines()[:3]), "thanked")
    assert (role(s, clause, "subject"), role(s, clause, "object")) == ([], ["Ghana"])


def test_relative_pronoun_stands_for_its_noun() -> None:
    s, inner = clause_of(RELATIVE, "insulted")
    assert (role(s, inner, "subject"), role(s, inner, "object"), inner.link) == (["envoy"], ["Kenya"], "relcl")
    _, outer = clause_of(RELATIVE, "visited")
    assert (role(s, outer, "subject"), role(s, outer, "object")) == (["envoy"], ["Ghana"])
    assert inner.governor == outer.head


def test_the_outer_clause_comes_first() -> None:
    s = sentence(RELATIVE)
    assert [s.tokens[c.head].text for c in extract_clauses(s)] == ["visited", "insulted"]


def test_reduced_relative_is_passive() -> None:
    s, clause = clause_of(
        """
        1 Troops troop NOUN NNS nsubj 5
        2 sent send VERB VBN acl 1
        3 by by ADP IN agent 2
        4 Chad Chad PROPN NNP pobj 3
        5 left leave VERB VBD ROOT 5
        """,
        "sent",
    )
    assert clause.passive
    assert (role(s, clause, "subject"), role(s, clause, "object")) == (["Chad"], ["Troops"])


@pytest.mark.parametrize(("verb", "lemma"), [("urged", "urge"), ("forced", "force"), ("told", "tell")])
def test_object_controls_the_infinitive(verb: str, lemma: str) -> None:
    s, clause = clause_of(CONTROL.format(verb=verb, lemma=lemma), "leave")
    assert (role(s, clause, "subject"), clause.mark, clause.tense, clause.link) == (["Kenya"], "to", "none", "xcomp")
    assert s.tokens[clause.governor or 0].text == verb


def test_subject_controls_where_no_object_stands() -> None:
    s, clause = clause_of(SUBJECT_CONTROL, "leave")
    assert role(s, clause, "subject") == ["Ghana"]


def test_subject_control_in_spite_of_an_object() -> None:
    s, clause = clause_of(CONTROL.format(verb="promised", lemma="promise"), "leave")
    assert role(s, clause, "subject") == ["Ghana"]


def test_coordinated_verbs_share_the_subject() -> None:
    s, clause = clause_of(COORDINATED, "praised")
    assert (role(s, clause, "subject"), role(s, clause, "object"), clause.link) == (["Ghana"], ["Benin"], "conj")


def test_coordinated_verb_keeps_a_subject_of_its_own() -> None:
    s, clause = clause_of(
        """
        1 Ghana Ghana PROPN NNP nsubj 2
        2 protested protest VERB VBD ROOT 2
        3 and and CCONJ CC cc 2
        4 Togo Togo PROPN NNP nsubj 5
        5 replied reply VERB VBD conj 2
        """,
        "replied",
    )
    assert role(s, clause, "subject") == ["Togo"]


@pytest.mark.parametrize(
    ("word", "tag", "modal", "tense"),
    [
        ("will", "MD", "will", "future"),
        ("shall", "MD", "will", "future"),
        ("may", "MD", "may", "none"),
        ("could", "MD", "could", "none"),
        ("did", "VBD", None, "past"),
        ("does", "VBZ", None, "present"),
    ],
)
def test_modality(word: str, tag: str, modal: str | None, tense: str) -> None:
    _, clause = clause_of(AUXILIARY.format(word=word, tag=tag), "help")
    assert (clause.modal, clause.tense, clause.negated) == (modal, tense, False)


@pytest.mark.parametrize(("negation", "dep"), [("not", "neg"), ("n't", "neg"), ("never", "neg"), ("never", "advmod")])
def test_negation(negation: str, dep: str) -> None:
    _, clause = clause_of(
        f"""
        1 Ghana Ghana PROPN NNP nsubj 4
        2 did do AUX VBD aux 4
        3 {negation} {negation} PART RB {dep} 4
        4 help help VERB VB ROOT 4
        5 Togo Togo PROPN NNP dobj 4
        """,
        "help",
    )
    assert clause.negated and clause.tense == "past"


@pytest.mark.parametrize(("word", "negated"), [("No", True), ("The", False)])
def test_a_subject_with_no_negates(word: str, negated: bool) -> None:
    _, clause = clause_of(
        f"""
        1 {word} {word.lower()} DET DT det 2
        2 envoy envoy NOUN NN nsubj 3
        3 visited visit VERB VBD ROOT 3
        4 Togo Togo PROPN NNP dobj 3
        """,
        "visited",
    )
    assert clause.negated is negated


def test_particle_belongs_to_the_verb() -> None:
    _, clause = clause_of(
        """
        1 Ghana Ghana PROPN NNP nsubj 2
        2 called call VERB VBD ROOT 2
        3 off off ADP RP prt 2
        4 talks talk NOUN NNS dobj 2
        """,
        "called",
    )
    assert clause.lemma == "call off"


def test_copula_names_its_predicate() -> None:
    s, clause = clause_of(
        """
        1 Ghana Ghana PROPN NNP nsubj 2
        2 is be AUX VBZ ROOT 2
        3 grateful grateful ADJ JJ acomp 2
        """,
        "is",
    )
    assert (clause.kind, clause.tense, s.tokens[clause.predicate or 0].text) == ("copula", "present", "grateful")


def test_participle_before_a_noun_is_no_clause() -> None:
    s = sentence(
        """
        1 The the DET DT det 3
        2 reported report VERB VBN amod 3
        3 raid raid NOUN NN nsubj 4
        4 ended end VERB VBD ROOT 4
        """
    )
    assert [c.lemma for c in extract_clauses(s)] == ["end"]


def test_condition_is_marked() -> None:
    s, clause = clause_of(
        """
        1 If if SCONJ IN mark 3
        2 Chad Chad PROPN NNP nsubj 3
        3 attacks attack VERB VBZ advcl 6
        4 , , PUNCT , punct 6
        5 Niger Niger PROPN NNP nsubj 6
        6 protests protest VERB VBZ ROOT 6
        """,
        "attacks",
    )
    assert (clause.mark, clause.link, s.tokens[clause.governor or 0].text) == ("if", "advcl", "protests")


def test_no_verb_no_clause() -> None:
    assert extract_clauses(sentence("1 Silence silence NOUN NN ROOT 1")) == ()

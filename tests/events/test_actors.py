"""Who a noun phrase stands for: modifiers, possessors, frames, pronouns, people of two states, and who is no side at all."""

from __future__ import annotations

import pytest
from tests.events.build import DAY, sentence

from detente.events.actor_words import bare_prefix, dateline
from detente.events.actors import Memory, Phrases
from detente.lexicon import load_lexicon

POSSESSED = """
1 {owner} {owner} {pos} {tag} poss 3
2 {case} {case} PART POS case 1
3 {noun} {noun} NOUN NN nsubj 4
4 spoke speak VERB VBD ROOT 4
"""
MODIFIED = """
1 {first} {first} {pos} {tag} {dep} 2
2 {noun} {noun} NOUN NNS nsubj 3
3 spoke speak VERB VBD ROOT 3
"""
BACKED = """
1 Chilean chilean ADJ JJ npadvmod 3
2 - - PUNCT HYPH punct 3
3 {word} {word} VERB VBN amod 4
4 rebels rebel NOUN NNS nsubj 5
5 spoke speak VERB VBD ROOT 5
"""
OBJECT_PRONOUN = """
1 Chile Chile PROPN NNP nsubj 2
2 thanked thank VERB VBD ROOT 2
3 Peru Peru PROPN NNP dobj 2
4 and and CCONJ CC cc 2
5 Bolivia Bolivia PROPN NNP nsubj 6
6 granted grant VERB VBD conj 2
7 {pronoun} {pronoun} PRON PRP dative 6
8 asylum asylum NOUN NN dobj 6
"""
PEOPLE = """
1 Kurds Kurds PROPN NNPS nsubj 4
2 in in ADP IN prep 1
3 Syria Syria PROPN NNP pobj 2
4 spoke speak VERB VBD ROOT 4
"""


def codes(rows: str, word: str, memory: Memory | None = None) -> list[str]:
    s = sentence(rows)
    phrases = Phrases(s, load_lexicon(), DAY, memory or Memory())
    return [a.code for a in phrases.resolve(next(t.i for t in s.tokens if t.text == word))]


@pytest.mark.parametrize("noun", ["government", "army"])
def test_an_organ_is_its_owners(noun: str) -> None:
    (code,) = codes(POSSESSED.format(owner="Chile", pos="PROPN", tag="NNP", case="'s", noun=noun), noun)
    assert code.startswith("CHL") and len(code) == 6


@pytest.mark.parametrize("noun", ["neighbours", "allies", "rivals"])
def test_who_is_named_by_a_relation_is_not_the_owner(noun: str) -> None:
    lemma = {"neighbours": "neighbour", "allies": "ally", "rivals": "rival"}[noun]
    rows = POSSESSED.format(owner="Chile", pos="PROPN", tag="NNP", case="'s", noun=noun).replace(f"{noun} {noun}", f"{noun} {lemma}")
    assert codes(rows, noun) == []


def test_its_neighbour_is_the_one_other_country() -> None:
    memory = Memory(last_two=("CHL", "PER"))
    rows = POSSESSED.format(owner="Chile", pos="PROPN", tag="NNP", case="'s", noun="neighbour")
    assert codes(rows, "neighbour", memory) == ["PER"]


def test_their_icelandic_counterparts_are_named() -> None:
    rows = MODIFIED.format(first="Icelandic", pos="ADJ", tag="JJ", dep="amod", noun="counterparts").replace(
        "counterparts counterparts", "counterparts counterpart"
    )
    assert codes(rows, "counterparts") == ["ISL"]


@pytest.mark.parametrize(("word", "mine"), [("led", True), ("backed", False), ("funded", False), ("based", False)])
def test_to_lead_is_to_own_and_to_back_is_not(word: str, mine: bool) -> None:
    s = sentence(BACKED.format(word=word))
    assert bool(list(Phrases(s, load_lexicon(), DAY, Memory()).inside(2))) is mine


@pytest.mark.parametrize(("text", "bare"), [("U.S.-led", "U.S."), ("U.S.-backed", ""), ("Abu-Ghraib", "Abu-Ghraib"), ("plain", "plain")])
def test_tokens_left_whole(text: str, bare: str) -> None:
    assert bare_prefix(text) == bare


def test_the_object_of_a_verb_is_not_its_subject() -> None:
    assert codes(OBJECT_PRONOUN.format(pronoun="it"), "it") == ["CHL"]


def test_a_reflexive_names_no_second_side() -> None:
    assert codes(OBJECT_PRONOUN.format(pronoun="itself"), "itself") == []


def test_a_people_is_of_the_state_that_is_named() -> None:
    assert codes(PEOPLE, "Kurds") == ["SYRETH"]


@pytest.mark.parametrize("noun", ["gunmen", "attackers"])
def test_of_unknown_armed_men_nothing_is_said(noun: str) -> None:
    rows = MODIFIED.format(first="two", pos="NUM", tag="CD", dep="nummod", noun=noun).replace(
        f"{noun} {noun}", f"{noun} {'gunman' if noun == 'gunmen' else 'attacker'}"
    )
    assert codes(rows, noun, Memory(counts={"CHL": 3})) == []


def test_foreign_workers_are_of_no_country_named_before() -> None:
    rows = MODIFIED.format(first="foreign", pos="ADJ", tag="JJ", dep="amod", noun="soldiers").replace(
        "soldiers soldiers", "soldiers soldier"
    )
    assert codes(rows, "soldiers", Memory(counts={"CHL": 3})) == []


def test_the_north_is_a_state_where_korea_is_spoken_of() -> None:
    rows = MODIFIED.format(first="The", pos="DET", tag="DT", dep="det", noun="North").replace("NOUN NNS", "PROPN NNP")
    assert codes(rows, "North", Memory(counts={"KOR": 1})) == ["PRK"]
    assert codes(rows, "North") == []


@pytest.mark.parametrize(
    ("words", "at"),
    [
        (["CAIRO", "(", "Reuters", ")", "-", "Chile", "said"], 5),
        (["UNITED", "NATIONS", ":", "Chile", "said"], 3),
        (["Kremlin", ":", "no", "troops"], 0),
        (["Chile", "-", "led", "talks"], 0),
        (["USA", "said", "so"], 0),
    ],
)
def test_a_place_of_writing_is_no_side(words: list[str], at: int) -> None:
    assert dateline(words) == at

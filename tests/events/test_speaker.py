"""Who states an event."""

from __future__ import annotations

import pytest
from tests.events.build import brief, code, only

ATTACK = """
1 Peru Peru PROPN NNP nsubj 2
2 attacked attack VERB VBD ROOT 2
3 Bolivia Bolivia PROPN NNP dobj 2
"""
ACCORDING = """
4 , , PUNCT , punct 2
5 according accord VERB VBG prep 2
6 to to ADP IN prep 5
7 {name} {name} PROPN NNP pobj 6
"""
HEADLINE = """
1 Chile Chile PROPN NNP dep 4
2 : : PUNCT : punct 4
3 Peru Peru PROPN NNP nsubj 4
4 attacked attack VERB VBD ROOT 4
5 Bolivia Bolivia PROPN NNP dobj 4
"""
SAID = """
1 The the DET DT det 3
2 Chilean chilean ADJ JJ amod 3
3 government government NOUN NN nsubj 4
4 said say VERB VBD ROOT 4
5 Peru Peru PROPN NNP nsubj 6
6 attacked attack VERB VBD ccomp 4
7 Bolivia Bolivia PROPN NNP dobj 6
"""


@pytest.mark.parametrize(
    ("rows", "speaker"),
    [
        (ATTACK, None),
        (ATTACK + ACCORDING.format(name="Chile"), "CHL"),
        (ATTACK + ACCORDING.format(name="bystanders"), None),
        (HEADLINE, "CHL"),
        (SAID, "CHLGOV"),
    ],
)
def test_speaker(rows: str, speaker: str | None) -> None:
    event = only(rows)
    assert event.speaker == speaker
    assert brief(event) == ("PER", "ASSAULT", "BOL", "asserted"), "who speaks is no side of what is told"


ENDING = """
1 Peru Peru PROPN NNP nsubj 2
2 attacked attack VERB VBD ROOT 2
3 Bolivia Bolivia PROPN NNP dobj 2
4 , , PUNCT , punct 3
5 {nation} {nation} ADJ JJ amod 7
6 {kind} {kind} NOUN NN compound 7
7 {who} {who} NOUN NN appos 3
8 announced announce VERB VBD acl 7
"""
CITING = """
1 Reuters Reuters PROPN NNP nsubj 2
2 reported report VERB VBD ROOT 2
3 that that SCONJ IN mark 5
4 Peru Peru PROPN NNP nsubj 5
5 attacked attack VERB VBD ccomp 2
6 Bolivia Bolivia PROPN NNP dobj 5
7 , , PUNCT , punct 2
8 citing cite VERB VBG advcl 2
9 the the DET DT det 11
10 Chilean chilean ADJ JJ amod 11
11 army army NOUN NN dobj 8
"""
TOPIC = """
1 Chilean chilean ADJ JJ amod 2
2 war war NOUN NN dep 5
3 : : PUNCT : punct 5
4 Peru Peru PROPN NNP nsubj 5
5 attacked attack VERB VBD ROOT 5
6 Bolivia Bolivia PROPN NNP dobj 5
"""


def outlet(name: str) -> str:
    """An attack that a named outlet tells of."""
    rows = CITING.splitlines()[:7]
    return "\n".join(rows).replace("Reuters", name)


@pytest.mark.parametrize(
    ("rows", "speaker"),
    [
        (ENDING.format(nation="Chilean", kind="defence", who="minister"), "CHL"),
        (ENDING.format(nation="Chilean", kind="state", who="television"), "CHL"),
        (ENDING.format(nation="Chilean", kind="morning", who="newspaper"), None),
        (ENDING.format(nation="Chilean", kind="village", who="doctor"), None),
        (CITING, "CHL"),
        (TOPIC, None),
        (outlet("Reuters"), None),
        (outlet("TASS"), "RUS"),
    ],
)
def test_whose_word_it_is(rows: str, speaker: str | None) -> None:
    found = only(rows).speaker
    assert (found or "")[:3] == (speaker or "")


FREED = """
1 Chile Chile PROPN NNP nsubj 2
2 freed free VERB VBD ccomp 8
3 Hamas Hamas PROPN NNP compound 4
4 members member NOUN NNS dobj 2
5 {mark} {mark} PUNCT , punct 8
6 the the DET DT det 7
7 movement movement NOUN NN nsubj 8
8 said say VERB VBD ROOT 8
"""


@pytest.mark.parametrize(("mark", "speaker"), [(",", "PSE"), (";", "")])
def test_a_noun_that_takes_up_a_name(mark: str, speaker: str) -> None:
    assert (code(FREED.format(mark=mark)).events[0].speaker or "")[:3] == speaker

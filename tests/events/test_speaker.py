"""Who states an event."""

from __future__ import annotations

import pytest
from tests.events.build import brief, only

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

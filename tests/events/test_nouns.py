"""Events told by a noun with its sides, and nouns that only frame one."""

from __future__ import annotations

import pytest
from tests.events.build import brief, code, only

INVASION = """
1 {det} {det} DET DT det 3
2 {word} {word} ADJ JJ amod 3
3 invasion invasion NOUN NN nsubj 8
4 of of ADP IN prep 3
5 Peru Peru PROPN NNP pobj 4
6 by by ADP IN prep 3
7 Chile Chile PROPN NNP pobj 6
8 surprised surprise VERB VBD ROOT 8
9 everyone everyone PRON NN dobj 8
"""
FRAMED = """
1 The the DET DT det 2
2 {frame} {frame} NOUN NN nsubj 9
3 of of ADP IN prep 2
4 an an DET DT det 5
5 attack attack NOUN NN pobj 3
6 on on ADP IN prep 5
7 Peru Peru PROPN NNP pobj 6
8 by by ADP IN prep 5
9 surprised surprise VERB VBD ROOT 9
"""


def test_a_noun_tells_with_both_sides() -> None:
    assert brief(only(INVASION.format(det="The", word="sudden"))) == ("CHL", "ASSAULT", "PER", "asserted")


@pytest.mark.parametrize("word", ["possible", "alleged", "planned"])
def test_what_is_not_told_as_done_is_no_event(word: str) -> None:
    assert code(INVASION.format(det="The", word=word)).events == ()


@pytest.mark.parametrize("frame", ["risk", "threat", "fear"])
def test_a_framing_noun_holds_it_back(frame: str) -> None:
    rows = FRAMED.format(frame=frame).replace("8 by by ADP IN prep 5", "8 hardly hardly ADV RB advmod 9")
    assert not any(e.plover == "ASSAULT" for e in code(rows).events)

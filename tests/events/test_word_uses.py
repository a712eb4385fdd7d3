"""What the tables say of a word, from rows given by hand."""

from __future__ import annotations

from detente.events.word_uses import known_words, word_uses
from detente.lexicon import Row
from detente.lexicon.tables import Cell


def row(line: int, **cells: Cell) -> Row:
    return Row("t.tsv", line, {name.rstrip("_"): cell for name, cell in cells.items()})


ROWS = {
    "events_codes": [row(2, cameo="163", plover="SANCTION", mode="restrict", goldstein=-8.0), row(3, cameo="130", plover="THREATEN")],
    "events_verbs": [row(2, group="do", verbs=("impose", "fire"))],
    "events_rules": [row(2, verbs=("@do",), object=("sanctions",), cameo="163", recipient="on"),
                     row(3, verbs=("fire",), object=("-",), cameo="none")],
    "events_frames": [row(2, verbs=("come",), with_="under=fire|attack", cameo="163", recipient="subj", recip=True)],
    "events_topics": [row(2, topic="sanctions", words=("embargo", "trade ban"))],
    "events_nominal": [row(2, topic="sanctions", cameo="163", actor="by", solo=True)],
    "events_operators": [row(2, word=("threaten",), operator="threaten", bare="130", forms="to")],
    "events_contents": [row(2, operator="threaten", content="AID", cameo="-")],
    "events_shifts": [row(2, cameo="163", verbs=("impose",), actor=("REB",), becomes="130", where="abroad")],
    "scales_phrases": [row(2, direction="worsening", phrases=("under fire",))],
}  # fmt: skip


def said(word: str) -> list[tuple[str, str, str, str]]:
    return [(use.role, use.says, use.plover, use.cameo) for use in word_uses(ROWS, word)]


def test_a_verb_by_itself_and_by_its_group() -> None:
    assert said("Impose") == [
        ("verb", "one of the verbs @do", "", ""),
        ("verb", "impose (@do) + sanctions (recipient: on)", "SANCTION", "163"),
        ("verb", "163 becomes 130 when done by REB, abroad", "", ""),
    ]


def test_one_word_may_be_verb_noun_of_a_frame_and_part_of_a_phrase() -> None:
    assert [(use[0], use[3]) for use in said("fire")] == [
        ("verb", ""), ("verb", "163"), ("verb", ""), ("word in a frame", "163"), ("word of a scale", "")]
    assert ("verb", "fire + nothing: no event", "", "") in said("fire")


def test_a_noun_its_topic_and_what_it_tells_alone() -> None:
    assert said("trade  ban") == [
        ("noun", "is about sanctions, which 1 rules of verbs ask for", "", ""),
        ("event noun", "sanctions without a verb, one side is enough (actor: by)", "SANCTION", "163"),
    ]


def test_an_operator_and_what_it_makes_of_what_it_governs() -> None:
    assert said("threaten") == [("operator", "governs what follows before to: threaten; over AID nothing", "THREATEN", "130")]


def test_a_code_and_a_word_nobody_knows() -> None:
    assert said("163") == [("CAMEO code", "intensity -8.0; mode restrict", "SANCTION", "163")]
    assert said("zorb") == []


def test_known_words_are_all_that_stand_there() -> None:
    assert {"impose", "fire", "come", "embargo", "trade ban", "threaten", "under fire"} == known_words(ROWS)

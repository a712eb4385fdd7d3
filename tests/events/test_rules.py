"""The coder's tables: what a desk may add, and what a wrong row of its own is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.events.rules import PLOVER_CLASSES, load_rules
from detente.lexicon import load_lexicon

RULES = "verbs\tobject\tcameo\trecipient\trecip\n"
FRAMES = "verbs\twith\tcameo\tactor\trecipient\trecip\n"
OPERATORS = "word\toperator\tbare\tforms\n"
CONTENTS = "operator\tcontent\tcameo\n"
NOMINAL = "topic\tcameo\tactor\trecipient\trecip\tsolo\n"
CODES = "cameo\tplover\tmode\tcontexts\tgoldstein\n"


def put(folder: Path, table: str, text: str) -> Path:
    (folder / f"{table}.tsv").write_text(text, "utf-8")
    return folder


def test_every_class_of_the_contract_has_codes() -> None:
    codes = load_rules(load_lexicon()).codes
    assert {code.plover for code in codes.values()} == set(PLOVER_CLASSES)
    assert all(-10 <= code.intensity <= 10 for code in codes.values())


def test_every_rule_frame_and_noun_leads_to_a_code() -> None:
    rules = load_rules(load_lexicon())
    used = {rule.cameo for found in rules.verbs.values() for rule in found}
    used |= {frame.rule.cameo for found in rules.frames.values() for frame in found}
    used |= {noun.cameo for noun in rules.nouns.values()} | set(rules.contents.values())
    assert used - {None, "-"} <= set(rules.codes)


def test_a_desks_row_is_used(tmp_path: Path) -> None:
    rules = load_rules(load_lexicon([put(tmp_path, "events_rules", RULES + "zorble\tsanctions\t163\ton\t\n")]))
    (rule,) = rules.verbs["zorble"]
    assert (rule.object, rule.cameo, rule.recipient, rule.reciprocal) == ("sanctions", "163", ("on",), False)
    assert "zorble" not in load_rules(load_lexicon()).verbs


def test_a_topic_comes_before_any_actor_before_anything(tmp_path: Path) -> None:
    text = RULES + "zorble\t*\t111\tobj\t\nzorble\tactor\t190\tobj\t\nzorble\tsanctions\t163\ton\t\n"
    rules = load_rules(load_lexicon([put(tmp_path, "events_rules", text)]))
    assert [rule.object for rule in rules.verbs["zorble"]] == ["sanctions", "actor", "*"]


@pytest.mark.parametrize(
    ("table", "text", "column", "said"),
    [
        ("events_rules", RULES + "zorble\tzorbs\t163\ton\t\n", "object", "'zorbs'"),
        ("events_rules", RULES + "@zorb\tsanctions\t163\ton\t\n", "verbs", "'@zorb'"),
        ("events_rules", RULES + "zorble\tsanctions\t9999\ton\t\n", "cameo", "'9999'"),
        ("events_frames", FRAMES + "zorble\tobj=@zorbs\t163\t\ton\t\n", "with", "'zorbs'"),
        ("events_frames", FRAMES + "zorble\tsanctions\t163\t\ton\t\n", "with", "'sanctions'"),
        ("events_frames", FRAMES + "@zorb\tobj=bread\t163\t\ton\t\n", "verbs", "'@zorb'"),
        ("events_frames", FRAMES + "zorble\tobj=bread\t9999\t\ton\t\n", "cameo", "'9999'"),
        ("events_nominal", NOMINAL + "zorbs\t163\tby\ton\t\t\n", "topic", "'zorbs'"),
        ("events_nominal", NOMINAL + "sanctions\t9999\tby\ton\t\t\n", "cameo", "'9999'"),
        ("events_operators", OPERATORS + "zorble\tzorb\t\t\n", "operator", "'zorb'"),
        ("events_operators", OPERATORS + "zorble\tdemand\t100\tzorb\n", "forms", "'zorb'"),
        ("events_operators", OPERATORS + "zorble\tdemand\t9999\t\n", "bare", "'9999'"),
        ("events_contents", CONTENTS + "demand\tZORB\t100\n", "content", "'ZORB'"),
        ("events_codes", CODES + "999\tZORB\t\t\t1\n", "plover", "'ZORB'"),
        ("events_codes", CODES + "999\tAID\t\t\tmuch\n", "goldstein", "'much'"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, table: str, text: str, column: str, said: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load_rules(load_lexicon([put(tmp_path, table, text)]))
    error = caught.value
    assert said in error.what and error.hint
    assert f"{table}.tsv" in error.where and "line 2" in error.where and f"column {column}" in error.where

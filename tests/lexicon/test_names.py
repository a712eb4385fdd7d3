"""Names as tokens: split as the parser splits, and compared so that words never pass for names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.lexicon import fold, load_lexicon, sector_groups, split_code, tokenize_name
from detente.lexicon.names import is_acronym


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("U.S.", ("U.S.",)),
        ("Al-Shabaab", ("Al", "-", "Shabaab")),
        ("Ba'ath Party", ("Ba'ath", "Party")),
        ("Lord's Resistance Army", ("Lord", "'s", "Resistance", "Army")),
        ("People’s Republic", ("People", "'s", "Republic")),
        ("Quai d'Orsay", ("Quai", "d'Orsay")),
        ("Washington, D.C.", ("Washington", ",", "D.C.")),
        ("Congo (Brazzaville)", ("Congo", "(", "Brazzaville", ")")),
        ("St. Petersburg", ("St.", "Petersburg")),
        ("G-7", ("G-7",)),
        ("Kim Jong-un", ("Kim", "Jong", "-", "un")),
    ],
)
def test_tokenize(name: str, tokens: tuple[str, ...]) -> None:
    assert tokenize_name(name) == tokens


@given(st.text(max_size=40))
def test_tokens_hold_every_character_but_space(text: str) -> None:
    plain = "".join(tokenize_name(text))
    assert len(plain) == len("".join(text.split()))


def test_fold() -> None:
    assert [fold(word) for word in ("Élysée", "ŁÓDŹ", "d’Ivoire", "Erdoğan", "NATO")] == ["elysee", "lodz", "d'ivoire", "erdogan", "nato"]


@pytest.mark.parametrize(("name", "exact"), [("US", True), ("M23", True), ("LeT", True), ("BiH", True), ("Nato", False), ("Let", False),
                                             ("McDonald", False), ("U.S.", False), ("Burma", False)])
def test_acronyms(name: str, exact: bool) -> None:
    assert is_acronym(name) is exact


def test_codes_are_taken_apart() -> None:
    assert split_code("BLRGOV") == ("BLR", "GOV")
    assert split_code("IGOEUULEG") == ("IGOEUU", "LEG")
    assert split_code("NGO") == ("NGO", "")
    assert sector_groups("GOVMIL") == ("GOV", "MIL")


@pytest.mark.parser
def test_names_are_split_as_the_parser_splits_them() -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    lexicon = load_lexicon()
    tables = ("countries", "groups", "organisations", "places", "seats", "named_organs", "leaders", "former_states", "names")
    columns = ("names", "demonyms", "capital", "spellings", "surname")
    rows = [row for table in tables for row in lexicon.table(table)]
    names = {row.text("name") for row in rows} | {name for row in rows for column in columns for name in row.values(column)}
    differ = sorted(name for name in names if [fold(token.text) for token in nlp(name)] != [*map(fold, tokenize_name(name))])
    assert len(names) > 8000
    assert differ == []

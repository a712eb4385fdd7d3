"""Loading: a desk's folders on top of the tables, the version, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicon import Column, check_lexicon, load_lexicon


def put(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_tables_that_ship_are_right() -> None:
    assert check_lexicon() == []


def test_loading_twice_gives_the_same_object() -> None:
    assert load_lexicon() is load_lexicon(())


def test_a_desk_adds_overrules_and_removes(tmp_path: Path) -> None:
    put(tmp_path, "names.tsv", "name\tnames\tcode\tkind\nZorbland accord\t\t\tnone\nZorblanders\tZorb\tBLROPP\tgroup\n")
    put(tmp_path, "places.tsv", "name\tcountry\tkind\tremove\nBrest\tFRA\tcity\nGomel\t\t\tyes\n")
    put(tmp_path, "leaders.tsv", "name\tsurname\tcode\toffice\tfrom\tto\n"
        "Jane Zorb\tZorbova\tBLRGOV\tforeign minister\t2015-01-01\t2016-12-31\n")
    lexicon = load_lexicon([tmp_path])
    assert [lexicon.match([word], 0)[0].code for word in ("Zorblanders", "Brest")] == ["BLROPP", "FRA"]  # type: ignore[index]
    assert lexicon.match(["Gomel"], 0) is None and load_lexicon().match(["Gomel"], 0) is not None
    assert lexicon.match(["Zorbova"], 0, date(2016, 1, 1))[0].code == "BLRGOV"  # type: ignore[index]
    assert lexicon.match(["Zorbova"], 0, date(2018, 1, 1))[0].code == "BLRELI"  # type: ignore[index]
    assert lexicon.match(["Zorbova"], 0, date(2005, 1, 1)) is None
    assert lexicon.version != load_lexicon().version


def test_a_surname_of_two_countries_at_once_means_neither(tmp_path: Path) -> None:
    put(tmp_path, "leaders.tsv", "name\tsurname\tcode\toffice\tfrom\tto\nA Zorb\tZorb\tBLRGOV\tforeign minister\t2015-01-01\t2016-12-31\n"
        "B Zorb\tZorb\tUKRGOV\tforeign minister\t2016-01-01\t2017-12-31\nC Zorb\tZorb\tPOLGOV\thead of state\t2016-06-01\t2016-07-01\n")
    lexicon = load_lexicon([tmp_path])
    assert lexicon.match(["Zorb"], 0, date(2016, 3, 1)) is None
    assert lexicon.match(["Zorb"], 0, date(2015, 3, 1))[0].code == "BLRGOV"  # type: ignore[index]
    assert lexicon.match(["Zorb"], 0, date(2016, 6, 5))[0].code == "POLGOV"  # type: ignore[index]
    assert lexicon.match(["A", "Zorb"], 0, date(2016, 3, 1))[0].code == "BLRGOV"  # type: ignore[index]


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("places.tsv", "name\tcountry\tkind\nZorb\tQQQ\tcity\n", "begins with no country"),
        ("names.tsv", "name\tcode\tkind\nZorb\tBLRQQQ\tgroup\n", "unknown sector"),
        ("names.tsv", "name\tcode\tkind\nZorb\t\tgroup\n", "needs one"),
        ("names.tsv", "name\tcode\tkind\nZorb\tBLR\tnone\n", "no code"),
        ("leaders.tsv", "name\tcode\toffice\nJane Zorb\tBLRGOV\thead of state\n", "first day"),
        ("organisations.tsv", "code\tname\tmembers\nIGOZRB\tZorb\tBLR:soon\n", "cannot stand"),
        ("organs.tsv", "phrase\tsector\tkind\nzorb\tXXX\tbody\n", "unknown sector"),
        ("citys.tsv", "name\n", "no table"),
    ],
)
def test_wrong_desk_files_are_refused(tmp_path: Path, file: str, text: str, said: str) -> None:
    put(tmp_path, file, text)
    with pytest.raises(LexiconError, match=said) as caught:
        load_lexicon([tmp_path])
    assert file in caught.value.where and caught.value.hint
    assert len(check_lexicon([tmp_path])) == 1


def test_check_lists_every_wrong_cell(tmp_path: Path) -> None:
    put(tmp_path, "places.tsv", "name\tcountry\tkind\nZorb\tb\tcity\nZorba\tBLR\thill\n")
    assert len(check_lexicon([tmp_path])) == 2


def test_a_missing_folder_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        load_lexicon([tmp_path / "none"])


def test_a_new_organisation_may_be_used_at_once(tmp_path: Path) -> None:
    put(tmp_path, "organisations.tsv", "code\tname\tmembers\nIGOZRB\tZorb Union\tBLR|UKR:2001-01-01:2002-01-01\n")
    lexicon = load_lexicon([tmp_path])
    assert lexicon.display_name("ZRB") == "Zorb Union" and lexicon.members("ZRB", date(2001, 5, 1)) == ("BLR", "UKR")


def test_other_tables_are_read_with_the_columns_given() -> None:
    rows = load_lexicon().table("sectors")
    assert any(row.text("sector") == "GOV" for row in rows)
    again = load_lexicon().table("countries", (Column("code"),), ("code",))
    assert again is load_lexicon().rows["countries"]

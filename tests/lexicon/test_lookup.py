"""Asking the lexicon: longest match, days, capitals and acronyms, organs, names of codes, members."""

from __future__ import annotations

from datetime import date

import pytest

from detente.lexicon import Lexicon, load_lexicon, tokenize_name


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def code(lexicon: Lexicon, text: str, on: date | None = None, i: int = 0) -> str | None:
    found = lexicon.match(tokenize_name(text), i, on)
    return found[0].code if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. officials", "USA"), ("US officials", "USA"), ("us officials", None), ("WHO staff", "IGOWHO"),
        ("who is", None), ("Who is", None), ("IS fighters", "IMGISI"), ("is", None), ("Is", None),
        ("turkey", None), ("Turkey", "TUR"), ("TURKEY", "TUR"), ("Kyiv", "UKR"),
        ("Kiev", "UKR"), ("Czechia", "CZE"), ("Holy See", "VAT"), ("Burmese", "MMR"), ("the Kremlin", None), ("Kremlin", "RUSGOV"),
        ("Pentagon", "USAMIL"), ("Élysée", "FRAGOV"), ("Elysee", "FRAGOV"), ("Brussels", "IGOEUU"), ("NATO", "IGONAT"), ("Nato", "IGONAT"),
        ("Security Council", "IGOUNO"), ("Hezbollah", "LBNREB"), ("Gaza Strip", "PSE"), ("Crimea", "UKR"), ("Chechen rebels", "RUSREB"),
        ("Beltransgaz", "BLRBUS"), ("Xinhua", "CHNMED"), ("Let us", None), ("Pole", "POL"), ("pole", None), ("Kashmir", None),
        ("Bundestag", "DEULEG"), ("CIA", "USASPY"), ("People’s Republic of China", "CHN"), ("Côte d’Ivoire", "CIV"),
    ],
)
def test_names(lexicon: Lexicon, text: str, expected: str | None) -> None:
    assert code(lexicon, text) == expected


@pytest.mark.parametrize(
    "text",
    ["South China Sea", "Minsk accords", "Paris Agreement", "New Mexico", "Gulf of Oman", "Vietnam War", "Male", "Washington Post"]
)
def test_names_that_hold_an_actors_name_and_mean_none(lexicon: Lexicon, text: str) -> None:
    found = lexicon.match(tokenize_name(text), 0)
    assert found is not None
    if text == "Washington Post":
        assert found[0].code in ("", "USAMED")
    else:
        assert (found[0].code, found[0].kind) == ("", "none")
    assert found[1] == len(tokenize_name(text))


def test_the_longest_name_wins(lexicon: Lexicon) -> None:
    tokens = tokenize_name("Democratic Republic of the Congo's army")
    entry, length = lexicon.match(tokens, 0) or pytest.fail("no match")
    assert (entry.code, length) == ("COD", 5)
    assert code(lexicon, "North Korea") == "PRK" and code(lexicon, "South Sudan") == "SSD" and code(lexicon, "Guinea-Bissau") == "GNB"


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("Taliban", date(1999, 1, 1), "AFGGOV"), ("Taliban", date(2010, 1, 1), "AFGREB"), ("Taliban", date(2023, 1, 1), "AFGGOV"),
        ("Taliban", None, "AFGGOV"), ("Soviet Union", date(1985, 1, 1), "RUS"), ("Soviet Union", date(2018, 1, 1), "RUS"),
        ("Clinton", date(1999, 1, 1), "USAGOV"), ("Obama", date(2012, 1, 1), "USAGOV"), ("Obama", date(2018, 1, 1), "USAELI"),
        ("Barack Obama", date(1995, 1, 1), "USAELI"), ("Obama", date(1995, 1, 1), None), ("Lukashenka", date(2016, 7, 25), "BLRGOV"),
        ("Mandela", date(1990, 2, 11), "ZAFOPP"), ("Mandela", date(1996, 1, 1), "ZAFGOV"), ("Tusk", date(2016, 1, 1), "IGOEUUGOV"),
        ("Tusk", date(2021, 1, 1), "POLELI"), ("Navalny", date(2020, 9, 1), "RUSOPP"), ("Xi Jinping", None, "CHNGOV"),
    ],
)
def test_what_a_name_means_on_a_day(lexicon: Lexicon, text: str, on: date | None, expected: str | None) -> None:
    assert code(lexicon, text, on) == expected


def test_alternatives_are_all_entries_written_so(lexicon: Lexicon) -> None:
    assert {(entry.code, entry.kind) for entry in lexicon.alternatives("Brussels")} >= {("IGOEUU", "seat"), ("BEL", "capital")}
    assert lexicon.alternatives("brussels") == ()


@pytest.mark.parametrize(
    ("lemmas", "phrase", "sector"),
    [
        (("deputy", "foreign", "minister"), ("foreign", "minister"), "GOV"), (("defence", "ministry"), ("defence", "ministry"), "MIL"),
        (("border", "guard"), ("border", "guard"), "COP"), (("security", "forces"), ("security", "force"), "COP"),
        (("former", "president"), ("former", "president"), "ELI"), (("Supreme", "Court"), ("supreme", "court"), "JUD"),
        (("protester",), ("protester",), "CVL"), (("refugee",), ("refugee",), "REF"),
    ],
)
def test_organs(lexicon: Lexicon, lemmas: tuple[str, ...], phrase: tuple[str, ...], sector: str) -> None:
    organ = lexicon.organ(lemmas)
    assert organ is not None and (organ.tokens, organ.sector) == (phrase, sector)


def test_words_that_are_no_organs(lexicon: Lexicon) -> None:
    assert lexicon.organ(("sanction",)) is None and lexicon.organ(()) is None


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("BLR", "Belarus"), ("BLRGOV", "Belarus (government)"), ("IGOEUU", "European Union"), ("EUU", "European Union"),
        ("UNO", "United Nations"), ("IGOEUULEG", "European Union (parliament)"), ("IMGISI", "Islamic State"),
        ("USAGOVMIL", "United States (government, military)"),
        ("NGO", "non-governmental organisation"), ("QQQ", "QQQ"),
    ],
)
def test_display_names(lexicon: Lexicon, given: str, name: str) -> None:
    assert lexicon.display_name(given) == name


def test_members_on_a_day(lexicon: Lexicon) -> None:
    assert "GBR" in lexicon.members("IGOEUU", date(2016, 7, 25)) and "GBR" not in lexicon.members("EUU")
    assert len(lexicon.members("EUU", date(2013, 12, 31))) == 28 and len(lexicon.members("EUU")) == 27
    assert len(lexicon.members("NAT")) == 32 and "BLR" in lexicon.members("IGOCST")
    assert lexicon.members("QQQ") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Canada's Kim Thornbury spoke", None), ("the farmer Leila Obama Fowler wrote about rain and about seeds", None),
        ("US President Obama said", "USAGOV"),
        ("In Minsk Obama said", "USAGOV"),
        ("Obama Visits Minsk", "USAGOV"), ("But Obama said", "USAGOV"), ("Mr Obama said", "USAGOV"), ("Obama and Merkel met", "USAGOV"),
        ("Russian Prime Minister Putin said", "RUSGOV"), ("Obama Meets Merkel For Talks About Sanctions", "USAGOV"),
        ("Foreign Minister Lavrov told Obama Monday", "USAGOV"),
    ],
)
def test_a_surname_beside_another_name_is_not_the_leader(lexicon: Lexicon, text: str, expected: str | None) -> None:
    tokens = tokenize_name(text)
    found = [lexicon.match(tokens, i, date(2012, 1, 1)) for i, token in enumerate(tokens) if token in ("Kim", "Obama", "Putin")]
    assert [each[0].code if each else None for each in found] == [expected]

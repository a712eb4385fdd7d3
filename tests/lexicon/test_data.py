"""What must hold for the tables as a whole, whoever adds a row."""

from __future__ import annotations

from collections import Counter

from detente.lexicon import load_lexicon, split_code
from detente.lexicon.sectors import TRANSNATIONAL

LEXICON = load_lexicon()


def test_sizes() -> None:
    assert len(LEXICON.country_codes) >= 220
    assert sum(not row.flag("ambiguous") for row in LEXICON.table("places")) >= 900
    assert len(LEXICON.organs) >= 350
    assert len({row.text("name") for row in LEXICON.table("groups")}) >= 400
    assert len({row.text("name") for row in LEXICON.table("leaders")}) >= 200


def test_no_organisation_has_the_bare_code_of_a_country() -> None:
    bare = {split_code(row.text("code"))[0][3:] for row in LEXICON.table("organisations") if row.text("code").startswith("IGO")}
    assert not bare & LEXICON.country_codes


def test_members_are_countries() -> None:
    assert {each.code for found in LEXICON.memberships.values() for each in found} <= LEXICON.country_codes


def test_one_name_does_not_mean_two_countries_by_the_same_table() -> None:
    """Within one kind and at one time a way of writing has one country; persons' surnames may be shared."""
    wrong = []
    for entries in LEXICON.names.values():
        found = Counter((entry.tokens, entry.kind) for entry in entries if entry.kind not in ("person", "none"))
        for (tokens, kind), count in found.items():
            same = [entry for entry in entries if entry.tokens == tokens and entry.kind == kind]
            if count > 1 and len({entry.code for entry in same if entry.start is None and entry.end is None}) > 1:
                wrong.append((" ".join(tokens), kind, sorted({entry.code for entry in same})))
    assert wrong == []


def test_terms_are_in_order() -> None:
    for row in LEXICON.table("leaders"):
        start, end = row.day("from"), row.day("to")
        assert start is None or end is None or start <= end, row.where


def test_every_country_has_a_name_and_no_single_word_of_small_letters_names_one() -> None:
    for row in LEXICON.table("countries"):
        assert row.text("name")[0].isupper(), row.where
        assert not any(name.islower() and name.isalnum() for name in row.values("names")), row.where


def test_codes_of_people_fold_to_a_country_or_a_known_body() -> None:
    for row in LEXICON.table("leaders"):
        base = split_code(row.text("code"))[0]
        assert base in LEXICON.country_codes or base[:3] in TRANSNATIONAL, row.where

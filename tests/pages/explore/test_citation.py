"""References in plain words, BibTeX and CSL-JSON: the same facts, and hostile titles harm none of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from detente.pages.explore.citation import Cited, citation
from detente.types import Status

STATUS = Status("ARK-BOR", "relation", ("ARK", "BOR"), date(2016, 5, 10), 1.2, 0.4, 2.0, "improved", 0.7, 0.1, 5)
CITED = Cited(
    "The Arken Desk", "Arkenia – Borland", STATUS, 28, "3f2a9c1b04de", date(2016, 7, 1), date(2016, 7, 2),
    "https://desk.example/statuses/ARK-BOR/2016-05-10/3f2a9c1b04de", "Detente 0.1.0, relations 7",
)  # fmt: skip


def test_three_forms_of_one_reference() -> None:
    made = citation(CITED)
    assert made.plain == (
        "The Arken Desk. “Arkenia – Borland: improved over 28 days, level +1.2 (80 % band +0.4 to +2.0), as of 10 May 2016.” "
        "Edition 3f2a9c1b04de, kept on 1 July 2016; Detente 0.1.0, relations 7. "
        "https://desk.example/statuses/ARK-BOR/2016-05-10/3f2a9c1b04de"
    )
    assert made.bibtex.startswith("@misc{ark-bor-2016-05-10-3f2a9c1b04de,\n  author = {{The Arken Desk}},\n")
    assert r"80 \% band" in made.bibtex and "year = {2016}" in made.bibtex and "urldate" not in made.bibtex
    (item,) = json.loads(made.csl)
    assert item["type"] == "webpage" and item["issued"] == {"date-parts": [[2016, 7, 1]]} and item["URL"] == CITED.url
    assert item["version"] == CITED.edition and "accessed" not in item


def test_what_is_not_kept_says_when_it_was_read() -> None:
    made = citation(replace(CITED, issued=None))
    assert "not kept; read on 2 July 2016" in made.plain and "urldate = {2016-07-02}" in made.bibtex
    assert json.loads(made.csl)[0]["accessed"] == {"date-parts": [[2016, 7, 2]]}


def test_an_editor_is_named_and_silence_is_no_change() -> None:
    silent = replace(STATUS, change="no-reporting", level=None, low=None, high=None, by="an editor")
    plain = citation(replace(CITED, status=silent)).plain
    assert "no reporting in 28 days, as of" in plain and "set by an editor" in plain


def test_nothing_ends_a_field_early() -> None:
    made = citation(replace(CITED, desk=r"A}, evil = {x\end{document}%", title='"}]'))
    body = made.bibtex.replace(r"\{", "").replace(r"\}", "")
    depth = 0
    for letter in body.replace(r"\textbackslash{}", ""):
        depth += (letter == "{") - (letter == "}")
        assert depth >= 0
    assert depth == 0 and json.loads(made.csl)[0]["title"].startswith('"}]')

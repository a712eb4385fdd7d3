from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.articles.encodings import damaged, decode

RUSSIAN = "Министры иностранных дел двух государств встретились в Вильнюсе и договорились открыть пункт пропуска. " * 4
POLISH = (
    "Ministrowie spraw zagranicznych spotkali się w Wilnie i zgodzili się otworzyć przejście graniczne. Źródło mówi, że to początek. " * 4
)
ENGLISH = "The “attaché” met the chargé d’affaires – and nothing came of it, said officials of both neighbours on Monday in Vilnius. "


@pytest.mark.parametrize(
    ("text", "codec"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (POLISH, "cp1250"), (ENGLISH * 3, "cp1252"), (ENGLISH, "utf-16-le"), (ENGLISH, "utf-16-be")],
)
def test_other_encodings_are_guessed_and_it_is_said(text: str, codec: str) -> None:
    found = decode(text.encode(codec))
    assert found.text == text
    assert found.note.startswith("not UTF-8")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_with_and_without_a_mark_needs_no_note(codec: str) -> None:
    assert (decode(RUSSIAN.encode(codec)).text, decode(RUSSIAN.encode(codec)).note) == (RUSSIAN, "")


def test_a_declared_charset_is_believed_where_the_bytes_are_not_utf8() -> None:
    page = f"<html><head><meta charset=windows-1251></head><body>{ENGLISH[:3]}Да</body></html>"
    assert "Да" in decode(page.encode("cp1251"), markup=True).text
    honest = "<html><head><meta charset=windows-1251></head><body>Да</body></html>"
    assert "Да" in decode(honest.encode(), markup=True).text


@pytest.mark.parametrize("name", ["zlib", "rot13", "unicode_escape", "nonsense", "utf-7"])
def test_a_declared_charset_that_is_none_is_not_used(name: str) -> None:
    found = decode(f"<meta charset={name}>".encode() + b"caf\xe9 " + b"a" * 200, markup=True)
    assert "café" in found.text


def test_garbled_text_is_reported() -> None:
    assert "garbled" in damaged("the attachÃ© saidÂ it was naÃ¯ve and passÃ© in Mâ€™s view")
    assert "could not be decoded" in damaged("a\ufffdb\ufffdc\ufffd")
    assert damaged("São Paulo, naïve café, Łódź") == "" and damaged(RUSSIAN) == ""


@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_make_it_fail(data: bytes, markup: bool) -> None:
    assert isinstance(decode(data, markup=markup).text, str)


@given(st.text(max_size=200))
def test_utf8_comes_back_as_it_is(text: str) -> None:
    if "\x00" not in text and text.isprintable():
        assert decode(text.encode()).text == text

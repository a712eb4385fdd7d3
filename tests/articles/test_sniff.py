from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles.samples import BODY, docx, pdf, pdf_lines, web_page, zip_of

from detente.articles.sniff import sniff

BILLION = '<?xml version=\'1.0\'?><!DOCTYPE l [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (BODY.encode(), "a.txt", "text"),
        (BODY.encode(), "a", "text"),
        (BODY.encode("utf-16"), "a.txt", "text"),
        (f"# Title\n\n{BODY}".encode(), "a.md", "markdown"),
        (web_page().encode(), "a.txt", "html"),
        (b"<p>One.</p><p>Two.</p><p>Three.</p>", "a.html", "html"),
        (b"The word <p> opens a paragraph in HTML.", "a.html", "text"),
        (pdf([pdf_lines()]), "a.html", "pdf"),
        (docx(), "a.txt", "docx"),
        (b'{"text": "a"}\n{"text": "b"}\n', "a.txt", "jsonl"),
        (b'{"text": "a"}\n', "a.jsonl", "jsonl"),
        (b'{"text": "a"}\n', "a.json", "json"),
        (b'{\n "text": "a"\n}', "a.json", "json"),
        (b'[{"text": "a"}]', "a.json", "json"),
        (b"id,title,text\n1,a,b\n", "a.txt", "csv"),
        (b"Title; text\n\nThis is no table.", "a.csv", "csv"),
        (b"In short, text matters.\n\nAnd so on.", "a.txt", "text"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a.xml", "feed"),
        (BILLION.encode(), "a.xml", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "a.txt", "feed"),
        (b"<?xml version='1.0'?><note/>", "a.xml", "other"),
        (b"", "a.txt", "empty"),
        (b" \n\t\r\n", "a.txt", "empty"),
        (b"\x00" * 100, "a.txt", "other"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a.txt", "other"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "other"),
        (b"{\\rtf1 text}", "a.txt", "other"),
        (zip_of({"a.txt": b"x"}), "a.docx", "other"),
        (random.Random(1).randbytes(4_000), "a.txt", "other"),
        (b"BM was the name of a party in the talks.", "a.txt", "text"),
        (b"{curly} words are words", "a.txt", "text"),
    ],
)
def test_what_it_is(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name, whole=True)[0] == kind


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.json", "a.csv", "a.pdf", "a"]), st.booleans())
def test_any_bytes_have_a_kind_and_a_name(data: bytes, name: str, whole: bool) -> None:
    kind, called = sniff(data, name, whole=whole)
    assert kind and called

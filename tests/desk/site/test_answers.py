"""Answers that are kept: by address, compressed, with a tag, within bounds."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("wagtail", reason="needs the extra detente[desk]")

from detente.desk.site.answers import Answer, Answers, answer_of, may_be_kept, response_of, takes_gzip

TEXT = b"<p>" + b"a word after another " * 200


def _answer(plain: bytes = TEXT, kind: str = "text/html") -> Answer:
    from django.http import HttpResponse

    return answer_of(HttpResponse(plain, content_type=kind))


def test_compressed_for_who_takes_it() -> None:
    answer = _answer()
    zipped, plain = response_of(answer, "br, gzip", ""), response_of(answer, "", "")
    assert gzip.decompress(zipped.content) == plain.content == TEXT
    assert zipped["Content-Encoding"] == "gzip" and "Content-Encoding" not in plain
    assert zipped["Vary"] == plain["Vary"] == "Accept-Encoding" and zipped["ETag"] != plain["ETag"]
    assert zipped["Content-Length"] == str(len(zipped.content))


@pytest.mark.parametrize(("plain", "kind"), [(b"short", "text/html"), (TEXT, "image/png")])
def test_what_gains_nothing_stays_as_it_is(plain: bytes, kind: str) -> None:
    assert _answer(plain, kind).zipped is None


def test_who_has_it_gets_no_body() -> None:
    answer = _answer()
    for accepted in ("gzip", ""):
        tag = response_of(answer, accepted, "")["ETag"]
        for known in (tag, f'"other", W/{tag}', "*"):
            again = response_of(answer, accepted, known)
            assert again.status_code == 304 and not again.content and again["ETag"] == tag
            assert "Content-Type" not in again and again["Cache-Control"] == "public, no-cache"
    assert response_of(answer, "gzip", response_of(answer, "", "")["ETag"]).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [("gzip", True), ("br, GZIP;q=0.5", True), ("gzip;q=0", False), ("gzip ; q=0.000", False), ("*", True), ("*;q=0", False),
     ("identity", False), ("", False), ("*, gzip;q=0", False)],
)  # fmt: skip
def test_accept_encoding(accepted: str, takes: bool) -> None:
    assert takes_gzip(accepted) is takes


@given(st.text(), st.text())
def test_any_header_is_answered(accepted: str, known: str) -> None:
    assert response_of(_answer(), accepted, known).status_code in (200, 304)


def test_no_more_than_there_is_room_for() -> None:
    answers = Answers(most_bytes=10_000)
    for number in range(50):
        answers.keep(("http", f"/{number}"), Answer((), b"x" * 1000, None, str(number)))
        answers.keep(("http", f"/{number}"), Answer((), b"x" * 900, None, str(number)))
    assert len(answers) == 11 and answers.get(("http", "/49")) and not answers.get(("http", "/0"))
    answers.keep(("http", "/large"), Answer((), b"x" * 5000, None, ""))
    assert answers.get(("http", "/large")) is None


def test_what_is_one_readers_own_is_not_kept() -> None:
    from django.http import HttpResponse, StreamingHttpResponse

    from detente.desk.site.answers import keep_with

    kept = Answers()
    personal, refused, other = HttpResponse("x"), HttpResponse("x", status=403), HttpResponse("x")
    personal.set_cookie("a", "b")
    other["Vary"] = "Accept-Language, Cookie"
    for response in (personal, refused, other, StreamingHttpResponse([b"x"])):
        assert not may_be_kept(keep_with(kept, response))
    assert may_be_kept(keep_with(kept, HttpResponse("x"))) and not may_be_kept(HttpResponse("x"))

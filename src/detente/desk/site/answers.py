"""Whole answers of one edition, as they go over the line: plain and compressed, with the tag by which a reader who has one asks for news
(RFC 9110, 8.8.3 and 13.1.2). They live and die with the edition, so that nothing has to be taken back from here."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Any

# Some 250 pages of busy relations, or thousands of articles: what a small machine has to spare.
MOST_BYTES = 64 * 2**20
# Whoever has a page may keep it, but asks each time whether it still holds: a status that an editor overrules is seen at once.
CACHE_CONTROL = "public, no-cache"
_TEXT = re.compile(r"text/|application/([a-z.]+\+)?(json|xml)\b|image/svg\+xml")
_WORTH_IT = 500  # bytes; below, a compressed answer is hardly smaller, and each fits into one packet anyway
_OF_THE_BODY = ("Content-Type", "Content-Length", "Content-Language")


@dataclass(frozen=True, slots=True)
class Answer:
    """One address's answer. headers: without length and encoding; zipped: None where it would be no smaller."""

    headers: tuple[tuple[str, str], ...]
    plain: bytes
    zipped: bytes | None
    tag: str

    @property
    def size(self) -> int:
        """Bytes in memory, near enough."""
        return len(self.plain) + len(self.zipped or b"")


@dataclass
class Answers:
    """The answers of an edition by (scheme, path). Of too many the oldest go."""

    most_bytes: int = MOST_BYTES
    _by_address: dict[tuple[str, str], Answer] = field(default_factory=dict)
    _bytes: int = 0
    _lock: Lock = field(default_factory=Lock)

    def get(self, address: tuple[str, str]) -> Answer | None:
        """The answer that is kept for an address."""
        return self._by_address.get(address)

    def keep(self, address: tuple[str, str], answer: Answer) -> None:
        """Keep an answer, unless it alone is too large."""
        if answer.size > self.most_bytes // 4:
            return
        with self._lock:
            before = self._by_address.pop(address, None)
            self._by_address[address] = answer
            self._bytes += answer.size - (before.size if before else 0)
            while self._bytes > self.most_bytes:
                self._bytes -= self._by_address.pop(next(iter(self._by_address))).size

    def __len__(self) -> int:
        return len(self._by_address)


def keep_with(answers: Answers, response: Any) -> Any:
    """Mark a view's response as one for every reader, made from the edition that ``answers`` belongs to: by nothing but its path. A
    view that looks at what follows a ``?``, at a cookie or at Accept-Language may not do that."""
    response.kept_with = answers
    return response


def may_be_kept(response: Any) -> bool:
    """Whether a response is the same for everybody: marked so by its view, whole, and with nothing of one reader in it."""
    varies = {each.strip().lower() for each in response.headers.get("Vary", "").split(",") if each.strip()}
    return (
        getattr(response, "kept_with", None) is not None
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and varies <= {"accept-encoding"}
    )


def answer_of(response: Any) -> Answer:
    """A response as it will be kept."""
    plain: bytes = response.content
    zipped = gzip.compress(plain, mtime=0) if len(plain) >= _WORTH_IT and _TEXT.match(response.headers["Content-Type"]) else None
    theirs = {name: value for name, value in response.headers.items() if name not in ("Content-Length", "ETag")}
    headers = {"Cache-Control": CACHE_CONTROL} | theirs | {"Vary": "Accept-Encoding"}
    return Answer(tuple(headers.items()), plain, zipped if zipped and len(zipped) < len(plain) else None, sha256(plain).hexdigest()[:32])


def response_of(answer: Answer, accepted: str, known: str) -> Any:
    """The HttpResponse to one request. accepted: its Accept-Encoding; known: its If-None-Match."""
    from django.http import HttpResponse

    zipped = answer.zipped is not None and takes_gzip(accepted)
    tag = f'"{answer.tag}-gz"' if zipped else f'"{answer.tag}"'
    if known and (known.strip() == "*" or tag in {each.strip().removeprefix("W/") for each in known.split(",")}):
        response = HttpResponse(status=304)
        response.headers = type(response.headers)({name: value for name, value in answer.headers if name not in _OF_THE_BODY})
    else:
        body = answer.zipped if zipped else answer.plain
        response = HttpResponse(body)
        response.headers = type(response.headers)(answer.headers)
        response.headers["Content-Length"] = str(len(body or b""))
        if zipped:
            response.headers["Content-Encoding"] = "gzip"
    response.headers["ETag"] = tag
    return response


def squeezed(response: Any, accepted: str) -> Any:
    """A response that is not kept, compressed where that pays: for a caller without cookie and token, who can be sent no secret. Its
    tag, if it has one, becomes a weak one (RFC 9110, 8.8.3)."""
    from django.utils.cache import patch_vary_headers

    if response.streaming or response.cookies or response.status_code != 200 or response.has_header("Content-Encoding"):
        return response
    if len(response.content) < _WORTH_IT or not _TEXT.match(response.headers["Content-Type"]):
        return response
    patch_vary_headers(response, ["Accept-Encoding"])
    if takes_gzip(accepted):
        response.content = gzip.compress(response.content, mtime=0)
        response.headers["Content-Encoding"], response.headers["Content-Length"] = "gzip", str(len(response.content))
        if response.headers.get("ETag", "").startswith('"'):
            response.headers["ETag"] = f"W/{response.headers['ETag']}"
    return response


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding (RFC 9110, 12.5.3) takes gzip: named or by ``*``, and not with a quality of 0."""
    found: dict[str, bool] = {}
    for each in accepted.lower().split(","):
        name, _, quality = each.partition(";")
        found[name.strip()] = not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", quality)
    return found.get("gzip", found.get("*", False))

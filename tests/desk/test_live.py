"""The real server answers, with its headers."""

from __future__ import annotations

from urllib.request import urlopen


def test_front_page_and_its_headers(live: str) -> None:
    with urlopen(live, timeout=30) as answer:
        assert answer.status == 200
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy and "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert not answer.headers.get("Server")
    for path in ("style.css", "static/desk/desk.css", "feed.rss"):
        with urlopen(live + path, timeout=30) as answer:
            assert answer.status == 200, path

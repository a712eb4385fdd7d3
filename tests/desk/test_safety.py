"""Headers, cookies, uploads, and Django's own check of a deployment."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from detente.config import parse_config
from detente.desk.middleware import policy
from detente.desk.secret import SECRET_FILE, secret_key
from detente.desk.settings import MAX_UPLOAD_BYTES, desk_settings
from detente.errors import ConfigError, DeskError

if TYPE_CHECKING:
    from django.test import Client

HTTPS = 'title = "x"\n[web]\naddress = "https://desk.example.org"'


def test_deployment_check_is_clean(tmp_path: Path) -> None:
    """`check --deploy` of a desk that is reached by https: not a word."""
    (tmp_path / "detente.toml").write_text(HTTPS, "utf-8")
    code = """
import sys
from pathlib import Path
from detente.desk.start import start_desk
start_desk(Path(sys.argv[1]))
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
"""
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}  # ours, for the browser tests
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=120, env=env)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout and "silenced" in done.stdout.replace("(0 silenced)", "silenced")


def test_https_makes_cookies_secure(tmp_path: Path) -> None:
    made = desk_settings(tmp_path, parse_config(HTTPS), {}, "k" * 64)
    assert made["SESSION_COOKIE_SECURE"] and made["CSRF_COOKIE_SECURE"] and made["SECURE_SSL_REDIRECT"] and made["SECURE_HSTS_SECONDS"]
    assert made["CSRF_TRUSTED_ORIGINS"] == ["https://desk.example.org"] and "desk.example.org" in made["ALLOWED_HOSTS"]
    assert "*" not in made["ALLOWED_HOSTS"] and not made["DEBUG"]
    local = desk_settings(tmp_path, parse_config('title = "x"'), {}, "k" * 64)
    assert not local["SESSION_COOKIE_SECURE"] and "SECURE_SSL_REDIRECT" not in local


@pytest.mark.parametrize("address", ["ftp://x", "https://x/path", "desk.example.org", "https://a b", "https://x?y"])
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(ConfigError, match="no address of a host"):
        parse_config(f'[web]\naddress = "{address}"')


def test_key_is_made_once_and_is_nobody_elses(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert secret_key(tmp_path) == key and len(key) >= 64 and len(set(key)) > 20
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600
        (tmp_path / SECRET_FILE).chmod(0o644)
        secret_key(tmp_path)
        assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600
    (tmp_path / SECRET_FILE).write_text("short", "ascii")
    with pytest.raises(DeskError, match="too short"):
        secret_key(tmp_path)


def test_no_page_allows_inline_script(as_role: Callable[[str], Client]) -> None:
    editor = as_role("editor")
    for path in ("/", "/desk/statuses/", "/desk/login/", "/write/", "/no/such/page/"):
        rules = editor.get(path)["Content-Security-Policy"]
        assert "default-src 'none'" in rules and "script-src 'self';" in rules, path
        assert "unsafe-eval" not in rules
        assert ("unsafe-inline" in rules) == path.startswith("/write/"), path  # styles in Wagtail's admin alone


def test_templates_hold_no_inline_script_or_style() -> None:
    import re

    import detente.desk

    for template in Path(detente.desk.__file__).parent.rglob("templates/**/*.html"):
        text = template.read_text("utf-8")
        scripts = re.findall(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>", text)
        assert not scripts, f"{template}: {scripts}"
        assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", text), template


def test_pages_of_the_desk_are_kept_in_no_cache(as_role: Callable[[str], Client]) -> None:
    editor = as_role("editor")
    assert editor.get("/desk/statuses/")["Cache-Control"] == "no-store"
    assert "no-store" not in editor.get("/").headers.get("Cache-Control", "")


def test_policy_text() -> None:
    assert policy({"default-src": "'none'", "img-src": "'self' data:"}) == "default-src 'none'; img-src 'self' data:"


def picture(kind: str, size: tuple[int, int] = (30, 20)) -> bytes:
    from PIL import Image

    content = BytesIO()
    Image.new("RGB", size, "red").save(content, kind)
    return content.getvalue()


def bomb() -> bytes:
    """A PNG of a few hundred kilobytes that says it has 30,000 by 30,000 points."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (30_000).to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(3751) * 30_000)) + chunk(b"IEND", b"")


def upload(client: Client, name: str, content: bytes, kind: str = "image/png") -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post("/write/images/add/", {"title": "A photo", "file": SimpleUploadedFile(name, content, kind), "collection": "1"})


def test_photos_may_be_uploaded(as_role: Callable[[str], Client]) -> None:
    from wagtail.images.models import Image

    for name, kind in (("a.png", "PNG"), ("b.jpg", "JPEG"), ("c.webp", "WEBP")):
        answer = upload(as_role("analyst"), name, picture(kind))
        assert answer.status_code == 302, answer.content.decode()[:3000]
    assert Image.objects.count() == 3


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", SVG), ("a.png", SVG), ("a.png", b"<html><script>alert(1)</script>"), ("a.html", b"<html>"), ("a.exe", b"MZ"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 100), ("a.png", b""), ("a.png", b"x" * (MAX_UPLOAD_BYTES + 1)),
    ],
)  # fmt: skip
def test_what_is_no_photo_is_refused(name: str, content: bytes, as_role: Callable[[str], Client]) -> None:
    from wagtail.images.models import Image

    answer = upload(as_role("editor"), name, content)
    assert answer.status_code == 200
    assert not Image.objects.exists()


def test_a_picture_that_unpacks_into_gigabytes_is_refused(as_role: Callable[[str], Client]) -> None:
    from wagtail.images.models import Image

    assert len(bomb()) < 500_000
    assert upload(as_role("editor"), "bomb.png", bomb()).status_code == 200
    assert not Image.objects.exists()


def test_readers_upload_nothing(as_role: Callable[[str], Client]) -> None:
    assert upload(as_role("reader"), "a.png", picture("PNG")).status_code == 403
    assert upload(as_role("anonymous"), "a.png", picture("PNG")).status_code == 302


@pytest.mark.parametrize("address", ["/media/images/a%00.jpg", f"/{'a' * 300}.css", f"/media/images/{'a' * 300}.jpg", "/../style.css"])
def test_addresses_no_file_can_have_are_not_found(as_role: Callable[[str], Client], address: str) -> None:
    assert as_role("anonymous").get(address).status_code == 404


def test_what_the_program_refuses_is_a_page_and_no_fault(as_role: Callable[[str], Client]) -> None:
    from detente.record.models import Article

    editor = as_role("editor")
    assert editor.get("/desk/inbox/nosucharticle00/").status_code == 404
    article = Article.objects.order_by("id").values_list("id", flat=True)[0]
    page = editor.get(f"/desk/inbox/{article}/").content.decode()
    reject = page.split("/reject/")[1].split("/")[0] if "/reject/" in page else "event-0"
    said = editor.post(f"/desk/inbox/{article}/reject/{reject}/", {"step": "save", "reason": "pasted \x07", "everywhere": "on"})
    assert said.status_code < 500

"""From the settings to a connection: the password comes from the environment, files go where nobody else reads them."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from detente.desk.subscriptions.sending import check_mail, connection, message
from detente.errors import DeskError
from detente.mail_config import PASSWORD_NAME, MailConfig

SMTP = MailConfig("smtp", "desk@example.org", "smtp.example.org", 587, "starttls", "desk")


def test_a_password_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(PASSWORD_NAME, raising=False)
    with pytest.raises(DeskError, match=PASSWORD_NAME):
        check_mail(SMTP)
    with pytest.raises(DeskError, match=PASSWORD_NAME):
        connection(SMTP, tmp_path)
    check_mail(replace(SMTP, user=""))


def test_a_connection_is_what_the_settings_say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(PASSWORD_NAME, "a secret")
    made = connection(SMTP, tmp_path)
    assert (made.host, made.port, made.username, made.password) == ("smtp.example.org", 587, "desk", "a secret")
    assert made.use_tls and not made.use_ssl and made.timeout and made.ssl_context.check_hostname
    assert connection(replace(SMTP, tls="implicit"), tmp_path).use_ssl
    assert connection(replace(SMTP, user=""), tmp_path).password == ""


def test_files_for_tries(tmp_path: Path) -> None:
    mail = MailConfig("file", "desk@example.org")
    title = 'A desk, "mine"\nBcc: x@example.net'
    connection(mail, tmp_path).send_messages([message(mail, title, "reader@example.net", "Two\nlines", "words")])
    (written,) = (tmp_path / "mail").iterdir()
    text = written.read_text("utf-8")
    assert "\nTo: reader@example.net\n" in text and "\nSubject: Two lines\n" in text and "\nBcc:" not in text
    assert stat.S_IMODE((tmp_path / "mail").stat().st_mode) == 0o700

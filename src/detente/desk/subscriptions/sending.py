"""The way out: a connection by the desk's own settings, and mails with the headers that bulk mail must have."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from detente.errors import DeskError
from detente.mail_config import PASSWORD_NAME, Backend, MailConfig

BACKENDS: dict[Backend, str] = {
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "console": "django.core.mail.backends.console.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
}
FOLDER = "mail"  # in the desk, for the backend "file"
TIMEOUT = 30  # seconds for one answer of a mail server: RFC 5321, 4.5.3.2 grants minutes, and ours is asked for by name


def check_mail(mail: MailConfig) -> None:
    """Raises DeskError where the server wants a password and the environment has none."""
    if mail.user and not os.environ.get(PASSWORD_NAME):
        hint = f"set {PASSWORD_NAME} in the environment of `detente serve` and `detente digest`; it stands in no file of the desk"
        raise DeskError(f"mail is to be sent as {mail.user!r}, and there is no password", where="[mail] user", hint=hint)


def connection(mail: MailConfig, desk: Path) -> Any:
    """A connection of Django's, not opened yet. Raises DeskError."""
    from django.core.mail import get_connection

    check_mail(mail)
    given: dict[str, Any] = {}
    if mail.backend == "smtp":
        given = {
            "host": mail.host, "port": mail.port, "username": mail.user, "timeout": TIMEOUT,
            "password": os.environ.get(PASSWORD_NAME, "") if mail.user else "",
            "use_tls": mail.tls == "starttls", "use_ssl": mail.tls == "implicit",
        }  # fmt: skip
    elif mail.backend == "file":
        (desk / FOLDER).mkdir(mode=0o700, exist_ok=True)
        given = {"file_path": str(desk / FOLDER)}
    return get_connection(BACKENDS[mail.backend], **given)


def message(
    mail: MailConfig, title: str, to: str, subject: str, text: str, html: str = "", headers: Mapping[str, str] | None = None
) -> Any:
    """A mail of one recipient. title: the desk's, as the sender's name."""
    from email.headerregistry import Address

    from django.core.mail import EmailMultiAlternatives

    name, _, domain = mail.sender.rpartition("@")
    sender = str(Address(" ".join(title.split())[:80], name, domain))
    made = EmailMultiAlternatives(
        subject=" ".join(subject.split()), body=text, from_email=sender, to=[to],
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", **(headers or {})},
    )  # fmt: skip
    if html:
        made.attach_alternative(html, "text/html")
    return made


def leave_headers(mail: MailConfig, address: str, message_id: str) -> dict[str, str]:
    """One-click leave (RFC 8058, over RFC 2369), the list (RFC 2919), and an id that is the same whenever this issue is tried."""
    return {
        "List-Unsubscribe": f"<{address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"<digest.{mail.domain}>",
        "Message-ID": f"<{message_id}@{mail.domain}>",
        "Precedence": "bulk",
    }

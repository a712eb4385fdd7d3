"""``[mail]`` of detente.toml: how the served desk sends digests. Bad values are refused with their line; no password stands in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast, get_args
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from detente.errors import ConfigError

Backend = Literal["smtp", "console", "file"]
Tls = Literal["starttls", "implicit", "none"]
PASSWORD_NAME = "DETENTE_MAIL_PASSWORD"  # noqa: S105 - a name
# RFC 8314: submission by TLS from the first byte is port 465, with STARTTLS 587; without either, as between machines, 25.
PORTS: dict[Tls, int] = {"starttls": 587, "implicit": 465, "none": 25}
LOCAL = ("localhost", "127.0.0.1", "::1")
KEYS = ["backend", "host", "port", "tls", "user", "from"]
_HOST = re.compile(r"[A-Za-z0-9.:-]{1,253}")
# The part of RFC 5322 that mail systems agree on; no quotes, no comments.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|[A-Za-z0-9._+-]{1,64}@localhost")


@dataclass(frozen=True, slots=True)
class MailConfig:
    """How mail is sent. sender: the address it comes from; user: empty where the server asks for none."""

    backend: Backend
    sender: str
    host: str = ""
    port: int = 0
    tls: Tls = "starttls"
    user: str = ""

    @property
    def domain(self) -> str:
        """Of the sender: for ids of messages and of the list."""
        return self.sender.rpartition("@")[2]


class Reader(Protocol):
    """Typed look-ups in detente.toml, as config.py has them."""

    def get(self, table: Mapping[str, Any], section: str, key: str, kind: type, default: Any, /) -> Any: ...
    def wrong(self, section: str, key: str, what: str, hint: str, /) -> ConfigError: ...


def read_mail(reader: Reader, mail: Mapping[str, Any], web_address: str) -> MailConfig | None:
    """The table ``[mail]``; None where there is none, or where it is empty. web_address: links in mails lead there. Raises ConfigError."""
    if not mail:
        return None
    backend = _one_of(reader, mail, "backend", get_args(Backend), "smtp")
    sender = reader.get(mail, "mail", "from", str, "").strip()
    if not _ADDRESS.fullmatch(sender):
        raise reader.wrong("mail", "from", f"from {sender!r} is no address to send from", 'as in from = "desk@example.org"')
    if backend != "smtp":
        _only_smtp(reader, mail, backend)
        return MailConfig(cast(Backend, backend), sender)
    if urlsplit(web_address).scheme != "https":
        hint = 'give [web] address = "https://…": links to confirm and to leave must lead somewhere, and RFC 8058 wants https'
        raise reader.wrong("mail", "backend", "mail is sent for a desk that others reach, and [web] names no https address", hint)
    host = reader.get(mail, "mail", "host", str, "").strip()
    if not _HOST.fullmatch(host):
        raise reader.wrong("mail", "host", f"host {host!r} is no name of a mail server", 'as in host = "smtp.example.org"')
    tls = cast(Tls, _one_of(reader, mail, "tls", get_args(Tls), "starttls"))
    port = reader.get(mail, "mail", "port", int, PORTS[tls])
    if not 1 <= port <= 65535:
        raise reader.wrong("mail", "port", f"port {port} is none", "1 to 65535; most servers take 587 (starttls) or 465 (implicit)")
    user = reader.get(mail, "mail", "user", str, "").strip()
    if tls == "none" and host not in LOCAL:
        hint = f'tls = "none" is for a mail server on this machine ({", ".join(LOCAL)}); else "starttls" or "implicit"'
        raise reader.wrong("mail", "tls", f"mail would go to {host} for all on the way to read", hint)
    return MailConfig("smtp", sender, host, port, tls, user)


def _one_of(reader: Reader, mail: Mapping[str, Any], key: str, allowed: tuple[str, ...], default: str) -> str:
    value: str = reader.get(mail, "mail", key, str, default)
    if value not in allowed:
        raise reader.wrong("mail", key, f"{key} {value!r} is none", f"one of {', '.join(map(repr, allowed))}")
    return value


def _only_smtp(reader: Reader, mail: Mapping[str, Any], backend: str) -> None:
    for key in ("host", "port", "tls", "user"):
        if key in mail:
            raise reader.wrong("mail", key, f"{key} is for a mail server, and backend is {backend!r}", f'take {key} out, or say "smtp"')

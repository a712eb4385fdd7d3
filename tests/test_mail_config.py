"""``[mail]``: what it means, and what is said of what is wrong in it."""

from __future__ import annotations

import pytest

from detente.config import parse_config
from detente.errors import ConfigError
from detente.mail_config import MailConfig

WEB = '[web]\naddress = "https://desk.example.org"\n[mail]\n'
SMTP = WEB + 'from = "desk@example.org"\nhost = "smtp.example.org"\n'


def test_ports_go_with_the_way() -> None:
    assert parse_config("").mail is None and parse_config("[mail]").mail is None
    made = parse_config(SMTP + 'user = "desk"').mail
    assert made == MailConfig("smtp", "desk@example.org", "smtp.example.org", 587, "starttls", "desk") and made.domain == "example.org"
    implicit = parse_config(SMTP + 'tls = "implicit"').mail
    assert implicit is not None and implicit.port == 465
    own = parse_config(SMTP.replace("smtp.example.org", "localhost") + 'tls = "none"\nport = 1025').mail
    assert own is not None and (own.host, own.port, own.tls) == ("localhost", 1025, "none")
    assert parse_config('[mail]\nbackend = "file"\nfrom = "desk@localhost"').mail == MailConfig("file", "desk@localhost")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[mail]\nbackend = "pigeon"', "line 2: [mail] backend 'pigeon' is none (one of 'smtp', 'console', 'file')"),
        (WEB + 'host = "smtp.example.org"', "[mail] from '' is no address to send from"),
        (WEB + 'from = "Desk <desk@example.org>"', "line 4: [mail] from 'Desk <desk@example.org>' is no address"),
        (WEB + 'from = "a@b.example\\r\\nBcc: c@d.example"', "is no address to send from"),
        ('[mail]\nfrom = "a@b.example"\nhost = "h"', "[web] names no https address"),
        ('[web]\naddress = "http://x.example"\n[mail]\nfrom = "a@b.example"\nhost = "h"', "RFC 8058 wants https"),
        (WEB + 'from = "a@b.example"', "[mail] host '' is no name of a mail server"),
        (SMTP.replace("smtp.example.org", "smtp example"), "host 'smtp example' is no name"),
        (SMTP + 'tls = "ssl"', "tls 'ssl' is none"),
        (SMTP + 'tls = "none"', "for all on the way to read"),
        (SMTP + "port = 0", "line 6: [mail] port 0 is none"),
        (SMTP + "port = true", "port must be a whole number, not true or false"),
        (SMTP + 'port = "587"', "port must be a whole number, not text in quotes (for example 587)"),
        (SMTP + 'password = "x"', "unknown key 'password'"),
        ('[mail]\nbackend = "file"\nfrom = "a@b.example"\nhost = "h"', "line 4: [mail] host is for a mail server, and backend is 'file'"),
    ],
)
def test_wrong_settings_are_named(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_config(text)
    assert said in str(error.value)

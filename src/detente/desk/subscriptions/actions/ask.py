"""Somebody asks for a digest: a mail with a link goes to the address, and nothing is stored of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.config import Config
from detente.desk.subscriptions.limits import may_be_mailed
from detente.desk.subscriptions.outbox import post
from detente.desk.subscriptions.places import base_of, confirm_address
from detente.desk.subscriptions.sending import connection, message
from detente.desk.subscriptions.tokens import LASTS, Asking, sign
from detente.desk.subscriptions.topics import Topic

_TEXT = """\
Somebody, probably you, asked at {base}
for a {rhythm} digest of {title}, to this address:

{topics}

To get it, open this page and press the button on it, within {hours} hours:

{link}

If it was not you, do nothing: no more mail comes, and the address is not kept.
"""
_NAMED = 20  # topics named in the mail; the rest is counted


def ask(config: Config, desk: Path, asking: Asking, offered: Sequence[Topic]) -> None:
    """Mail the link, unless the address was mailed too often; the caller does not learn which. Raises DeskError."""
    assert config.mail is not None
    if not may_be_mailed(asking.address):
        return
    chosen = [topic.title for topic in offered if topic.key in asking.topics]
    named = [f"* {title}" for title in chosen[:_NAMED]] + ([f"* and {len(chosen) - _NAMED} more"] if len(chosen) > _NAMED else [])
    text = _TEXT.format(
        base=base_of(config), rhythm=asking.rhythm, title=config.title, topics="\n".join(named),
        hours=round(LASTS.total_seconds() / 3600), link=confirm_address(config, sign(asking)),
    )  # fmt: skip
    mail = message(config.mail, config.title, asking.address, f"Please confirm: {asking.rhythm} digest of {config.title}", text)
    post(connection(config.mail, desk), mail)

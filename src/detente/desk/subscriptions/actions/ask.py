"""Somebody asks for a digest: a mail with a link goes to the address, and nothing is stored of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from detente.config import Config
from detente.desk.public_shell import folder_of
from detente.desk.subscriptions.limits import may_be_mailed
from detente.desk.subscriptions.outbox import post
from detente.desk.subscriptions.places import base_of, confirm_address
from detente.desk.subscriptions.sending import connection, message
from detente.desk.subscriptions.tokens import LASTS, Asking, sign
from detente.desk.subscriptions.topics import Topic
from detente.pages.digest import Rhythm
from detente.pages.language import say, say_many, speaking

_NAMED = 20  # topics named in the mail; the rest is counted


def ask(config: Config, desk: Path, asking: Asking, offered: Sequence[Topic]) -> None:
    """Mail the link, unless the address was mailed too often; the caller does not learn which. Raises DeskError."""
    assert config.mail is not None
    if not may_be_mailed(asking.address):
        return
    with speaking(asking.language):
        title = config.own_words.get(asking.language, {}).get(config.title, config.title)
        subject, text = _subject(asking.rhythm, title), _text(config, asking, title, offered)
    post(connection(config.mail, desk), message(config.mail, title, asking.address, subject, text))


def _subject(rhythm: Rhythm, title: str) -> str:
    if rhythm == "daily":
        return say("Please confirm: daily digest of {title}", title=title)
    return say("Please confirm: weekly digest of {title}", title=title)


def _text(config: Config, asking: Asking, title: str, offered: Sequence[Topic]) -> str:
    chosen = [topic.title for topic in offered if topic.key in asking.topics]
    named = [f"* {words}" for words in chosen[:_NAMED]]
    if rest := len(chosen) - len(named):
        named.append(f"* {say_many('and {n} more', 'and {n} more', rest)}")
    base, hours = base_of(config) + folder_of(config, asking.language), round(LASTS.total_seconds() / 3600)
    if asking.rhythm == "daily":
        asked = say("Somebody, probably you, asked at {base}\nfor a daily digest of {title}, to this address:", base=base, title=title)
    else:
        asked = say("Somebody, probably you, asked at {base}\nfor a weekly digest of {title}, to this address:", base=base, title=title)
    press = say_many(
        "To get it, open this page and press the button on it, within {n} hour:",
        "To get it, open this page and press the button on it, within {n} hours:", hours,
    )  # fmt: skip
    link = confirm_address(config, sign(asking), asking.language)
    end = say("If it was not you, do nothing: no more mail comes, and the address is not kept.")
    return "\n\n".join([asked, "\n".join(named), press, link, end]) + "\n"

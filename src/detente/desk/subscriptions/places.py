"""Full addresses of the served site for mails. They come from the settings, never from a request, whose Host anybody can write."""

from __future__ import annotations

from detente.config import Config
from detente.desk.public_shell import folder_of
from detente.pages.feeds import LOCAL_BASE


def base_of(config: Config) -> str:
    """The served site's address, with a slash at its end."""
    return f"{config.web_address}/" if config.web_address else LOCAL_BASE


def leave_address(config: Config, key: str, language: str) -> str:
    """Where a subscriber leaves; language: of the page."""
    return f"{base_of(config)}{folder_of(config, language)}subscribe/leave/{key}/"


def confirm_address(config: Config, token: str, language: str) -> str:
    """Where an address confirms; language: of the page."""
    return f"{base_of(config)}{folder_of(config, language)}subscribe/confirm/{token}/"

"""What stands around a public page that Django renders (the form, an error): the language its address asks for, and the desk's name in it.

The language is that of the folder, as on every other page. The editors' pages, Wagtail's and those of the API are in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from detente.interface_languages import SOURCE, languages

if TYPE_CHECKING:
    from detente.config import Config

EDITORS = ("/desk/", "/write/", "/api/")
_FOLDER = re.compile(rf"/(?:({'|'.join(languages())})/)?")


@dataclass(frozen=True, slots=True)
class Version:
    """The page in a language: its code, what the language calls itself, the address, whether it is this one."""

    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """language: of the page. prefix: its folder with a slash, empty for the desk's first. title_language: of the desk's name. versions:
    empty where the desk has one language, or the page is no page that others could open."""

    language: str
    prefix: str
    title: str
    title_language: str
    versions: tuple[Version, ...] = ()

    @property
    def first(self) -> Version | None:
        """The page in the desk's first language (``x-default``)."""
        return self.versions[0] if self.versions else None


def shell_of(request: Any, *, switch: bool = False) -> Shell:
    """The shell of the page at an address. switch: whether the page is there to be opened in the other languages too."""
    from django.conf import settings

    config = None if for_editors(request) else _config()
    if config is None:
        return Shell(SOURCE, "", settings.WAGTAIL_SITE_NAME, SOURCE)
    spoken, found = config.interface_languages, _FOLDER.match(request.path)
    asked, rest = (found[1], request.path[found.end() :]) if found else (None, request.path[1:])
    code = asked if asked in spoken else spoken[0]
    title = config.own_words.get(code, {}).get(config.title)
    query = f"?{text}" if (text := request.META.get("QUERY_STRING", "")) else ""
    versions = tuple(_version(each, folder_of(config, each) + rest + query, code) for each in spoken) if switch and spoken[1:] else ()
    return Shell(code, folder_of(config, code), title or config.title, code if title else spoken[0], versions)


def for_editors(request: Any) -> bool:
    """Whether an address is one of the desk's own side."""
    return bool(request.path.startswith(EDITORS))


def folder_of(config: Config, code: str) -> str:
    """The folder of a language's pages, with its slash; empty for the first, and for one that the desk does not have."""
    return f"{code}/" if code in config.interface_languages[1:] else ""


def _version(code: str, path: str, here: str) -> Version:
    from detente.pages.language import own_name

    return Version(code, own_name(code), f"/{path}", code == here)


def _config() -> Config | None:
    """The desk's settings; None where it cannot be opened: then a page says so, and must not fail too."""
    from detente.desk.opened import opened_desk

    try:
        return opened_desk().config
    except Exception:  # noqa: BLE001 - whatever it is that failed, it is logged where it failed first
        return None

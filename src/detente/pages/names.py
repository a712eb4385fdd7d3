"""Names of actors in the spoken language: countries by CLDR, sectors and organisations by the catalogs; the rest stays English."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from detente.interface_languages import SOURCE
from detente.pages.language import language, say_as, spoken_locale

_WITH_SECTORS = re.compile(r"(?P<base>.+?) \((?P<sectors>[^()]+)\)")
UNKNOWN = "ZZ"  # CLDR's for codes that are nobody's
_USER_ASSIGNED = {"XKX": "XK"}  # Kosovo has no code in ISO 3166; CLDR knows the short one alone


def local_names(names: Callable[[str], str]) -> Callable[[str], str]:
    """``names`` (code -> English name) in whatever language is spoken when it is asked."""

    def named(code: str) -> str:
        english = names(code)
        return english if language() == SOURCE else _local(code, english, names)

    return named


def _local(code: str, english: str, names: Callable[[str], str]) -> str:
    match = _WITH_SECTORS.fullmatch(english)
    base, sectors = (match["base"], match["sectors"].split(", ")) if match else (english, [])
    country = territory(code[:3], language()) if names(code[:3]) == base else ""
    name = country or say_as("name", base)
    return f"{name} ({', '.join(say_as('sector', sector) for sector in sectors)})" if sectors else name


@cache
def territory(code: str, spoken: str) -> str:
    """A country by its ISO 3166 alpha-3 code; empty where CLDR has no name for it. (CLDR lists alpha-3 codes as aliases of alpha-2.)"""
    from babel.core import get_global

    short = _USER_ASSIGNED.get(code) or next(iter(get_global("territory_aliases").get(code, [])), "")
    return str(spoken_locale().territories.get(short, "")) if len(short) == 2 and short != UNKNOWN else ""

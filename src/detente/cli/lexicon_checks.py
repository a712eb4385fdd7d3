"""What ``detente lexicon`` asks of the lexicon and of the coder's tables together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detente.errors import LexiconError
from detente.events.rules import load_rules
from detente.events.scales import load_scales
from detente.events.table_check import check_coder_tables
from detente.events.word_uses import WordUse, known_words, word_uses
from detente.lexicon import Lexicon, NameEntry, Organ, load_lexicon, tokenize_name
from detente.lexicon.checking import Change, check_actor_tables, place_of
from detente.lexicon.located import Located, located_entries, meanings
from detente.lexicon.near_spellings import near_spellings
from detente.lexicon.tables import Row
from detente.lexicon.two_meanings import TwoMeanings, two_meanings


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found in the built-in tables (no folders), or in these folders on top of them."""

    name: str
    folders: tuple[Path, ...]
    tables: int
    rows: int
    problems: list[LexiconError]
    changes: list[Change]
    two_meanings: list[TwoMeanings]


def check_folders(name: str, folders: tuple[Path, ...], *, with_names: bool, known_wrong: int = 0) -> CheckReport:
    """Check all tables. Of a desk only what its own files bring; known_wrong: the built-in tables have wrong rows, told already."""
    actors, coder = check_actor_tables(folders), check_coder_tables(folders)
    own = tuple(str(folder) for folder in folders)
    problems = [*actors.problems, *coder.problems]
    if not problems:
        problems += _refused(folders)
    if folders and known_wrong:
        problems = [problem for problem in problems if problem.where.startswith(own)]
    pairs = two_meanings(located_entries(actors.rows)) if with_names else ()
    found = [pair for pair in pairs if not folders or any(each.row.file.startswith(own) for each in (pair.first, pair.second))]
    tables = {**actors.rows, **coder.rows}
    wrong = {place_of(problem) for problem in problems}
    changes = [change for change in (*actors.changes, *coder.changes) if change.row.where not in wrong]
    return CheckReport(name, folders, len(tables), sum(map(len, tables.values())), sorted(problems, key=_by_line), changes, found)


def _by_line(problem: LexiconError) -> tuple[str, int]:
    file, _, line = place_of(problem).rpartition(", line ")
    return (file, int(line)) if line.isdigit() else (problem.where, 0)


def _refused(folders: Sequence[Path]) -> list[LexiconError]:
    """What loading refuses though every row was found right: the last word is the program's that uses the tables."""
    try:
        lexicon = load_lexicon(folders)
        load_rules(lexicon)
        load_scales(lexicon)
    except LexiconError as error:
        return [error]
    return []


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a word. meant: the actor on the day ``on``; organ: with its row; near: spellings, where nothing is known."""

    word: str
    on: date | None
    meant: NameEntry | None
    actors: list[Located]
    organ: tuple[Organ, Row] | None
    uses: list[WordUse]
    near: list[str]
    lexicon: Lexicon

    @property
    def is_known(self) -> bool:
        """Whether any table has it."""
        return bool(self.actors or self.organ or self.uses) or self.lexicon.display_name(self.word) != self.word


def look_up(words: Sequence[str], on: date | None, folders: Sequence[Path] = ()) -> list[Known]:
    """Each word in every table, a desk's on top. Raises LexiconError where a table is wrong."""
    lexicon = load_lexicon(folders)
    load_rules(lexicon)
    actors, coder = check_actor_tables(folders).rows, check_coder_tables(folders).rows
    return [_known(word, on, lexicon, actors, coder) for word in words]


def _known(word: str, on: date | None, lexicon: Lexicon, actors: dict[str, list[Row]], coder: dict[str, list[Row]]) -> Known:
    tokens = tokenize_name(word)
    if not tokens:
        return Known(word, on, None, [], None, [], [], lexicon)
    match = lexicon.match(tokens, 0, on)
    found = meanings(actors, word)
    meant = match[0] if match and match[1] == len(tokens) else None
    organ, uses = _organ(word, lexicon, actors), word_uses(coder, word)
    near: list[str] = []
    if not (found or organ or uses):
        names = {" ".join(each.entry.tokens) for each in located_entries(actors)}
        near = near_spellings(word, [*names, *known_words(coder), *(row.text("phrase") for row in actors["organs"])])
    return Known(word, on, meant, found, organ, uses, near, lexicon)


def _organ(word: str, lexicon: Lexicon, actors: dict[str, list[Row]]) -> tuple[Organ, Row] | None:
    """The office or organ these words name, by all of them or their end."""
    organ = lexicon.organ(word.lower().replace("-", " - ").split())
    if organ is None:
        return None
    row = next(row for row in actors["organs"] if tuple(row.text("phrase").lower().replace("-", " - ").split()) == organ.tokens)
    return organ, row

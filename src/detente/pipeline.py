"""The one place that joins the stages to the record. In shell, if there were one, a run would be:

    find articles/ PATH...  |  unless-seen-with-this-hash  |  read-stream     > articles       # one transaction a file
    find-duplicates < articles                                                > duplicate-of   # counted once, every source kept
    articles | without-duplicates | without-coding | code                     > codings        # one transaction a batch
    codings | correct < corrections | merge-events                            > events         # all at once: derived
    events | observe | relation-status, category-status                       > statuses       # all at once: derived
    articles, events, analyses | index                                        > search         # what changed: derived
    statuses | override < overrides                                           # when read, never stored over the machine's word

Whatever kills it, each transaction is whole, and the next run does what is left. Everything after `codings` is derived from
them; the version it was made from is stored beside it, and what is of another version is computed afresh.

A new lexicon or version of the coder codes everything anew, and its codings count when all of them are there - unless people have judged or
published by what stands: then it codes what is new alone, and the rest waits for `detente recode --accept`.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from detente import __version__
from detente.config import CONFIG_NAME, default_toml, load_config
from detente.desk_statuses import relation_sides
from detente.errors import ConfigError, DetenteError, NotFoundError
from detente.opened_desk import ARTICLES_FOLDER, Desk, Told, not_coded
from detente.types import Article, Coding

if TYPE_CHECKING:
    from detente.articles.problems import ReadProblem

__all__ = ["Desk", "Progress", "RunSummary", "Told", "init_desk", "open_desk", "relation_sides", "run"]

Progress = Callable[[str, int, int], None]
# Articles a transaction. Coding takes some 20 ms an article, so a kill costs under a second of work.
BATCH = 32
# Articles of a long table that are stored at a time: a second's work or so.
READ_BATCH = 500


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did. not_coded: language -> articles; outdated: articles left as another lexicon or version coded them, until a recoding
    is accepted; problems: what could not be read, and notes on what could."""

    files_read: int
    files_unchanged: int
    articles: int
    articles_new: int
    duplicates: int
    coded: int
    not_coded: Mapping[str, int]
    outdated: int
    problems: tuple[ReadProblem, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing asked for failed. A note, such as a missing date, is no failure."""
        return not any(problem.fatal for problem in self.problems)


def open_desk(path: Path | str = ".") -> Desk:
    """The desk in folder ``path``. Its database is made if it is not there. Raises ConfigError, RecordError."""
    from detente.record.opening import open_record

    folder = Path(path)
    config = load_config(folder)
    return Desk(folder, config, open_record(folder))


def init_desk(path: Path | str, title: str = "") -> Desk:
    """Make a desk in folder ``path``: settings, folders, database. Raises ConfigError where there is one already."""
    folder = Path(path)
    settings = folder / CONFIG_NAME
    if settings.exists():
        raise ConfigError("there is a desk already", where=str(settings), hint="change it with an editor")
    try:
        (folder / ARTICLES_FOLDER).mkdir(parents=True, exist_ok=True)
        (folder / "lexicon").mkdir(exist_ok=True)
        half = settings.with_name(f".{CONFIG_NAME}.{os.getpid()}")
        half.write_text(default_toml(title or folder.resolve().name.replace("-", " ").replace("_", " ").strip() or "A desk"), "utf-8")
        half.replace(settings)
    except OSError as error:
        raise ConfigError(f"cannot make a desk: {error.strerror}", where=str(folder), hint="may you write there?") from error
    return open_desk(folder)


def run(desk: Desk, paths: Sequence[Path] = (), progress: Progress = lambda stage, done, total: None, processes: int = 1) -> RunSummary:
    """Read what is new in the desk's articles folder and in ``paths``, code it, merge it, and store where everything stands.

    progress: called with a stage's name, how much of it is done, and how much there is. processes: how many code at once. Raises
    ParserError, RecordError, LexiconError; files that cannot be read are in the summary, and the rest goes on.
    """
    desk.forget()
    read = _read(desk, paths, progress)
    duplicates = _note_duplicates(desk, progress)
    keeps = desk.keeps_codings()
    coded, failed = _code(desk, progress, processes, set(desk.coders()) if keeps else None)
    if not keeps:
        change_over(desk)
    settle(desk, progress)
    articles = desk.articles()
    uncodable = [article for article in articles if not desk.codable(article)]
    return RunSummary(
        files_read=read.read,
        files_unchanged=read.unchanged,
        articles=len(articles),
        articles_new=read.new,
        duplicates=duplicates,
        coded=coded,
        not_coded=dict(sorted(Counter(article.language for article in uncodable).items())),
        outdated=desk.outdated(),
        problems=(*read.problems, *failed, *(not_coded(article) for article in uncodable), *desk.missing_tables()),
    )


def change_over(desk: Desk) -> None:
    """From now on the present coder's codings count; those of others are forgotten."""
    from detente.record.derived import accept_coder, drop_other_codings

    accept_coder(desk.db, desk.coder())
    drop_other_codings(desk.db, desk.coder())


def settle(desk: Desk, progress: Progress = lambda stage, done, total: None) -> None:
    """Merge the codings that count, store where everything stands, and index it."""
    from detente.desk_search import index_desk
    from detente.record.derived import replace_events, save_statuses

    desk.forget()
    told = desk.merge(None)
    replace_events(desk.db, desk.told_version(), told.events, told.assessments, told.forecasts)
    try:
        as_of = desk.as_of()
    except NotFoundError:
        pass
    else:
        statuses = desk.compute_statuses(as_of)
        series = {(s.name, s.source): desk.series(s.name, as_of, s.source) for s in statuses}
        save_statuses(desk.db, desk.status_version(), as_of, statuses, series)
    desk.forget()
    index_desk(desk, progress)
    desk.forget()


@dataclass(slots=True)
class _Reading:
    """How far the reading has come."""

    read: int = 0
    unchanged: int = 0
    new: int = 0
    problems: list[ReadProblem] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    """The file at hand. key: the name the record knows it by; given: the name the reader calls it by."""

    key: str
    given: str
    sha256: str
    size: int
    problems: list[ReadProblem] = field(default_factory=list)
    waiting: list[Article] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def _read(desk: Desk, paths: Sequence[Path], progress: Progress) -> _Reading:
    """Read each new or changed file and store it, a transaction a file (several for a long table), with its state at its end.

    A file that had failed is read again each time, so that it is a problem until it is mended.
    """
    from detente.articles import FileRead, ReadProblem, read_stream
    from detente.articles.folders import list_files, shown
    from detente.record.articles import file_states, forget_files

    folder = desk.path / ARTICLES_FOLDER
    places = [*([folder] if folder.is_dir() else []), *paths]
    total = sum(1 for _ in list_files(places))
    known, done, seen = file_states(desk.db), _Reading(), set[str]()
    now: _File | None = None

    def begin(path: Path, digest: str) -> bool:
        """Called for each file before it is read; True leaves it out."""
        nonlocal now
        if now is not None:  # the file before broke off
            _finish_file(desk, now, done, whole=False)
            now = None
        key = file_key(desk.path, path)
        progress("reading", len(seen), total)
        seen.add(key)
        before = known.get(key)
        if before and before.read and (before.sha256, before.reader) == (digest, __version__):
            done.unchanged += 1
            done.problems += [ReadProblem(**problem) for problem in before.problems]
            return True
        done.read += 1
        now = _File(key, shown(path), digest, path.stat().st_size)
        return False

    for item in read_stream(places, skip=begin):
        if isinstance(item, FileRead):
            if now is not None:
                _finish_file(desk, now, done, whole=True)
                now = None
        elif now is None or not item.file.startswith(now.given):
            if isinstance(item, ReadProblem):  # of a file or folder that could not even be opened
                done.problems.append(item)
        elif isinstance(item, ReadProblem):
            now.problems.append(replace(item, file=now.key + item.file[len(now.given) :]))
        else:
            _keep_article(desk, now, replace(item, file=now.key + item.file[len(now.given) :]), done)
    if now is not None:
        _finish_file(desk, now, done, whole=False)
    progress("reading", total, total)
    forget_files(desk.db, [s.path for s in known.values() if not s.read and s.path not in seen and not (desk.path / s.path).exists()])
    return done


def _keep_article(desk: Desk, file: _File, article: Article, done: _Reading) -> None:
    from detente.record.articles import save_articles

    file.waiting.append(article)
    file.ids.add(article.id)
    if len(file.waiting) >= READ_BATCH:
        done.new += save_articles(desk.db, file.key, file.waiting)
        file.waiting.clear()


def _finish_file(desk: Desk, file: _File, done: _Reading, whole: bool) -> None:
    from detente.record.articles import FileState, save_articles, save_file

    done.new += save_articles(desk.db, file.key, file.waiting)
    done.problems += file.problems
    problems = tuple({"file": p.file, "what": p.what, "hint": p.hint, "fatal": p.fatal} for p in file.problems)
    read = whole and not any(problem.fatal for problem in file.problems)
    save_file(desk.db, FileState(file.key, file.sha256, file.size, read, __version__, problems), file.ids)


def file_key(desk: Path, path: Path) -> str:
    """The name the record knows a file by: relative to the desk where it lies inside, so that a desk can be moved; else absolute."""
    from detente.articles.folders import shown

    whole, root = path.resolve(), desk.resolve()
    return shown(whole.relative_to(root) if whole.is_relative_to(root) else whole)


def _note_duplicates(desk: Desk, progress: Progress) -> int:
    from detente.articles.duplicates import find_duplicates
    from detente.record.articles import save_duplicates

    articles = desk.articles()
    progress("finding duplicates", 0, len(articles))
    duplicates = find_duplicates(articles)
    save_duplicates(desk.db, duplicates)
    progress("finding duplicates", len(articles), len(articles))
    desk.forget()
    return len(duplicates)


def _code(desk: Desk, progress: Progress, processes: int, coded: set[str] | None) -> tuple[int, list[ReadProblem]]:
    """Code what is not among ``coded``, by default what this coder has coded, a transaction a batch. Gives back how many it coded, and
    those it failed on."""
    from detente.record.articles import coded_articles
    from detente.record.derived import save_codings

    coded = coded_articles(desk.db, desk.coder()) if coded is None else coded
    todo = [article for article in desk.counted() if article.id not in coded]
    failed: list[ReadProblem] = []
    for codings, problems in code_in_batches(desk, todo, progress, processes):
        save_codings(desk.db, desk.coder(), codings)
        failed += problems
    return len(todo) - len(failed), failed


def code_in_batches(
    desk: Desk, todo: Sequence[Article], progress: Progress, processes: int
) -> Iterator[tuple[list[Coding], list[ReadProblem]]]:
    """Code articles and give what came of them a batch at a time: codings, and those it failed on. Stores nothing."""
    if processes > 1:
        yield from _code_in_processes(desk, todo, progress, processes)
        return
    for start in range(0, len(todo), BATCH):
        progress("coding", start, len(todo))
        yield _code_batch(desk, todo[start : start + BATCH])
    progress("coding", len(todo), len(todo))


def _code_in_processes(
    desk: Desk, todo: Sequence[Article], progress: Progress, processes: int
) -> Iterator[tuple[list[Coding], list[ReadProblem]]]:
    """The same by several processes at once, given as it comes."""
    from detente.events import code_articles

    failed: dict[str, ReadProblem] = {}

    def broken(article: Article, error: Exception) -> None:
        failed[article.id] = _not_coded(article, error)

    ready: list[Coding] = []
    codings = code_articles(todo, lexicon=desk.lexicon(), model=desk.config.model, processes=processes, on_error=broken)
    for done, coding in enumerate(codings, 1):
        if coding.article not in failed:
            ready.append(coding)
        if len(ready) == BATCH or done == len(todo):
            yield ready, []
            ready = []
            progress("coding", done, len(todo))
    yield [], list(failed.values())


def _not_coded(article: Article, error: Exception) -> ReadProblem:
    from detente.articles.problems import ReadProblem

    what = f"could not be coded: {type(error).__name__}: {error}"
    return ReadProblem(article.file or article.id, what, "a fault of the coder: please report it with the text", fatal=True)


def _code_batch(desk: Desk, batch: Sequence[Article]) -> tuple[list[Coding], list[ReadProblem]]:
    """Code a batch; where that breaks, each article by itself, so that one nobody foresaw does not keep the others from being coded."""
    from detente.events import code_articles

    def code(articles: Sequence[Article]) -> list[Coding]:
        return list(code_articles(articles, lexicon=desk.lexicon(), model=desk.config.model))

    try:
        return code(batch), []
    except (DetenteError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault of the coder: it is reported with the article, each run anew
        if len(batch) > 1:
            parts = [_code_batch(desk, [article]) for article in batch]
            return [coding for codings, _ in parts for coding in codings], [problem for _, problems in parts for problem in problems]
        return [], [_not_coded(batch[0], error)]

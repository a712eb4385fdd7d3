"""Several processes that each do the whole of coding. Order is kept, memory bounded, and who dies takes no other article along.

The workers are forked, so that the parser and the tables are loaded once. Each has one batch at a time; the parent hands out the next,
keeps what came early until its turn, and reads no further ahead than a few batches. The articles of a batch on which a worker died go to
another one by one; an article on which a worker dies alone is told to ``on_error``.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from detente.clauses.parser import load_parser
from detente.errors import ParserError, WorkerDied
from detente.events.rules import load_rules
from detente.events.scales import load_scales
from detente.events.stream import OnError, batches, code_batch, look_of
from detente.lexicon import Lexicon
from detente.types import Article, Coding

# Articles, and characters, handed out at a time: a second's work or so, so that the workers end together and a death costs little.
_ARTICLES, _CHARS = 64, 60_000
# Batches under way or waiting for their turn, for each worker.
_AHEAD = 3

Failure = tuple[int, Exception]
Answer = tuple[list[Coding], list[Failure]]


@dataclass(slots=True)
class _Task:
    """Articles ``first`` and following of a batch."""

    batch: int
    first: int
    articles: list[Article]


@dataclass(slots=True)
class _Batch:
    """A batch and what has come of it."""

    articles: list[Article]
    codings: dict[int, Coding] = field(default_factory=dict)
    failures: dict[int, Exception] = field(default_factory=dict)

    def is_done(self) -> bool:
        return len(self.codings) == len(self.articles)


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    task: _Task | None = None


def code_in_processes(
    articles: Iterable[Article], lexicon: Lexicon, model: str, processes: int, on_error: OnError, look: bool
) -> Iterator[Coding]:
    """A coding for each article, in order; see `coder.code_articles`. Raises ParserError where the system cannot fork."""
    if "fork" not in multiprocessing.get_all_start_methods():
        raise ParserError("several processes need a system that can fork", hint="leave out --processes")
    load_parser(model)  # before the fork, so that all share it
    load_rules(lexicon), load_scales(lexicon), look_of(lexicon, model)
    todo: deque[_Task] = deque()
    under_way: deque[_Batch] = deque()
    out, taken = 0, 0  # numbers of the first batch under way, and of the next one
    source = batches(articles, _ARTICLES, _CHARS)
    workers = [_start(lexicon, model, look) for _ in range(processes)]
    try:
        while True:
            while len(todo) < processes and len(under_way) < _AHEAD * processes and (batch := next(source, None)) is not None:
                under_way.append(_Batch(batch))
                todo.append(_Task(taken, 0, batch))
                taken += 1
            for k, worker in enumerate(workers):
                if worker.task is None and todo:
                    workers[k] = _give(worker, todo, (lexicon, model, look))
            if not under_way:
                return
            busy = [worker for worker in workers if worker.task is not None]
            ready = wait([worker.pipe for worker in busy])
            for k, worker in enumerate(workers):
                if worker.task is not None and worker.pipe in ready and not _take(worker, todo, under_way, out):
                    workers[k] = _start(lexicon, model, look)
            while under_way and under_way[0].is_done():
                done = under_way.popleft()
                out += 1
                for n, article in enumerate(done.articles):
                    if n in done.failures:
                        if on_error is None:
                            raise done.failures[n]
                        on_error(article, done.failures[n])
                    yield done.codings[n]
    finally:
        for worker in workers:
            _stop(worker)


def _start(lexicon: Lexicon, model: str, look: bool) -> _Worker:
    fork = multiprocessing.get_context("fork")
    mine, theirs = fork.Pipe()
    process = fork.Process(target=_work, args=(theirs, mine, lexicon, model, look), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, mine)


def _stop(worker: _Worker) -> None:
    # Said, not left to the closing of the pipe: workers forked later hold a copy of its end, and this one would wait for ever.
    with suppress(OSError):
        worker.pipe.send(None)
    worker.pipe.close()
    if worker.task is not None:
        worker.process.terminate()
    worker.process.join(timeout=5)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _give(worker: _Worker, todo: deque[_Task], options: tuple[Lexicon, str, bool]) -> _Worker:
    """Hand the next task to an idle worker; to a new one where it is dead."""
    task = todo.popleft()
    try:
        worker.pipe.send(task.articles)
    except OSError:
        _stop(worker)
        worker = _start(*options)
        worker.pipe.send(task.articles)
    worker.task = task
    return worker


def _take(worker: _Worker, todo: deque[_Task], under_way: deque[_Batch], out: int) -> bool:
    """Take a worker's answer; False where it died: its articles go to others one by one, a single one has failed."""
    task = worker.task
    assert task is not None
    batch = under_way[task.batch - out]
    try:
        codings, failures = worker.pipe.recv()
    except (EOFError, OSError):
        worker.task = None
        _stop(worker)
        if len(task.articles) > 1:
            todo.extendleft(_Task(task.batch, task.first + n, [article]) for n, article in reversed(list(enumerate(task.articles))))
            return False
        code = worker.process.exitcode
        what = f"the process that coded it ended ({code}): out of memory, or a fault of a library"
        codings, failures = [Coding(task.articles[0].id)], [(0, WorkerDied(what, where=task.articles[0].id))]
        _keep(batch, task, codings, failures)
        return False
    worker.task = None
    _keep(batch, task, codings, failures)
    return True


def _keep(batch: _Batch, task: _Task, codings: list[Coding], failures: list[Failure]) -> None:
    batch.codings.update((task.first + n, coding) for n, coding in enumerate(codings))
    batch.failures.update((task.first + n, error) for n, error in failures)


def _work(pipe: Connection, parents: Connection, lexicon: Lexicon, model: str, look: bool) -> None:
    """A worker: a batch of articles in, its codings out, until the parent closes."""
    parents.close()
    gc.freeze()  # what the parent loaded stays: the collector need not walk it, nor copy its pages
    try:
        while True:
            articles: list[Article] | None = pipe.recv()
            if articles is None:
                return
            failed: list[tuple[Article, Exception]] = []
            codings = list(code_batch(articles, lexicon, model, lambda *failure: failed.append(failure), look))  # noqa: B023
            places = {id(article): n for n, article in enumerate(articles)}
            pipe.send((codings, [(places[id(article)], _sendable(error)) for article, error in failed]))
    except (EOFError, OSError, KeyboardInterrupt):
        return  # the parent has ended, or has no more


def _sendable(error: Exception) -> Exception:
    """The error, or, where it cannot go to another process, one that says the same."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - whatever a foreign error does when it is copied
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error

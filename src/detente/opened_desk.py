"""An opened desk: what a folder with settings, articles and a record can be asked. `detente.pipeline` opens and fills it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente import __version__
from detente.config import ARTICLES, Category, Config
from detente.desk_prospects import ProspectiveDesk
from detente.desk_statuses import category_weights, relation_sides, status_of, statuses_of
from detente.errors import NotFoundError
from detente.types import (
    Article,
    Assessment,
    Change,
    Coding,
    Event,
    Field,
    Forecast,
    LevelPoint,
    Neighbour,
    Status,
    StatusKind,
)

if TYPE_CHECKING:
    from detente.articles.problems import ReadProblem
    from detente.lexicon import Lexicon
    from detente.published import PublishedAnalysis
    from detente.record.decisions import Correction, Override
    from detente.record.forecast_ledger import LedgerForecast
    from detente.relations.observing import Observation
    from detente.similar.index import Index

ARTICLES_FOLDER = "articles"
PHOTOS_FOLDER = "media/published"
# What may be deleted at any time: it is made again.
DERIVED_FOLDER = ".detente"
_DECIDED = "overrides"  # what is kept of the editors' decisions
_NOTHING = object()  # None can be kept
# A desk that names no relation watches those most is told about.
UNCONFIGURED_RELATIONS = 10
CODER_LENGTH = 200  # as long as the record keeps a coder's name


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told, merged: what the statuses of a day are made of."""

    events: tuple[Event, ...]
    assessments: tuple[Assessment, ...]
    forecasts: tuple[Forecast, ...]


@dataclass
class Desk(ProspectiveDesk):
    """An opened desk: a folder with its settings, articles and record. Read methods never write.

    Corrections and overrides count from their own ``from_date`` on, so that no status uses what was decided after its day.
    """

    path: Path
    config: Config
    db: str = field(repr=False)
    _kept: dict[Any, Any] = field(default_factory=dict, repr=False)
    _made: dict[Any, tuple[Any, Any]] = field(default_factory=dict, repr=False)  # see _made_from

    # what came in

    def articles(self) -> list[Article]:
        """Every article, newest first; duplicates are marked, not hidden."""
        from detente.record.articles import load_articles

        return list(self._once("articles", lambda: load_articles(self.db)))

    def article(self, article_id: str) -> Article:
        """One article by its id. Raises NotFoundError."""
        for article in self.articles():
            if article.id == article_id:
                return article
        raise NotFoundError(f"no article {article_id!r}", where=str(self.path), hint="`detente articles --json` lists their ids")

    def problems(self) -> list[ReadProblem]:
        """Files that could not be read, notes on those that could, and articles that are not coded."""
        from detente.articles.problems import ReadProblem
        from detente.record.articles import file_states

        read = [ReadProblem(**problem) for state in file_states(self.db).values() for problem in state.problems]
        coded = self.coders()
        waiting = [article for article in self.counted() if article.id not in coded]
        return [
            *read,
            *(not_coded(article) for article in self.articles() if not self.codable(article)),
            *(ReadProblem(article.file or article.id, "is not coded yet", "type: detente run", fatal=True) for article in waiting),
            *self.missing_tables(),
        ]

    # what they tell

    def events(self) -> list[Event]:
        """Every event, merged from all mentions, corrections applied."""
        return list(self.told().events)

    def assessments(self) -> list[Assessment]:
        """Every assessment, merged, corrections applied."""
        return list(self.told().assessments)

    def forecasts(self) -> list[Forecast]:
        """Every forecast, merged, corrections applied."""
        return list(self.told().forecasts)

    def told(self, as_of: date | None = None) -> Told:
        """All that is told; with ``as_of``, by articles published up to that day and about days up to it."""
        told: Told = self._once(("told", as_of), lambda: self._load_told() if as_of is None else self.merge(as_of))
        return told

    def event(self, key: str) -> Event | Assessment | Forecast:
        """One event, assessment or forecast by its id. Raises NotFoundError."""
        told = self.told()
        rows: tuple[Event | Assessment | Forecast, ...] = (*told.events, *told.assessments, *told.forecasts)
        for row in rows:
            if row.id == key:
                return row
        raise NotFoundError(f"no event {key!r}", where=str(self.path), hint="`detente events --json` lists their ids")

    # where the relations stand

    def as_of(self, given: date | None = None) -> date:
        """``given``, else the newest article's or used table's day. Raises NotFoundError when there is neither."""
        if given is not None:
            return given
        days = [article.published.date() for article in self.articles() if article.published is not None]
        days += [state.last_day for name, state in self.tables().items() if name in self.config.tables and state.last_day]
        if not days:
            hint = f"put articles into {self.path / ARTICLES_FOLDER} and type: detente run"
            raise NotFoundError("no article with a date yet", where=str(self.path), hint=hint)
        return max(days)

    def statuses(self, as_of: date) -> list[Status]:
        """The machine's statuses with the editors' overrides: categories first, then relations, each for every source it rests on."""
        return self._overruled(self.machine_statuses(as_of), as_of)

    def machine_statuses(self, as_of: date) -> list[Status]:
        """What the machine says as of a day: from the record if this very version has said it, else kept from an earlier call, else
        computed."""
        from detente.record.derived import load_statuses
        from detente.record.kept_days import keep_day, load_day

        def make() -> list[Status]:
            stored = load_statuses(self.db, self.status_version(), as_of)
            if stored:
                return stored
            folder, version = self.path / DERIVED_FOLDER, self.day_version(as_of)
            kept = load_day(folder, as_of, version)
            if kept is None:
                kept = self.compute_statuses(as_of)
                keep_day(folder, as_of, version, kept)
            return kept

        return list(self._once(("statuses", as_of), make))

    def status(self, name: str, as_of: date, source: str = "") -> Status:
        """The status of a category (by name or slug) or of any relation, watched or not. source: ARTICLES or a table; by default the first
        it rests on. Raises NotFoundError."""
        source = source or self.sources_of(name)[0]
        found = {status.source: status for status in self.statuses_from(name, as_of)}
        if source in found:
            return found[source]
        if source not in self.sources():
            raise NotFoundError(f"no source {source!r}", where=str(self.path), hint=f"one of: {', '.join(self.sources())}")
        category = self.category(name)
        if category is not None:
            raise NotFoundError(f"{category.name!r} does not rest on {source!r}", hint="name it as a source in detente.toml")
        return status_of(self.config, relation_sides(name), source, self.observed(source, [relation_sides(name)], as_of), as_of)

    def statuses_from(self, name: str, as_of: date) -> list[Status]:
        """The statuses of a category or of any relation, one for each source it rests on. Raises NotFoundError."""
        category = self.category(name)
        key = ("category", category.name) if category else ("relation", "-".join(relation_sides(name)))
        found = [status for status in self.machine_statuses(as_of) if (status.kind, status.name) == key]
        if not found and category is None:
            sides = relation_sides(name)
            there = [s for s in self.config.sources_of(sides) if s in self.sources()]
            found = [status_of(self.config, sides, s, self.observed(s, [sides], as_of), as_of) for s in there]
        if not found:
            raise NotFoundError(f"{name!r} rests on a table that is not imported", where=str(self.path), hint="type: detente import")
        return self._overruled(found, as_of)

    def category(self, name: str) -> Category | None:
        """The category of that name or slug, now or formerly, or None."""
        return self.config.category(name)

    def called_now(self, name: str) -> str:
        """A category's name of today; ``name`` itself where the desk has no such category."""
        category = self.category(name) if name else None
        return category.name if category else name

    def watched(self, as_of: date) -> tuple[tuple[str, str], ...]:
        """The relations of detente.toml; if it names none, those most is told about."""
        if self.config.watched():
            return self.config.watched()
        told = Counter((o.sides[0], o.sides[-1]) for o in self.observations(as_of))
        return tuple(sides for sides, _ in sorted(told.items(), key=lambda item: (-item[1], item[0]))[:UNCONFIGURED_RELATIONS])

    def observations(self, as_of: date, source: str = ARTICLES) -> list[Observation]:
        """What is told, as dated values between two sides; from a table, of the relations the desk watches."""
        from detente.relations.observing import observations

        if source != ARTICLES:
            return self.observed(source, self.watched(as_of), as_of)

        def make() -> list[Observation]:
            told = self.told(as_of)
            published = {a.id: a.published.date() for a in self.articles() if a.published is not None}
            return observations(told.events, told.assessments, published)

        return list(self._once(("observations", as_of), make))

    def series(self, name: str, as_of: date, source: str = "") -> list[LevelPoint]:
        """The level of a category or relation over time, as seen on ``as_of``; source as in `status`. Raises NotFoundError."""
        from detente.record.derived import load_series

        category = self.category(name)
        joined = category.name if category else "-".join(relation_sides(name))
        source = source or self.sources_of(name)[0]

        def make() -> list[LevelPoint]:
            stored = load_series(self.db, self.status_version(), as_of, joined, source)
            return self._series(joined, category, as_of, source) if stored is None else stored

        return list(self._once(("series", joined, as_of, source), make))

    def status_steps(self, name: str, as_of: date, source: str = "") -> list[tuple[date, Status]]:
        """The days on which the status of a category or relation stepped, oldest first, with the status of that day: the machine's, and
        over the first source an editor's where there is one. Raises NotFoundError."""
        from detente.record.decisions import decided_steps
        from detente.relations.status import category_status, relation_status

        machine = self.machine_steps(name, as_of, source)
        category, first = self.category(name), self.sources_of(name)[0]
        if (source or first) != first:
            return machine

        def at(day: date) -> Status:
            weights = category_weights(category) if category else [(relation_sides(name), 1.0)]
            observed, days = self.observed(first, [sides for sides, _ in weights], as_of), self.config.period_days
            if category:
                return replace(category_status(category.name, weights, observed, day, days), source=first)
            return replace(relation_status(observed, weights[0][0], day, days), source=first)

        of: tuple[StatusKind, str] = ("category", category.name) if category else ("relation", "-".join(relation_sides(name)))
        return decided_steps(machine, self.overrides(), of, as_of, at)

    def machine_steps(self, name: str, as_of: date, source: str = "") -> list[tuple[date, Status]]:
        """The days on which the machine's change stepped, overruled or not."""
        from detente.relations.status import status_steps

        category = self.category(name)
        relations = category_weights(category) if category else [(relation_sides(name), 1.0)]
        joined = category.name if category else "-".join(relations[0][0])
        source = source or self.sources_of(name)[0]
        mine, days = self.observed_alone(source, relations, as_of), self.config.period_days
        given = (mine, relations, as_of, days)
        steps = self._made_from(("steps", joined, source), given, lambda: status_steps(joined, relations, mine, as_of, days))
        return [(day, replace(status, source=source)) for day, status in steps]

    def trends(self, as_of: date, days: int = 28) -> list[Status]:
        """What moved most over the last ``days``, largest change first: of all relations the articles tell of; of a desk whose first source
        is a table, of those it watches."""
        from detente.relations.status import trends

        source = next((s for s in self.config.source if s in self.sources()), ARTICLES)
        moved = self._once(("trends", as_of, days), lambda: trends(self.observations(as_of, source), None, as_of, days))
        return [replace(status, source=source) for status in moved]

    # what is like what

    def similar(self, article_id: str, kind: str = "story", top: int = 5) -> list[Neighbour]:
        """Articles like this one. kind: "story" (the same happening) or "situation" (the same kind of happening). Raises NotFoundError."""
        self.article(article_id)
        index: Index = self._once("index", self._index)
        return index.similar(article_id, kind, top)

    def like(self, title: str, text: str, day: date | None, kind: str = "story", top: int = 5) -> list[Neighbour]:
        """Articles like a text that is not one of the desk's, such as an analysis being written. kind: as in `similar`."""
        from detente.similar.documents import SimilarDoc
        from detente.similar.draft import index_with

        draft = SimilarDoc("", title, text, day)
        digest = _digest([title, text, str(day)])
        kept = self._kept.get("draft")  # one at a time: what is being written changes
        if kept is None or kept[0] != digest:
            kept = self._kept["draft"] = (digest, index_with(self._once("index", self._index), draft))
        index: Index = kept[1]
        return index.similar(draft.id, kind, top)

    # what the desk wrote

    def analyses(self) -> list[PublishedAnalysis]:
        """The analyses that are published, newest first, each under the name its category has now."""
        from detente.record.analyses import published_analyses

        def make() -> list[PublishedAnalysis]:
            return [replace(a, category=self.called_now(a.category)) for a in published_analyses(self.db)]

        return list(self._once("analyses", make))

    def photo(self, file: str) -> bytes | None:
        """A photo of a published analysis; None where it is gone, or the name is no file's."""
        path = self.path / PHOTOS_FOLDER / file
        return path.read_bytes() if path.name == file and path.is_file() and not path.is_symlink() else None

    def ledger(self, category: str | None = None, author: str | None = None) -> list[LedgerForecast]:
        """The ledger of forecasts, newest first, each under the name its category has now; only of a category or author where given."""
        from detente.record.forecasts import forecasts_of

        every = [replace(row, category=self.called_now(row.category)) for row in forecasts_of(self.db, author=author)]
        return [row for row in every if category is None or row.category == self.called_now(category)]

    # corrections and overrides

    def corrections(self) -> list[Correction]:
        """Every correction, withdrawn ones too, oldest first."""
        from detente.record.human import corrections

        return list(self._once("corrections", lambda: corrections(self.db)))

    def overrides(self) -> list[Override]:
        """Every override, withdrawn ones too, oldest first; one of a category that was renamed since, under the name it has now."""
        from detente.record.human import overrides

        def make() -> list[Override]:
            return [replace(o, name=self.called_now(o.name)) if o.kind == "category" else o for o in overrides(self.db)]

        return list(self._once(_DECIDED, make))

    def correct(
        self, article: str, field: Field, start: int, end: int, *, action: str, user: str, reason: str,
        payload: Mapping[str, Any] | None = None, from_date: date | None = None, made_at: datetime | None = None,
    ) -> Correction:  # fmt: skip
        """Correct what was coded at a span of an article: "drop" it, "set" fields of it, or "add" an event. made_at: where several belong
        together, their one moment. Raises RecordError."""
        from detente.record.human import add_correction

        made = add_correction(
            self.db, article, field, start, end, action=action, payload=payload or {}, user=user,
            made_at=made_at or datetime.now(UTC), reason=reason, from_date=self._decided_on(from_date),
        )  # fmt: skip
        self._kept.clear()
        return made

    def override(
        self, name: str, change: Change, *, user: str, reason: str, from_date: date | None = None, until_date: date | None = None
    ) -> Override:
        """Set the change of a category or relation from a day on, with a reason. Raises RecordError, NotFoundError."""
        from detente.record.human import add_override

        category = self.category(name)
        joined = category.name if category else "-".join(relation_sides(name))
        made = add_override(
            self.db, joined, "category" if category else "relation", change, user=user, made_at=datetime.now(UTC), reason=reason,
            from_date=self._decided_on(from_date), until_date=until_date,
        )  # fmt: skip
        self._kept.pop(_DECIDED, None)
        return made

    def withdraw(self, kind: str, number: int, *, user: str = "", reason: str = "") -> None:
        """Withdraw a "correction" or an "override"; the row stays. Raises NotFoundError."""
        from detente.record.human import withdraw

        withdraw(self.db, kind, number, datetime.now(UTC), user=user, reason=reason)
        if kind == "override":
            self._kept.pop(_DECIDED, None)
        else:
            self._kept.clear()

    def decided_anew(self) -> Desk:
        """The same desk, with the editors' decisions to be read afresh: nothing that the machine computes rests on them."""
        return replace(self, _kept={key: value for key, value in self._kept.copy().items() if key != _DECIDED})

    def opened_after(self, earlier: Desk) -> Desk:
        """This desk, opened anew because its record has changed, with what an earlier opening made from parts that may not have."""
        return replace(self, _made=earlier._made)

    def supposing(
        self, corrections: Sequence[Correction] | None = None, codings: Mapping[str, Coding] | None = None, day: date | None = None
    ) -> list[Status]:
        """The machine's statuses as they would be with these corrections, or these codings, and no others: as of ``day`` (by default
        `as_of`), by the same arithmetic. Nothing is written, and this desk stays as it is."""
        supposed = Desk(self.path, self.config, self.db)
        self.articles(), self.tables(), self.lexicon(), self.overrides()
        shared = {"articles", "tables", "lexicon", "overrides"}
        mine = self._kept.copy()  # another thread may be adding to it
        supposed._kept |= {key: kept for key, kept in mine.items() if key in shared or (isinstance(key, tuple) and key[0] == "table")}
        supposed._kept["corrections"] = list(self.corrections() if corrections is None else corrections)
        supposed._kept["codings"] = dict(self.codings() if codings is None else codings)
        return supposed.compute_statuses(self.as_of(day))

    def passing(self) -> Desk:
        """The same desk for one question about another day: it shares what was read, and what it works out is forgotten with it, so that a
        server that is asked for every day there is does not keep every day in memory."""
        self.articles(), self.tables(), self.lexicon(), self.corrections(), self.overrides(), self.codings()
        shared = {k: kept for k, kept in self._kept.copy().items() if isinstance(k, str) or k[0] == "table"}
        return replace(self, _kept=shared)

    def codings(self) -> dict[str, Coding]:
        """article id -> what the coder took from it, without corrections."""
        from detente.record.derived import standing_codings

        codings: dict[str, Coding] = self._once("codings", lambda: standing_codings(self.db))
        return codings

    def coding(self, article_id: str) -> Coding:
        """What stands as told by one article: the coder's word with the corrections that stand."""
        from detente.record.decisions import apply_corrections

        return apply_corrections(self.codings().get(article_id, Coding(article_id)), self.corrections())

    def forget(self) -> None:
        """Read everything afresh from the record at the next call."""
        self._kept.clear()

    # internals

    def _once(self, key: Any, make: Callable[[], Any]) -> Any:
        found = self._kept.get(key, _NOTHING)
        if found is _NOTHING:  # asked once: another thread may forget it between two questions
            found = self._kept[key] = make()
        return found

    def _made_from(self, key: Any, given: Any, make: Callable[[], Any]) -> Any:
        """As `_once`, but kept when the record changes, too: made anew only where ``given``, all that it is made from, is another."""
        known = self._made.get(key)
        if known is None or known[0] != given:
            known = self._made[key] = (given, make())
        return known[1]

    def _decided_on(self, given: date | None) -> date:
        """The desk's own today: the newest article's day, as a decision about a desk of old articles belongs to their time."""
        try:
            return self.as_of(given)
        except NotFoundError:
            return datetime.now(UTC).date()

    def _overruled(self, statuses: Iterable[Status], as_of: date) -> list[Status]:
        """The editors' word stands over the first source of a relation or category; what other sources say stays beside it."""
        from detente.record.decisions import apply_overrides

        first = [(status, status.source == self._sources_of_status(status)[0]) for status in statuses]
        decided = iter(apply_overrides([status for status, is_first in first if is_first], self.overrides(), as_of))
        return [next(decided) if is_first else status for status, is_first in first]

    def _sources_of_status(self, status: Status) -> tuple[str, ...]:
        category = self.category(status.name) if status.kind == "category" else None
        return self.config.sources_of_category(category) if category else self.config.sources_of((status.sides[0], status.sides[-1]))

    def codable(self, article: Article) -> bool:
        return article.language in (self.config.language, "")

    def lexicon(self) -> Lexicon:
        from detente.lexicon import load_lexicon

        lexicon: Lexicon = self._once("lexicon", lambda: load_lexicon(self.config.lexicon_folders))
        return lexicon

    def coder(self) -> str:
        """What codes: version of the coder, of the lexicon, and the parser's model."""
        return coder_name(self.lexicon().version, self.config.model)

    def coders(self) -> Mapping[str, str]:
        """article id -> the coder whose coding of it counts: the one accepted for the record, or the first. So a new lexicon or version
        changes no status by being there, nor half of them while a run goes on."""
        from detente.record.derived import standing_coders

        found: Mapping[str, str] = self._once("coders", lambda: standing_coders(self.db))
        return found

    def read_coder(self) -> str:
        """The coders whose codings count, in words: one, or that of most articles first."""

        def make() -> str:
            coders, counted = self.coders(), self.counted()
            counts = Counter(coders[a.id] for a in counted if a.id in coders)
            named = sorted(counts, key=lambda coder: (-counts[coder], coder))
            if len(named) < 2:
                return named[0] if named else self.coder()
            joined = " and ".join(named)
            return joined if len(joined) <= CODER_LENGTH else f"{named[0][: CODER_LENGTH - 20]} and {len(named) - 1} others"

        return str(self._once("read coder", make))

    def waiting(self) -> int:
        """Articles that count and that are not coded yet: the next run does."""
        return len({article.id for article in self.counted()} - set(self.coders()))

    def outdated(self, present: str = "") -> int:
        """Articles that count as another coder coded them than ``present``, by default this desk's: a recoding would code them anew."""
        coders, present = self.coders(), present or self.coder()
        return sum(coders.get(article.id, present) != present for article in self.counted())

    def keeps_codings(self) -> bool:
        """Whether a run leaves what another lexicon or version has coded as it is, until a recoding is accepted: where people have judged
        or published by it. A desk where nobody has, and one whose accepted coder this is, is coded anew without asking."""
        from detente.record.derived import accepted_coder
        from detente.record.human import rests_on_statuses

        return accepted_coder(self.db) != self.coder() and rests_on_statuses(self.db)

    def told_version(self) -> str:
        """What the merged events were made from: the articles, who coded each, and the corrections that stand."""

        def make() -> str:
            coders = self.coders()
            parts = [f"{a.id} {a.published} {coders.get(a.id, '')}" for a in self.counted()]
            parts += [f"{c.id}" for c in self.corrections() if c.withdrawn is None]
            return f"{__version__} {self.read_coder()} {_digest(parts)}"

        return str(self._once("told version", make))

    def status_version(self) -> str:
        """What the statuses were made from: the merged events and the desk's categories, relations and period."""
        config = self.config
        from detente.relations import RELATIONS_VERSION

        tables = [(name, state.sha256) for name, state in self.tables().items() if name in config.tables]
        watched = _digest([repr((config.categories, config.relations, config.period_days, config.source, config.relation_source, tables))])
        return f"{self.told_version()} relations {RELATIONS_VERSION} {watched}"

    def day_version(self, day: date) -> str:
        """What the statuses of a day are made from: the articles up to it with their coders, the corrections that stood, settings, and the
        tables as imported. It does not change through articles that come in later."""
        from detente.relations import RELATIONS_VERSION

        def make() -> tuple[list[date], list[str]]:
            coders, running, days, digests = self.coders(), sha256(), list[date](), list[str]()
            dated = sorted((a.published.date(), a.id, str(a.published)) for a in self.counted() if a.published and a.id in coders)
            for published, key, moment in dated:
                running.update(f"{key} {moment} {coders[key]}\n".encode())
                days.append(published)
                digests.append(running.hexdigest()[:16])
            return days, digests

        days, digests = self._once("day digests", make)
        at = bisect_right(days, day)
        config, stood = self.config, [str(c.id) for c in self.corrections() if c.withdrawn is None and c.from_date <= day]
        settings = repr((config.categories, config.relations, config.period_days, config.language, config.source, config.relation_source))
        tables = [f"{name} {state.sha256}" for name, state in sorted(self.tables().items()) if name in config.tables]
        made_of = [digests[at - 1] if at else "", *stood, settings, *tables]
        return f"{__version__} relations {RELATIONS_VERSION} {_digest(made_of)}"

    def counted(self) -> list[Article]:
        """The articles whose events count: those that can be coded and duplicate none, in an order of their own: by id."""
        return sorted((a for a in self.articles() if a.duplicate_of is None and self.codable(a)), key=lambda a: a.id)

    def _load_told(self) -> Told:
        from detente.record.derived import derived_version, load_assessments, load_events, load_forecasts

        if derived_version(self.db) == self.told_version():
            told = Told(tuple(load_events(self.db)), tuple(load_assessments(self.db)), tuple(load_forecasts(self.db)))
            if derived_version(self.db) == self.told_version():  # else a run has put others in their place meanwhile
                return told
        return self.merge(None)

    def merge(self, as_of: date | None) -> Told:
        """Merge the codings; with ``as_of``, as one would have on that day."""
        from detente.events.merge import merge_events
        from detente.record.decisions import apply_corrections

        codings = self.codings()
        stands = [c for c in self.corrections() if c.withdrawn is None and (as_of is None or c.from_date <= as_of)]
        articles = [a for a in self.counted() if as_of is None or (a.published is not None and a.published.date() <= as_of)]
        articles.sort(key=lambda a: (a.published is None, a.published.date().isoformat() if a.published else "", a.id))

        def merged() -> tuple[list[Event], list[Assessment], list[Forecast]]:
            return merge_events(apply_corrections(codings.get(a.id, Coding(a.id)), mine.get(a.id, ())) for a in articles)

        mine: dict[str, list[Correction]] = {}
        for c in stands:
            mine.setdefault(c.article, []).append(c)
        # Of the newest day it is the same merge as of all time, and merging is what takes longest.
        whole = len(articles) == len(self.counted()) and len(stands) == sum(c.withdrawn is None for c in self.corrections())
        events, assessments, forecasts = self._once("merged", merged) if whole else merged()
        if as_of is None:
            return Told(tuple(events), tuple(assessments), tuple(forecasts))
        return Told(
            tuple(event for event in events if not _ahead(event, as_of)),
            tuple(row for row in assessments if not _ahead(row, as_of)),
            tuple(forecasts),
        )

    def compute_statuses(self, as_of: date) -> list[Status]:
        """The machine's statuses, computed afresh: categories first, then relations, each for every source it rests on."""
        return statuses_of(self.config, self.watched(as_of), self.sources(), lambda s, sides: self.observed(s, sides, as_of), as_of)

    def _index(self) -> Index:
        from detente.neighbours import desk_index, similar_docs

        articles = self.articles()
        duplicates = {article.id: article.duplicate_of for article in articles if article.duplicate_of}
        return desk_index(similar_docs(articles, self.events()), duplicates, self.config.similar_model, self.path / DERIVED_FOLDER)

    def _series(self, name: str, category: Category | None, as_of: date, source: str = ARTICLES) -> list[LevelPoint]:
        from detente.category_series import category_series
        from detente.relations.series import relation_series

        weights = category_weights(category) if category else [(relation_sides(name), 1.0)]
        mine = self.observed_alone(source, weights, as_of)

        def make() -> list[LevelPoint]:
            return category_series(weights, mine, as_of) if category else relation_series(mine, weights[0][0], as_of)

        made: list[LevelPoint] = self._made_from(("series", name, source), (mine, weights, bool(category), as_of), make)
        return made


def _ahead(row: Event | Assessment, as_of: date) -> bool:
    """Whether something is said to have happened after ``as_of``. What is planned for later may be known today."""
    return row.realis == "asserted" and row.date_start is not None and row.date_start > as_of


def coder_name(lexicon: str, model: str) -> str:
    """What codes, from the versions of the lexicon and the parser's model."""
    from detente.events import CODER_VERSION

    return f"{CODER_VERSION} lexicon {lexicon} parser {model}"


def not_coded(article: Article) -> ReadProblem:
    """The note on an article in a language the coder does not read."""
    from detente.articles.problems import ReadProblem

    what = f"language {article.language!r} is not coded yet"
    return ReadProblem(article.file or article.id, what, "the article is stored all the same", fatal=False)


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]

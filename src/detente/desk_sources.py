"""What an opened desk's statuses rest on: its articles, and the imported tables its settings name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.config import ARTICLES, Category, Config
from detente.desk_statuses import relation_sides
from detente.errors import NotFoundError
from detente.types import Status

if TYPE_CHECKING:
    from detente.articles.problems import ReadProblem
    from detente.record.tables import TableState
    from detente.relations.observing import Observation
    from detente.relations.table_observations import Behind


class SourcedDesk:
    """The part of `opened_desk.Desk` that knows imported tables."""

    path: Path
    config: Config
    db: str

    def category(self, name: str) -> Category | None:
        """The category of that name or slug, or None."""
        raise NotImplementedError

    def observations(self, as_of: date, source: str = ARTICLES) -> list[Observation]:
        """What is told, as dated values between two sides."""
        raise NotImplementedError

    def _once(self, key: Any, make: Callable[[], Any]) -> Any:
        raise NotImplementedError

    def _made_from(self, key: Any, given: Any, make: Callable[[], Any]) -> Any:
        raise NotImplementedError

    def tables(self) -> dict[str, TableState]:
        """Every imported table by name, used by the desk or not."""
        from detente.record.tables import table_states

        return dict(self._once("tables", lambda: table_states(self.db)))

    def sources(self) -> tuple[str, ...]:
        """What statuses can rest on: the articles, and the tables of detente.toml that are imported."""
        return (ARTICLES, *(name for name in self.config.tables if name in self.tables()))

    def missing_tables(self) -> list[ReadProblem]:
        """A problem for each table of detente.toml that is not imported."""
        from detente.articles.problems import ReadProblem

        hint = "type: detente import FORMAT FILE --name {}"
        missing = [name for name in self.config.tables if name not in self.tables()]
        return [ReadProblem(f"table {name}", "is not imported", hint.format(name), fatal=True) for name in missing]

    def sources_of(self, name: str) -> tuple[str, ...]:
        """What a category or relation rests on. Raises NotFoundError."""
        category = self.category(name)
        return self.config.sources_of_category(category) if category else self.config.sources_of(relation_sides(name))

    def observed(self, source: str, relations: Sequence[tuple[str, str]], as_of: date) -> list[Observation]:
        """The observations of some relations from a source. Of a table the rows of each relation are read once. Raises NotFoundError."""
        if source == ARTICLES:
            return self.observations(as_of)
        return [o for sides in dict.fromkeys(relations) for o in self._from_table(source, sides)]

    def observed_alone(self, source: str, relations: Sequence[tuple[tuple[str, str], float]], as_of: date) -> list[Observation]:
        """The observations of some weighted relations from a source, and no others. Raises NotFoundError."""
        wanted = dict.fromkeys(tuple(sorted(sides)) for sides, _ in relations)
        return [o for o in self.observed(source, [(first, second) for first, second in wanted], as_of) if o.sides in wanted]

    def behind(self, status: Status) -> dict[str, Behind]:
        """What stands behind the drivers of a status that rests on a table: driver id -> rows."""
        from detente.relations.table_observations import behind, days_of

        ids = {driver.id for driver in status.drivers if driver.id}
        found: dict[str, Behind] = {}
        for sides in self._relations_of(status):
            days = days_of(self._from_table(status.source, sides))
            found |= behind(self.table_parts(status.source), sides, [(id, days[id]) for id in sorted(ids & set(days))])
        return found

    def last_behind(self, status: Status) -> Behind | None:
        """What stands behind the latest observation of a status that rests on a table, by its day."""
        from detente.relations.table_observations import behind

        latest = [o for sides in self._relations_of(status) for o in self._from_table(status.source, sides) if o.day <= status.as_of]
        if not latest:
            return None
        one = max(latest, key=lambda o: (o.day, o.id))
        return behind(self.table_parts(status.source), one.sides, [(one.id, one.day)]).get(one.id)

    def find_behind(self, key: str) -> Behind | None:
        """What stands behind the observation whose id is or begins with ``key``, in the tables the desk uses and the relations it watches.
        Raises NotFoundError where several do."""
        from detente.relations.table_observations import behind

        found = {
            (source, o.sides, o.id, o.day)
            for source in self.sources()
            if source != ARTICLES
            for sides in self.config.watched()
            for o in self._from_table(source, sides)
            if o.id.startswith(key)
        }
        if len({id for _, _, id, _ in found}) > 1:
            raise NotFoundError(f"{len(found)} ids begin with {key!r}", hint="give more of it")
        for source, sides, id, day in sorted(found):
            return behind(self.table_parts(source), sides, [(id, day)]).get(id)
        return None

    def _relations_of(self, status: Status) -> list[tuple[str, str]]:
        category = self.category(status.name) if status.kind == "category" else None
        return [r.sides for r in category.relations] if category else [(status.sides[0], status.sides[-1])]

    def _from_table(self, source: str, sides: tuple[str, str]) -> list[Observation]:
        from detente.relations.table_observations import table_observations

        return list(self._once(("table", source, sides), lambda: table_observations(self.table_parts(source), sides)))

    def table_parts(self, source: str) -> list[Path]:
        """The Parquet files of an imported table. Raises NotFoundError, TableError."""
        from detente.desk_tables import parts_of

        state = self.tables().get(source)
        if state is None:
            hint = f"type: detente import FORMAT FILE --name {source}"
            raise NotFoundError(f"the table {source!r} is not imported", where=str(self.path), hint=hint)
        return parts_of(self.path, state)

"""Where an opened desk's relations have turned, how they move and what is to be expected: each from a relation's first source."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.config import ARTICLES
from detente.desk_sources import SourcedDesk
from detente.desk_statuses import category_weights, relation_sides
from detente.types import Finding, Outlook, Status, TurningPoint

if TYPE_CHECKING:
    from detente.relations.counterfactual import Needed
    from detente.relations.distance import Distance
    from detente.relations.observing import Observation, Sides
    from detente.relations.roll_up import Part


class ProspectiveDesk(SourcedDesk):
    """The part of `opened_desk.Desk` that looks along the line, back and ahead."""

    def watched(self, as_of: date) -> tuple[Sides, ...]:
        """The relations of detente.toml; if it names none, those most is told about."""
        raise NotImplementedError

    def category_trends(self, as_of: date, days: int = 28) -> list[tuple[Status, list[Part]]]:
        """Each category's status over the last ``days`` with the parts its relations have in the change, largest change first."""
        from detente.relations.roll_up import parts_of
        from detente.relations.status import category_status, change_of

        def make() -> list[tuple[Status, list[Part]]]:
            out = []
            for category in self.config.categories:
                weights, observed = category_weights(category), self.observed_of(category.name, as_of)
                out.append((category_status(category.name, weights, observed, as_of, days), parts_of(weights, observed, as_of, days)))
            return sorted(out, key=lambda row: (-abs(change_of(row[0])), row[0].name))

        return list(self._once(("category trends", as_of, days), make))

    def turning_points(self, name: str, as_of: date, source: str = "") -> list[TurningPoint]:
        """The turns of a category or relation up to ``as_of``, found and dated, oldest first. Raises NotFoundError."""
        from detente.relations.turning_points import turning_points

        joined, relations, days = self._joined(name), self._weights(name), self.config.period_days
        mine = self.observed_alone(source or self._first(name), relations, as_of)
        given = (mine, relations, as_of, days)
        return list(self._made_from(("turns", joined, source), given, lambda: turning_points(joined, relations, mine, as_of, days)))

    def outlook(self, name: str, as_of: date) -> Outlook:
        """What is to be expected of a category (by name or slug) or of any relation, watched or not. Raises NotFoundError."""
        joined, kind = self._joined(name), "category" if self.category(name) else "relation"
        for outlook in self.outlooks(as_of):
            if (outlook.kind, outlook.name) == (kind, joined):
                return outlook
        from detente.desk_outlooks import desk_outlooks

        observed, sides, days = self.observed_of(name, as_of), relation_sides(name), self.config.period_days
        alone: Outlook = self._once(("outlook", joined, as_of), lambda: desk_outlooks((), [sides], observed, as_of, days)[0])
        return alone

    def outlooks(self, as_of: date) -> list[Outlook]:
        """What is to be expected of every category and watched relation: categories first, those of one source learned together."""
        from detente.desk_outlooks import desk_outlooks

        def make() -> list[Outlook]:
            made: dict[tuple[str, str], Outlook] = {}
            names = [*(c.name for c in self.config.categories), *("-".join(sides) for sides in self.watched(as_of))]
            firsts = {name: self._first(name) for name in names}
            for source in dict.fromkeys(firsts.values()):
                categories = [c for c in self.config.categories if firsts[c.name] == source]
                watched = [sides for sides in self.watched(as_of) if firsts["-".join(sides)] == source]
                needed = [*watched, *(sides for c in categories for sides, _ in category_weights(c))]
                observed = self.observed(source, needed, as_of)
                for outlook in desk_outlooks(categories, watched, observed, as_of, self.config.period_days):
                    made[outlook.kind, outlook.name] = outlook
            return sorted(made.values(), key=lambda o: (o.kind != "category", names.index(o.name)))

        return list(self._once(("outlooks", as_of), make))

    def findings(self, name: str, as_of: date, source: str = "") -> list[Finding]:
        """Inertia, reciprocity, spiral and third parties of a relation, each in a sentence; of a category, none. Raises NotFoundError."""
        from detente.desk_dynamics import desk_findings

        if self.category(name):
            return []
        sides, rests = relation_sides(name), source or self._first(name)

        def make() -> list[Finding]:
            others = self.observations(as_of, rests)
            mine = others if any(o.sides == sides for o in others) else [*others, *self.observed(rests, [sides], as_of)]
            return desk_findings(mine, sides, as_of)

        return list(self._once(("findings", sides, as_of, rests), make))

    def what_would_change(self, name: str, as_of: date, source: str = "") -> list[Needed]:
        """The evidence that would take the status of a relation or category across each line. Raises NotFoundError."""
        from detente.relations.counterfactual import what_would_change, what_would_change_category

        weights, days = self._weights(name), self.config.period_days
        mine = self.observed_alone(source or self._first(name), weights, as_of)

        def make() -> list[Needed]:
            if len(weights) == 1:  # a category of one relation has that relation's status
                return what_would_change(mine, weights[0][0], as_of, days)
            return what_would_change_category(mine, weights, as_of, days)

        return list(self._made_from(("would change", self._joined(name), source), (mine, weights, as_of, days), make))

    def counterfactuals(self, name: str, as_of: date, source: str = "") -> list[str]:
        """The same in sentences."""
        from detente.relations.counterfactual import needed_sentences
        from detente.relations.status import category_status

        rows, observed = self.what_would_change(name, as_of, source), self.observed_of(name, as_of, source)
        return needed_sentences(category_status(self._joined(name), self._weights(name), observed, as_of, self.config.period_days), rows)

    def observed_of(self, name: str, as_of: date, source: str = "") -> list[Observation]:
        """The observations of a category's relations or of a relation, from ``source`` or its first. Raises NotFoundError."""
        return self.observed(source or self._first(name), [sides for sides, _ in self._weights(name)], as_of)
    def distances(self, status: Status) -> list[Distance]:
        """How far the machine's status of a relation or category is from each of the others, by the source it rests on."""
        from detente.desk_dynamics import desk_distances

        weights = self._weights(status.name) if status.kind == "category" else [(relation_sides(status.name), 1.0)]
        observed = self.observed(status.source, [sides for sides, _ in weights], status.as_of)
        return desk_distances(observed, weights, status, self.config.period_days)

    def _first(self, name: str) -> str:
        """The first source of a category or relation that is there."""
        return next((s for s in self.sources_of(name) if s in self.sources()), ARTICLES)

    def _weights(self, name: str) -> list[tuple[Sides, float]]:
        category = self.category(name)
        return category_weights(category) if category else [(relation_sides(name), 1.0)]

    def _joined(self, name: str) -> str:
        category = self.category(name)
        return category.name if category else "-".join(relation_sides(name))

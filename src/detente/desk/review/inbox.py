"""The inbox: articles by what is still to be looked at, then by how much they could move a status."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from detente.desk.review.codings import reviewed_article, state_of
from detente.desk.review.weighing import shares_in, weigh
from detente.pages.article import rows_of
from detente.pages.material import Material
from detente.pages.rows import source_of
from detente.pages.wording import one_line, sort_moment
from detente.record.decisions import Correction, Review
from detente.types import Coding

if TYPE_CHECKING:
    from detente.opened_desk import Desk


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An article in the inbox. state: see `codings.state_of`; by: who reviewed it, if anybody did; points: see weighing.py."""

    id: str
    title: str
    source: str
    published: datetime | None
    coded: int
    points: float
    state: str
    by: str
    when: datetime | None


def inbox_rows(desk: Desk, material: Material, reviews: list[Review]) -> list[InboxRow]:
    """Every article that counts, not reviewed first, then by points, then newest first."""
    shares = shares_in(desk.machine_statuses(material.as_of))
    touched: dict[str, list[Review | Correction]] = defaultdict(list)
    decisions: list[Review | Correction] = [*reviews, *(c for c in desk.corrections() if c.withdrawn is None)]
    for decision in decisions:
        touched[decision.article].append(decision)
    machine = desk.codings()
    counted, rows = {article.id for article in desk.counted()}, list[InboxRow]()
    for article in material.articles:
        if article.id not in counted:
            continue
        coded, state = rows_of(material, article), state_of(None, False, (), False)
        mine = touched.get(article.id)
        if mine:
            state = reviewed_article(
                material, article, machine.get(article.id, Coding(article.id)), desk.coding(article.id), desk.corrections(), reviews, shares
            ).state
        last = max(mine or (), key=lambda d: d.made_at, default=None)
        rows.append(
            InboxRow(
                article.id, one_line(article.title) or "Untitled", source_of(article), article.published, len(coded),
                weigh(coded, shares), state, last.user if last else "", last.made_at if last else None,
            )
        )  # fmt: skip
    rows.sort(key=lambda row: (sort_moment(row.published), row.id), reverse=True)
    rows.sort(key=lambda row: (row.state == "reviewed", -round(row.points, 2)))
    return rows

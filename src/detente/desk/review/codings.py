"""What is told in one article, as a reviewer sees it: each thing with its places here, its shares, and what was decided about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from detente.desk.review.weighing import Share
from detente.pages.article import Coded, coded_row, marked_text, rows_of
from detente.pages.material import Material
from detente.pages.parts import CodedRow, MarkKind, TextSpan
from detente.record.decisions import Correction, Review, aim_of, coding_digest, likeness, rows_in
from detente.types import Article, Coding, Event, Mention

_BY_CORRECTION = re.compile(r"correction (\d+)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the article that tells of a thing, and how it reads there (`aim_of`)."""

    mention: Mention
    aim: str


@dataclass(frozen=True, slots=True)
class Item:
    """A thing told in the article. own: as it is told here; row: that for the page, under the merged row's anchor; told: the merged row, as
    all articles tell it, which is what counts in statuses; others: how many other articles tell of it.

    corrected: the corrections it is made of, latest last; accepted: the review that let it stand, if any.
    """

    row: CodedRow
    own: Coded
    told: Coded
    spots: tuple[Spot, ...]
    shares: tuple[Share, ...]
    others: int
    corrected: tuple[Correction, ...]
    accepted: Review | None

    @property
    def decided(self) -> bool:
        """Whether somebody has looked at it."""
        return bool(self.corrected) or self.accepted is not None

    @property
    def correctable(self) -> bool:
        """Whether fields of it can be set: an event's."""
        return isinstance(self.own, Event)

    @property
    def counts_as(self) -> Event | None:
        """The merged event, where it counts otherwise than it is told here: another day, class or realis."""
        own, told = self.own, self.told
        if not isinstance(own, Event) or not isinstance(told, Event):
            return None
        same = all(getattr(own, key) == getattr(told, key) for key in ("plover", "mode", "realis", "date_start", "date_end"))
        return None if same else told


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article on the review page. done: the review of the whole article that stands; outdated: it was coded otherwise since."""

    article: Article
    title: tuple[TextSpan, ...]
    paragraphs: tuple[tuple[TextSpan, ...], ...]
    legend: tuple[MarkKind, ...]
    items: tuple[Item, ...]
    rejected: tuple[Correction, ...]
    done: Review | None
    outdated: bool

    @property
    def state(self) -> str:
        """One of the words of `state_of`."""
        return state_of(self.done, self.outdated, [item.decided for item in self.items], bool(self.rejected))


def state_of(done: Review | None, outdated: bool, decided: Sequence[bool], rejected: bool) -> str:
    """ "reviewed": the article as a whole was, or each thing in it; "coded otherwise since"; "begun"; "new"."""
    if done and not outdated:
        return "reviewed"
    if decided and all(decided):
        return "reviewed"
    if outdated:
        return "coded otherwise since"
    return "reviewed" if rejected and not decided else "begun" if rejected or any(decided) else "new"


def reviewed_article(
    material: Material,
    article: Article,
    machine: Coding,
    coding: Coding,
    corrections: Sequence[Correction],
    reviews: Sequence[Review],
    shares: Mapping[str, Sequence[Share]],
) -> Reviewed:
    """Everything about one article. machine: its coding as the coder left it; coding: with corrections; both others: all that stand."""
    rows = rows_of(material, article)
    mine = [c for c in corrections if c.article == article.id and c.withdrawn is None]
    seen = [r for r in reviews if r.article == article.id]
    local = rows_in(coding)
    items = tuple(_item(material, article.id, n, row, local, mine, seen, shares) for n, row in enumerate(rows, 1))
    text = marked_text(material, article, rows, True)
    done = next((r for r in reversed(seen) if not r.aim), None)
    rejected = tuple(c for c in mine if c.action == "drop")
    outdated = done is not None and done.coding != coding_digest(machine)
    return Reviewed(article, text.title, text.paragraphs, text.legend, items, rejected, done, outdated)


def _item(
    material: Material,
    article: str,
    number: int,
    row: Coded,
    local: Sequence[Coded],
    corrections: Sequence[Correction],
    reviews: Sequence[Review],
    shares: Mapping[str, Sequence[Share]],
) -> Item:
    spots, here, made_of = list[Spot](), list[Coded](), set[int]()
    for mention in dict.fromkeys(m for m in row.mentions if m.article == article):
        found = _alike(row, [other for other in local if mention in other.mentions]) or row
        here.append(found)
        spots.append(Spot(mention, aim_of(found)))
        made_of |= {int(n) for n in _BY_CORRECTION.findall(found.rule)}
    own = max(here, key=lambda other: likeness(aim_of(other), aim_of(row)))
    accepted = [r for r in reviews if r.aim and any(_same(r, spot) for spot in spots)]
    return Item(
        row=coded_row(material, article, replace(own, id=row.id), number, {}),
        own=own,
        told=row,
        spots=tuple(spots),
        shares=tuple(shares.get(row.id, ())),
        others=len({m.article for m in row.mentions} - {article}),
        corrected=tuple(c for c in corrections if c.id in made_of),
        accepted=accepted[-1] if accepted else None,
    )


def _alike(row: Coded, found: Sequence[Coded]) -> Coded | None:
    """Of the rows at a place, the one most like the merged one."""
    same_kind = [other for other in found if type(other) is type(row)]
    return max(same_kind, key=lambda other: likeness(aim_of(other), aim_of(row)), default=None)


def _same(review: Review, spot: Spot) -> bool:
    place = (spot.mention.field, spot.mention.start, spot.mention.end)
    return (review.field, review.start, review.end) == place and review.aim == spot.aim

"""What another lexicon or version of the coder would change, shown before anybody accepts it.

    articles | code                                        > codings as the present coder makes them, in memory
    codings then, codings now | correct < corrections | merge | statuses | which differ
    accept: codings now > record; what stands on them is made anew (as at the end of a run)

Corrections hang on article and span, so they hold in both; those whose span now holds nothing, or something else, are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import NotFoundError
from detente.opened_desk import Desk
from detente.pipeline import Progress, change_over, code_in_batches, settle
from detente.status_moves import StatusMove, status_moves
from detente.types import Coding

if TYPE_CHECKING:
    from detente.articles.problems import ReadProblem
    from detente.record.decisions import Correction


@dataclass(frozen=True, slots=True)
class Recoding:
    """What recoding would change.

    before, after: the coders ("" before where nothing was coded). codings: as the present coder makes them. differ: ids of the articles
    in which something else is told now. moves: the statuses that would differ, as of the desk's newest day. lost: corrections that stand
    but find nothing at their span; otherwise: those that find something else there than what they were made for. failed: articles the
    coder broke on; they would count for nothing.
    """

    before: str
    after: str
    codings: Mapping[str, Coding]
    differ: tuple[str, ...]
    moves: tuple[StatusMove, ...]
    lost: tuple[Correction, ...]
    otherwise: tuple[Correction, ...]
    failed: tuple[ReadProblem, ...]

    @property
    def same_coder(self) -> bool:
        """Whether the record holds what this very coder made: then there is nothing to recode."""
        return self.before == self.after


def recode(desk: Desk, progress: Progress = lambda stage, done, total: None, processes: int = 1, keep: bool = False) -> Recoding:
    """Code every article that counts by the present lexicon and version and compare. keep: store the new codings beside those that stand,
    which go on counting; without it nothing is written. Raises ParserError, LexiconError, RecordError."""
    from detente.record.derived import load_codings, save_codings

    desk.forget()
    before, after = desk.read_coder() if desk.coders() else "", desk.coder()
    then = desk.codings()
    counted = desk.counted()
    now = load_codings(desk.db, after)
    failed: list[ReadProblem] = []
    for codings, problems in code_in_batches(desk, [a for a in counted if a.id not in now], progress, processes):
        now |= {coding.article: coding for coding in codings}
        failed += problems
    if keep:  # at the end: whoever reads the record meanwhile need not read it anew each time
        save_codings(desk.db, after, [coding for article, coding in now.items() if article in then])
    lost, otherwise = astray(desk.corrections(), {a.id: now.get(a.id, Coding(a.id)) for a in counted})
    return Recoding(
        before, after, now, _differing(then, now, [a.id for a in counted]), tuple(_moves(desk, then, now)), lost, otherwise, tuple(failed)
    )


def accept(desk: Desk, recoding: Recoding) -> None:
    """Store a recoding and make anew what stands on it. Corrections stay as they are. Raises RecordError."""
    from detente.record.derived import save_codings

    save_codings(desk.db, recoding.after, recoding.codings.values())
    change_over(desk)
    settle(desk)


def astray(corrections: Iterable[Correction], codings: Mapping[str, Coding]) -> tuple[tuple[Correction, ...], tuple[Correction, ...]]:
    """(corrections that find nothing at their span, or no longer their article; those that find only something else there).

    codings: of the articles that count. Each correction is looked at as it comes to be applied: after those made before it.
    """
    from detente.record.decisions import AIM, aim_of, apply_corrections, meant, rows_in

    lost: list[Correction] = []
    otherwise: list[Correction] = []
    done: dict[str, list[Correction]] = {}
    for correction in sorted(corrections, key=lambda c: (c.made_at, c.id)):
        if correction.withdrawn is not None:
            continue
        coding, earlier = codings.get(correction.article), done.setdefault(correction.article, [])
        if coding is None:
            lost.append(correction)
        elif correction.action != "add":
            rows = rows_in(apply_corrections(coding, earlier))
            found, aim = meant(rows, correction), correction.payload.get(AIM)
            if not found:
                lost.append(correction)
            elif aim and all(aim_of(rows[n]) != aim for n in found):
                otherwise.append(correction)
        earlier.append(correction)
    return tuple(lost), tuple(otherwise)


def _differing(then: Mapping[str, Coding], now: Mapping[str, Coding], articles: Sequence[str]) -> tuple[str, ...]:
    from detente.record.decisions import coding_digest

    return tuple(a for a in articles if coding_digest(then.get(a, Coding(a))) != coding_digest(now.get(a, Coding(a))))


def _moves(desk: Desk, then: Mapping[str, Coding], now: Mapping[str, Coding]) -> list[StatusMove]:
    try:
        day = desk.as_of()
    except NotFoundError:
        return []
    return status_moves(desk.supposing(codings=then, day=day), desk.supposing(codings=now, day=day))

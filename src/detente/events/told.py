"""One sentence -> the events it tells of: every clause and event noun governed, the outermost kept, with realis and speaker clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from detente.clauses.tokens import Clause
from detente.events.background import is_background
from detente.events.nouns import find_noun_candidates
from detente.events.operators import DECIDING, Governed, Rejected, demanded, govern
from detente.events.plausible import first_word
from detente.events.realis import noun_state, state
from detente.events.scene import Scene
from detente.events.settle import goes_nowhere, settle, shifted
from detente.events.sides import Candidate, base
from detente.events.topics import topics_of
from detente.lexicon import sector_groups, split_code
from detente.types import Realis

# A noun under one of these is what someone wants, denies or blames, not what was told as done.
_HOLDING_BACK = DECIDING | {"wish", "plan", "deny", "cease", "attempt", "fail"}
# Classes whose objects and complements tell of what is wanted, promised or refused.
_HOLDING = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE"})
_FIRMS = frozenset({"BUS", "MNC"})
_CLAUSE_ENDS = ("ROOT", "relcl", "ccomp")


@dataclass(frozen=True, slots=True)
class Told:
    """An event a sentence tells of. clause: None where a noun tells it. speaker_clause: the speech verb over it."""

    candidate: Candidate
    realis: Realis
    clause: Clause | None
    speaker_clause: Clause | None
    note: str


def told_events(scene: Scene, reject: Callable[[int, str], None]) -> list[Told]:
    """Events in word order of their clauses, then those of nouns. reject: called with the token and the reason for what is none."""
    if _is_sport(scene):
        reject(0, "sport")
        return []
    governed, silenced = _governed(scene, reject)
    out: list[Told] = []
    inside: set[int] = set()
    holding: set[int] = set()
    used: set[int] = set()
    for found in governed:
        used.update(found.candidate.used)
    outermost = _outermost(governed, reject)
    classes = {found.top.head: scene.rules.codes[found.candidate.cameo].plover for found in outermost}
    for found in outermost:
        head = found.clause.head
        background = is_background(found.top, classes[found.top.head], classes, scene)
        if background:
            reject(head, background)
            continue
        if found.candidate.content is None and (head in silenced or _is_content(found.clause, scene, inside, holding)):
            reject(head, "stands in the content of an outer event")
            continue
        if found.candidate.content is not None and found.candidate.content_head is not None:
            inside.add(found.candidate.content_head)
            inside.add(found.clause.head)
            inside.discard(found.top.head)
        elif scene.rules.codes[found.candidate.cameo].plover in _HOLDING:
            holding.add(head)
        stated = state(found, scene)
        if isinstance(stated, str):
            reject(head, stated)
            continue
        stated_candidate, realis = stated
        candidate = shifted(settle(stated_candidate, scene), first_word(found.clause), scene)
        if candidate is None or goes_nowhere(candidate):
            reject(head, "at home this is no event")
            continue
        if _is_business(candidate):
            reject(head, "business between firms")
            continue
        out.append(Told(candidate, realis, found.clause, found.speaker_clause, found.note))
    for candidate in find_noun_candidates(scene, used):
        said = _noun_state(candidate, scene)
        if said not in ("asserted", "planned", "possible", "denied"):
            reject(candidate.head, said)
            continue
        settled = shifted(settle(candidate, scene), "", scene)
        if settled is None or any(_tells_the_same(t.candidate, settled, scene) for t in out) or _is_theirs(settled, out, scene):
            reject(candidate.head, "told by a verb already")
            continue
        out.append(Told(settled, said, None, None, candidate.rule))  # type: ignore[arg-type]
    return out


def _tells_the_same(a: Candidate, b: Candidate, scene: Scene) -> bool:
    codes = scene.rules.codes
    sides = [{base(c) for c in (*x.actors, *x.recipients)} for x in (a, b)]
    return codes[a.cameo].plover == codes[b.cameo].plover and (sides[1] <= sides[0] or sides[0] <= sides[1])


def _is_business(candidate: Candidate) -> bool:
    sides = [sector_groups(split_code(c)[1]) for c in (*candidate.actors, *candidate.recipients)]
    return len(sides) > 1 and all(s and set(s) <= _FIRMS for s in sides)


def _is_theirs(candidate: Candidate, out: list[Told], scene: Scene) -> bool:
    """Whether fighting placed only by a country is the fight that a verb of the sentence has told with its sides."""
    if not candidate.actors or candidate.actors != candidate.recipients or scene.rules.codes[candidate.cameo].plover != "ASSAULT":
        return False
    return any(scene.rules.codes[t.candidate.cameo].plover == "ASSAULT" and t.candidate.actors for t in out)


def _governed(scene: Scene, reject: Callable[[int, str], None]) -> tuple[list[Governed], set[int]]:
    found: list[Governed] = []
    silenced: set[int] = set()
    for clause in scene.clauses.values():
        demand = demanded(clause, scene)
        if demand is not None:
            top = scene.clauses[demand.head]
            found.append(Governed(demand, clause, top, top, False, demand.rule))
            continue
        result = govern(clause, scene)
        if isinstance(result, Rejected):
            reject(clause.head, result.why)
            if result.silenced is not None:
                silenced.add(result.silenced)
        else:
            found.append(result)
    return found, silenced


def _outermost(governed: list[Governed], reject: Callable[[int, str], None]) -> list[Governed]:
    """One event for each deciding verb: with its content where it has one, else by its bare code."""
    by_top: dict[int, list[Governed]] = {}
    for found in governed:
        by_top.setdefault(found.top.head, []).append(found)
    out = []
    for head, group in by_top.items():
        full = [g for g in group if g.clause.head != head]
        bare = [g for g in group if g.clause.head == head]
        kept = full[0] if full else bare[0]
        if full and bare and not kept.candidate.recipients:
            kept = replace(kept, candidate=replace(kept.candidate, recipients=bare[0].candidate.recipients))
        out.append(kept)
        for other in group:
            if other is not kept:
                reject(other.clause.head, "told within the event of the verb above it")
    return out


def _is_sport(scene: Scene) -> bool:
    return any("sport" in topics_of(scene.s, t.i, scene.rules) for t in scene.s.tokens if t.pos == "NOUN")


def _is_content(clause: Clause, scene: Scene, inside: set[int], holding: set[int]) -> bool:
    """Whether a clause hangs on the content of an outer event as its complement or beside it, or is what a demand or refusal is about."""
    current: Clause | None = clause
    for _ in range(8):
        if current is None:
            return False
        if current.head in inside:
            return True
        held = current.link in ("xcomp", "ccomp", "pcomp") or (current.link == "acl" and current.mark in ("to", "that"))
        if held and current.governor in holding:
            return True
        if current.link not in ("xcomp", "ccomp", "pcomp", "conj", "advcl", "acl") or current.governor is None:
            return False
        current = scene.clauses.get(current.governor)
    return False


def _noun_state(candidate: Candidate, scene: Scene) -> str:
    s, rules = scene.s, scene.rules
    i = candidate.head
    while s.tokens[i].head != i:
        i = s.tokens[i].head
        if any(o.kind == "plan" for o in rules.operators.get(s.tokens[i].lemma.lower(), ())) and s.tokens[candidate.head].head == i:
            return "planned"
        if any(o.kind in _HOLDING_BACK and (not o.forms or "noun" in o.forms) for o in rules.operators.get(s.tokens[i].lemma.lower(), ())):
            return f"governed by {s.tokens[i].text!r}"
        if i in scene.clauses and scene.clauses[i].link in _CLAUSE_ENDS:
            break
    return noun_state(candidate.head, scene)

"""Who stands in a slot of a clause: subject, object, inside the object, a preposition, or the clause it governs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.clauses.tokens import Clause, Sentence
from detente.events.actor_words import BORDERS
from detente.events.actors import Actor
from detente.events.pronouns import owned_by_pronoun
from detente.events.scene import Scene
from detente.events.topics import object_topics

_ORGANISED = ("IGO", "NGO", "IMG", "MNC")
# Nouns of violence: what stands in, at or on them is where it struck.
_HAPPENINGS = frozenset({"attack", "killing", "clash", "riot", "strike"})
# Where the governed clause names whom a promise or a demand is about, best first.
_GOVERNED_SLOTS = ("obj", "ind", "to", "with", "for", "against", "from", "on", "in-obj", "in", "into", "over", "of", "by")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible event before realis, date and speaker. head: token of the predicate; used: tokens of nouns that the rule consumed.
    content: CAMEO code of what an operator governs, at content_head."""

    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reciprocal: bool
    head: int
    rule: str
    used: tuple[int, ...] = ()
    content: str | None = None
    content_head: int | None = None


def base(code: str) -> str:
    """Country or organisation of a code, without sectors."""
    return code[:6] if code[:3] in _ORGANISED else code[:3]


def distinct(codes: Iterable[str]) -> tuple[str, ...]:
    """One code a country, the first kept."""
    out: dict[str, str] = {}
    for code in codes:
        out.setdefault(base(code), code)
    return tuple(out.values())


def codes_of(actors: Iterable[Actor]) -> tuple[str, ...]:
    """Distinct codes of actors."""
    return distinct(a.code for a in actors)


def abroad(codes: Iterable[str], own: Iterable[str]) -> tuple[str, ...]:
    """Codes that are not of the actors' own country or organisation."""
    mine = set(map(base, own))
    return tuple(c for c in codes if base(c) not in mine)


def is_national(code: str) -> bool:
    """Whether a code is a country's, not an organisation's."""
    return code[:3] not in _ORGANISED


def home(actors: Iterable[str]) -> tuple[str, ...]:
    """The actors' own countries."""
    return tuple(dict.fromkeys(a[:3] for a in actors if is_national(a)))


def slot_heads(clause: Clause, s: Sentence, name: str) -> list[int]:
    """Tokens in a prepositional slot of the clause or of its object ("sanctions *on Russia*")."""
    heads = list(clause.heads(f"prep:{name}"))
    described = [clause.predicate] if clause.predicate is not None else []  # "due in Ottawa", "critical of Moscow"
    stack = [*described, *clause.heads("object"), *(a.head for a in clause.arguments if a.role.startswith("prep:"))]
    depth = 0
    while stack and depth < 12:
        o = stack.pop(0)
        depth += 1
        for p in s.children[o]:
            if s.tokens[p].dep in ("prep", "agent") and s.lower[p] != "according":
                pobj = [k for k in s.children[p] if s.tokens[k].dep == "pobj"]
                if not pobj and s.lower[p] == name:  # "support for Russia acting as a mediator"
                    pobj = [j for k in s.children[p] if s.tokens[k].dep == "pcomp" for j in s.children[k] if s.tokens[j].dep == "nsubj"]
                if s.lower[p] == name:
                    heads += pobj
                stack += pobj
                for q in s.children[p]:
                    if s.tokens[q].dep == "prep" and s.lower[q] == name:
                        heads += [k for k in s.children[q] if s.tokens[k].dep == "pobj"]
            elif s.tokens[p].dep == "acl" and s.tokens[p].tag == "VBN":  # "sanctions imposed on Eritrea", "arms sold to Mali"
                heads += [k for q in s.children[p] if s.lower[q] == name for k in s.children[q] if s.tokens[k].dep == "pobj"]
    return list(dict.fromkeys(heads))


def in_slot(clause: Clause, scene: Scene, slot: str, plain: bool = False) -> tuple[str, ...]:
    """Codes in a slot: subj, in-subj, obj, in-obj, ind, clause (the subject of what is governed), below (whoever that names) or a
    preposition. plain: without what a pronoun owns ("its troops")."""
    phrases, s = scene.phrases, scene.s
    role = {"subj": "subject", "in-subj": "subject", "obj": "object", "in-obj": "object", "ind": "indirect"}.get(slot)
    if slot == "clause":
        return _governed_subjects(clause, scene)
    if slot == "below":
        return governed_side(clause, scene, ())
    heads = [h for h in (clause.heads(role) if role else slot_heads(clause, s, slot)) if not (plain and owned_by_pronoun(phrases, h))]
    if slot.startswith("in-"):
        return codes_of(a for h in heads for a in phrases.inner(h))
    found = codes_of(a for h in heads for a in phrases.resolve(h))
    return found if found or role else codes_of(a for h in heads for a in phrases.inner(h))


def _governed_subjects(clause: Clause, scene: Scene) -> tuple[str, ...]:
    out: list[str] = []
    for inner in scene.below.get(clause.head, ()):
        heads = [h for h in (inner.heads("subject") or inner.heads("object")) if h not in clause.heads("subject")]
        out += codes_of(a for h in heads for a in scene.phrases.resolve(h)) or codes_of(a for h in heads for a in scene.phrases.inner(h))
    return distinct(out)


def governed_side(clause: Clause, scene: Scene, own: Iterable[str]) -> tuple[str, ...]:
    """Whoever abroad the governed clauses name: "agreed to provide aid *for Romania*"."""
    mine = set(own)
    stack = list(scene.below.get(clause.head, ()))
    for inner in stack[:6]:
        stack += [c for c in scene.below.get(inner.head, ()) if c not in stack]
    for inner in stack[:6]:
        for slot in _GOVERNED_SLOTS:
            found = abroad(in_slot(inner, scene, slot), mine)
            if found:
                return found
    return ()


def doers(head: int, scene: Scene) -> tuple[str, ...]:
    """Whose a noun is: its possessor, who it is by or from, or the country named before it."""
    s, phrases = scene.s, scene.phrases
    owners = codes_of(a for k in s.children[head] if s.tokens[k].dep == "poss" for a in phrases.resolve(k))
    modifiers = distinct(
        c for k in s.children[head] if s.tokens[k].dep in ("amod", "compound", "nmod") and k < head for c in phrases.inside(k)
    )
    by = codes_of(
        a
        for p in s.children[head]
        if s.lower[p] in ("by", "from")
        for k in s.children[p]
        if s.tokens[k].dep == "pobj"
        for a in phrases.resolve(k)
    )
    return owners or by or _by_whom(head, scene) or modifiers


def _by_whom(head: int, scene: Scene) -> tuple[str, ...]:
    """ "an operation conducted by Afghan forces"."""
    s = scene.s
    done = [k for k in s.children[head] if s.tokens[k].dep == "acl" and s.tokens[k].tag == "VBN"]
    agents = [j for k in done for p in s.children[k] if s.lower[p] == "by" for j in s.children[p] if s.tokens[j].dep == "pobj"]
    return codes_of(a for j in agents for a in scene.phrases.resolve(j))


def subjects(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """Who the clause says acts: its subjects, or who stands inside them."""
    out: list[str] = []
    for head in clause.heads("subject"):
        if scene.s.tokens[head].lemma in BORDERS:
            continue  # "killed by the border"
        happening = next((i for topic, i in object_topics(scene.s, (head,), scene.rules).items() if topic in _HAPPENINGS), None)
        if happening is not None:
            found = doers(head, scene) or doers(happening, scene)  # "a bomb attack in Peshawar kills three": Peshawar did not do it
        else:
            found = codes_of(scene.phrases.resolve(head)) or codes_of(scene.phrases.inner(head)) or _by_whom(head, scene)
        out += found
    if out:
        return distinct(out)
    if clause.passive:  # "was put on notice by Gazprom": not every parser says "agent"
        return in_slot(clause, scene, "by")
    return ()

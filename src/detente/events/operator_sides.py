"""The sides of a threat, promise, refusal, demand or accusation, from the operator's own clause and from what it governs."""

from __future__ import annotations

from detente.clauses.tokens import Clause
from detente.clauses.words import words
from detente.events.rules import COOPERATIVE, Operator
from detente.events.scene import Scene
from detente.events.sides import Candidate, abroad, base, codes_of, distinct, governed_side, in_slot, is_national, subjects
from detente.events.topics import object_topics

_OBJECT_PREPS = ("prep:for", "prep:to", "prep:with", "prep:on", "prep:against", "prep:of", "prep:in")
# Where the addressee of a promise, threat or demand stands.
_ADDRESSEE = ("obj", "ind", "on", "to", "upon", "with", "from")
_GIVING = words("agree promise pledge offer volunteer undertake commit consent")
# "declined to comment": talk, not a refusal of anything asked between sides.
_TALK = words(
    """comment say speak elaborate discuss name identify confirm specify disclose reveal answer be tell explain see know think
    speculate predict look describe"""
)


def _target(clause: Clause, scene: Scene, own: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the operator addresses; the actor's own country only where nobody else is named."""
    mine: tuple[str, ...] = ()
    for slot in _ADDRESSEE:
        found = in_slot(clause, scene, slot)
        away = abroad(found, own)
        if away:
            return away
        mine = mine or tuple(c for c in found if is_national(c))
    return mine


def decide(inner: Candidate, operator: Operator, governor: Clause, governed: Clause, scene: Scene) -> Candidate | None:
    """The outer event that an operator makes of an inner one; None where it makes nothing."""
    rules, kind = scene.rules, operator.kind
    plover = rules.codes[inner.cameo].plover
    cameo = rules.contents.get((kind, plover), operator.bare or "")
    if kind == "intend" and not cameo:
        cameo = "030" if plover in COOPERATIVE else "130"
    if kind == "intend" and plover == "MOBILIZE" and governor.lemma in _GIVING:
        cameo = "0332"  # "agreed to send soldiers": help, where a vow to send them threatens
    subject = subjects(governor, scene)
    if cameo in ("", "-") or not subject:
        return None
    target = _target(governor, scene, subject)
    asked = abroad(target, subject)
    doers, others = abroad(inner.actors, subject), abroad(inner.recipients, subject)
    same = target or tuple(c for c in (*inner.recipients, *(inner.actors if inner.actors != subject else ())) if is_national(c))
    if kind in ("demand", "appeal"):
        recipients = asked or doers or others or same
    elif kind in ("accuse", "allege"):
        recipients = asked or doers or others or target or (inner.actors if inner.actors != subject else inner.recipients)
    else:
        recipients = asked or others or doers or governed_side(governor, scene, subject) or inner.recipients or target
    actors, reciprocal = subject, False
    if kind == "intend" and len(distinct(subject)) > 1 and not abroad(recipients, subject):
        recipients, reciprocal = (), True
    elif kind == "intend" and inner.reciprocal and governor.lemma in ("agree", "commit", "undertake") and len(distinct(subject)) == 1:
        recipients = recipients or others
    return Candidate(
        cameo, actors, recipients, reciprocal, governor.head, f"{governor.lemma}:{kind}({inner.rule})>{cameo}", inner.used, inner.cameo,
        inner.head,
    )  # fmt: skip


def over_noun(clause: Clause, operator: Operator, scene: Scene) -> Candidate | None:
    """An operator over an event noun: "promised aid to X", "threatened sanctions", "called for talks", "accused X of aggression"."""
    if operator.kind in ("allege", "permit", "order") or (operator.forms and "noun" not in operator.forms):
        return None
    s = scene.s
    direct = () if clause.lemma == "call" else clause.heads("object")  # to call a meeting is no appeal for one
    objects = [*direct, *(a.head for a in clause.arguments if a.role in _OBJECT_PREPS)]
    for topic, head in object_topics(s, objects, scene.rules).items():
        noun = scene.rules.nouns.get(topic)
        if noun is None:
            continue
        subject = subjects(clause, scene)
        named = abroad(codes_of(scene.phrases.inner(head)), subject)
        inner = Candidate(noun.cameo, subject, named, False, head, f"noun:{topic}", (head,))
        outer = decide(inner, operator, clause, clause, scene)
        if outer is not None:
            return outer
    return None


def bare_candidate(clause: Clause, operator: Operator, scene: Scene) -> Candidate | None:
    """An operator over something that is no event of its own, under its bare code."""
    below = scene.below.get(clause.head, ())
    if not operator.bare or operator.kind in ("allege", "order"):
        return None
    if operator.kind != "accuse" and not any(_says_something(c, clause, operator) for c in below):
        return None
    subject = subjects(clause, scene)
    if not subject:
        return None
    target = _target(clause, scene, subject)
    found = abroad(target, subject) or abroad(in_slot(clause, scene, "clause"), subject)
    if not found and operator.kind not in ("demand", "appeal", "accuse"):
        found = governed_side(clause, scene, subject)
    if not found:
        found = target or tuple(c for c in in_slot(clause, scene, "clause") if is_national(c))
    if operator.kind == "accuse" and not found:
        return None
    reciprocal = operator.kind == "intend" and len({base(c) for c in subject}) > 1 and not found
    return Candidate(operator.bare, subject, found, reciprocal, clause.head, f"{clause.lemma}:{operator.kind}>{operator.bare}")


def only_talk(clause: Clause) -> bool:
    """Whether a clause is about speaking or having, so that refusing it refuses nobody."""
    return clause.lemma.split(" ")[0] in _TALK


def _says_something(governed: Clause, clause: Clause, operator: Operator) -> bool:
    form = "ing" if governed.link == "pcomp" else "to" if governed.link == "xcomp" or governed.mark == "to" else "that"
    if operator.forms and form not in operator.forms and not (form == "that" and "base" in operator.forms):
        return False
    return operator.kind in ("intend", "refuse", "demand", "appeal", "threaten")

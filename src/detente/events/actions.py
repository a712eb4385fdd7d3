"""Clause -> candidate: which frame or rule fits a predicate and its object, and who stands on the two sides. Nothing outside counts yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from detente.clauses.tokens import Clause
from detente.clauses.words import words
from detente.events.agentless import unnamed_doers
from detente.events.crimes import is_private
from detente.events.mishaps import sounds_accidental
from detente.events.plausible import are_many, are_persons_unknown, are_several, first_word, implausible
from detente.events.pronouns import owned_by_pronoun
from detente.events.rules import Frame, Rule
from detente.events.scene import Scene
from detente.events.sides import Candidate, abroad, base, codes_of, distinct, doers, in_slot, is_national, slot_heads, subjects
from detente.events.topics import object_topics, topics_of

_CAUSES = ("following", "at", "upon", "on", "after", "under")
_ORDERS = frozenset({"request", "order", "demand", "insistence", "initiative", "instruction", "decision", "behest"})
# Verbs whose object stands behind a preposition: "engage in talks", "take part in a drill", "walk out of talks".
_OBLIQUE = words(
    """engage participate join take enter go agree walk pull withdraw return consent respond reply refer resort call come embark bow
    yield continue proceed press carry abide comply opt apply ask push appeal back stand"""
)
_OBLIQUE_ROLES = ("prep:in", "prep:into", "prep:to", "prep:on", "prep:out", "prep:from", "prep:with", "prep:for", "prep:by", "prep:of")
# What a passive does to these was done by whose they are, unless it says otherwise.
_OWNED = words("sanctions aid milaid money ban talks blockade visa trade property")
# Classes that take two: where both sides are of one country its code stands twice (PLOVER's own convention).
_BETWEEN = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
# Of these an unknown name is taken for a person; an unknown prize received or Mass held is none.
_DONE_TO_PERSONS = frozenset({"COERCE", "ASSAULT", "ACCUSE", "SANCTION", "RETREAT", "CONCEDE", "AID"})
# Ties, trade, work and drills done with nobody are a side's own business.
_TAKES_TWO = frozenset({"054", "060", "061", "062", "0621"})
# Ends the reason of a rejection that no operator may overrule.
NO_EVENT = ": known to be no event"
_VIOLENCE = frozenset({"attack", "killing", "clash", "strike"})
_PERSONS = ("person", "man", "woman", "child", "people", "citizen", "national", "leader")


def find_candidate(clause: Clause, scene: Scene) -> tuple[Candidate | None, str]:
    """The event a clause tells of by itself, or None, with the reason in plain words."""
    rules = scene.rules
    first = clause.lemma.split(" ")[0]
    for frame in rules.frames.get(clause.lemma, ()) or rules.frames.get(first, ()):
        used = _meets(frame, clause, scene)
        if used is not None and frame.rule.cameo is None:
            return None, f"{frame.rule.name}{NO_EVENT}"
        if used is not None:
            return _with_sides(frame.rule, clause, scene, used)
    if clause.kind != "verb" or _names_something(clause, scene):
        return None, f"{clause.lemma!r} describes"
    found = rules.verbs.get(clause.lemma) or rules.verbs.get(first)
    if found is None and (both := _together(clause, scene)) is not None:
        return both, both.rule
    if found is None:
        return None, f"no rule for the verb {clause.lemma!r}"
    objects = clause.heads("object")
    topics = object_topics(scene.s, objects, rules)
    if not topics and first in _OBLIQUE:
        topics = object_topics(scene.s, [a.head for a in clause.arguments if a.role in _OBLIQUE_ROLES], rules)
    rule = _fitting(found, topics, objects, scene)
    if rule is None and (both := _together(clause, scene)) is not None:
        return both, both.rule
    if rule is None:
        return None, f"no rule for {clause.lemma!r} with this object"
    if rule.cameo is None:
        final = NO_EVENT if rule.object in topics else ""
        return None, f"{clause.lemma!r} with this is no event{final}"
    return _with_sides(rule, clause, scene, tuple(topics[t] for t in (rule.object,) if t in topics))


def _meets(frame: Frame, clause: Clause, scene: Scene) -> tuple[int, ...] | None:
    """Tokens that meet all conditions of a frame, or None."""
    s, used = scene.s, []
    for slot, wanted, topics in frame.conditions:
        if slot == "child":
            heads: Iterable[int] = [k for k in s.children[clause.head] if s.lower[k] in wanted]
        elif slot == "any":
            heads = range(len(s.tokens))
        elif slot == "pred":
            heads = [clause.predicate] if clause.predicate is not None else []
        elif slot in ("subj", "obj", "ind"):
            heads = clause.heads({"subj": "subject", "obj": "object", "ind": "indirect"}[slot])
        else:
            heads = slot_heads(clause, s, slot)
        hit = next((h for h in heads if _is_one_of(h, wanted, topics, scene)), None)
        if hit is None:
            return None
        used.append(hit)
    return tuple(used)


def _together(clause: Clause, scene: Scene) -> Candidate | None:
    """ "Two countries dredge a river together", whatever it is they do."""
    s = scene.s
    sides = subjects(clause, scene)
    jointly = any(s.lower[k] in ("jointly", "together") and s.child(k, "prep") is None for k in s.children[clause.head])
    jointly = jointly or any(s.lower[k] == "joint" for h in clause.heads("object") for k in s.children[h])
    return Candidate("060", sides, (), True, clause.head, "together>060") if jointly and len(sides) > 1 else None


def _is_one_of(head: int, wanted: frozenset[str], topics: frozenset[str], scene: Scene) -> bool:
    if not wanted and not topics:
        return bool(scene.phrases.resolve(head) or scene.phrases.inner(head))
    s = scene.s
    if s.tokens[head].lemma.lower() in wanted or s.lower[head] in wanted:
        return True
    return bool(topics) and not topics.isdisjoint(object_topics(s, (head,), scene.rules))


def _fitting(found: Iterable[Rule], topics: Mapping[str, int], objects: tuple[int, ...], scene: Scene) -> Rule | None:
    for rule in found:
        if rule.object == "*":
            return rule
        if rule.object == "-":
            if not objects:
                return rule
        elif rule.object == "actor":
            if any(_is_actor(o, rule, scene) for o in objects):
                return rule
        elif rule.object in topics:
            return rule
    return None


def _is_actor(head: int, rule: Rule, scene: Scene) -> bool:
    if any(a.kind != "owner" for a in scene.phrases.resolve(head)):
        return True
    token = scene.s.tokens[head]
    unknown = rule.cameo is not None and scene.rules.codes[rule.cameo].plover in _DONE_TO_PERSONS and not rule.name.startswith("verb:hold")
    known = scene.phrases.lexicon.organ([token.lemma.lower()]) is not None or token.lemma.lower() in _PERSONS
    return known or (unknown and token.pos == "PROPN")


def _for_relief(rule: Rule, scene: Scene) -> Rule:
    """Troops sent to help after a flood are aid."""
    if rule.cameo != "154" or not any("relief" in topics_of(scene.s, t.i, scene.rules) for t in scene.s.tokens if t.pos == "NOUN"):
        return rule
    return replace(rule, cameo="073", name=f"{rule.name}~073")


def _with_sides(rule: Rule, clause: Clause, scene: Scene, used: tuple[int, ...]) -> tuple[Candidate | None, str]:
    rule = _for_relief(rule, scene)
    assert rule.cameo is not None
    plover = scene.rules.codes[rule.cameo].plover
    actors = () if plover == "ASSAULT" and are_persons_unknown(clause, scene) else _actors(rule, clause, scene)
    if not actors and plover == "PROTEST" and (clause.passive or are_many(clause, scene)):
        actors = _of_place(clause, scene)  # "thousands marched through Sanaa"
    if why := implausible(rule, clause, scene, actors):
        return None, f"{rule.name}: {why}"
    recipients = _recipients(rule, clause, scene, actors, plover)
    if rule.reciprocal and not recipients:  # "takes part in the Russo-Belarusian drill"
        partners = [k for h in used for k in scene.s.children[h] if scene.s.tokens[k].dep in ("amod", "compound", "nmod", "poss")]
        recipients = abroad(distinct(c for k in partners for c in scene.phrases.inside(k)), actors)
    if plover in ("SANCTION", "COERCE") and recipients:
        recipients = distinct((*recipients, *abroad(_besides(clause, scene), actors)))
    if is_private(rule.cameo, actors, recipients, scene):
        return None, f"{rule.name}: an ordinary crime"
    reciprocal = False
    if rule.reciprocal:
        others = abroad(recipients, actors)
        if len(actors) > 1 and not others:
            reciprocal, recipients = True, ()
        elif others:
            reciprocal, actors, recipients = True, (*actors, *others), ()
        elif plover == "CONSULT" and (inside := _two_inside(clause, scene)):
            reciprocal, actors, recipients = True, inside, ()
        elif len(actors) == 1 and len(recipients) == 1 and recipients[0] != actors[0] and base(recipients[0]) == base(actors[0]):
            reciprocal, actors, recipients = True, (*actors, *recipients), ()  # "the army exchanged fire with the rebels"
        elif plover in _BETWEEN and len(actors) == 1 and are_several(clause, scene):
            reciprocal, actors, recipients = True, (actors[0], actors[0]), ()
    if rule.reciprocal and not reciprocal and rule.cameo in _TAKES_TWO and not recipients:
        return None, f"{rule.name}: with nobody known"
    if not actors and not recipients:
        return None, f"{rule.name}: nobody known on either side"
    if not actors and not (clause.passive or clause.heads("subject")):
        return None, f"{rule.name}: nobody acts"
    if not actors and (plover not in ("ASSAULT", "COERCE") or "+noun:" in rule.name):
        return None, f"{rule.name}: no known actor"
    if not actors and rule.cameo == "193" and sounds_accidental(clause, scene):
        return None, f"{rule.name}: an accident, for all the text says"
    if (
        rule.reciprocal
        and not reciprocal
        and plover == "CONSULT"
        and first_word(clause) in ("talk", "speak", "discuss", "go", "review", "sit")
    ):
        return None, f"{rule.name}: with nobody known"
    return Candidate(rule.cameo, actors, recipients, reciprocal, clause.head, rule.name, used), rule.name


def _actors(rule: Rule, clause: Clause, scene: Scene) -> tuple[str, ...]:
    if rule.actor != ("subj",):
        for slot in rule.actor:
            found = in_slot(clause, scene, slot)
            if found:
                return found
        return unnamed_doers(rule, clause, scene)
    found = subjects(clause, scene)
    if found or not clause.passive:
        return found
    launched = first_word(clause) in ("fire", "launch", "lob", "shoot") and rule.object == "attack"  # "a rocket fired from Gaza"
    if (launched or rule.cameo in ("166", "174")) and (found := in_slot(clause, scene, "from")):
        return found  # "was expelled from Belize"
    for head in clause.heads("object"):  # "American aid was suspended", "engines from Japan were handed over"
        if rule.object in _OWNED and (found := doers(head, scene)):
            return found
    s, phrases = scene.s, scene.phrases
    for argument in clause.arguments:
        # "following the request of X", "on X's orders"
        if argument.role.removeprefix("prep:") in _CAUSES and s.tokens[argument.head].lemma.lower() in _ORDERS:
            found = codes_of(phrases.inner(argument.head))
            if found:
                return found
    if rule.cameo is not None and (scene.rules.codes[rule.cameo].plover == "MOBILIZE" or rule.cameo in ("0873", "0874")):
        return in_slot(clause, scene, "obj") or in_slot(clause, scene, "in-obj")  # troops that "were moved" were moved by their own side
    if rule.cameo == "161" and clause.lemma in ("recall", "withdraw", "call back"):
        # an ambassador who "was recalled" was recalled by his own side
        envoys = [h for h in clause.heads("object") if s.tokens[h].lemma.lower() in ("ambassador", "envoy", "consul", "diplomat")]
        return distinct(c[:3] if is_national(c) else c for h in envoys for c in codes_of(phrases.resolve(h, False)))
    return unnamed_doers(rule, clause, scene)


def _inside(clause: Clause, scene: Scene, slot: str) -> tuple[str, ...]:
    """Whoever stands inside the phrase of a prepositional slot ("agreed to an extension of the force in Lebanon")."""
    if slot in ("subj", "obj", "ind", "clause", "none", "self") or slot.startswith("in-"):
        return ()
    heads = [h for h in slot_heads(clause, scene.s, slot) if not owned_by_pronoun(scene.phrases, h)]
    return codes_of(a for h in heads for a in scene.phrases.inner(h))


def _carried(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """ "attacked buses carrying Turkish citizens"."""
    s = scene.s
    heads = [j for h in clause.heads("object") for k in s.children[h] if s.tokens[k].dep == "acl" and s.tokens[k].tag == "VBG"
             for j in s.children[k] if s.tokens[j].dep == "dobj"]  # fmt: skip
    return codes_of(a for h in heads for a in scene.phrases.resolve(h))


def _at_place(clause: Clause, scene: Scene, slot: str) -> tuple[str, ...]:
    """Countries of the places in a slot; the attack in which someone fell is no place, nor is its author."""
    s = scene.s
    heads = [h for h in slot_heads(clause, s, slot) if _VIOLENCE.isdisjoint(topics_of(s, h, scene.rules))]
    found = codes_of(a for h in heads for a in scene.phrases.resolve(h)) or codes_of(a for h in heads for a in scene.phrases.inner(h))
    return distinct(c[:3] if is_national(c) else c for c in found)


def _besides(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """ "sanctions against one company, together with some Russian enterprises": behind the object it is the object's companion."""
    s = scene.s
    last = max(clause.heads("object"), default=len(s.tokens))
    heads = [h for h in clause.heads("prep:with") if h > last and any(s.lower[k] in ("together", "along") for k in range(last, h))]
    return codes_of(a for h in heads for a in scene.phrases.resolve(h))


def _names_something(clause: Clause, scene: Scene) -> bool:
    """ "called it a success": no telephone call, although the parser lost the name it is called."""
    if clause.lemma != "call" or (not clause.heads("object") and any(clause.heads(f"prep:{p}") for p in ("on", "upon", "for"))):
        return False
    s = scene.s
    return s.child(clause.head, "ccomp", "xcomp", "oprd", "acomp", "advcl") is not None or any(
        s.lower[h] in ("it", "this", "that") for h in clause.heads("object")
    )


def _of_place(clause: Clause, scene: Scene) -> tuple[str, ...]:
    for slot in ("in", "through", "across", "outside", "at", "near", "around", "on", "into", "obj", "in-obj"):
        found = tuple(c for c in in_slot(clause, scene, slot) if is_national(c))
        if found:
            return tuple(f"{c[:3]}CVL" for c in distinct(found))
    named = [c for c in scene.phrases.countries() if is_national(c) and c not in scene.phrases.bystanders]
    return (f"{named[0]}CVL",) if len(named) == 1 else ()


def _two_inside(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """Two parties of one country ("the army and the rebels held talks")."""
    heads = [
        *clause.heads("subject"),
        *slot_heads(clause, scene.s, "between"),
        *slot_heads(clause, scene.s, "with"),
        *clause.heads("object"),
    ]
    codes = tuple(dict.fromkeys(a.code for h in heads for a in scene.phrases.resolve(h) if a.kind == "actor"))
    return codes[:2] if len(codes) > 1 and len({base(c) for c in codes}) == 1 and is_national(codes[0]) else ()


def _recipients(rule: Rule, clause: Clause, scene: Scene, actors: tuple[str, ...], plover: str) -> tuple[str, ...]:
    domestic: tuple[str, ...] = ()
    for slot in rule.recipient:
        if slot == "none":
            return ()
        if slot == "self":
            break
        found = in_slot(clause, scene, slot)
        away = abroad(found, actors)
        if away:
            return away
        if found and not domestic:
            domestic = tuple(c for c in in_slot(clause, scene, slot, plain=True) if is_national(c))
        if domestic and slot in ("obj", "ind") and any(a.kind == "actor" for h in clause.heads("object") for a in scene.phrases.resolve(h)):
            return domestic  # "faulted the police for their treatment of Roma": the police it is
    carried = abroad(_carried(clause, scene), actors) if plover in ("ASSAULT", "COERCE") and "obj" in rule.recipient else ()
    if carried and not domestic:
        return carried
    for slot in rule.recipient:
        away = abroad(_inside(clause, scene, slot), actors)
        if away and not domestic:
            return away
    if plover in ("COERCE", "PROTEST", "ASSAULT", "CONCEDE", "MOBILIZE") and "self" not in rule.recipient:
        for place in ("in", "at", "near", "inside", "outside", "around"):
            found = _at_place(clause, scene, place)
            away = abroad(found, actors)
            if away:
                return away
            domestic = domestic or tuple(c for c in found if is_national(c))
    return domestic

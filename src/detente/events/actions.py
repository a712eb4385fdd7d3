"""Clause -> candidate: which rule fits a predicate and its object, and who stands on the two sides. Nothing outside the clause counts yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from detente.clauses.tokens import Clause, Sentence
from detente.events.actors import Actor, Phrases
from detente.events.rules import Rule, Rules

# Classes whose recipient, when the text names nobody abroad, is people of the actor's own country.
_DOMESTIC = frozenset({"COERCE", "PROTEST", "ASSAULT", "CONCEDE", "RETREAT", "MOBILIZE"})
_PLACES = ("in", "at", "near", "inside", "outside", "around")
_CAUSES = ("following", "at", "upon", "on", "after", "under")
_ORDERS = frozenset({"request", "order", "demand", "insistence", "initiative", "instruction", "decision", "behest"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible event before realis, date and speaker. head: token of the predicate; used: tokens of nouns that the rule consumed."""

    cameo: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reciprocal: bool
    head: int
    rule: str
    used: tuple[int, ...] = ()
    content: str | None = None  # CAMEO code of what an operator governs
    content_head: int | None = None


def topics_of(s: Sentence, head: int, rules: Rules) -> frozenset[str]:
    """Topics of the noun at a token; a compound ("peace talks") before the bare noun."""
    token = s.tokens[head]
    if token.pos not in ("NOUN", "PROPN", "VERB", "NUM", "ADJ", "SYM"):
        return frozenset()
    lemma = token.lemma.lower()
    if head > 0:
        pair = f"{s.tokens[head - 1].lemma.lower()} {lemma}"
        if pair in rules.two_words:
            return rules.topics[pair]
    if head + 2 < len(s.tokens) and s.lower[head + 1] == "of":
        phrase = f"{lemma} of {s.tokens[head + 2].lemma.lower()}"
        if phrase in rules.two_words:
            return rules.topics[phrase]
    found = rules.topics.get(lemma)
    if found is None and lemma.endswith("s"):  # the lemmatiser leaves capitalised plurals alone
        found = rules.topics.get(lemma[:-1])
    return found or frozenset()


def object_topics(s: Sentence, objects: Sequence[int], rules: Rules) -> dict[str, int]:
    """Topic -> token, for objects and, through frames like "a series of attacks", what they frame."""
    out: dict[str, int] = {}
    for head in objects:
        heads = [head, *(k for k in s.children[head] if s.tokens[k].dep == "conj")]
        for p in s.children[head]:
            if s.lower[p] == "of" and not topics_of(s, head, rules):
                heads += [k for k in s.children[p] if s.tokens[k].dep == "pobj"]
        for i in heads:
            for topic in topics_of(s, i, rules):
                out.setdefault(topic, i)
    return out


def find_candidate(clause: Clause, phrases: Phrases, rules: Rules) -> tuple[Candidate | None, str]:
    """The event a clause tells of by itself, or None, with the reason in plain words."""
    s = phrases.s
    found = rules.verbs.get(clause.lemma)
    lemma = clause.lemma
    if found is None and " " in lemma:
        lemma = lemma.split(" ")[0]
        found = rules.verbs.get(lemma)
    if found is None:
        return None, f"no rule for the verb {clause.lemma!r}"
    objects = list(clause.heads("object"))
    topics = object_topics(s, objects, rules)
    if not topics and clause.lemma in ("engage", "participate", "join", "take part", "enter", "go", "take", "agree", "walk", "pull", "withdraw"):
        topics = object_topics(s, [a.head for a in clause.arguments if a.role in ("prep:in", "prep:into", "prep:to", "prep:on", "prep:out", "prep:from")], rules)
    rule = _fitting(found, topics, objects, phrases)
    if rule is None:
        return None, f"no rule for {clause.lemma!r} with this object"
    if rule.cameo is None:
        return None, f"{clause.lemma!r} alone is no event"
    used = tuple(topics[t] for t in rule.objects if t in topics)
    actors = _actors(clause, phrases, rule, rules)
    recipients = _recipients(clause, phrases, rule, rules, actors, objects)
    reciprocal = False
    if rule.reciprocal:
        own = _distinct(actors)
        others = tuple(r for r in recipients if _base(r) not in {_base(a) for a in own})
        if len(own) > 1 and not others:
            reciprocal, recipients = True, ()
        elif others:
            reciprocal, actors, recipients = True, (*own, *others), ()
    if not actors and not recipients:
        return None, f"{rule.name}: nobody known on either side"
    if not actors and (rules.codes[rule.cameo].plover not in ("ASSAULT", "COERCE") or not clause.passive):
        return None, f"{rule.name}: no known actor"
    return Candidate(rule.cameo, actors, recipients, reciprocal, clause.head, rule.name, used), rule.name


def _fitting(found: Iterable[Rule], topics: dict[str, int], objects: list[int], phrases: Phrases) -> Rule | None:
    for rule in found:
        wanted = next(iter(rule.objects))
        if wanted == "*" and (objects or True):
            return rule
        if wanted == "-":
            if not objects:
                return rule
        elif wanted == "actor":
            if objects and any(_is_actor(o, phrases) for o in objects):
                return rule
        elif wanted in topics:
            return rule
    return None


def _is_actor(head: int, phrases: Phrases) -> bool:
    found = phrases.resolve(head)
    if any(a.kind == "actor" for a in found):
        return True
    token = phrases.s.tokens[head]
    return token.pos == "PROPN" or phrases.lexicon.organ([token.lemma.lower()]) is not None or token.lemma.lower() in ("person", "man", "woman", "child")


def _base(code: str) -> str:
    return code[:6] if code[:3] in ("IGO", "NGO", "IMG", "MNC") else code[:3]


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    """One code a country, the first kept."""
    out: dict[str, str] = {}
    for code in codes:
        out.setdefault(_base(code), code)
    return tuple(out.values())


def _codes(actors: Iterable[Actor]) -> tuple[str, ...]:
    return _distinct(a.code for a in actors)


def _actors(clause: Clause, phrases: Phrases, rule: Rule, rules: Rules) -> tuple[str, ...]:
    s = phrases.s
    for head in clause.heads("subject"):
        found = _codes(phrases.resolve(head)) or _codes(phrases.inner(head))
        if found:
            return found
    if not clause.passive:
        return ()
    for argument in clause.arguments:
        # "following the request of X", "on X's orders"
        if argument.role.removeprefix("prep:") in _CAUSES and s.tokens[argument.head].lemma.lower() in _ORDERS:
            found = _codes(phrases.inner(argument.head))
            if found:
                return found
    if rule.cameo in ("161",):
        # an ambassador who "was recalled" was recalled by his own side
        for head in clause.heads("object"):
            codes = tuple(a.code for a in phrases.resolve(head, False))
            if codes and s.tokens[head].lemma.lower() in ("ambassador", "envoy", "consul", "diplomat") and clause.lemma in ("recall", "withdraw", "call back"):
                return _distinct(c[:3] if len(c) > 6 else c for c in codes)
    return ()


def slot_heads(clause: Clause, s: Sentence, name: str) -> list[int]:
    """Tokens in a prepositional slot of the clause or of its object ("sanctions *on Russia*")."""
    heads = list(clause.heads(f"prep:{name}"))
    stack = list(clause.heads("object"))
    depth = 0
    while stack and depth < 12:
        o = stack.pop()
        depth += 1
        for p in s.children[o]:
            if s.tokens[p].dep == "prep":
                pobj = [k for k in s.children[p] if s.tokens[k].dep == "pobj"]
                if s.lower[p] == name:
                    heads += pobj
                stack += pobj
                for q in s.children[p]:
                    if s.tokens[q].dep == "prep" and s.lower[q] == name:
                        heads += [k for k in s.children[q] if s.tokens[k].dep == "pobj"]
    return heads


def _recipients(clause: Clause, phrases: Phrases, rule: Rule, rules: Rules, actors: tuple[str, ...], objects: list[int]) -> tuple[str, ...]:
    s = phrases.s
    own = {_base(a) for a in actors}
    domestic: tuple[str, ...] = ()
    assert rule.cameo is not None
    plover = rules.codes[rule.cameo].plover
    for slot in rule.recipient:
        if slot == "none":
            return ()
        if slot == "self":
            break
        found: tuple[str, ...]
        if slot == "obj":
            found = _codes(a for o in objects for a in phrases.resolve(o))
        elif slot == "in-obj":
            found = _codes(a for o in objects for a in phrases.inner(o))
        elif slot == "ind":
            found = _codes(a for o in clause.heads("indirect") for a in phrases.resolve(o))
        else:
            heads = slot_heads(clause, s, slot)
            found = _codes(a for o in heads for a in phrases.resolve(o)) or _codes(a for o in heads for a in phrases.inner(o))
        abroad = tuple(code for code in found if _base(code) not in own)
        if abroad:
            return abroad
        domestic = domestic or found
    if plover in _DOMESTIC or plover in ("MOBILIZE",):
        for place in _PLACES:
            found = _codes(a for o in slot_heads(clause, s, place) for a in (phrases.resolve(o) or phrases.inner(o)))
            abroad = tuple(code for code in found if _base(code) not in own)
            if abroad:
                return abroad
            domestic = domestic or found
    if domestic:
        return domestic
    if actors and (plover in ("COERCE", "PROTEST") or "self" in rule.recipient):
        others = [c for c in phrases.countries() if c not in own and len(c) == 3]
        if plover == "PROTEST" and len(others) == 1 and any(s.lower[k] == "against" for k in range(len(s.tokens))):
            return (others[0],)
        return _distinct(a[:3] for a in actors if len(a) != 6)
    others = [c for c in phrases.countries() if c not in own]
    if actors and len(others) == 1 and plover in ("REJECT", "SANCTION", "ACCUSE", "ASSAULT", "AID", "REQUEST", "THREATEN", "SUPPORT"):
        return (others[0],)
    if plover == "ASSAULT" and actors and objects:
        return _distinct(a[:3] for a in actors if len(a) == 3 or not a.startswith(("IGO", "NGO", "IMG")))
    return ()


def find_noun_candidates(phrases: Phrases, rules: Rules, used: set[int]) -> list[Candidate]:
    """Events told by a noun with both its sides ("the invasion of Ukraine by Russia", "criticism of Minsk from Kyiv")."""
    s = phrases.s
    out = []
    for token in s.tokens:
        if token.i in used or token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "nmod"):
            continue
        for topic in sorted(topics_of(s, token.i, rules)):
            rule = rules.nouns.get(topic)
            if rule is None:
                continue
            sides = _noun_sides(token.i, phrases, rule.actor, rule.recipient, rule.reciprocal)
            if sides:
                actors, recipients = sides
                out.append(Candidate(rule.cameo, actors, recipients, rule.reciprocal and not recipients, token.i, rule.name, (token.i,)))
                break
    return out


def _noun_sides(
    head: int, phrases: Phrases, actor: Sequence[str], recipient: Sequence[str], reciprocal: bool
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    def at(slot: str) -> tuple[str, ...]:
        s = phrases.s
        if slot == "poss":
            return _codes(a for k in s.children[head] if s.tokens[k].dep == "poss" for a in phrases.resolve(k))
        if slot == "mod":
            return _distinct(
                c for k in s.children[head] if s.tokens[k].dep in ("amod", "compound", "nmod") and k < head for c in phrases._inside(k)
            )
        heads = [k for p in s.children[head] if s.tokens[p].dep in ("prep", "agent") and s.lower[p] == slot
                 for k in s.children[p] if s.tokens[k].dep == "pobj"]
        for k in s.children[head]:  # "criticism of X coming from Y", "sanctions imposed by Y on X"
            if s.tokens[k].dep == "acl" and slot in ("from", "by", "on", "against"):
                heads += [j for p in s.children[k] if s.lower[p] == slot for j in s.children[p] if s.tokens[j].dep == "pobj"]
        return _codes(a for k in heads for a in (phrases.resolve(k) or phrases.inner(k)))

    taken = next(((slot, found) for slot in actor if (found := at(slot))), None)
    if taken is None:
        return None
    slot, actors = taken
    if reciprocal and len(actors) > 1:
        return actors, ()
    own = {_base(a) for a in actors}
    for other in recipient:
        if other == slot:
            continue
        found = tuple(c for c in at(other) if _base(c) not in own)
        if found:
            return ((*actors, *found), ()) if reciprocal else (actors, found)
    return None


def with_code(candidate: Candidate, cameo: str, rule: str, content: str | None = None, content_head: int | None = None) -> Candidate:
    """The same sides under another code."""
    return replace(candidate, cameo=cameo, rule=rule, content=content, content_head=content_head)

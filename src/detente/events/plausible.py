"""Whether what a rule found can be meant: ships and crowds pay no visits, a warning of what another may do is no threat, a storm
assaults nobody. And who is a crowd, a pair of sides, or just some man."""

from __future__ import annotations

from detente.clauses.tokens import Clause
from detente.clauses.words import words
from detente.events.actor_words import FRAMES
from detente.events.mishaps import is_mishap, names_mishap_anywhere
from detente.events.rules import Rule
from detente.events.scene import Scene
from detente.events.sides import abroad, base, doers, in_slot, subjects
from detente.events.topics import object_topics, topics_of

_SIDES = words(
    """leader faction rival minister president group rebel lawmaker politician representative delegate negotiator
    government militia union"""
)
_SOMEONE = words("man woman person individual teenager suspect passenger driver bomb")
_PRESSURE = frozenset({"pressure", "protest", "demand", "riot", "strike"})


def implausible(rule: Rule, clause: Clause, scene: Scene, actors: tuple[str, ...]) -> str:
    """Why a rule's event cannot be meant by this clause; "" where it can."""
    assert rule.cameo is not None
    plover = scene.rules.codes[rule.cameo].plover
    if rule.cameo == "0831" and not is_pressed(scene):
        return "nobody asked for it"
    if plover in ("ASSAULT", "COERCE") and is_mishap(clause, scene):
        return "a mishap"
    if rule.cameo in ("1723", "1724", "073") and names_mishap_anywhere(scene) and not abroad(in_slot(clause, scene, "in"), actors):
        return "against a mishap"
    if rule.cameo == "042" and "visit" not in rule.name and (is_thing(clause, scene) or are_people(clause, scene)):
        return "a thing that moves"
    if rule.cameo == "130" and first_word(clause) in ("warn", "caution") and foretells(clause, scene, actors):
        return "of what another may do"
    return ""


def first_word(clause: Clause) -> str:
    """The verb of a clause without its particle."""
    return clause.lemma.split(" ")[0]


def is_thing(clause: Clause, scene: Scene) -> bool:
    """Whether ships, troops or goods travel: no visit."""
    topics = object_topics(scene.s, clause.heads("subject"), scene.rules)
    return any(topic in topics for topic in ("property", "troops", "aid", "milaid", "accident", "trade", "refugees"))


def is_pressed(scene: Scene) -> bool:
    """Whether a sentence that tells of a resignation or dismissal speaks of those who wanted it (CAMEO 083: accede to demands)."""
    s = scene.s
    return any(_PRESSURE & topics_of(s, t.i, scene.rules) for t in s.tokens if t.pos in ("NOUN", "PROPN", "VERB"))


def are_several(clause: Clause, scene: Scene) -> bool:
    """Whether those who meet or agree, all of one country, are plainly more than one: "two coalition leaders", "the parties"."""
    s = scene.s
    heads = clause.heads("subject")
    return len(heads) == 1 and s.tokens[heads[0]].tag in ("NNS", "NNPS") and s.tokens[heads[0]].lemma.lower() in _SIDES


def are_persons_unknown(clause: Clause, scene: Scene) -> bool:
    """ "was shot by two men": a man of whom the text says nothing is no actor, whatever country the sentence is about."""
    heads = clause.heads("subject")
    s = scene.s
    if any(s.lower[k] in ("armed", "masked") for h in heads for k in s.children[h]):
        return False  # armed men of a place count as its own
    return bool(heads) and all(s.tokens[h].lemma.lower() in _SOMEONE and not doers(h, scene) for h in heads)


def are_people(clause: Clause, scene: Scene) -> bool:
    """ "Thirty North Koreans arrive": no visit of a state."""
    s = scene.s
    return any(
        s.tokens[h].tag in ("NNPS", "NNS") and (entry := scene.phrases.entry(h)) is not None and entry.kind == "demonym"
        for h in clause.heads("subject")
    )


def foretells(clause: Clause, scene: Scene, actors: tuple[str, ...]) -> bool:
    """ "warned that the North could test a bomb"."""
    below = [c for c in scene.below.get(clause.head, ()) if c.link == "ccomp"]
    who = [c for inner in below for c in subjects(inner, scene)]
    return bool(who) and not {base(c) for c in who} & {base(a) for a in actors}


def are_many(clause: Clause, scene: Scene) -> bool:
    """Whether the subject is a crowd, even if one of whom nothing is said."""
    s = scene.s
    return any(s.tokens[h].tag in ("NNS", "NNPS", "CD") or s.tokens[h].lemma.lower() in FRAMES for h in clause.heads("subject"))

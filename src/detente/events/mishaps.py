"""Storms, crashes, collapses, diseases and beasts kill and strike too: no event between actors."""

from __future__ import annotations

from detente.clauses.tokens import Clause
from detente.clauses.words import words
from detente.events.scene import Scene
from detente.events.sides import doers
from detente.events.topics import topics_of

_VIOLENT = frozenset({"attack", "killing", "clash", "armed", "strike"})
_HARM = ("by", "in", "during", "after", "from", "following", "amid", "to", "of", "when")
# Verbs that need no arms: of these a sentence that speaks of a mishap and of no attack is not believed.
_BODILY = frozenset({"injure", "wound", "hurt", "maim"})


_FIRED = words("artillery mortar rocket enemy sniper gun machine friendly hostile tank tear heavy small cross indirect rifle open")


def names_mishap_anywhere(scene: Scene) -> bool:
    """Whether a sentence speaks of a storm, a flood or the like, and of no violence."""
    nouns = [t.i for t in scene.s.tokens if t.pos in ("NOUN", "PROPN")]
    return not _is_violent(scene) and any("mishap" in topics_of(scene.s, i, scene.rules) for i in nouns)


def is_mishap(clause: Clause, scene: Scene) -> bool:
    """Whether what harms in this clause is nature, an accident or an animal: its subject, the clause above it, or what it happened in."""
    heads = [*clause.heads("subject"), *(h for p in _HARM for h in clause.heads(f"prep:{p}"))]
    governor = scene.clauses.get(clause.governor) if clause.governor is not None else None
    above, link = governor, clause.link
    for _ in range(3):  # "crashes, killing nine and injuring ten"
        if above is None or link not in ("advcl", "acl", "conj") or clause.passive:
            break
        heads += [*(() if above.heads("object") else (above.head,)), *above.heads("subject")]
        if any(_is_fire(h, scene) for h in above.heads("object")):
            return True
        link, above = above.link, scene.clauses.get(above.governor) if above.governor is not None else None
    if governor is not None and clause.link == "relcl":
        heads.append(scene.s.tokens[clause.head].head)
    burnt = [*clause.heads("subject"), *(h for p in ("in", "by", "from") for h in clause.heads(f"prep:{p}"))]
    if any(_names_mishap(h, scene) for h in heads) or any(_is_fire(h, scene) for h in burnt):
        return True
    # "struck by a bus": a vehicle, where nothing in the sentence is violent
    vehicles = [h for h in clause.heads("subject") if "accident" in topics_of(scene.s, h, scene.rules) and not doers(h, scene)]
    return bool(vehicles) and not _is_violent(scene)


def _is_fire(head: int, scene: Scene) -> bool:
    """ "in a hostel fire", unlike artillery fire or fire from a patrol."""
    s = scene.s
    if s.tokens[head].lemma.lower() not in ("fire", "blaze"):
        return False
    beside = [s.lower[k] for k in s.children[head]]
    return not any(word in _FIRED or word in ("from", "by") for word in beside)


def _names_mishap(head: int, scene: Scene) -> bool:
    s = scene.s
    near = [head, *(k for k in s.children[head] if s.tokens[k].dep in ("compound", "amod", "nmod", "appos"))]
    near += [k for p in s.children[head] if s.lower[p] == "of" for k in s.children[p]]  # "a series of earthquakes"
    found = [topics_of(s, k, scene.rules) for k in near]
    return any("mishap" in f for f in found) and not any(_VIOLENT & f for f in found)


def sounds_accidental(clause: Clause, scene: Scene) -> bool:
    """Whether a sentence that names no killer speaks of a mishap or of no violence at all."""
    if _is_violent(scene):
        return False
    found = [topics_of(scene.s, t.i, scene.rules) for t in scene.s.tokens if t.pos in ("NOUN", "PROPN", "VERB")]
    return clause.lemma.split(" ")[0] in _BODILY or any(w & {"accident", "mishap"} for w in found)


def _is_violent(scene: Scene) -> bool:
    tokens = [t.i for t in scene.s.tokens if t.pos in ("NOUN", "PROPN", "VERB")]
    return any(topics_of(scene.s, i, scene.rules) & (_VIOLENT - {"strike"}) for i in tokens)

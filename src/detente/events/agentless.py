"""Who did what a passive tells without saying by whom: the state whose court or police alone can do it, or whose raid it was."""

from __future__ import annotations

from detente.clauses.tokens import Clause
from detente.events.country import places
from detente.events.rules import Rule
from detente.events.scene import Scene
from detente.events.sides import codes_of, doers, in_slot, is_national
from detente.events.topics import topics_of
from detente.lexicon import split_code

# Deeds of the law: verb -> the sector that does them. Held to what PLOVER's own examples say of arrests and sentences.
_OFFICE = {
    verb: sector
    for sector, verbs in {
        "COP": "arrest detain apprehend nab remand intern handcuff hold",
        "JUD": "sentence convict jail imprison incarcerate charge indict prosecute try acquit fine",
        "GOV": "ban outlaw deport extradite expel declare impose lift revoke banish dissolve dismiss",
    }.items()
    for verb in verbs.split()
}
_LEGAL = ("173", "115", "172", "174", "081", "0841", "063", "166", "116", "085")
_PLACES = ("in", "at", "near", "inside", "outside", "around", "from", "across", "throughout")
_IN_WHICH = ("in", "during", "by", "after", "from", "amid", "under")
_VIOLENT = frozenset({"attack", "killing", "clash", "strike", "arrest"})


def unnamed_doers(rule: Rule, clause: Clause, scene: Scene) -> tuple[str, ...]:
    """Actors of a passive clause that names none; () where nobody can be told."""
    assert rule.cameo is not None
    plover = scene.rules.codes[rule.cameo].plover
    if plover in ("ASSAULT", "COERCE") and (found := _whose_raid(clause, scene)):
        return found
    sector = _OFFICE.get(clause.lemma.split(" ")[0]) or ("JUD" if rule.name.startswith("frame:") and rule.cameo in ("173", "115") else None)
    if sector is None or not rule.cameo.startswith(_LEGAL):
        return ()
    place = next((c for slot in _PLACES for c in in_slot(clause, scene, slot) if is_national(c)), "")
    if not place:
        place = next(iter(places(scene.phrases)), "")
    if not place and rule.cameo not in ("166", "174"):  # nobody is expelled by his own state
        done_to = [*in_slot(clause, scene, "obj"), *in_slot(clause, scene, "in-obj")]
        place = next((c for c in done_to if is_national(c)), "")
    if not place:
        named = [c for c in scene.phrases.countries() if is_national(c)]
        place = named[0] if len(named) == 1 else ""
    return (split_code(place)[0] + sector,) if place else ()


def _whose_raid(clause: Clause, scene: Scene) -> tuple[str, ...]:
    """ "were killed in an Israeli raid", "in shelling by the army"."""
    beside = [c for c in scene.clauses.values() if c.link == "conj" and c.governor == clause.head]
    for slot in _IN_WHICH:
        for head in (*clause.heads(f"prep:{slot}"), *(h for c in beside for h in c.heads(f"prep:{slot}"))):
            found = topics_of(scene.s, head, scene.rules)
            against = [k for p in scene.s.children[head] if scene.s.lower[p] in ("with", "against") for k in scene.s.children[p]]
            if "clash" in found and (foes := codes_of(a for k in against for a in scene.phrases.resolve(k))):
                return foes  # "killed in fighting with the rebels"
            if not _VIOLENT.isdisjoint(found) and (whose := doers(head, scene)):
                return whose
            if "clash" in found and clause.heads("object"):  # those who fell in a country's own fighting fell to their own
                fallen = codes_of(a for h in clause.heads("object") for a in scene.phrases.resolve(h))
                return tuple(c[:3] for c in fallen if is_national(c))[:1]
    for other in scene.clauses.values():  # "after a helicopter of the alliance opened fire"
        if other.governor == clause.head and other.link == "advcl" and _when(other, scene) and not other.passive:
            frames = scene.rules.frames.get(other.lemma, ()) if other.lemma == "open" else ()
            rules = (*scene.rules.verbs.get(other.lemma, ()), *(f.rule for f in frames))
            if any(r.cameo and scene.rules.codes[r.cameo].plover == "ASSAULT" for r in rules):
                return codes_of(a for h in other.heads("subject") for a in scene.phrases.resolve(h))
    return ()


def _when(clause: Clause, scene: Scene) -> bool:
    s = scene.s
    return any(s.lower[k] in ("after", "when", "as") and s.tokens[k].dep in ("mark", "advmod") for k in s.children[clause.head])

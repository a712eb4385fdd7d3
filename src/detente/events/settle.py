"""Whom an event is aimed at where its own words name nobody: the actor's own country, or the one other side of the sentence."""

from __future__ import annotations

from dataclasses import replace

from detente.clauses.words import words
from detente.events.actor_words import FRAMES
from detente.events.scene import Scene
from detente.events.sides import Candidate, abroad, home, is_national, slot_heads
from detente.lexicon import sector_groups, split_code

# Classes that act on the people of one's own country unless someone else is named.
_DOMESTIC = frozenset({"CONCEDE", "COERCE", "PROTEST"})
# Those who, when they act on nobody named, act on their own state.
_INSIDERS = words("REB OPP CVL LAB EDU REL ETH PTY UAF CRM AGR HLH LEG JUD MED SEP REF HRI ELI")
# Codes whose addressee is a side of its own although none is named: a release, a ceasefire.
_INSIDE_CODES = frozenset({"0841"})
_SEEKS_OTHER = frozenset(
    {"REJECT", "SANCTION", "ACCUSE", "ASSAULT", "AID", "REQUEST", "THREATEN", "SUPPORT", "AGREE", "RETREAT", "COOPERATE"}
)
# Classes that answer something: an offer, a demand, a charge.
_ANSWERS = frozenset({"REJECT", "AGREE", "ACCUSE", "SUPPORT"})
_FOR_HELP = frozenset({"103", "1031", "1032", "1033", "023", "0231", "0232", "0233"})
# Sectors whose violence is done at home where no other country is in sight.
_FORCES = words("MIL COP GOV SPY")
# What organs of a state demand, refuse and threaten where no other state is in sight concerns their own.
_AT_HOME = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE"})
_STATE = words("GOV COP MIL JUD LEG")
_ADDRESSED = frozenset({"REJECT", "ACCUSE", "ASSAULT", "REQUEST", "THREATEN", "AGREE", "RETREAT", "SUPPORT", "MOBILIZE"})


def settle(candidate: Candidate, scene: Scene) -> Candidate:
    """The candidate with a recipient where one can be told."""
    if candidate.reciprocal or candidate.recipients or not candidate.actors:
        return candidate
    rules = scene.rules
    plover = rules.codes[candidate.cameo].plover
    inner = rules.codes[candidate.content].plover if candidate.content else plover
    own = home(candidate.actors)
    mine = {split_code(a)[0] for a in candidate.actors}
    others = scene.phrases.others(mine)
    if plover == "ASSAULT" and not others and len(mine) == 1:  # "Afghan officials say an American strike killed 52"
        others = [c for c in scene.phrases.countries() if c not in mine and is_national(c)]
    if candidate.cameo in _FOR_HELP:
        others = []  # whoever is to be helped is not who is asked
    against = any(word == "against" for word in scene.s.lower)
    if plover == "PROTEST" and len(others) == 1 and against:
        return replace(candidate, recipients=(others[0],))
    if not others and plover in _ANSWERS and (told := _answered(candidate, scene)):
        return replace(candidate, recipients=told)
    if own and (plover in _DOMESTIC or (inner in _DOMESTIC and not others) or candidate.cameo in _INSIDE_CODES):
        return replace(candidate, recipients=own)
    if len(others) == 1 and candidate.cameo == "057":
        return replace(candidate, actors=(*candidate.actors, others[0]), reciprocal=True)  # nobody signs alone
    if len(others) == 1 and plover in _SEEKS_OTHER:
        return replace(candidate, recipients=(others[0],))
    if own and not others and plover in ("THREATEN", "ASSAULT") and (enemy := _enemy(own[0], scene)):
        return replace(candidate, recipients=(enemy,))
    if own and not others and plover == "ASSAULT" and all(_FORCES & set(sector_groups(split_code(a)[1])) for a in candidate.actors):
        return replace(candidate, recipients=own)
    if own and not others and plover in _AT_HOME and all(_STATE & set(sector_groups(split_code(a)[1])) for a in candidate.actors):
        return replace(candidate, recipients=own)
    if own and not others and plover in _ADDRESSED and all(_is_insider(a) for a in candidate.actors):
        return replace(candidate, recipients=own)
    return candidate


def _enemy(own: str, scene: Scene) -> str:
    """The other of the two sides that the article told of last, for a threat or a blow that names nobody."""
    two = scene.phrases.memory.last_two
    return next((c for c in two if c != own), "") if own in two else ""


def _answered(candidate: Candidate, scene: Scene) -> tuple[str, ...]:
    """ "rejected the offer": the offer of whoever the last sentence told of, where that is someone else."""
    s, clause = scene.s, scene.clauses.get(candidate.head)
    if clause is None or not any(s.lower[k] in ("the", "this", "that") for h in clause.heads("object") for k in s.children[h]):
        return ()
    last = scene.phrases.memory.last
    return abroad(last, candidate.actors)[:1] if len(last) == 1 else ()


def shifted(candidate: Candidate, verb: str, scene: Scene) -> Candidate | None:
    """The candidate under the code its words have for this actor and these recipients: villagers who storm an office riot, police raid it.
    None where it is no event then."""
    if candidate.content is not None or not candidate.actors:
        return candidate
    own = home(candidate.actors)
    abroad = candidate.reciprocal or (bool(candidate.recipients) and not any(r[:3] in own for r in candidate.recipients))
    unmarked = "CVL" if _is_crowd(candidate, scene) else "none"  # "thousands of Nigerians" are no state
    sectors = {s for a in candidate.actors for s in (sector_groups(split_code(a)[1]) or (unmarked,))}
    for shift in scene.rules.shifts.get(candidate.cameo, ()):
        at_home = bool(own) and bool(candidate.recipients) and not abroad
        fits = (not shift.verbs or verb in shift.verbs) and (not shift.sectors or bool(sectors & shift.sectors))
        where = {"abroad": abroad, "home": at_home, "nobody": not abroad and not candidate.recipients and not _has_mark(candidate, scene)}
        if fits and (not shift.where or where[shift.where]):
            if shift.becomes is None:
                return None
            return replace(candidate, cameo=shift.becomes, rule=f"{candidate.rule}~{shift.becomes}")
    return candidate


def _is_crowd(candidate: Candidate, scene: Scene) -> bool:
    s, clause = scene.s, scene.clauses.get(candidate.head)
    heads = clause.heads("subject") if clause is not None else ()
    return any(s.tokens[h].lemma.lower() in FRAMES and s.tokens[h].tag in ("NNS", "CD") for h in heads)


def _has_mark(candidate: Candidate, scene: Scene) -> bool:
    """Whether the clause says at what, even if it is nobody known: "at the island"."""
    clause = scene.clauses.get(candidate.head)
    return clause is not None and any(slot_heads(clause, scene.s, name) for name in ("at", "on", "against", "into", "to"))


def goes_nowhere(candidate: Candidate) -> bool:
    """A journey that leads to no other country."""
    if candidate.cameo != "042" or candidate.content is not None:
        return False
    if "visit" in candidate.rule.split("+")[0]:
        own = home(candidate.actors)
        return not candidate.recipients or any(r[:3] in own for r in candidate.recipients)
    own = home(candidate.actors)
    return not candidate.recipients or any(r[:3] in own for r in candidate.recipients)


def _is_insider(code: str) -> bool:
    return is_national(code) and bool(set(sector_groups(split_code(code)[1])) & _INSIDERS)

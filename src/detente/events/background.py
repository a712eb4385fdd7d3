"""Clauses that set the scene of another: why someone was punished, on what condition, where troops stand. They tell of no event."""

from __future__ import annotations

from detente.clauses.tokens import Clause
from detente.clauses.words import words
from detente.events.scene import Scene
from detente.events.topics import topics_of

# Classes whose "for doing" names a reason, true or alleged.
_PUNISHING = frozenset({"COERCE", "SANCTION", "ACCUSE", "THREATEN", "REJECT"})
# Classes whose condition belongs to what is offered, threatened or refused.
_CONDITIONAL = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST"})
_REASONS = frozenset({"for", "of", "with", "over", "on"})
# Participles that only say where something is.
_STANDING = words("station base deploy locate house host garrison post place assign quarter mass position own build make arm equip")
# Verbs of the crowd's own demands: "marched, demanding ...", "protest to call for ..." is one protest.
# "women working for the embassy", "groups supporting it": participles of these say who someone is.
_DESCRIBING = frozenset({"SUPPORT", "COOPERATE", "AID", "CONSULT", "MOBILIZE"})
# In the simple present a relative clause with one of these says what someone always does.
_STANDING_TRAITS = _DESCRIBING | {"REJECT", "CONCEDE", "AGREE"}
_PAPERS = frozenset({"agreement", "ceasefire", "consensus"})
_VOICED = frozenset({"REQUEST", "ACCUSE", "REJECT", "PROTEST"})


def is_background(clause: Clause, plover: str, told: dict[int, str], scene: Scene) -> str:
    """Why a clause of this class only sets the scene of a clause told already; "" where it stands on its own.

    told: head of every clause that tells of an event of its own -> its class.
    """
    s = scene.s
    token = s.tokens[clause.head]
    if clause.link == "acl" and token.tag == "VBN" and plover == "MOBILIZE" and clause.lemma.split(" ")[0] in _STANDING:
        return "says only where it stands"
    if clause.link == "acl" and token.tag == "VBG" and plover in _DESCRIBING:
        return "describes someone"
    if clause.link == "acl" and token.tag == "VBG" and not _PAPERS.isdisjoint(topics_of(s, token.head, scene.rules)):
        return "says what a document holds"
    if clause.link == "advcl" and token.tag == "VBN" and plover in _DESCRIBING:
        return "the circumstance of another event"
    if clause.link == "acl" and token.tag == "VBN" and _is_general(clause, scene):
        return "says of whom in general"
    if clause.link == "relcl" and token.tag in ("VBZ", "VBP") and clause.modal is None and plover in _STANDING_TRAITS:
        return "says what someone is like"
    if clause.link == "advcl" and token.tag == "VBG" and clause.negated:
        return "says what did not happen"
    above = told.get(clause.governor) if clause.governor is not None else None
    if above is None:
        return ""
    if clause.link == "pcomp" and above in _PUNISHING and s.lower[token.head] in _REASONS:
        return "the reason given for another event"
    if clause.link == "advcl" and clause.mark in ("if", "unless", "once", "until") and above in _CONDITIONAL:
        return "the condition of another event"
    if above == "PROTEST" and plover in _VOICED and clause.link in ("advcl", "xcomp"):
        return "what a protest is for"
    return ""


def _is_general(clause: Clause, scene: Scene) -> bool:
    """ "the abuse of people arrested": any who are, none that the text tells of."""
    s = scene.s
    noun = s.tokens[s.tokens[clause.head].head]
    beside = {s.tokens[k].dep for k in s.children[noun.i]}
    bare = noun.tag == "NNS" and beside.isdisjoint(("det", "nummod", "poss", "amod", "compound", "prep"))
    return bare and len(clause.arguments) == 1

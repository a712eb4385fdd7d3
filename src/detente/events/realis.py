"""How an event is stated: asserted, planned, possible or denied; or not at all."""

from __future__ import annotations

from dataclasses import replace

from detente.clauses.tokens import Clause, Sentence
from detente.events.actions import Candidate, _base, _codes
from detente.events.actors import Phrases
from detente.events.operators import Governed
from detente.events.rules import COOPERATIVE, Rules
from detente.types import Realis

_POSSIBLE = frozenset({"may", "might", "could", "can", "would", "'d"})
_OBLIGED = frozenset({"must", "should", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_MAYBE = frozenset({"possibly", "perhaps", "probably", "maybe", "potentially", "likely"})


def state(found: Governed, phrases: Phrases, rules: Rules) -> tuple[Candidate, Realis] | str:
    """(candidate, realis), the candidate perhaps turned into a promise, threat or refusal where a side speaks of its own next step;
    a plain reason where nothing is stated."""
    s, candidate, inner = phrases.s, found.candidate, found.clause
    outer = found.top
    governed = candidate.content is not None
    deciding = outer if governed else inner
    if not governed and inner.modal in _OBLIGED:
        return f"{inner.modal!r}: an opinion of what ought to be"
    if governed and inner.negated and candidate.content is not None:
        candidate = _negated_content(candidate, rules)
    own_words = _speaks_of_itself(found, phrases)
    if not governed and own_words and (inner.modal in ("will", "would") or found.planned):
        plover = rules.codes[candidate.cameo].plover
        operator = "refuse" if inner.negated else "intend"
        cameo = rules.contents.get((operator, plover), "120" if inner.negated else ("030" if plover in COOPERATIVE else "130"))
        if cameo == "-":
            return f"says it {inner.modal} do what no rule names"
        return replace(candidate, cameo=cameo, rule=f"own-word:{operator}({candidate.rule})>{cameo}", content=candidate.cameo,
                       content_head=candidate.head), "asserted"
    if _conditional(deciding, s):
        return candidate, "possible"
    if deciding.negated:
        return candidate, "denied"
    if deciding.modal == "will":
        return candidate, "planned"
    if deciding.modal in _POSSIBLE:
        return candidate, "possible"
    if any(s.lower[k] in _MAYBE for k in s.children[deciding.head]):
        return candidate, "possible"
    if s.text.rstrip(" \n\"'”’").endswith("?"):
        return candidate, "possible"
    if found.planned and not governed:
        return candidate, "planned"
    return candidate, "asserted"


def noun_state(head: int, clauses: dict[int, Clause], phrases: Phrases) -> Realis | str:
    """Realis of an event that a noun tells of: what the clause around it does with it."""
    s = phrases.s
    i = head
    while s.tokens[i].head != i:
        i = s.tokens[i].head
        clause = clauses.get(i)
        if clause is None:
            continue
        if clause.modal == "will":
            return "planned"
        if clause.modal in _POSSIBLE:
            return "possible"
        if clause.modal in _OBLIGED:
            return "an opinion of what ought to be"
        if _conditional(clause, s):
            return "possible"
        if clause.negated and s.tokens[head].head == i:
            return "denied"
        if clause.link in ("ROOT", "relcl"):
            break
    if s.text.rstrip().endswith("?"):
        return "possible"
    return "asserted"


def _conditional(clause: Clause, s: Sentence) -> bool:
    return clause.mark in _CONDITIONS


def _negated_content(candidate: Candidate, rules: Rules) -> Candidate:
    """A promise not to attack is a concession; a promise not to help is a refusal."""
    assert candidate.content is not None
    cooperative = rules.codes[candidate.content].plover in COOPERATIVE
    plover = rules.codes[candidate.cameo].plover
    if plover == "AGREE" and cooperative:
        return replace(candidate, cameo="120", rule=f"not:{candidate.rule}>120")
    if plover == "THREATEN":
        return replace(candidate, cameo="130" if cooperative else "035", rule=f"not:{candidate.rule}")
    return candidate


def _speaks_of_itself(found: Governed, phrases: Phrases) -> bool:
    clause = found.speaker_clause
    if clause is None:
        return False
    speakers = {_base(c) for h in clause.heads("subject") for c in _codes(phrases.resolve(h))}
    return bool(speakers & {_base(c) for c in found.candidate.actors})

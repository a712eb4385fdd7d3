"""What governs an action decides what it amounts to: threats, promises, refusals, demands, accusations, denials, wishes, speech.

Only the outer event comes out; the governed one stands in its ``content``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from detente.clauses.tokens import Clause
from detente.events.actions import Candidate, _base, _codes, _distinct, find_candidate, object_topics
from detente.events.actors import Phrases
from detente.events.rules import COOPERATIVE, Operator, Rules

# An operator with a class of its own; the other kinds only pass on, hold back or date what they govern.
_DECIDING = frozenset({"intend", "threaten", "refuse", "fail", "demand", "appeal", "accuse", "allege", "permit"})
_GOVERNED = ("xcomp", "ccomp", "pcomp", "csubj")
_MUST = ("must", "should", "ought", "needs", "need")


@dataclass(frozen=True, slots=True)
class Governed:
    """A candidate after all that governs it. clauses: from the predicate outwards. planned, possible: what operators made of it."""

    candidate: Candidate
    clause: Clause
    top: Clause
    speaker_clause: Clause | None
    planned: bool
    note: str


def govern(clause: Clause, clauses: dict[int, Clause], phrases: Phrases, rules: Rules) -> tuple[Governed | None, str]:
    """The event a clause tells of once everything above it has been heard, or None with the reason."""
    candidate, why = find_candidate(clause, phrases, rules)
    if candidate is None:
        candidate, why2 = _by_object(clause, phrases, rules)
        if candidate is None:
            return None, why2 or why
    top, speaker, planned, notes = clause, None, False, [candidate.rule]
    current = clause
    for _ in range(8):
        step = _above(current, clauses, phrases)
        if step is None:
            break
        governor, words = step
        operator = _operator(words, current, rules)
        if operator is None:
            if current.link in _GOVERNED and governor is not None and governor.kind != "copula":
                if current.link == "xcomp" or current.mark == "to":
                    return None, f"governed by {words!r}, which says nothing of it"
            if governor is None:
                break
            current = governor
            continue
        kind = operator.kind
        notes.append(f"{words}:{kind}")
        if kind == "wish":
            return None, f"{words!r} only wishes or considers it"
        if kind == "attempt":
            return None, f"{words!r}: only attempted"
        if kind == "cause" and governor is not None:
            pass
        elif kind in ("plan",):
            planned = True
        elif kind == "say":
            speaker = speaker or governor
            if governor is not None and current.modal in _MUST:
                outer = _demanded(candidate, governor, phrases)
                if outer is not None:
                    candidate, top = outer, governor
        elif kind == "deny":
            if governor is None:
                return None, "denied"
            return None, f"{words!r}: denied"
        elif kind == "cease":
            ended = _ceased(candidate, rules)
            if ended is None:
                return None, f"{words!r}: ended, and no rule says what that is"
            candidate = ended
        elif kind in _DECIDING and governor is not None:
            outer = _decide(candidate, kind, operator, governor, current, phrases, rules)
            if outer is None:
                return None, f"{words!r} ({kind}) over {rules.codes[candidate.cameo].plover}: no event"
            candidate, top = outer, governor
        if governor is None:
            break
        current = governor
    return Governed(candidate, clause, top, speaker, planned, " < ".join(notes)), why


def _above(clause: Clause, clauses: dict[int, Clause], phrases: Phrases) -> tuple[Clause | None, str] | None:
    """(governing clause, governing word); None where the clause stands on its own."""
    s = phrases.s
    head = s.tokens[clause.head]
    if clause.link in ("ROOT", "relcl"):
        return None
    if clause.link in ("conj",):
        first = clauses.get(head.head)
        # what stands over the first of coordinated verbs stands over the others, unless they have a subject of their own
        if first is None or any(s.tokens[k].dep in ("nsubj", "nsubjpass") for k in s.children[clause.head]):
            if first is None or first.link not in ("ccomp",):
                return None
        above = _above(first, clauses, phrases)
        return above
    if clause.link == "acl":
        if clause.mark == "to":
            governor = clauses.get(clause.governor) if clause.governor is not None else None
            return governor, s.tokens[head.head].lemma.lower()
        return None
    if clause.link in ("xcomp", "ccomp", "pcomp", "csubj"):
        governor = clauses.get(clause.governor) if clause.governor is not None else None
        if governor is None:
            return None
        if clause.link == "pcomp":
            prep = s.tokens[head.head]
            if s.tokens[prep.head].pos in ("NOUN", "PROPN"):
                return governor, s.tokens[prep.head].lemma.lower()
        word = governor.lemma
        if governor.predicate is not None:
            word = s.tokens[governor.predicate].lemma.lower()
        return governor, word
    if clause.link == "advcl" and clause.mark == "to":
        governor = clauses.get(clause.governor) if clause.governor is not None else None
        if governor is not None and governor.lemma in ("threaten", "agree", "refuse", "vow", "pledge", "offer", "promise", "decide", "urge", "move"):
            return governor, governor.lemma
        return governor, "hope"  # a purpose is not yet a deed
    return None


def _operator(words: str, governed: Clause, rules: Rules) -> Operator | None:
    found = rules.operators.get(words) or rules.operators.get(words.split(" ")[0])
    if not found:
        return None
    infinitive = governed.link == "xcomp" or governed.mark == "to"
    for operator in found:
        # "announced that it sends" says; "announced to send", "decided to" intends
        if operator.kind == "say" and infinitive and len(found) > 1:
            continue
        if words in ("announce", "decide") and operator.kind == "intend" and not infinitive:
            continue
        if words in ("stop", "cease", "end") and operator.kind == "go-on":
            continue
        if words == "warn" and operator.kind == "threaten" and not infinitive and governed.modal is None:
            continue
        return operator
    if words == "decide":
        return Operator("say", None)
    return None


def _sides(governor: Clause, phrases: Phrases) -> tuple[tuple[str, ...], tuple[str, ...]]:
    subject = _codes(a for h in governor.heads("subject") for a in phrases.resolve(h)) or _codes(
        a for h in governor.heads("subject") for a in phrases.inner(h)
    )
    objects = (*governor.heads("object"), *governor.heads("indirect"))
    target = _codes(a for h in objects for a in phrases.resolve(h)) or _codes(
        a for p in ("prep:on", "prep:to", "prep:upon", "prep:with", "prep:for") for h in governor.heads(p) for a in phrases.resolve(h)
    )
    return subject, target


def _decide(
    inner: Candidate, kind: str, operator: Operator, governor: Clause, governed: Clause, phrases: Phrases, rules: Rules
) -> Candidate | None:
    plover = rules.codes[inner.cameo].plover
    cameo = rules.contents.get((kind, plover), operator.bare or rules.contents.get((kind, "*")) or "")
    if kind == "intend" and not cameo:
        cameo = "030" if plover in COOPERATIVE else "130"
    if cameo == "-" or not cameo:
        return None
    subject, target = _sides(governor, phrases)
    own = {_base(a) for a in subject}
    if not subject:
        return None
    everyone = _distinct((*inner.actors, *inner.recipients))
    others = tuple(c for c in inner.recipients if _base(c) not in own)
    if kind in ("demand", "appeal"):
        recipients = (
            tuple(c for c in target if _base(c) not in own) or tuple(c for c in inner.actors if _base(c) not in own) or others or target or inner.actors
        )
        if set(map(_base, inner.actors)) & own and kind == "appeal" and not tuple(c for c in target if _base(c) not in own) and len(subject) == 1:
            recipients = others
    elif kind in ("accuse", "allege"):
        recipients = tuple(c for c in target if _base(c) not in own) or tuple(c for c in inner.actors if _base(c) not in own)
        if kind == "allege" and (not recipients or plover in COOPERATIVE):
            return inner if kind == "allege" else None
        recipients = recipients or target or inner.actors
    else:
        recipients = tuple(c for c in target if _base(c) not in own) or others
        if not recipients:
            recipients = tuple(c for c in everyone if _base(c) not in own) or inner.recipients
    reciprocal = inner.reciprocal or (len(_distinct(subject)) > 1 and not recipients)
    actors = subject
    if kind in ("intend", "fail") and (inner.reciprocal or len(_distinct(subject)) > 1) and governor.lemma in ("agree", "fail", "decide"):
        actors, recipients, reciprocal = _distinct((*subject, *(c for c in everyone if _base(c) not in own))) if inner.reciprocal else subject, (
            () if inner.reciprocal else recipients), inner.reciprocal or not recipients
        if len(_distinct(actors)) < 2:
            reciprocal = False
    elif reciprocal:
        reciprocal = False
    return Candidate(cameo, actors, recipients, reciprocal, governor.head, f"{governor.lemma}:{kind}({inner.rule})>{cameo}", inner.used,
                     inner.cameo, inner.head)


def _demanded(inner: Candidate, governor: Clause, phrases: Phrases) -> Candidate | None:
    subject, _ = _sides(governor, phrases)
    own = {_base(a) for a in subject}
    recipients = tuple(c for c in inner.actors if _base(c) not in own)
    if not subject or not recipients:
        return None
    return Candidate("100", subject, recipients, False, governor.head, f"say:must({inner.rule})>100", inner.used, inner.cameo, inner.head)


_ENDED = {"ASSAULT": "0871", "AID": "162", "SANCTION": "085", "MOBILIZE": "0873", "COOPERATE": "160", "CONSULT": "164", "COERCE": "080"}


def _ceased(candidate: Candidate, rules: Rules) -> Candidate | None:
    cameo = _ENDED.get(rules.codes[candidate.cameo].plover)
    return replace(candidate, cameo=cameo, rule=f"cease({candidate.rule})>{cameo}") if cameo else None


_OBJECT_PREPS = ("prep:for", "prep:to", "prep:with", "prep:on", "prep:against", "prep:of")


def _by_object(clause: Clause, phrases: Phrases, rules: Rules) -> tuple[Candidate | None, str]:
    """An operator over a noun: "promised aid to X", "threatened sanctions", "called for talks", "accused X of aggression"."""
    s = phrases.s
    word = clause.lemma if clause.predicate is None else s.tokens[clause.predicate].lemma.lower()
    operators = [o for o in rules.operators.get(word, ()) if o.kind in _DECIDING]
    if not operators:
        return None, ""
    operator = operators[0]
    if operator.kind in ("allege", "permit", "fail"):
        return None, ""
    objects = [*clause.heads("object"), *(a.head for a in clause.arguments if a.role in _OBJECT_PREPS)]
    for topic, head in object_topics(s, objects, rules).items():
        noun = rules.nouns.get(topic)
        if noun is None:
            continue
        named = _codes(phrases.inner(head))
        subject, target = _sides(clause, phrases)
        own = {_base(a) for a in subject}
        recipients = tuple(c for c in named if _base(c) not in own)
        inner = Candidate(noun.cameo, subject, recipients, False, head, f"noun:{topic}", (head,))
        outer = _decide(inner, operator.kind, operator, clause, clause, phrases, rules)
        if outer is not None:
            return outer, ""
    if operator.kind == "accuse" or (operator.bare and operator.kind in ("intend", "refuse", "demand", "appeal", "threaten") and clause.heads("object")):
        subject, target = _sides(clause, phrases)
        own = {_base(a) for a in subject}
        found = tuple(c for c in target if _base(c) not in own) or tuple(
            c for h in objects for c in _codes(phrases.inner(h)) if _base(c) not in own
        )
        if subject and found and operator.bare:
            return Candidate(operator.bare, subject, _distinct(found), False, clause.head, f"{word}:{operator.kind}>{operator.bare}"), ""
    return None, ""

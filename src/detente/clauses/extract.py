"""Sentence -> clauses: one for each predicate, in active order, with shared and relative subjects filled in."""

from __future__ import annotations

from detente.clauses.tokens import Argument, Clause, Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_OBJECT = ("dobj", "obj")
_RELATIVE = {"which", "who", "that", "whom"}
_WILL = {"will", "'ll", "’ll", "wo", "shall"}
_NO = {"no", "neither", "nor", "nobody", "none"}

# Verbs whose infinitive takes its subject from the object: "urged Iran to stop", "forced them to leave".
_OBJECT_CONTROL = frozenset(
    """accuse advise allow appeal appoint ask authorise authorize beg call cause challenge command compel convince direct empower
    enable encourage expect forbid force help instruct invite lead let lobby oblige order permit persuade press pressure push remind
    request require tell tempt trigger urge warn want wish""".split()
)


def extract_clauses(s: Sentence) -> tuple[Clause, ...]:
    """All clauses of a sentence, governors before what they govern where the parse allows, in word order otherwise."""
    heads = [t for t in s.tokens if _is_predicate(s, t)]
    known = {t.i for t in heads}
    subjects: dict[int, list[int]] = {}
    return tuple(_clause(s, t, known, subjects) for t in sorted(heads, key=lambda t: (_depth(s, t.i), t.i)))


def _is_predicate(s: Sentence, t: Token) -> bool:
    if t.dep in ("aux", "auxpass", "prep", "case") or t.tag[:1] not in ("V", "M"):
        return False
    if t.pos not in ("VERB", "AUX"):
        return False
    # participles before a noun ("the reported attack") describe it
    return not (t.dep == "amod" and t.tag in ("VBN", "VBG", "VBD"))


def _depth(s: Sentence, i: int) -> int:
    n = 0
    while s.tokens[i].head != i and n < 200:
        i, n = s.tokens[i].head, n + 1
    return n


def _governor(s: Sentence, t: Token, known: set[int]) -> int | None:
    i = t.i
    while s.tokens[i].head != i:
        i = s.tokens[i].head
        if i in known:
            return i
    return None


def _clause(s: Sentence, t: Token, known: set[int], subjects: dict[int, list[int]]) -> Clause:
    passive = s.child(t.i, "nsubjpass", "auxpass", "csubjpass") is not None
    link = t.dep
    governor = _governor(s, t, known)
    if link in ("acl", "relcl") and t.tag == "VBN" and s.child(t.i, "nsubj", "aux") is None:
        passive = True
    if link in ("advcl", "conj", "pcomp") and t.tag == "VBN" and s.child(t.i, "nsubj", "aux", *_OBJECT) is None and link == "advcl":
        passive = True
    agents = [k for p in s.children[t.i] if s.tokens[p].dep == "agent" for k in s.children[p] if s.tokens[k].dep == "pobj"]
    objects = [k for k in s.children[t.i] if s.tokens[k].dep in _OBJECT]
    indirect = [k for k in s.children[t.i] if s.tokens[k].dep == "dative" and s.tokens[k].pos != "ADP"]
    own = [_antecedent(s, t, k) for k in s.children[t.i] if s.tokens[k].dep in _SUBJECT]
    objects = [_antecedent(s, t, k) for k in objects]
    subject = own or _misattached(s, t)
    if not subject:
        subject, objects, passive = _inherited(s, t, link, governor, subjects, objects, passive)
    if passive:
        done_to = subject
        subjects[t.i] = done_to  # what a coordinated or governed verb shares is the surface subject
        subject, objects = agents, done_to + objects
    else:
        subjects[t.i] = subject
    arguments = [Argument("subject", k) for k in subject]
    arguments += [Argument("object", k) for k in objects]
    arguments += [Argument("indirect", k) for k in indirect]
    arguments += _prepositions(s, t.i)
    predicate = s.child(t.i, "acomp", "attr", "oprd") if t.lemma == "be" or t.lemma in ("become", "remain", "stay", "seem", "get") else None
    modal, tense = _modality(s, t, link, known)
    particle = s.child(t.i, "prt")
    lemma = t.lemma.lower() + (f" {s.lower[particle]}" if particle is not None else "")
    negated = _negated(s, t, subject + objects)
    mark = s.child(t.i, "mark")
    marker = s.lower[mark] if mark is not None else ("to" if _infinitive(s, t) else None)
    kind = "copula" if predicate is not None and t.lemma == "be" else "verb"
    return Clause(t.i, lemma, kind, tuple(arguments), negated, modal, tense, passive, governor, link, marker, predicate)  # type: ignore[arg-type]


def _misattached(s: Sentence, t: Token) -> list[int]:
    """The noun right before a coordinated finite verb ("... to Minsk and the authorities insisted"), which parsers often hang elsewhere."""
    if t.dep != "conj" or t.tag not in ("VBD", "VBZ", "VBP"):
        return []
    k = t.i - 1
    while k >= 0 and (s.tokens[k].tag in ("RB", "MD") or s.tokens[k].dep in ("aux", "auxpass")):
        k -= 1
    if k < 1 or s.tokens[k].pos not in ("NOUN", "PROPN", "PRON") or s.tokens[k].head > t.i:
        return []
    first = k
    while first > 0 and s.tokens[first - 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        first -= 1
    return [k] if first > 0 and s.lower[first - 1] in ("and", "but", "while") and t.head < first else []


def _infinitive(s: Sentence, t: Token) -> bool:
    return any(s.tokens[k].tag == "TO" for k in s.children[t.i])


def _antecedent(s: Sentence, t: Token, k: int) -> int:
    """The noun a relative pronoun stands for."""
    if t.dep == "relcl" and s.lower[k] in _RELATIVE and t.head != t.i:
        return t.head
    return k


def _inherited(
    s: Sentence, t: Token, link: str, governor: int | None, subjects: dict[int, list[int]], objects: list[int], passive: bool
) -> tuple[list[int], list[int], bool]:
    """(subject, objects, passive) of a clause without a subject of its own."""
    if link == "relcl" and any(s.lower[k] in _RELATIVE for k in s.children[t.i]):
        return [], objects or [t.head], passive
    if link in ("acl", "relcl"):
        if t.tag == "VBN":
            return [t.head], objects, True
        if t.tag == "VBG":
            return [t.head], objects, passive
        if governor is not None and _infinitive(s, t):
            return subjects.get(governor, []), objects, passive
        return [], objects, passive
    if governor is None:
        return [], objects, passive
    head = s.tokens[governor]
    if link in ("xcomp", "ccomp", "pcomp", "advcl"):
        if head.lemma.lower() in _OBJECT_CONTROL:
            lower = [k for k in s.children[governor] if s.tokens[k].dep in (*_OBJECT, "dative")]
            if not lower and s.child(governor, "nsubjpass") is not None:
                lower = subjects.get(governor, [])
            if lower and link != "advcl":
                return lower, objects, passive
        return subjects.get(governor, []), objects, passive
    if link == "conj":
        if t.tag == "VBN" and s.child(governor, "auxpass") is not None and s.child(t.i, "aux", "auxpass") is None and not objects:
            return subjects.get(governor, []), objects, True
        return subjects.get(governor, []), objects, passive
    if link in ("parataxis", "dep"):
        return subjects.get(governor, []), objects, passive
    return [], objects, passive


def _prepositions(s: Sentence, i: int) -> list[Argument]:
    out = []
    for p in s.children[i]:
        token = s.tokens[p]
        if token.dep in ("prep", "dative") and (token.pos in ("ADP", "SCONJ", "VERB", "ADV") or token.dep == "prep"):
            out += prepositional(s, p)
        elif token.dep == "advmod":  # "together with", "jointly with"
            for q in s.children[p]:
                if s.tokens[q].dep == "prep":
                    out += prepositional(s, q)
    return out


def prepositional(s: Sentence, p: int) -> list[Argument]:
    """The arguments under a preposition; nested ones (``out of``, ``along with``) by their last word."""
    name = s.lower[p]
    out = []
    for k in s.children[p]:
        dep = s.tokens[k].dep
        if dep == "pobj":
            out.append(Argument(f"prep:{name}", k))
        elif dep == "pcomp" and s.tokens[k].tag[:1] != "V":
            out.append(Argument(f"prep:{name}", k))
        elif dep == "prep":
            out += prepositional(s, k)
    return out


def _modality(s: Sentence, t: Token, link: str, known: set[int]) -> tuple[str | None, str]:
    auxiliaries = [k for k in s.children[t.i] if s.tokens[k].dep in ("aux", "auxpass")]
    if not auxiliaries and link == "conj" and t.head in known and t.tag in ("VB", "VBN"):
        auxiliaries = [k for k in s.children[t.head] if s.tokens[k].dep in ("aux", "auxpass")]
        if any(s.tokens[k].tag == "TO" for k in auxiliaries):
            return None, "none"
    modal = next((s.lower[k] for k in auxiliaries if s.tokens[k].tag == "MD"), None)
    if modal is None and t.tag == "MD":
        modal = s.lower[t.i]
    if modal in _WILL:
        return "will", "future"
    if modal:
        return modal, "none"
    if any(s.tokens[k].tag == "TO" for k in auxiliaries):
        return None, "none"
    tags = {s.tokens[k].tag for k in auxiliaries} | {t.tag}
    lemmas = {s.tokens[k].lemma for k in auxiliaries}
    if "VBD" in tags or "have" in lemmas or (t.tag == "VBN" and not lemmas & {"be"}):
        return None, "past"
    if tags & {"VBZ", "VBP"} or (t.tag == "VBG" and lemmas & {"be"}):
        return None, "present"
    return None, "none" if t.tag in ("VB", "VBG") else "past"


def _negated(s: Sentence, t: Token, arguments: list[int]) -> bool:
    if any(s.tokens[k].dep == "neg" or (s.tokens[k].dep == "advmod" and s.lower[k] in ("never", "hardly", "no longer")) for k in s.children[t.i]):
        return True
    return any(s.lower[k] in _NO for a in arguments for k in s.children[a] if s.tokens[k].dep in ("det", "preconj") and a not in (t.i,))

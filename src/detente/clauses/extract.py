"""Sentence -> clauses: one for each predicate, in active order, with shared and relative subjects filled in."""

from __future__ import annotations

from detente.clauses.tokens import Argument, Clause, ClauseKind, Sentence, Tense, Token
from detente.clauses.words import words

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_OBJECT = ("dobj", "obj")
_RELATIVE = {"which", "who", "that", "whom"}
WILL = {"will", "'ll", "’ll", "wo", "shall"}
_NO = {"no", "neither", "nor", "nobody", "none"}
# Adverbs that make another verb of one: "handed him back", "sent them home", "let them in".
_PARTICLES = words("back home over away out in down off up")
_NEVER = words("time point stage circumstances circumstance way account case")
# Verbs that name what they act on: "called it a crime". What they name it is their predicate.
_NAMING = words("call label brand term dub describe declare deem consider find judge pronounce")
_BECOMING = words("be become remain stay seem get stand")

# Verbs that nobody does without an object: without one, headlines and digests mean the passive.
_DONE_TO = words("kill wound injure arrest detain jail sentence kidnap abduct execute indict deport evacuate")

# Verbs whose infinitive takes its subject from the object: "urged Iran to stop", "forced them to leave".
_OBJECT_CONTROL = words(
    """accuse advise allow appeal appoint ask authorise authorize beg call cause challenge command compel convince direct empower
    enable encourage expect forbid force help instruct invite lead let lobby oblige order permit persuade prompt press pressure push remind
    request require tell tempt trigger urge warn want wish"""
)


def extract_clauses(s: Sentence) -> tuple[Clause, ...]:
    """All clauses of a sentence: the shallowest of the parse tree first, in word order where two are equally deep."""
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
    governor = _governor(s, t, known)
    link = t.dep
    objects = [k for k in s.children[t.i] if s.tokens[k].dep in _OBJECT and not _is_each_other(s, k)]
    passive = _is_passive(s, t, objects)
    agents = [k for p in s.children[t.i] if s.tokens[p].dep == "agent" for k in s.children[p] if s.tokens[k].dep == "pobj"]
    indirect = [k for k in s.children[t.i] if s.tokens[k].dep == "dative" and s.tokens[k].pos != "ADP"]
    own = [*_listed(s, t), *(_antecedent(s, t, k) for k in s.children[t.i] if s.tokens[k].dep in _SUBJECT)]
    objects = [_antecedent(s, t, k) for k in objects] or _let_go(s, t)
    subject = own or _misattached(s, t)
    if not subject and _headline_verb(s, t, objects):
        subject = [t.head]
    elif not subject:
        subject, objects, passive = _inherited(s, t, link, governor, subjects, objects, passive)
    if link == "pcomp" and (by := _agents(s, t.i)) and not objects and not own:  # "killed in shelling by the army"
        objects, subject = (subject if governor is not None and _is_surface_passive(s, governor) else []), by
    subjects[t.i] = subject  # what a coordinated or governed verb shares is the surface subject
    if passive:
        subject, objects = agents, subject + objects
    arguments = [Argument("subject", k) for k in subject]
    arguments += [Argument("object", k) for k in objects]
    arguments += [Argument("indirect", k) for k in indirect]
    arguments += _prepositions(s, t.i)
    lemma = t.lemma.lower()
    predicate = None
    if lemma in _BECOMING:
        predicate = s.child(t.i, "acomp", "attr", "oprd")
    elif lemma in _NAMING:
        predicate = s.child(t.i, "oprd", "acomp")
    modal, tense = _modality(s, t, link, known)
    mark = s.child(t.i, "mark")
    marker = s.lower[mark] if mark is not None else None
    if marker in (None, "for") and _infinitive(s, t):
        marker = "to"
    kind: ClauseKind = "verb" if predicate is None else "copula" if lemma == "be" else "naming" if lemma in _NAMING else "verb"
    negated = _negated(s, t, subject + objects)
    return Clause(
        t.i, _with_particle(s, t, objects), kind, tuple(arguments), negated, modal, tense, passive, governor, link, marker, predicate
    )  # fmt: skip


def _agents(s: Sentence, i: int) -> list[int]:
    return [k for p in s.children[i] if s.lower[p] == "by" for k in s.children[p] if s.tokens[k].dep == "pobj"]


def _is_surface_passive(s: Sentence, i: int) -> bool:
    return s.child(i, "nsubjpass", "auxpass") is not None


def _listed(s: Sentence, t: Token) -> list[int]:
    """The first of a headline's two subjects: "London, Paris condemn ..."."""
    k = s.child(t.i, "npadvmod", "dep")
    if k != 0 or len(s.tokens) < 4 or s.lower[1] != "," or s.tokens[0].pos != "PROPN":
        return []
    return [0] if s.tokens[2].dep in _SUBJECT and s.tokens[2].head == t.i and s.tokens[2].pos == "PROPN" else []


def _is_each_other(s: Sentence, k: int) -> bool:
    return k > 0 and (s.lower[k - 1], s.lower[k]) in (("each", "other"), ("one", "another"))


def _let_go(s: Sentence, t: Token) -> list[int]:
    """Whom "let nine prisoners go" lets go: the subject of "go"."""
    if t.lemma.lower() != "let":
        return []
    return [k for c in s.children[t.i] if s.lower[c] == "go" for k in s.children[c] if s.tokens[k].dep == "nsubj"]


def _is_passive(s: Sentence, t: Token, objects: list[int]) -> bool:
    if s.child(t.i, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if t.lemma in _DONE_TO and t.dep in ("ROOT", "ccomp", "conj") and t.tag in ("VBN", "VBD") and not objects:
        return s.child(t.i, "aux") is None and s.child(t.i, "nsubj") is not None  # "Two soldiers killed in Basra"
    if t.tag != "VBN" or s.child(t.i, "nsubj", "aux") is not None:
        return False
    return (t.dep in ("acl", "relcl") and not _headline_verb(s, t, objects)) or (t.dep == "advcl" and not objects)


def _headline_verb(s: Sentence, t: Token, objects: list[int]) -> bool:
    """A finite verb that the parser took for a participle: "The coalition bombed Sanaa" as a noun with "bombed" behind it."""
    return (
        t.dep == "acl" and t.tag in ("VBN", "VBD") and bool(objects) and s.tokens[t.head].dep == "ROOT" and s.tokens[t.head].head == t.head
    )


def _with_particle(s: Sentence, t: Token, objects: list[int]) -> str:
    lemma = t.lemma.lower()
    particle = s.child(t.i, "prt")
    if particle is None:
        particle = next((k for k in s.children[t.i] if k > t.i and s.tokens[k].dep == "advmod" and s.lower[k] in _PARTICLES), None)
    if particle is not None:
        return f"{lemma} {s.lower[particle]}"
    if lemma == "let" and "go" in s.lower[t.i + 1 : t.i + 12]:  # "let nine of the prisoners go": parsers lose the "go"
        return "let go"
    return lemma


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
    if link == "advcl" and t.tag == "VBG" and s.child(governor, "auxpass", "nsubjpass") is not None:
        agents = [k for p in s.children[governor] if s.tokens[p].dep == "agent" for k in s.children[p] if s.tokens[k].dep == "pobj"]
        if agents:  # "was attacked by militiamen, killing nine"
            return agents, objects, passive
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
        if token.dep == "prep" or (token.dep in ("dative", "prt") and token.pos in ("ADP", "SCONJ", "VERB", "ADV")):
            out += prepositional(s, p)
        elif token.dep == "advmod":  # "together with", "jointly with"
            for q in s.children[p]:
                if s.tokens[q].dep == "prep":
                    out += prepositional(s, q)
    return out


def prepositional(s: Sentence, p: int) -> list[Argument]:
    """The arguments under a preposition; nested ones (``out of``, ``along with``) by their last word."""
    name = s.lower[p]
    out: list[Argument] = []
    if name == "according":  # who says so, not a side
        return out
    for k in s.children[p]:
        dep = s.tokens[k].dep
        if dep == "pobj" or (dep == "pcomp" and s.tokens[k].tag[:1] != "V"):
            out.append(Argument(f"prep:{name}", k))
        elif dep == "prep":
            out += prepositional(s, k)
    return out


def _modality(s: Sentence, t: Token, link: str, known: set[int]) -> tuple[str | None, Tense]:
    auxiliaries = [k for k in s.children[t.i] if s.tokens[k].dep in ("aux", "auxpass")]
    if not auxiliaries and link == "conj" and t.head in known and t.tag in ("VB", "VBN"):
        auxiliaries = [k for k in s.children[t.head] if s.tokens[k].dep in ("aux", "auxpass")]
        if any(s.tokens[k].tag == "TO" for k in auxiliaries):
            return None, "none"
    modal = next((s.lower[k] for k in auxiliaries if s.tokens[k].tag == "MD"), None)
    if modal is None and t.tag == "MD":
        modal = s.lower[t.i]
    if modal in WILL:
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
    for k in s.children[t.i]:
        if s.tokens[k].dep == "neg" or s.lower[k] in ("never", "hardly", "nowhere", "neither", "nor"):
            return True
        if s.tokens[k].dep == "prep" and any(_has_no(s, j) for j in s.children[k] if s.lower[j] in _NEVER):
            return True  # "at no time", "under no circumstances"
    return any(_has_no(s, a) for a in arguments) or any(s.lower[a] in ("nobody", "none", "nothing") for a in arguments)


def _has_no(s: Sentence, i: int) -> bool:
    """ "no troops", "not one dollar"."""
    for k in s.children[i]:
        if s.tokens[k].dep in ("det", "preconj", "neg") and (s.lower[k] in _NO or s.lower[k] == "not"):
            return True
        if s.tokens[k].dep == "nummod" and any(s.lower[j] == "not" for j in s.children[k]):
            return True
    return False

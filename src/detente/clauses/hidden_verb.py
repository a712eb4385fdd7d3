"""Headlines and terse news in the present tense: a verb that the parser took for a noun ("Norway, Iceland sign cod deal", "The Treasury
sanctions five firms") is put back in its place, where the sentence has no other.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.clauses.tokens import Sentence, Token

_LEFT = ("det", "amod", "compound", "nmod", "poss", "nummod")
_PREDICATES = ("ROOT", "ccomp", "conj", "advcl", "relcl")
_NOUNS = ("NOUN", "PROPN")
_OPENS_OBJECT = ("DET", "NUM", "ADJ", "PROPN", "NOUN", "PRON")


def mend_headline(s: Sentence, forms: Mapping[str, str]) -> Sentence:
    """The sentence with its hidden verb as root; the same sentence where it has a verb, or none can be found.

    forms: present forms of the verbs to look for -> lemma ("sanctions" -> "sanction").
    """
    s = _retagged(s, forms)
    root = next((t for t in s.tokens if t.head == t.i), None)
    if root is None or root.pos not in _NOUNS:
        return s
    found = next((t for t in s.tokens[1:-1] if t.text in forms and _stands_as_verb(s, t)), None)
    return s if found is None else _rebuilt(s, root, found, forms[found.text])


def _retagged(s: Sentence, forms: Mapping[str, str]) -> Sentence:
    """The sentence with nouns that stand where only a predicate can ("Budapest requests that ...", tagged as a noun) tagged as verbs."""
    wrong = [t for t in s.tokens if t.pos in _NOUNS and t.dep in _PREDICATES and t.text in forms and _has_subject(s, t)]
    if not wrong:
        return s
    tokens = list(s.tokens)
    for t in wrong:
        for k in s.children[t.i]:
            if k > t.i and s.tokens[k].dep in ("relcl", "acl") and s.lower[k - 1] == "to":
                tokens[k] = tokens[k]._replace(dep="xcomp")
        finite = "VBZ" if t.text.endswith("s") else "VB" if s.child(t.i, "mark") is not None else "VBP"
        tokens[t.i] = t._replace(lemma=forms[t.text], pos="VERB", tag=finite)
        subject = s.child(t.i, "nsubj", "nsubjpass")
        if subject is None:
            subject = max(k for k in s.children[t.i] if k < t.i and s.tokens[k].dep == "compound")
            tokens[subject] = tokens[subject]._replace(dep="nsubj")
        for k in s.children[t.i]:
            if k < subject and s.tokens[k].dep in _LEFT:
                tokens[k] = tokens[k]._replace(head=subject)
            elif k > t.i and s.tokens[k].dep in ("appos", "npadvmod", "attr"):
                tokens[k] = tokens[k]._replace(dep="dobj")
    return Sentence(s.field, s.text, s.start, s.end, tuple(tokens))


def _has_subject(s: Sentence, t: Token) -> bool:
    if any(s.tokens[k].dep == "nsubj" and k < t.i for k in s.children[t.i]):
        return any(k > t.i and s.tokens[k].dep in ("dobj", "ccomp", "xcomp", "prep", "appos") for k in s.children[t.i])
    if t.dep == "ROOT" and t.tag == "NNS" and s.tokens[t.i - 1].dep == "compound" and t.i > 0:  # "Senegal's opposition plans to rally"
        return any(s.tokens[k].dep in ("xcomp", "relcl", "acl") and s.lower[k - 1] == "to" for k in s.children[t.i] if k > t.i)
    named = any(s.tokens[k].dep == "compound" and s.tokens[k].pos == "PROPN" for k in s.children[t.i])
    return t.dep == "ccomp" and s.child(t.i, "mark") is not None and named


def _stands_as_verb(s: Sentence, t: Token) -> bool:
    before, after = s.tokens[t.i - 1], s.tokens[t.i + 1]
    joined = after.pos == "CCONJ" and any(s.tokens[k].dep == "conj" and s.tokens[k].tag in ("VBZ", "VBP") for k in s.children[t.i])
    opens = t.dep == "ROOT" and after.pos == "ADP" and t.text.endswith("s")  # "Opposition appeals for calm"
    if before.pos not in _NOUNS or not (opens or joined or after.pos in _OPENS_OBJECT) or t.tag not in ("NN", "NNS", "VB", "VBP", "VBZ"):
        return False
    if t.pos == "VERB" and t.dep not in ("amod", "compound"):
        return False
    several = before.tag in ("NNS", "NNPS") or any(s.lower[k] in (",", "and") for k in range(t.i - 1))
    return t.text.endswith("s") or several  # "Iceland sign" needs a second subject


def _rebuilt(s: Sentence, root: Token, verb: Token, lemma: str) -> Sentence:
    tokens = list(s.tokens)

    def hang(i: int, dep: str, head: int) -> None:
        tokens[i] = tokens[i]._replace(dep=dep, head=head)

    outer = s.tokens[verb.head] if verb.i != root.i else root
    tokens[verb.i] = verb._replace(lemma=lemma, pos="VERB", tag="VBZ" if verb.text.endswith("s") else "VBP", dep="ROOT", head=verb.i)
    subject = root.i if root.i < verb.i else verb.i - 1
    for t in s.tokens:
        if t.i == verb.i or t.head not in (verb.i, outer.i) or (t.head == outer.i and outer.i < verb.i):
            continue
        if t.i == subject:
            continue
        if t.i < verb.i and t.dep in _LEFT:
            named = t.pos == "PROPN" and t.i > 0 and s.lower[t.i - 1] in (",", "and")
            hang(t.i, "conj" if named else t.dep, subject)
        elif t.i > verb.i and t.head == verb.i and t.dep in ("appos", "npadvmod", "dep", "nsubj", "attr"):
            hang(t.i, "dobj", verb.i)
    if outer.i > verb.i:
        hang(outer.i, "dobj", verb.i)
    hang(subject, "nsubj", verb.i)
    return Sentence(s.field, s.text, s.start, s.end, tuple(tokens))

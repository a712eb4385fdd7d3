"""Who states an event: the subject of the speech verb over or beside it, "according to X", "citing X", or a headline's "X: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from detente.clauses.tokens import Clause
from detente.events.actors import Actor, Phrases
from detente.events.country import places
from detente.events.speaker_closing import closing_sources
from detente.events.speaker_words import (
    ADDRESSING,
    BYSTANDERS,
    CLAIMING,
    ECHOES,
    ISSUED_BY,
    LEADS,
    NO_ORGAN,
    OF_NEWS,
    OF_THE_PLACE,
    OUTLETS,
    PRESS_OF_THE_STATE,
    QUOTING,
    REPORTING,
    SEATED,
    STATE_OUTLETS,
    STATE_RUN,
    STATED,
    STATING,
    UNNAMED,
    VESSELS,
)  # fmt: skip
from detente.lexicon import split_code

# A label before or after a headline is a name or an office of at most this many words ("UN human rights chief: ...").
_LABEL = 5
_QUOTE_ENDS = frozenset({",", '"', "”", "''"})


def find_speaker(clause: Clause | None, phrases: Phrases, head: int | None = None) -> str | None:
    """Code of the speaker, or None when nobody known is named.

    clause: the speech clause over the event, if any. head: token of the event's predicate or noun; what is said over it, or added to its
    sentence, is found from there. Independent outlets, witnesses and experts are nobody's; an outlet of a state is its country's.
    """
    for source in _sources(clause, phrases, head):
        code = _code(source, phrases)
        if code:
            return code
    label = _label(phrases)
    return _code(label, phrases) if label is not None else None


def _sources(clause: Clause | None, phrases: Phrases, head: int | None) -> Iterator[int]:
    """Heads of the phrases that may name who states it, best first."""
    s = phrases.s
    for i, word in enumerate(s.lower):
        if word in ("citing", "quoting"):
            yield from (k for k in s.children[i] if s.tokens[k].dep in ("dobj", "pobj"))
    if clause is not None and (head is None or ";" not in s.lower[head : clause.head]):
        if clause.lemma in QUOTING:
            yield from clause.heads("object")
        yield from clause.heads("subject")
    if head is not None:
        yield from _over(phrases, head)
        yield from closing_sources(s, head)
    for i in range(len(s.lower)):
        for lead in LEADS:
            if s.lower[i : i + len(lead)] == lead:
                yield from (k for k in s.children[i + len(lead) - 1] if s.tokens[k].dep == "pobj")


def _over(phrases: Phrases, head: int) -> Iterator[int]:
    """Subjects of the stating verbs over an event, from the nearest up, and of those added to its sentence."""
    s, i = phrases.s, head
    while True:
        for k in s.children[i]:
            if _is_added(phrases, k):
                yield from _stater(phrases, k)
        up, dep = s.tokens[i].head, s.tokens[i].dep
        if up == i:
            return
        if ";" in s.lower[i:up]:
            return  # "Fishermen strike; the minister says ...": another sentence
        lemma = s.tokens[up].lemma.lower()
        if (
            (lemma in STATING and dep in STATED)
            or (lemma in REPORTING and dep in ("dobj", "nsubjpass"))
            or (lemma in CLAIMING and dep == "xcomp")
        ):
            yield from _stater(phrases, up)
        i = up


def _is_added(phrases: Phrases, k: int) -> bool:
    """ "Iraqi forces, the army says, have retaken it": a stating verb between commas or at the end, with nothing of its own to state."""
    s = phrases.s
    token = s.tokens[k]
    if token.pos not in ("VERB", "AUX") or token.lemma.lower() not in STATING or token.dep in ("relcl", "acl", "xcomp", "pcomp"):
        return False
    if s.child(k, "ccomp", "xcomp") is not None:
        return False
    if s.child(k, "nsubj") is None and (token.dep != "conj" or not list(_beside(phrases, k)) or s.child(token.head, "cc") is not None):
        return False  # "..., Secretary Suga told reporters", the name hung on the words before it
    if s.child(k, "dobj") is not None and token.lemma.lower() not in ADDRESSING:
        return False
    first = min(s.subtree(k))
    return first > 0 and (s.tokens[first - 1].pos == "PUNCT" or s.child(k, "nsubj") is None)


def _stater(phrases: Phrases, verb: int) -> Iterator[int]:
    s = phrases.s
    if s.tokens[verb].lemma.lower() in QUOTING:
        yield from (k for k in s.children[verb] if s.tokens[k].dep == "dobj")
    for _ in range(4):
        found = [k for k in s.children[verb] if s.tokens[k].dep == "nsubj"]
        for k in s.children[verb]:
            if s.tokens[k].dep == "agent" or (s.lower[k] == "by" and s.child(verb, "nsubjpass") is not None):
                found += [j for j in s.children[k] if s.tokens[j].dep == "pobj"]
        if not found and (s.child(verb, "ccomp") is not None or _is_added(phrases, verb)):
            found = list(_beside(phrases, verb))
        yield from found
        if found or s.tokens[verb].dep not in ("advcl", "conj", "xcomp") or s.child(verb, "nsubjpass") is not None:
            return
        verb = s.tokens[verb].head


def _beside(phrases: Phrases, verb: int) -> Iterator[int]:
    """Of a stating verb that the parser gave no subject: what stands between the last comma and it, or right after it."""
    s = phrases.s
    first = next((k + 1 for k in range(verb - 1, 0, -1) if s.lower[k] in _QUOTE_ENDS), verb)
    inside = range(first, verb)
    yield from (k for k in inside if s.tokens[k].head not in inside and s.tokens[k].pos in ("NOUN", "PROPN"))
    if s.child(verb, "ccomp") in range(verb):
        yield from (k for k in s.children[verb] if k > verb and s.tokens[k].dep in ("dobj", "attr") and s.tokens[k].pos == "PROPN")


def _label(phrases: Phrases) -> int | None:
    """The side before "Tbilisi: ..." or after "... - army": a name or an office and no more; "Libyan civil war: ..." is a topic."""
    s = phrases.s
    marks = [i for i, word in enumerate(s.lower) if word in (":", "-", "–", "—", "--")]
    n = len(s.lower) - (1 if s.lower[-1:] == (".",) else 0)
    for i in marks:
        if s.lower[i] == ":" and 0 < i <= _LABEL and len(s.lower) > i + 2 and _is_side(phrases, 0, i):
            return i - 1
        spaced = s.tokens[i].start > s.tokens[i - 1].end if i else False
        if (spaced or s.lower[i] == ":") and 0 < n - i - 1 <= _LABEL and i > _LABEL and _is_side(phrases, i + 1, n):
            return n - 1
    return None


def _is_side(phrases: Phrases, first: int, end: int) -> bool:
    s = phrases.s
    covered = phrases.cover.get(end - 1)
    if covered is not None and covered[1] <= first and covered[2] >= end:
        return True
    if any(s.tokens[k].pos in ("NUM", "ADP", "VERB", "AUX", "PUNCT") for k in range(first, end)):
        return False
    named = covered is not None or phrases.lexicon.organ([t.lemma.lower() for t in s.tokens[first:end]]) is not None
    return named and any(actor.kind == "actor" for actor in phrases.resolve(end - 1, False))


def _code(head: int, phrases: Phrases) -> str | None:
    """The code of who is named at a head, where that is a country, its organ or an organisation."""
    s = phrases.s
    lemma = s.tokens[head].lemma.lower()
    entry = phrases.entry(head)
    if entry is not None and entry.sector.startswith("MED"):
        _, first, end = phrases.cover[head]
        return entry.code if " ".join(s.lower[first:end]).replace(" '", "'") in STATE_OUTLETS else None
    near = s.subtree(head)
    if lemma in OUTLETS and entry is None and (lemma not in OF_NEWS or any(s.lower[k] in OUTLETS and k != head for k in near)):
        return _outlet(head, phrases)
    if lemma in BYSTANDERS or (lemma in UNNAMED and not any(k in phrases.cover for k in near)):
        return None
    if lemma in VESSELS and entry is None:
        return _issuer(head, phrases)
    if entry is not None:
        return entry.code
    if (echoed := _echoed(head, phrases)) is not None:
        return echoed
    found = phrases.resolve(head) or _among(head, phrases, SEATED) or _of_the_text(head, phrases)
    for actor in found:
        base, sector = split_code(actor.code)
        if sector.startswith(NO_ORGAN):
            continue
        if s.tokens[head].pos == "PRON" or s.child(head, "poss") is not None or any(k in phrases.cover for k in near):
            return actor.code
        there = places(phrases)  # "Police said": those of the place, not of those they hold
        return (there[0] if len(there) == 1 and len(base) == 3 and sector.startswith(OF_THE_PLACE) else base) + sector
    return None


def _echoed(head: int, phrases: Phrases) -> str | None:
    """ "... Hamas members, the movement said": the name of the sentence that the noun takes up, where it has none of its own."""
    s = phrases.s
    kinds = ECHOES.get(s.tokens[head].lemma.lower())
    if kinds is None or any(k in phrases.cover for k in s.subtree(head)):
        return None
    owners = [actor.code for k in s.children[head] if s.tokens[k].dep == "poss" for actor in phrases.resolve(k)]
    named = [entry.code for k, (entry, first, _) in sorted(phrases.cover.items()) if k == first and entry.code]
    return next((c for c in (*owners, *named) if c.startswith(kinds) or split_code(c)[1].startswith(kinds)), None)


def _of_the_text(head: int, phrases: Phrases) -> list[Actor]:
    """ "The foreign ministry said": whose that word was before, else of the country that the sentence names first."""
    s = phrases.s
    first = min([head, *(k for k in s.children[head] if s.tokens[k].dep in ("compound", "amod"))])
    organ = phrases.lexicon.organ([t.lemma.lower() for t in s.tokens[first : head + 1]])
    if organ is None or organ.sector.startswith(NO_ORGAN) or "foreign" not in s.lower[first:head]:
        return []
    country = phrases.memory.nouns.get(s.tokens[head].lemma.lower()) or next((c for c in phrases.countries() if len(c) == 3), "")
    return [Actor(country + organ.sector, head)] if country else []


def _among(head: int, phrases: Phrases, preps: frozenset[str]) -> list[Actor]:
    s = phrases.s
    out: list[Actor] = []
    for p in s.children[head]:
        if s.lower[p] in preps:
            out += [actor for k in s.children[p] if s.tokens[k].dep == "pobj" for actor in phrases.resolve(k)]
        elif s.tokens[p].dep == "acl":
            out += _among(p, phrases, preps)
    return out


def _issuer(head: int, phrases: Phrases) -> str | None:
    """ "A statement by the ministry", "Ankara's statement", "a UN report"."""
    s = phrases.s
    found = _among(head, phrases, ISSUED_BY)
    for k in s.children[head]:
        if k < head and s.tokens[k].dep in ("poss", "compound", "nmod", "amod"):
            found += phrases.resolve(k) or [Actor(code, k) for code in phrases.inside(k)]
    return next((actor.code for actor in found if not split_code(actor.code)[1].startswith(NO_ORGAN)), None)


def _outlet(head: int, phrases: Phrases) -> str | None:
    """A country's outlets speak for it where the words say that they are the state's, or the country has no others."""
    s = phrases.s
    near = s.subtree(head)
    for k in near:
        entry = phrases.entry(k)
        if entry is not None and entry.sector.startswith("MED") and k == phrases.cover[k][1]:
            return _code(k, phrases)
    countries = [split_code(a.code)[0] for a in phrases.resolve(head)] or [
        split_code(code)[0] for k in s.children[head] if k < head for code in phrases.inside(k)
    ]
    state_run = any(s.lower[k] in STATE_RUN for k in near if k != head)
    if state_run and not countries:
        countries = [c for c in (phrases.memory.main(), *phrases.countries()) if len(c) == 3]
    return next((f"{c}MED" for c in countries if state_run or c in PRESS_OF_THE_STATE), None)

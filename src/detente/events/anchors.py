"""Whose relation a clause speaks of: its nouns of relations, or two actors alone, each with its sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.clauses import Sentence
from detente.events.actors import Phrases
from detente.events.scales import Scales
from detente.events.zones import Zone, subtree_of
from detente.lexicon import split_code

_INSIDE_PREPS = ("inside", "within", "in", "across", "throughout")
_PLACES = ("to", "in", "across", "over", "throughout")
_OTHER_SIDE = ("object", *(f"prep:{p}" for p in ("with", "from", "to", "towards", "toward", "against", "on", "and")))
_COMPLEMENTS = ("attr", "acomp", "oprd", "prep", "advmod", "xcomp")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a clause speaks of: the noun (or the preposition of a bare "between A and B"), its kind and its sides."""

    head: int
    kind: str
    sides: tuple[str, ...]


def find_anchors(phrases: Phrases, scales: Scales, zone: Zone, told: frozenset[int]) -> list[Anchor]:
    s = phrases.s
    out = []
    for i in sorted(told):
        token = s.tokens[i]
        kinds = scales.nouns.get(token.lemma.lower()) or scales.nouns.get(s.lower[i])
        if i > 1 and s.lower[i - 1] == "-":  # "stand - off" in three tokens
            kinds = scales.nouns.get(f"{s.lower[i - 2]}-{s.lower[i]}") or kinds
        compound = " ".join((s.tokens[i - 1].lemma.lower(), token.lemma.lower())) if i else ""
        kinds = scales.nouns.get(compound) or kinds
        mistagged = kinds is not None and bool(kinds & {"thaw", "chill"}) and token.dep == "nsubj"  # "Rapprochement ... has" read as a verb
        if not kinds or not (token.pos in ("NOUN", "PROPN") or mistagged) or token.dep == "compound" or _is_other(s, scales, i):
            continue
        weak = (s.tokens[i].lemma.lower() in scales.frames["weak"] or token.pos == "PROPN") and not kinds & {"inside", "turmoil"}
        if s.lower[i] == "relation" and i and s.lower[i - 1] == "in":
            continue  # "arrested in relation to"
        sides = _sides(phrases, scales, zone, i, weak)
        if token.pos == "PROPN" and s.tokens[i - 1].pos == "PROPN" and not _codes(phrases, scales, i):
            continue  # the name of a party or a treaty
        if kinds & {"inside", "turmoil"} and len(sides) < 2:
            inside = _inside(phrases, scales, zone, i)
            if inside:
                own_kind = "strain" if kinds & {"strain", "chill", "turmoil"} else "thaw" if "thaw" in kinds else "inside"
                out.append(Anchor(i, own_kind, inside))
                continue
        if len(sides) == 2:
            kind = next((k for k in ("strain", "thaw", "chill", "relation", "trend", "inside", "tone") if k in kinds), None)
            if kind:  # a noun of movement ("the reduction") says nothing of a relation by itself
                out.append(Anchor(i, kind, sides))
    subject = _subject_sides(phrases, scales, zone)
    if len(subject) == 2:
        out.append(Anchor(zone.clause.head, "sides", subject))
    elif len(subject) == 1 and len(subject[0]) == 3 and any(
        k in phrases.cover or s.tokens[k].lemma.lower() in scales.frames["body politic"] for k in zone.clause.heads("subject")
    ):
        out.append(Anchor(zone.clause.head, "country", subject))
    for i in sorted(zone.tokens):
        if s.lower[i] == "between" and s.tokens[i].dep == "prep":
            sides = _pair(_codes(phrases, scales, i))
            if len(sides) == 2:
                out.append(Anchor(i, "between", sides))
    return out


def _is_other(s: Sentence, scales: Scales, i: int) -> bool:
    """Public relations, price wars, a relation between rainfall and harvests: no relation of actors."""
    return any(s.lower[k] in scales.frames["no relation"] for k in s.children[i] if s.tokens[k].dep in ("amod", "compound", "nmod"))


def named_pair(s: Sentence, scales: Scales, i: int) -> list[str]:
    """The two sides that one word names: the Koreas, inter-Korean, cross-strait."""
    word = s.lower[i] if i < 2 or s.lower[i - 1] != "-" else f"{s.lower[i - 2]}-{s.lower[i]}"
    return scales.pairs.get(word, [])


def _codes(phrases: Phrases, scales: Scales, head: int) -> list[str]:
    """Countries and organisations named or meant under a token, in order; relative clauses and circumstances left out."""
    s = phrases.s
    out: list[str] = []
    for i in subtree_of(s, head, scales.frames["circumstance"] - {"from"}):
        found = phrases.cover.get(i)
        codes: list[str] = []
        if found is not None:
            entry, start, _ = found
            if i == start and entry.code and not entry.sector.startswith("MED"):
                codes = [split_code(entry.code)[0]]
        elif s.tokens[i].pos == "PRON" or s.tokens[i].dep in ("pobj", "nsubj", "nsubjpass", "poss", "conj"):
            codes = [a.country for a in phrases.resolve(i, False)]
        codes = named_pair(s, scales, i) or codes
        out += [code for code in codes if code and code not in out]
    return out


def _pair(codes: Sequence[str]) -> tuple[str, ...]:
    wanted = [code for code in dict.fromkeys(codes) if len(code) == 3 or code.startswith("IGO")]
    return tuple(sorted(wanted[:2])) if len(wanted) >= 2 else tuple(wanted)


def _sides(phrases: Phrases, scales: Scales, zone: Zone, i: int, weak: bool = False) -> tuple[str, ...]:
    """The two sides of a noun of relations: its own, then the subject's, the clause's, the sentence's, the article's."""
    s = phrases.s
    between = next((k for k in s.children[i] if s.lower[k] in ("between", "among")), None)
    own = _codes(phrases, scales, between) if between is not None else []
    own += [code for code in _codes(phrases, scales, i) if code not in own]
    if len(_pair(own)) == 2:
        return _pair(own)
    climb = i
    while s.tokens[climb].dep in ("pobj", "prep", "conj", "compound", "poss", "amod", "appos", "pcomp") and s.tokens[climb].head != climb:
        climb = s.tokens[climb].head  # "the deterioration of Poland's relations", "the state of their relations"
        if climb not in zone.tokens or climb == zone.clause.head:
            break
        own += [code for code in _codes(phrases, scales, climb) if code not in own]
        if len(_pair(own)) == 2:
            return _pair(own)
    if weak and not own and not zone.clause.heads("prep:between") and len(_subject_sides(phrases, scales, zone)) < 2:
        return ()  # "a recovery", "violence": a relation's only where sides are named with it
    for argument in zone.clause.arguments:
        own += [code for code in _codes(phrases, scales, argument.head) if code not in own]
        if len(_pair(own)) == 2:
            return _pair(own)
    mutual = between is not None or any(s.lower[k] in ("mutual", "bilateral", "their") for k in s.children[i])
    if not mutual and s.tokens[i].lemma.lower() not in scales.frames["between states"]:
        return _pair(own)
    clause = [code for k in sorted(zone.tokens) if k in phrases.cover for code in _codes(phrases, scales, k)]
    sentence = phrases.countries()
    for wider in (clause, sentence, _article_pair(phrases)):
        both = _pair([*own, *wider])
        if len(both) == 2 and len({*own, *wider}) == 2 and (wider is not sentence or own or len(wider) == 2):
            return both
    return _pair(own)


def _article_pair(phrases: Phrases) -> list[str]:
    """The two sides the article speaks of: those of its last event, else the only two it has named."""
    memory = phrases.memory
    named = phrases.countries()
    return list(memory.last_two) or (list(memory.counts) if len(memory.counts) in (1, 2) else named if len(named) == 2 else [])


def _inside(phrases: Phrases, scales: Scales, zone: Zone, i: int) -> tuple[str, ...]:
    """The one country whose inner state the noun names: "Mali's internal situation", "the crisis inside the Gambia", "calm returned to"."""
    s, clause = phrases.s, zone.clause
    own = [code for code in _codes(phrases, scales, i) if len(code) == 3]
    if len(own) > 1:
        return ()
    words = {s.lower[k] for k in s.children[i]}
    words |= {s.lower[k] for c in s.children[i] for k in s.children[c] if s.tokens[k].dep in ("compound", "amod")}
    placed = [k for k in s.children[i] if s.lower[k] in _INSIDE_PREPS]
    weather = s.tokens[i].lemma.lower() in ("climate", "atmosphere", "environment")
    in_country = not weather and any(_codes(phrases, scales, k) for k in placed)
    if not own and not placed and i in clause.heads("subject"):
        there = [code for prep in _PLACES for head in clause.heads(f"prep:{prep}") for code in _codes(phrases, scales, head)]
        if "turmoil" in scales.nouns.get(s.tokens[i].lemma.lower(), frozenset()):
            there += [code for head in clause.heads("object") for code in _codes(phrases, scales, head)]
        if len(there) == 1 and len(there[0]) == 3:
            return tuple(there)
    unrest = "turmoil" in scales.nouns.get(s.tokens[i].lemma.lower(), frozenset()) and s.tokens[i].lemma.lower() in scales.frames["at home"]
    if not (words & scales.frames["inside"] or ("human" in words and "rights" in words) or in_country or (own and unrest)):
        return ()
    return tuple(own) or tuple(c for c in [phrases.memory.main()] if c and words & scales.frames["inside"] and not placed)


def _subject_sides(phrases: Phrases, scales: Scales, zone: Zone) -> tuple[str, ...]:
    """Two actors the clause speaks of: both in its subject, or one there and the other after a preposition, as object or in what it is."""
    s, clause = phrases.s, zone.clause
    own = [a.country for head in clause.heads("subject") for a in phrases.resolve(head)]
    own = own or [code for head in clause.heads("subject") for code in named_pair(s, scales, head)]
    if len(_pair(own)) < 2 and any({"two", "both"} & {s.lower[k] for k in s.children[head]} for head in clause.heads("subject")):
        own = _article_pair(phrases) or own
    for role in _OTHER_SIDE:
        if len(_pair(own)) >= 2:
            break
        own += [a.country for head in clause.heads(role) for a in phrases.resolve(head)]
    if len(set(own)) == 1:  # "is Kyiv's closest ally", "at odds with Hanoi"
        below = [*clause.heads("object"), *(k for k in s.children[clause.head] if k > clause.head and s.tokens[k].dep in _COMPLEMENTS)]
        named = [code for k in below for code in _codes(phrases, scales, k) if code not in own]
        own += named if len(set(named)) == 1 else []
    return _pair(own)

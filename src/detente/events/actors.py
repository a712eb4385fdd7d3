"""Who a noun phrase stands for: names, organs of a named country, possessors, coordination, pronouns and repeated mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from detente.clauses.tokens import Sentence
from detente.events.actor_words import (
    BORDERS,
    BOTH,
    FOREIGN,
    FRAMES,
    INNER_PREPS,
    LED,
    LOYAL,
    MODIFIERS,
    NOT_OURS,
    OPPONENTS,
    OTHERS,
    UNKNOWN_ARMED,
    bare_prefix,
    dateline,
)
from detente.events.country import context, elsewhere
from detente.events.pronouns import referents
from detente.lexicon import Lexicon, NameEntry, Organ, split_code

_MEDIA = "MED"
_PLURAL_PRONOUNS = {"they", "them", "their", "both", "themselves"}


@dataclass(frozen=True, slots=True)
class Actor:
    """One resolved actor. code: country or organisation with sectors. kind: ``actor`` itself, ``owner`` (a thing or person of that country)
    or ``pronoun``."""

    code: str
    head: int
    kind: str = "actor"

    @property
    def country(self) -> str:
        """Country or organisation without sectors."""
        return split_code(self.code)[0]


@dataclass
class Memory:
    """What an article has named so far; carried from sentence to sentence.

    nouns: the country an organ or thing was last named with ("ministry" -> BLR). last: subjects of the last clause told of.
    counts: how often each country was named.
    """

    nouns: dict[str, str] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    last_two: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, named: Iterable[str]) -> None:
        """Count what a sentence named."""
        for code in named:
            if len(code) == 3 or code.startswith("IGO"):
                self.counts[code] = self.counts.get(code, 0) + 1

    def main(self) -> str:
        """The country named most, the first of equals; "" when none."""
        return max(self.counts, key=lambda c: self.counts[c]) if self.counts else ""


class Phrases:
    """The noun phrases of one sentence, resolved on demand.

    on: the day the text was published (offices change hands). memory: what earlier sentences named.
    """

    def __init__(self, s: Sentence, lexicon: Lexicon, on: date | None, memory: Memory) -> None:
        self.s, self.lexicon, self.on, self.memory = s, lexicon, on, memory
        self.cover: dict[int, tuple[NameEntry, int, int]] = {}
        self.bystanders: frozenset[str] = frozenset()  # who only reports: no side of what is reported
        self._cache: dict[int, tuple[Actor, ...]] = {}
        words = [bare_prefix(t.text) for t in s.tokens]
        i = dateline(words)
        while i < len(words):
            against = i > 1 and words[i - 1] == "-" and words[i - 2].lower() in ("anti", "pro", "non", "ex")
            found = lexicon.match(words, i, on) if words[i] and not words[i].isspace() and not against else None
            if found is None:
                i += 1
                continue
            entry, length = found
            for k in range(i, i + length):
                self.cover[k] = (entry, i, i + length)
            i += length

    def countries(self) -> list[str]:
        """Countries and organisations named in the sentence, in order."""
        out: list[str] = []
        for k in sorted(self.cover):
            entry, start, _ = self.cover[k]
            base = split_code(entry.code)[0] if entry.code else ""
            if k == start and base and not entry.sector.startswith(_MEDIA) and base not in out:
                out.append(base)
        return out

    def others(self, own: Iterable[str]) -> list[str]:
        """Countries and organisations of the sentence besides some, without those that only report."""
        known = set(own) | self.bystanders
        return [c for c in self.countries() if c not in known and not c.startswith(("IMG", "NGO", "MNC"))]

    def entry(self, i: int) -> NameEntry | None:
        """The name that covers token i."""
        found = self.cover.get(i)
        return found[0] if found and found[0].code else None

    def resolve(self, head: int, coordinated: bool = True) -> tuple[Actor, ...]:
        """Actors a noun phrase stands for, its coordinated ones included; () when none is known."""
        if head not in self._cache:
            self._cache[head] = ()  # guards against circles
            self._cache[head] = tuple(self._one(head))
        found = list(self._cache[head])
        if coordinated:
            for k in self._conjuncts(head):
                for actor in self.resolve(k, False) or ():
                    if actor.code not in [a.code for a in found]:
                        found.append(actor)
        return tuple(found)

    def _conjuncts(self, head: int) -> Iterator[int]:
        stack = [head]
        while stack:
            i = stack.pop()
            for k in self.s.children[i]:
                if self.s.tokens[k].dep == "conj" and self.s.tokens[k].pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
                    yield k
                    stack.append(k)
                elif self.s.lower[k] == "with" and i == head and k > 0 and self.s.lower[k - 1] in ("together", "along", "jointly"):
                    yield from (j for j in self.s.children[k] if self.s.tokens[j].dep == "pobj")

    def _one(self, head: int) -> Iterator[Actor]:
        token = self.s.tokens[head]
        lower = self.s.lower[head]
        if token.pos == "PRON" or lower in _PLURAL_PRONOUNS:
            yield from (Actor(code, head, "pronoun") for code in referents(self, head))
            return
        entry = self.entry(head)
        if entry is not None and entry.kind != "none":
            yield from self._named(head, entry)
            return
        lemma = token.lemma.lower()
        if lower in ("north", "south") and token.text[0].isupper() and (korea := self._other_korea(lower)):
            yield Actor(korea, head)
            return
        if lemma in BOTH and (lower.endswith("s") or lower in ("countries",)) and self._two(head):
            for code in self.memory.last_two:
                yield Actor(code, head)
            return
        if lemma in OTHERS:
            others = list(dict.fromkeys(self._other_than_owner(head)))
            if not others and lemma in OPPONENTS:
                others = [f"{code[:3]}OPP" for code in dict.fromkeys(self._modifier_codes(head)) if len(split_code(code)[0]) == 3]
            for code in others:
                yield Actor(code, head)
            return
        organ = self._organ(head)
        modifiers = list(dict.fromkeys(self._modifier_codes(head)))
        if organ is not None:
            yield from self._of_organ(head, lemma, organ, modifiers)
            return
        if token.pos == "PROPN":
            codes = list(self._appositive(head)) or modifiers
            if codes:
                yield from (Actor(code, head) for code in codes)
                return
        if lemma in FRAMES:
            codes = list(self.complement_codes(head, ("of",))) or list(self._led_by(head))
            if codes:
                yield from (Actor(code, head) for code in codes)
                return
        codes = modifiers or list(self._led_by(head))
        compounds = [self.s.tokens[k].lemma.lower() for k in self.before_noun(head) if self.s.tokens[k].dep == "compound"]
        if codes:
            for word in (lemma, *compounds):
                self.memory.nouns[word] = split_code(codes[0])[0]
            yield from (Actor(code, head, "owner") for code in codes)
            return
        codes = list(self._appositive(head)) or list(self.complement_codes(head, ("of", "from")))
        yield from (Actor(code, head, "owner") for code in codes)
        if not codes and lemma in self.memory.nouns and any(self.s.lower[k] in ("the", "this", "that") for k in self.s.children[head]):
            yield Actor(self.memory.nouns[lemma], head, "owner")
        elif not codes:  # "the embassy staff ... two new staff members"
            yield from (Actor(self.memory.nouns[word], head, "owner") for word in compounds[:1] if word in self.memory.nouns)

    def _other_korea(self, word: str) -> str:
        """ "The North" where the text speaks of Korea."""
        known = {*self.countries(), *self.memory.counts}
        return {"north": "PRK", "south": "KOR"}[word] if known & {"PRK", "KOR"} else ""

    def _of_organ(self, head: int, lemma: str, organ: Organ, modifiers: list[str]) -> Iterator[Actor]:
        codes = modifiers or list(self.complement_codes(head, ("of", "from"))) or list(self._appositive(head)) or list(self._led_by(head))
        if not codes:
            codes = list(self.complement_codes(head, ("in", "at", "to", "for"))) if organ.kind != "building" else []
        if codes:
            self.memory.nouns[lemma] = split_code(codes[0])[0]
        elif lemma not in UNKNOWN_ARMED and not any(self.s.lower[k] in FOREIGN for k in self.s.children[head]):
            known = self.memory.nouns.get(lemma) or context(self, organ)
            codes = [known] if known else []
        for code in codes:
            base, sector = split_code(code)
            yield Actor(base + (sector or organ.sector), head)

    def _other_than_owner(self, head: int) -> Iterator[str]:
        """ "its ally Russia", "their Icelandic counterparts"; "its neighbour" alone is the one other country at hand."""
        named = [*self._appositive(head), *(c for k in self.before_noun(head) for c in self.inside(k))]
        if named:
            yield from named
            return
        owners = [k for k in self.s.children[head] if self.s.tokens[k].dep == "poss"]
        if owners and not self.s.lower[head].endswith("s"):
            mine = {a.country for k in owners for a in self.resolve(k)}
            left = [c for c in self.others(mine) if len(c) == 3] or [c for c in self.memory.last_two if c not in mine]
            if mine and len(left) == 1:
                yield left[0]

    def before_noun(self, head: int) -> Iterator[int]:
        """Tokens that stand before a noun as its modifiers, possessors left out."""
        return (k for k in self.s.children[head] if k < head and self.s.tokens[k].dep in MODIFIERS and self.s.tokens[k].dep != "poss")

    def _led_by(self, head: int) -> Iterator[str]:
        for k in self.s.children[head]:
            if self.s.lower[k] in LOYAL:  # "armed men loyal to X"
                for p in self.s.children[k]:
                    if self.s.lower[p] in ("to", "with"):
                        yield from (a.country for j in self.s.children[p] if self.s.tokens[j].dep == "pobj" for a in self.resolve(j))
            if self.s.tokens[k].dep == "acl" and self.s.lower[k] in LED:
                for p in self.s.children[k]:
                    if self.s.lower[p] == "by":
                        yield from (a.code for j in self.s.children[p] if self.s.tokens[j].dep == "pobj" for a in self.resolve(j))

    def _named(self, head: int, entry: NameEntry) -> Iterator[Actor]:
        code = entry.code
        sector = entry.sector
        if sector.startswith(_MEDIA):
            return
        if entry.kind in ("country", "demonym", "capital", "seat") and not sector:
            organ = self._organ(head) if self.s.tokens[head].pos != "PROPN" else None
            if organ is not None:
                code += organ.sector
        if state := elsewhere(self, head, entry):
            code = state + split_code(code)[1]
        yield Actor(code, head, "actor")

    def _organ(self, head: int) -> Organ | None:
        s = self.s
        if s.tokens[head].pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        first = head
        while first > 0 and s.tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ") and head - first < 3:
            first -= 1
        words = [t.lemma.lower() for t in s.tokens[first : head + 1]]
        found = self.lexicon.organ(words)
        if found is None and s.tokens[head].pos == "PROPN":
            # "President Lukashenko", "Foreign Minister X": the title stands before an unknown surname
            for k in range(head - 1, first - 1, -1):
                titled = self.lexicon.organ([t.lemma.lower() for t in s.tokens[first : k + 1]])
                if titled is not None and titled.kind == "person":
                    return titled
        if found is None and head + 2 < len(s.tokens) and s.lower[head + 1] == "of":
            found = self.lexicon.organs.get((words[-1], "of", s.tokens[head + 2].lemma.lower()))
        return found

    def _modifier_codes(self, head: int) -> Iterator[str]:
        """Codes of what stands before the noun: demonyms, countries, possessors, "US-led", "UN-backed"."""
        for k in self.s.children[head]:
            if self.s.tokens[k].dep == "poss":
                yield from (actor.code for actor in self.resolve(k))
        for k in self.before_noun(head):
            yield from self.inside(k)

    def inside(self, k: int) -> Iterator[str]:
        """Codes of the names at and below a modifier ("U.S." in "U.S. and British troops"); none where it only backs or borders."""
        if self.s.lower[k] in NOT_OURS:
            return
        for i in self.s.subtree(k):
            found = self.cover.get(i)
            if found and found[0].code and i == found[1] and not found[0].sector.startswith(_MEDIA):
                state = elsewhere(self, i, found[0]) if found[0].sector.startswith("ETH") else ""
                yield state + split_code(found[0].code)[1] if state else found[0].code

    def complement_codes(self, head: int, preps: tuple[str, ...]) -> Iterator[str]:
        """Codes of what stands behind a noun with one of these prepositions."""
        for p in self.s.children[head]:
            if self.s.tokens[p].dep == "prep" and self.s.lower[p] in preps:
                for k in self.s.children[p]:
                    if self.s.tokens[k].dep == "pobj":
                        for actor in self.resolve(k):
                            yield actor.code

    def _appositive(self, head: int) -> Iterator[str]:
        for k in self.s.children[head]:
            if self.s.tokens[k].dep == "appos":
                for actor in self.resolve(k, False):
                    yield actor.code

    def _two(self, head: int) -> bool:
        marks = {self.s.lower[k] for k in self.s.children[head] if k < head}
        return bool(marks & {"two", "both"}) and len(self.memory.last_two) == 2

    def inner(self, head: int) -> tuple[Actor, ...]:
        """Actors inside a noun phrase that is none itself: possessor, demonym, complements, and what its participle names."""
        seen: dict[str, Actor] = {}
        stack = [head]
        while stack:
            i = stack.pop(0)
            if i != head or self.entry(i) is None:
                for actor in self.resolve(i, False) if i != head else self._owners(head):
                    seen.setdefault(actor.country, Actor(actor.code, actor.head, "owner"))
            for p in self.s.children[i]:
                token = self.s.tokens[p]
                if token.dep == "prep" and self.s.lower[p] in INNER_PREPS:
                    stack += [k for k in self.s.children[p] if self.s.tokens[k].dep == "pobj" and self.s.tokens[k].lemma not in BORDERS]
                elif token.dep in ("conj", "appos", "nmod", "compound") and token.pos in ("NOUN", "PROPN"):
                    stack.append(p)
        return tuple(seen.values())

    def _owners(self, head: int) -> tuple[Actor, ...]:
        return tuple(Actor(code, head, "owner") for code in self._modifier_codes(head)) or tuple(self.resolve(head, False))

    def remember(self) -> None:
        """Tell the memory what this sentence named."""
        self.memory.count(self.countries())

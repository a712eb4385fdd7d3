"""Who a noun phrase stands for: names, organs of a named country, possessors, coordination, pronouns and repeated mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from detente.clauses.tokens import Sentence
from detente.lexicon import Lexicon, NameEntry, Organ, split_code

_MEDIA = "MED"
_PERSON_PRONOUNS = {"he", "she", "him", "her", "his"}
_THING_PRONOUNS = {"it", "its", "itself"}
_PLURAL_PRONOUNS = {"they", "them", "their", "both", "themselves"}
_BOTH = {"side", "party", "country", "neighbour", "neighbor", "leader", "nation", "state", "government", "capital", "president", "minister"}
# Nouns that only count or frame what stands after "of".
_FRAMES = frozenset(
    """group number thousand hundred dozen score million member leader part one two three four five some many most all majority series
    rest pair handful couple team crowd coalition string lot half several each number representative head chief official citizen
    people supporter bloc range variety wave column squad""".split()
)
_MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod", "det", "npadvmod")
_INNER_PREPS = {"of", "in", "from", "to", "with", "against", "on", "by", "between", "for", "at", "towards", "toward", "into", "near", "over", "among"}


@dataclass(frozen=True, slots=True)
class Actor:
    """One resolved actor. code: country or organisation with sectors. kind: ``actor`` itself, or ``owner`` (a thing or person of that country)."""

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
        self._cache: dict[int, tuple[Actor, ...]] = {}
        words = [t.text for t in s.tokens]
        i = 0
        while i < len(words):
            found = lexicon.match(words, i, on) if not words[i].isspace() else None
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
                elif self.s.tokens[k].dep == "prep" and self.s.lower[k] in ("with",) and i == head:
                    # "together with some Russian enterprises"
                    if k > 0 and self.s.lower[k - 1] in ("together", "along", "jointly"):
                        yield from (j for j in self.s.children[k] if self.s.tokens[j].dep == "pobj")

    def _one(self, head: int) -> Iterator[Actor]:
        token = self.s.tokens[head]
        lower = self.s.lower[head]
        if token.pos == "PRON" or lower in _PLURAL_PRONOUNS:
            yield from self._pronoun(head, lower)
            return
        entry = self.entry(head)
        if entry is not None and entry.kind != "none":
            yield from self._named(head, entry)
            return
        organ = self._organ(head)
        lemma = token.lemma.lower()
        if lemma in _BOTH and (lower.endswith("s") or lower in ("countries",)) and self._two(head):
            for code in self.memory.last_two:
                yield Actor(code, head)
            return
        modifiers = list(self._modifier_codes(head))
        if organ is not None:
            codes = modifiers or list(self._complement_codes(head, ("of", "from"))) or list(self._appositive(head))
            if not codes:
                codes = list(self._complement_codes(head, ("in", "at", "to", "for"))) if organ.kind != "building" else []
            if not codes:
                known = self.memory.nouns.get(lemma) or self._context(organ.kind)
                codes = [known] if known else []
            else:
                self.memory.nouns[lemma] = split_code(codes[0])[0]
            for code in codes:
                base, sector = split_code(code)
                yield Actor(base + (organ.sector if organ.sector and not sector else sector or organ.sector), head)
            return
        if token.pos == "PROPN":
            codes = list(self._appositive(head)) or modifiers
            if codes:
                for code in codes:
                    yield Actor(code, head)
                return
        if lemma in _FRAMES:
            codes = list(self._complement_codes(head, ("of",)))
            if codes:
                for code in codes:
                    yield Actor(code, head)
                return
        if modifiers:
            self.memory.nouns[lemma] = split_code(modifiers[0])[0]
            for code in dict.fromkeys(modifiers):
                yield Actor(code, head, "owner")
            return
        codes = list(self._appositive(head)) or list(self._complement_codes(head, ("of", "from")))
        for code in codes:
            yield Actor(code, head, "owner")
        if not codes and lemma in self.memory.nouns and any(self.s.lower[k] in ("the", "this", "that") for k in self.s.children[head]):
            yield Actor(self.memory.nouns[lemma], head, "owner")

    def _named(self, head: int, entry: NameEntry) -> Iterator[Actor]:
        code = entry.code
        sector = entry.sector
        if sector.startswith(_MEDIA):
            return
        if entry.kind in ("country", "demonym", "capital", "seat") and not sector:
            organ = self._organ(head) if self.s.tokens[head].pos != "PROPN" else None
            if organ is not None:
                code += organ.sector
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
            token = self.s.tokens[k]
            if token.dep == "poss":
                for actor in self.resolve(k):
                    if actor.code:
                        yield actor.code
            elif token.dep in _MODIFIERS and k < head:
                yield from self._inside(k)

    def _inside(self, k: int) -> Iterator[str]:
        for i in self.s.subtree(k):
            found = self.cover.get(i)
            if found and found[0].code and i == found[1] and not found[0].sector.startswith(_MEDIA):
                yield found[0].code

    def _complement_codes(self, head: int, preps: tuple[str, ...]) -> Iterator[str]:
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

    def _pronoun(self, head: int, lower: str) -> Iterator[Actor]:
        if lower in _PLURAL_PRONOUNS and lower in ("both", "they") and len(self.memory.last_two) == 2 and lower == "both":
            for code in self.memory.last_two:
                yield Actor(code, head)
            return
        if lower in _PERSON_PRONOUNS | _THING_PRONOUNS | _PLURAL_PRONOUNS:
            before = self._before(head)
            for code in before or self.memory.last:
                yield Actor(code, head)

    def _before(self, head: int) -> tuple[str, ...]:
        """The nearest subject to the left within the sentence, else the first actor named in it before the pronoun."""
        for i in range(head - 1, -1, -1):
            if self.s.tokens[i].dep in ("nsubj", "nsubjpass") and self.s.tokens[i].pos != "PRON":
                found = tuple(a.code for a in self.resolve(i))
                if found:
                    return found
        for i in range(head):
            entry = self.entry(i)
            if entry is not None and not entry.sector.startswith(_MEDIA) and entry.kind not in ("place",):
                return (entry.code,)
        return ()

    def _context(self, kind: str) -> str:
        """The country of a bare organ ("the ministry", "police"): the sentence's only or first country, else the article's main one."""
        named = [c for c in self.countries() if len(c) == 3]
        if kind in ("person", "body") and self.memory.main() and len(named) != 1:
            return self.memory.main()
        return named[0] if named else self.memory.main()

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
                if token.dep == "prep" and self.s.lower[p] in _INNER_PREPS:
                    stack += [k for k in self.s.children[p] if self.s.tokens[k].dep == "pobj"]
                elif token.dep in ("conj", "appos", "nmod", "compound") and token.pos in ("NOUN", "PROPN"):
                    stack.append(p)
        return tuple(seen.values())

    def _owners(self, head: int) -> tuple[Actor, ...]:
        return tuple(Actor(code, head, "owner") for code in self._modifier_codes(head)) or tuple(self.resolve(head, False))

    def remember(self) -> None:
        """Tell the memory what this sentence named."""
        for code in self.countries():
            if len(code) == 3 or code.startswith("IGO"):
                self.memory.counts[code] = self.memory.counts.get(code, 0) + 1

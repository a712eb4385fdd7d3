"""Which tokens belong to which clause: the words a clause itself says, without those of the clauses under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.clauses import Clause, Sentence

MIN_QUOTE = 8  # words; a shorter clause is quoted with its whole sentence, so that the quote can be understood alone


@dataclass(frozen=True)
class Zone:
    """A clause and its own tokens."""

    clause: Clause
    tokens: frozenset[int]


def find_zones(s: Sentence, clauses: Sequence[Clause]) -> dict[int, Zone]:
    """Clause head -> zone. A sentence whose root is no verb (a headline) gets a zone of its own for the root."""
    # a noun at the head of a sentence that the parser took for a verb ("Rapprochement between A and B has ...") is no clause
    by_head = {c.head: c for c in clauses if not (c.link in ("nsubj", "nsubjpass", "dobj", "pobj") and s.tokens[c.head].tag == "VB")}
    for token in s.tokens:
        if token.head == token.i and token.i not in by_head:
            by_head[token.i] = Clause(token.i, "be", "verb", (), False, None, "present", False, None, "ROOT", None)
    owned: dict[int, list[int]] = {head: [] for head in by_head}
    for token in s.tokens:
        i = token.i
        while i not in by_head:
            i = s.tokens[i].head
        owned[i].append(token.i)
    return {head: Zone(clause, frozenset(owned[head])) for head, clause in by_head.items()}


def main_head(s: Sentence, zones: dict[int, Zone], head: int) -> int:
    """The clause a reader would quote: up over infinitives, participles and relative clauses to one that stands by itself."""
    seen = set()
    while head not in seen:
        seen.add(head)
        clause = zones[head].clause
        alone = clause.link in ("ROOT", "parataxis") or (
            clause.link == "conj" and any(s.tokens[k].dep in ("nsubj", "nsubjpass", "expl") for k in s.children[head])
        )
        if alone or clause.governor is None or clause.governor not in zones:
            return head
        head = clause.governor
    return head


def quote_range(s: Sentence, zones: dict[int, Zone], zone: Zone) -> tuple[int, int]:
    """(first, last + 1) token of the main clause the zone stands in; the whole sentence where that is short."""
    top = main_head(s, zones, zone.clause.head)
    cut = {
        head for head, other in zones.items()
        if head != top and other.clause.link in ("conj", "parataxis") and main_head(s, zones, head) == head
    }
    tokens: list[int] = []
    stack = [top]
    while stack:
        i = stack.pop()
        tokens.append(i)
        stack += [k for k in s.children[i] if k not in cut]
    start, end = min(tokens), max(tokens) + 1
    words = sum(s.tokens[i].text[0].isalnum() for i in range(start, end))
    if words < MIN_QUOTE or not all(c < start or c >= end for c in cut):
        start, end = 0, len(s.tokens)
    while start < end - 1 and s.tokens[start].text.isspace():
        start += 1
    while end > start + 1 and s.tokens[end - 1].text.isspace():
        end -= 1
    return start, end


def subtree_of(s: Sentence, head: int, cut: frozenset[str]) -> list[int]:
    """Token head and what stands under it, without relative clauses and without prepositions of ``cut``."""
    out, stack = [], [head]
    while stack:
        i = stack.pop()
        out.append(i)
        stack += [k for k in s.children[i] if s.tokens[k].dep != "relcl" and not (s.tokens[k].dep == "prep" and s.lower[k] in cut)]
    return sorted(out)

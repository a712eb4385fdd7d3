"""Which country a bare organ, a crowd, or a group of which several countries have one stands for in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.events.actor_words import BORDERS, SEVERAL, WHERE
from detente.lexicon import NameEntry, Organ, split_code

if TYPE_CHECKING:
    from detente.events.actors import Phrases


def elsewhere(phrases: Phrases, head: int, entry: NameEntry) -> str:
    """The state of a people, a party or an armed group of which there are several by one name, where this text says it; else ""."""
    home, kind = split_code(entry.code)[0], entry.sector[:3]
    if kind == "REL" and entry.kind == "organ" and home not in phrases.memory.counts and len(where := places(phrases)) == 1:
        return where[0]  # "in Chile, the Catholic Church"
    if kind not in ("ETH", "PTY", "REB") or (entry.kind != "group" and kind != "ETH"):
        return ""
    before = [k for k in phrases.before_noun(head) if (found := phrases.cover.get(k)) is None or found[0] is not entry]
    beside = [c for k in before for c in phrases.inside(k)]
    named = [c for c in (split_code(x)[0] for x in (*phrases.complement_codes(head, ("in", "of", "from")), *beside)) if len(c) == 3]
    if named:
        return named[0] if home not in named else ""
    several = any(word.lower() in SEVERAL for word in entry.tokens)
    if kind == "ETH" or (kind == "PTY" and several) or (several and "maoist" in entry.tokens[0].lower()):
        itself = any(not f[0].sector.startswith(kind) and split_code(f[0].code)[0] == home for f in phrases.cover.values())
        states = [c for c in phrases.others(()) if len(c) == 3 and (c != home or itself)]
    elif several:
        states = places(phrases)
    else:
        return ""
    return states[0] if len(states) == 1 and states[0] != home and home not in phrases.memory.counts else ""


def context(phrases: Phrases, organ: Organ) -> str:
    """The country of a bare organ ("the ministry", "police"): the sentence's only or first country, else the article's main one."""
    named = [c for c in phrases.countries() if len(c) == 3]
    local = organ.kind in ("crowd", "person") or organ.sector in ("GOV", "COP")
    if local and len(named) > 1 and len(there := places(phrases)) == 1:
        return there[0]
    if organ.sector in ("UAF", "REB") and len(named) == 1 and phrases.memory.main() not in ("", *named):
        return phrases.memory.main()  # "the army blames militias", in a text about another country
    if organ.kind == "crowd" and named and set(named) <= phrases.bystanders and (away := _far_from(phrases, named)):
        return away  # "the army says five civilians died"
    if organ.kind == "crowd" and organ.sector in ("CVL", "REF", "HLH", "NGO") and len(named) > 1:
        return ""  # victims are as likely the others'
    if organ.kind in ("person", "body") and phrases.memory.main() and len(named) != 1:
        return phrases.memory.main()
    return named[0] if named else phrases.memory.main()


def _far_from(phrases: Phrases, named: list[str]) -> str:
    left = {c: n for c, n in phrases.memory.counts.items() if c not in named and len(c) == 3}
    return max(left, key=lambda c: left[c]) if left else ""


def places(phrases: Phrases) -> list[str]:
    """Countries the sentence names as where something happens ("in Pakistan's north-west", "near Tripoli")."""
    out: list[str] = []
    for token in phrases.s.tokens:
        if token.dep == "pobj" and phrases.s.lower[token.head] in WHERE and token.lemma not in BORDERS:
            for i in phrases.s.subtree(token.i):
                entry = phrases.entry(i)
                if entry is not None and len(code := split_code(entry.code)[0]) == 3 and code not in out and not entry.sector:
                    out.append(code)
    return out

"""What happens, whoever does it: a text with its names taken out, how near it is to each kind of situation, and its events' classes.

Classes and their four quadrants (verbal or material, cooperation or conflict) after the PLOVER manual (Open Event Data Alliance 2021).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.similar.documents import SimilarDoc
from detente.similar.model import embed
from detente.similar.passages import MAX_PASSAGES, split_passages
from detente.similar.situations import situation_kinds, situations_of
from detente.similar.words import terms

Floats = npt.NDArray[np.float32]

# What stands for a name. Of "", "it", "someone", "a country", "they", "X", "[MASK]" and "the state" the last gave the best precision@5
# together with the profile (.67; "" .65, "someone" .66) on evals/data/situations.jsonl.
MASK = "the state"
# Softness of the shares a text has in the kinds, in units of cosine: .03 and .05 are level, .08 loses .03 of precision@5 (same set).
SOFTNESS = 0.04
# What a kind gains where the text meets its cues, in units of cosine: with .1 against 0, precision@5 .67 against .63; .2 is no better.
CUE = 0.1
# How near a text must come to a kind, above what is usual, before it is more of that kind than of none.
NO_KIND = 0.12

# Characters of the passages whose kinds are told apart (two or three sentences), and weight of those after the first. With them the two
# articles of the page this project started from are each other's 123rd and 23rd of 3,675 texts of all kinds; read as one lead, 881st
# and 68th.
PASSAGE = 300
LATER = 0.5

_QUADRANTS: Mapping[str, str] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
_JOINED = re.compile(r"[\s\-.,]*(?:(?:of|the|and)\s+)?")


def masked_passages(doc: SimilarDoc) -> list[str]:
    """Passages of title and text with each name, or run of names, replaced by MASK."""
    text = f"{doc.title}\n{doc.text}".strip()[: PASSAGE * MAX_PASSAGES * 2]
    out: list[str] = []
    position, after_name = 0, False
    for term in terms(text):
        if not term.is_name:
            continue
        gap = text[position : term.start]
        if not (after_name and _JOINED.fullmatch(gap)):
            out += [gap, MASK]
        position, after_name = term.end, True
    out.append(text[position:])
    return split_passages(" ".join("".join(out).split()), PASSAGE)


@lru_cache(maxsize=2)
def _kind_vectors(model: str | Path | None) -> tuple[Floats, Floats]:
    """(a vector for each kind: the mean of its words and examples; how near an example is to each kind on average)."""
    listed = [(n, each) for n, kind in enumerate(situation_kinds()) for each in (kind.words, *kind.examples)]
    owners, sentences = zip(*listed, strict=True)
    vectors = embed(sentences, model)
    means = np.stack([vectors[np.array(owners) == n].mean(axis=0) for n in range(len(situation_kinds()))])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-12)
    usual: Floats = (vectors @ means.T).mean(axis=0)
    return means, usual


def kind_shares(vectors: Floats, texts: Sequence[str], model: str | Path | None = None) -> Floats:
    """Shares of each text in the kinds of situation, in the order of `situation_kinds`; what is missing to 1 is its share in none.

    vectors: of the texts. A kind's share grows with the cosine of the text and the kind's examples above what is usual for that kind, and
    with its cues. Fixed by model and table: it does not change with the other texts. Raises ModelError.
    """
    means, usual = _kind_vectors(model)
    near = vectors @ means.T - usual
    place = {kind.kind: n for n, kind in enumerate(situation_kinds())}
    for row, text in enumerate(texts):
        for kind in situations_of("", text):
            near[row, place[kind]] += CUE
    near = np.concatenate([near, np.full((len(near), 1), NO_KIND, near.dtype)], axis=1)
    near = np.exp((near - near.max(axis=1, keepdims=True)) / SOFTNESS)
    shares: Floats = (near / near.sum(axis=1, keepdims=True))[:, :-1].astype(np.float32)
    return shares


def country_of(code: str) -> str:
    """The actor without its sectors: "BLRGOV" -> "BLR", "IGOEUU" -> "EUU"."""
    return code[3:6] if code.startswith("IGO") and len(code) >= 6 else code[:3]


def role_of(code: str) -> str:
    """What an actor is, whoever it is: "state" (a country or its government), "IGO", "NGO", "IMG", else its first sector ("OPP")."""
    if code[:3] in ("IGO", "NGO", "IMG"):
        return code[:3]
    sector = code[3:6]
    return "state" if sector in ("", "GOV") else sector


def event_features(events: Sequence[tuple[str, str, str]]) -> dict[str, int]:
    """Features of (actor, recipient, class) rows that do not depend on who the actors are.

    For each class: whether it goes one way (">"), is returned by the other side ("<>"), stays inside of one country ("@") or has no
    recipient ("."); its quadrant; and the roles of the two sides.
    """
    ways = {(country_of(actor), country_of(recipient)) for actor, recipient, _ in events if actor and recipient}
    out: Counter[str] = Counter()
    for actor, recipient, plover in events:
        if not recipient:
            way = "."
        elif country_of(actor) == country_of(recipient):
            way = "@"
        elif (country_of(recipient), country_of(actor)) in ways:
            way = "<>"
        else:
            way = ">"
        out[f"class {plover}"] += 1
        out[f"way {plover}{way}"] += 1
        if plover in _QUADRANTS:
            out[f"quadrant {_QUADRANTS[plover]}"] += 1
        if actor and recipient:
            out[f"roles {role_of(actor)}{way}{role_of(recipient)}"] += 1
    return dict(out)

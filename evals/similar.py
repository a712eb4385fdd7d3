"""How good the lists of similar articles are, against pinned floors. Exit status 1 if a figure is below its floor.

    python evals/similar.py [--speed] [--long]

Situations: precision@5 on evals/data/situations.jsonl (texts of the project's own; "tuned" ones were looked at while the table of kinds was
made, "check" ones were written after it and never looked at for it). Stories: recall@5, hit@5 and nDCG@10 on the development data
../shared/data/similar_2018, whole and on the two halves of its stories; left out with a message where that folder is absent.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from detente.similar import SimilarDoc, build_index, document_vectors, embed, find_similar, passages, read_documents
from detente.types import Neighbour

HERE = Path(__file__).resolve().parent
STORIES = HERE.parent.parent / "shared" / "data" / "similar_2018"
SITUATIONS = HERE / "data" / "situations.jsonl"

# Measured figure less about .01, so that another machine's rounding passes and a real loss does not.
FLOORS: Mapping[str, float] = {
    "stories recall@5": 0.71,
    "stories nDCG@10": 0.68,
    "situations precision@5 (tuned)": 0.69,
    "situations precision@5 (check)": 0.49,
}

Relevance = Mapping[str, Mapping[str, int]]


def read_situations() -> list[dict[str, str]]:
    """Rows of {"id", "kind", "date", "text", "set"}."""
    return [json.loads(line) for line in SITUATIONS.read_text("utf-8").splitlines() if line]


def situation_docs(rows: Sequence[Mapping[str, str]]) -> list[SimilarDoc]:
    """The rows as documents without title or events."""
    return [SimilarDoc(row["id"], "", row["text"], date.fromisoformat(row["date"])) for row in rows]


def precision_at_5(lists: Mapping[str, Sequence[str]], kinds: Mapping[str, str]) -> dict[str, float]:
    """For each question the share of its first five that are of its kind (of five places, also where fewer were given)."""
    return {each: sum(kinds[other] == kinds[each] for other in found[:5]) / 5 for each, found in lists.items()}


def story_scores(relevance: Relevance, lists: Mapping[str, Sequence[Neighbour]]) -> dict[str, tuple[float, float, float]]:
    """(recall@5, hit@5, nDCG@10) a question that has a document of relevance 2. recall@5 = right in the first five / min(5, right);
    nDCG with gain 2^relevance - 1 and discount log2(rank + 1) (Järvelin and Kekäläinen 2002)."""
    discount = 1 / np.log2(np.arange(2, 12))
    out: dict[str, tuple[float, float, float]] = {}
    for each, judged in relevance.items():
        right = sum(value == 2 for value in judged.values())
        if not right:
            continue
        found = [neighbour.id for neighbour in lists.get(each, ())]
        first = sum(judged.get(other) == 2 for other in found[:5])
        gain = np.array([2.0 ** judged.get(other, 0) - 1 for other in found[:10]])
        ideal = np.sort(2.0 ** np.array(list(judged.values())) - 1)[::-1][:10]
        ndcg = float((gain * discount[: len(gain)]).sum() / (ideal * discount[: len(ideal)]).sum())
        out[each] = first / min(5, right), float(first > 0), ndcg
    return out


def half_of(relevance: Relevance) -> dict[str, int]:
    """0 or 1 for each question, the same for all of one story (connected by relevance 2): 0 was used for tuning, 1 was not."""
    parent: dict[str, str] = {}

    def find(each: str) -> str:
        parent.setdefault(each, each)
        while parent[each] != each:
            each = parent[each]
        return each

    for each, judged in relevance.items():
        for other, value in judged.items():
            if value == 2:
                low, high = sorted((find(each), find(other)))
                parent[high] = low
    roots = sorted({find(each) for each, judged in relevance.items() if 2 in judged.values()})
    halves = dict(zip(roots, (np.random.default_rng(1).permutation(len(roots)) % 2).tolist(), strict=True))
    return {each: halves[find(each)] for each, judged in relevance.items() if 2 in judged.values()}


def measure_situations() -> dict[str, float]:
    """Precision@5 of the situation list, and of plain cosine of the unmasked texts for comparison."""
    rows = read_situations()
    kinds = {row["id"]: row["kind"] for row in rows}
    docs = situation_docs(rows)
    kept = document_vectors(docs)
    index = build_index(docs, vectors=kept)
    plain = index.vectors.meaning
    cosine = plain @ plain.T
    np.fill_diagonal(cosine, -1)
    baseline = {doc.id: [docs[n].id for n in np.argsort(-row, kind="stable")[:5]] for doc, row in zip(docs, cosine, strict=True)}
    lists = {each: [n.id for n in found] for each, found in index.lists(kinds, "situation", 5, 0.0)}
    got, base = precision_at_5(lists, kinds), precision_at_5(baseline, kinds)
    tuned_kinds = {row["kind"] for row in rows if row["set"] == "tuned"}
    groups = {
        "tuned": [row["id"] for row in rows if row["set"] == "tuned"],
        "check": [row["id"] for row in rows if row["set"] == "check"],
        "check, kinds never tuned": [row["id"] for row in rows if row["kind"] not in tuned_kinds],
    }
    figures: dict[str, float] = {}
    for name, ids in groups.items():
        figures[f"situations precision@5 ({name})"] = float(np.mean([got[each] for each in ids]))
        figures[f"  plain cosine of the texts ({name})"] = float(np.mean([base[each] for each in ids]))
    return figures


def story_docs() -> list[SimilarDoc]:
    """The lines of the development data."""
    with gzip.open(STORIES / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        return list(read_documents(lines))


def measure_stories() -> dict[str, float]:
    """Figures of the story list on the development data, whole and by halves."""
    docs = story_docs()
    relevance: dict[str, dict[str, int]] = {}
    with gzip.open(STORIES / "qrels.tsv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            relevance.setdefault(row["query_id"], {})[row["doc_id"]] = int(row["rel"])
    scores = story_scores(relevance, dict(find_similar(docs, sorted(relevance))))
    halves = half_of(relevance)
    figures: dict[str, float] = {}
    for name, ids in (
        ("stories", list(scores)),
        ("  tuning half,", [each for each in scores if not halves[each]]),
        ("  other half,", [each for each in scores if halves[each]]),
    ):
        for measure, value in zip(("recall@5", "hit@5", "nDCG@10"), np.mean([scores[each] for each in ids], axis=0), strict=True):
            figures[f"{name} {measure}"] = float(value)
    return figures


def measure_speed() -> dict[str, float]:
    """Texts embedded a second on this machine: one line, and a report of about 3,500 characters (made of the lines)."""
    rows = read_situations()
    short = [row["text"] for row in rows] * 4
    long = [" ".join(short[n : n + 30]) for n in range(0, 90, 5)]
    figures: dict[str, float] = {}
    embed(short[:8])
    for name, texts in (("lines of 110 characters", short), ("reports of 3,500 characters", long)):
        begun = time.perf_counter()
        embed(texts)
        figures[f"embedded a second, {name}"] = len(texts) / (time.perf_counter() - begun)
    return figures


def measure_long(lines: Sequence[str]) -> dict[str, float]:
    """Reports made of a news line, the two lines nearest to it and twelve of its wider neighbourhood as background, in that order:
    how often the line is the nearest of all lines to its own report, by the weight of later passages."""
    chance = random.Random(0)
    vectors = embed(lines)
    picked = chance.sample(range(len(lines)), 60)
    reports: list[str] = []
    for n in picked:
        near = np.argsort(-(vectors @ vectors[n]), kind="stable").tolist()
        reports.append(" ".join(lines[other] for other in [n, *near[1:3], *chance.sample(near[20:200], 12)]))
    figures: dict[str, float] = {}
    used = passages.LATER_WEIGHT
    for weight in (1.0, 0.5, used, 0.1):
        passages.LATER_WEIGHT = weight
        cosine = embed(reports) @ vectors.T
        first = [row[n] >= row.max() for row, n in zip(cosine, picked, strict=True)]
        figures[f"a long report is nearest to its own first line, later passages at {weight}"] = float(np.mean(first))
    passages.LATER_WEIGHT = used
    return figures


def main(arguments: Sequence[str]) -> int:
    """Print every figure with its floor; 1 if one is below."""
    figures = measure_situations()
    if STORIES.is_dir():
        figures |= measure_stories()
    else:
        print("stories: left out, the development data is not beside this checkout")
    if "--speed" in arguments:
        figures |= measure_speed()
    if "--long" in arguments and STORIES.is_dir():
        figures |= measure_long([doc.text for doc in story_docs()])
    low = [name for name, value in figures.items() if value < FLOORS.get(name, -1.0)]
    for name, value in figures.items():
        floor = f"  floor {FLOORS[name]:.2f}" if name in FLOORS else ""
        print(f"{name:66} {value:8.3f}{floor}{'  BELOW' if name in low else ''}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

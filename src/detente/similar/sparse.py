"""Weighted terms of many texts as compressed rows, and products of rows. Memory grows with the terms, never with pairs.

Weight of a term: (1 + ln count) x ln(1 + texts / texts with the term), rows of length one: the sublinear TF-IDF of Manning, Raghavan and
Schütze, Introduction to Information Retrieval (2008), section 6.4, with an inverse document frequency that stays above zero so that a
desk of three articles works too.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# A text of a hundred pages has thousands of terms; its 250 heaviest carry what it is about, and bound the time of one question.
MAX_TERMS = 250


@dataclass(frozen=True, slots=True)
class SparseRows:
    """Rows of term weights. indptr, columns, weights: compressed rows; starts, rows, column_weights: the same by term."""

    vocabulary: Mapping[str, int]
    rarity: Floats
    indptr: Ints
    columns: npt.NDArray[np.int32]
    weights: Floats
    starts: Ints
    rows: npt.NDArray[np.int32]
    column_weights: Floats

    @property
    def count(self) -> int:
        """How many texts."""
        return len(self.indptr) - 1

    def rarity_of(self, term: str, field: int = 0) -> float:
        """Inverse document frequency of a term of a field; 0 if no text has it."""
        column = self.vocabulary.get(f"{field} {term}")
        return 0.0 if column is None else float(self.rarity[column])

    def row(self, i: int) -> tuple[npt.NDArray[np.int32], Floats]:
        """Terms and weights of one text."""
        part = slice(self.indptr[i], self.indptr[i + 1])
        return self.columns[part], self.weights[part]

    def products(self, i: int) -> Floats:
        """Sum of products of row i with every row."""
        out = np.zeros(self.count, np.float32)
        columns, weights = self.row(i)
        for column, weight in zip(columns.tolist(), weights.tolist(), strict=True):
            part = slice(self.starts[column], self.starts[column + 1])
            out[self.rows[part]] += weight * self.column_weights[part]
        return out

    def among(self, chosen: Ints) -> Floats:
        """Sums of products of the chosen rows with each other, the diagonal 0. Terms that one row alone has meet nothing: left out."""
        parts = [self.row(int(i)) for i in chosen]
        every, held = np.unique(np.concatenate([part[0] for part in parts]), return_counts=True) if parts else (np.zeros(0, np.int32),) * 2
        columns = every[held > 1]
        dense = np.zeros((len(parts), len(columns) + 1), np.float32)
        for n, (ids, weights) in enumerate(parts):
            at = np.searchsorted(columns, ids)
            common = np.take(columns, at, mode="clip") == ids if len(columns) else np.zeros(len(ids), bool)
            dense[n, at[common]] = weights[common]
        products: Floats = dense @ dense.T
        np.fill_diagonal(products, 0.0)
        return products


def sparse_rows(texts: Iterable[Sequence[Mapping[str, int]]], scales: Sequence[float]) -> SparseRows:
    """Rows of weights from counts of terms.

    texts: for each text one mapping (term -> count) a field; a field's part of a row has length one before its scale, so that products
    are the sum over fields of scale x cosine. Terms of different fields never meet.
    """
    vocabulary: dict[str, int] = {}
    columns, counts, lengths = array("i"), array("f"), array("q")
    field_of = array("b")
    for fields in texts:
        before = len(columns)
        for n, field in enumerate(fields):
            for term, count in sorted(Counter(field).most_common(MAX_TERMS * 4)):
                key = f"{n} {term}"
                place = vocabulary.setdefault(key, len(vocabulary))
                if place == len(field_of):
                    field_of.append(n)
                columns.append(place)
                counts.append(1.0 + math.log(count))
        lengths.append(len(columns) - before)
    column = np.frombuffer(columns, np.int32) if len(columns) else np.zeros(0, np.int32)
    weight = np.frombuffer(counts, np.float32).copy() if len(counts) else np.zeros(0, np.float32)
    row = np.repeat(np.arange(len(lengths), dtype=np.int32), np.array(lengths, dtype=np.int64))
    texts_with = np.bincount(column, minlength=len(vocabulary))
    rarity = np.log1p(len(lengths) / np.maximum(texts_with, 1)).astype(np.float32)
    weight *= rarity[column]
    fields_of_cells = np.array(field_of, dtype=np.int8)[column] if len(column) else np.zeros(0, np.int8)
    keep = _heaviest(row, fields_of_cells, weight)
    row, column, weight, fields_of_cells = row[keep], column[keep], weight[keep], fields_of_cells[keep]
    for n, scale in enumerate(scales):
        part = fields_of_cells == n
        length = np.sqrt(np.bincount(row[part], weight[part].astype(np.float64) ** 2, minlength=len(lengths)))
        weight[part] *= (math.sqrt(scale) / np.maximum(length, 1e-12))[row[part]].astype(np.float32)
    order = np.lexsort((column, row))
    row, column, weight = row[order], column[order], weight[order]
    by_term = np.argsort(column, kind="stable")
    return SparseRows(
        vocabulary=vocabulary,
        rarity=rarity,
        indptr=np.concatenate([[0], np.cumsum(np.bincount(row, minlength=len(lengths)))]).astype(np.int64),
        columns=column,
        weights=weight,
        starts=np.concatenate([[0], np.cumsum(np.bincount(column, minlength=len(vocabulary)))]).astype(np.int64),
        rows=row[by_term],
        column_weights=weight[by_term],
    )


def with_row(rows: SparseRows, fields: Sequence[Mapping[str, int]], scales: Sequence[float]) -> SparseRows:
    """The rows with one more text as the last. How rare a term is stays as it was counted without it, so that the others keep their
    weights; ``fields`` and ``scales`` as in `sparse_rows`."""
    vocabulary, new = dict(rows.vocabulary), math.log1p(rows.count + 1)
    columns, weights = list[int](), list[float]()
    for n, (field, scale) in enumerate(zip(fields, scales, strict=True)):
        cells = []
        for term, count in sorted(Counter(field).most_common(MAX_TERMS * 4)):
            place = vocabulary.setdefault(f"{n} {term}", len(vocabulary))
            cells.append((place, (1.0 + math.log(count)) * (float(rows.rarity[place]) if place < len(rows.rarity) else new)))
        cells = sorted(cells, key=lambda cell: -cell[1])[:MAX_TERMS]
        length = math.sqrt(sum(weight**2 for _, weight in cells)) or 1.0
        columns += [place for place, _ in cells]
        weights += [weight * math.sqrt(scale) / length for _, weight in cells]
    order = np.argsort(np.array(columns, np.int64), kind="stable")
    column = np.concatenate([rows.columns, np.array(columns, np.int32)[order]])
    weight = np.concatenate([rows.weights, np.array(weights, np.float32)[order]])
    row = np.repeat(np.arange(rows.count + 1, dtype=np.int32), [*np.diff(rows.indptr), len(columns)])
    by_term = np.argsort(column, kind="stable")
    rarity = np.concatenate([rows.rarity, np.full(len(vocabulary) - len(rows.rarity), new, np.float32)])
    return SparseRows(
        vocabulary=vocabulary, rarity=rarity, indptr=np.append(rows.indptr, len(column)).astype(np.int64), columns=column, weights=weight,
        starts=np.concatenate([[0], np.cumsum(np.bincount(column, minlength=len(vocabulary)))]).astype(np.int64), rows=row[by_term],
        column_weights=weight[by_term],
    )  # fmt: skip


def _heaviest(row: npt.NDArray[np.int32], field: npt.NDArray[np.int8], weight: Floats) -> npt.NDArray[np.bool_]:
    """Which cells are among the MAX_TERMS heaviest of their row and field (of equals, the earlier)."""
    if not len(row):
        return np.zeros(0, bool)
    order = np.lexsort((-weight, field, row))
    group = row[order].astype(np.int64) * 8 + field[order]
    first = np.flatnonzero(np.concatenate([[True], group[1:] != group[:-1]]))
    rank = np.arange(len(order)) - np.repeat(first, np.diff(np.concatenate([first, [len(order)]])))
    keep = np.zeros(len(row), bool)
    keep[order[rank < MAX_TERMS]] = True
    return keep

"""Search: words and their stems, what people ask, documents, hits. Plain data and pure functions; the record holds the index.

A program asks by `detente.desk_search.search(desk, SearchQuery(words="border sanctions"))` and gets a `Found`.
"""

from __future__ import annotations

from detente.search.found import Facet, FacetValue, Found, Hit, Span
from detente.search.query import SearchQuery, query_from

__all__ = ["Facet", "FacetValue", "Found", "Hit", "SearchQuery", "Span", "query_from"]

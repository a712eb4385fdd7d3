"""What pages say to machines: the right type for each, and nothing that is not so."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from detente.pages.schema_org import structured

BASE = "https://desk.example/pages/"


def _said(files: dict[str, bytes], path: str) -> list[dict[str, Any]]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', files[path].decode(), re.S)
    data = json.loads(found[1]) if found else []
    return data if isinstance(data, list) else [data]


def test_a_relation_is_an_observation_with_its_bounds(files: dict[str, bytes], site: Any) -> None:
    page, crumbs = _said(files, "relations/ark-bor.html")
    status = next(p for p in site.pages if p.head.path == "relations/ark-bor.html").status
    seen = page["mainEntity"]
    assert page["@type"] == "WebPage" and seen["@type"] == "Observation" and page["url"] == f"{BASE}relations/ark-bor.html"
    assert seen["value"] == round(status.level, 2) and seen["minValue"] <= seen["value"] <= seen["maxValue"]
    assert seen["observationDate"] == status.as_of.isoformat() and seen["observationPeriod"] == f"P{status.period_days}D"
    assert [item["item"].removeprefix(BASE) for item in crumbs["itemListElement"]] == [
        "", "categories/foreign-policy.html", "relations/ark-bor.html"
    ]  # fmt: skip
    assert [item["position"] for item in crumbs["itemListElement"]] == [1, 2, 3]


def test_types(files: dict[str, bytes]) -> None:
    assert [said["@type"] for said in _said(files, "categories/foreign-policy.html")] == ["WebPage", "BreadcrumbList"]
    assert [said["@type"] for said in _said(files, "about.html")] == ["BreadcrumbList"] and not _said(files, "index.html")
    for path in files:
        if path.startswith("articles/20") and len(path) > 30:
            article, crumbs = _said(files, path)
            assert article["@type"] == "NewsArticle" and len(crumbs["itemListElement"]) == 3


def test_no_level_no_observation_and_no_address_no_way(site: Any) -> None:
    page = next(p for p in site.pages if p.head.path == "relations/ark-bor.html")
    unknown = replace(page, status=replace(page.status, level=None, low=None, high=None))
    nowhere = replace(site.frame, base_url="")
    (said,) = structured(unknown, nowhere, site.paths)
    assert "mainEntity" not in said and "url" not in said


def test_what_results_of_a_search_show_is_short(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if path.endswith(".html"):
            found = re.search(r'<meta name="description" content="([^"]*)"', content.decode())
            assert found and 10 < len(found[1]) <= 220, path  # escapes count here
            assert f'<link rel="canonical" href="{BASE}{"" if path == "index.html" else path}"' in content.decode(), path

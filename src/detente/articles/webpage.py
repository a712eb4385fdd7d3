"""A saved web page to the drafts of its articles: main text by trafilatura, the rest from what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from detente.articles.columns import plain
from detente.articles.dates import parse_published
from detente.articles.encodings import decode
from detente.articles.furniture import HEADINGS, classify, inline_credit
from detente.articles.identity import clean_line
from detente.articles.markup import parsed, tree_to_text
from detente.articles.page import read_page, starts_of_articles, under_headings
from detente.articles.paragraphs import is_prose
from detente.articles.stated import Draft, Stated

# Where pages say when they were published, most trustworthy first; values of <meta name|property|itemprop=...>.
_DATE_NAMES = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "article:published",
    "publication_date", "publishdate", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "date", "article.published", "published_time", "cxenseparse:recs:publishtime",
)  # fmt: skip
# Main text shorter than this (characters) is looked for again with tables kept: old sites set their whole page in one.
_SHORT_TEXT = 300
# Words of running text that make an article of what stands under "Similar articles"; the teaser of a link has 10 to 50.
_LEAST_WORDS = 60
_AROUND = frozenset({"nav", "footer"})  # elements around a page's text
_CAPTIONS = 50  # captions looked at for a credit
_JSON_LD_NODES = 500  # objects looked at; pages carry 1 to 30


def read_html(data: bytes) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The articles of a page, its own first, and notes on the file."""
    decoded = decode(data, markup=True)
    notes = (decoded.note,) if decoded.note else ()
    tree = parsed(decoded.text)
    if tree is None:
        return (), notes
    stated = _stated(tree)
    return read_page(_main_text(decoded.text, tree), stated), notes


def _main_text(source: str, tree: Any) -> str:
    import trafilatura

    best = ""
    for tables in (False, True):
        text = trafilatura.extract(source, include_comments=False, include_tables=tables, output_format="txt", favor_recall=tables) or ""
        best = text if len(text) > len(best) else best
        if len(best) >= _SHORT_TEXT:
            break
    lines = [line for line in (best or tree_to_text(tree)).split("\n") if line.strip()]
    if not any(found.kind in HEADINGS for line in lines if (found := classify(line.strip()))):
        lines += _other_articles(tree)
    return "\n\n".join(lines)


def _other_articles(tree: Any) -> list[str]:
    """Whole articles under "Similar articles", which the search for the main text leaves out. Teasers of links stay out."""
    lines = tree_to_text(tree, without=_AROUND).split("\n\n")
    out: list[str] = []
    for heading, under in under_headings(lines):
        starts = starts_of_articles(under)
        for start, end in pairwise([*starts, len(under)] if starts else []):
            last = max((i for i in range(start, end) if is_prose(under[i])), default=-1)
            if sum(len(line.split()) for line in under[start : last + 1] if is_prose(line)) >= _LEAST_WORDS:
                out += [heading, *under[start : last + 1]]
    return out


def _stated(tree: Any) -> Stated:
    """What the page says of itself in JSON-LD, meta elements, time elements and its title."""
    metas = _metas(tree)
    linked = next((node for node in _json_ld(tree) if _is_article(node)), {})
    site = metas.get("og:site_name", "") or metas.get("application-name", "") or plain(linked.get("publisher"))
    url = metas.get("og:url", "") or next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    return Stated(
        title=_title(tree, metas, linked, site),
        published=_published(tree, metas, linked),
        photo_credit=_photo_credit(tree),
        author=_author(plain(linked.get("author")) or metas.get("author", "") or metas.get("article:author", "")),
        source=site,
        url=url,
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = clean_line(node.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _published(tree: Any, metas: Mapping[str, str], linked: Mapping[str, Any]) -> datetime | None:
    said = [plain(linked.get("datePublished")), *(metas.get(name, "") for name in _DATE_NAMES)]
    said += [n.get("datetime") or n.get("content") or "" for n in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")]
    times = [t.get("datetime") or t.text_content() for t in tree.xpath("//time")]
    if len(set(times)) == 1:  # one time element, or all alike: several may date other articles
        said.append(times[0])
    return next((moment for value in said if (moment := parse_published(clean_line(value)))), None)


def _title(tree: Any, metas: Mapping[str, str], linked: Mapping[str, Any], site: str) -> str:
    headings = [clean_line(h.text_content()) for h in tree.iter("h1")]
    element = clean_line(next((t.text_content() for t in tree.iter("title")), ""))
    said = [metas.get("og:title", ""), plain(linked.get("headline")), *(headings if len(headings) == 1 else ()), element, *headings]
    best = next((title for title in said if title), "")
    for cut in (" | ", " — ", " – ", " - ", " :: ", " » ", " · "):
        front, mark, back = best.rpartition(cut)
        if mark and front and (_same(back, site) or any(_same(front, h) for h in headings)):
            return front
    return best


def _author(name: str) -> str:
    name = re.sub(r"^by\s+", "", clean_line(name), flags=re.IGNORECASE)
    return "" if name.startswith(("http:", "https:", "www.")) or "@" in name else name


def _photo_credit(tree: Any) -> str:
    """The first credit in a caption, or in an element whose class says it is one."""
    for node in tree.xpath("//figcaption | //*[contains(@class, 'credit') or contains(@class, 'caption')]")[:_CAPTIONS]:
        line = clean_line(node.text_content())
        found = classify(line)
        credit = found.value if found and found.kind == "credit" else inline_credit(line)[1]
        if credit:
            return credit
    return ""


def _same(one: str, other: str) -> bool:
    return bool(other) and one.casefold().strip() == other.casefold().strip()


def _is_article(node: Mapping[str, Any]) -> bool:
    given = node.get("@type")
    kinds = given if isinstance(given, list) else [given]
    return any(isinstance(k, str) and ("Article" in k or k in ("BlogPosting", "Report")) for k in kinds)


def _json_ld(tree: Any) -> Iterator[Mapping[str, Any]]:
    left = _JSON_LD_NODES
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            node = waiting.pop(0)
            left -= 1
            if isinstance(node, list):
                waiting.extend(node[:_JSON_LD_NODES])
            elif isinstance(node, Mapping):
                yield node
                waiting.extend(v for key in ("@graph", "mainEntity") if isinstance(v := node.get(key), (list, dict)))

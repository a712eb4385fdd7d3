# ruff: noqa: DTZ001  a moment without a zone is what most pages state
from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tests.articles.samples import BODY, OTHER_BODY, SENTENCE, similar_box, web_page

from detente.articles.webpage import read_html


def test_a_news_page() -> None:
    (draft,), notes = read_html(web_page().encode())
    stated = draft.stated
    assert stated.title == "Neighbours open a crossing"
    assert stated.published == datetime(2015, 8, 3, 9, 12, tzinfo=timezone(timedelta(hours=3)))
    assert (stated.author, stated.photo_credit, stated.source) == ("Ann Lee", "A. Bell", "The Example Post")
    assert stated.url == "https://www.example.org/crossing"
    assert draft.text.startswith(BODY) and notes == ()


def test_hostile_parts_are_no_text_and_escaped_ones_are() -> None:
    (draft,), _ = read_html(web_page().encode())
    assert "SCRIPTED" not in draft.text and "onerror" not in draft.text and "cookies" not in draft.text
    assert "<script>alert(2)</script> in the text is text" in draft.text


def test_a_whole_second_article_becomes_one() -> None:
    drafts, _ = read_html(web_page(similar_box()).encode())
    assert [d.stated.title for d in drafts] == ["Neighbours open a crossing", "Quarrel over the river port drags on"]
    assert (drafts[1].text, drafts[1].stated.photo_credit) == (OTHER_BODY, "AGENCY ONE")
    assert drafts[1].stated.published == datetime(2016, 10, 11, 17, 45)


def test_teasers_of_links_become_none() -> None:
    box = f"<h2>Similar articles</h2><div><h3>Quarrel over the port</h3><p>October 11, 2016 17:45</p><p>{SENTENCE}</p></div>"
    drafts, _ = read_html(web_page(box).encode())
    assert len(drafts) == 1 and drafts[0].text.startswith(BODY)


def test_a_page_set_in_a_table() -> None:
    inner = BODY.replace("\n\n", "<br><br>")
    page = f"<html><body><table><tr><td><h1>Neighbours open a crossing</h1>03.08.2015<br><br>{inner}</td></tr></table></body></html>"
    (draft,), _ = read_html(page.encode())
    assert (draft.stated.title, draft.stated.published, draft.text) == ("Neighbours open a crossing", datetime(2015, 8, 3), BODY)


def test_dates_from_json_ld_and_time_elements() -> None:
    body = "".join(f"<p>{p}</p>" for p in BODY.split("\n\n"))
    data = '{"@graph": [{"@type": "NewsArticle", "headline": "H", "datePublished": "2015-08-03T09:12:00Z", "author": {"name": "Ann Lee"}}]}'
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><h1>H two</h1>{body}</body></html>'
    (draft,), _ = read_html(page.encode())
    assert draft.stated.published == datetime(2015, 8, 3, 9, 12, tzinfo=timezone(timedelta(0))) and draft.stated.author == "Ann Lee"
    one = f'<html><body><h1>A title here</h1><time datetime="2015-08-03">yesterday</time>{body}</body></html>'
    two = one.replace("</body>", '<time datetime="2016-01-01">x</time></body>')
    assert read_html(one.encode())[0][0].stated.published == datetime(2015, 8, 3)
    assert read_html(two.encode())[0][0].stated.published is None


def test_no_entity_is_expanded_and_no_file_read() -> None:
    page = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    page += f"<html><body><h1>T</h1><p>&x;</p><p>{SENTENCE} {SENTENCE}</p></body></html>"
    drafts, _ = read_html(page.encode())
    assert all("root:" not in d.text for d in drafts)


def test_broken_json_ld_and_deep_nesting_are_no_trouble() -> None:
    page = (
        web_page()
        .replace("</head>", '<script type="application/ld+json">{"a": [</script></head>')
        .replace("<nav>", "<div>" * 3_000 + "<nav>")
    )
    drafts, _ = read_html(page.encode())
    assert isinstance(drafts, tuple)


def test_an_address_that_is_none_is_not_kept() -> None:
    from detente.articles.stated import make_article

    (draft,), _ = read_html(web_page().replace("https://www.example.org/crossing", "javascript:alert(1)").encode())
    assert make_article(draft, "a.html", "en").url == ""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from detente.articles.front_matter import split_front_matter


def test_known_keys_are_taken() -> None:
    text = '---\ntitle: "Talks: the second round"\ndate: 2016-07-25 23:33:00 +03:00\n'
    text += "category: Belarus - US\nkind: analysis\ntags: [a, b]\n---\n\nText."
    stated, body, notes = split_front_matter(text)
    assert (stated.title, stated.category, stated.kind, notes) == ("Talks: the second round", "Belarus - US", "analysis", ())
    assert stated.published == datetime(2016, 7, 25, 23, 33, tzinfo=timezone(timedelta(hours=3)))
    assert body.strip() == "Text."


@pytest.mark.parametrize("text", ["No front matter.", "---\n\nA rule, and text.\n\n---\n\nMore.", "---\ntitle: never closed\n\nText."])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert split_front_matter(text)[1] == text


@pytest.mark.parametrize(
    "inside",
    [
        "title: a: b: c\n  - x",
        "title: " + "[" * 5_000,
        "key: !!python/object/apply:os.system ['echo x']",
        "title: *missing",
        "date: 2016-13-45",
        "key : - - -\n: :",
    ],
)
def test_hostile_or_broken_yaml_is_left_out_with_a_note(inside: str) -> None:
    stated, body, notes = split_front_matter(f"---\n{inside}\n---\nText.")
    assert stated.title == "" and body.strip() == "Text."
    assert len(notes) == 1


def test_aliases_do_not_grow() -> None:
    layers = "\n".join(f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]" for i in range(9))
    stated, _, _ = split_front_matter(f"---\na: &a [x, x]\n{layers}\ntitle: *j\nauthor: *j\n---\nText.")
    assert len(stated.title) < 200 and len(stated.author) < 200

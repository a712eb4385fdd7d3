"""The last step of reading: a draft becomes an Article with a language and an id, or a problem says why it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.articles.identity import clean_line, clean_text
from detente.articles.language import detect_language
from detente.articles.limits import MAX_TEXT_CHARS
from detente.articles.problems import ReadProblem
from detente.articles.stated import Draft, make_article
from detente.types import Article

_SHOWN = 60  # characters of a title in a message


def finish(drafts: Iterable[Draft], file: str, row: str = "") -> Iterator[Article | ReadProblem]:
    """The articles of the drafts, each followed by the notes on it.

    file, row: what the articles are traced back to, as ``file`` or ``file#row``.
    """
    found, name = False, file.rpartition("/")[2]
    file = f"{file}#{row}" if row else file
    for draft in drafts:
        title, text = clean_line(draft.stated.title), clean_text(draft.text)
        if not any(c.isalnum() for c in text) and not any(c.isalnum() for c in title):
            continue
        found = True
        if len(text) > MAX_TEXT_CHARS:
            yield ReadProblem(
                file, f"the text has {len(text):,} characters: only the first {MAX_TEXT_CHARS:,} are kept", "cut it into its articles"
            )
            text = cut(text)
            draft = replace(draft, text=text)
        language = draft.stated.language or detect_language(f"{title}\n\n{text}")
        article = make_article(draft, file, language, name)
        yield article
        named = f"“{clean_line(article.title or article.text[:_SHOWN])[:_SHOWN]}”"
        if article.published is None:
            yield ReadProblem(
                file,
                f"no date found for {named}: kept as undated, and cannot move a status",
                "put its date under the title, as in 25 July 2016, or `date: 2016-07-25` into its front matter or row",
            )
        if not article.text:
            yield ReadProblem(file, f"{named} has a title and no text: only the title is read")
        for note in draft.notes:
            yield ReadProblem(file, note)
    if not found:
        yield ReadProblem(file, "no article found in it: nothing is left once the furniture of the page is taken away",
                          "check that the file holds the text itself and not only links or pictures", fatal=True)  # fmt: skip


def cut(text: str) -> str:
    """The text up to MAX_TEXT_CHARS, ending with a paragraph, a sentence or at least a word."""
    whole = text[:MAX_TEXT_CHARS]
    for mark, keep in (("\n\n", 0), (". ", 1), (" ", 0)):
        at = whole.rfind(mark, MAX_TEXT_CHARS // 2)
        if at > 0:
            return whole[: at + keep]
    return whole

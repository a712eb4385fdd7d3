"""A digest as the two parts of a mail: plain text, and HTML that says the same without style sheet, script or picture."""

from __future__ import annotations

import textwrap

from detente.pages.digest import Digest, Entry
from detente.pages.language import marked, say, say_as, say_many, speaking
from detente.pages.render import engine
from detente.pages.wording import day_words, one_line, share

WIDTH = 76  # RFC 5322, 2.1.1 asks for lines of at most 78; an address is never broken
HOW_OFTEN = marked("how often", {"daily": "Daily", "weekly": "Weekly, on Monday"})
RHYTHM_WORDS = marked("rhythm", {"daily": "Daily digest", "weekly": "Weekly digest"})


def digest_subject(digest: Digest) -> str:
    """The mail's subject: one line."""
    count = len(digest.entries) + digest.more
    first = f"{digest.title}: {digest.entries[0].title}"
    with speaking(digest.language):
        said = say_many("{first} and {n} more", "{first} and {n} more", count - 1, first=first) if count > 1 else first
    return one_line(said, 180)


def digest_text(digest: Digest) -> str:
    """The plain part."""
    with speaking(digest.language):
        rhythm = say_as("rhythm", RHYTHM_WORDS[digest.rhythm])
        head = f"{digest.title}\n{say('{rhythm}, as of {day}', rhythm=rhythm, day=day_words(digest.as_of))}"
        parts = [head, *map(_entry, digest.entries)]
        if digest.more:
            said = say_many("{n} more entry is in the change log:", "{n} more entries are in the change log:", digest.more)
            parts.append(f"{said} {digest.log}")
        parts.append(f"-- \n{say('You asked for this at')} {digest.site}\n{say('To get no more of it:')} {digest.leave}")
    return "\n\n".join(parts) + "\n"


def _entry(entry: Entry) -> str:
    lines = [f"* {_filled(entry.title, '  ')}", f"  {day_words(entry.when)}", f"  {_filled(entry.words, '  ')}"]
    for driver in entry.drivers:
        when = f", {day_words(driver.when)}" if driver.when else ""
        lines.append(f"  {_filled(f'{share(driver.share)} {driver.what}{when}', '    ')}")
        if driver.quote:
            lines.append(f"    “{_filled(driver.quote, '    ')}”")
        if driver.address:
            lines.append(f"    {driver.address}")
    return "\n".join([*lines, f"  {entry.address}"])


def _filled(words: str, indent: str) -> str:
    """One line of others' words on lines of their own, none of which can pass for ours: each is indented."""
    lines = textwrap.wrap(" ".join(words.split()), WIDTH - len(indent), break_long_words=False, break_on_hyphens=False)
    return f"\n{indent}".join(lines)


def digest_html(digest: Digest) -> str:
    """The HTML part; everything in it is escaped."""
    from django.template import Context

    with speaking(digest.language):
        rhythm = say_as("rhythm", RHYTHM_WORDS[digest.rhythm])
        context = Context({"digest": digest, "rhythm": rhythm}, use_l10n=False, use_tz=False)
        return str(engine().get_template("digest.html").render(context))

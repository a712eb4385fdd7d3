"""The label before a colon that names a running story ("2011 Syrian uprising: ...", "Conflict in Iraq: ..."): a heading, not news."""

from __future__ import annotations

from detente.clauses.tokens import Sentence

# A label longer than this is a clause of its own; counted on headings of news digests.
_LONGEST = 10


def label_end(s: Sentence) -> int:
    """Index of the first token behind the label, 0 where the sentence has none."""
    for i, word in enumerate(s.lower[: _LONGEST + 1]):
        if word == ":":
            # a clause before a colon tells something; so does one word ("Russia: ..."), which is a place or a speaker
            told = any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep != "compound" for t in s.tokens[:i])
            return 0 if told or i < 2 else i + 1
    return 0

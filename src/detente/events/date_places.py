"""Where a date phrase hangs in the tree of a sentence, and whether it can date a predicate from there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from detente.clauses.tokens import Sentence
from detente.events.date_expression import DateExpression

# Dependencies that open a clause below another word.
_CLAUSE_DEPS = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis"})
SPEECH = frozenset({
    "say", "tell", "report", "announce", "state", "claim", "add", "note", "write", "declare", "explain", "confirm", "maintain", "stress",
    "argue", "insist", "reveal", "disclose", "recall", "comment", "reply", "describe", "quote", "acknowledge", "admit", "believe",
    "estimate", "allege", "assert", "show", "see",
})  # fmt: skip
# Verbs that carry an event noun and whose date is the noun's, and the other way round.
_LIGHT = frozenset({
    "hold", "have", "carry", "conduct", "launch", "stage", "see", "take", "make", "begin", "start", "open", "end", "mark", "witness",
    "kill", "injure", "wound", "hit", "leave", "cut", "bring", "cause", "follow", "host", "attend", "join", "be", "become", "come",
    "occur", "happen", "erupt", "break", "continue",
})  # fmt: skip
# Prepositions after which a noun is what the event is about, not where or when it happens; and nouns that are happenings.
_ABOUT = frozenset({"over", "about", "after", "before", "following", "for", "of", "to", "since", "from", "despite"})
_MEETING = frozenset({"talk", "talks", "meeting", "visit", "summit", "negotiation", "consultation", "drill", "exercise", "conference"})
_HAPPENINGS = frozenset({
    "war", "attack", "assault", "mutiny", "coup", "election", "plot", "raid", "protest", "crash", "strike", "summit", "visit", "talk",
    "riot", "massacre", "revolt", "uprising", "crisis", "conflict", "drill", "exercise", "vote", "referendum", "poll", "treaty", "deal",
    "accord", "report", "law", "speech", "murder", "death", "siege", "disaster", "earthquake", "accident", "incident", "dispute",
    "campaign", "march", "rally", "drive", "sanction", "defeat", "victory", "attempt", "trial", "inquiry", "collapse", "fall", "unrest",
    "violence", "fight", "battle", "hijack", "hijacking", "explosion", "blast", "fire", "kidnap", "arrest", "disappearance",
})  # fmt: skip
# A day or month without a year that lies further back than this and hangs on a noun is the coming one: "the vote on 27 August" in July.
_LONG_AGO = 270
# Headings of news lines have hardly more words than this.
_LONGEST_HEADING = 10
_KEEPING = frozenset({"keep", "leave", "hold", "remain", "stay"})
# "Are to shake hands", "is due to", "plans to": what follows is to come.
_BEFORE_PLANS = frozenset({"be", "set", "due", "about", "expect", "schedule", "plan", "intend", "prepare", "ready", "slate", "likely"})
_WHILE = frozenset({"when", "as", "while", "where", "whereupon"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase hangs in the tree. word: the token it depends on. owner: the predicate of its clause. depth: nouns in between."""

    top: int
    word: int
    owner: int
    depth: int
    first: int

    @classmethod
    def of(cls, s: Sentence, e: DateExpression) -> Place:
        a, b = s.start + e.start, s.start + e.end
        inside = {t.i for t in s.tokens if t.start < b and t.end > a and not t.text.isspace()}
        tops = [i for i in inside if (s.tokens[i].head not in inside or s.tokens[i].head == i) and s.tokens[i].pos != "PUNCT"]
        top = min(tops or inside or {0}, key=lambda i: (_height(s, i), i))
        word = s.tokens[top].head
        owner, depth = owner_of(s, top)
        said = s.tokens[s.tokens[owner].head]
        if s.tokens[owner].dep == "ccomp" and said.lemma in SPEECH and said.i < top < owner:
            first_word = min((k for k in s.subtree(owner) if k not in inside and s.tokens[k].pos != "ADP"), default=owner)
            if max(inside) < first_word:  # "said on Monday it would": with the verb of speaking, whatever the parser makes of it
                return cls(top, said.i, said.i, 0, min(inside))
        return cls(top, word, owner, depth, min(inside, default=top))


def _height(s: Sentence, i: int) -> int:
    n = 0
    while s.tokens[i].head != i and n < len(s.tokens):
        i, n = s.tokens[i].head, n + 1
    return n


def is_predicate(s: Sentence, i: int) -> bool:
    t = s.tokens[i]
    if t.dep in ("ccomp", "xcomp", "oprd", "acomp") and t.tag in ("VBN", "JJ") and s.child(i, "aux", "auxpass", "mark", "cop") is None:
        return False  # a result, not a clause: declare the vote void
    if t.dep in ("ccomp", "xcomp", "advcl") and t.tag in ("NN", "NNS"):
        return False  # a slip of the parser: shut the border to migrants
    if t.dep == "advcl" and t.tag == "VBN" and i > t.head and s.tokens[t.head].lemma in _KEEPING:
        return False  # keep the border closed
    return t.pos == "VERB" or t.head == i or t.dep in _CLAUSE_DEPS or (t.pos == "AUX" and not t.dep.startswith("aux"))


def owner_of(s: Sentence, i: int) -> tuple[int, int]:
    """The predicate whose clause token i stands in, and how many nouns lie between."""
    depth = 0
    while s.tokens[i].head != i:
        i = s.tokens[i].head
        if is_predicate(s, i):
            return i, depth
        depth += s.tokens[i].pos in ("NOUN", "PROPN")
    return i, depth


def clause_head(s: Sentence, head: int) -> int:
    return head if is_predicate(s, head) else owner_of(s, head)[0]


def opens(s: Sentence, e: DateExpression) -> bool:
    """A phrase before the first verb, at the head of the sentence or after a joining word."""
    return len(re.findall(r"\w+", s.text[: e.start])) <= 1 and (e.end >= len(s.text) or bool(re.match(r"[\s,(]", s.text[e.end :])))


def owner_is_deeper(s: Sentence, owner: int, clause: int) -> bool:
    """Whether the phrase belongs to a clause below the event's (``After Russia invaded in 2014, the EU ...``)."""
    t = s.tokens[owner]
    return owner != clause and t.dep in ("advcl", "relcl", "acl") and clause not in s.subtree(owner)


def under_relative(s: Sentence, i: int) -> bool:
    return s.tokens[i].dep in ("relcl", "acl") and not during(s, i)


def during(s: Sentence, i: int) -> bool:
    """A relative clause set in the event itself: ``riots in which``, or one under a verb that only says there was one."""
    words = [s.tokens[k].text.lower() for k in s.subtree(i)[:3]]
    return words[:2] in (["in", "which"], ["during", "which"], ["at", "which"]) or (s.tokens[i].dep == "acl" and s.tokens[i].tag == "VBG")


def same_time(s: Sentence, i: int) -> bool:
    """An adverbial clause that shares the date of its main clause: a participle, or one with when, as, while."""
    marks = [s.tokens[k].text.lower() for k in s.children[i] if s.tokens[k].dep in ("mark", "advmod")]
    if any(m in _WHILE for m in marks):
        return True
    return s.tokens[i].tag in ("VBG", "VB") and not any(s.tokens[k].dep == "mark" for k in s.children[i])


def _perfect(s: Sentence, i: int) -> bool:
    return any(s.tokens[k].lemma == "have" for k in s.children[i] if s.tokens[k].dep == "aux") or s.tokens[i].tag == "VBG"


def is_closing_speech(s: Sentence, i: int) -> bool:
    """``..., the ministry announced on Tuesday.``: attribution at the end, which the parser may take for a relative clause."""
    below = s.subtree(i)
    before, after = below[0] - 1, below[-1] + 1
    closing = all(s.tokens[k].pos in ("PUNCT", "SPACE") for k in range(after, len(s.tokens)))
    named = any(s.tokens[k].tag in ("WDT", "WP", "WRB") or s.tokens[k].dep == "mark" for k in s.children[i])
    return s.tokens[i].lemma in SPEECH and closing and before > 0 and s.tokens[before].text == "," and not named


def is_modal(s: Sentence, head: int) -> bool:
    """Will, may, might, could or would and the bare verb, "is to", "plans to": an event still to come, if it comes."""
    i = clause_head(s, head)
    aux = {s.tokens[k].text.lower() for k in s.children[i] if s.tokens[k].dep in ("aux", "auxpass")}
    up = s.tokens[s.tokens[i].head]
    if s.tokens[i].dep == "xcomp" and "to" in aux and up.tag in ("VBZ", "VBP", "VBN", "VBG", "JJ", "IN") and up.lemma in _BEFORE_PLANS:
        return True
    return bool(aux & {"will", "shall", "may", "might", "could", "would", "'ll", "’ll"}) and not aux & {"have", "had", "has"}


def is_under_modal(s: Sentence, head: int) -> bool:
    """ "Will stop shelling on Sunday": the verb above tells the time of the one it governs."""
    i = clause_head(s, head)
    return s.tokens[i].dep in ("xcomp", "pcomp") and s.tokens[i].tag == "VBG" and is_modal(s, owner_of(s, i)[0])


def of_topic(s: Sentence, e: DateExpression) -> bool:
    """ "2011 Libyan civil war: ...", "Battle of Najaf (2007): ...": a heading's year names the topic, not the day."""
    colon = s.text.find(":", e.end)
    if e.precision == "day" or colon < 0 or not re.match(r":\s", s.text[colon : colon + 2]):
        return False
    before = [t for t in s.tokens if t.start - s.start < colon]
    return len(before) <= _LONGEST_HEADING and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in before)


def counts(s: Sentence, e: DateExpression) -> bool:
    """ "1600 engineers", "2000 soldiers" count what stands after them; "2011 protests" were in that year."""
    at = next((t for t in s.tokens if t.start == s.start + e.start), None)
    if e.precision != "year" or at is None or at.dep != "nummod" or not at.text.isdigit() or e.end - e.start != len(at.text):
        return False
    noun = s.tokens[at.head]
    return noun.tag == "NNS" and not _is_happening(noun.lemma) and s.child(noun.i, "det", "poss") is None


def is_past(s: Sentence, head: int) -> bool:
    """A past tense or perfect without will or would: such an event cannot lie after publication, whatever date stands near it."""
    i = clause_head(s, head)
    aux = {s.tokens[k].text.lower() for k in s.children[i] if s.tokens[k].dep in ("aux", "auxpass")}
    if aux & {"will", "shall", "would", "may", "could", "might", "to", "is", "are", "'ll", "must", "should"}:
        return False
    return s.tokens[i].tag in ("VBD", "VBN") or bool(aux & {"was", "were", "had", "did"})


def is_present(s: Sentence, head: int) -> bool:
    """A plain present tense, which with a day of the week or month tells of a plan (``On Monday the president flies to Rome``)."""
    t = s.tokens[clause_head(s, head)]
    if t.lemma in SPEECH:
        return False
    return t.tag in ("VBZ", "VBP") and t.lemma not in ("be", "have")


def _is_happening(lemma: str) -> bool:
    word = lemma.lower()
    return word in _HAPPENINGS or (len(word) > 6 and word.endswith(("tion", "sion", "ment", "ing", "cide")))


def of_another(s: Sentence, head: int, e: DateExpression, place: Place, published: date | None, future: bool) -> bool:
    """Whether a phrase that hangs on a noun dates that noun's happening: ``over a mutiny in 2009``, ``for the vote on 3 May``."""
    if e.role == "for" and not future:
        return True
    if e.kind == "modifier":
        return False
    beside = place.first - 1
    if e.kind == "absolute" and e.precision != "day" and beside >= 0 and beside != head and not future and _is_told_about(s, beside):
        return True  # whatever the parser hangs "in 2009" on: an older year beside the noun is the noun's
    if place.depth == 0:
        return False
    far = published and e.bare and not future and e.first and (published - e.first).days > _LONG_AGO
    if far or (e.role == "since" and not _perfect(s, place.owner)):
        return True
    i = place.word
    while i not in (place.owner, head) and s.tokens[i].head != i:
        if _is_told_about(s, i):
            return True
        i = s.tokens[i].head
    return False


def _is_told_about(s: Sentence, i: int) -> bool:
    """A happening the sentence is only about: ``over a mutiny``, ``after the vote``; not ``for talks``, which is where the event goes."""
    t = s.tokens[i]
    above = s.tokens[t.head].text.lower()
    return t.dep == "pobj" and above in _ABOUT and _is_happening(t.lemma) and not (above == "for" and t.lemma.lower() in _MEETING)


def reaches(s: Sentence, e: DateExpression, place: Place, predicate: int, head: int) -> bool:
    """Whether a phrase of the predicate's clause dates it: a modifier of a noun dates that noun, or its verb if light."""
    if e.kind != "modifier" or place.word == predicate:
        return True
    if place.word == head:
        return True
    noun = place.word if s.tokens[place.word].pos in ("NOUN", "PROPN") else s.tokens[place.word].head
    if head != predicate:
        return noun == head
    above = s.tokens[noun].head
    if s.tokens[noun].dep == "pobj" and s.lower[above] in ("during", "in") and s.tokens[above].head == predicate:
        return _is_happening(s.tokens[noun].lemma)  # "invaded during the 1971 war"
    dep, light = s.tokens[noun].dep, s.tokens[predicate].lemma in _LIGHT
    if e.precision in ("year", "month") or e.kind != "modifier":
        return light and dep in ("nsubj", "nsubjpass", "dobj", "attr")
    return dep in ("nsubj", "nsubjpass") or (light and dep in ("dobj", "attr"))

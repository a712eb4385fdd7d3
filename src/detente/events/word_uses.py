"""What the coder's tables say of a word: its groups, rules, frames, topics, operators and places on the scales, with the row of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.lexicon import Row

Rows = Mapping[str, Sequence[Row]]
_LIGHT = "light"


@dataclass(frozen=True, slots=True)
class WordUse:
    """One row that speaks of a word. role: what the word is there; says: the row in words; plover, cameo: what comes of it, if anything."""

    table: str
    where: str
    role: str
    says: str
    plover: str = ""
    cameo: str = ""


def word_uses(rows: Rows, word: str) -> list[WordUse]:
    """Every use of a lemma or phrase ("impose", "carry out", "peace talk") or CAMEO code. rows: the coder's tables, checked."""
    wanted = " ".join(word.lower().split())
    classes = {row.text("cameo"): row.text("plover") for row in rows.get("events_codes", ())}
    return [*_codes(rows, wanted), *_verb_uses(rows, wanted, classes), *_noun_uses(rows, wanted, classes),
            *_operator_uses(rows, wanted, classes), *_scale_uses(rows, wanted)]  # fmt: skip


def known_words(rows: Rows) -> frozenset[str]:
    """Every word and phrase the coder's tables name, for near spellings."""
    out: set[str] = set()
    for table, column in (("events_verbs", "verbs"), ("events_rules", "verbs"), ("events_frames", "verbs"), ("events_topics", "words"),
                          ("events_operators", "word")):  # fmt: skip
        out.update(word for row in rows.get(table, ()) for word in row.values(column) if not word.startswith("@"))
    for table in rows:
        if table.startswith("scales_"):
            out.update(word for row in rows[table] for column in ("words", "phrases") for word in row.values(column))
    return frozenset(out)


def _codes(rows: Rows, wanted: str) -> Iterator[WordUse]:
    for row in rows.get("events_codes", ()):
        if row.text("cameo") == wanted:
            more = "".join(f"; {name} {said}" for name in ("mode", "contexts") if (said := row.text(name) or "|".join(row.values(name))))
            says = f"intensity {row.number('goldstein')}{more}"
            yield WordUse("events_codes", row.where, "CAMEO code", says, row.text("plover"), wanted)


def _verb_uses(rows: Rows, wanted: str, classes: Mapping[str, str]) -> Iterator[WordUse]:
    groups = {""}
    for row in rows.get("events_verbs", ()):
        if wanted in row.values("verbs"):
            groups.add("@" + row.text("group"))
            says = f"one of the verbs @{row.text('group')}"
            yield WordUse("events_verbs", row.where, "verb", says + _carries(row.text("group")))
    for row in rows.get("events_rules", ()):
        if via := _via(row, wanted, groups):
            objects = ", ".join(_OBJECTS.get(topic, topic) for topic in row.values("object"))
            yield _coded("events_rules", row, "verb", f"{via} + {objects}", classes, _ends(row))
    for row in rows.get("events_frames", ()):
        if via := _via(row, wanted, groups):
            yield _coded("events_frames", row, "verb in a frame", f"{via} with {row.text('with')}", classes, _ends(row))
        elif wanted in _frame_words(row):
            said = f"{'|'.join(row.values('verbs'))} with {row.text('with')}"
            yield _coded("events_frames", row, "word in a frame", said, classes, _ends(row))
    for row in rows.get("events_shifts", ()):
        if wanted in row.values("verbs"):
            who = "|".join(row.values("actor")) or "anyone"
            said = f"{row.text('cameo')} becomes {row.text('becomes')} when done by {who}" + (f", {w}" if (w := row.text("where")) else "")
            yield WordUse("events_shifts", row.where, "verb", said)


_OBJECTS = {"-": "nothing", "*": "anything", "actor": "an actor"}


def _carries(group: str) -> str:
    return ": with an event noun it tells of what the noun tells" if group == _LIGHT else ""


def _via(row: Row, wanted: str, groups: set[str]) -> str:
    """How a row names the verb: itself, or by a group; empty if it does not."""
    if wanted in row.values("verbs"):
        return wanted
    group = next((verb for verb in row.values("verbs") if verb in groups), "")
    return f"{wanted} ({group})" if group else ""


def _frame_words(row: Row) -> frozenset[str]:
    conditions = (part.partition("=")[2].split("|") for part in row.text("with").split(";"))
    return frozenset(word.strip() for words in conditions for word in words)


def _ends(row: Row) -> str:
    parts = [f"{side}: {said}" for side in ("actor", "recipient") if (said := row.text(side))]
    return "; ".join([*parts, "both sides act"] if row.flag("recip") else parts)


def _coded(table: str, row: Row, role: str, said: str, classes: Mapping[str, str], sides: str) -> WordUse:
    cameo = row.text("cameo")
    if cameo in ("none", "-"):
        return WordUse(table, row.where, role, f"{said}: no event")
    return WordUse(table, row.where, role, said + (f" ({sides})" if sides else ""), classes.get(cameo, ""), cameo)


def _noun_uses(rows: Rows, wanted: str, classes: Mapping[str, str]) -> Iterator[WordUse]:
    topics = []
    for row in rows.get("events_topics", ()):
        if wanted in row.values("words") or wanted == row.text("topic"):
            topics.append(row.text("topic"))
            count = sum(row.text("topic") in rule.values("object") for rule in rows.get("events_rules", ()))
            is_word = wanted in row.values("words")
            said = f"is about {row.text('topic')}" if is_word else f"a topic of {len(row.values('words'))} words"
            yield WordUse("events_topics", row.where, "noun" if is_word else "topic", f"{said}, which {count} rules of verbs ask for")
    for row in rows.get("events_nominal", ()):
        if row.text("topic") in topics:
            said = f"{row.text('topic')} without a verb" + (", one side is enough" if row.flag("solo") else "")
            yield _coded("events_nominal", row, "event noun", said, classes, _ends(row))


def _operator_uses(rows: Rows, wanted: str, classes: Mapping[str, str]) -> Iterator[WordUse]:
    for row in rows.get("events_operators", ()):
        if wanted in row.values("word"):
            kind, bare = row.text("operator"), row.text("bare")
            forms = f" before {row.text('forms')}" if row.text("forms") else ""
            over = [f"{each.text('content')} {'nothing' if each.text('cameo') == '-' else each.text('cameo')}"
                    for each in rows.get("events_contents", ()) if each.text("operator") == kind]  # fmt: skip
            said = f"governs what follows{forms}: {kind}" + (f"; over {', '.join(over)}" if over else "")
            yield WordUse("events_operators", row.where, "operator", said, classes.get(bare, ""), bare)


def _scale_uses(rows: Rows, wanted: str) -> Iterator[WordUse]:
    for table, found in rows.items():
        if not table.startswith("scales_"):
            continue
        for row in found:
            words = (*row.values("words"), *row.values("phrases"))
            if phrases := [each for each in words if each == wanted or (" " not in wanted and " " in each and wanted in each.split())]:
                cells = [f"{name} {cell}" for name, cell in row.cells.items() if name not in ("words", "phrases") and cell is not None]
                yield WordUse(table, row.where, "word of a scale", "; ".join([", ".join(phrases[:6]), *cells]))

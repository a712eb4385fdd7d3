"""How an event came about, in plain lines: sentence, clauses, candidates, the rule, date reasoning, and what was rejected and why."""

from __future__ import annotations

from detente.clauses import DEFAULT_MODEL, Sentence, extract_clauses
from detente.events.coder import Step, code_sentences
from detente.events.promising import Passed
from detente.events.rules import load_rules
from detente.events.stream import read_articles
from detente.lexicon import Lexicon, load_lexicon
from detente.types import Article, Event


def explain_event(event: Event, article: Article, *, lexicon: Lexicon | None = None, model: str = DEFAULT_MODEL) -> str:
    """Everything the coder did with the sentence that an event's first mention in this article stands in.

    The article is parsed and coded again; the same version gives the same result. An event the present version no longer finds is
    said to be so.
    """
    mention = next((m for m in event.mentions if m.article == article.id), None)
    if mention is None:
        return f"article {article.id} does not mention this event"
    words = lexicon or load_lexicon()
    (sentences,) = read_articles([article], words, model, look=True)
    _, steps = code_sentences(article, sentences, words, load_rules(words))
    s = next((s for s in sentences if s.field == mention.field and s.start <= mention.start < s.end), None)
    if s is None:
        return f"the text at {mention.field} {mention.start} to {mention.end} is no longer a sentence of its own"
    if isinstance(s, Passed):
        text = (article.title if s.field == "title" else article.text)[s.start : s.end].strip()
        return f'passed over by the first look ({s.field} {s.start}-{s.end}): "{text}"\nnot parsed: {s.why}'
    s = next((step.sentence for step in steps if _is_at(step, s)), s)  # a headline's, with its verb put back
    lines = [f'sentence ({s.field} {s.start}-{s.end}): "{s.text.strip()}"', *_clause_lines(s)]
    lines += [_step_line(step) for step in steps if _is_at(step, s)]
    if not any(step.event and step.event.rule == event.rule for step in steps if _is_at(step, s)):
        lines.append("this event was coded by another version of the rules, or set by a correction")
    return "\n".join(lines)


def explain_article(article: Article, *, lexicon: Lexicon | None = None, model: str = DEFAULT_MODEL) -> str:
    """Everything the coder does with every sentence of an article: clauses, candidates, the rules, what was rejected and why."""
    words = lexicon or load_lexicon()
    (sentences,) = read_articles([article], words, model, look=True)
    _, steps = code_sentences(article, sentences, words, load_rules(words))
    told = []
    for given in sentences:
        if isinstance(given, Passed):
            text = (article.title if given.field == "title" else article.text)[given.start : given.end].strip()
            told.append(f'passed over by the first look ({given.field} {given.start}-{given.end}): "{text}"\nnot parsed: {given.why}')
            continue
        s = next((step.sentence for step in steps if _is_at(step, given)), given)
        here = [_step_line(step) for step in steps if _is_at(step, s)]
        lines = [f'sentence ({s.field} {s.start}-{s.end}): "{s.text.strip()}"', *_clause_lines(s)]
        told.append("\n".join([*lines, *(here or ["nothing in it names or means a side, or no clause tells of anything"])]))
    return "\n\n".join(told)


def _is_at(step: Step, s: Sentence) -> bool:
    return (step.sentence.field, step.sentence.start) == (s.field, s.start)


def _clause_lines(s: Sentence) -> list[str]:
    out = []
    for clause in extract_clauses(s):
        parts = ", ".join(f"{a.role} {s.tokens[a.head].text!r}" for a in clause.arguments)
        marks = [m for m, on in (("negated", clause.negated), ("passive", clause.passive)) if on]
        marks += [f"modal {clause.modal}"] if clause.modal else []
        out.append(f"clause: {clause.lemma} ({', '.join([clause.tense, *marks])}; {parts or 'no arguments'})")
    return out


def _step_line(step: Step) -> str:
    if step.event is None:
        return f"rejected {step.words!r}: {step.outcome}"
    e = step.event
    who = "+".join(e.actor) or "?"
    whom = "+".join(e.recipient) or ("each other" if len(e.actor) > 1 else "nobody named")
    return f"event {step.words!r}: {who} {e.plover} ({e.cameo}) {whom}; {e.realis}; rule {step.outcome}; date {step.dated}"

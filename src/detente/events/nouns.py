"""Events told by a noun with its sides: "the invasion of Ukraine by Russia", "criticism of Minsk from Kyiv", "talks with X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.clauses.words import words
from detente.events.labels import label_end
from detente.events.operators import ENDED
from detente.events.rules import COOPERATIVE, NounRule
from detente.events.scene import Scene
from detente.events.sides import Candidate, abroad, codes_of, distinct, home, is_national
from detente.events.topics import topics_of

_FAILED = words("collapse founder stall derail deadlock lapse unravel fail break falter")
# What a noun behind these words tells of has happened; behind others ("talks on a withdrawal", "a call for aid") it may never happen.
_FACTIVE_PREPS = words(
    """after following since despite amid over during by because at upon in under against from with before throughout through on of
    for"""
)
_FACTIVE_FOR_COOPERATION = words("after following since despite amid during at upon throughout by")
# Nouns that hold back what they frame: "the risk of an attack", "a ban on protests".
_UNREAL = words(
    """threat risk possibility plan fear accusation charge allegation claim denial call appeal demand request hope prospect idea
    proposal offer warning danger talk chance bid attempt suspicion report ban restriction right end halt stop moratorium refusal
    decision vote opposition preparation readiness possibility likelihood case law treaty convention rule need history anniversary
    memory threshold"""
)
# Nouns of a state of things, told as news only where they head the sentence, begin, or date something else.
_STATES = words("sanctions blockade occupation support threat aid deployment recognition cooperation demand")
_BEGINNING = words("begin start come take follow enter open occur resume continue erupt grow mount intensify arrive draw prompt")
_GOING_ON = words("after following amid during in at despite with by through")
_IN_THE = words("face wake midst course aftermath day")
_AROUND = ("in", "near", "at", "around", "across", "outside", "of")
_SETTING = ("during", "on", "at", "in", "after", "following", "for")


def find_noun_candidates(scene: Scene, used: set[int]) -> list[Candidate]:
    """Events that nouns tell of. used: tokens that clauses' events took up already."""
    s = scene.s
    out = []
    label = label_end(s)
    for token in s.tokens[label:]:
        nominal = token.pos in ("NOUN", "PROPN") or (token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass"))
        if token.i in used or not nominal or token.dep in ("compound", "nmod", "amod", "poss"):
            continue
        for topic in sorted(topics_of(s, token.i, scene.rules)):
            rule = scene.rules.nouns.get(topic)
            if rule is None:
                continue
            if not _is_told(token.i, rule, scene) or (topic in _STATES and not _is_news(token.i, scene)):
                break
            if topic == "protest" and not _takes_place(token.i, scene):
                break
            sides = _sides(token.i, rule, scene)
            if sides:
                out.append(_ended(Candidate(rule.cameo, *sides, token.i, rule.name, (token.i,)), scene))
                break
    return out


def _ended(candidate: Candidate, scene: Scene) -> Candidate:
    """ "The talks collapsed"."""
    s = scene.s
    token = s.tokens[candidate.head]
    clause = scene.clauses.get(token.head)
    failed = clause is not None and clause.lemma.split(" ")[0] in _FAILED and clause.lemma != "break out"
    if not failed or token.dep not in ("nsubj", "nsubjpass"):
        return candidate
    cameo = ENDED.get(scene.rules.codes[candidate.cameo].plover)
    return replace(candidate, cameo=cameo, rule=f"failed({candidate.rule})>{cameo}") if cameo else candidate


def _is_news(i: int, scene: Scene) -> bool:
    s = scene.s
    token = s.tokens[i]
    if token.dep == "pobj":
        return s.lower[token.head] in ("after", "following")
    clause = scene.clauses.get(token.head)
    if token.dep in ("nsubj", "nsubjpass") and clause is not None:
        return clause.lemma.split(" ")[0] in _BEGINNING or clause.passive
    return token.dep in ("ROOT", "appos")


def _takes_place(i: int, scene: Scene) -> bool:
    """Whether a protest is told as going on: not what a comment, a concern or a comparison is about."""
    s = scene.s
    token = s.tokens[i]
    if token.dep == "pobj":
        framed = s.lower[token.head] == "of" and s.lower[s.tokens[token.head].head] in _IN_THE
        return framed or s.lower[token.head] in _GOING_ON
    clause = scene.clauses.get(token.head)
    if token.dep in ("nsubj", "nsubjpass") and clause is not None:
        return clause.kind == "verb" and clause.lemma != "be"
    return True


def _is_told(i: int, rule: NounRule, scene: Scene) -> bool:
    """Whether the place of the noun in its sentence says that the thing was done."""
    s = scene.s
    token = s.tokens[i]
    cooperative = scene.rules.codes[rule.cameo].plover in COOPERATIVE
    if any(
        s.lower[k] in ("possible", "planned", "potential", "future", "proposed", "alleged", "any", "no", "further", "imminent", "would-be")
        for k in s.children[i]
    ):
        return False
    if token.dep == "pobj":
        prep = s.tokens[token.head]
        above = s.tokens[prep.head]
        if above.lemma.lower() in _UNREAL and prep.text.lower() in ("of", "for", "on", "to", "against", "about"):
            return False
        return prep.text.lower() in (_FACTIVE_FOR_COOPERATION if cooperative else _FACTIVE_PREPS) or (
            rule.cameo in ("042", "046", "040") and prep.text.lower() in _SETTING and above.pos == "VERB"
        )
    if token.dep == "conj":
        return s.tokens[token.head].pos not in ("NOUN", "PROPN") or _is_told(token.head, rule, scene)
    if cooperative:
        return token.dep in ("nsubj", "nsubjpass", "ROOT", "appos", "attr")
    return True


def _sides(i: int, rule: NounRule, scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...], bool] | None:
    """(actors, recipients, reciprocal) of an event noun."""
    taken = next(((slot, found) for slot in rule.actor if (found := _at(i, slot, scene))), None)
    if rule.reciprocal:
        return _both(i, rule, scene, taken[1] if taken else ())
    actors = taken[1] if taken else ()
    found = _first(i, rule.recipient, taken[0] if taken else "", scene)
    away = abroad(found, actors)
    if rule.cameo == "042" and not actors and away:
        actors = _setting_subject(i, scene)
        away = abroad(away, actors)
    if actors and away:
        return actors, away, False
    if not rule.solo:
        return None
    if actors and (not rule.recipient or found or taken):
        return (actors, found or home(actors), False) if home(actors) else None
    places = tuple(c for c in (found or _at(i, "in", scene)) if is_national(c))
    if not places:
        return None
    if scene.rules.codes[rule.cameo].plover == "PROTEST":
        return distinct(c[:3] for c in places), distinct(c[:3] for c in places), False
    return (), places, False


def _both(i: int, rule: NounRule, scene: Scene, first: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], bool] | None:
    found = distinct((*first, *(c for slot in rule.recipient for c in _at(i, slot, scene))))
    if len(found) == 1:
        found = distinct((*abroad(_setting_subject(i, scene), found), *found))
    if len(found) > 1:
        return found, (), True
    inside = tuple(dict.fromkeys(_full_at(i, "between", scene)))
    if len(inside) > 1 and is_national(inside[0]):
        return inside[:2], (), True
    if not rule.solo:
        return None
    # "fighting in Homs", "clashes between militias near Tripoli": both sides are of the place
    places = distinct(c[:3] for slot in _AROUND for c in _at(i, slot, scene) if is_national(c))[:1] or found[:1]
    return (places, places, False) if places and is_national(places[0]) else None


def _setting_subject(i: int, scene: Scene) -> tuple[str, ...]:
    """Who visited or met, where the noun only sets the scene: "speaking during a visit to Tehran, Lavrov said"."""
    s = scene.s
    token = s.tokens[i]
    if token.dep != "pobj" or s.lower[token.head] not in _SETTING:
        return ()
    k = s.tokens[token.head].head
    for _ in range(4):
        clause = scene.clauses.get(k)
        if clause is not None:
            found = codes_of(a for h in clause.heads("subject") for a in scene.phrases.resolve(h))
            if found:
                return found[:1]
        if s.tokens[k].head == k:
            break
        k = s.tokens[k].head
    return ()


def _first(i: int, slots: Sequence[str], taken: str, scene: Scene) -> tuple[str, ...]:
    return next((found for slot in slots if slot != taken and (found := _at(i, slot, scene))), ())


def _at(i: int, slot: str, scene: Scene) -> tuple[str, ...]:
    return distinct(_full_at(i, slot, scene))


def _full_at(i: int, slot: str, scene: Scene) -> list[str]:
    s, phrases = scene.s, scene.phrases
    if slot == "poss":
        return [a.code for k in s.children[i] if s.tokens[k].dep == "poss" for a in phrases.resolve(k)]
    if slot == "mod":
        return [c for k in s.children[i] if s.tokens[k].dep in ("amod", "compound", "nmod") and k < i for c in phrases.inside(k)]
    heads = [
        k
        for p in s.children[i]
        if s.tokens[p].dep in ("prep", "agent") and s.lower[p] == slot
        for k in s.children[p]
        if s.tokens[k].dep == "pobj"
    ]
    if slot == "between":  # "fighting broke out between X and Y", "a clash involving X and Y"
        verb = s.tokens[i].head if s.tokens[i].dep in ("nsubj", "nsubjpass") else i
        heads += [k for p in s.children[verb] if verb != i and s.lower[p] == slot for k in s.children[p] if s.tokens[k].dep == "pobj"]
        heads += [j for k in s.children[i] if s.lower[k] == "involving" for j in s.children[k] if s.tokens[j].dep in ("dobj", "pobj")]
    for k in s.children[i]:  # "criticism of X coming from Y", "sanctions imposed by Y on X"
        if s.tokens[k].dep == "acl" and slot in ("from", "by", "on", "against"):
            heads += [j for p in s.children[k] if s.lower[p] == slot for j in s.children[p] if s.tokens[j].dep == "pobj"]
    return [a.code for k in heads for a in (phrases.resolve(k) or phrases.inner(k))]

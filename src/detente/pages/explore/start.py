"""Where exploring begins."""

from __future__ import annotations

from itertools import pairwise

from detente.pages.build import Edition
from detente.pages.explore.known import OFFERED, country_choices, known_countries, known_relations, names_offered, relation_choices
from detente.pages.explore.parts import Choice, ExplorePage
from detente.pages.explore.period import query
from detente.pages.explore.trends import OVER_WORDS, SPANS
from detente.pages.language import say, say_as
from detente.pages.parts import Head
from detente.pages.rows import relation_title

PATH = "explore"
PAIRS = 6


def explore_page(edition: Edition) -> ExplorePage:
    """What there is to choose from."""
    material = edition.material
    relations = list(known_relations(material))
    about = say("Any relation over any period, two side by side, the actors around a country, what moved most.")
    pairs = [(a, b, relation_title(material, a), relation_title(material, b)) for a, b in pairwise(relations[: PAIRS + 1])]
    return ExplorePage(
        head=Head(PATH, say("Explore"), about),
        relations=relation_choices(material, relations[:OFFERED], "explore/relation"),
        countries=country_choices(material, list(known_countries(material))[:OFFERED], "explore/country/"),
        pairs=tuple(
            Choice(say("{first} and {last}", first=first, last=last), "explore/compare" + query({"a": a, "b": b}))
            for a, b, first, last in pairs
        ),
        trends=tuple(Choice(say_as("over", OVER_WORDS[word]), "explore/trends" + query({"over": word})) for word in SPANS),
        names=names_offered(material),
    )  # fmt: skip

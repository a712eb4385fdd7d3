"""Messages, numbers, dates and names in the language that is spoken."""

from __future__ import annotations

import threading
from datetime import date

import pytest

from detente.pages import wording
from detente.pages.language import language, own_name, retold, say, say_many, speaking
from detente.pages.names import local_names
from detente.relations.dynamics.wording import chance_of_none, span
from detente.said import said

DAY = date(2016, 7, 25)


@pytest.mark.parametrize(("n", "be", "ru"), [
    (1, "1 падзея", "1 событие"), (2, "2 падзеі", "2 события"), (5, "5 падзей", "5 событий"), (11, "11 падзей", "11 событий"),
    (12, "12 падзей", "12 событий"), (21, "21 падзея", "21 событие"), (104, "104 падзеі", "104 события"), (0, "0 падзей", "0 событий"),
])  # fmt: skip
def test_slavic_plurals(n: int, be: str, ru: str) -> None:
    for code, words in (("be", be), ("ru", ru)):
        with speaking(code):
            assert say_many("{n} event", "{n} events", n) == words
    assert say_many("{n} event", "{n} events", n) == (f"{n} event" if n == 1 else f"{n} events")


def test_numbers_have_the_mark_of_their_language() -> None:
    with speaking("be"):
        assert (wording.points(1.26), wording.share(-0.25), wording.bound(2.0), wording.percent(0.624)) == ("+1,3", "−0,25", "2", "62 %")
        assert retold(chance_of_none(0.0004)) == "выпадкова такое здаралася б радзей чым у адным выпадку з 1\u00a0000"


def test_days_are_said_by_the_rules_of_their_language() -> None:
    with speaking("be"):
        assert wording.day_words(DAY) == "25 ліпеня 2016\u202fг." or wording.day_words(DAY) == "25 ліпеня 2016 г."
        assert wording.span_words(date(2016, 6, 1), date(2016, 6, 7)).startswith("1–7 чэр")
        assert wording.span_words(date(2016, 1, 1), date(2016, 12, 31)) == "2016"
        assert wording.axis_month(DAY) == "ліп 2016"
    with speaking("ru"):
        assert wording.day_words(DAY).startswith("25 июля 2016")
        assert wording.day_words(None) == "без даты"
        assert "г.." not in wording.said_as_of("A", "improved", DAY)


def test_a_finding_is_said_anew_with_all_that_is_in_it() -> None:
    sentence = said("A shock to {name} has halved after about {days} (80 % interval {low} to {high}).", name="ARK-BOR", days=span(21),
                    low=span(9), high=span(70))  # fmt: skip
    assert sentence == "A shock to ARK-BOR has halved after about 3 weeks (80 % interval 9 days to 10 weeks)."
    assert retold(sentence) is sentence
    with speaking("ru"):
        words = retold(sentence)
    assert "3 недели" in words and "9 дней" in words and "10 недель" in words and "after" not in words


def test_a_share_in_a_sentence_is_written_as_its_language_does() -> None:
    sentence = said("{part} and chance {p:.0%}", part=said("{part}, level {level}", part="3 AID", level="+1.2"), p=0.62)
    assert sentence == "3 AID, level +1.2 and chance 62%"
    with speaking("be"):
        assert retold(sentence) == "3 AID, узровень +1,2 і верагоднасць 62 %"


def test_countries_sectors_and_organisations_have_names() -> None:
    english = {"BLR": "Belarus", "BLRGOV": "Belarus (government)", "USA": "United States", "EUU": "European Union", "XKX": "Kosovo",
               "ZZZ": "Zed"}  # fmt: skip
    names = local_names(lambda code: english.get(code, code))
    assert names("BLRGOV") == "Belarus (government)"
    with speaking("be"):
        named = [names(code) for code in ("BLR", "BLRGOV", "EUU", "XKX", "ZZZ")]
        assert named == ["Беларусь", "Беларусь (урад)", "Еўрапейскі саюз", "Косава", "Zed"]
    with speaking("ru"):
        assert names("USA") == "Соединенные Штаты"
        assert wording.joined(["А", "Б", "В"]) == "А, Б и В"


def test_threads_do_not_hear_each_other() -> None:
    heard = []
    with speaking("ru"):
        thread = threading.Thread(target=lambda: heard.append(language()))
        thread.start()
        thread.join()
        assert language() == "ru"
    assert heard == ["en"] and language() == "en"


def test_no_language_without_a_catalog() -> None:
    with pytest.raises(ValueError, match="no catalog of 'xx'"), speaking("xx"):
        pass
    assert own_name("be") == "беларуская" and say("") == ""

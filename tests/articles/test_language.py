from __future__ import annotations

import pytest

from detente.articles.language import CODED_LANGUAGES, detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers met in Vilnius.", "en"),
        ("Minsk meets Kyiv.", "en"),
        ("EU, NATO, UN: Kobani, Mosul", "en"),
        ("Министры встретились в Вильнюсе и говорили о границе.", "ru"),
        ("Міністри зустрілися у Вільнюсі й говорили про кордон.", "uk"),
        ("Міністры сустрэліся ў Вільні і гаварылі пра мяжу.", "be"),
        ("Ministrowie spotkali się w Wilnie i rozmawiali o granicy.", "pl"),
        ("Die Minister trafen sich in Wilna und sprachen über die Grenze.", "de"),
        ("12 345 -- 67", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert detect_language(text) == code


def test_english_is_coded() -> None:
    assert "en" in CODED_LANGUAGES and "ru" not in CODED_LANGUAGES

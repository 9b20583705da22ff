import pytest

from transforms.clean.languages import is_foreign, speaks_english


@pytest.mark.parametrize(
    "line",
    [
        "Más noticias del puerto",
        "Zum Thema: die neue Brücke und der Zoll",
        "Köprü yarın açılıyor, feribot duracak",
        "Мост откроют в понедельник",
        "Suscríbete y recibe las noticias de la ciudad cada lunes por la mañana.",
    ],
)
def test_lines_of_other_languages(line: str) -> None:
    assert is_foreign(line)


@pytest.mark.parametrize(
    "line",
    [
        "José Martínez",
        "Ana Roe and Łukasz Żak in Gdańsk",
        "The café on the quay",
        "Mayor opens new bridge in Lindow",
        "Café Müller",
        "12.50",
        "",
    ],
)
def test_names_and_english_lines_are_not_foreign(line: str) -> None:
    assert not is_foreign(line)


def test_the_language_is_that_of_most_paragraphs() -> None:
    english = "The mayor of Lindow opened the new bridge over the Aar on Monday."
    german = "Der Bürgermeister eröffnete am Montag die neue Brücke über die Aar."
    assert speaks_english([english, english, german])
    assert not speaks_english([german, german, english])
    assert not speaks_english([])

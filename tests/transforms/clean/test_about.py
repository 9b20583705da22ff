import pytest

from transforms.clean.about import byline_in, language_of


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ana Roe", "Ana Roe"),
        ("By Ana RoePublished May 3", "Ana Roe"),
        ("Por Ana Roe · 3 de mayo de 2024", "Ana Roe"),
        ("Posted by admin", None),
        ("By Sat", None),
        ("Ana Roe", None),
    ],
)
def test_name_in_a_byline(line: str, name: str | None) -> None:
    assert byline_in(line) == name


def test_italian_articles_are_no_english_ones() -> None:
    said = "I ministri hanno detto che i cittadini devono pagare a Roma in contanti entro lunedì, e i sindacati protestano."
    assert language_of(said) == "it"

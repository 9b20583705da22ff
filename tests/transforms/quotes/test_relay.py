"""Through whom words came."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]


def test_whose_words_a_relay_passes_on_speaks_too(find: Find) -> None:
    quotes = find("TASS reported that the minister said the bridge was safe.")
    assert [(quote.speaker_text, quote.text) for quote in quotes] == [
        ("TASS", "the minister said the bridge was safe"),
        ("the minister", "the bridge was safe"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Maria Lopez told Reuters that the bridge was safe.", "Maria Lopez", ("Reuters",)),
        ("The bridge was safe, Maria Lopez said in an interview with Xinhua.", "Maria Lopez", ("Xinhua",)),
        ("Reuters quoted Maria Lopez as saying that the bridge was safe.", "Maria Lopez", ("Reuters",)),
        ("“The bridge is safe,” Maria Lopez was quoted as saying by AFP.", "Maria Lopez", ("AFP",)),
        ("“The bridge is safe,” AFP quoted Maria Lopez as saying.", "Maria Lopez", ("AFP",)),
        ("AFP quoted Maria Lopez as saying: “The bridge is safe.”", "Maria Lopez", ("AFP",)),
        ("“The bridge is safe,” Maria Lopez said, quoted by the newspaper Voz Lejana.", "Maria Lopez", ("Voz Lejana",)),
        ("LHN reported, citing Le Soir, that the bridge was safe.", "LHN", ("Le Soir",)),
        ("LHN reported, citing the army, that the bridge was safe.", "LHN", ()),
        ("Maria Lopez told reporters that the bridge was safe.", "Maria Lopez", ()),
    ],
)
def test_the_relay_chain(find: Find, text: str, speaker: str, via: tuple[str, ...]) -> None:
    (quote,) = find(text)
    assert (quote.speaker_text, quote.via) == (speaker, via)


def test_who_is_reported_as_saying_is_not_what_is_said(find: Find) -> None:
    assert "Ruiz" not in " ".join(quote.text for quote in find("State media reported Minister Luis Ruiz as saying."))


def test_a_sentence_may_end_with_as(find: Find) -> None:
    assert find("“The bridge is safe,” the council quoted him as")


def test_a_speaker_s_marks_come_in_pairs(find: Find) -> None:
    (quote,) = find("There has been no change, according to the news agency “Aar”.")
    assert quote.speaker_text == "the news agency “Aar”"

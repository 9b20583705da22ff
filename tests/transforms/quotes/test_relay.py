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
        ("LHN reported, citing Le Soir, that the bridge was safe.", "Le Soir", ("LHN", "Le Soir")),
        ("LHN reported, citing the army, that the bridge was safe.", "the army", ("LHN",)),
        ("Ana Ruiz reported, citing the army, that the bridge was safe.", "Ana Ruiz", ()),
        ("LHN, quoting the mayor, said the bridge was safe.", "the mayor", ("LHN",)),
        ("LHN, quoting the mayor, said “the bridge is safe for all.”", "the mayor", ("LHN",)),
        ("Citing the mayor, TASS reports that the bridge was safe.", "the mayor", ("TASS",)),
        ("The bridge was safe, AFP reported on Monday, citing the army.", "the army", ("AFP",)),
        ("The bridge was safe, AFP said with reference to the army.", "the army", ("AFP",)),
        (
            "AFP reported, referring to a source in the army, that the bridge was safe.",
            "a source in the army",
            ("AFP",),
        ),
        ("According to AFP, citing Le Soir, the bridge was safe.", "Le Soir", ("AFP", "Le Soir")),
        ("The bridge was safe, according to AFP, citing Le Soir.", "Le Soir", ("AFP", "Le Soir")),
        ("The bridge was safe, according to AFP, which cited two officials.", "two officials", ("AFP",)),
        ("The bridge was safe, reported AFP with reference to Le Soir.", "Le Soir", ("AFP", "Le Soir")),
        ("The bridge was safe, reported AFP.", "AFP", ()),
        ("AFP quoted the mayor: “The bridge is safe.”", "the mayor", ("AFP",)),
        ("The agency quoted Maria Lopez as saying the bridge was safe.", "Maria Lopez", ("The agency",)),
        ("“The bridge is safe,” the paper cited Maria Lopez as saying.", "Maria Lopez", ("the paper",)),
        ("The mayor said the bridge was safe, reports AFP.", "The mayor", ("AFP",)),
        ("The mayor said the bridge was safe, AFP reported.", "The mayor", ("AFP",)),
        ("The mayor said that the bridge was safe, informs Ukrinform.", "The mayor", ("Ukrinform",)),
        ("The bridge was safe, Maria Lopez said on Monday, BelTA informs.", "Maria Lopez", ("BelTA",)),
        ("The bridge was safe, the mayor said, writes Kommersant.", "the mayor", ("Kommersant",)),
        ("Maria Lopez told ERT television that the bridge was safe.", "Maria Lopez", ("ERT television",)),
        ("“The bridge is safe,” Maria Lopez confessed to the magazine Voz Lejana.", "Maria Lopez", ("Voz Lejana",)),
        ("Maria Lopez told the Daily Palvo that the bridge was safe.", "Maria Lopez", ("Daily Palvo",)),
        ("The mayor said the bridge was safe, reported the Harbour Post.", "The mayor", ("Harbour Post",)),
        (
            "The bridge was safe, the Al Noor television channel reported on Sunday.",
            "the Al Noor television channel",
            (),
        ),
        ("The bridge was safe, the Al Noor channel reported on Sunday, quoting the mayor.", "the mayor", ("Al Noor",)),
        ("The bridge was safe, Maria Lopez told the Palvo Gazette.", "Maria Lopez", ("Palvo Gazette",)),
        ("As AFP was told at the ministry, the bridge was safe.", "the ministry", ("AFP",)),
        ("The mayor said the bridge was safe, citing the engineers.", "The mayor", ()),
        ("The mayor said CNN reported that the bridge was safe.", "The mayor", ()),
        ("Maria Lopez told reporters that the bridge was safe.", "Maria Lopez", ()),
    ],
)
def test_the_relay_chain(find: Find, text: str, speaker: str, via: tuple[str, ...]) -> None:
    (quote,) = find(text)
    assert (quote.speaker_text, quote.via) == (speaker, via)
    assert quote.text.lower().removeprefix("cnn reported that ").startswith("the bridge ")


def test_an_agency_without_its_name_is_the_one_named_before(find: Find) -> None:
    quotes = find("AFP, citing the army, said the bridge was safe. The agency quoted Ruiz as saying it would hold.")
    assert [(quote.speaker_text, quote.via) for quote in quotes] == [("the army", ("AFP",)), ("Ruiz", ("AFP",))]


def test_a_medium_that_the_article_tells_is_known_by_its_name_alone(find: Find) -> None:
    quotes = find("The website Voz Lejana quoted a man as saying it fell. “We saw it fall,” a girl told Voz Lejana.")
    assert [(quote.speaker_text, quote.via) for quote in quotes] == [
        ("a man", ("Voz Lejana",)),
        ("a girl", ("Voz Lejana",)),
    ]


@pytest.mark.parametrize(
    "text",
    ["The mayor rose, announced the winner and left.", "The army took the bridge, reported to the mayor and left."],
)
def test_the_object_of_a_deed_is_no_speaker(find: Find, text: str) -> None:
    assert not any(quote.speaker_text in ("the winner", "the mayor") for quote in find(text))


def test_who_is_reported_as_saying_is_not_what_is_said(find: Find) -> None:
    assert "Ruiz" not in " ".join(quote.text for quote in find("State media reported Minister Luis Ruiz as saying."))


def test_a_sentence_may_end_with_as(find: Find) -> None:
    assert find("“The bridge is safe,” the council quoted him as")


def test_a_speaker_s_marks_come_in_pairs(find: Find) -> None:
    (quote,) = find("There has been no change, according to the news agency “Aar”.")
    assert quote.speaker_text == "the news agency “Aar”"

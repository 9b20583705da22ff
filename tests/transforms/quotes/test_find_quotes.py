"""The quotes of whole articles: what is none, who speaks, where they stand. All of it is written for these tests."""

from collections.abc import Callable

import pytest

from schemas.entities import LocalEntity
from schemas.quotes import Quote
from transforms.entities.article_entities import ArticleEntities
from transforms.entities.find_entities import find_entities
from transforms.parsing.parse import ParsedArticle
from transforms.quotes.find_quotes import find_quotes

Find = Callable[..., tuple[Quote, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “people’s bank” was closed.",
        "She read “The Long Road” on the train.",
        "The minister did not comment on the report.",
        "She says good morning to the guard.",
        "The builders denied that.",
        "The source preferred not to mention his name.",
        "The company declined to comment on the delay.",
        "The “night train”, as drivers call it, left at nine.",
        "Maria Lopez, who many expect to win in May, has two passports.",
        "Luis “The Fox” Herrera won the race.",
        "The company opened two plants in the north.",
        "Rebels attacked the village at dawn.",
        "The carmaker recalled two million vehicles.",
        "Residents called the police.",
        "The builders were called to mend the bridge.",
        "He attacked the guard with a hammer.",
        "The army defended the bridge.",
        "They were backed by the mayor.",
        "The streets were quiet as many workers continued to stay away.",
        "The map showed the way to the bridge.",
        "Asked about the price of the bridge, the mayor smiled.",
        "The president called an election for May.",
        "The minister cast her vote in the capital.",
        "He embraced the men.",
        "She embraced her sister.",
        "The president welcomed the guests at the gate.",
        "The boy loved his dog.",
        "The police questioned the driver.",
        "She grilled the fish for dinner.",
        "They pitched the tent by the lake.",
        "Two pillars support the roof.",
        "He backed the car into the garage.",
        "The team celebrated Easter in the cathedral.",
    ],
)
def test_names_titles_and_plain_sentences_are_no_quotes(find: Find, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor embraced the reform.", "the reform"),
        ("The mayor welcomed the builder's plan.", "the builder's plan"),
        ("The mayor questioned the decision.", "the decision"),
        ("The party embraced Lopez as its leader.", "Lopez as its leader"),
        ("The mayor backed the new law.", "the new law"),
    ],
)
def test_what_is_praised_or_doubted_is_told(find: Find, text: str, content: str) -> None:
    assert [quote.text for quote in find(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "BRISTOL (AP) — The bridge was safe, according to the mayor.",
        "BRISTOL, 3 July (Reuters) - The bridge was safe, the mayor said.",
        "Bristol, May 3 – According to the mayor, the bridge was safe.",
        "BRISTOL: The bridge was safe, said Maria Lopez.",
        "BRISTOL, England, 3 July — The mayor said the bridge was safe.",
    ],
)
def test_a_dateline_is_not_said(find: Find, text: str) -> None:
    assert [quote.text.lower() for quote in find(text)] == ["the bridge was safe"]


def test_a_sentence_in_marks_goes_on_with_what_the_sentence_before_tells(find: Find) -> None:
    (quote,) = find("Lopez explains why the bridge was closed. “It is a place where the wind is strong.”")
    assert (quote.speaker_text, quote.cue) == ("Lopez", "explains")
    assert quote.text.endswith("the wind is strong.")


def test_a_pronoun_speaks_for_its_entity(parse: Callable[..., ParsedArticle]) -> None:
    article = parse("“The bridge is safe,” she said.")
    start = article.text.index("she")
    lopez = LocalEntity(
        local_id="lo_0123456789abcdef",
        article_id=article.article_id,
        name="Maria Lopez",
        kind="PERSON",
        aliases=(),
        is_full_name=True,
        country=None,
        sector=None,
        geonames_id=None,
        wikidata_id=None,
        latitude=None,
        longitude=None,
        mention_count=1,
    )
    entities = ArticleEntities((lopez,), (), (), {(start, start + 3): lopez.local_id})
    (quote,) = find_quotes(article, entities)
    assert (quote.speaker_id, quote.speaker_text) == (lopez.local_id, "she")


def test_a_quote_goes_on_behind_a_cue_that_ends_the_sentence(find: Find) -> None:
    (quote,) = find("The bridge may shake in a storm, Maria Lopez said. “We will close it in the autumn.”")
    assert quote.text.startswith("The bridge may shake")
    assert quote.text.endswith("in the autumn.")
    assert quote.speaker_text == "Maria Lopez"


def test_spans_slice_to_their_own_text_and_ids_are_stable(parse: Callable[..., ParsedArticle]) -> None:
    article = parse(
        "“The bridge is safe,” said Maria Lopez. “It shook,” she added, “in the storm.”",
        "According to the mayor, the bridge was safe. He called for a new one and blamed the builders for the delay.",
        "The mayor was blunt: “We will close it in May.” Her doubts about the new bridge were known.",
    )
    empty = ArticleEntities((), (), (), {})
    quotes = find_quotes(article, empty)
    assert all(article.text[quote.char_start : quote.char_end] == quote.text for quote in quotes)
    assert len({quote.quote_id for quote in quotes}) == len(quotes)
    assert quotes == find_quotes(article, empty)


@pytest.mark.parametrize("title", ["The secretary general of the League of Harbors", "Kenya's envoy", "The ambassador"])
def test_the_speaker_is_whom_the_apposition_names(parse: Callable[..., ParsedArticle], title: str) -> None:
    for text in (f"{title}, Ann Roe, rejected the ruling.", "The head of foreign policy Ann Roe rejected the ruling."):
        article = parse(text)
        entities = find_entities(article)
        (quote,) = find_quotes(article, entities)
        assert entities.by_id[quote.speaker_id or ""].name == "Ann Roe"


@pytest.mark.parametrize(
    ("text", "verbatim"),
    [
        ("“If they want a fight,” Malek said, “they will get one.”", ("If they want a fight,", "they will get one.")),
        (
            "“We let them down,” Beaton told the radio. “There is no excuse.”",
            ("We let them down,", "There is no excuse."),
        ),
        ("Havel said the plan was “dead” and “buried”.", ("dead", "buried")),
        ("Havel said the plan was dead.", ()),
        ("Kolar called it “a warning shot”.", ("a warning shot",)),
        ("“The plan is dead,” Havel said.", ("The plan is dead,",)),
    ],
)
def test_what_is_given_word_for_word_is_told_part_by_part(find: Find, text: str, verbatim: tuple[str, ...]) -> None:
    (quote,) = find(text)
    assert quote.verbatim == verbatim


def test_words_of_a_transcript_are_verbatim_without_marks(find: Find) -> None:
    told = find("MALEK: We will march on Friday.", "HAVEL: I will be there.")
    assert [quote.verbatim for quote in told] == [("We will march on Friday.",), ("I will be there.",)]


def test_a_verbatim_quote_of_two_paragraphs_has_a_part_in_each(find: Find) -> None:
    (quote,) = find("Malek said: “We will march.", "“We will not be alone.”")
    assert quote.verbatim == ("We will march.", "We will not be alone.")

import pytest
import spacy
from spacy.language import Language

from flows.model import DEFAULT_MODEL
from transforms.parse import parse_texts

TEXTS = [
    "Ministers of Kenya and Uganda met in Kampala on 3 October 2026 to discuss the railway.",
    "“The line won't reach the border before next year,” Transport Minister Grace Atieno said after the talks.",
    "Fighting broke out again.",
    "Police said they'd arrested 12 people; three were later released, and the U.N. called for calm in the town.",
    "STRIKE AT PORT ENTERS SECOND WEEK",
    "The factory, which had been closed since the floods of 2024, was reopened by President Moses Banda on Monday.",
    " ",
    "Wheat exports rose 4.5 pct to 1.2 mln tonnes, the ministry's figures show, but prices kept falling.",
    "He's been told to leave. She hasn't. They are leaving better houses behind.",
] * 9
FOUND = ["TAG", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START"]


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL, disable=["lemmatizer", "attribute_ruler"])


def test_the_fast_pipeline_finds_what_the_plain_one_finds(nlp: Language, plain: Language) -> None:
    expected = [doc.to_array(FOUND).tolist() for doc in plain.pipe(TEXTS)]
    assert [doc.to_array(FOUND).tolist() for doc in parse_texts(nlp, TEXTS)] == expected


def test_a_text_parses_the_same_alone_and_among_others(nlp: Language) -> None:
    together = parse_texts(nlp, TEXTS[:9])
    alone = [parse_texts(nlp, [text])[0] for text in TEXTS[:9]]
    columns = [*FOUND, "LEMMA", "POS"]
    assert [doc.to_array(columns).tolist() for doc in together] == [doc.to_array(columns).tolist() for doc in alone]


def test_nothing_to_parse(nlp: Language) -> None:
    assert parse_texts(nlp, []) == []
    assert [len(doc) for doc in parse_texts(nlp, ["", ""])] == [0, 0]


def test_lemmas_and_word_classes(nlp: Language) -> None:
    (doc,) = parse_texts(nlp, ["The talks were held as Kenyan ministers had been arguing about better wages."])
    assert {
        token.text: (token.lemma_, token.pos_) for token in doc if token.text in {"talks", "were", "ministers", "had"}
    } == {
        "talks": ("talk", "NOUN"),
        "were": ("be", "AUX"),
        "ministers": ("minister", "NOUN"),
        "had": ("have", "AUX"),
    }
    assert [token.lemma_ for token in doc if token.text in {"held", "arguing", "better"}] == ["hold", "argue", "good"]

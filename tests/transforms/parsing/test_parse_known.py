from typing import Any

import pytest
from spacy.language import Language

from transforms.known_results import DamagedResultsError, KnownResults, NewResults, result_key
from transforms.parsing.fast_pipeline import parse_columns
from transforms.parsing.pack_parses import pack, unpack
from transforms.parsing.parse_known import parse_new
from transforms.parsing.tokens import Doc

TEXTS = [
    "Ministers of Kenya and Uganda met in Kampala on 3 October 2026 to discuss the railway.",
    "“The line won't reach the border before next year,” Transport Minister Grace Atieno said after the talks. “Never!”",
    "",
    "Police said they'd arrested 12 people; three were later released, and the U.N. called for calm in the town.",
    " Naïve readers — 40 of them — left Zürich\u00a0early.  ",
]
KEYS = [result_key("model 1", text) for text in TEXTS]
ATTRIBUTES = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "i", "idx", "is_sent_start")


def content(doc: Doc) -> Any:
    tokens = [
        [*(getattr(token, name) for name in ATTRIBUTES), token.head.i, [child.i for child in token.children]]
        for token in doc
    ]
    spans = [[(span.start, span.end, span.label_) for span in spans] for spans in (doc.sents, doc.ents)]
    return doc.text, tokens, spans


def no_model() -> Language:
    raise AssertionError("the model was asked for")


@pytest.fixture(scope="module")
def made(nlp: Language) -> tuple[list[Doc], NewResults]:
    docs, new = parse_new(lambda: nlp, "model 1", TEXTS, KnownResults())
    assert new is not None
    return docs, new


def known(new: NewResults, packed: bytes | None = None) -> KnownResults:
    return KnownResults({7: packed or new.packed}, {key: (7, place) for place, key in enumerate(new.keys)})


def test_a_known_text_is_put_together_without_the_model(made: tuple[list[Doc], NewResults]) -> None:
    docs, new = made
    found, made_again = parse_new(no_model, "model 1", TEXTS[::-1], known(new))
    assert made_again is None
    assert [content(doc) for doc in found] == [content(doc) for doc in docs[::-1]]
    assert sum(len(doc) for doc in found) > 60


def test_only_what_is_not_known_is_parsed_and_once(nlp: Language, made: tuple[list[Doc], NewResults]) -> None:
    texts = [TEXTS[0], "Fighting broke out again.", TEXTS[1], "Fighting broke out again."]
    keys = [result_key("model 1", text) for text in texts]
    docs, new = parse_new(lambda: nlp, "model 1", texts, known(made[1]))
    assert new is not None
    assert new.keys == (keys[1],)
    assert [doc.text for doc in docs] == texts
    assert docs[1] is not docs[3]


def test_another_model_knows_another_key() -> None:
    assert result_key("model 1", TEXTS[0]) != result_key("model 2", TEXTS[0])


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-9], lambda b: b"y" + b[1:], lambda _: b"", lambda b: b[: len(b) // 2]]
)
def test_damaged_parses_are_made_anew(nlp: Language, made: tuple[list[Doc], NewResults], damage: Any) -> None:
    docs, new = made
    with pytest.raises(DamagedResultsError):
        unpack(damage(new.packed))
    found, made_again = parse_new(
        lambda: nlp, "model 1", TEXTS, KnownResults({7: damage(new.packed)}, known(new).places)
    )
    assert made_again == new
    assert [content(doc) for doc in found] == [content(doc) for doc in docs]


def test_a_parse_of_another_text_is_not_believed(nlp: Language, made: tuple[list[Doc], NewResults]) -> None:
    docs, new = made
    places = {key: (7, (place + 1) % len(TEXTS)) for place, key in enumerate(new.keys)}
    found, _ = parse_new(lambda: nlp, "model 1", TEXTS, KnownResults({7: new.packed}, places))
    assert [content(doc) for doc in found] == [content(doc) for doc in docs]


def test_equal_parses_give_equal_bytes(nlp: Language) -> None:
    columns = parse_columns(nlp, TEXTS)
    assert pack(columns) == pack(unpack(pack(columns)))

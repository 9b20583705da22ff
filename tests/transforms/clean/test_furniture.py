"""What cleaning learns from the articles of one source."""

import json
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from transforms.clean.clean_document import CleanedArticle
from transforms.clean.furniture import Furniture, furniture_of, learn
from transforms.read.document import Document
from transforms.read.read_file import read_file

Cleaned = Callable[..., CleanedArticle]


def test_long_paragraph_of_a_known_source_is_no_furniture(cleaned: Cleaned) -> None:
    """Lines longer than the memory keeps are not taken for lines that every article had."""
    long = " ".join(
        f"On day {number} the council of the town met again and spoke about the bridge." for number in range(9)
    )
    source = {"source": "Aar Press"}
    memory = Furniture()
    for number in range(9):
        (document,) = read_file("a.txt", f"Story {number} begins.".encode(), json.dumps(source).encode())
        assert isinstance(document, Document)
        memory = learn(memory, document)
    assert long in cleaned(f"The town has talked for nine days.\n{long}", memory, source).article.body


def test_line_of_many_articles_becomes_furniture(cleaned: Cleaned) -> None:
    line = "Lindow lives: tell us what you think of your town and win a seat on the quay."
    source = {"source": "Aar Press"}
    memory = Furniture()
    for number in range(6):
        text = f"Story {number} of the town begins here.\n{line}\nIt ended after {number} days of rain, it was said."
        if number < 5:
            assert line in cleaned(text, memory, source).article.body
        (document,) = read_file("a.txt", text.encode(), json.dumps(source).encode())
        assert isinstance(document, Document)
        memory = learn(memory, document)
    result = cleaned(
        f"Another story of the town begins here today.\n{line}\nIt ended at noon that day, the council said.",
        memory,
        source,
    )
    assert {row.rule for row in result.removed} == {"source_furniture"}
    assert furniture_of(memory.rows()) == memory
    assert (
        line
        in cleaned(
            f"Another story of the town begins here today.\n{line}\nIt ended at noon that day, the council said.",
            memory,
        ).article.body
    )


def test_unknown_source_teaches_nothing() -> None:
    (document,) = read_file("a.txt", b"One line.\nAnother line.")
    assert isinstance(document, Document)
    assert learn(Furniture(), document) == Furniture()


@given(st.permutations(range(6)))
def test_the_order_of_a_source_s_articles_does_not_matter_to_what_is_learned(
    story: list[str], order: list[int]
) -> None:
    def read(number: int) -> Document:
        raw = f"{story[number % 4]}\nStory number {chr(97 + number)}.\nTell us what you think of the town.".encode()
        (document,) = read_file("a.txt", raw, b'{"source": "Aar Press"}')
        assert isinstance(document, Document)
        return document

    memory = Furniture()
    for number in order:
        memory = learn(memory, read(number))
    in_order = Furniture()
    for number in range(6):
        in_order = learn(in_order, read(number))
    assert memory.rows() == in_order.rows()

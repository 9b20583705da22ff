"""The facts of many texts are those of each alone."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.dedup.fact_columns import FactColumns
from transforms.dedup.rewrites import facts_of

WORDS = st.sampled_from(("Harbour", "harbour", "harbours", "the", "The", "1,400", "14", "Ida", "fog", "U.N", "a", "A"))
TEXTS = st.lists(st.lists(WORDS, max_size=7).map(" ".join), max_size=5)


def weights(columns):
    """The weights of each text's stems, in order."""
    return [
        sorted(columns.weights[start:end].tolist())
        for start, end in zip(columns.starts, columns.starts[1:], strict=False)
    ]


def shared(columns, i, j):
    """How many stems two texts share."""
    own = [set(columns.stems[columns.starts[at] : columns.starts[at + 1]].tolist()) for at in (i, j)]
    return len(own[0] & own[1])


@given(TEXTS)
def test_columns_are_those_of_each_text(texts):
    facts = [facts_of(text) for text in texts]
    columns = FactColumns.of_texts(texts)
    assert len(columns) == len(texts)
    assert weights(columns) == [sorted(one.values()) for one in facts]
    for i in range(len(texts)):
        for j in range(i):
            assert shared(columns, i, j) == len(facts[i].keys() & facts[j].keys())


def test_no_texts_have_no_facts():
    columns = FactColumns.of_texts([])
    assert (len(columns), columns.stems.tolist(), columns.weights.tolist()) == (0, [], [])

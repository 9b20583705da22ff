import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.quotes.marks import find_stretches


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“We agree,” she said.", ["We agree,"]),
        ('"We agree," she said.', ["We agree,"]),
        ("„We agree“, she said.", ["We agree"]),
        ("„We agree”, she said.", ["We agree"]),
        ("«We agree», she said.", ["We agree"]),
        ("« We agree », she said.", ["We agree"]),
        ("«\xa0We agree\xa0», she said.", ["We agree"]),
        ("‘We agree,’ she said.", ["We agree,"]),
        ("'We don't agree,' she said.", ["We don't agree,"]),
        ("''We agree,'' she said. ''Now.''", ["We agree,", "Now."]),
        ("``We agree,'' she said. ``Now.''", ["We agree,", "Now."]),
        ('``We agree," she said.', ["We agree,"]),
        ("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,"]),
        ("“He said “no” to us,” she said.", ["He said “no” to us,"]),
        ('"He said "no" to us," she said.', ['He said "no" to us,']),
        ("They want 'more homes' and 'fewer bridges'.", ["more homes", "fewer bridges"]),
        ("The states' rights and the ministers’ cars", []),
        ("It’s the town's fair of '98", []),
        ('A 6" pipe', []),
        ("“We agree", ["We agree"]),
        ("The word “no” and the word “yes”", ["no", "yes"]),
        # Marks that do not match, or are set the wrong way round.
        ("''We agree,\" she said.", ["We agree,"]),
        ('"We agree,\'\' she said. "Now."', ["We agree,", "Now."]),
        ('“He said "no" to us,” she said.', ['He said "no" to us,']),
        ("“We agree,“ she said. “Now.“", ["We agree,", "Now."]),
        ("»We agree«, she said.", ["We agree"]),
        ("<<We agree>>, she said.", ["We agree"]),
        ("`We agree,' she said.", ["We agree,"]),
        ('""We agree,"" she said.', ["We agree,"]),
        ("“We agree,' she said.", ["We agree,"]),
        ("“He said, ‘We agree,’ and left.", ["He said, ‘We agree,’ and left."]),
        ('"We agree,"she said."It is late."', ["We agree,", "It is late."]),
        ("The 6” pipe and the town's 5’ fence", []),
    ],
)
def test_stretches(text: str, contents: list[str]) -> None:
    assert [text[stretch.start : stretch.end] for stretch in find_stretches(text)] == contents


def test_a_stretch_that_is_never_closed_is_marked_open() -> None:
    (stretch,) = find_stretches("“We agree and")
    assert not stretch.closed


@given(st.text(alphabet="abC ,.`'\"“”‘’«»„<>", max_size=40))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    end = 0
    for stretch in find_stretches(text):
        assert end <= stretch.outer_start < stretch.start <= stretch.end <= stretch.outer_end <= len(text)
        end = stretch.outer_end

from transforms.parsing.one_line import on_one_line
from transforms.parsing.parse import parse_texts


def test_every_character_keeps_its_place():
    text = "met on 3\nMay\tin\xa0Oslo"
    assert on_one_line(text) == "met on 3 May in Oslo"


def test_the_end_of_a_line_is_no_word(nlp):
    (wrapped, plain) = parse_texts(nlp, ["The envoys\nmet in New\nYork.", "The envoys met in New York."])
    assert wrapped.texts == plain.texts
    assert [token.head.i for token in wrapped] == [token.head.i for token in plain]

from transforms.events.grammar import verb_frame
from transforms.parsing.parse import parse_texts


def test_a_plural_that_the_parse_takes_for_an_auxiliary_is_the_subject(nlp):
    (doc,) = parse_texts(nlp, ["Ferry workers walk out over pay as Hellas Lines talks collapse"])
    (verb,) = [token for token in doc if token.text == "collapse"]
    assert [subject.text for subject in verb_frame(verb).subjects] == ["talks"]

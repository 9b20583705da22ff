"""Headlines in, the case that the model reads out."""

import pytest
from spacy.language import Language

from transforms.parsing.headline_case import running_case
from transforms.parsing.parse import parse_texts


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Mayor Slams Critics of the New Bridge", "Mayor slams Critics of the New Bridge"),
        ("Voters Want Bridge to Open Before May", "Voters want Bridge to Open Before May"),
        ("Council Vows to Defend the Old Bridge", "Council vows to defend the Old Bridge"),
        ("Bridge Will Harm the River, Report Finds", "Bridge will Harm the River, Report finds"),
        ("Mayor Denies Claim: ‘Says Who?’ She Asks", "Mayor denies Claim: ‘Says who?’ she asks"),
    ],
)
def test_verbs_of_a_headline_in_title_case(headline: str, read: str) -> None:
    assert running_case(headline) == read


@pytest.mark.parametrize(
    "text",
    [
        "Mayor slams critics of the new bridge",
        "The mayor of Niagara Falls met the Lord Mayor of York and Admiral Calls in May.",
        "Niagara Falls, Idaho Falls",
        "MAYOR SLAMS CRITICS OF THE BRIDGE",
        "Alan Burns Says",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert running_case(text) == text


def test_a_verb_in_title_case_is_parsed_as_one_and_keeps_its_capital(nlp: Language) -> None:
    (doc,) = parse_texts(nlp, ["Mayor Slams Critics Over Old Bridge"])
    assert doc.text == "Mayor Slams Critics Over Old Bridge"
    assert [(token.text, token.tag_, token.lemma_) for token in doc.tokens][1] == ("Slams", "VBZ", "slam")

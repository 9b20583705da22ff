"""The words of cues.yaml, and the constructions of nouns, adjectives and verbs with a particle: one parse for them all."""

from collections.abc import Callable

from schemas.quotes import Quote
from transforms.quotes.cues import cues

Find = Callable[..., tuple[Quote, ...]]

# A sentence, and what it attributes to whom.
ATTRIBUTED = [
    ("Lopez doubled down on her plan for the bridge.", [("her plan for the bridge", "Lopez")]),
    ("Other builders weighed in on the toll plan.", [("the toll plan", "Other builders")]),
    ("The senators ruled out a new toll.", [("a new toll", "The senators")]),
    ("Lopez called on the town to close the bridge.", [("the town to close the bridge", "Lopez")]),
    ("The town drew up plans and insisted on a toll.", [("a toll", "The town")]),
    ("Lopez is a loud opponent of the new toll.", [("the new toll", "Lopez")]),
    ("Engineers cast doubt on the cost figures.", [("the cost figures", "Engineers")]),
    ("The union threw its support behind the mayor.", [("the mayor", "The union")]),
    ("Lopez made the case to voters that the bridge was safe.", [("the bridge was safe", "Lopez")]),
    ("The mayor's main complaint is that the bridge is old.", [("the bridge is old", "The mayor's")]),
    ("Republican opposition to the toll has grown.", [("the toll", "Republican")]),
    ("The mayor was adamant that trains would not use the bridge.", [("trains would not use the bridge", "The mayor")]),
    ("The mayor made clear that trains would not use it.", [("trains would not use it", "The mayor")]),
    ("The council is opposed to the new toll.", [("the new toll", "The council")]),
    ("Engineers are unsure whether the bridge will hold.", [("whether the bridge will hold", "Engineers")]),
    ("A toll criticized by farmers begins in May.", [("A toll", "farmers")]),
    ("The mayor was accused by builders of hiding a crack.", [("hiding a crack", "builders")]),
    (
        "The plan was dismissed by the mayor as nonsense.",
        [("The plan was dismissed by the mayor as nonsense", "the mayor")],
    ),
    ("It is a toll which farmers describe as a tax.", [("which farmers describe as a tax", "farmers")]),
    ("Lopez called the mayor's warnings misleading.", [("the mayor's warnings misleading", "Lopez")]),
    ("The campaign attacked the toll.", [("the toll", "The campaign")]),
    (
        "The toll, Lopez argued on Monday, would hurt farmers.",
        [("The toll, Lopez argued on Monday, would hurt farmers", "Lopez")],
    ),
    ("Engineers have urged the council to go further.", [("the council to go further", "Engineers")]),
    ("A farmer wondered aloud if it was too late.", [("if it was too late", "A farmer")]),
    # Where the content ends.
    (
        "Lopez said the plan was a sham, adding that her own would cost less.",
        [("the plan was a sham", "Lopez"), ("her own would cost less", "Lopez")],
    ),
    (
        "Farmers are worried that the toll will rise, according to interviews with the town's clerks.",
        [("Farmers are worried that the toll will rise", "interviews with the town's clerks")],
    ),
    (
        "Most farmers say they trust Lopez, with half of them saying she would lower the toll.",
        [("they trust Lopez", "Most farmers"), ("she would lower the toll", "half of them")],
    ),
    (
        "The mayor said the toll would rise and vowed to mend the bridge.",
        [("the toll would rise", "The mayor"), ("to mend the bridge", "The mayor")],
    ),
    ("The council is critical of Lopez, who has never met a farmer.", [("Lopez", "The council")]),
    # A participle behind a clause about a thing is not the thing's.
    (
        "Lopez opposed a bill that would cap tolls, saying it would hurt the town.",
        [("a bill that would cap tolls", "Lopez"), ("it would hurt the town", "Lopez")],
    ),
    # Nothing is said.
    ("The support beams of the bridge are in a bad position on its north side.", []),
    ("The workers pushed back the barrier and opened the road.", []),
    ("The road was open to trucks.", []),
    ("It was the end of the bridge as we know it.", []),
]


def test_each_construction_tells_what_is_said_and_by_whom(find: Find) -> None:
    text = "\n\n".join(sentence for sentence, _ in ATTRIBUTED)
    quotes = find(*(sentence for sentence, _ in ATTRIBUTED))
    found = []
    for sentence, _ in ATTRIBUTED:
        start = text.index(sentence)
        inside = [quote for quote in quotes if start <= quote.char_start < start + len(sentence)]
        found.append((sentence, [(quote.text, quote.speaker_text) for quote in inside]))
    assert found == ATTRIBUTED


def test_every_listed_word_is_a_word() -> None:
    """YAML 1.1 makes `on` true, which would attribute nothing."""
    known = cues()
    listed = [*known.classes, *known.topics, *known.adjectives, *known.nouns]
    prepositions = [word for table in (known.prepositions, known.topics) for words in table.values() for word in words]
    assert [word for word in (*listed, *prepositions) if not isinstance(word, str)] == []

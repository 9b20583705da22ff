"""Sentences in, quotes out. All of it is written for these tests."""

from collections.abc import Callable

import pytest

from schemas.entities import LocalEntity
from schemas.quotes import Quote
from transforms.entities.article_entities import ArticleEntities
from transforms.parsing.parse import ParsedArticle
from transforms.quotes.find_quotes import find_quotes

Find = Callable[..., tuple[Quote, ...]]

DIRECT = [
    ("“The bridge is safe,” said Maria Lopez.", "The bridge is safe,", "Maria Lopez", "said"),
    ("“The bridge is safe,” Maria Lopez said on Monday.", "The bridge is safe,", "Maria Lopez", "said"),
    ('"Is the bridge safe?" he asked.', "Is the bridge safe?", "he", "asked"),
    ("Maria Lopez said, “The bridge is safe.”", "The bridge is safe.", "Maria Lopez", "said"),
    ("Maria Lopez told reporters: “The bridge is safe.”", "The bridge is safe.", "Maria Lopez", "told"),
    ("«The bridge is safe,» the mayor insisted.", "The bridge is safe,", "the mayor", "insisted"),
    (
        "“The old stone bridge over the river,” Maria Lopez said, “is safe for everyone who walks across it at night.”",
        "The old stone bridge over the river,” Maria Lopez said, “is safe for everyone who walks across it at night.",
        "Maria Lopez",
        "said",
    ),
    (
        "“The bridge is safe for everyone,” the mayor said. “We checked every bolt of it twice last week.”",
        "The bridge is safe for everyone,” the mayor said. “We checked every bolt of it twice last week.",
        "the mayor",
        "said",
    ),
    (
        "According to the mayor, “The bridge is safe for everyone.”",
        "The bridge is safe for everyone.",
        "the mayor",
        "According to",
    ),
    (
        "“The bridge is safe for everyone,” according to Maria Lopez.",
        "The bridge is safe for everyone,",
        "Maria Lopez",
        "according to",
    ),
]

REPORTED = [
    ("Maria Lopez said the bridge was safe.", "the bridge was safe", "Maria Lopez", "said"),
    ("Maria Lopez said that the bridge was safe.", "the bridge was safe", "Maria Lopez", "said"),
    ("The bridge was safe, the mayor said.", "The bridge was safe", "the mayor", "said"),
    ("According to the mayor, the bridge was safe.", "the bridge was safe", "the mayor", "According to"),
    ("The bridge was safe, according to the mayor.", "The bridge was safe", "the mayor", "according to"),
    ("The mayor told reporters that the bridge was safe.", "the bridge was safe", "The mayor", "told"),
    ("The mayor vowed to rebuild the bridge.", "to rebuild the bridge", "The mayor", "vowed"),
    ("The mayor condemned the attack on the bridge.", "the attack on the bridge", "The mayor", "condemned"),
    ("The mayor blamed them for the delay.", "them for the delay", "The mayor", "blamed"),
    ("She vowed to rebuild the bridge, pointing at its piers.", "to rebuild the bridge", "She", "vowed"),
    ("The mayor asked him to close the bridge.", "to close the bridge", "The mayor", "asked"),
    ("The mayor made the case that the bridge was safe.", "the bridge was safe", "The mayor", "case"),
    ("Engineers voiced concern that the bridge might fall.", "the bridge might fall", "Engineers", "concern"),
    (
        "If the river rises again, the mayor warned, the old bridge will fall.",
        "If the river rises again, the mayor warned, the old bridge will fall",
        "the mayor",
        "warned",
    ),
    (
        "The mayor said that two things worried her: the piers were old and the deck was too light.",
        "two things worried her: the piers were old and the deck was too light",
        "The mayor",
        "said",
    ),
    (
        "The mayor said the bridge was old and there was no money for it.",
        "the bridge was old and there was no money for it",
        "The mayor",
        "said",
    ),
    (
        "The mayor said the bridge was safe, but the engineers had not seen it.",
        "the bridge was safe",
        "The mayor",
        "said",
    ),
    (
        "The old bridge was safe, but the new one shook in the wind, the mayor said.",
        "The old bridge was safe, but the new one shook in the wind",
        "the mayor",
        "said",
    ),
    (
        "The mayor praised the engineer, who lives in Bristol.",
        "the engineer",
        "The mayor",
        "praised",
    ),
    (
        "The mayor accused him of closing the bridge.",
        "closing the bridge",
        "The mayor",
        "accused",
    ),
    (
        "The bridge is old; the mayor says it will be repaired.",
        "it will be repaired",
        "the mayor",
        "says",
    ),
    (
        "The mayor wants to close the bridge, but the council opposes it.",
        "to close the bridge",
        "The mayor",
        "wants",
    ),
    (
        "The mayor railed against the builders, including two from the north.",
        "the builders, including two from the north",
        "The mayor",
        "railed",
    ),
    ("The mayor said it will fall in Bath, Maine.", "it will fall in Bath, Maine", "The mayor", "said"),
    ("The mayor said he met Ruiz, the builder.", "he met Ruiz", "The mayor", "said"),
    ("The mayor replied by saying that the bridge was safe.", "the bridge was safe", "The mayor", "saying"),
    ("The mayor wrote on Friday that the bridge was safe.", "the bridge was safe", "The mayor", "wrote"),
    ("The builder denied taking bribes.", "taking bribes", "The builder", "denied"),
    ("The council endorsed Lopez.", "Lopez", "The council", "endorsed"),
    ("Lopez claims that the bridge was safe.", "the bridge was safe", "Lopez", "claims"),
    ("The senator attacked the toll as a tax.", "the toll as a tax", "The senator", "attacked"),
    ("Maria Lopez attacked the plan on Monday.", "the plan", "Maria Lopez", "attacked"),
    ("The mayor appeared to suggest that the bridge was safe.", "the bridge was safe", "The mayor", "suggest"),
    ("The council voted to close the bridge.", "to close the bridge", "The council", "voted"),
    ("The engineers have not said when the bridge will open.", "when the bridge will open", "The engineers", "said"),
    (
        "The mayor portrayed himself as a friend of the builders.",
        "himself as a friend of the builders",
        "The mayor",
        "portrayed",
    ),
    ("The mayor cited mistakes the builders had made.", "mistakes the builders had made", "The mayor", "cited"),
    ("The engineers were willing to close the bridge.", "to close the bridge", "The engineers", "willing"),
    ("The mayor is worried about the old bridge.", "the old bridge", "The mayor", "worried"),
    ("Her doubts about the new bridge were known.", "the new bridge", "Her", "doubts"),
    ("The two towns signed an agreement to mend the bridge.", "to mend the bridge", "The two towns", "agreement"),
    ("Builders see the bridge as a danger.", "the bridge as a danger", "Builders", "see"),
    ("The mayor referred to the bridge as a danger.", "the bridge as a danger", "The mayor", "referred"),
    ("The mayor offered a plan for the bridge.", "a plan for the bridge", "The mayor", "offered"),
    ("The mayor propounds odd views of bridges.", "odd views of bridges", "The mayor", "propounds"),
    ("The two towns spar over the new bridge.", "the new bridge", "The two towns", "spar"),
    ("The mayor is paid by the tolls, which she said were too low.", "were too low", "she", "said"),
    (
        "The mayor said young and old, rich and poor would come to the bridge.",
        "young and old, rich and poor would come to the bridge",
        "The mayor",
        "said",
    ),
    (
        "The mayor said the bridge was closed, because the engineers had found a crack.",
        "the bridge was closed, because the engineers had found a crack",
        "The mayor",
        "said",
    ),
    ("The council called it a mess.", "it a mess", "The council", "called"),
    (
        "Repeated warnings from the mayor that the bridge was unsafe went unheard.",
        "the bridge was unsafe",
        "the mayor",
        "warnings",
    ),
    ("A poll showed a close race for mayor.", "a close race for mayor", "A poll", "showed"),
    ("His habit of blaming the builders cost him votes.", "the builders", "His", "blaming"),
    ("They thanked her for praising the bridge.", "the bridge", "her", "praising"),
    ("The Latest: Mayor says the bridge is safe", "the bridge is safe", "Mayor", "says"),
    (
        "The mayor said the bridge was “a danger to everybody” in town.",
        "the bridge was “a danger to everybody” in town",
        "The mayor",
        "said",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "cue"), DIRECT)
def test_direct_speech(find: Find, text: str, content: str, speaker: str, cue: str) -> None:
    quotes = [(quote.text, quote.speaker_text, quote.cue) for quote in find(text) if quote.is_direct]
    assert quotes == [(content, speaker, cue)]


@pytest.mark.parametrize(("text", "content", "speaker", "cue"), REPORTED)
def test_reported_speech(find: Find, text: str, content: str, speaker: str, cue: str) -> None:
    assert [(quote.text, quote.speaker_text, quote.cue) for quote in find(text)] == [(content, speaker, cue)]
    assert not any(quote.is_direct for quote in find(text))


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “people’s bank” was closed.",
        "She read “The Long Road” on the train.",
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
    ],
)
def test_names_titles_and_plain_sentences_are_no_quotes(find: Find, text: str) -> None:
    assert find(text) == ()


def test_a_passive_may_name_no_source(find: Find) -> None:
    (quote,) = find("The bridge was expected to fall.")
    assert (quote.text, quote.speaker_text, quote.cue) == ("The bridge was expected to fall", None, "expected")


def test_a_claim_that_nobody_is_named_for_has_no_source(find: Find) -> None:
    (quote,) = find("There are fears that the bridge will fall.")
    assert (quote.text, quote.speaker_text, quote.cue) == ("the bridge will fall", None, "fears")


def test_an_order_in_marks_behind_whom_it_is_told_is_direct(find: Find) -> None:
    (quote,) = find("The mayor told workers at the bridge to “stop and go home and rest.”")
    assert (quote.text, quote.is_direct) == ("to “stop and go home and rest.”", True)


def test_blame_without_a_source_is_told_with_its_grounds(find: Find) -> None:
    (quote,) = find("The builders were blamed for the delay in March.")
    assert (quote.text, quote.speaker_text, quote.cue) == (
        "The builders were blamed for the delay in March",
        None,
        "blamed",
    )


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The mayor said the governor had refused to pay for the bridge.",
            "the governor had refused to pay for the bridge",
        ),
        ("The mayor said she was worried about the bridge.", "she was worried about the bridge"),
        (
            "The mayor said the governor had told her that the bridge was safe.",
            "the governor had told her that the bridge was safe",
        ),
    ],
)
def test_what_somebody_says_that_others_say_is_one_quote(find: Find, text: str, content: str) -> None:
    assert [(quote.text, quote.speaker_text) for quote in find(text)] == [(content, "The mayor")]


def test_whose_words_a_relay_passes_on_speaks_too(find: Find) -> None:
    quotes = find("TASS reported that the minister said the bridge was safe.")
    assert [(quote.speaker_text, quote.text) for quote in quotes] == [
        ("TASS", "the minister said the bridge was safe"),
        ("the minister", "the bridge was safe"),
    ]


def test_who_is_accused_of_saying_it_is_not_its_accuser(find: Find) -> None:
    assert "saying" not in [quote.cue for quote in find("They accused the mayor of saying that the bridge was safe.")]


def test_a_title_after_a_preposition_is_no_direct_speech(find: Find) -> None:
    (quote,) = find("She talked about “Bridges: How Towns Build Them,” a book of 1990.")
    assert not quote.is_direct


def test_a_title_after_a_possessive_is_no_direct_speech(find: Find) -> None:
    quotes = find("The bridge was safe, the mayor said on Radio Bristol's “Bridges We Have Crossed.”")
    assert not any(quote.is_direct for quote in quotes)


def test_a_quote_after_the_cue_of_the_sentence_before_has_its_speaker(find: Find) -> None:
    quotes = find(
        "The mayor closed it because “it shook in the wind,” she said. “We will open it again in the spring.”"
    )
    assert ("We will open it again in the spring.", "she") in [(quote.text, quote.speaker_text) for quote in quotes]


def test_a_verb_that_ends_like_a_naming_word_introduces_speech(find: Find) -> None:
    (quote,) = find("The mayor recalled, “One night, she said, 'It will not hold.'”")
    assert (quote.text, quote.is_direct) == ("One night, she said, 'It will not hold.'", True)


def test_a_sentence_of_the_article_ends_a_quote(find: Find) -> None:
    quotes = find(
        "“The bridge is safe for everyone,” the mayor said when the talks ended. The work was “too slow,” he added "
        "on Friday. “Without more money it will fall.”"
    )
    assert ("The bridge is safe for everyone,", True) in [(quote.text, quote.is_direct) for quote in quotes]
    assert ("Without more money it will fall.", True) in [(quote.text, quote.is_direct) for quote in quotes]


def test_a_heading_in_other_marks_does_not_go_on(find: Find) -> None:
    (quote,) = find(
        "“The bridge is safe for everyone,” the mayor said.", "'The Bridge Stands.'", "It was built in 1890."
    )
    assert quote.text == "The bridge is safe for everyone,"


def test_a_quote_ends_inside_its_marks(find: Find) -> None:
    for text in ('"The bridge is not safe," Lopez said.', '"The bridge is not safe," Lopez said. "It shakes."'):
        (quote,) = find(text)
        assert not quote.text.endswith(("said", "said.", '"'))


def test_a_quote_of_several_paragraphs_is_one(find: Find) -> None:
    (quote,) = find("The mayor said: “The bridge is safe. We checked it.", "“Every bolt was new.”")
    assert quote.text == "The bridge is safe. We checked it.\n\n“Every bolt was new."
    assert (quote.speaker_text, quote.is_direct) == ("The mayor", True)


def test_a_paragraph_that_goes_on_keeps_its_speaker(find: Find) -> None:
    (quote,) = find("“The bridge is safe,” the mayor said.", "“Every single bolt in it was new.”")
    assert quote.speaker_text == "the mayor"


def test_a_cue_with_a_colon_introduces_the_next_paragraph(find: Find) -> None:
    quotes = find("Maria Lopez told the council on Monday:", "“The bridge is safe for all of us.”")
    assert [(quote.text, quote.speaker_text) for quote in quotes] == [
        ("The bridge is safe for all of us.", "Maria Lopez")
    ]


def test_a_paragraph_without_marks_that_a_colon_announces_is_reported(find: Find) -> None:
    (quote,) = find("The mayor added:", "The bridge will stay shut until the spring.")
    assert (quote.text, quote.speaker_text, quote.cue, quote.is_direct) == (
        "The bridge will stay shut until the spring.",
        "The mayor",
        "added",
        False,
    )


def test_a_paragraph_behind_another_colon_is_no_quote(find: Find) -> None:
    assert not find("The mayor built three bridges:", "The first stood by the old mill for a year.")


def test_a_call_without_a_comma_is_direct_speech(find: Find) -> None:
    (quote,) = find("The crowd on the bridge chanted “Which plan?” and went home late.")
    assert (quote.text, quote.speaker_text, quote.is_direct) == ("Which plan?", "The crowd on the bridge", True)


def test_a_noun_with_a_colon_introduces_speech(find: Find) -> None:
    (quote,) = find("Maria Lopez left one message: “The bridge is safe for all.”")
    assert (quote.speaker_text, quote.is_direct) == ("Maria Lopez", True)
    (quote,) = find("Maria Lopez made the following comment:", "“The bridge is safe for all of us.”")
    assert (quote.speaker_text, quote.is_direct) == ("Maria Lopez", True)


def test_only_words_of_speech_make_a_quote_direct(find: Find) -> None:
    (quote,) = find("The mayor knows that “it will fall in the next big storm.”")
    assert not quote.is_direct
    (quote,) = find("The mayor attacked the “phony plan of the north.”")
    assert quote.is_direct


def test_what_is_told_ends_before_the_next_cue_and_the_occasion(find: Find) -> None:
    first, _ = find("The council said it was opposed to the toll and warned the builder to wait.")
    assert first.text == "it was opposed to the toll"
    (quote,) = find("Maria Lopez praised the new bridge during a visit to the north.")
    assert quote.text == "the new bridge"


def test_a_quote_goes_on_behind_a_cue_that_ends_the_sentence(find: Find) -> None:
    (quote,) = find("The bridge may shake in a storm, Maria Lopez said. “We will close it in the autumn.”")
    assert quote.text.startswith("The bridge may shake")
    assert quote.text.endswith("in the autumn.")
    assert quote.speaker_text == "Maria Lopez"


def test_curly_marks_inside_straight_ones_end_no_quote(find: Find) -> None:
    (quote,) = find('Lopez said: "The so-called “safe bridge,” as they call it, fell last week."')
    assert quote.text == "The so-called “safe bridge,” as they call it, fell last week."


def test_a_dash_right_behind_the_mark_signs_the_quote(find: Find) -> None:
    (quote,) = find("“The bridge is safe for all of us.”― Maria Lopez")
    assert quote.speaker_text == "Maria Lopez"


def test_a_name_behind_a_dash_signs_the_quote(find: Find) -> None:
    (quote,) = find("“I have walked across it for forty years.” — Maria Lopez")
    assert (quote.speaker_text, quote.is_direct) == ("Maria Lopez", True)


def test_turns_of_a_transcript(find: Find) -> None:
    quotes = find("LOPEZ: Is the bridge safe for us?", "HERRERA: We have checked every bolt.")
    assert [(quote.speaker_text, quote.text) for quote in quotes] == [
        ("LOPEZ", "Is the bridge safe for us?"),
        ("HERRERA", "We have checked every bolt."),
    ]


@pytest.mark.parametrize(
    "text",
    ["RIGA: The bridge over the river was closed.", "Correction: The bridge over the river was closed in 1990."],
)
def test_datelines_and_labels_do_not_speak(find: Find, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Maria Lopez told Reuters that the bridge was safe.", "Maria Lopez", ("Reuters",)),
        ("The bridge was safe, Maria Lopez said in an interview with Xinhua.", "Maria Lopez", ("Xinhua",)),
        ("Reuters quoted Maria Lopez as saying that the bridge was safe.", "Maria Lopez", ("Reuters",)),
        ("“The bridge is safe,” Maria Lopez was quoted as saying by AFP.", "Maria Lopez", ("AFP",)),
        ("“The bridge is safe,” Maria Lopez said, quoted by the newspaper Voz Lejana.", "Maria Lopez", ("Voz Lejana",)),
        ("LHN reported, citing Le Soir, that the bridge was safe.", "LHN", ("Le Soir",)),
        ("LHN reported, citing the army, that the bridge was safe.", "LHN", ()),
        ("Maria Lopez told reporters that the bridge was safe.", "Maria Lopez", ()),
    ],
)
def test_the_relay_chain(find: Find, text: str, speaker: str, via: tuple[str, ...]) -> None:
    (quote,) = find(text)
    assert (quote.speaker_text, quote.via) == (speaker, via)


def test_who_is_reported_as_saying_is_not_what_is_said(find: Find) -> None:
    assert "Ruiz" not in " ".join(quote.text for quote in find("State media reported Minister Luis Ruiz as saying."))


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


def test_spans_slice_to_their_own_text_and_ids_are_stable(parse: Callable[..., ParsedArticle]) -> None:
    article = parse(*(text for text, *_ in (*DIRECT, *REPORTED)))
    empty = ArticleEntities((), (), (), {})
    quotes = find_quotes(article, empty)
    assert all(article.text[quote.char_start : quote.char_end] == quote.text for quote in quotes)
    assert len({quote.quote_id for quote in quotes}) == len(quotes)
    assert quotes == find_quotes(article, empty)

"""Sentences with words in marks in, direct quotes out."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

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
    ("“The bridge is safe”, said Maria Lopez.", "The bridge is safe", "Maria Lopez", "said"),
    ("Maria Lopez said: “The bridge is safe”.", "The bridge is safe", "Maria Lopez", "said"),
    ("“The bridge is safe for all of us,” Lopez clarifies.", "The bridge is safe for all of us,", "Lopez", "clarifies"),
    ("‘The bridge is safe,’ the 60-year-old wrote.", "The bridge is safe,", "the 60-year-old", "wrote"),
    ("“The bridge is safe,” Capt. Maria Lopez said.", "The bridge is safe,", "Capt. Maria Lopez", "said"),
    ("“The bridge is safe,” police Sgt. Maria Lopez said.", "The bridge is safe,", "police Sgt. Maria Lopez", "said"),
    ("Maria Lopez opened with a jab — “I see you brought notes.”", "I see you brought notes.", "Maria Lopez", "—"),
    ("“The bridge is safe,” he allowed.", "The bridge is safe,", "he", "allowed"),
    ("“The bridge is safe”, the minister parried.", "The bridge is safe", "the minister", "parried"),
    ('Maria Lopez said:"The bridge is safe for all."', "The bridge is safe for all.", "Maria Lopez", "said"),
    ("“The bridge is safe,”he said.", "The bridge is safe,", "he", "said"),
    ("“The bridge is safe,” the council quoted Lopez as saying.", "The bridge is safe,", "Lopez", "quoted"),
    ("The council quoted Lopez as saying: “The bridge is safe.”", "The bridge is safe.", "Lopez", "saying"),
    (
        "“The old bridge is safe for everyone”, Lopez said, “but the new one still has to be checked by the builders”.",
        "The old bridge is safe for everyone”, Lopez said, “but the new one still has to be checked by the builders",
        "Lopez",
        "said",
    ),
    ("The film has footage of Lopez saying: “The bridge is safe.”", "The bridge is safe.", "Lopez", "saying"),
    ("Lopez was pale, even telling one that “The bridge is shut.”", "The bridge is shut.", "Lopez", "telling"),
    ("As the mayor put it: “The bridge is safe for all.”", "The bridge is safe for all.", "the mayor", "put"),
    ("“The bridge is safe,” was how the mayor put it.", "The bridge is safe,", "the mayor", "put"),
    ("In the words of the mayor, “The bridge is safe.”", "The bridge is safe.", "the mayor", "words"),
    ("Union leader Maria Lopez: “The bridge is safe.”", "The bridge is safe.", "Union leader Maria Lopez", ":"),
    ("Bridge stands – mayor: “It is safe for all.”", "It is safe for all.", "mayor", ":"),
    ("Lopez, head of the union: “The bridge is safe.”", "The bridge is safe.", "Lopez", ":"),
    (
        "The mayor of Bath, Maria Lopez: “The bridge is safe.”",
        "The bridge is safe.",
        "The mayor of Bath, Maria Lopez",
        ":",
    ),
    ("A message from Maria Lopez: “The bridge is safe.”", "The bridge is safe.", "Maria Lopez", ":"),
    ("The witness: “I saw the bridge fall.”", "I saw the bridge fall.", "The witness", ":"),
    ("Lopez: “The bridge is safe for us.” She left.", "The bridge is safe for us.", "Lopez", ":"),
    ("BATH, Maine — “The bridge is safe,” the mayor said.", "The bridge is safe,", "the mayor", "said"),
    ("“It is safe,” said her deputy, Maria Lopez.", "It is safe,", "her deputy, Maria Lopez", "said"),
    ("“The bridge is safe”: mayor", "The bridge is safe", "mayor", ":"),
    ("'It shook in the wind': Maria Lopez, 81, tells of a night on it", "It shook in the wind", "Maria Lopez", ":"),
    ("“It will hold”: an interview with Maria Lopez", "It will hold", "Maria Lopez", ":"),
    ("It rained. One driver, stuck for hours, was blunt: “Mend it.”", "Mend it.", "One driver", ":"),
    ("«It is safe,» said her student.", "It is safe,", "her student", "said"),
    ("``It is safe,'' said Maria Lopez.", "It is safe,", "Maria Lopez", "said"),
    ("“It is safe,” said one of them, Maria Lopez.", "It is safe,", "one of them, Maria Lopez", "said"),
    ("“It is safe,” stormed Maria Lopez.", "It is safe,", "Maria Lopez", "stormed"),
    ("Pub landlady Bev Stokes: “It is safe, love.”", "It is safe, love.", "Pub landlady Bev Stokes", ":"),
    ("Ana Petrova (Green): “It is safe.”", "It is safe.", "Ana Petrova", ":"),
    ("« It is safe », declared the mayor, Maria Lopez.", "It is safe", "the mayor, Maria Lopez", "declared"),
    ('"Is the bridge safe"? asked a reporter.', "Is the bridge safe", "a reporter", "asked"),
    ("The mayor was blunt: “The bridge is safe.”", "The bridge is safe.", "The mayor", ":"),
    ("Her reply to the builders: “The bridge is safe.”", "The bridge is safe.", "Her", "reply"),
    ("They stood there, with one shouting: “The bridge is safe.”", "The bridge is safe.", "one", "shouting"),
    ("Asked about it, Lopez smiled. “The bridge is safe.”", "The bridge is safe.", "Lopez", "smiled"),
    ("“The bridge is safe,” he could be heard saying.", "The bridge is safe,", "he", "saying"),
    ("“The bridge is safe!” Lopez shot back.", "The bridge is safe!", "Lopez", "shot"),
    ("The mayor: “it will hold for years”.", "it will hold for years", "The mayor", ":"),
    (
        "Police chief Maria Lopez: “Nobody was on it when it fell”",
        "Nobody was on it when it fell",
        "Police chief Maria Lopez",
        ":",
    ),
    ("Mayor: ‘No one will be left behind’ as waters rise", "No one will be left behind", "Mayor", ":"),
    ("A sign at the gate read: “Shut until the spring.”", "Shut until the spring.", "A sign at the gate", "read"),
    (
        'A sign at the gate read "We will open it again in May".',
        "We will open it again in May",
        "A sign at the gate",
        "read",
    ),
    ("Lopez answered with one word: “No.”", "No.", "Lopez", "answered"),
    ("“The bridge is safe” - said Maria Lopez.", "The bridge is safe", "Maria Lopez", "said"),
    (
        "“We built it with our own hands”, he shrugs. “It was hard work for all of us”.",
        "We built it with our own hands”, he shrugs. “It was hard work for all of us",
        "he",
        "shrugs",
    ),
    (
        "“The bridge is safe”, the owner of the firm “Span” Maria Lopez said.",
        "The bridge is safe",
        "the owner of the firm “Span” Maria Lopez",
        "said",
    ),
    ("“The bridge fell.” So says Maria Lopez, who saw it.", "The bridge fell.", "Maria Lopez", "says"),
    (
        "“The bridge is unsafe.” That was the blunt verdict of the council.",
        "The bridge is unsafe.",
        "the council",
        "verdict",
    ),
    ("The bridge is, as the mayor put it, “safe and sound”.", "safe and sound", "the mayor", "put"),
    ("The mayor wrote in her Telegram-channel: “The bridge is shut.”", "The bridge is shut.", "The mayor", "wrote"),
    ("Maria Lopez has lived by the bridge for years. “It sings at night.”", "It sings at night.", "Maria Lopez", None),
    (
        "An aide to Lopez, who asked for time, was blunter: “Mend the bridge.”",
        "Mend the bridge.",
        "An aide to Lopez",
        ":",
    ),
    (
        "“The bridge is safe for everyone,” according to Maria Lopez.",
        "The bridge is safe for everyone,",
        "Maria Lopez",
        "according to",
    ),
    (
        "“The bridge will not be sold at all”, he was categorical.",
        "The bridge will not be sold at all",
        "he",
        "categorical",
    ),
    (
        "The mayor told “Bridge Today” channel: “We are burying children, this is no war.”",
        "We are burying children, this is no war.",
        "The mayor",
        "told",
    ),
    (
        "The minister used the expressions “These are the lies of our enemies.”",
        "These are the lies of our enemies.",
        "The minister",
        "used",
    ),
    (
        "This was confirmed by the envoy of the league: “The wheat is in the harbor.”",
        "The wheat is in the harbor.",
        "the envoy of the league",
        "confirmed",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "cue"), DIRECT)
def test_direct_speech(find: Find, text: str, content: str, speaker: str, cue: str | None) -> None:
    quotes = [(quote.text, quote.speaker_text, quote.cue) for quote in find(text) if quote.is_direct]
    assert quotes == [(content, speaker, cue)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It is closed,” Lopez said; “nobody walks on it,” said her deputy.", ["Lopez", "her deputy"]),
        ("“We are ready,” the builder said; “we are not,” the mayor said.", ["the builder", "the mayor"]),
        ('"It was dark," said the driver; "it was wet too," added his wife.', ["the driver", "his wife"]),
        ("“It fell,” Lopez said; “it was old,” she added; “it was cold,” said a guard.", ["Lopez", "she", "a guard"]),
        ("“It is closed,” Lopez said, and “nobody walks on it,” her deputy added.", ["Lopez", "her deputy"]),
        ("Lopez scolded him: “It shook all night long,” she said. “You knew it would fall.”", ["she", "she"]),
        ("“It is closed,” Lopez said. Then, after a pause: “It will not be opened again.”", ["Lopez", "Lopez"]),
        ("“It is ours,” tweeted the mayor, adding that she would wait: “We are not done.”", ["the mayor", "the mayor"]),
    ],
)
def test_each_of_two_quotes_in_a_sentence_has_its_speaker(find: Find, text: str, speakers: list[str]) -> None:
    assert [quote.speaker_text for quote in find(text) if quote.is_direct] == speakers


def test_words_in_marks_that_go_on_with_a_clause_are_told_with_it(find: Find) -> None:
    (quote,) = find("When the bridge began to shake, Lopez said, “we all ran for the river bank.”")
    assert (quote.text.split()[0], quote.speaker_text) == ("When", "Lopez")
    (quote,) = find("“Those who call it safe,” Lopez said, pointing at the hole, “should walk across it in the dark.”")
    assert (quote.text.split()[-1], quote.speaker_text) == ("dark.", "Lopez")


def test_a_quote_of_one_speaker_goes_on_behind_a_semicolon(find: Find) -> None:
    (quote,) = find("“The bridge is closed to all of us,” Lopez said; “nobody has walked across it since the storm.”")
    assert (quote.text.split()[-1], quote.speaker_text, quote.is_direct) == ("storm.", "Lopez", True)


@pytest.mark.parametrize(
    "text",
    [
        "Radio Bristol: “The Bridges of the North”",
        "The sign at the gate: “No bridge may be crossed at night.”",
        "Read more: “The bridge is safe for everyone.”",
        "His motto for the day: “No bridge is safe.”",
        "The law has one clause: “No bridge shall be closed.”",
        "“The Bridge of Sighs”: a novel",
        "“Crime of the century”: how the police failed",
    ],
)
def test_a_colon_alone_makes_no_speaker(find: Find, text: str) -> None:
    assert find(text) == ()


def test_an_order_in_marks_behind_whom_it_is_told_is_direct(find: Find) -> None:
    (quote,) = find("The mayor told workers at the bridge to “stop and go home and rest.”")
    assert (quote.text, quote.is_direct) == ("to “stop and go home and rest.”", True)


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


def test_a_quote_ends_inside_its_marks(find: Find) -> None:
    for text in ('"The bridge is not safe," Lopez said.', '"The bridge is not safe," Lopez said. "It shakes."'):
        (quote,) = find(text)
        assert not quote.text.endswith(("said", "said.", '"'))


def test_a_call_without_a_comma_is_direct_speech(find: Find) -> None:
    (quote,) = find("The crowd on the bridge chanted “Which plan?” and went home late.")
    assert (quote.text, quote.speaker_text, quote.is_direct) == ("Which plan?", "The crowd on the bridge", True)


def test_only_words_of_speech_make_a_quote_direct(find: Find) -> None:
    (quote,) = find("The mayor knows that “it will fall in the next big storm.”")
    assert not quote.is_direct
    (quote,) = find("The mayor attacked the “phony plan of the north.”")
    assert quote.is_direct


def test_curly_marks_inside_straight_ones_end_no_quote(find: Find) -> None:
    (quote,) = find('Lopez said: "The so-called “safe bridge,” as they call it, fell last week."')
    assert quote.text == "The so-called “safe bridge,” as they call it, fell last week."


def test_what_a_cue_tells_before_the_marks_belongs_to_the_quote(find: Find) -> None:
    (quote,) = find("Maria Lopez said she had one wish for the bridge: “Peace and a fresh coat of paint.”")
    assert (quote.text.split()[0], quote.speaker_text, quote.is_direct) == ("she", "Maria Lopez", False)


def test_whose_statement_is_shown_speaks(find: Find) -> None:
    (quote,) = find("The paper rated this statement by Maria Lopez: “The bridge is safe for all of us.”")
    assert (quote.speaker_text, quote.cue) == ("Maria Lopez", "statement")


def test_the_clause_behind_a_quote_is_another_matter(find: Find) -> None:
    quotes = find("Lopez answered, “It will hold for years,” when the mayor blasted the builders for their delay.")
    assert ("It will hold for years,", "Lopez") in [(quote.text, quote.speaker_text) for quote in quotes]


def test_what_a_reader_is_sent_to_is_a_title(find: Find) -> None:
    assert not find("See: “What Is A Bridge?”")


def test_what_is_known_is_not_said(find: Find) -> None:
    assert not any(quote.is_direct for quote in find("The mayor knows that “No Bridge Stands For Ever.”"))


@pytest.mark.parametrize(
    "text",
    [
        "I hope in May the town says, “Mayor, thank you for the bridge.”",
        "Builders wish the papers would write, “All is well with the bridge.”",
        "Imagine the mayor told you: “The bridge is gone for ever.”",
    ],
)
def test_what_is_only_wished_is_not_said(find: Find, text: str) -> None:
    assert not any(quote.is_direct for quote in find(text))


def test_a_quote_behind_a_semicolon_is_apart_from_what_is_said_before(find: Find) -> None:
    quotes = find("Maria Lopez said she expected a new bridge; “anything else would be a surprise,” she said.")
    assert [(quote.text, quote.speaker_text) for quote in quotes] == [
        ("she expected a new bridge", "Maria Lopez"),
        ("anything else would be a surprise,", "she"),
    ]


def test_marks_that_go_on_with_a_clause_are_part_of_it(find: Find) -> None:
    (quote,) = find("She added that the bridge was old, which was bad because “In the end, every bridge will fall.”")
    assert (quote.text.split()[0], quote.text.split()[-1], quote.is_direct) == ("the", "fall.", False)


def test_a_sentence_that_tells_of_no_person_introduces_nobody(find: Find) -> None:
    assert not find("The law has one clause: “No bridge shall be closed at night.”")


def test_a_noun_in_plural_is_no_cue_without_a_name_before_it(find: Find) -> None:
    assert not find("“The Bridge Is Safe,” two reports of the council.")


def test_a_speaker_stands_before_another_word_in_marks(find: Find) -> None:
    quotes = find(
        "Lopez, who said she owed a lot on a car she “mostly” used, was more succinct: “Four lanes. It fits.”"
    )
    assert [(quote.text, quote.speaker_text) for quote in quotes if quote.is_direct] == [
        ("Four lanes. It fits.", "Lopez")
    ]


def test_an_adverb_before_a_colon_is_no_speaker(find: Find) -> None:
    quotes = find("In the film Lopez says: “The bridge is a mess.” Then: “I would never cross it.”")
    assert [quote.speaker_text for quote in quotes] == ["Lopez", "Lopez"]


def test_words_in_marks_of_a_sentence_behind_are_told_by_its_own_cue(find: Find) -> None:
    quotes = find(
        "“We can float like boats,” Lopez said. The drivers, she said, can “wait for a day” and “stay at home.”"
    )
    assert [quote.text.split()[0] for quote in quotes] == ["We", "The"]

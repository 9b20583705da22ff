"""Quotes that paragraphs, colons, dashes and transcripts attribute."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]


def test_a_heading_in_other_marks_does_not_go_on(find: Find) -> None:
    (quote,) = find(
        "“The bridge is safe for everyone,” the mayor said.", "'The Bridge Stands.'", "It was built in 1890."
    )
    assert quote.text == "The bridge is safe for everyone,"


def test_a_quote_of_several_paragraphs_is_one(find: Find) -> None:
    (quote,) = find("The mayor said: “The bridge is safe. We checked it.", "“Every bolt was new.”")
    assert quote.text == "The bridge is safe. We checked it.\n\n“Every bolt was new."
    assert (quote.speaker_text, quote.is_direct) == ("The mayor", True)


def test_a_paragraph_that_goes_on_keeps_its_speaker(find: Find) -> None:
    quotes = find("“The bridge is safe,” the mayor said.", "“Every single bolt in it was new.”")
    assert [(quote.speaker_text, quote.is_direct) for quote in quotes] == [("the mayor", True), ("the mayor", True)]


def test_a_long_quote_that_goes_on_in_the_next_paragraph_is_one(find: Find) -> None:
    (quote,) = find(
        "“The bridge is safe for everyone who walks across it at night or by day,” the mayor said.",
        "“Every single bolt in it was new, and we have the papers of the builders to show it.”",
    )
    assert (quote.text.split()[-1], quote.speaker_text, quote.is_direct) == ("it.", "the mayor", True)


def test_a_quote_behind_a_sentence_of_the_article_is_the_speaker_s(find: Find) -> None:
    quotes = find("“The bridge is safe,” Lopez said on Monday. She did not say who paid. “It was not cheap.”")
    assert ("It was not cheap.", "Lopez") in [(quote.text, quote.speaker_text) for quote in quotes]


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


def test_a_noun_with_a_colon_introduces_speech(find: Find) -> None:
    (quote,) = find("Maria Lopez left one message: “The bridge is safe for all.”")
    assert (quote.speaker_text, quote.is_direct) == ("Maria Lopez", True)
    (quote,) = find("Maria Lopez made the following comment:", "“The bridge is safe for all of us.”")
    assert (quote.speaker_text, quote.is_direct) == ("Maria Lopez", True)


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


def test_an_answer_is_not_said_by_who_asks(find: Find) -> None:
    quotes = find(
        "“We built it,” Maria Lopez said.", "“Is that a yes or a no?” Ruiz shot back.", "“It is a work in progress.”"
    )
    assert [quote.speaker_text for quote in quotes] == ["Maria Lopez", "Ruiz", "Maria Lopez"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q: Is the bridge safe?", "A: Yes."),
        ("Question: Is the bridge safe?", "Answer: Yes, it is."),
        ("Daily Post: Is the bridge safe for us?", "Lopez: We have checked every bolt."),
        ("Lopez: “Is the bridge safe?”", "Herrera: “It is.”"),
        ("Voz Lejana: Who paid for it?", "Maria Lopez: The town did, and the town alone."),
        ("Judge: Did you see the bridge?", "Witness: I saw it fall."),
        ("Ms Ito (Green): “Is the bridge safe?”", "The Premier: “It is.”"),
    ],
)
def test_who_asks_and_who_answers_in_an_interview(find: Find, question: str, answer: str) -> None:
    quotes = find(question, answer)
    names = [turn.partition(":")[0].removesuffix(" (Green)") for turn in (question, answer)]
    assert [quote.speaker_text for quote in quotes] == names
    assert all(quote.is_direct for quote in quotes)


def test_a_turn_that_asks_nothing_is_part_of_the_interview(find: Find) -> None:
    quotes = find("Post: Is it safe?", "Maria Lopez: It is.", "DP: You closed it once.", "Lopez: For two days.")
    assert [(quote.speaker_text, quote.is_direct) for quote in quotes] == [
        ("Post", True),
        ("Maria Lopez", True),
        ("DP", True),
        ("Lopez", True),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bridge over the river will open ahead of schedule — governor", "governor"),
        ("Talks with the builders will go on in May — Foreign Ministry", "Foreign Ministry"),
        ("Two people killed in blast on bridge - police", "police"),
        ("Bridge over the river is safe – Deputy Minister Lopez", "Deputy Minister Lopez"),
        ("Nobody was hurt when the bridge fell - witness", "witness"),
    ],
)
def test_a_headline_ends_with_who_says_it(find: Find, text: str, speaker: str) -> None:
    (quote,) = find(text)
    assert (quote.speaker_text, quote.is_direct) == (speaker, False)
    assert text.startswith(quote.text + " ")


@pytest.mark.parametrize(
    "text",
    [
        "Storm closes schools across the coast - BBC News",
        "A day on the bridge – the best walks",
        "How to build a bridge - a builder's guide",
        "The bridge that nobody wanted – a story of two sisters",
        "My life as a diver - and as a mother",
    ],
)
def test_other_headlines_with_a_dash_say_nothing(find: Find, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge will hold” - union leader", "union leader"),
        ("“The bridge will hold” – Archbishop of Lima", "Archbishop of Lima"),
        ("“The bridge will hold” — Ana Petrova", "Ana Petrova"),
        ('"It is a question of time" - Interview with the Archbishop of Lima', "the Archbishop"),
    ],
)
def test_words_in_marks_before_a_dash_are_those_of_who_stands_behind_it(find: Find, text: str, speaker: str) -> None:
    (quote,) = find(text)
    assert (quote.speaker_text, quote.is_direct) == (speaker, True)
    assert text[1:].startswith(quote.text + text[len(quote.text) + 1])


def test_a_list_with_labels_is_no_interview(find: Find) -> None:
    assert find("The fair is open.", "Where: the old harbour by the sea.", "Price: ten pounds for a child.") == ()


@pytest.mark.parametrize(
    "text",
    ["RIGA: The bridge over the river was closed.", "Correction: The bridge over the river was closed in 1990."],
)
def test_datelines_and_labels_do_not_speak(find: Find, text: str) -> None:
    assert find(text) == ()


def test_a_signature_tells_more_than_a_colon(find: Find) -> None:
    quotes = find("The builders reported that it held:", "“The bridge holds in any storm.” -- Builder in the north")
    assert ("Builder in the north", "--") in [(quote.speaker_text, quote.cue) for quote in quotes if quote.is_direct]


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Kenya: Two die as bridge falls", []),
        ("China: Europe should mend its bridges", ["China"]),
        ("Poll: Half of the town would close the bridge", ["Poll"]),
        ('Town ready for a bridge "for all" - mayor', ["mayor"]),
        ("Union leader: no bridge before May", ["Union leader"]),
        ('PM: No town will pay for the "bridge to nowhere"', ["PM"]),
        ("UN: bridge in north “cannot be mended”", ["UN"]),
        ("Opposition: bridge was 'a waste of money'", ["Opposition"]),
        ("Inside the bridge: how it was built", []),
        ("The Morning Read: Why the bridge fell", []),
    ],
)
def test_who_speaks_in_a_headline_with_a_label(find: Find, headline: str, speakers: list[str]) -> None:
    assert [quote.speaker_text for quote in find(headline, "The river rose.")] == speakers


def test_a_paragraph_that_tells_of_a_person_announces_the_next(find: Find) -> None:
    (quote,) = find("On the radio, the mayor was less polite:", "“The bridge is a joke that nobody laughs at.”")
    assert (quote.speaker_text, quote.is_direct) == ("the mayor", True)


def test_a_quote_alone_behind_a_sentence_on_a_person_is_that_person_s(find: Find) -> None:
    (quote,) = find("She paused and looked at the old bridge.", "“My husband would have liked it.”")
    assert (quote.text, quote.speaker_text, quote.is_direct) == ("My husband would have liked it.", "She", True)
    assert find("The bridge was built in spring.", "“My husband would have liked it.”") == ()


def test_what_one_does_between_two_quotes_tells_who_speaks(find: Find) -> None:
    quotes = find(
        "“I wore that uniform for years.” Lopez looked at the bridge. “I just think somebody could have waited.”"
    )
    assert [quote.speaker_text for quote in quotes] == ["Lopez", "Lopez"]


def test_open_paragraphs_behind_reported_speech_are_direct(find: Find) -> None:
    said, quote = find(
        "Chief Dana Lopez said there were ten accidents on the bridge.",
        "“People come down that hill too fast.",
        "“Lower the limit, and you will see.”",
    )
    assert said.text == "there were ten accidents on the bridge"
    assert (quote.text.split()[0], quote.text.split()[-1], quote.speaker_text) == ("People", "see.", "Chief Dana Lopez")


def test_a_label_announces_words_that_nobody_named_says(find: Find) -> None:
    quotes = find(
        "THE CLAIM: “The bridge is the oldest of all.”", "THE FACTS: It was built in May.", "THE FACTS: It fell."
    )
    assert [(quote.text, quote.speaker_text) for quote in quotes] == [("The bridge is the oldest of all.", None)]


def test_a_noun_announces_the_words_of_whom_the_sentence_before_tells(find: Find) -> None:
    quotes = find("Lopez waited for years. Here is the full quote:", "“The bridge will stand as long as I do.”")
    assert [(quote.text, quote.speaker_text) for quote in quotes] == [
        ("The bridge will stand as long as I do.", "Lopez")
    ]


def test_an_account_signs_its_words(find: Find) -> None:
    (quote,) = find("“I welcome our new bridge” – @bridgelover")
    assert (quote.text, quote.speaker_text) == ("I welcome our new bridge", "@bridgelover")


def test_a_statement_goes_on_speaking_for_who_gave_it(find: Find) -> None:
    (quote,) = find(
        "In a statement, Maria Lopez said: “We share the concern of the town.",
        "“We stand ready to work on it,” the statement continued.",
    )
    assert (quote.text.split()[-1], quote.speaker_text) == ("it,", "Maria Lopez")

"""Sentences in, reported speech out."""

from collections.abc import Callable

import pytest

from schemas.quotes import Quote

Find = Callable[..., tuple[Quote, ...]]

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
        "him of closing the bridge",
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
    ("They paid her for praising the bridge.", "the bridge", "her", "praising"),
    ("As noted by the mayor, the bridge was safe.", "the bridge was safe", "the mayor", "noted"),
    ("The bridge was safe, as stated by the mayor.", "The bridge was safe", "the mayor", "stated"),
    ("The bridge, in her opinion, was not safe.", "The bridge, in her opinion, was not safe", "her", "opinion"),
    ("The mayor expressed hope that it would hold.", "it would hold", "The mayor", "hope"),
    ("The mayor voiced confidence that it would hold.", "it would hold", "The mayor", "confidence"),
    ("The mayor offered no proof that it was safe.", "no proof that it was safe", "The mayor", "offered"),
    ("He called the bridge “a step forward”, and left.", "the bridge “a step forward”", "He", "called"),
    ("The mayor went on to say that it was safe.", "it was safe", "The mayor", "say"),
    ("The mayor was quick to praise the new bridge.", "the new bridge", "The mayor", "praise"),
    ("They forced the mayor to admit that it was unsafe.", "it was unsafe", "the mayor", "admit"),
    ("Residents were frustrated that the bridge was shut.", "the bridge was shut", "Residents", "frustrated"),
    ("The mayor said after the talks she would close it.", "she would close it", "The mayor", "said"),
    ("The mayor sounded a call for calm and patience.", "calm and patience", "The mayor", "call"),
    ("The mayor called the vote a shameful farce.", "the vote a shameful farce", "The mayor", "called"),
    ("In the mayor's view, the bridge was not safe.", "the bridge was not safe", "the mayor's", "view"),
    ("In the opinion of the builders, it was safe.", "it was safe", "the builders", "opinion"),
    ("As the mayor put it, the bridge was a promise.", "the bridge was a promise", "the mayor", "put"),
    ("The mayor reminded members that the public was watching.", "the public was watching", "The mayor", "reminded"),
    (
        "The mayor said it was “very sad” and had cost a lot.",
        "it was “very sad” and had cost a lot",
        "The mayor",
        "said",
    ),
    ("The bridge was safe, announced the minister.", "The bridge was safe", "the minister", "announced"),
    ("The bridge was safe, wrote the Harbour Post.", "The bridge was safe", "the Harbour Post", "wrote"),
    ("The mayor, Maria Lopez, said it was safe.", "it was safe", "The mayor, Maria Lopez", "said"),
    ("The owner, Cordell Group, said it was safe.", "it was safe", "The owner, Cordell Group", "said"),
    ("Lopez called the plan of the mayor “a fairy tale”.", "the plan of the mayor “a fairy tale”", "Lopez", "called"),
    ("The Latest: Mayor says the bridge is safe", "the bridge is safe", "Mayor", "says"),
    (
        "The mayor said the bridge was “a danger to everybody” in town.",
        "the bridge was “a danger to everybody” in town",
        "The mayor",
        "said",
    ),
    ("They credited the engineer with saving the bridge.", "the engineer with saving the bridge", "They", "credited"),
    ("The mayor opposes closing the bridge.", "closing the bridge", "The mayor", "opposes"),
    ("A poll showed Lopez with a wide lead.", "Lopez with a wide lead", "A poll", "showed"),
    ("Polls show him ahead in three towns.", "him ahead in three towns", "Polls", "show"),
    ("Lopez likened the bridge to a sieve.", "the bridge to a sieve", "Lopez", "likened"),
    ("She took to the radio to say that it was safe.", "it was safe", "She", "say"),
    (
        "MANILA - Communist rebels said they had closed the bridge.",
        "they had closed the bridge",
        "Communist rebels",
        "said",
    ),
    (
        "If this plan fails to persuade them, Lopez argued, there are other bridges.",
        "If this plan fails to persuade them, Lopez argued, there are other bridges",
        "Lopez",
        "argued",
    ),
    ("BATH, Maine — Maria Lopez told a crowd that it was safe.", "it was safe", "Maria Lopez", "told"),
    ("Nobody was hurt, assured the mayor.", "Nobody was hurt", "the mayor", "assured"),
    ("Nobody will be hurt, promised the mayor.", "Nobody will be hurt", "the mayor", "promised"),
    ("The bridge will stay shut, warned the engineer.", "The bridge will stay shut", "the engineer", "warned"),
    ("The bridge is safe, told reporters the mayor.", "The bridge is safe", "the mayor", "told"),
    (
        "There is no proof, engineers say, that the bridge was safe.",
        "There is no proof, engineers say, that the bridge was safe",
        "engineers",
        "say",
    ),
    (
        "Experts at Harbour Research estimate that the bridge shaved 0.2 points off growth.",
        "the bridge shaved 0.2 points off growth",
        "Experts at Harbour Research",
        "estimate",
    ),
    (
        "Lopez called the old bridge “pure rust in the rain.”",
        "the old bridge “pure rust in the rain.”",
        "Lopez",
        "called",
    ),
    ("She denounced that ten workers were held.", "ten workers were held", "She", "denounced"),
    ("Lopez said the bridge was rotten, something that its builder denies.", "the bridge was rotten", "Lopez", "said"),
    ("Iran: Bridge is safe, says minister", "Bridge is safe", "minister", "says"),
    ("The mayor would say only that it was safe.", "it was safe", "The mayor", "say"),
    ("The mayor voiced concern about the old bridge.", "the old bridge", "The mayor", "concern"),
    ("They have expressed deep misgivings about the bridge.", "the bridge", "They", "misgivings"),
    (
        "The town closed the bridge in order to justify the build-up of traffic, the head of the board Ana Lopez told TASS.",
        "The town closed the bridge in order to justify the build-up of traffic",
        "the head of the board Ana Lopez",
        "told",
    ),
    (
        "One colleague described Lopez as “stunned” by the news.",
        "Lopez as “stunned” by the news",
        "One colleague",
        "described",
    ),
    (
        "The bridge is closed, the ministry's press service reports.",
        "The bridge is closed",
        "the ministry's press service",
        "reports",
    ),
    (
        "The mayor urged calm and held talks with Paris and London, a source close to the mayor told reporters.",
        "The mayor urged calm and held talks with Paris and London",
        "a source close to the mayor",
        "told",
    ),
    ("The minister dismissed calls for a new bridge.", "calls for a new bridge", "The minister", "dismissed"),
    ("The mayor demanded to see the plans.", "to see the plans", "The mayor", "demanded"),
    ("The party called on the mayor to inform the council.", "the mayor to inform the council", "The party", "called"),
    ("She is a supporter of the union and of its members.", "the union and of its members", "She", "supporter"),
    ("The town did not respond to requests for comment.", "requests for comment", "The town", "respond"),
    ("Studies have found little evidence that it was safe.", "little evidence that it was safe", "Studies", "found"),
    ("In the latest poll, Lopez leads the mayor.", "Lopez leads the mayor", "the latest poll", "In"),
    ("The mayor condemned the attack in Kabul.", "the attack in Kabul", "The mayor", "condemned"),
    ("The mayor laughed off the report.", "the report", "The mayor", "laughed"),
    ("The mayor rejected calls for a new bridge.", "calls for a new bridge", "The mayor", "rejected"),
    ("Mayor Blasts Critics As Cowards In Fiery Speech", "Critics As Cowards In Fiery Speech", "Mayor", "Blasts"),
    (
        "The mayor has dismissed as “false” reports of a hole in the bridge.",
        "as “false” reports of a hole in the bridge",
        "The mayor",
        "dismissed",
    ),
    (
        "The bridge is safe, engineers at the Dora School of Bridges estimate.",
        "The bridge is safe",
        "engineers at the Dora School of Bridges",
        "estimate",
    ),
    ("The mayor, as quoted by TASS, said the bridge was safe.", "the bridge was safe", "The mayor", "said"),
    (
        "An aide at the central bank, who asked not to be named, said it was safe.",
        "it was safe",
        "An aide at the central bank",
        "said",
    ),
    ("Lopez, asked if she would walk on it, said it was safe.", "it was safe", "Lopez", "said"),
    ("It was the mayor who told me that the bridge was safe.", "the bridge was safe", "the mayor", "told"),
    ("Bridge closed, says mayor", "Bridge closed", "mayor", "says"),
    (
        "She said engineers had walked on it and found “no danger at all.”",
        "engineers had walked on it and found “no danger at all.”",
        "She",
        "said",
    ),
    ("Parents were told by the mayor that the bridge was shut.", "the bridge was shut", "the mayor", "told"),
    ("Parents were told by text message that the bridge was shut.", "the bridge was shut", None, "told"),
    (
        "It was reported by the press office that the bridge was shut.",
        "the bridge was shut",
        "the press office",
        "reported",
    ),
    ("Drivers were warned by police to stay at home.", "to stay at home", "police", "warned"),
    (
        "As informed the press office of the town, the bridge is shut.",
        "the bridge is shut",
        "the press office of the town",
        "informed",
    ),
    ("Thus, according to experts, the bridge is shut.", "the bridge is shut", "experts", "according to"),
    ("Officials say the bridge fell; the river rose by a metre.", "the bridge fell", "Officials", "say"),
    (
        "The bridge is shut in Bath, the foreign minister, Ana Ruiz, wrote on Monday.",
        "The bridge is shut in Bath",
        "the foreign minister, Ana Ruiz",
        "wrote",
    ),
    (
        "The owner said in a statement that the bridge had been shut.",
        "the bridge had been shut",
        "The owner",
        "said",
    ),
    (
        "The chairman told analysts on a call that the bridge had been shut.",
        "the bridge had been shut",
        "The chairman",
        "told",
    ),
    ("It is noted in the report that the bridge was shut.", "the bridge was shut", "the report", "noted"),
    ("He says that the bridge was shut, and has a letter.", "the bridge was shut", "He", "says"),
    ("She says the bridge is shut, a day after the mayor opened it.", "the bridge is shut", "She", "says"),
    ("The source appealed to the ministry to mend the bridge.", "to mend the bridge", "The source", "appealed"),
    (
        "Maria Lopez, prosecuting, said Mrs Roe found the dogs when she came home.",
        "Mrs Roe found the dogs when she came home",
        "Maria Lopez",
        "said",
    ),
    ("The member called for her to be allowed to speak.", "her to be allowed to speak", "The member", "called"),
    (
        "A ferry with 20 people on board capsized in rough seas off Masbate island, killing nine, the coast guard said.",
        "A ferry with 20 people on board capsized in rough seas off Masbate island, killing nine",
        "the coast guard",
        "said",
    ),
    (
        "The ferry was sailing from Cebu to Manila when waves hit its side, survivors told reporters.",
        "The ferry was sailing from Cebu to Manila when waves hit its side",
        "survivors",
        "told",
    ),
    ("Police put the death toll at 12.", "the death toll at 12", "Police", "put"),
    ("The town denied wrongdoing.", "wrongdoing", "The town", "denied"),
    (
        "Guerrillas killed five villagers, in an attack south of the capital, residents and hospital workers said.",
        "Guerrillas killed five villagers, in an attack south of the capital",
        "residents and hospital workers",
        "said",
    ),
    (
        "The mayor said the money would go to the bridge, allowing people to cross it at night.",
        "the money would go to the bridge, allowing people to cross it at night",
        "The mayor",
        "said",
    ),
    ("She taught him that the bridge must be shut.", "the bridge must be shut", "She", "taught"),
    (
        "Police fired on workers in Leeds, a union leader and a witness said.",
        "Police fired on workers in Leeds",
        "a union leader and a witness",
        "said",
    ),
    (
        "A bus fell into a ravine in northern Peru, police and a fire chief said.",
        "A bus fell into a ravine in northern Peru",
        "police and a fire chief",
        "said",
    ),
    (
        "The boat was carrying migrants from Libya, a spokeswoman for the coast guard said.",
        "The boat was carrying migrants from Libya",
        "a spokeswoman for the coast guard",
        "said",
    ),
    (
        "The army has shut the bridge, the state news agency INA reported on Monday.",
        "The army has shut the bridge",
        "the state news agency",
        "reported",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker", "cue"), REPORTED)
def test_reported_speech(find: Find, text: str, content: str, speaker: str | None, cue: str) -> None:
    assert [(quote.text, quote.speaker_text, quote.cue) for quote in find(text)] == [(content, speaker, cue)]
    assert not any(quote.is_direct for quote in find(text))


def test_what_a_court_rules_behind_a_plan_is_said_by_the_court(find: Find) -> None:
    (quote,) = find("The court suspended a plan to send police to Haiti, ruling that it could not go ahead.")
    assert (quote.speaker_text, quote.cue) == ("The court", "ruling")


def test_a_body_that_who_follows_does_not_speak_but_its_head(find: Find) -> None:
    (quote,) = find("They met the commander of the Fifth Fleet, who had claimed that the bridge was mined.")
    assert (quote.text, quote.speaker_text) == ("the bridge was mined", "the commander of the Fifth Fleet")


def test_what_the_writer_goes_on_to_tell_is_said_by_nobody(find: Find) -> None:
    (quote,) = find("A court declared it illegal, and four sailors were arrested in clashes with police.")
    assert quote.text == "it illegal"
    told = [quote.text for quote in find("Four men were held, the ministry said; the union put the number at nine.")]
    assert told[0] == "Four men were held"


def test_what_is_called_off_is_not_called_anything(find: Find) -> None:
    assert find("Minister calls off meeting with sailors") == ()


@pytest.mark.parametrize("text", ["Citing nobody.", "Adding salt.", "Told.", "Said", "Warned, the mayor."])
def test_a_cue_that_opens_a_text_has_nothing_before_it(find: Find, text: str) -> None:
    assert find(text) == ()

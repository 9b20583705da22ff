"""Who does what to whom in acts of conflict, however the sentence puts it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event_type", "actors", "recipients"),
    [
        # What a pronoun stands for is as good as its noun where a pattern asks for one.
        ("The rebels said on Saturday they had captured the town of Nuku.", "ASSAULT", ["rebels"], ["Nuku"]),
        ("Rebels, who captured the town of Nuku last week, want talks.", "ASSAULT", ["rebels"], ["Nuku"]),
        ("The protesters said they had been beaten by the police.", "ASSAULT", ["police"], ["protesters"]),
        # By whom and to whom an act is done that a noun names.
        ("The beating of the prisoners by guards was filmed.", "ASSAULT", ["guards"], ["prisoners"]),
        ("Norway's condemnation of Finland came late.", "ACCUSE", ["Norway"], ["Finland"]),
        ("The capture of the town of Nuku by rebels was no surprise.", "ASSAULT", ["rebels"], ["Nuku"]),
        # Who decides to do something does it.
        (
            "Finland announced a decision to expel a Norwegian diplomat.",
            "SANCTION",
            ["Finland"],
            ["Norwegian diplomat"],
        ),
        # People and bodies without a name.
        ("President Aho was ousted by the army.", "SANCTION", ["army"], ["Aho"]),
        ("Soldiers raped dozens of women in May.", "ASSAULT", ["soldiers"], ["women"]),
        ("Police detained 18 people on Monday.", "COERCE", ["police"], ["people"]),
        ("Finland accused the commission of fraud.", "ACCUSE", ["Finland"], ["commission"]),
        (
            "The arrest of twelve journalists by Finnish police made news.",
            "COERCE",
            ["Finnish police"],
            ["journalists"],
        ),
        # Whom a protest is against, on whom a refusal depends, against whom troops move.
        (
            "Thousands marched through Riga to demand the resignation of the prime minister.",
            "PROTEST",
            ["thousands"],
            ["prime minister"],
        ),
        ("Nurses went on strike, accusing the ministry of lies.", "PROTEST", ["nurses"], ["ministry"]),
        ("The union said it would not end the strike until the ministry paid.", "REJECT", ["union"], ["ministry"]),
        ("Finland moved tanks to its border with Norway.", "MOBILIZE", ["Finland"], ["Norway"]),
        # Police capture suspects; those of no state take captives.
        ("Police captured four smugglers near Nuku.", "COERCE", ["police"], ["smugglers"]),
        ("Kidnappers seized a Finnish engineer on Monday.", "ASSAULT", ["Kidnappers"], ["Finnish engineer"]),
        ("Norwegian spies hacked the Finnish parliament.", "COERCE", ["Norwegian spies"], ["Finnish parliament"]),
    ],
)
def test_parties_of_conflict(tell, sentence, event_type, actors, recipients):
    told = tell(sentence)
    event = told.the(event_type)
    assert (told.actors(event), told.recipients(event)) == (sorted(actors), sorted(recipients))


@pytest.mark.parametrize(
    "sentence",
    [
        "Nuku attacked from the first whistle and won.",
        "Heavy rain forced the villagers from their homes.",
        "The film, shot in Fiji, captures the fear of soldiers.",
        "Shares in the firm shot up on Monday.",
        "Thousands of trees were felled.",
    ],
)
def test_other_senses_are_no_conflict(tell, sentence):
    assert [one for one in tell(sentence).events if one.event_type] == []

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
        # Whose arrest it is, is arrested, unless it tells of whom.
        ("Ida Berg spoke after her arrest in Oslo.", "COERCE", [], ["Ida Berg"]),
        ("Norway's arrest of Ida Berg made news.", "COERCE", ["Norway"], ["Ida Berg"]),
        ("Ida Berg's murder shocked the town.", "ASSAULT", [], ["Ida Berg"]),
        # What somebody is arrested for does not suffer it.
        ("Police arrested two men for NATO.", "COERCE", ["police"], ["men"]),
        # Who has a name and stands behind it.
        ("Ida Berg, the teacher who was arrested on Monday, wept.", "COERCE", [], ["Ida Berg"]),
        # A summons is the act of those who summon, upon those whose envoy it is.
        ("The summoning of the Chadian envoy by Norway came late.", "ACCUSE", ["Norway"], ["Chad"]),
        ("The Chadian envoy was called in by Norway.", "ACCUSE", ["Norway"], ["Chadian envoy"]),
        ("The Chadian envoy was summoned to the foreign ministry.", "ACCUSE", ["foreign ministry"], ["Chadian envoy"]),
        ("Two brothers were held, charged with the murder of Ida Berg.", "ACCUSE", [], ["brothers"]),
        ("Two years ago yesterday Chadian rebels attacked Oslo.", "ASSAULT", ["Chadian rebels"], ["Oslo"]),
        ("RIGA - Chadian rebels attacked Oslo.", "ASSAULT", ["Chadian rebels"], ["Oslo"]),
        ("On Monday rail workers in Norway stopped work.", "PROTEST", ["rail workers"], []),
        ("Ida Berg spoke. The bid was rejected by her sister.", "REJECT", ["sister"], []),
        # What is done after a semicolon is done to those of its own clause.
        ("Looters raided a depot of Halden Motors; two were shot by soldiers.", "ASSAULT", ["soldiers"], []),
        # What the parser takes for a modifier, a small clause or an adverbial.
        ("The US froze aid to Chad.", "SANCTION", ["United States"], ["Chad"]),
        ("Finland holds Norway responsible for the leak.", "ACCUSE", ["Finland"], ["Norway"]),
        ("Refugees demonstrated in front of the Norwegian embassy.", "PROTEST", ["refugees"], ["Norway"]),
        ("Finnish tariffs imposed on Norway in May hurt its sales.", "COERCE", ["Finland"], ["Norway"]),
        ("The minister was heckled by villagers.", "PROTEST", ["villagers"], ["minister"]),
        ("North Korea fires ballistic missile into Sea of Japan", "MOBILIZE", ["North Korea"], ["Sea of Japan"]),
        ("Norway banned from football by FIFA", "COERCE", ["FIFA"], ["Norway"]),
        (
            "Two Norwegian envoys were denied access to the camp by Finland.",
            "REJECT",
            ["Finland"],
            ["Norwegian envoys"],
        ),
        ("Nine Norwegian soldiers were killed in a Chadian raid.", "ASSAULT", ["Chad"], ["Norwegian soldiers"]),
        ("Finland is facing a lawsuit brought by Norway.", "ACCUSE", ["Norway"], ["Finland"]),
        ("There was criticism of the army from Norway.", "ACCUSE", ["Norway"], []),
        ("The warning that Norway gave to Chad came late.", "THREATEN", ["Norway"], ["Chad"]),
        ("Ida Berg was found shot dead on Sunday.", "ASSAULT", [], ["Ida Berg"]),
        ("Finland is under investigation by Norway over the leak.", "ACCUSE", ["Norway"], ["Finland"]),
        ("Norway withdrew from the village.", "RETREAT", ["Norway"], []),
        ("Norway stormed the building.", "ASSAULT", ["Norway"], []),
        # What crowds do in the street, officials do with a note; crowds accuse all the same.
        ("Teachers protested against Norway in May.", "PROTEST", ["teachers"], ["Norway"]),
        ("Finnish ministers protested against Norway's plan.", "ACCUSE", ["Finnish ministers"], ["Norway"]),
        ("Teachers criticised Norway for the delay.", "ACCUSE", ["teachers"], ["Norway"]),
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
        # By many words: what was said to be false, whom consequences await, what commits somebody to an act.
        ("Finland said claims by Norway that it had lied were false.", "REJECT", ["Finland"], ["Norway"]),
        ("Finland said Norway would face consequences.", "THREATEN", ["Finland"], ["Norway"]),
        (
            "Finland said it would close the border with Norway unless the talks ended.",
            "THREATEN",
            ["Finland"],
            ["Norway"],
        ),
        ("The rebels vowed to carry out more attacks in Norway.", "THREATEN", ["rebels"], ["Norway"]),
        (
            "The rebels have given oil companies 72 hours to leave the region.",
            "THREATEN",
            ["rebels"],
            ["oil companies"],
        ),
        ("Finland's offer was rejected by striking nurses on Tuesday.", "REJECT", ["nurses"], ["Finland"]),
        ("The rebels turned down the government's offer.", "REJECT", ["rebels"], ["government"]),
        ("The bishop was harshly critical of Norway.", "ACCUSE", ["bishop"], ["Norway"]),
        ("President Aho attacked Norway over its plans to drill.", "ACCUSE", ["Aho"], ["Norway"]),
        (
            "The minister was charged by the special prosecutor with fraud.",
            "ACCUSE",
            ["special prosecutor"],
            ["minister"],
        ),
        ("Pilots at Finnair walked out on Wednesday.", "PROTEST", ["pilots"], ["Finnair"]),
        ("Farmers went on strike in protest at the government.", "PROTEST", ["farmers"], ["government"]),
        ("Some 400 workers marched through Oslo in solidarity with the miners.", "PROTEST", ["workers"], []),
        ("Youths threw stones at police.", "PROTEST", ["youths"], ["police"]),
        (
            "The minister was given a three-year sentence by a Finnish court.",
            "SANCTION",
            ["Finnish court"],
            ["minister"],
        ),
        ("Finnish police took up positions around the palace.", "MOBILIZE", ["Finnish police"], []),
        ("Finland flew 300 soldiers to Norway.", "MOBILIZE", ["Finland"], ["Norway"]),
        ("Finland said Norway was behind the attack.", "ACCUSE", ["Finland"], ["Norway"]),
        ("The rebels threatened to attack mines in Norway.", "THREATEN", ["rebels"], ["Norway"]),
        ("Somali pirates seized a Finnish freighter.", "ASSAULT", ["Somali pirates"], ["Finland"]),
        ("The army has locked up hundreds of students.", "COERCE", ["army"], ["students"]),
        ("Norwegian hackers stole data from the Finnish army.", "COERCE", ["Norwegian hackers"], ["Finnish army"]),
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
        "Lions killed twenty goats near the park.",
        "The road was blocked by a fallen tree.",
        "The river burst its banks and cut off several villages.",
        "The club sacked its manager Ana Roe on Monday.",
        "A chapel in Lindow burned down on Monday.",
        "The storm knocked out power to thousands of homes in Norway.",
        "Norway launched a probe to Mercury on Monday.",
        "Norway launched a rocket carrying 14 satellites on Monday.",
        "The court threw out the conviction of Ana Roe.",
        "The treaty was drafted in Oslo in May.",
        "The coach overturned near Lindow on Monday.",
        "The guilty plea of the singer came on Monday.",
    ],
)
def test_other_senses_are_no_conflict(tell, sentence):
    assert [one for one in tell(sentence).events if one.event_type] == []

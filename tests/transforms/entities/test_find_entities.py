"""Sentences in, entities out. All of it is written for these tests."""

from itertools import pairwise

import pytest
from found_entities import Find, named, stands_for, texts_of

from transforms.entities.article_entities import ArticleEntities
from transforms.ids import content_id


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The report first appeared in Harbor Courier on Monday.", "Harbor Courier", "ORG"),
        ("The crew of the Kaieteur Star is held in the port of Guiria.", "Kaieteur Star", "OTHER"),
        ("Two stowaways were found aboard the Anna Maria on Friday.", "Anna Maria", "OTHER"),
        (
            "Talks between Celestina Quispe Ayaviri and Rodrigo Larraguibel failed.",
            "Celestina Quispe Ayaviri",
            "PERSON",
        ),
        ("In Mombasa Ruth Achieng spoke to the dockers.", "Ruth Achieng", "PERSON"),
        ("They met in a villa above the Mtkvari river.", "Mtkvari", "PLACE"),
        ("An officer at the Paternieki crossing told the Ledger so.", "Paternieki", "PLACE"),
        ("An officer at the Paternieki crossing told the Ledger so.", "Ledger", "ORG"),
        ("The Nile does not sleep.", "Nile", "PLACE"),
        ("<Harrow Mining Corp> agreed to buy the pit on Tuesday.", "Harrow Mining Corp", "ORG"),
        ("Dunmore Inc <DNM> said on Tuesday that it would.", "Dunmore Inc", "ORG"),
        ("The storm crossed the Visayas on Monday.", "Visayas", "PLACE"),
        ("In Mombasa Ruth Achieng spoke to the dockers.", "Mombasa", "PLACE"),
        ("Rebels seized the tanker Silver Heron off Lome on Friday.", "Silver Heron", "OTHER"),
        ("The MV Niger Heron has been idle since May.", "MV Niger Heron", "OTHER"),
        ("She came with her cousin Chidi Anozie on Monday.", "Chidi Anozie", "PERSON"),
        ("LIMA, May 3 (Andes Wire) - A bus fell into a river.", "Andes Wire", "ORG"),
        ("The ship had left Ras Tanura on Friday.", "Ras Tanura", "PLACE"),
        ("White House Press Secretary Ruth Achieng spoke.", "White House", "ORG"),
        ("Gauteng asked for more. KwaZulu-Natal said no.", "Gauteng", "PLACE"),
        ("Officers arrested nine members of the JSQM.", "JSQM", "ORG"),
        ("The report angered Imran Ali Shah on Monday.", "Imran Ali Shah", "PERSON"),
    ],
)
def test_what_a_name_is_of(find: Find, text: str, name: str, kind: str) -> None:
    assert named(find(text), name)[0] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Agriculture Minister Tran Quang Vu spoke.",
        "Kenya's Principal Secretary for Energy, Elias Kirwa, spoke.",
        "Cabinet Secretary Halima Guyo met Social Welfare Secretary Teresa Macaraeg.",
        "Lorry drivers have asked for the road.",
        "The project of 1.9 billion USD was delayed.",
    ],
)
def test_portfolios_plain_openings_and_currencies_are_no_names(find: Find, text: str) -> None:
    kinds = {entity.name: entity.kind for entity in find(text).entities}
    assert not {"Agriculture", "Energy", "Cabinet", "Social Welfare", "Lorry", "USD"} & kinds.keys()


def test_the_paper_that_prints_the_article_is_no_person(find: Find) -> None:
    found = find("The hotel offers coffee and silence, Ruth Achieng told Voz Austral.", source="Voz Austral")
    assert named(found, "Voz Austral")[0] == "ORG"


def test_the_first_of_two_surnames(find: Find) -> None:
    found = find(
        "Talks between Celestina Quispe Ayaviri and Rodrigo Larraguibel failed. In La Paz, Quispe called it a date."
    )
    assert texts_of(found, "Celestina Quispe Ayaviri") == ["Celestina Quispe Ayaviri", "Quispe"]


def test_a_middle_name_that_is_a_place_is_no_surname(find: Find) -> None:
    found = find("Ann Washington Roe met the farmers. Washington said that it would not send troops to Peru.")
    assert texts_of(found, "Ann Washington Roe") == ["Ann Washington Roe"]


def test_initialism_and_its_expansion_are_one(find: Find) -> None:
    found = find("The Bridge Safety Council (BSC) closed two roads on Monday.", "Later the BSC opened them again.")
    assert texts_of(found, "Bridge Safety Council") == ["Bridge Safety Council", "BSC", "BSC"]


def test_aliases_of_a_state_are_one_place(find: Find) -> None:
    found = find(
        "The U.S. and Türkiye signed it.", "America thanked Turkey, and Turkish and American officials shook hands."
    )
    assert named(found, "United States")[:2] == ("PLACE", "USA")
    assert texts_of(found, "Turkey")[:2] == ["Türkiye", "Turkey"]


def test_a_capital_that_acts_is_its_state_and_a_city_is_a_city(find: Find) -> None:
    found = find(
        "Russia called up its envoy. Moscow accused Kenya of delays.", "The envoy returned to a hotel in Moscow."
    )
    assert texts_of(found, "Russia") == ["Russia", "Moscow"]
    assert texts_of(found, "Moscow") == ["Moscow"]


def test_a_state_lies_not_where_its_capital_does(find: Find) -> None:
    found = find("Moscow accused Kenya of lying. The U.S. Embassy in Moscow closed. Two African Americans left.")
    state, city = (named(found, name) for name in ("Russia", "Moscow"))
    assert (state[:2], city[:2]) == (("PLACE", "RUS"), ("PLACE", "RUS"))
    assert named(found, "African Americans")[0] == "GROUP"


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "Hale Motors Ltd closed its plant. Hale said so. Its founder's son Jim Hale wept. Hale spoke of shame.",
            "Hale Motors Ltd",
            ["Hale Motors Ltd", "Hale"],
        ),
        (
            "Jim Hale runs Hale Motors Ltd. Mr Hale wept. Jim Hale spoke of shame. Hale left.",
            "Jim Hale",
            ["Jim Hale", "Hale", "Jim Hale", "Hale"],
        ),
        (
            "Jim Hale came. The Hale Foundation gave to the Hale Foundation school. Hale left.",
            "Jim Hale",
            ["Jim Hale", "Hale"],
        ),
        (
            "The USS Halberd left Oslo. The Halberd carries 200 sailors.",
            "USS Halberd",
            ["USS Halberd", "Halberd"],
        ),
        (
            "Reporters of the Andes Courier came. The editor said the Courier had won.",
            "Andes Courier",
            ["Andes Courier", "Courier"],
        ),
        (
            "The Peruvian Chess Federation (FDPA) met. The FDPA has no money.",
            "Peruvian Chess Federation",
            ["Peruvian Chess Federation", "FDPA", "FDPA"],
        ),
        (
            "Omar al-Amin Haddad spoke. Omar al-Amin wept.",
            "Omar al-Amin Haddad",
            ["Omar al-Amin Haddad", "Omar al-Amin"],
        ),
        ("The Denver Broncos won. The town cheered the Broncos.", "Denver Broncos", ["Denver Broncos", "Broncos"]),
        ("The White House spoke. The House was silent.", "White House", ["White House"]),
    ],
)
def test_short_forms_stand_for_the_whole_name(find: Find, text: str, name: str, mentions: list[str]) -> None:
    assert texts_of(find(text), name) == mentions


def test_the_adjective_of_a_region_is_the_region(find: Find) -> None:
    found = find("Bavaria wants more trains. A Bavarian has to wait, Germany does not.")
    assert texts_of(found, "Bavaria") == ["Bavaria", "Bavarian"]
    assert named(found, "Bavaria") == ("PLACE", "DEU", None)


def test_two_people_of_one_surname_stay_two(find: Find) -> None:
    found = find(
        "Daniel Okello closed the port on Monday. Grace Okello, a teacher, said the port was safe.",
        "Mr. Okello opened the quay again. Ms. Okello was glad, and Okello thanked the crew.",
    )
    assert texts_of(found, "Daniel Okello") == ["Daniel Okello", "Okello"]
    assert texts_of(found, "Grace Okello") == ["Grace Okello", "Okello", "Okello"]


def test_a_surname_called_mr_and_ms_is_two_peoples(find: Find) -> None:
    found = find(
        "Grace Okello, a teacher, closed the school. Ms. Okello was glad. Mr. Okello, the mayor, opened it.",
    )
    assert texts_of(found, "Grace Okello") == ["Grace Okello", "Okello"]
    assert texts_of(found, "Okello") == ["Okello"]


def test_she_is_no_body_with_a_foreign_name(find: Find) -> None:
    text = "Lucia Paredes wrote many letters. Archivo Voz Lejana printed the letters. She was glad."
    found = find(text)
    assert named(found, "Archivo Voz Lejana")[0] == "ORG"
    assert stands_for(found, text, "She") == "Lucia Paredes"


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The tune was not like See What You Left Me, her last one.", "See What You Left Me", "OTHER"),
        ("The Tandem Control-IQ pump was sold to many people.", "Control-IQ", "OTHER"),
        ("They praised the Society for Wheel Safety (SWS) today.", "Society for Wheel Safety", "ORG"),
        ("The truck stopped near the southern town of Mais Amal early on Monday.", "Mais Amal", "PLACE"),
        ("The photo was by Ann Moore - Lake Pool on Monday.", "Ann Moore", "PERSON"),
    ],
)
def test_names_end_where_they_end(find: Find, sentence: str, name: str, kind: str) -> None:
    assert named(find(sentence), name)[0] == kind


def test_a_list_of_bodies_names_each_whole_though_a_part_is_a_name(find: Find) -> None:
    found = find("In Ohio, turtles and their safety are the talk of the day.", "Ohio Turtle Safety Council:")
    assert texts_of(found, "Ohio Turtle Safety Council") == ["Ohio Turtle Safety Council"]


def test_a_lone_capital_stays_a_city(find: Find) -> None:
    assert named(find("Warsaw welcomed the runners."), "Warsaw")[:2] == ("PLACE", "POL")


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("They signed the Harbor Fisheries Treaty in May.", "Harbor Fisheries Treaty", "LAW"),
        ("They met at the Pacific Water Summit in May.", "Pacific Water Summit", "EVENT"),
        ("He studied at the University of Tartu.", "University of Tartu", "ORG"),
        ("Floods hit Carver County on Sunday.", "Carver County", "PLACE"),
    ],
)
def test_cue_words_tell_the_kind(find: Find, sentence: str, name: str, kind: str) -> None:
    assert named(find(sentence), name)[0] == kind


def test_ministries_have_one_name_by_rule(find: Find) -> None:
    found = find("The Chilean Foreign Ministry protested. Chile's Ministry of Foreign Affairs called a meeting.")
    assert len(texts_of(found, "Chilean Ministry of Foreign Affairs")) == 2
    found = find("The Russian Foreign Ministry protested. Russia's Ministry of Foreign Affairs called a meeting.")
    assert len(texts_of(found, "Russian Ministry of Foreign Affairs")) == 2


def test_mentions_slice_and_never_overlap(find: Find) -> None:
    text = "U.S. Secretary of State Anna Lee (left) met the Peruvian delegation, O'Neill's chief and Dr. Wu's team."
    found = find(text)
    spans = [(mention.char_start, mention.char_end) for mention in found.mentions]
    assert all(mention.text == text[mention.char_start : mention.char_end] for mention in found.mentions)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for mention in found.mentions:
        assert mention.mention_id == content_id("mt", "ar_0123456789abcdef", mention.char_start, mention.char_end)
        entity = found.by_id[mention.entity_id]
        assert entity.local_id == content_id("lo", "ar_0123456789abcdef", entity.kind, entity.name)


def test_counts_and_keys_agree(find: Find) -> None:
    found = find(
        "Peru and Chile met. Peru's president, Ana Solis, left. The protesters stayed, and Solis spoke to reporters."
    )
    assert sum(entity.mention_count for entity in found.entities) == len(found.mentions)
    assert len({entity.local_id for entity in found.entities}) == len(found.entities)
    assert {role.entity_id for role in found.roles} | set(found.anaphora.values()) <= set(found.by_id)


def test_one_name_of_one_kind_is_one_entity(find: Find) -> None:
    found = find("They flew to St. Petersburg. Saint Petersburg was cold, and they left Saint Petersburg.")
    assert texts_of(found, "Saint Petersburg") == ["St. Petersburg", "Saint Petersburg", "Saint Petersburg"]


def test_empty_article_has_no_entities(find: Find) -> None:
    assert find() == ArticleEntities((), (), (), {})


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The Herald wrote on Monday that the talks had failed.", "Herald", "ORG"),
        ("The Lantern reported that the minister would go.", "Lantern", "ORG"),
        ("Vedomosti reported on Monday, citing a source, that the talks had failed.", "Vedomosti", "ORG"),
        ("Ana Solis met the farmers on Monday.", "Ana Solis", "PERSON"),
        ("She joined the Green party of Leeds in 2019.", "Green party", "ORG"),
        ("The Iranian Communist party was banned.", "Communist party", "ORG"),
        ("It was shown on Apple TV on Monday.", "Apple TV", "ORG"),
    ],
)
def test_papers_parties_products_and_people_by_what_stands_beside_them(
    find: Find, sentence: str, name: str, kind: str
) -> None:
    assert named(find(sentence), name)[0] == kind


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("On Friday Prince Olaf met the farmers.", "Prince Olaf"),
        ("Norway's King Olaf IV met the farmers.", "King Olaf IV"),
        ("She was named Baker of the Year in Lund.", "Baker of the Year"),
        ('Plans for "KLQ Sunday Morning," include an interview.', "KLQ Sunday Morning"),
        ("Lee, co-founder of My Better Garden, said so.", "My Better Garden"),
    ],
)
def test_spans_of_names(find: Find, text: str, mention: str) -> None:
    assert mention in {found.text for found in find(text).mentions}


def test_a_time_zone_is_no_name(find: Find) -> None:
    assert {mention.text for mention in find("Ann Lee spoke at 10 p.m. Eastern.").mentions} == {"Ann Lee"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Uighurs protested.", "Uighurs", "CHN"),
        ("The Donetsk People's Republic said so.", "Donetsk People's Republic", "UKR"),
        ("Komeito met the farmers.", "Komeito", "JPN"),
        ("Mullah Omar spoke.", "Omar", "AFG"),
    ],
)
def test_names_that_the_model_misreads(find: Find, text: str, name: str, country: str) -> None:
    assert named(find(text), name)[1] == country


def test_a_person_named_whole_is_whole_everywhere(find: Find) -> None:
    found = find("Zenobi Trump spoke on Monday. The campaign credited Zenobi Trump with it.")
    assert [mention.text for mention in found.mentions if "Zenobi" in mention.text] == ["Zenobi Trump", "Zenobi Trump"]


def test_a_plain_word_that_opens_a_sentence_and_says_nothing_is_no_person(find: Find) -> None:
    found = find("The bread has some sweetness in it. Sweetness refers to honey.")
    assert not found.mentions


def test_a_sentence_is_no_title(find: Find) -> None:
    found = find("Bemoaning the phony system, Roe accused Holt of being a Whig.")
    assert not any("accused" in mention.text for mention in found.mentions)

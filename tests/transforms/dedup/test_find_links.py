"""Who repeats whom."""

import random
from datetime import date, datetime

import pytest

from schemas.articles import Article
from transforms.dedup.find_links import find_links, source_groups
from transforms.dedup.shingles import jaccard, shingle_sets, similar_pairs, words_of_texts

AGENCY = """
Norland's deputy trade envoy Mira Holt and Sudonian officials met in Geneva on Tuesday to discuss a dispute over fishing quotas.
The talks lasted four hours and were held behind closed doors at the Hotel Astoria, a Norland spokesman said.
Holt told the Baltic Wire that both sides had exchanged lists of 14 trawlers seized since January.
"We will not leave the table before the crews are home," Holt said.
Sudonia's coast guard detained the first trawler, the Havsvind, near Port Salla on January 9 after a chase of two hours.
In February, Norland closed its harbours to Sudonian vessels and recalled ambassador Erik Dahl from Salla City.
The quota for cod in the Skarra Strait was cut by 30 percent last autumn, which Norland's fishermen say ruined them.
A further round is to be held in Vienna in the second week of June, officials from both countries said.
"""
RETOLD = """
A quarrel about quotas for fish brought Mira Holt, the deputy envoy for trade of Norland, together with officials from Sudonia
in Geneva on Tuesday.
Behind the closed doors of the Hotel Astoria the delegations spent four hours, according to a spokesman for Norland.
Lists naming 14 trawlers that were seized since January changed hands, Holt told reporters of the Baltic Wire.
She vowed: "We will not leave the table" until the crews are home.
It was on January 9 near Port Salla that the coast guard of Sudonia chased the Havsvind for two hours and detained it, the first
trawler to be caught.
Ambassador Erik Dahl was recalled from Salla City in February, when harbours in Norland were closed to vessels from Sudonia.
Fishermen in Norland say they were ruined by last autumn's 30 percent cut of the Skarra Strait cod quota.
Vienna is to host a further round in the second week of June, said officials of the two countries.
"""
OTHER_REPORT = """
Fishing crews in Port Salla said on Tuesday they had little hope that the talks in Geneva would end the quarrel with Norland.
Harbour master Jonas Vik said that only six boats had put to sea this week, against forty in a usual spring.
Prices at the morning auction rose to 9 crowns a kilo, and two canneries sent their workers home.
Mira Holt of Norland and Sudonian officials met in Geneva to discuss quotas; neither side gave details.
The mayor, Kerstin Aho, asked the government in Salla City for loans to the owners of idle boats.
Schools have begun to hand out free breakfasts, paid for by a collection at the church of Saint Olaf.
"""


def article(name, body, *, source=None, url=None, published=None, headline=None, byline=None):
    day = date.fromisoformat(published) if published else None
    return Article(
        article_id=name,
        file_name=name,
        source=source,
        url=url,
        headline=headline,
        byline=byline,
        section=None,
        language="en",
        published_edtf=published,
        published_earliest=day,
        published_latest=day,
        text=body,
        body=body,
        word_count=len(body.split()),
        first_seen_at=datetime(2025, 1, 1),
    )


def links_of(*articles):
    return [(link.article_id, link.related_article_id, link.kind) for link in find_links(articles, ())]


def test_the_same_words_are_an_exact_copy_whatever_the_layout():
    assert links_of(article("a", AGENCY), article("b", AGENCY.upper().replace("\n", "  "))) == [
        ("b", "a", "exact_copy")
    ]


def test_a_trimmed_copy_is_a_near_copy():
    trimmed = AGENCY.rsplit("\n", 2)[0]
    assert links_of(article("a", AGENCY), article("b", trimmed)) == [("b", "a", "near_copy")]


def test_a_rewrite_shares_no_phrases_but_the_facts_in_order():
    first, second = shingle_sets(words_of_texts([AGENCY, RETOLD]))
    assert jaccard(first, second) < 0.2
    assert links_of(article("a", AGENCY), article("b", RETOLD)) == [("b", "a", "rewrite")]


def test_another_report_on_the_same_event_is_no_rewrite():
    assert links_of(article("a", AGENCY), article("b", OTHER_REPORT)) == []


def test_a_rewrite_appears_within_days():
    far = [article("a", AGENCY, published="2025-03-05"), article("b", RETOLD, published="2025-04-05")]
    assert links_of(*far) == []


def test_stubs_are_copies_only_under_one_headline():
    stub = "See photos here."
    assert links_of(article("a", stub, headline="Flood"), article("b", stub, headline="Fire")) == []
    assert links_of(article("a", stub, headline="Flood"), article("b", stub, headline="Flood")) == [
        ("b", "a", "exact_copy")
    ]


def test_empty_bodies_are_no_copies():
    assert links_of(article("a", ""), article("b", "")) == []


def test_the_later_published_one_repeats_even_if_it_arrived_first():
    late, early = article("late", AGENCY, published="2025-03-06"), article("early", AGENCY, published="2025-03-05")
    assert links_of(late, early) == [("late", "early", "exact_copy")]


def test_a_credit_outweighs_the_order_of_arrival():
    relay = article("relay", AGENCY, source="Harbour Post", byline="Baltic Wire")
    agency = article("agency", AGENCY, source="Baltic Wire")
    assert links_of(relay, agency) == [("relay", "agency", "exact_copy")]


def test_groups_join_over_chains_of_links():
    articles = [article("a", AGENCY), article("b", AGENCY), article("c", RETOLD), article("d", OTHER_REPORT)]
    assert source_groups(find_links(articles, ())) == {"a": "a", "b": "a", "c": "a"}


def test_a_near_copy_of_one_copy_is_linked_to_all():
    trimmed = AGENCY.rsplit("\n", 2)[0]
    found = links_of(article("a", AGENCY), article("b", AGENCY), article("c", trimmed))
    assert found == [("b", "a", "exact_copy"), ("c", "a", "near_copy"), ("c", "b", "near_copy")]


def test_what_gives_one_address_is_a_version_whatever_it_says():
    first = article("a", AGENCY, url="https://www.harbourpost.example/quotas/?utm_source=feed")
    later = article("b", OTHER_REPORT, url="http://harbourpost.example/quotas#latest")
    links = find_links([first, later], ())
    assert [(link.article_id, link.related_article_id, link.kind) for link in links] == [("b", "a", "version")]
    assert 0 <= links[0].score < 0.5
    assert source_groups(links) == {"a": "a", "b": "a"}


def test_the_version_published_later_repeats_even_if_it_arrived_first():
    url = "https://harbourpost.example/quotas"
    revised = article("revised", OTHER_REPORT, url=url, published="2025-03-06")
    original = article("original", AGENCY, url=url, published="2025-03-05")
    assert links_of(revised, original) == [("revised", "original", "version")]


def test_a_version_that_is_a_copy_is_linked_as_one():
    url = "https://harbourpost.example/quotas"
    trimmed = AGENCY.rsplit("\n", 2)[0]
    assert links_of(article("a", AGENCY, url=url), article("b", trimmed, url=url)) == [("b", "a", "near_copy")]


@pytest.mark.parametrize(
    "urls",
    [
        ("https://harbourpost.example/", "https://harbourpost.example/"),
        ("https://harbourpost.example/story?id=1", "https://harbourpost.example/story?id=2"),
        ("https://harbourpost.example/quotas", "https://baltic.example/quotas"),
        ("http://[harbour/quotas", "http://[harbour/quotas"),
    ],
)
def test_addresses_of_sites_and_of_other_articles_make_no_versions(urls):
    assert links_of(article("a", AGENCY, url=urls[0]), article("b", OTHER_REPORT, url=urls[1])) == []


def test_an_address_of_many_articles_is_that_of_a_section():
    articles = [
        article(str(number), f"{OTHER_REPORT} {number}" * number, url="https://harbourpost.example/sea")
        for number in range(1, 12)
    ]
    kinds = {kind for _, _, kind in links_of(*articles)}
    assert "version" not in kinds


@pytest.mark.parametrize("seed", range(5))
def test_no_pair_over_the_threshold_is_missed(seed):
    draw = random.Random(seed)
    base = [str(draw.randrange(400)) for _ in range(300)]
    texts = []
    for _ in range(40):
        start = draw.randrange(250)
        text = base[start : start + draw.randrange(5, 60)]
        texts.append(" ".join(word if draw.random() > 0.03 else "x" for word in text))
    sets = shingle_sets(words_of_texts(texts))
    every = {(i, j) for i in range(len(sets)) for j in range(i + 1, len(sets)) if jaccard(sets[i], sets[j]) >= 0.5}
    assert {(i, j) for i, j, _ in similar_pairs(sets, 0.5)} == every
    assert every

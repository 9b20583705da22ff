"""The stages one after the other over examples/inbox, against what examples/expected.yaml says happened."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from schemas.articles import Article
from schemas.entities import Entity, LocalEntity
from schemas.events import ArticleLink, Event
from schemas.render.frames import from_frame, to_frame
from schemas.table import table_of
from transforms.clean.clean_document import clean_document
from transforms.clean.furniture import Furniture, learn
from transforms.dedup.find_links import find_links
from transforms.entities.link_entities import link_entities
from transforms.extract import Extraction, extract_article
from transforms.parsing.parse import parse_texts
from transforms.read.document import Document
from transforms.read.read_file import read_file
from transforms.stories.choose_claims import WITHDRAWN
from transforms.stories.resolve_stories import Resolution, resolve_stories

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
SEEN_AT = datetime(2026, 12, 1)
SYMMETRIC = {"CONSULT", "AGREE", "COOPERATE"}
LEAST_RIGHT = 34


@dataclass
class Told:
    """What the stages make of the inbox; `name_of` gives an article the name that expected.yaml calls it by."""

    expected: dict[str, Any]
    name_of: dict[str, str]
    links: tuple[ArticleLink, ...]
    resolution: Resolution
    resolve: Callable[[Sequence[Article]], Resolution]
    articles: list[Article]

    def tellers(self, event: Event) -> set[str]:
        return {
            self.name_of[row.article_id] for row in self.resolution.event_mentions if row.event_id == event.event_id
        }

    def mixes(self, event: Event, one: dict[str, Any], other: dict[str, Any]) -> bool:
        """Whether mentions of the event are dated or placed as one story is, and others as the other."""
        if event.event_type != one["type"] or one["type"] != other["type"]:
            return False
        rows = [row for row in self.resolution.event_mentions if row.event_id == event.event_id]
        given = {"date": {row.date_edtf for row in rows}, "place": {row.place for row in rows}}
        return any(
            one[field] and other[field] and one[field] != other[field] and {one[field], other[field]} <= values
            for field, values in given.items()
        )

    def events_of(self, story: dict[str, Any]) -> list[Event]:
        """The events of the story's type and actors that its articles and no others tell."""
        needed = set(story["articles"])
        allowed = needed | set(story.get("may_also", ()))
        return [
            event
            for event in self.resolution.events
            if event.event_type == story["type"]
            and needed <= self.tellers(event) <= allowed
            and set(story["actors"]) <= parties_of(event, both_sides=event.event_type in SYMMETRIC)
        ]


def parties_of(event: Event, *, both_sides: bool) -> set[str]:
    acting = {*event.actors, *event.actor_countries}
    return acting | {*event.recipients, *event.recipient_countries} if both_sides else acting


def read_inbox() -> list[tuple[Article, Any, str]]:
    """The cleaned articles in order of file names, with their paragraphs and the names of expected.yaml."""
    furniture, cleaned = Furniture(), []
    for file in sorted((EXAMPLES / "inbox").iterdir()):
        if file.name.endswith(".meta.json"):
            continue
        sidecar = file.with_name(f"{file.name}.meta.json")
        lines = read_file(file.name, file.read_bytes(), sidecar.read_bytes() if sidecar.exists() else None)
        for number, item in enumerate(lines, start=1):
            if not isinstance(item, Document):
                continue
            one = clean_document(item, furniture, SEEN_AT)
            furniture = learn(furniture, item)
            name = f"{file.name}#{number}" if ".jsonl" in file.name else file.name
            cleaned.append((one.article, one.paragraphs, name))
    return cleaned


@pytest.fixture(scope="session")
def told(nlp) -> Told:
    cleaned = read_inbox()
    texts = [article.text[span.char_start : span.char_end] for article, spans, _ in cleaned for span in spans]
    docs = iter(parse_texts(nlp, texts))
    found: list[Extraction] = [
        extract_article(article, spans, [next(docs) for _ in spans]) for article, spans, _ in cleaned
    ]
    articles = [article for article, _, _ in cleaned]
    linked = link_entities(to_frame(table_of(LocalEntity), [entity for one in found for entity in one.entities]))
    events = [event for one in found for event in one.events]
    links = find_links(articles, [quote for one in found for quote in one.quotes])
    entities = {entity.entity_id: entity for entity in from_frame(Entity, linked.entities)}
    entity_of = dict(linked.links.iter_rows())
    sentences = {sentence.sentence_id: sentence.text for one in found for sentence in one.sentences}

    def resolve(order: Sequence[Article]) -> Resolution:
        return resolve_stories(order, entities, entity_of, events, links, sentences)

    return Told(
        expected=yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8")),
        name_of={article.article_id: name for article, _, name in cleaned},
        links=links,
        resolution=resolve(articles),
        resolve=resolve,
        articles=articles,
    )


def is_right(story: dict[str, Any], event: Event) -> bool:
    """Whether the event's mode, recipients and status are the story's, and its date and place are, where it has one."""
    sufferers = {*event.recipients, *event.recipient_countries}
    return (
        event.status == story["status"]
        and (event.date_edtf or story["date"]) == story["date"]
        and (event.place or story["place"]) == story["place"]
        and story.get("mode") in (None, event.mode)
        and set(story.get("recipients", ())) <= sufferers
    )


def test_stories_have_their_articles_parties_status_date_and_place(told):
    stories = told.expected["stories"]
    right = [story["id"] for story in stories if any(is_right(story, event) for event in told.events_of(story))]
    print(
        f"{len(right)} of {len(stories)} right; not: {[story['id'] for story in stories if story['id'] not in right]}"
    )
    assert len(right) >= LEAST_RIGHT, right


def test_what_several_articles_tell_of_one_day_is_one_row(told):
    """No second event of a story's type and day that two of its articles tell: not the attack, and beside it the dead."""
    for story in told.expected["stories"]:
        like = [
            event
            for event in told.resolution.events
            if (event.event_type, event.date_edtf, event.status) == (story["type"], story["date"], story["status"])
            and len(told.tellers(event).intersection(story["articles"])) > 1
        ]
        assert len(like) <= 1, (story["id"], like)


def test_copies_and_rewrites_count_once(told):
    """Of the stories that say how many independent sources they have, where all who tell of them are found."""
    counted = [
        (story["id"], story["independent"], {event.independent_source_count for event in events})
        for story in told.expected["stories"]
        if "independent" in story and (events := told.events_of(story))
    ]
    assert len(counted) > 1
    may_add = {story["id"]: len(story.get("may_also", ())) for story in told.expected["stories"]}
    assert [one for one in counted if not any(one[1] <= found <= one[1] + may_add[one[0]] for found in one[2])] == []


def test_stories_that_look_alike_are_kept_apart(told):
    by_id = {story["id"]: story for story in told.expected["stories"]}
    for group in told.expected["must_not_join"]["stories"]:
        for one, other in combinations((by_id[name] for name in group), 2):
            mixed = [event for event in told.resolution.events if told.mixes(event, one, other)]
            assert not mixed, (one["id"], other["id"], mixed)


def test_no_event_holds_two_days(told):
    """The rounds of one series differ by nothing but their dates; only a correction replaces a day."""
    corrected = {one.mention_id for one in told.resolution.event_claims if one.rule == WITHDRAWN}
    days: dict[str, set[str]] = {}
    for row in told.resolution.event_mentions:
        date_edtf = row.date_edtf or ""
        is_day = len(date_edtf) == len("2026-10-22") and not date_edtf.startswith("X")
        if is_day and row.mention_id not in corrected:
            days.setdefault(row.event_id, set()).add(date_edtf)
    assert {event_id: found for event_id, found in days.items() if len(found) > 1} == {}


@pytest.mark.parametrize("seed", ["reversed", *range(4)])
def test_clusters_and_values_are_the_same_in_every_order_of_arrival(told, seed):
    """All that is published of every event, its mentions and its claims: all but the event's id."""
    order = told.articles[::-1] if seed == "reversed" else Random(seed).sample(told.articles, len(told.articles))

    def tellings(resolution: Resolution) -> set[tuple[object, ...]]:
        mentions: defaultdict[str, set[object]] = defaultdict(set)
        claims: defaultdict[str, set[object]] = defaultdict(set)
        for row in resolution.event_mentions:
            mentions[row.event_id].add(replace(row, event_id=""))
        for claim in resolution.event_claims:
            claims[claim.event_id].add(replace(claim, event_id=""))
        return {
            (frozenset(mentions[event.event_id]), frozenset(claims[event.event_id]), replace(event, event_id=""))
            for event in resolution.events
        }

    assert tellings(told.resolve(order)) == tellings(told.resolution)


def test_copies_are_linked(told):
    """The third link, a text translated there and back, shares no words to find it by."""
    linked = {
        frozenset((told.name_of[one.article_id], told.name_of[one.related_article_id])): one for one in told.links
    }
    copies = [link for link in told.expected["links"] if link["kind"] != "rewrite"]
    assert copies
    for link in copies:
        assert linked[frozenset(link["articles"])].kind == link["kind"]


def test_only_articles_of_one_story_are_linked(told):
    stories = [{*story["articles"], *story.get("may_also", ())} for story in told.expected["stories"]]
    for link in told.links:
        pair = {told.name_of[link.article_id], told.name_of[link.related_article_id]}
        assert any(pair <= story for story in stories), pair

"""An event mention as resolution sees it: its parties, place and article looked up, its words ready to compare."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from schemas.articles import Article
from schemas.entities import Entity
from schemas.event_mentions import ExtractedEvent
from transforms.entities.gazetteer import organs_of_state
from transforms.stories.mention_kind import akin_keys, kind_of, steps_told, word_class
from transforms.stories.own_places import borrowed_places
from transforms.stories.places_match import is_country, is_region
from transforms.stories.sentence_facts import Facts, sentence_facts
from transforms.stories.settings import settings
from transforms.stories.weekdays import weekday_named

_OFFICIAL_SECTORS = frozenset(("GOV", "JUD", "LEG", "MIL", "COP", "SPY"))
_MARKS = ".,;:!?\"'“”‘’()"
_OBJECT = re.compile(r"\s+(?:[A-Z]|(?:an?|the|his|her|its|their)\b)")
_STATE_KINDS = ("PLACE", "GROUP")
_DECLARATIONS = ("AGREE", "THREATEN", "REJECT")
_POINTING = ("the", "this", "these", "those")
_INTENDED = ("planned", "hypothetical", "negated")


@dataclass(eq=False)  # not frozen, which makes them four times as dear: they are made by the ten thousand
class Mention:
    """One extracted event with what it refers to. Nothing in it is ever set anew.

    `kind` is its PLOVER type or the class of happening. `arrival` orders mentions by arrival of their article, then by
    position. `place_is_own` is false where the place stands nearer to a word that names something else in the same
    sentence: then it may be that thing's place alone. `alike` counts the sentences of its article that tell of its
    type: the more, the less the article's subject tells which one. `setting` is the country that most events of its
    article have to do with. `cast` are the people, none of them officials, whom the events of its article name, `around`
    the towns and people that its article names anywhere, `has_towns` whether a town is among them. `tells_steps` where its
    article tells several of the `steps` of its kind.
    `is_official` where a person or body of a government, parliament, court or army says so;
    `is_withdrawn` where its own publisher has told it otherwise since: then its date and place count only where they
    stand; `correction` is the article that takes it back, or puts this in the place of what it takes back.
    `is_declaration` where it tells that an act is agreed, threatened or refused in the very words that tell the act
    ("will meet" is an agreement to meet, too).
    """

    event: ExtractedEvent
    kind: str
    arrival: tuple[int, int, str]
    article: Article
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    place: Entity | None
    place_is_own: bool
    sentence: str
    weekday: int | None
    topic: frozenset[str]
    alike: int
    setting: str | None
    cast: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    has_towns: bool = False
    tells_steps: bool = False
    is_official: bool = False
    is_withdrawn: bool = False
    date_stands: bool = True
    place_stands: bool = True
    correction: str | None = None
    is_declaration: bool = False

    @property
    def mention_id(self) -> str:
        """The mention's id."""
        return self.event.mention_id

    @cached_property
    def akin(self) -> frozenset[str]:
        """Of which another shares some where both can be of one kind, see `akin_keys`."""
        return akin_keys(self.event, self.word)

    @cached_property
    def word(self) -> str:
        """The word that stands for all that are used of the same, see `word_class`."""
        return word_class(self.event)

    @cached_property
    def facts(self) -> Facts:
        """What its sentence names and counts."""
        return sentence_facts(self.sentence)

    @cached_property
    def parties(self) -> tuple[Entity, ...]:
        """Actors, then recipients, each once."""
        return tuple(dict.fromkeys((*self.actors, *self.recipients)))

    @cached_property
    def partakers(self) -> tuple[Entity, ...]:
        """The parties that tell it from others of its kind: of a visit not the place that is visited."""
        return tuple(one for one in self.parties if one is not self.place) if self.is_visit else self.parties

    @property
    def is_visit(self) -> bool:
        """Whether somebody goes to see others where they are."""
        return self.event.mode == "visit"

    @cached_property
    def is_series(self) -> bool:
        """Whether it is of a type or class of which the like comes again: meetings, contests."""
        return self.kind in settings().symmetric or self.kind in settings().recurring

    @cached_property
    def counts_many(self) -> bool:
        """Whether its word tells of several at once: "meetings", "rounds", but not "talks"."""
        word, lemma = self.event.text.lower(), self.event.trigger
        return word == f"{lemma}s" and lemma not in settings().plural_as_one and not self._takes_an_object

    @property
    def _takes_an_object(self) -> bool:
        """Whether its word is a verb before an object: "the minister visits Geneva", "Norland meets the rebels"."""
        return bool(_OBJECT.match(self.sentence.partition(self.event.text)[2]))

    @cached_property
    def takes_up(self) -> bool:
        """Whether it names what was told before without telling it again: "the accusation", "this demand".

        In "a quake that killed four" the word stands for the quake and points at nothing.
        """
        word = self.event.text.lower()
        before, found, _ = self.sentence.lower().partition(f" {word}")
        pointing = before.rpartition(" ")[2] if found else ""
        return pointing in _POINTING or (pointing == "that" and word == self.event.trigger)

    @cached_property
    def is_denial(self) -> bool:
        """Whether its sentence denies that it happened."""
        words = (word.strip(_MARKS) for word in self.sentence.lower().split())
        return self.event.status == "negated" and not settings().denials.isdisjoint(words)

    @property
    def is_dated(self) -> bool:
        """Whether it says when."""
        return self.date_edtf is not None

    @property
    def date_edtf(self) -> str | None:
        """When, unless that was wrong."""
        return self.event.date_edtf if self.date_stands else None

    @property
    def published(self) -> date | None:
        """The first day on which its article can have been published."""
        return self.article.published_earliest


def is_state(entity: Entity) -> bool:
    """Whether the entity stands for a whole state: Russia, Moscow, the Russians, Russian troops."""
    return entity.kind in _STATE_KINDS and entity.country is not None and not is_description(entity)


def is_description(entity: Entity) -> bool:
    """Whether people are only described: a gunman, former employees, a Leeds woman, who may have a name elsewhere."""
    if entity.kind == "GROUP" and entity.sector not in _OFFICIAL_SECTORS and entity.name.rpartition(" ")[2].islower():
        return True
    return entity.country is None and entity.name.islower() and entity.name not in organs_of_state()


def look_up(
    articles: Sequence[Article],
    entities: Mapping[str, Entity],
    entity_of: Mapping[str, str],
    events: Sequence[ExtractedEvent],
    sentences: Mapping[str, str],
    named_in: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> list[Mention]:
    """The mentions of all events, in order of their ids, so that nothing after this depends on the order of arrival.

    `named_in` are the ids of the entities that each article names.
    """
    position = {article.article_id: index for index, article in enumerate(articles)}

    def known(local_ids: Sequence[str]) -> tuple[Entity, ...]:
        if not local_ids:
            return ()
        found = dict.fromkeys([entity_of.get(local_id, "") for local_id in local_ids])
        return tuple([entities[entity_id] for entity_id in found if entity_id in entities])

    actors = {event.mention_id: known(event.actor_ids) for event in events}
    recipients = {event.mention_id: known(event.recipient_ids) for event in events}
    places = {event.mention_id: place for event in events if event.place_id for place in known([event.place_id])}
    places |= {
        event.mention_id: place
        for event in events
        if event.mention_id not in places and (place := _destination(event, recipients[event.mention_id]))
    }
    borrowed = borrowed_places(events, places, {article.article_id: article.text for article in articles})

    officials = {entity.name for entity in entities.values() if entity.sector in _OFFICIAL_SECTORS}
    counted = Counter(
        (article_id, kind)
        for article_id, kind, _ in {(event.article_id, kind_of(event), event.sentence_id) for event in events}
    )

    intended = {_span(event) for event in events if event.status in _INTENDED and event.event_type not in _DECLARATIONS}
    settings_of = _settings(
        (event.article_id, (*actors[one], *recipients[one], *((places[one],) if one in places else ())))
        for event in events
        for one in (event.mention_id,)
    )

    casts: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        casts[event.article_id].update(
            one.entity_id for one in (*actors[event.mention_id], *recipients[event.mention_id]) if _is_private(one)
        )

    with_steps = _telling_steps(events)
    pinning = {entity_id for entity_id, entity in entities.items() if _is_person_or_town(entity)}
    towns = frozenset(entity_id for entity_id in pinning if entities[entity_id].kind == "PLACE")
    around = {article_id: frozenset(pinning.intersection(named)) for article_id, named in named_in.items()}

    def mention(event: ExtractedEvent) -> Mention:
        index, kind = position[event.article_id], kind_of(event)
        sentence = " ".join(sentences.get(event.sentence_id, event.text).split())
        return Mention(
            event=event,
            kind=kind,
            arrival=(index, event.char_start, event.mention_id),
            article=articles[index],
            actors=actors[event.mention_id],
            recipients=recipients[event.mention_id],
            place=places.get(event.mention_id),
            place_is_own=event.mention_id not in borrowed,
            sentence=sentence,
            weekday=weekday_named(event.date_text),
            topic=frozenset(event.topic) - {event.trigger},
            alike=counted[event.article_id, kind],
            setting=settings_of.get(event.article_id),
            cast=frozenset(casts.get(event.article_id, ())),
            around=around.get(event.article_id, frozenset()),
            has_towns=not towns.isdisjoint(around.get(event.article_id, ())),
            tells_steps=(event.article_id, kind) in with_steps,
            is_official=event.attributed_to in officials,
            is_declaration=event.event_type in _DECLARATIONS and _span(event) in intended,
        )

    return [mention(event) for event in sorted(events, key=lambda event: event.mention_id)]


def _destination(event: ExtractedEvent, recipients: Sequence[Entity]) -> Entity | None:
    """The one town or country to which a visit goes, or that a disaster strikes; who receives a guest is not visited."""
    if event.mode not in ("visit", "disaster") or event.trigger in settings().hosting:
        return None
    visited = [one for one in recipients if one.kind == "PLACE" and one.country]
    return visited[0] if len(visited) == 1 else None


def _is_private(entity: Entity) -> bool:
    return entity.kind == "PERSON" and entity.sector not in _OFFICIAL_SECTORS and not is_description(entity)


def _is_person_or_town(entity: Entity) -> bool:
    is_town = entity.kind == "PLACE" and not is_country(entity) and not is_region(entity)
    return (is_town or entity.kind == "PERSON") and not is_description(entity)


def _telling_steps(events: Iterable[ExtractedEvent]) -> frozenset[tuple[str, str]]:
    """The ids of articles with the kinds of which they tell more than one of the `steps`, be it as another of a family."""
    steps: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for event in events:
        for kind, step in steps_told(event):
            steps[event.article_id, kind].add(step)
    return frozenset(key for key, told in steps.items() if len(told) > 1)


def _span(event: ExtractedEvent) -> tuple[str, int, int]:
    return event.article_id, event.char_start, event.char_end


def _settings(told: Iterable[tuple[str, Sequence[Entity]]]) -> dict[str, str]:
    """By article the country that more than half of its events that have to do with any country have to do with."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    events: Counter[str] = Counter()
    for article_id, entities in told:
        countries = {entity.country for entity in entities if entity.country}
        if countries:
            counts[article_id].update(countries)
            events[article_id] += 1
    found = {article_id: counted.most_common(2) for article_id, counted in counts.items()}
    return {
        article_id: first[0]
        for article_id, (first, *others) in found.items()
        if first[1] * 2 > events[article_id] and not (others and others[0][1] == first[1])
    }

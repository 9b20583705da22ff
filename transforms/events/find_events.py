"""The events stage: every statement of an article that something happened, will happen or did not happen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas.event_mentions import ExtractedEvent
from schemas.quotes import Quote
from transforms.entities.article_entities import ArticleEntities
from transforms.events.asides import is_news
from transforms.events.attribution import find_attribution
from transforms.events.circumstances import find_place, find_round, find_topic
from transforms.events.confidence import confidence, confidence_features
from transforms.events.durations import dated_from_first, dated_to_last, day_reached
from transforms.events.event_dates import EventDate, SentenceDates
from transforms.events.event_sense import is_event
from transforms.events.grammar import verb_frame
from transforms.events.happenings import Lead, tells_happening
from transforms.events.idle_talk import is_adrift
from transforms.events.intentions import Declared, declared_type
from transforms.events.joint_parties import JointParties
from transforms.events.lexicon import lexicon
from transforms.events.parties import Parties, PartyFinder
from transforms.events.status import find_status
from transforms.events.still_ahead import reconcile
from transforms.events.told_before import ToldBefore
from transforms.events.triggers import Trigger, eventful_words, find_triggers, next_reading
from transforms.events.yardsticks import is_yardstick
from transforms.ids import content_id
from transforms.parsing.parse import Paragraph, ParsedArticle
from transforms.parsing.tokens import Span, Token
from transforms.quotes.reports import is_report

_TAKING_UP = ("likened", "meeting", "more_aid")  # what a pattern needs the article to have told before


def find_events(
    article: ParsedArticle, entities: ArticleEntities, quotes: Sequence[Quote]
) -> tuple[ExtractedEvent, ...]:
    """The event mentions of an article, in order of their words; each pair of words and type once."""
    found: dict[str, ExtractedEvent] = {}
    for mention, _ in find_featured_events(article, entities, quotes):
        found.setdefault(mention.mention_id, mention)
    return tuple(sorted(found.values(), key=lambda mention: (mention.char_start, mention.char_end, mention.mention_id)))


def find_featured_events(
    article: ParsedArticle, entities: ArticleEntities, quotes: Sequence[Quote]
) -> Iterator[tuple[ExtractedEvent, tuple[str, ...]]]:
    """The mentions as they are found, each with the features that its confidence rests on."""
    joint = JointParties(entities)
    lead, before = Lead(), ToldBefore()
    dates: list[SentenceDates] = []
    tells_news = is_report(article, quotes)
    for paragraph in article.paragraphs:
        yield from _ParagraphEvents(
            article, paragraph, entities, quotes, joint, lead, before, dates, is_report=tells_news
        ).all()


class _ParagraphEvents:
    """The mentions of one paragraph, with what is shared between its sentences."""

    def __init__(
        self,
        article: ParsedArticle,
        paragraph: Paragraph,
        entities: ArticleEntities,
        quotes: Sequence[Quote],
        joint: JointParties,
        lead: Lead,
        before: ToldBefore,
        dates: list[SentenceDates],
        *,
        is_report: bool,
    ) -> None:
        self._article = article
        self._paragraph = paragraph
        self._entities = entities
        start, end = paragraph.char_start, paragraph.char_start + len(paragraph.doc.text)
        self._quotes = [quote for quote in quotes if quote.char_start < end and start < quote.char_end]
        self._joint = joint
        self._lead = lead
        self._before = before
        self._dates = dates
        self._is_report = is_report
        self._finder = PartyFinder(paragraph, entities, joint)

    def all(self) -> Iterator[tuple[ExtractedEvent, tuple[str, ...]]]:
        """The mentions of all sentences, in order, with their features."""
        for sentence in self._paragraph.doc.sents:
            if self._paragraph.kind != "caption":  # what a picture shows is often another meeting
                self._joint.read(sentence, self._paragraph)
            yield from self._sentence_events(sentence)

    def _sentence_events(self, sentence: Span) -> Iterator[tuple[ExtractedEvent, tuple[str, ...]]]:
        words = eventful_words(sentence)
        triggers = find_triggers(words, lexicon().plover)
        dates = SentenceDates(sentence, self._article.published_edtf, triggers, self._dates)
        if self._paragraph.kind == "body":
            self._dates.append(dates)
        taken: set[int] = set()
        for trigger, parties, status in self._events(triggers):
            if trigger.pattern.event_type == "PROTEST" and _is_outcome(trigger, taken):
                continue  # "went on strike, bringing the port to a halt"
            mention = self._before.complete(self._mention(trigger, parties, status, dates), trigger)
            if is_adrift(mention) or not self._is_news(mention, trigger):
                continue
            if self._paragraph.kind != "caption":
                self._before.note(mention)
            if self._paragraph.kind != "caption" and (trigger.pattern.symmetric or trigger.anchor.dep_ == "ROOT"):
                told = (*parties.actors, *parties.recipients)
                self._joint.note(told, mention.char_start, meeting=mention.event_type == "CONSULT")
            taken.update((trigger.token.i, *(token.i for token in trigger.consumed)))
            yield _judged(mention, trigger, parties)
            if trigger.pattern.also:
                yield _judged(_as_another(mention, trigger.pattern.also), trigger, parties)
            declared = declared_type(trigger, status, parties, self._finder)
            if declared and declared.is_made:
                act = self._as_refused(mention, trigger, declared.event_type)
                yield _judged(_declaration(act, declared), trigger, parties)
            elif declared:
                yield _judged(_as_another(mention, declared.event_type), trigger, parties, is_declared=True)
        yield from self._happenings(sentence, words, dates, taken)

    def _events(self, triggers: Sequence[Trigger]) -> Iterator[tuple[Trigger, Parties, str]]:
        """The triggers that tell of an event, each by the first of its patterns that does, with parties and status."""
        for first, of_first in self._told(triggers):
            if is_yardstick(first.token) or ("untold" in first.pattern.needs and _is_no_offer(first, triggers)):
                continue
            trigger: Trigger | None = first
            parties = of_first
            while trigger:
                status = "cancelled" if "attempt" in trigger.pattern.needs else find_status(trigger)
                if is_event(trigger, parties, status, self._paragraph, self._finder):
                    yield trigger, parties, status
                    break
                trigger = next_reading(trigger)
                if trigger and not trigger.pattern.needs.isdisjoint(_TAKING_UP):
                    break
                parties = self._finder(trigger) if trigger else parties

    def _told(self, triggers: Sequence[Trigger]) -> Iterator[tuple[Trigger, Parties]]:
        """The triggers and their parties, less those that take up what the article has not told before."""
        for trigger in triggers:
            if "likened" in trigger.pattern.needs:
                like = self._before.taken_up(trigger)
                if like:
                    likened = _likened(trigger, like)
                    parties = self._finder(likened)
                    yield likened, parties if parties.actors else Parties(like.actor_ids, like.recipient_ids)
            elif self._admits(trigger):
                yield trigger, self._finder(trigger)

    def _admits(self, trigger: Trigger) -> bool:
        """Whether the article has told of the meeting, or of the aid, that the trigger takes up, if it takes up one."""
        if "meeting" in trigger.pattern.needs:
            return bool(self._joint.meeting())
        return "more_aid" not in trigger.pattern.needs or self._before.is_more_aid(trigger)

    def _happenings(
        self, sentence: Span, words: Sequence[Token], dates: SentenceDates, taken: set[int]
    ) -> Iterator[tuple[ExtractedEvent, tuple[str, ...]]]:
        """What else happened, by the words that no PLOVER event has taken."""
        is_lead = self._lead.reaches(self._paragraph, sentence)
        for trigger in find_triggers(words, lexicon().happenings, taken):
            if is_yardstick(trigger.token) or not tells_happening(trigger, self._paragraph):
                continue
            if _is_outcome(trigger, taken):
                continue
            parties = self._finder(trigger)
            mention = self._mention(trigger, parties, find_status(trigger), dates)
            if self._lead.admits(mention, is_lead=is_lead) and self._is_news(mention, trigger):
                yield _judged(mention, trigger, parties)

    def _is_news(self, mention: ExtractedEvent, trigger: Trigger) -> bool:
        return self._is_report or is_news(mention, trigger, self._paragraph, self._finder)

    def _as_refused(self, act: ExtractedEvent, trigger: Trigger, event_type: str) -> ExtractedEvent:
        """A mutual act with those who will not do it as actors and the others as recipients."""
        if event_type != "REJECT" or not trigger.pattern.symmetric:
            return act
        refusing = tuple(self._finder.subjects(trigger))
        others = tuple(name for name in act.actor_ids if name not in refusing)
        return replace(act, actor_ids=refusing, recipient_ids=others) if refusing and others else act

    def _mention(self, trigger: Trigger, parties: Parties, status: str, dates: SentenceDates) -> ExtractedEvent:
        article, paragraph = self._article, self._paragraph
        reached = day_reached(trigger)
        is_reported = "speaker" in trigger.pattern.actor  # then day and place are those of what is told
        when = EventDate() if is_reported else dated_from_first(dates.of(trigger, status), reached)
        when = dated_to_last(when, trigger)
        if reached and status == "occurred":
            status = "ongoing"
        status, when = reconcile(trigger, status, when, article.published_latest)
        start, end = paragraph.span(_telling_word(trigger))
        taken = (*parties.actors, *parties.recipients)
        kind = trigger.pattern.event_type or trigger.pattern.mode
        return ExtractedEvent(
            mention_id=content_id("em", article.article_id, start, end, kind),
            article_id=article.article_id,
            sentence_id=article.sentence_of(paragraph, trigger.token).sentence_id,
            char_start=start,
            char_end=end,
            text=article.text[start:end],
            trigger=trigger.token.lemma_.lower(),
            event_type=trigger.pattern.event_type,
            mode=trigger.pattern.mode,
            status=status,
            actor_ids=parties.actors,
            recipient_ids=parties.recipients,
            place_id=None if is_reported else find_place(trigger, paragraph, self._entities, taken),
            date_text=when.text,
            date_edtf=when.edtf,
            date_earliest=when.earliest,
            date_latest=when.latest,
            date_basis=when.basis,
            attributed_to=find_attribution(trigger, paragraph, self._quotes),
            topic=find_topic(trigger, paragraph, self._entities, dates.tokens()),
            round=find_round(trigger),
            confidence=0.0,
        )


def _telling_word(trigger: Trigger) -> Token:
    """The word that tells the event: in "is ready to help" the adjective, in "failed to agree" what is not done."""
    needs = trigger.pattern.needs
    if "undone" in needs:
        return trigger.frame.complements[0]
    return trigger.frame.prepositions["acomp"][0] if "untold" in needs else trigger.token


def _is_no_offer(trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether what somebody is ready to do is an act of its own, or is only pointed to: "a sign that they are ready"."""
    if trigger.anchor.dep_ == "acl":
        return True
    acts = {verb.i for verb in trigger.frame.complements}
    return any(not acts.isdisjoint((other.token.i, other.anchor.i)) for other in triggers)


def _is_outcome(trigger: Trigger, acts: set[int]) -> bool:
    """Whether it only tells what an act brought about: "Drones struck the quay, setting fire to a warehouse"."""
    verb = trigger.anchor
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i in acts


def _judged(
    mention: ExtractedEvent, trigger: Trigger, parties: Parties, *, is_declared: bool = False
) -> tuple[ExtractedEvent, tuple[str, ...]]:
    """A mention with its confidence, and the features that this rests on; readers type a declared plan as what is done."""
    features = confidence_features(trigger, parties, "occurred" if is_declared else mention.status, mention.event_type)
    return replace(mention, confidence=confidence(features)), features


def _likened(trigger: Trigger, like: ExtractedEvent) -> Trigger:
    """A trigger that names its event as one like another; an attempt has its day from the verb that says it failed."""
    pattern = replace(trigger.pattern, event_type=like.event_type, mode=like.mode)
    frame = verb_frame(trigger.token.head) if "attempt" in pattern.needs else trigger.frame
    return replace(trigger, pattern=pattern, frame=frame)


def _as_another(act: ExtractedEvent, event_type: str) -> ExtractedEvent:
    """The same act under the second type that the ontology has for it; those who act together act upon each other.

    But those who agree do so with each other, and are all actors.
    """
    is_mutual = event_type != "AGREE" and not act.recipient_ids and len(act.actor_ids) > 1
    return replace(
        act,
        mention_id=content_id("em", act.article_id, act.char_start, act.char_end, event_type),
        event_type=event_type,
        mode=None,
        recipient_ids=act.actor_ids if is_mutual else act.recipient_ids,
    )


def _declaration(act: ExtractedEvent, declared: Declared) -> ExtractedEvent:
    """The declaration of an act: it has happened, at a time and a place that the sentence does not tell."""
    return replace(
        act,
        mention_id=content_id("em", act.article_id, act.char_start, act.char_end, declared.event_type),
        event_type=declared.event_type,
        mode=declared.mode,
        status="occurred",
        place_id=None,
        date_text=None,
        date_edtf=None,
        date_earliest=None,
        date_latest=None,
        date_basis="none",
        round=None,
    )

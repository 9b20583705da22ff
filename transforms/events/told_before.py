"""What a mention leaves out as its article has told it before: its day, its parties, what was attempted."""

from dataclasses import replace

from schemas.event_mentions import ExtractedEvent
from transforms.events.lexicon import lexicon
from transforms.events.triggers import Trigger


class ToldBefore:
    """What an article has told of so far that later mentions may take up."""

    def __init__(self) -> None:
        self._first: ExtractedEvent | None = None
        self._last: dict[str | None, ExtractedEvent] = {}
        self._dated: dict[str | None, ExtractedEvent] = {}
        self._captors: tuple[str, ...] = ()
        self._aid: ExtractedEvent | None = None

    def note(self, mention: ExtractedEvent) -> None:
        """Take note of a mention in the running text."""
        if mention.status != "occurred":
            return
        if mention.actor_ids:
            self._first = self._first or mention
            self._last[mention.event_type] = mention
        if mention.date_edtf:
            self._dated[mention.event_type or mention.mode] = mention
        if mention.event_type == "COERCE" and mention.mode in ("arrest", "seize"):
            self._captors = mention.actor_ids
        if mention.event_type == "AID" and mention.actor_ids:
            self._aid = mention

    def is_more_aid(self, trigger: Trigger) -> bool:
        """Whether a means of transport is another one after aid was told of: "a second ship"."""
        return self._aid is not None and any(
            child.lower_ in lexicon().further for subject in trigger.frame.subjects for child in subject.children
        )

    def taken_up(self, trigger: Trigger) -> ExtractedEvent | None:
        """The event that the trigger likens its own to: the last of its type, or what the article is about for an attempt.

        "A similar exchange was cancelled"; "an earlier attempt had failed". None where it likens nothing, or the attempt is
        not said to have come to nothing.
        """
        words = lexicon()
        if all(child.lower_ not in words.likening for child in trigger.token.children):
            return None
        if "attempt" not in trigger.pattern.needs:
            return self._last.get(trigger.pattern.event_type)
        head = trigger.token.head
        return self._first if trigger.token.dep_ == "nsubj" and head.lemma_ in words.failing else None

    def complete(self, mention: ExtractedEvent, trigger: Trigger) -> ExtractedEvent:
        """The mention with what it takes up from before.

        "Smaller marches were held in B" were on the day of the march told of before; the release of captives is asked of
        those who took them.
        """
        before = self._dated.get(mention.event_type or mention.mode)
        if before and mention.date_text is None and mention.place_id and _is_alongside(trigger):
            mention = replace(
                mention,
                date_edtf=before.date_edtf,
                date_earliest=before.date_earliest,
                date_latest=before.date_latest,
                date_basis=before.date_basis,
            )
        asks_release = mention.event_type == "REQUEST" and not lexicon().freeing.isdisjoint(mention.topic)
        if asks_release and not mention.recipient_ids and not set(self._captors) & set(mention.actor_ids):
            mention = replace(mention, recipient_ids=self._captors)
        return self._with_donor(mention, trigger) if trigger.pattern.subject == lexicon().transport else mention

    def _with_donor(self, mention: ExtractedEvent, trigger: Trigger) -> ExtractedEvent:
        """Aid on its way, given by those who gave what it carries, or the aid told of before."""
        if self._aid is None:
            return mention
        if "more_aid" in trigger.pattern.needs:
            return replace(mention, actor_ids=self._aid.actor_ids, recipient_ids=self._aid.recipient_ids)
        is_its_load = self._aid.sentence_id == mention.sentence_id and not self._aid.recipient_ids
        return replace(mention, actor_ids=self._aid.actor_ids) if is_its_load else mention


def _is_alongside(trigger: Trigger) -> bool:
    """Whether it is likened to another one, in the simple past: what "has taken place" elsewhere may be older."""
    likened = any(child.lower_ in lexicon().alongside for child in trigger.token.children if child.dep_ == "amod")
    auxiliaries = {child.lower_ for child in trigger.anchor.children if child.dep_ in ("aux", "auxpass")}
    return likened and (
        trigger.anchor.tag_ == "VBD" or (trigger.anchor.tag_ == "VBN" and auxiliaries <= {"was", "were"})
    )

"""Which words that name a happening beyond PLOVER tell of one: not habits, possibilities or things in general.

An article is about what its headline and its first sentences tell. What stands further down is told of too where it
takes that up again, or where it is pinned down by a date, a place or a name of its own.
"""

from dataclasses import dataclass, field

from schemas.event_mentions import ExtractedEvent
from transforms.events.triggers import Trigger
from transforms.events.verb_status import is_plain_present
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Span, Token

_LEAD_SENTENCES = 2
_PINNING = ("det", "poss", "nummod", "amod", "compound", "nmod")
_GENERIC = ("every", "each", "such", "any", "many", "most", "some", "few", "more", "other", "several", "no", "all")
_PAST = ("VBD", "VBN")
_TOLD_PRESENT = ("headline", "subhead", "caption")


@dataclass(slots=True)
class Lead:
    """What the headline and the first sentences of an article tell of, as far as it has been read."""

    classes: set[str | None] = field(default_factory=set)
    _sentences: int = 0

    def reaches(self, paragraph: Paragraph, sentence: Span) -> bool:
        """Whether a sentence belongs to the lead; to be asked once for each sentence, in order."""
        if paragraph.kind in ("headline", "subhead"):
            return paragraph.kind == "headline"
        if paragraph.kind != "body" or self._sentences >= _LEAD_SENTENCES:
            return False
        if not any(token.pos_ in ("VERB", "AUX") for token in sentence):
            return False
        self._sentences += 1
        return True

    def admits(self, mention: ExtractedEvent, *, is_lead: bool) -> bool:
        """Whether a mention is part of the news: of the lead, of a class that the lead tells of, or well pinned down."""
        pinned = bool(mention.actor_ids or mention.recipient_ids or mention.date_text or mention.place_id)
        if mention.status == "hypothetical":
            return is_lead and pinned
        if is_lead:
            self.classes.add(mention.mode)
        return is_lead or pinned or mention.mode in self.classes


def tells_happening(trigger: Trigger, paragraph: Paragraph) -> bool:
    """Whether a trigger tells of one happening in particular, not of a kind of thing, a habit or a state."""
    word = trigger.token
    if word.pos_ in ("NOUN", "PROPN"):
        return _is_one(word, trigger.frame.head) or paragraph.kind == "headline"
    # A plain present is a habit or a state; headlines and captions tell news in it.
    if paragraph.kind in _TOLD_PRESENT or not is_plain_present(word):
        return True
    return word.tag_ == "VBZ" and "when" in trigger.frame.prepositions  # "the film opens on Friday"


def _is_one(noun: Token, anchor: Token) -> bool:
    """Whether a noun speaks of one happening or of some in particular, not of its kind: "car crashes", "any fire"."""
    told = [child for child in noun.lefts if child.dep_ in _PINNING]
    if any(child.lower_ in _GENERIC for child in told):
        return False
    if noun.tag_ == "NNS":
        return (
            any(child.dep_ in ("det", "poss", "nummod") for child in told)
            or (
                anchor != noun and anchor.tag_ in _PAST  # "layoffs were announced"
            )
            or (noun.dep_ == "dobj" and noun.head.tag_ in _PAST)
        )  # "confirmed job cuts"
    return bool(told) or anchor != noun or noun.pos_ == "PROPN"

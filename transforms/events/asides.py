"""What an article that is no report tells by the way: what happened is in the past there too, with a name, a day or a place."""

from schemas.event_mentions import ExtractedEvent
from transforms.events.parties import PartyFinder
from transforms.events.triggers import Trigger
from transforms.parsing.parse import Paragraph
from transforms.parsing.tokens import Token
from transforms.quotes.clauses import FINITE


def is_news(mention: ExtractedEvent, trigger: Trigger, paragraph: Paragraph, finder: PartyFinder) -> bool:
    """Whether a mention in such an article tells what was done by or to somebody, somewhere or on a day."""
    named = any(map(finder.is_known, (*mention.actor_ids, *mention.recipient_ids)))
    pinned = mention.date_text is not None or mention.place_id is not None
    if trigger.token.pos_ in ("NOUN", "PROPN") and trigger.role is None:
        return named and pinned
    if _is_past(trigger.anchor):
        return named or pinned
    return named and (mention.date_text is not None or (paragraph.kind == "headline" and trigger.anchor.tag_ == "VBZ"))


def _is_past(verb: Token) -> bool:
    """Whether a clause is told in the past or the perfect; a participle is told as the clause that it hangs on."""
    while True:
        auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
        finite = next((one for one in (*auxiliaries, verb) if one.tag_ in FINITE), None)
        if finite is not None:
            return finite.tag_ == "VBD" or (finite.lemma_ == "have" and finite is not verb)
        if verb.tag_ == "VB" or verb.head is verb:
            return False
        verb = verb.head

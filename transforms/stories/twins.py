"""One act that counts as two types, as a signed accord is agreement and support: one event, with a mention of each type."""

from collections import defaultdict
from collections.abc import Sequence

from schemas.plover import EVENT_TYPES, TYPES
from transforms.stories.mention import Mention

Act = tuple[str, int, int, str]  # article, first and last character of the words that tell it, status

_MATERIAL_QUADS = (2, 4)


def split_twins(mentions: Sequence[Mention]) -> tuple[list[Mention], dict[str, list[Mention]]]:
    """The mentions to put together, in their order, and by the id of each those that tell the same act as another type.

    One word with one status tells one act; what else it brings about ("agreed to send", "refused to meet") has a status
    of its own; but those who failed to agree, which is coded as refused too, did not agree. The event is of the material
    type, else of that which PLOVER lists first; but those who will meet, which is coded as agreed too, meet.
    """
    told: defaultdict[Act, list[Mention]] = defaultdict(list)
    for mention in mentions:
        event = mention.event
        told[event.article_id, event.char_start, event.char_end, event.status].append(mention)
    _take_in_refusals(told)
    twins: dict[str, list[Mention]] = {}
    hidden: set[str] = set()
    for alike in told.values():
        if len(alike) > 1:
            first = min(alike, key=_rank)
            twins[first.mention_id] = [mention for mention in alike if mention is not first]
            hidden.update(mention.mention_id for mention in twins[first.mention_id])
    return [mention for mention in mentions if mention.mention_id not in hidden], twins


def _take_in_refusals(told: dict[Act, list[Mention]]) -> None:
    """Put the refusals of those who did not agree beside the agreement that there was not."""
    for act, refusals in list(told.items()):
        article_id, start, end, status = act
        denied = told.get((article_id, start, end, "negated"), []) if status == "occurred" else []
        is_agreement = any(mention.kind == "AGREE" for mention in denied)
        if is_agreement and all(mention.kind == "REJECT" for mention in refusals):
            denied += refusals
            del told[act]


def _rank(mention: Mention) -> tuple[bool, bool, int, str]:
    event_type = mention.event.event_type
    if event_type is None:
        return True, True, len(TYPES), mention.mention_id
    is_verbal = EVENT_TYPES[event_type].quad not in _MATERIAL_QUADS
    return is_verbal, event_type != "CONSULT", TYPES.index(event_type), mention.mention_id

"""Mentions that only take up what their article has just told: "the robbery", "this meeting", with nothing of their own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from schemas.plover import HAPPENED
from transforms.stories.mention import Mention
from transforms.stories.settings import families, settings, trigger_class

_ANY = ""  # stands for any word of a kind

TakenUp = dict[str, list[Mention]]


def split_anaphora(mentions: Sequence[Mention]) -> tuple[list[Mention], TakenUp]:
    """The mentions that tell of an event themselves, in their order, and by the id of each those that take it up.

    What is taken up is the last of its kind before, in words that are used of the same, or of anything of its kind. A
    mention that says when, where or who tells of an event itself, and so does one before which its article tells of none
    that it could mean.
    """
    last: dict[tuple[str, str, str], Mention] = {}
    taken_up: defaultdict[str, list[Mention]] = defaultdict(list)
    hidden: set[str] = set()
    for mention in sorted(mentions, key=lambda mention: mention.arrival):
        keys = tuple(_keys(mention))
        of_kind = mention.event.article_id, mention.kind, _ANY
        is_generic = mention.event.trigger in settings().generic
        before = next((last[key] for key in (*keys, *((of_kind,) if is_generic else ())) if key in last), None)
        if before and _adds_nothing(mention, before) and _are_of_one_status(mention, before):
            taken_up[before.mention_id].append(mention)
            hidden.add(mention.mention_id)
        else:
            last.update(dict.fromkeys((*keys, of_kind), mention))
    return [mention for mention in mentions if mention.mention_id not in hidden], dict(taken_up)


def with_anaphora(cluster: Sequence[Mention], taken_up: TakenUp) -> list[Mention]:
    """A cluster with the mentions that take up one of its own, in order of their ids."""
    more = [other for mention in cluster for other in taken_up.get(mention.mention_id, ())]
    return sorted((*cluster, *more), key=lambda mention: mention.mention_id) if more else list(cluster)


def _keys(mention: Mention) -> Iterator[tuple[str, str, str]]:
    """What a mention may be taken up by: its article, and words of its kind or, within a family of kinds, of any."""
    article_id, trigger = mention.event.article_id, mention.event.trigger
    yield article_id, mention.kind, mention.word
    for family in families(mention.kind):
        yield article_id, family, trigger_class(trigger)


def _adds_nothing(mention: Mention, before: Mention) -> bool:
    """Whether it names no day, and no party or place but those named before."""
    event = mention.event
    if event.date_text or event.round or mention.is_withdrawn or mention.correction or mention.counts_many:
        return False
    is_there = mention.place is None or mention.place == before.place
    return is_there and mention.takes_up and set(mention.parties) <= set(before.parties)


def _are_of_one_status(one: Mention, other: Mention) -> bool:
    here, there = one.event.status, other.event.status
    return here == there or (here in HAPPENED and there in HAPPENED)

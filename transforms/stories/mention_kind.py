"""What kind of thing an event is, whether PLOVER has a type for it or not."""

from collections.abc import Iterator
from functools import lru_cache

from schemas.event_mentions import ExtractedEvent
from transforms.stories.settings import families, happening_class, named_class, settings, trigger_class

_TOLD_BESIDE = ("disaster", "search")


def kind_of(event: ExtractedEvent) -> str:
    """The PLOVER type of an event, or where PLOVER has none the class of happening, which is its mode."""
    return event.event_type or event.mode or ""


def word_class(event: ExtractedEvent) -> str:
    """The word that stands for all that are used of the same happening, in its class or type or in any.

    What struck a town is told beside the verb: "an earthquake struck"; so is how somebody was found: "found alive".
    """
    return _listed_class(event) or happening_class(kind_of(event), event.trigger)


def are_unlike(one: ExtractedEvent, other: ExtractedEvent) -> bool:
    """Whether their words are listed as used of different happenings of one class: "died", "funeral"."""
    here, there = _listed_class(one), _listed_class(other)
    return here is not None and there is not None and here != there


def _listed_class(event: ExtractedEvent) -> str | None:
    kind = kind_of(event)
    beside = (named_class(kind, word) for word in words_beside(event))
    return named_class(kind, event.trigger) or next(filter(None, beside), None)


def words_beside(event: ExtractedEvent) -> tuple[str, ...]:
    """The words around an event of a kind that these may name: "an earthquake struck", "found alive"."""
    return event.topic if kind_of(event) in _TOLD_BESIDE else ()


def are_told_apart(one: ExtractedEvent, other: ExtractedEvent) -> bool:
    """Whether of their words, or modes, one is listed as never used of what the other tells: "signed", "ratified"."""
    lists = settings().told_apart

    def listed(event: ExtractedEvent) -> str | None:
        return next((word for word in (event.trigger, *words_beside(event)) if word in lists), None)

    def are_apart(here: str | None, there: str | None) -> bool:
        if here not in lists or there not in lists:
            return False
        return lists[here] != lists[there] and lists[here][0] == lists[there][0]

    return are_apart(listed(one), listed(other)) or are_apart(one.mode, other.mode)


def akin_keys(event: ExtractedEvent, in_kind: str) -> frozenset[str]:
    """Of which two events that can be one share some: their kind, or in one family of kinds a word for words used of the same.

    That may be a word of their kind (`in_kind`, see `word_class`) or of any: of "claimed" lives `die`, thus `kill`; of
    "pulled from the sea" `rescue`.
    """
    kind = kind_of(event)
    words = {in_kind, trigger_class(event.trigger), trigger_class(in_kind)}
    return frozenset((kind, *(f"{family} {word}" for family in families(kind) - {kind} for word in words)))


@lru_cache(maxsize=4096)
def _steps_of(kind: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The kinds with steps that are of a family with this one."""
    return tuple((other, words) for other, words in settings().steps.items() if families(other) & families(kind))


def steps_told(event: ExtractedEvent) -> Iterator[tuple[str, str]]:
    """The steps of its kind, and of others in its family, that an event tells: "died" tells the end of an attack, too."""
    own = kind_of(event)
    kinds = _steps_of(own)
    if kinds:
        in_kind = word_class(event)
        for kind, words in kinds:
            word = in_kind if kind == own else trigger_class(in_kind)
            if word in words:
                yield kind, word

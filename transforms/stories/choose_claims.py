"""What each article claims about an event, which claim is published, and the rule that says why.

A plain field is decided by these rules, the first that separates the values: what a publisher said last replaces what it
said before; the most independent sources; what an office or an article says itself, rather than what it relays from others;
the latest statement; the first in alphabetical order. Status, date, place and
parties have rules of their own, each in its module: choose_status.py, choose_date.py, choose_place.py, choose_parties.py.
Nothing is lost: the other values stay as claims that were not chosen.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import eq

from transforms.stories.mention import Mention

UNANIMOUS = "all that say it agree"
CORRECTED = "the last word of a publisher that said otherwise before"
MOST_SOURCES = "most independent sources"
FIRST_HAND = "said by an office or by the article itself, not only relayed, among equally many sources"
LATEST = "latest statement among equally many sources"
ALPHABETICAL = "first in order among equal claims"
FEWER_SOURCES = "fewer independent sources"
OLDER = "an older statement"
RELAYED = "only relayed from others"
WITHDRAWN = "the publisher has corrected it"
SUPERSEDED = "the same publisher said otherwise later"


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that one mention gives for one field."""

    field: str
    value: str
    mention: Mention
    chosen: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Sources:
    """Counts independent sources: articles that repeat one text count once."""

    group_of: Mapping[str, str]

    def count(self, mentions: Iterable[Mention]) -> int:
        """How many independent sources the mentions come from."""
        return len({self.group(mention) for mention in mentions})

    def group(self, mention: Mention) -> str:
        """The source of a mention: its article, or the group of articles that its article repeats."""
        article_id = mention.article.article_id
        return self.group_of.get(article_id, article_id)


def standing(values: "Values", agree: Callable[[str, str], bool] = eq) -> dict[str, list[Mention]]:
    """The values without the mentions that their own publisher has replaced: what it says last does not `agree` with them.

    A mention whose article has no known publisher or day of publication is never replaced. What a correction takes back
    does not stand beside anything else.
    """
    values = without_withdrawn(values)
    last: dict[str, date] = {}
    for giver in (one for givers in values.values() for one in givers):
        source, day = giver.article.source, giver.article.published_earliest
        if source and day:
            last[source] = max(day, last.get(source, day))
    final: defaultdict[str, list[str]] = defaultdict(list)
    for value, givers in values.items():
        for source in {one.article.source for one in givers if one.published == last.get(one.article.source or "")}:
            final[source or ""].append(value)

    def stands(value: str, giver: Mention) -> bool:
        source, said = giver.article.source or "", giver.article.published_latest
        if said is None or source not in last or said >= last[source]:
            return True
        return any(agree(value, other) for other in final[source])

    kept = {value: [giver for giver in givers if stands(value, giver)] for value, givers in values.items()}
    return {value: givers for value, givers in kept.items() if givers}


def without_withdrawn(values: "Values") -> "Values":
    """The values without the mentions that are taken back, if anything is left."""
    kept = {value: [giver for giver in givers if not giver.is_withdrawn] for value, givers in values.items()}
    return {value: givers for value, givers in kept.items() if givers} or values


Values = Mapping[str, Sequence[Mention]]


def values_of(mentions: Sequence[Mention], value: Callable[[Mention], str | None]) -> dict[str, list[Mention]]:
    """The mentions that give each value, in order of the values."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        given = value(mention)
        if given is not None:
            found[given].append(mention)
    return dict(sorted(found.items()))


def choose(values: Values, sources: Sources) -> tuple[str, str] | None:
    """The value to publish and the rule that chose it: most independent sources, then at first hand, then the latest."""
    if not values:
        return None
    if len(values) == 1:
        return next(iter(values)), UNANIMOUS
    given, values = len(values), standing(values)
    if len(values) == 1:
        return next(iter(values)), CORRECTED if given > 1 else UNANIMOUS
    counts = {value: sources.count(mentions) for value, mentions in values.items()}
    most = [value for value in values if counts[value] == max(counts.values())]
    if len(most) == 1:
        return most[0], MOST_SOURCES
    at_first_hand = [value for value in most if not all(is_relayed(giver) for giver in values[value])]
    if len(at_first_hand) == 1:
        return at_first_hand[0], FIRST_HAND
    most = at_first_hand or most
    latest = {value: last_published(values[value]) for value in most}
    newest = max(latest.values())
    last = [value for value in most if latest[value] == newest]
    return min(last), LATEST if len(last) == 1 else ALPHABETICAL


def is_relayed(mention: Mention) -> bool:
    """Whether the article has it from somebody who is no official."""
    return mention.event.attributed_to is not None and not mention.is_official


def last_published(mentions: Iterable[Mention]) -> date:
    """The last day on which one of the mentions was published; the first day there is where none is known."""
    return max(mention.published or date.min for mention in mentions)


def claims_of(field: str, values: Values, chosen: str, rule: str, lost: str = FEWER_SOURCES) -> list[Claim]:
    """A claim for each mention of each value."""
    return [
        Claim(field, value, mention, value == chosen, rule if value == chosen else lost)
        for value, mentions in values.items()
        for mention in mentions
    ]


_LOST = {FIRST_HAND: RELAYED, LATEST: OLDER, MOST_SOURCES: FEWER_SOURCES, CORRECTED: SUPERSEDED}


def decide(field: str, values: Values, sources: Sources) -> tuple[str | None, list[Claim]]:
    """The published value of a plain field, and its claims."""
    choice = choose(values, sources)
    if choice is None:
        return None, []
    value, rule = choice
    lost = _LOST.get(rule, "later in order among equal claims")
    last = standing(values)
    return value, [
        replace(claim, rule=WITHDRAWN if claim.mention.is_withdrawn else SUPERSEDED)
        if not claim.chosen and claim.mention not in last.get(claim.value, ())
        else claim
        for claim in claims_of(field, values, value, rule, lost)
    ]

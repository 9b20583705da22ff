"""What each article claims about an event, which claim is published, and the rule that says why.

A plain field is decided by these rules, the first that separates the values: the most independent sources; the latest
statement; the first in alphabetical order. Status, date, place and parties have rules of their own, each in its
module: choose_status.py, choose_date.py, choose_place.py, choose_parties.py. Nothing is lost: the other values stay as
claims that were not chosen.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from transforms.stories.mention import Mention

UNANIMOUS = "all that say it agree"
MOST_SOURCES = "most independent sources"
LATEST = "latest statement among equally many sources"
ALPHABETICAL = "first in order among equal claims"
FEWER_SOURCES = "fewer independent sources"
OLDER = "an older statement"


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
    """The value to publish and the rule that chose it: most independent sources, then the latest statement."""
    if not values:
        return None
    if len(values) == 1:
        return next(iter(values)), UNANIMOUS
    counts = {value: sources.count(mentions) for value, mentions in values.items()}
    most = [value for value in values if counts[value] == max(counts.values())]
    if len(most) == 1:
        return most[0], MOST_SOURCES
    latest = {value: last_published(values[value]) for value in most}
    newest = max(latest.values())
    last = [value for value in most if latest[value] == newest]
    return min(last), LATEST if len(last) == 1 else ALPHABETICAL


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


def decide(field: str, values: Values, sources: Sources) -> tuple[str | None, list[Claim]]:
    """The published value of a plain field, and its claims."""
    choice = choose(values, sources)
    if choice is None:
        return None, []
    value, rule = choice
    lost = OLDER if rule == LATEST else FEWER_SOURCES if rule == MOST_SOURCES else "later in order among equal claims"
    return value, claims_of(field, values, value, rule, lost)

"""Clusters of mentions that speak of one event, the same in whatever order the articles arrived.

Agglomerative: the surest pair first, and two clusters merge only where nothing in either contradicts the other and
their members agree on average. So a chain of half-likely pairs does not pull different meetings into one, and a date
that one mention brings in keeps out what only agreed with the undated ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from schemas.entities import Entity
from transforms.dates.edtf_range import combine, compatible, edtf_range
from transforms.stories.forbid import statuses_clash
from transforms.stories.mention import Mention
from transforms.stories.places_match import APART, place_relation
from transforms.stories.score_pair import PairScorer
from transforms.stories.settings import settings
from transforms.stories.weekdays import weekday_fits


@dataclass
class Cluster:
    """Mentions that are one event, with what all of them together say of its date and round."""

    members: list[int]
    date_edtf: str | None
    rounds: frozenset[int]
    weekdays: frozenset[int]
    places: frozenset[Entity]

    def agrees_with(self, other: "Cluster") -> bool:
        """Whether the dates, weekdays, rounds and places of both can be those of one event."""
        if not compatible(self.date_edtf, other.date_edtf) or len(self.rounds | other.rounds) > 1:
            return False
        if self.date_edtf and other.date_edtf and combine(self.date_edtf, other.date_edtf) is None:
            return False
        if any(place_relation(here, there) == APART for here in self.places for there in other.places):
            return False
        weekdays = self.weekdays | other.weekdays
        date_edtf = combine(self.date_edtf, other.date_edtf)
        return date_edtf is None or all(weekday_fits(weekday, *edtf_range(date_edtf)) for weekday in weekdays)

    def absorb(self, other: "Cluster") -> None:
        """Take in the members of `other` and what they say."""
        self.members = sorted(self.members + other.members)
        self.date_edtf = combine(self.date_edtf, other.date_edtf)
        self.rounds |= other.rounds
        self.weekdays |= other.weekdays
        self.places |= other.places


def cluster_mentions(
    mentions: Sequence[Mention], pairs: Sequence[tuple[int, int]], scorer: PairScorer
) -> list[list[Mention]]:
    """The clusters, each in order of its mentions' ids; `mentions` come in that order, `pairs` are positions in it."""
    edges = sorted((-score, i, j) for score, i, j in scorer.likely(mentions, pairs))
    clusters = {position: _single(position, mention) for position, mention in enumerate(mentions)}
    apart: set[tuple[int, ...]] = set()  # as long as neither of two clusters has grown, they stay two
    for _, i, j in edges:
        left, right = clusters[i], clusters[j]
        if left is right:
            continue
        if left.members[0] > right.members[0]:
            left, right = right, left
        both = left.members[0], len(left.members), right.members[0], len(right.members)
        if both in apart:
            continue
        if not left.agrees_with(right) or _linkage(left, right, mentions, scorer) <= 0:
            apart.add(both)
            continue
        left.absorb(right)
        for member in right.members:
            clusters[member] = left
    distinct = {id(cluster): cluster for cluster in clusters.values()}
    return [[mentions[member] for member in cluster.members] for cluster in distinct.values()]


def _single(position: int, mention: Mention) -> Cluster:
    undated_weekday = mention.weekday is not None and not mention.is_dated
    return Cluster(
        members=[position],
        date_edtf=mention.date_edtf,
        rounds=frozenset((mention.event.round,)) if mention.event.round else frozenset(),
        weekdays=frozenset((mention.weekday,)) if undated_weekday and mention.weekday is not None else frozenset(),
        places=frozenset((mention.place,))
        if mention.place and mention.place_is_own and mention.place_stands
        else frozenset(),
    )


def _linkage(left: Cluster, right: Cluster, mentions: Sequence[Mention], scorer: PairScorer) -> float:
    """The mean score between the members of two clusters; a forbidden pair counts as strong evidence against.

    But where one mention denies or calls off just what one of the other cluster tells, then that what the others of
    that cluster tell took place is no further evidence.
    """
    most = int(settings().limits["linkage"])
    against = settings().limits["forbidden"]
    scores: list[float] = []
    clashing: list[float] = []
    for i, j in product(left.members[:most], right.members[:most]):
        score = scorer.score(mentions[i], mentions[j])
        (clashing if statuses_clash(mentions[i], mentions[j]) else scores).append(max(score, against))
    answered = [score for score in clashing if score > 0]
    scores += answered or clashing
    return sum(scores) / len(scores)

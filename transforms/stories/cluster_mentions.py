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
from transforms.shared_pairs import Ints, pair_hash
from transforms.stories.forbid import statuses_clash
from transforms.stories.known_merges import KnownMerges
from transforms.stories.mention import Mention
from transforms.stories.places_match import APART, place_relation
from transforms.stories.score_pair import PairScorer
from transforms.stories.settings import settings
from transforms.stories.weekdays import weekday_fits

NOTHING_MERGED = KnownMerges()
_MASK = (1 << 64) - 1


@dataclass
class Cluster:
    """Mentions that are one event, with what all of them together say of its date and round.

    `said` stands for all that they say.
    """

    members: list[int]
    said: int
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
        self.said = (self.said + other.said) & _MASK
        self.date_edtf = combine(self.date_edtf, other.date_edtf)
        self.rounds |= other.rounds
        self.weekdays |= other.weekdays
        self.places |= other.places


def cluster_mentions(
    mentions: Sequence[Mention],
    pairs: Ints,
    scorer: PairScorer,
    known: KnownMerges = NOTHING_MERGED,
) -> tuple[list[list[Mention]], KnownMerges]:
    """The clusters, each in order of its mentions' ids, and what is to be known the next time.

    `mentions` come in order of their ids, `pairs` (n × 2) are positions in it. `known` are decisions of an earlier time.
    """
    edges = sorted((-score, i, j) for score, i, j in scorer.likely(mentions, pairs))
    paired = {position for _, *pair in edges for position in pair}
    clusters = {position: _single(position, mentions[position], scorer) for position in sorted(paired)}
    decided: dict[int, bool] = {}  # as long as neither of two clusters has grown, they stay two
    for _, i, j in edges:
        left, right = clusters[i], clusters[j]
        if left is right:
            continue
        if left.members[0] > right.members[0]:
            left, right = right, left
        both = pair_hash(left.said, right.said)
        if both in decided:
            continue
        are_one = known.decided.get(both)
        if are_one is None:
            are_one = left.agrees_with(right) and _linkage(left, right, mentions, scorer) > 0
        decided[both] = are_one
        if are_one:
            left.absorb(right)
            for member in right.members:
                clusters[member] = left
    distinct = {id(cluster): cluster for cluster in clusters.values()}
    together = [[mentions[member] for member in cluster.members] for cluster in distinct.values()]
    alone = [[mention] for position, mention in enumerate(mentions) if position not in paired]
    return together + alone, KnownMerges(decided)


def _single(position: int, mention: Mention, scorer: PairScorer) -> Cluster:
    undated_weekday = mention.weekday is not None and not mention.is_dated
    return Cluster(
        members=[position],
        said=scorer.said_by(mention),
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

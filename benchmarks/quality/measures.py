"""The arithmetic that all scorers share: word bags, counts, spans and clusters."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were predicted, how many gold has, and how many of each the other side confirms.

    Nothing predicted where gold has nothing is right (1.0); on one side alone it is wrong (0.0).
    """

    predicted: int = 0
    gold: int = 0
    predicted_right: int = 0
    gold_found: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.predicted + other.predicted,
            self.gold + other.gold,
            self.predicted_right + other.predicted_right,
            self.gold_found + other.gold_found,
        )

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right."""
        return self.predicted_right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of gold that was found."""
        return self.gold_found / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)

    def metrics(self, prefix: str = "") -> dict[str, float]:
        """Precision, recall and F1 under their names."""
        return {f"{prefix}precision": self.precision, f"{prefix}recall": self.recall, f"{prefix}f1": self.f1}


def harmonic(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(flags: Iterable[bool]) -> float | None:
    """The share that is true; None where there is nothing to measure."""
    values = list(flags)
    return sum(values) / len(values) if values else None


def mean(values: Iterable[float]) -> float | None:
    """The mean; None where there is nothing to measure."""
    numbers = list(values)
    return sum(numbers) / len(numbers) if numbers else None


def words(text: str) -> list[str]:
    """Runs of letters, digits and underscores, in lower case."""
    return _WORD.findall(text.lower())


def bag_f1(gold: str, ours: str) -> float:
    """F1 of two texts as bags of words; 1.0 where both are empty."""
    gold_bag, our_bag = Counter(words(gold)), Counter(words(ours))
    common = sum((gold_bag & our_bag).values())
    return Counts(our_bag.total(), gold_bag.total(), common, common).f1


def word_positions(text: str, span: Span) -> set[int]:
    """Where the words of `text` inside `span` start."""
    return {match.start() for match in _WORD.finditer(text, *span)}


def set_f1(gold: set[int], ours: set[int]) -> float:
    """F1 of two sets; 1.0 where both are empty."""
    common = len(gold & ours)
    return Counts(len(ours), len(gold), common, common).f1


def overlap(left: Span, right: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def pair_spans(gold: Sequence[Span], ours: Sequence[Span]) -> list[tuple[int, int]]:
    """Indexes of gold and our spans that overlap, each used at most once, the closest pairs first.

    One to one, so that a prediction repeated or laid over several gold spans earns one hit.
    """
    candidates = []
    for i, left in enumerate(gold):
        for j, right in enumerate(ours):
            common = overlap(left, right)
            if common:
                union = left[1] - left[0] + right[1] - right[0] - common
                candidates.append((-common / union, i, j))
    free_gold, free_ours, pairs = set(range(len(gold))), set(range(len(ours))), []
    for _, i, j in sorted(candidates):
        if i in free_gold and j in free_ours:
            free_gold.discard(i)
            free_ours.discard(j)
            pairs.append((i, j))
    return sorted(pairs)


def count_pairs(gold: int, ours: int, paired: int) -> Counts:
    """Counts of a one-to-one pairing."""
    return Counts(ours, gold, paired, paired)


def b_cubed(gold: Sequence[Hashable], ours: Sequence[Hashable]) -> tuple[float, float, float]:
    """B³ precision, recall and F1 (Bagga and Baldwin 1998) of two labellings of the same mentions; 1.0 when empty."""
    if not gold:
        return 1.0, 1.0, 1.0
    gold_clusters, our_clusters = _clusters(gold), _clusters(ours)
    precision = recall = 0.0
    for gold_label, our_label in zip(gold, ours, strict=True):
        gold_cluster, our_cluster = gold_clusters[gold_label], our_clusters[our_label]
        common = len(gold_cluster & our_cluster)
        precision += common / len(our_cluster)
        recall += common / len(gold_cluster)
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, harmonic(precision, recall)


def _clusters(labels: Sequence[Hashable]) -> dict[Hashable, set[int]]:
    clusters: dict[Hashable, set[int]] = defaultdict(set)
    for index, label in enumerate(labels):
        clusters[label].add(index)
    return clusters


def set_counts(gold: set[Hashable], ours: set[Hashable]) -> Counts:
    """Counts of two sets, such as sets of pairs."""
    common = len(gold & ours)
    return Counts(len(ours), len(gold), common, common)

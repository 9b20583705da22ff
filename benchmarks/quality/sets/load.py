"""A wire service's archive: copies found against exact 5-gram Jaccard, and what a run costs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import ceil

from benchmarks.quality.measures import words
from benchmarks.quality.rows import Miss, Score

LIKE = 0.5
NEAR = 0.9
_GRAM = 5

Pair = tuple[str, str]


def similar_pairs(texts: Mapping[str, str], least: float = LIKE) -> dict[Pair, float]:
    """All pairs of texts whose sets of word 5-grams have a Jaccard similarity of at least `least`, exactly.

    Prefix filter (Chaudhuri, Ganti and Kaushik 2006): with the rarest 5-grams first, a pair as similar as that shares
    one among the first `n - ceil(least * n) + 1` of each side.
    """
    grams = {key: _grams(text) for key, text in texts.items()}
    counts = Counter(gram for held in grams.values() for gram in held)
    holders: dict[int, list[str]] = defaultdict(list)
    scores: dict[Pair, float] = {}
    for key in sorted(grams):
        held = grams[key]
        prefix = sorted(held, key=lambda gram: (counts[gram], gram))[: len(held) - ceil(least * len(held)) + 1]
        for other in {other for gram in prefix for other in holders[gram]}:
            shared = len(held & grams[other])
            value = shared / (len(held) + len(grams[other]) - shared)
            if value >= least:
                scores[other, key] = value
        for gram in prefix:
            holders[gram].append(key)
    return dict(sorted(scores.items()))


def _grams(text: str) -> frozenset[int]:
    tokens = words(text)
    return frozenset(hash(tuple(tokens[i : i + _GRAM])) for i in range(len(tokens) - _GRAM + 1))


def score(gold: Mapping[Pair, float], links: Sequence[tuple[str, str, float]], texts: Mapping[str, str]) -> Score:
    """Recall of the pairs at .5 and at .9, and precision of the links that claim as much; a pair counts once.

    Precision at .9 is over the links whose own score is .9 or more.
    """
    ours: dict[Pair, float] = {}
    for left, right, value in links:
        pair = min(left, right), max(left, right)
        ours[pair] = max(value, ours.get(pair, 0.0))
    metrics: dict[str, float] = {}
    for name, least in (("50", LIKE), ("90", NEAR)):
        wanted = {pair for pair, value in gold.items() if value >= least}
        claimed = {pair for pair, value in ours.items() if least == LIKE or value >= least}
        if wanted:
            metrics[f"copies_recall_{name}"] = len(wanted & set(ours)) / len(wanted)
        if claimed:
            metrics[f"copies_precision_{name}"] = len(claimed & wanted) / len(claimed)
    misses = [
        Miss(
            " + ".join(pair), float(pair in ours), f"Jaccard {gold.get(pair, 0.0):.2f}", _links_shown(pair, ours, texts)
        )
        for pair in sorted(set(gold) ^ set(ours))
    ]
    return Score(metrics, {"pairs": float(len(gold)), "links": float(len(ours))}, tuple(misses))


def _links_shown(pair: Pair, ours: Mapping[Pair, float], texts: Mapping[str, str]) -> str:
    label = f"link {ours[pair]:.2f}" if pair in ours else "no link"
    return f"{label}: " + " <> ".join(" ".join(texts.get(key, "").split())[:100] for key in pair)

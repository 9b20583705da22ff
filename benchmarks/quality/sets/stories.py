"""Event coreference across articles: which files tell of the same event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from benchmarks.quality.measures import b_cubed, overlap, set_counts, share
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score, known, rows_of, span

_SINGLETON = "Singleton"


def score(gold: Gold, rows: Rows) -> Score:
    """Precision, recall and F1 of the file pairs that share an event; B³ over the gold mentions that ours overlap."""
    gold_events = {item["file"]: {row["cluster"] for row in item["mentions"]} for item in gold}
    our_events = {item["file"]: {row["event_id"] for row in rows_of(rows, item["file"]).events} for item in gold}
    gold_pairs, our_pairs = sharing_pairs(gold_events), sharing_pairs(our_events)
    linked = [
        (mention["cluster"], event)
        for item in gold
        for mention in item["mentions"]
        if (event := overlapping_event(mention, rows_of(rows, item["file"]))) is not None
    ]
    if not gold:
        return Score({})
    precision, recall, f1 = b_cubed([left for left, _ in linked], [right for _, right in linked])
    covered = share(
        overlapping_event(mention, rows_of(rows, item["file"])) is not None
        for item in gold
        for mention in item["mentions"]
    )
    metrics = {**set_counts(set(gold_pairs), set(our_pairs)).metrics("pair_"), "b3_f1": f1 if linked else None}
    figures = {"b3_precision": precision, "b3_recall": recall, "mentions_covered": covered}
    figures["pairs_joined_across_topics"] = _across(gold, our_pairs)
    return Score(known(metrics), known(figures), _misses(gold, rows, gold_pairs, our_pairs))


def sharing_pairs(events: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    """The pairs of files that have an event in common."""
    tellers: dict[str, set[str]] = defaultdict(set)
    for file, ids in events.items():
        for identifier in ids:
            tellers[identifier].add(file)
    return {pair for files in tellers.values() for pair in combinations(sorted(files), 2)}


def overlapping_event(mention: Row, ours: FileRows) -> str | None:
    """The event of our mention that overlaps a gold mention most; of equals the shortest, then the first."""
    where = mention["start"], mention["end"]
    touching = [row for row in ours.events if overlap(span(row), where)]
    best = min(
        touching, key=lambda row: (-overlap(span(row), where), len(row["text"]), row["char_start"]), default=None
    )
    return None if best is None else best["event_id"]


def _across(gold: Gold, our_pairs: set[tuple[str, str]]) -> float | None:
    topic = {item["file"]: item.get("topic") for item in gold}
    return share(topic[left] != topic[right] for left, right in our_pairs)


def _misses(
    gold: Gold, rows: Rows, gold_pairs: set[tuple[str, str]], our_pairs: set[tuple[str, str]]
) -> tuple[Miss, ...]:
    by_file = {item["file"]: item for item in gold}
    misses = []
    for pair in sorted(gold_pairs ^ our_pairs):
        was_lost = pair in gold_pairs
        texts = " <> ".join(rows_of(rows, file).raw.strip().replace("\n", " ")[:160] for file in pair)
        told = " <> ".join(
            ", ".join(f"{row['event_type'] or row['mode']}:{row['text'][:40]}" for row in rows_of(rows, file).events)
            or "nothing"
            for file in pair
        )
        clusters = [
            {row["text"] for row in by_file[file]["mentions"] if not row["cluster"].startswith(_SINGLETON)}
            for file in pair
        ]
        label = "same event, not joined" if was_lost else "joined, not the same event"
        misses.append(Miss(" + ".join(pair), 0.0, f"{label}: {texts} | mentions {clusters}", told))
    return tuple(misses)

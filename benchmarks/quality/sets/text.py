"""The same pages as plain text: which lines are kept, and the words of what is kept."""

from benchmarks.quality.measures import Counts, bag_f1, mean, set_counts
from benchmarks.quality.rows import FileRows, Gold, Miss, Rows, Score, known, rows_of, span


def score(gold: Gold, rows: Rows) -> Score:
    """F1 of the kept lines, over all files, among the lines that gold judges; mean word F1 of `body`."""
    total, body_f1, misses = Counts(), [], []
    for item in gold:
        ours = rows_of(rows, item["file"])
        keep, judged = set(item["keep"]), set(item["keep"]) | set(item["drop"])
        kept = kept_lines(ours) & judged
        counts = set_counts(set(keep), set(kept))
        total += counts
        body_f1.append(bag_f1(item["text"], (ours.article or {}).get("body") or ""))
        lines = ours.raw.split("\n")
        misses.append(
            Miss(
                item["file"],
                counts.f1,
                f"{len(keep)} lines; dropped by us: {_sample(lines, keep - kept)}",
                f"{len(kept)} lines; wrongly kept: {_sample(lines, kept - keep)}",
            )
        )
    if not gold:
        return Score({})
    return Score(known({**total.metrics("line_"), "body_f1": mean(body_f1)}), misses=tuple(misses))


def kept_lines(ours: FileRows) -> set[int]:
    """The 1-based lines of the file of which at least half of the visible characters are not in `removed_text`."""
    if ours.article is None:
        return set()
    removed = bytearray(len(ours.raw))
    for row in ours.removed:
        start, end = span(row)
        removed[start:end] = b"\x01" * (end - start)
    kept, offset = set(), 0
    for number, line in enumerate(ours.raw.split("\n"), 1):
        visible = [offset + i for i, character in enumerate(line) if not character.isspace()]
        if visible and sum(removed[i] for i in visible) * 2 <= len(visible):
            kept.add(number)
        offset += len(line) + 1
    return kept


def _sample(lines: list[str], numbers: set[int]) -> str:
    ranked = sorted(numbers, key=lambda number: (-len(lines[number - 1]), number))[:3]
    return " | ".join(f"{number}: {lines[number - 1].strip()[:90]}" for number in ranked)

"""Single sentences with one labelled event: its PLOVER type, its quad class and its two parties."""

from collections import Counter
from typing import Any

from benchmarks.quality.measures import Counts, Span, mean, overlap, share, words
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score, known, rows_of, span
from schemas.plover import EVENT_TYPES

# The labels of the Zero-Shot-PLOVER paper join two types of PLOVER 2.0.
_JOINED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_YIELD_QUAD = "2"
_MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}
_IDLE_WORDS = frozenset(
    ("the", "a", "an", "of", "in", "and", "for", "to", "on", "at", "by", "its", "his", "her", "their")
)


def score(gold: Gold, rows: Rows) -> Score:
    """Type, quad and triple right; macro F1 over types with the best mention as the prediction."""
    results = [(item, *_score_sentence(item, rows_of(rows, item["file"]))) for item in gold]
    metrics = {
        "type": share(item["type"] == best for item, best, *_ in results),
        "macro_f1": macro_f1([(item["type"], best) for item, best, *_ in results]),
        "quad": share(_is_quad_right(item, best) for item, best, *_ in results),
        "triple": share(triple for _, _, triple, _ in results),
    }
    sentences = sum(rows_of(rows, item["file"]).sentences for item in gold)
    mentions = sum(len(rows_of(rows, item["file"]).events) for item in gold)
    confused = Counter((item["type"], best or "nothing") for item, best, *_ in results if item["type"] != best)
    figures = {
        "mentions_per_sentence": mentions / sentences if sentences else 0.0,
        **{f"missed {left} as {right}": float(count) for (left, right), count in confused.most_common(8)},
    }
    return Score(known(metrics), figures, tuple(miss for *_, miss in results))


def _score_sentence(item: Row, ours: FileRows) -> tuple[str | None, bool, Miss]:
    typed = [row for row in ours.events if row["event_type"] is not None]
    best = best_type(item["type"], typed)
    right = [row for row in typed if _label(row) == item["type"]]
    triple = any(_parties_match(item, row, ours) for row in right)
    told = "; ".join(
        f"{row['event_type']}({', '.join(row['actors'])} > {', '.join(row['recipients'])})" for row in ours.events
    )
    gold = f"{item['type']}({item['source']} > {item['target']}) in: {ours.raw.strip()[:200]}"
    return best, triple, Miss(item["file"], (best == item["type"]) * 0.5 + triple * 0.5, gold, told or "nothing")


def best_type(gold_type: str, events: list[Row]) -> str | None:
    """The gold type where a mention has it, otherwise the type of the mention that is surest."""
    labels = [_label(row) for row in sorted(events, key=lambda row: (-row["confidence"], row["char_start"]))]
    return gold_type if gold_type in labels else next(iter(labels), None)


def macro_f1(pairs: list[tuple[str, str | None]]) -> float | None:
    """The mean over the gold types of each type's F1."""
    scores = []
    for label in sorted({gold for gold, _ in pairs}):
        right = sum(gold == best == label for gold, best in pairs)
        predicted, expected = sum(best == label for _, best in pairs), sum(gold == label for gold, _ in pairs)
        scores.append(Counts(predicted, expected, right, right).f1)
    return mean(scores)


def _label(row: Row) -> str:
    label = str(row["event_type"])
    return _JOINED.get(label, label)


def _is_quad_right(item: Row, best: str | None) -> bool:
    # A few gold rows give another quad than that of their type; the right type is right.
    return bool(best == item["type"] or _quad(best) == item["quad"])


def _quad(label: str | None) -> str | None:
    if label is None:
        return None
    return _YIELD_QUAD if label in _JOINED.values() else str(EVENT_TYPES[label].quad)


def _parties_match(item: Row, row: Row, ours: FileRows) -> bool:
    actors, recipients = list(row["actors"]), list(row["recipients"])
    if row["event_type"] in _MUTUAL:
        # Both sides of a meeting or an accord are actors; gold has one of them as its target.
        recipients = actors + recipients
    return _is_named(item["source"], actors, ours) and _is_named(item["target"], recipients, ours)


def _is_named(phrase: str, names: list[str], ours: FileRows) -> bool:
    """Whether one of the names shares a word with the phrase, or is mentioned inside it (as ACLU, as Syrian)."""
    wanted = set(words(phrase)) - _IDLE_WORDS
    if any(wanted & (set(words(name)) - _IDLE_WORDS) for name in names):
        return True
    where = _find(phrase, ours.raw)
    return any(_lies_in(mention, where) for mention in ours.mentions if mention["name"] in names)


def _find(phrase: str, text: str) -> Span:
    start = text.find(phrase)
    return (start, start + len(phrase)) if start >= 0 else (0, 0)


def _lies_in(mention: dict[str, Any], where: Span) -> bool:
    return overlap(span(mention), where) > 0

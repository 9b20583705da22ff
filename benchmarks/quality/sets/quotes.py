"""Political news with every attribution marked: what is said, by whom, directly or not."""

from benchmarks.quality.measures import Counts, Span, overlap, set_f1, share, word_positions, words
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score, known, rows_of, span

FOUND = 0.8
_PARTS = 0.5


def score(gold: Gold, rows: Rows) -> Score:
    """Direct quotes found (token F1 of the content of at least .8), their speakers; indirect ones apart.

    `joined` lets several of our quotes answer for one of gold's that a cue interrupts. A fragment in marks inside what
    gold calls indirect counts against `direct_precision`, as the gold has it.
    """
    totals = {name: Counts() for name in ("direct_", "joined_", "indirect_")}
    speakers: dict[str, list[bool]] = {"direct": [], "indirect": []}
    misses: list[Miss] = []
    for item in gold:
        ours = rows_of(rows, item["file"])
        for kind, is_direct in (("direct", True), ("indirect", False)):
            wanted = [row for row in item["attributions"] if row["direct"] is is_direct]
            made = [row for row in ours.quotes if row["is_direct"] is is_direct]
            pairs = pair_quotes(wanted, made, ours.raw)
            totals[f"{kind}_"] += Counts(len(made), len(wanted), len({j for _, j in pairs}), len(pairs))
            named = [(wanted[i], made[j]) for i, j in pairs if wanted[i]["source"]]
            speakers[kind] += [is_speaker_right(left, right, ours) for left, right in named]
            if is_direct:
                totals["joined_"] += _joined(wanted, made, pairs, ours.raw)
                misses.append(_miss(item["file"], wanted, made, pairs, ours))
    if not gold:
        return Score({})
    metrics = {**totals["direct_"].metrics("direct_"), "speaker": share(speakers["direct"])}
    metrics |= {"direct_joined_recall": totals["joined_"].recall, "indirect_f1": totals["indirect_"].f1}
    metrics["indirect_speaker"] = share(speakers["indirect"])
    figures = {f"indirect_{name}": getattr(totals["indirect_"], name) for name in ("precision", "recall")}
    return Score(known(metrics), figures, tuple(misses))


def pair_quotes(wanted: list[Row], made: list[Row], raw: str) -> list[tuple[int, int]]:
    """Gold and our quotes whose words agree by at least FOUND, each used once, the best first."""
    candidates = []
    for i, gold in enumerate(wanted):
        readings = _readings(gold, raw)
        for j, ours in enumerate(made):
            if overlap(tuple(gold["content"]), span(ours)):
                agreement = max(set_f1(reading, word_positions(raw, span(ours))) for reading in readings)
                if agreement >= FOUND:
                    candidates.append((-agreement, i, j))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if all(i != left and j != right for left, right in pairs):
            pairs.append((i, j))
    return pairs


def _readings(gold: Row, raw: str) -> list[set[int]]:
    """The content as the hull that gold gives, and without the cue and the source that may stand inside it."""
    hull = word_positions(raw, tuple(gold["content"]))
    inner = set(hull)
    for part in ("cue", "source"):
        if gold[part]:
            inner -= word_positions(raw, tuple(gold[part]))
    return [hull, inner] if inner else [hull]


def is_speaker_right(gold: Row, ours: Row, rows: FileRows) -> bool:
    """Whether `speaker_text` shares a word with the gold source, or the speaker is mentioned inside the source."""
    source: Span = tuple(gold["source"])
    if set(words(rows.raw[slice(*source)])) & set(words(ours["speaker_text"] or "")):
        return True
    mentions = [row for row in rows.mentions if row["entity_id"] == ours["speaker_id"]]
    return any(overlap(span(row), source) for row in mentions)


def _joined(wanted: list[Row], made: list[Row], pairs: list[tuple[int, int]], raw: str) -> Counts:
    found = {i for i, _ in pairs}
    for i, gold in enumerate(wanted):
        readings = _readings(gold, raw)
        parts = [word_positions(raw, span(row)) for row in made]
        inside = [part for part in parts if part and len(part & readings[0]) / len(part) >= _PARTS]
        if any(set_f1(reading, set().union(*inside)) >= FOUND for reading in readings):
            found.add(i)
    return Counts(len(made), len(wanted), len(pairs), len(found))


def _miss(file: str, wanted: list[Row], made: list[Row], pairs: list[tuple[int, int]], ours: FileRows) -> Miss:
    counts = Counts(len(made), len(wanted), len(pairs), len(pairs))
    lost = [row for i, row in enumerate(wanted) if i not in {i for i, _ in pairs}]
    extra = [row for j, row in enumerate(made) if j not in {j for _, j in pairs}]
    strangers = [
        f"{ours.raw[slice(*wanted[i]['source'])]!r} not {made[j]['speaker_text']!r}"
        for i, j in pairs
        if wanted[i]["source"] and not is_speaker_right(wanted[i], made[j], ours)
    ]
    gold_text = " | ".join(ours.raw[slice(*row["content"])][:110] for row in lost[:3])
    our_text = " | ".join(f"{row['text'][:110]} ({row['speaker_text']})" for row in extra[:3])
    return Miss(
        file,
        counts.f1,
        f"lost {len(lost)}: {gold_text} || speakers: {strangers[:3]}",
        f"extra {len(extra)}: {our_text}",
    )

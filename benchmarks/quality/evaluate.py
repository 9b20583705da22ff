"""One set from its files to its score: Dragoman over the articles, the peers over the same ones, one scorer."""

import gzip
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from benchmarks.quality.dragoman import Run, run_dragoman
from benchmarks.quality.peers import peers_of
from benchmarks.quality.peers.cache import read_all
from benchmarks.quality.published import Published, article_id, read_bytes
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score
from benchmarks.quality.sets import actors, bad, entities, events, five, html, load, places, quotes, stories, text

Scorer = Callable[[Gold, Rows], Score]

SCORERS: dict[str, Scorer] = {
    "html": html.score,
    "text": text.score,
    "events": events.score,
    "quotes": quotes.score,
    "stories": stories.score,
    "places": places.score,
    "entities": entities.score,
    "actors": actors.score,
}
SETS = (*SCORERS, "bad", "gold", "load")
LOAD_SAMPLE = 4000
# A rewrite shares facts, not phrases, so 5-gram Jaccard cannot judge it.
_COPIES = "SELECT article_id, related_article_id, score FROM article_links WHERE kind IN ('exact_copy', 'near_copy')"


@dataclass(slots=True)
class SetResult:
    """What is known of one set after its run; without metrics where the set is absent.

    `defects` is what Dragoman held back by a fault of its own, which no figure excuses.
    """

    name: str
    metrics: dict[str, float] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)
    peers: dict[str, dict[str, float]] = field(default_factory=dict)
    misses: tuple[Miss, ...] = ()
    notes: list[str] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)
    is_absent: bool = False


def is_present(name: str, data: Path) -> bool:
    """Whether the set's files are there."""
    if name == "gold":
        return (data.parent / "gold" / "articles.yaml").is_file() and (data.parent / "articles").is_dir()
    if name in SCORERS:
        return (data / name / "gold.jsonl").is_file()
    return (data / name).is_dir()


def evaluate(name: str, data: Path, work: Path, load_records: int | None = LOAD_SAMPLE) -> SetResult:
    """Run Dragoman over one set in a new home under `work` and score what it publishes."""
    if not is_present(name, data):
        return SetResult(name, is_absent=True)
    folder = work / name
    folder.mkdir(parents=True, exist_ok=True)
    if name == "gold":
        return _evaluate_five(data, folder)
    if name == "bad":
        return _evaluate_bad(data / name, folder)
    if name == "load":
        return _evaluate_load(data / name, folder, load_records)
    return _evaluate_labelled(name, data / name, folder)


def _evaluate_labelled(name: str, data: Path, work: Path) -> SetResult:
    gold = [json.loads(line) for line in (data / "gold.jsonl").read_text("utf-8").splitlines() if line.strip()]
    if name == "actors":
        articles, names = work / "articles", [actors.file_of(index) for index in range(len(gold))]
        actors.write_articles(gold, articles)
    else:
        articles, names = data / "articles", [item["file"] for item in gold]
    run, rows, notes, defects = _run_and_read(articles, names, work, align=name != "html")
    result = _result(name, SCORERS[name](gold, rows), run, notes, defects)
    result.figures["published_share"] = sum(ours.article is not None for ours in rows.values()) / max(len(rows), 1)
    for peer in peers_of(name):
        scored = SCORERS[name](gold, read_all(peer, articles, names)).metrics
        result.peers[peer.name] = {metric: scored[metric] for metric in peer.metrics if metric in scored}
    return result


def _evaluate_five(data: Path, work: Path) -> SetResult:
    answers = yaml.safe_load((data.parent / "gold" / "articles.yaml").read_text("utf-8"))
    run, rows, notes, defects = _run_and_read(data.parent / "articles", list(answers["articles"]), work, align=True)
    return _result("gold", five.score(_dates_as_text(answers), rows), run, notes, defects)


def _evaluate_bad(data: Path, work: Path) -> SetResult:
    names = sorted(path.name for path in data.iterdir() if path.is_file())
    run = run_dragoman(data, work / "home")
    with Published(work / "home" / "curated.duckdb") as published:
        articles = [row["file_name"] for row in published.rows("SELECT file_name FROM articles")]
        quarantined = [row["file_name"] for row in published.rows("SELECT file_name FROM quarantine")]
        defects = published.defects()
    told = {name for name in names if bad.is_told(name, [*articles, *quarantined])}
    # What a file holds may be in an earlier file already, as when one archive is there packed and unpacked.
    alone = {name for name in names if name not in told and _is_told_alone(data / name, work / f"alone-{name}")}
    return _result("bad", bad.score(names, {*articles, *alone}, quarantined, finished=run.finished), run, [], defects)


def _is_told_alone(path: Path, work: Path) -> bool:
    work.mkdir()
    run_dragoman(path, work / "home")
    with Published(work / "home" / "curated.duckdb") as published:
        return bool(published.rows("SELECT 1 FROM articles UNION ALL SELECT 1 FROM quarantine LIMIT 1"))


def _evaluate_load(data: Path, work: Path, records: int | None) -> SetResult:
    source = min(path for path in data.iterdir() if path.suffix in (".gz", ".jsonl"))
    lines = read_bytes(source).split(b"\n")
    lines = [line for line in lines if line.strip()][:records]
    inbox = work / "inbox"
    inbox.mkdir()
    with gzip.open(inbox / f"{source.name.split('.')[0]}.jsonl.gz", "wb") as packed:
        packed.write(b"\n".join(lines) + b"\n")
    run = run_dragoman(inbox, work / "home")
    again = run_dragoman(inbox, work / "home")
    texts = {article_id(line.strip()): json.loads(line)["text"] for line in lines}
    with Published(work / "home" / "curated.duckdb") as published:
        links = [(row["article_id"], row["related_article_id"], row["score"]) for row in published.rows(_COPIES)]
        ids = {row["article_id"] for row in published.rows("SELECT article_id FROM articles")}
        counted = published.rows("SELECT sum(word_count) AS words FROM articles")
        rewrites = published.rows("SELECT count(*) AS links FROM article_links WHERE kind = 'rewrite'")
        defects = published.defects()
    started = time.perf_counter()
    gold = load.similar_pairs(texts)
    exact_seconds = time.perf_counter() - started
    notes = [f"{len(texts)} records of {source.name}"]
    result = _result("load", load.score(gold, links, texts), run, notes, defects)
    result.metrics["published"] = len(ids & set(texts)) / len(texts)
    result.figures |= {
        "words_per_second": ((counted and counted[0]["words"]) or 0) / run.seconds,
        "next_run_seconds": again.seconds,
        "exact_jaccard_seconds": exact_seconds,
        "rewrites_linked": (rewrites and rewrites[0]["links"]) or 0,
    }
    return result


def _run_and_read(
    articles: Path, names: Sequence[str], work: Path, *, align: bool
) -> tuple[Run, dict[str, FileRows], list[str], list[str]]:
    """The run, the rows of each file, and what is to be noted and what was held back by a fault of Dragoman's."""
    run = run_dragoman(articles, work / "home")
    with Published(work / "home" / "curated.duckdb") as published:
        rows, unlike = published.files(articles, names, align=align)
        defects = published.defects()
    notes = [f"{unlike} published texts differ from their files in more than white space"] if unlike else []
    return run, rows, notes, defects


def _result(name: str, score: Score, run: Run, notes: list[str], defects: list[str]) -> SetResult:
    figures = {**score.figures, "run_seconds": run.seconds, "peak_mb": run.peak_mb}
    trouble = [run.trouble] if run.trouble else []
    return SetResult(
        name, dict(score.metrics), figures, misses=score.misses, notes=[*trouble, *notes, *defects], defects=defects
    )


def _dates_as_text(value: Row) -> Row:
    """YAML reads 2025-04-13 as a date; gold means the text."""
    converted: Row = json.loads(json.dumps(value, default=str, ensure_ascii=False))
    return converted

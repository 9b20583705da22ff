"""`python -m benchmarks.speed.rules`: what entities, quotes and events cost beside parsing, in CPU time.

One process, after all that is loaded once. Set against the parser as the pipeline runs it and
against spaCy's own `nlp.pipe` on the same paragraphs. Wanted: under a quarter of the parser.
"""

import argparse
import gc
import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.speed.bulk import texts
from flows.gazetteer import ensure_place_tables
from flows.model import load_model
from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture
from transforms.events.find_events import find_events
from transforms.findings import find_in, parsed_article
from transforms.parsing.parse import ParsedArticle, parse_texts
from transforms.read.document import Document
from transforms.read.read_file import read_file

_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_QUARTER = 0.25
_BATCH = 48  # articles


def main() -> int:
    """Print the seconds and the shares; 1 where the rules take a quarter of the parser's time or more."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed.rules", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, help="a folder of .jsonl or .jsonl.gz files with id, title and text")
    parser.add_argument("--articles", type=int, default=300, help="how many articles")
    options = parser.parse_args()
    ensure_place_tables()
    model = load_model()
    articles = list(_articles(texts(options.data, options.articles)))
    paragraphs = [text for item in articles for text in _texts(item)]
    _extract(_parsed(articles[:_BATCH]))  # the tables and word lists are loaded here
    list(model.pipe(paragraphs[:2]))
    gc.collect()
    gc.disable()  # as a worker of the pipeline has it
    plain = _cpu_seconds(lambda: list(model.pipe(paragraphs)))
    parsed: list[ParsedArticle] = []
    ours = _cpu_seconds(lambda: parsed.extend(_parsed(articles)))
    rules = _cpu_seconds(lambda: _extract(parsed))
    print(f"{len(articles)} articles: rules {rules:.2f} s, parser {ours:.2f} s, spaCy's pipe {plain:.2f} s of CPU time")
    print(f"rules / parser {rules / ours:.3f}, rules / spaCy's pipe {rules / plain:.3f}", flush=True)
    return int(rules / ours >= _QUARTER)


def _articles(records: Sequence[dict[str, str]]) -> Iterator[CleanedArticle]:
    for item in read_file("bulk.jsonl", "".join(json.dumps(record) + "\n" for record in records).encode()):
        if isinstance(item, Document):
            yield clean_document(item, Furniture(), _DAY)


def _parsed(items: Sequence[CleanedArticle]) -> list[ParsedArticle]:
    """The articles parsed in batches, as the pipeline does."""
    found: list[ParsedArticle] = []
    for start in range(0, len(items), _BATCH):
        batch = items[start : start + _BATCH]
        docs = iter(parse_texts(load_model(), [text for item in batch for text in _texts(item)]))
        found += [
            parsed_article(item.article, item.paragraphs, list(islice(docs, len(item.paragraphs)))) for item in batch
        ]
    return found


def _texts(item: CleanedArticle) -> list[str]:
    return [item.article.text[span.char_start : span.char_end] for span in item.paragraphs]


def _extract(parsed: Sequence[ParsedArticle]) -> None:
    for article in parsed:
        found = find_in(article)
        find_events(article, found.entities, found.quotes)


def _cpu_seconds(job: Callable[[], object]) -> float:
    started = time.process_time()
    job()
    return time.process_time() - started


if __name__ == "__main__":
    raise SystemExit(main())

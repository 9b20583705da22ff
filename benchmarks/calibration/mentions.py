"""The event mentions of labelled sentences, each with its features and whether its type is the labelled one."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.gazetteer import ensure_place_tables
from flows.model import load_model
from transforms.entities.find_entities import find_entities
from transforms.events.find_events import find_featured_events
from transforms.ids import content_id
from transforms.parsing.parse import Paragraph, ParsedArticle, parse_texts
from transforms.quotes.find_quotes import find_quotes

# The labels of the Zero-Shot-PLOVER paper join two types of PLOVER 2.0.
_JOINED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention. `is_alone`: nothing of another type was found in its sentence."""

    sentence: int
    features: tuple[str, ...]
    confidence: float
    is_right: bool
    is_alone: bool


def judged_mentions(folder: Path) -> Iterator[Judged]:
    """The mentions in a set of single sentences with one labelled event each (`articles/` and `gold.jsonl`)."""
    ensure_place_tables()
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines() if line.strip()]
    texts = [(folder / "articles" / item["file"]).read_text("utf-8").strip() for item in gold]
    for number, (item, text, doc) in enumerate(zip(gold, texts, parse_texts(load_model(), texts), strict=True)):
        paragraph = Paragraph(0, "body", doc)
        article = ParsedArticle(content_id("ar", text), text, None, None, None, None, (paragraph,))
        entities = find_entities(article)
        found = list(find_featured_events(article, entities, find_quotes(article, entities)))
        types = {_JOINED.get(mention.event_type, mention.event_type) for mention, _ in found}
        for mention, features in found:
            is_right = _JOINED.get(mention.event_type, mention.event_type) == item["type"]
            yield Judged(number, features, mention.confidence, is_right, len(types) == 1)

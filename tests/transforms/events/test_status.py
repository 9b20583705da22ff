"""The status of events in sentences of our own: at least 92 % right."""

from pathlib import Path

import yaml
from spacy.language import Language

from transforms.entities.find_entities import find_entities
from transforms.events.find_events import find_events
from transforms.parsing.parse import Paragraph, ParsedArticle, parse_texts

_SENTENCES = yaml.safe_load((Path(__file__).parent / "status.yaml").read_text(encoding="utf-8"))
_NEEDED = 0.92


def _statuses_of(nlp: Language, marked: str) -> set[str]:
    """The statuses of the marked word's events: an act, and where it is declared, the declaration."""
    text = marked.replace("*", "")
    start = marked.index("*")
    doc = parse_texts(nlp, [text])[0]
    article = ParsedArticle("ar_" + "0" * 16, text, None, None, None, None, (Paragraph(0, "body", doc),))
    events = find_events(article, find_entities(article), ())
    return {event.status for event in events if event.char_start == start}


def test_status_of_own_sentences(nlp: Language) -> None:
    """Of all events that are found, nearly all have the status that a reader gives them, and nearly all are found."""
    asked = [(status, marked) for status, sentences in _SENTENCES.items() for marked in sentences]
    answers = [(status, _statuses_of(nlp, marked), marked) for status, marked in asked]
    wrong = [answer for answer in answers if answer[0] not in answer[1]]
    print(f"{len(asked) - len(wrong)} of {len(asked)} right; wrong: {wrong}")
    assert len(asked) >= 100
    assert 1 - len(wrong) / len(asked) >= _NEEDED, wrong

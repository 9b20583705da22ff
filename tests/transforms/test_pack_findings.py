from datetime import date
from typing import Any

import pytest
from spacy.language import Language

from schemas.articles import Article
from transforms.extract import Extraction, Known, extract_article
from transforms.found_events import FoundEvents
from transforms.known_results import DamagedResultsError
from transforms.pack_findings import pack_events, pack_findings, unpack_events, unpack_findings
from transforms.paragraph_span import ParagraphSpan
from transforms.parsing.parse import parse_texts

RAID = """Kenyan soldiers attacked gunmen near Moyale on 3 October 2026. “We lost two men,” Colonel Grace Atieno told Reuters.
She said the minister would visit the town. Ugandan farmers rest at night."""
TEXTS = [RAID, "Nothing."]


def article(number: int) -> Article:
    values: dict[str, Any] = dict.fromkeys(Article.__dataclass_fields__)
    values |= {"article_id": f"ar_{number:016x}", "text": TEXTS[number], "published_earliest": date(2026, 10, 5)}
    return Article(**values)


SPANS = [[ParagraphSpan(0, len(text), "body")] for text in TEXTS]


@pytest.fixture(scope="module")
def found(nlp: Language) -> list[Extraction]:
    return [
        extract_article(article(number), SPANS[number], parse_texts(nlp, [text])) for number, text in enumerate(TEXTS)
    ]


def events(found: list[Extraction]) -> list[FoundEvents]:
    return [FoundEvents(one.events, one.event_words) for one in found]


def test_what_is_packed_comes_back(found: list[Extraction]) -> None:
    findings = [one.findings for one in found]
    assert findings[0].entities.anaphora
    assert findings[0].entities.shadowed
    assert findings[0].entities.unnamed
    assert any(quote.via for quote in findings[0].quotes)
    assert any(event.date_earliest for event in found[0].events)
    assert unpack_findings(pack_findings(findings)) == findings
    assert unpack_events(pack_events(events(found))) == events(found)


def test_an_article_of_which_all_is_known_needs_no_parse(found: list[Extraction]) -> None:
    known = Known(found[0].findings, events(found)[0])
    assert extract_article(article(0), SPANS[0], [], known) == found[0]


def test_events_are_found_anew_in_known_findings(nlp: Language, found: list[Extraction]) -> None:
    known = Known(found[0].findings)
    assert extract_article(article(0), SPANS[0], parse_texts(nlp, [TEXTS[0]]), known) == found[0]


@pytest.mark.parametrize("damage", [lambda packed: packed[:-9], lambda packed: b"\xa5" * len(packed)])
def test_damaged_bytes_are_an_error(found: list[Extraction], damage: Any) -> None:
    with pytest.raises(DamagedResultsError):
        unpack_findings(damage(pack_findings([one.findings for one in found])))
    with pytest.raises(DamagedResultsError):
        unpack_findings(pack_events(events(found)))

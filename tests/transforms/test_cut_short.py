"""Paragraphs that stop in mid-sentence, as scraped ones do: nothing breaks, and every span slices to its text."""

from datetime import date

import pytest
from spacy.language import Language

from schemas.articles import Article
from transforms.extract import extract_article
from transforms.paragraph_span import ParagraphSpan
from transforms.parsing.parse import parse_texts

_WHOLE = {
    "bodies": "Officials of the Ministry of Posts and Telecommunications and the Bank of Norway met Prime Minister Ana Roe "
    "and Chief Technology Officer Ben Aho in Port St. Lucie, Florida, on the 3rd of May.",
    "quotes": "“We will not sign,” said Roe, the head of the union and of the party, “unless they – as promised – pay.” "
    "According to TASS, citing Izvestia, she added that “nobody” had asked for talks.",
    "events": "After talks between Chad and Niger on 3 March, during which rebels who were accused of shelling the town of Bol "
    "freed two of the nine soldiers and the envoy, the U.N. called on both sides to pull out of the area.",
    "lists": "Kenya, Uganda, Mr. Otieno and Dr. J. K. Aho of the University of Oslo, the so-called Group of the Five & Co., "
    "and the mayors of Lima, Quito and La Paz",
    "asides": "Remember, the bridge will stay closed until the talks with Chile end in May, the mayor of Lima said.",
}


@pytest.mark.parametrize("kind", sorted(_WHOLE))
def test_a_paragraph_may_stop_anywhere(nlp: Language, kind: str) -> None:
    words = _WHOLE[kind].split(" ")
    paragraphs = [" ".join(words[:end]) for end in range(1, len(words))]
    paragraphs += [" ".join(words[start:]) for start in range(1, len(words))]
    text = "\n\n".join(paragraphs)
    starts = [sum(len(part) + 2 for part in paragraphs[:number]) for number in range(len(paragraphs))]
    spans = [ParagraphSpan(start, start + len(part), "body") for start, part in zip(starts, paragraphs, strict=True)]
    article = Article(
        **{
            **dict.fromkeys(Article.__dataclass_fields__),
            "article_id": "ar_0123456789abcdef",
            "text": text,
            "first_seen_at": date(2026, 1, 1),
        }
    )
    found = extract_article(article, spans, parse_texts(nlp, paragraphs))
    assert found.mentions
    assert all(text[one.char_start : one.char_end] == one.text for one in (*found.mentions, *found.events))
    assert all(text[one.char_start : one.char_end] == one.text for one in found.quotes)

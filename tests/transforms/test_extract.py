from datetime import date

from spacy.language import Language

from schemas.articles import Article
from transforms.extract import Extraction, extract_article
from transforms.paragraph_span import ParagraphSpan
from transforms.parsing.parse import parse_texts


def extract(nlp: Language, text: str) -> Extraction:
    values = dict.fromkeys(Article.__dataclass_fields__)
    article = Article(
        **{**values, "article_id": "ar_0123456789abcdef", "text": text, "first_seen_at": date(2026, 1, 1)}
    )
    return extract_article(article, [ParagraphSpan(0, len(text), "body")], parse_texts(nlp, [text]))


def test_people_without_a_name_are_entities_where_they_act_or_speak(nlp: Language) -> None:
    found = extract(nlp, "Gunmen attacked soldiers in Lima. A nurse said the road was open. Doctors rest at night.")
    assert {entity.name for entity in found.entities if entity.kind == "GROUP"} == {"gunmen", "soldiers", "nurse"}
    assert {mention.entity_id for mention in found.mentions} == {entity.local_id for entity in found.entities}


def test_a_name_inside_a_description_is_a_mention_too(nlp: Language) -> None:
    found = extract(nlp, "Kenyan farmers rest at night. Ugandan soldiers attacked gunmen.")
    names = {entity.local_id: entity.name for entity in found.entities}
    assert [(mention.text, names[mention.entity_id]) for mention in found.mentions] == [
        ("Kenyan", "Kenya"),
        ("Ugandan", "Uganda"),
        ("Ugandan soldiers", "Ugandan soldiers"),
        ("gunmen", "gunmen"),
    ]
    assert {entity.mention_count for entity in found.entities} == {1}

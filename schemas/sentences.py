"""Sentences: the unit of evidence that mentions point to."""

from typing import Annotated

from schemas.record import record
from schemas.table import Column, table
from schemas.vocabulary import ID_PATTERN


@table("sentences")
@record(kw_only=True)
class Sentence:
    """One sentence of an article's body, headline, subhead or caption."""

    sentence_id: Annotated[str, Column(doc="Hash of article and span.", key=True, pattern=ID_PATTERN)]
    article_id: Annotated[str, Column(doc="The article.", refers_to="articles")]
    char_start: Annotated[int, Column(doc="First code point of the sentence in articles.text.", ge=0)]
    char_end: Annotated[int, Column(doc="One past the last code point of the sentence.", ge=0)]
    text: Annotated[str, Column(doc="The sentence itself.", slices="articles.text")]

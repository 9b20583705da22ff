"""Quotes: what is said, by whom, and through whom it reached the article."""

from typing import Annotated

from schemas.record import record
from schemas.table import Column, table
from schemas.vocabulary import ID_PATTERN


@table("quotes")
@record(kw_only=True)
class Quote:
    """One stretch of direct or reported speech with its speaker; what "you want" in advice is none."""

    quote_id: Annotated[str, Column(doc="Hash of article and span.", key=True, pattern=ID_PATTERN)]
    article_id: Annotated[str, Column(doc="The article.", refers_to="articles")]
    char_start: Annotated[int, Column(doc="First code point of the content in articles.text, inside the marks.", ge=0)]
    char_end: Annotated[int, Column(doc="One past the last code point of the content.", ge=0)]
    text: Annotated[str, Column(doc="The content itself, without quotation marks.", slices="articles.text")]
    is_direct: Annotated[
        bool, Column(doc="True where four fifths of it or more stand between marks, counted with its cue inside.")
    ]
    verbatim: Annotated[
        tuple[str, ...],
        Column(doc="The parts of it that stand between marks, without a cue among them: what is given word for word."),
    ]
    speaker_id: Annotated[str | None, Column(doc="The entity that speaks, where it is known.", refers_to="entities")]
    speaker_text: Annotated[str | None, Column(doc="The speaker in the article's words.")]
    cue: Annotated[str | None, Column(doc="The word that attributes it: said, according to, …")]
    via: Annotated[
        tuple[str, ...],
        Column(doc="The media it came through, nearest first: {TASS, Reuters}; the last may speak itself."),
    ]

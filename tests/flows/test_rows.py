"""The first gate: planted rows are held back, each with a reason that names what is wrong."""

from datetime import date, datetime

import polars as pl
import pytest

from flows.rows import Rejected, admit
from schemas.articles import Article
from schemas.catalog import TABLES
from schemas.event_mentions import ExtractedEvent
from schemas.render.frames import to_frame
from schemas.render.pandera_model import pandera_model
from schemas.sentences import Sentence

TEXT = "The dockers of Mombasa walked out. The port stood still."
ARTICLE = "ar_0000000000000001"
SEEN = date(2026, 10, 5)


def frames(**changed: pl.DataFrame) -> dict[str, pl.DataFrame]:
    article = Article(
        article_id=ARTICLE,
        file_name="strike.txt",
        source="Coast Wire",
        url=None,
        headline=None,
        byline=None,
        section=None,
        language="en",
        published_edtf=None,
        published_earliest=None,
        published_latest=None,
        text=TEXT,
        body=TEXT,
        word_count=10,
        first_seen_at=datetime.fromisoformat("2026-10-05"),
    )
    sentence = Sentence(
        sentence_id="se_0000000000000001", article_id=ARTICLE, char_start=0, char_end=34, text=TEXT[:34]
    )
    event = ExtractedEvent(
        mention_id="em_0000000000000001",
        article_id=ARTICLE,
        sentence_id="se_0000000000000001",
        char_start=23,
        char_end=33,
        text="walked out",
        trigger="walk",
        event_type="PROTEST",
        mode="strike",
        status="occurred",
        actor_ids=(),
        recipient_ids=(),
        place_id=None,
        date_text=None,
        date_edtf=None,
        date_earliest=None,
        date_latest=None,
        date_basis="none",
        attributed_to=None,
        topic=(),
        round=None,
        confidence=0.8,
    )
    good = {"articles": [article], "sentences": [sentence], "extracted_events": [event]}
    return {name: to_frame(TABLES[name], rows) for name, rows in good.items()} | changed


def planted(name: str, **values: object) -> pl.DataFrame:
    return frames()[name].with_columns(
        **{key: pl.lit(value, frames()[name].schema[key]) for key, value in values.items()}
    )


def held(rows: dict[str, pl.DataFrame]) -> list[Rejected]:
    for name, frame in rows.items():  # what the declaration of a row alone can tell does not catch it
        pandera_model(TABLES[name]).validate(frame, lazy=True)
    good, rejected = admit(rows, SEEN)
    assert all(len(good[name]) + sum(one.table_name == name for one in rejected) == len(rows[name]) for name in rows)
    return rejected


def test_good_rows_pass() -> None:
    assert held(frames()) == []


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"char_start": 24, "char_end": 34}, "text: its span cuts 'alked out.'"),
        ({"sentence_id": "se_00000000000000ff"}, "sentence_id: there is no such row of sentences, or it was held back"),
        (
            {"date_earliest": date(2087, 1, 1), "date_latest": date(2087, 1, 1), "date_edtf": "2087-01-01"},
            "date_earliest: after 2076, 50 years from when it was seen",
        ),
    ],
)
def test_a_planted_defect_holds_back_its_row_and_says_why(values: dict[str, object], reason: str) -> None:
    (rejected,) = held(frames(extracted_events=planted("extracted_events", **values)))
    assert (rejected.table_name, rejected.row["mention_id"]) == ("extracted_events", "em_0000000000000001")
    assert rejected.reasons == (reason,)
    assert "em_0000000000000001" in rejected.excerpt


def test_of_two_rows_with_one_id_the_first_stays() -> None:
    twice = pl.concat([frames()["extracted_events"], planted("extracted_events", trigger="leave")])
    (rejected,) = held(frames(extracted_events=twice))
    assert (rejected.row["trigger"], rejected.reasons) == ("leave", ("mention_id: an earlier row has the same",))


def test_a_row_goes_with_the_row_that_it_refers_to() -> None:
    rejected = held(frames(sentences=planted("sentences", char_start=1, char_end=35)))
    assert [one.table_name for one in rejected] == ["sentences", "extracted_events"]


def test_a_clock_that_jumped_back_holds_nothing_back() -> None:
    dated = planted("extracted_events", date_earliest=date(2026, 10, 5), date_latest=date(2026, 10, 5))
    assert admit(frames(extracted_events=dated), date(1970, 1, 1))[1] == []

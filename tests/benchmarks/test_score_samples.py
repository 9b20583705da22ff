from copy import deepcopy

import pytest

from benchmarks.quality.rows import FileRows, Row
from benchmarks.quality.sets import bad, five, load

FIRST = (
    "Ministers met\nEnvoys of Ruritania and Sylvania met in Strelsau.\nThey met there in May too.\n“Peace,” Ota said."
)
SECOND = "Ruritanian and Sylvanian envoys met.\nSylvania shelled a ford."

GOLD: Row = {
    "articles": {
        "000_a.txt": {
            "headline": [1],
            "body": [2, 3, 4],
            "published": "2021-06-02",
            "people": ["Jan Ota"],
            "places": ["Ruritania"],
            "quotes": [{"line": 4, "speaker": "Jan Ota", "text": "Peace,"}],
            "events": [
                {"line": 2, "type": "CONSULT", "actors": ["RUR", "SYL"], "date": "2021-06-01", "status": "occurred"},
                {"line": 3, "type": "CONSULT", "actors": ["RUR", "SYL"], "date": "2021-05", "status": "occurred"},
            ],
        },
        "001_b.txt": {
            "body": [1, 2],
            "events": [
                {"line": 1, "type": "CONSULT", "actors": ["RUR", "SYL"], "status": "occurred", "date": "XXXX-06-01"},
                {"line": 2, "type": "ASSAULT", "actors": ["SYL"], "status": "occurred"},
            ],
        },
    },
    "aliases": {"Ruritania": ["Ruritania", "Ruritanian"], "Jan Ota": ["Ota", "Mr Ota"]},
    "stories": [
        {"type": "CONSULT", "actors": ["RUR", "SYL"], "date": "2021-06-01", "articles": ["000", "001"]},
        {"type": "CONSULT", "actors": ["RUR", "SYL"], "date": "2021-05", "articles": ["000"]},
        {"must_not_join": "the two meetings"},
    ],
}


def span(raw: str, part: str) -> Row:
    start = raw.index(part)
    return {"char_start": start, "char_end": start + len(part), "text": part}


def event(raw: str, part: str, event_id: str, date_edtf: str | None, event_type: str = "CONSULT") -> Row:
    countries = ["RUR", "SYL"] if event_type == "CONSULT" else ["SYL"]
    row = {"event_type": event_type, "status": "occurred", "actors": [], "recipients": [], "recipient_countries": []}
    return {**row, **span(raw, part), "event_id": event_id, "date_edtf": date_edtf, "actor_countries": countries}


def mention(raw: str, part: str, name: str, kind: str) -> Row:
    return {**span(raw, part), "name": name, "kind": kind, "entity_id": name}


@pytest.fixture
def perfect() -> dict[str, FileRows]:
    quote = {**span(FIRST, "Peace,"), "speaker_id": "Jan Ota", "speaker_text": "Ota"}
    first = FileRows(
        "000_a.txt",
        FIRST,
        {"published_edtf": "2021-06-02"},
        [span(FIRST, "Ministers met\n")],
        [mention(FIRST, "Ruritania", "Ruritania", "PLACE"), mention(FIRST, "Ota", "Jan Ota", "PERSON")],
        [quote],
        [event(FIRST, "met in", "e1", "2021-06-01"), event(FIRST, "met there", "e2", "2021-05")],
    )
    second = FileRows(
        "001_b.txt",
        SECOND,
        {},
        mentions=[mention(SECOND, "Ruritanian", "Ruritania", "PLACE")],
        events=[event(SECOND, "met", "e1", "XXXX-06-01"), event(SECOND, "shelled", "e3", None, "ASSAULT")],
    )
    return {"000_a.txt": first, "001_b.txt": second}


def test_gold_fed_back_is_perfect(perfect: dict[str, FileRows]) -> None:
    metrics = five.score(GOLD, perfect).metrics
    assert set(metrics.values()) == {1.0}
    assert {"body_exact", "people", "quotes", "quote_speakers", "events", "stories", "aliases", "must_not_join"} <= set(
        metrics
    )


def test_nothing_published_is_zero() -> None:
    metrics = five.score(GOLD, {}).metrics
    # No text, no spelling in use, no event that could join two stories.
    assert {"aliases", "must_not_join"}.isdisjoint(metrics)
    assert set(metrics.values()) == {0.0}


def test_two_stories_in_one_event(perfect: dict[str, FileRows]) -> None:
    joined = deepcopy(perfect)
    joined["000_a.txt"].events[1]["event_id"] = "e1"
    metrics = five.score(GOLD, joined).metrics
    assert metrics["must_not_join"] == 0.0
    assert metrics["stories"] == 0.5


def test_one_story_in_two_events_is_wrong_and_joins_nothing(perfect: dict[str, FileRows]) -> None:
    perfect["001_b.txt"].events[0]["event_id"] = "e9"
    metrics = five.score(GOLD, perfect).metrics
    assert (metrics["stories"], metrics["must_not_join"]) == (0.5, 1.0)


def test_a_spelling_on_another_entity(perfect: dict[str, FileRows]) -> None:
    perfect["001_b.txt"].mentions[0]["entity_id"] = "Q"
    # Of the spellings in use (Ruritania, Ruritanian, Ota) one is astray; "Mr Ota" stands nowhere.
    assert five.score(GOLD, perfect).metrics["aliases"] == pytest.approx(2 / 3)


def test_an_actor_may_be_called_as_the_text_calls_it(perfect: dict[str, FileRows]) -> None:
    gold = deepcopy(GOLD)
    gold["articles"]["000_a.txt"]["events"][0]["actors"] = ["Ota"]
    perfect["000_a.txt"].events[0]["actors"] = ["Jan Ota"]
    assert five.score(gold, perfect).metrics["event_actors"] == 1.0
    perfect["000_a.txt"].mentions.clear()
    assert five.score(gold, perfect).metrics["event_actors"] == 0.75


def test_a_name_without_its_title_is_most_of_the_spelling(perfect: dict[str, FileRows]) -> None:
    perfect["000_a.txt"].raw = FIRST.replace("Ota", "Mr. Ota")
    gold = {**GOLD, "aliases": {"Jan Ota": ["Mr. Ota"]}}
    start = perfect["000_a.txt"].raw.index("Mr. Ota")
    for begin, expected in ((start, 1.0), (start + 2, 1.0), (start + 4, 0.0)):
        perfect["000_a.txt"].mentions[1] |= {"char_start": begin, "char_end": start + 7}
        assert five.score(gold, perfect).metrics["aliases"] == expected


def test_status_actors_and_dates_are_judged_apart(perfect: dict[str, FileRows]) -> None:
    perfect["000_a.txt"].events[0] |= {"status": "planned", "actor_countries": ["RUR"], "date_edtf": None}
    metrics = five.score(GOLD, perfect).metrics
    assert metrics["events"] == 1.0
    assert metrics["event_status"] == metrics["event_actors"] == 0.75
    assert metrics["event_dates"] == pytest.approx(2 / 3)


PAIRS = {("a", "b"): 1.0, ("a", "c"): 0.6}


def test_copies_fed_back_are_perfect() -> None:
    metrics = load.score(PAIRS, [("b", "a", 1.0), ("a", "c", 0.6)], {}).metrics
    assert set(metrics.values()) == {1.0}
    assert len(metrics) == 4


def test_copies_linked_both_ways_count_once_and_strangers_against() -> None:
    scored = load.score(PAIRS, [("b", "a", 1.0), ("a", "b", 0.8), ("c", "d", 0.9)], {})
    assert scored.metrics == {
        "copies_recall_50": 0.5,
        "copies_precision_50": 0.5,
        "copies_recall_90": 1.0,
        "copies_precision_90": 0.5,
    }
    assert scored.figures == {"pairs": 2.0, "links": 2.0}


def test_no_copies_and_no_links() -> None:
    assert load.score({}, [], {}).metrics == {}
    assert load.score(PAIRS, [], {}).metrics == {"copies_recall_50": 0.0, "copies_recall_90": 0.0}


def test_every_bad_file_is_told_of() -> None:
    scored = bad.score(["a.warc", "b.txt", "c.arc"], ["a.warc#2"], ["b.txt"], finished=True)
    assert scored.metrics == {"finished": 1.0, "accounted": pytest.approx(2 / 3)}
    assert [miss.item for miss in scored.misses if not miss.score] == ["c.arc"]


def test_a_longer_name_is_another_file() -> None:
    assert not bad.is_told("a.warc", ["a.warc.gz"])
    assert bad.score([], [], [], finished=False).metrics == {"finished": 0.0}

import pytest

from benchmarks.quality.rows import FileRows, Row, Score
from benchmarks.quality.sets import events, stories
from benchmarks.quality.sets.events import best_type, macro_f1
from benchmarks.quality.sets.stories import sharing_pairs

RAW = "The Syrian government condemned Ruritania's raid."
GOLD = {"file": "a.txt", "source": "The Syrian government", "target": "Ruritania", "type": "ACCUSE", "quad": "3"}


def event(event_type: str, actors: list[str], recipients: list[str], **more: object) -> Row:
    row: Row = {"event_type": event_type, "actors": actors, "recipients": recipients, "confidence": 0.5}
    return {**row, "char_start": 0, "char_end": 1, "text": "T", "event_id": "e", **more}


def sentence(*rows: Row, mentions: list[Row] | None = None) -> dict[str, FileRows]:
    return {"a.txt": FileRows("a.txt", RAW, {}, events=list(rows), mentions=mentions or [], sentences=1)}


def test_gold_fed_back_is_perfect() -> None:
    scored = events.score([GOLD], sentence(event("ACCUSE", [GOLD["source"]], [GOLD["target"]])))
    assert scored.metrics == {"type": 1.0, "macro_f1": 1.0, "quad": 1.0, "triple": 1.0}
    assert scored.figures == {"mentions_per_sentence": 1.0}


def test_a_canonical_name_counts_where_its_mention_stands() -> None:
    mentions = [{"name": "Syria", "char_start": 4, "char_end": 10}]
    ours = sentence(event("ACCUSE", ["Syria"], ["Ruritania"]), mentions=mentions)
    assert events.score([GOLD], ours).metrics["triple"] == 1.0
    assert events.score([GOLD], sentence(event("ACCUSE", ["Syria"], ["Ruritania"]))).metrics["triple"] == 0.0


def test_the_parties_may_not_change_places_in_an_accusation_but_in_a_meeting() -> None:
    turned = sentence(event("ACCUSE", ["Ruritania"], ["Syrian government"]))
    assert events.score([GOLD], turned).metrics["triple"] == 0.0
    meeting = {**GOLD, "type": "CONSULT", "quad": "1"}
    together = sentence(event("CONSULT", ["Ruritania", "Syrian government"], []))
    assert events.score([meeting], together).metrics["triple"] == 1.0


def test_articles_and_prepositions_are_no_agreement() -> None:
    assert events.score([GOLD], sentence(event("ACCUSE", ["The Times"], ["Ruritania"]))).metrics["triple"] == 0.0


def test_nothing_found_and_nothing_asked() -> None:
    assert set(events.score([GOLD], {}).metrics.values()) == {0.0}
    assert events.score([], {}).metrics == {}


def test_retreat_and_concession_answer_yield() -> None:
    gold = {**GOLD, "type": "YIELD", "quad": "2"}
    for event_type in ("RETREAT", "CONCEDE"):
        scored = events.score([gold], sentence(event(event_type, [], [])))
        assert scored.metrics == {"type": 1.0, "macro_f1": 1.0, "quad": 1.0, "triple": 0.0}


def test_the_best_mention_is_the_right_one_or_else_the_surest() -> None:
    rows = [event("AID", [], [], confidence=0.9), event("ACCUSE", [], [], confidence=0.2)]
    assert best_type("ACCUSE", rows) == "ACCUSE"
    assert best_type("REJECT", rows) == "AID"
    assert best_type("REJECT", []) is None


def test_macro_f1_of_a_known_table() -> None:
    # AID: 1 of 2 found, 1 of 2 predicted right; ASSAULT: nothing found, 1 predicted; REQUEST is no gold type.
    pairs = [("AID", "AID"), ("AID", "ASSAULT"), ("ASSAULT", "AID"), ("ASSAULT", "REQUEST")]
    assert macro_f1(pairs) == pytest.approx((0.5 + 0.0) / 2)
    assert macro_f1([]) is None


def story(file: str, cluster: str, **more: object) -> Row:
    return {
        "file": file,
        "topic": "1",
        "mentions": [{"start": 0, "end": 4, "text": "raid", "cluster": cluster}],
        **more,
    }


def told(**ids: str) -> dict[str, FileRows]:
    rows = {}
    for key, event_id in ids.items():
        name = f"{key}.txt"
        one = event("ASSAULT", [], [], char_start=0, char_end=4, text="raid", event_id=event_id)
        rows[name] = FileRows(name, "raid on the ford", {}, events=[one])
    return rows


STORIES = [story("a.txt", "C1"), story("b.txt", "C1"), story("c.txt", "C2")]


def test_stories_fed_back_are_perfect() -> None:
    scored = stories.score(STORIES, told(a="1", b="1", c="2"))
    assert scored.metrics == {"pair_precision": 1.0, "pair_recall": 1.0, "pair_f1": 1.0, "b3_f1": 1.0}


def test_everything_in_one_event() -> None:
    scored = stories.score(STORIES, told(a="1", b="1", c="1"))
    assert scored.metrics["pair_precision"] == pytest.approx(1 / 3)
    assert scored.metrics["pair_recall"] == 1.0
    # B³ precision: two mentions 2/3 pure, one 1/3; recall 1.
    precision = (2 / 3 + 2 / 3 + 1 / 3) / 3
    assert scored.metrics["b3_f1"] == pytest.approx(2 * precision / (precision + 1))


def test_no_event_found() -> None:
    scored = stories.score(STORIES, {})
    assert scored.metrics == {"pair_precision": 0.0, "pair_recall": 0.0, "pair_f1": 0.0}
    assert scored.figures["mentions_covered"] == 0.0
    assert stories.score([], {}) == Score({})


def test_files_of_the_same_bytes_share_what_they_share() -> None:
    assert sharing_pairs({"a": ["1", "1"], "b": ["1"], "c": []}) == {("a", "b")}


def test_of_two_mentions_over_one_word_the_tighter_speaks() -> None:
    ours = told(a="1")
    wide = event("AID", [], [], char_start=0, char_end=9, text="raid on t", event_id="2")
    ours["a.txt"].events.append(wide)
    mention = STORIES[0]["mentions"][0]
    assert stories.overlapping_event(mention, ours["a.txt"]) == "1"
    assert stories.overlapping_event({**mention, "start": 12, "end": 16}, ours["a.txt"]) is None

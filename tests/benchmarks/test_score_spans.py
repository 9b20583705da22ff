import pytest

from benchmarks.quality.rows import FileRows, Row, Score
from benchmarks.quality.sets import actors, entities, places, quotes
from benchmarks.quality.sets.places import country_of, distance_km

RAW = "“Наша цель — мир, is our aim,” said Mr Oduya, “and we keep to it.” He left Łódź for the Łódź Fair."


def find(part: str, start: int = 0) -> tuple[int, int]:
    at = RAW.index(part, start)
    return at, at + len(part)


def row(part: str, start: int = 0, **more: object) -> Row:
    where = find(part, start)
    return {"char_start": where[0], "char_end": where[1], "text": part, **more}


def attribution(content: tuple[int, int], **more: object) -> Row:
    return {
        "content": list(content),
        "source": list(find("Mr Oduya")),
        "cue": list(find("said")),
        "direct": True,
        **more,
    }


FIRST, SECOND = "Наша цель — мир, is our aim,", "and we keep to it."
WHOLE = (find(FIRST)[0], find(SECOND)[1])


def quote(part: str, **more: object) -> Row:
    return {**row(part), "is_direct": True, "speaker_id": "p", "speaker_text": "Oduya", **more}


def quoted(*rows: Row) -> dict[str, FileRows]:
    mentions = [row("Mr Oduya", entity_id="p")]
    return {"a": FileRows("a", RAW, {}, quotes=list(rows), mentions=mentions)}


def gold_quotes(*rows: Row) -> list[Row]:
    return [{"file": "a", "attributions": list(rows)}]


def test_quotes_fed_back_are_perfect() -> None:
    gold = gold_quotes(attribution(find(FIRST)), attribution(find(SECOND)))
    metrics = quotes.score(gold, quoted(quote(FIRST), quote(SECOND))).metrics
    assert metrics == {
        "direct_precision": 1.0,
        "direct_recall": 1.0,
        "direct_f1": 1.0,
        "speaker": 1.0,
        "direct_joined_recall": 1.0,
        "indirect_f1": 1.0,
    }


def test_a_quote_that_its_cue_interrupts() -> None:
    apart = quotes.score(gold_quotes(attribution(WHOLE)), quoted(quote(FIRST), quote(SECOND))).metrics
    assert apart["direct_recall"] == 0.0
    assert apart["direct_joined_recall"] == 1.0
    whole = quotes.score(gold_quotes(attribution(WHOLE)), quoted(quote(RAW[slice(*WHOLE)]))).metrics
    assert whole["direct_recall"] == 1.0


def test_a_quote_found_twice_is_one_hit() -> None:
    metrics = quotes.score(gold_quotes(attribution(find(FIRST))), quoted(quote(FIRST), quote(FIRST[:-1]))).metrics
    assert (metrics["direct_precision"], metrics["direct_recall"]) == (0.5, 1.0)


def test_too_little_of_a_quote_is_not_found() -> None:
    metrics = quotes.score(gold_quotes(attribution(find(FIRST))), quoted(quote("is our aim,"))).metrics
    assert metrics["direct_f1"] == 0.0


def test_speakers_by_words_and_by_entity() -> None:
    gold = gold_quotes(attribution(find(FIRST)))
    for speaker, expected in (("Mr. ODUYA", 1.0), ("the minister", 0.0), (None, 0.0)):
        ours = quoted(quote(FIRST, speaker_text=speaker, speaker_id=None))
        assert quotes.score(gold, ours).metrics["speaker"] == expected
    assert quotes.score(gold, quoted(quote(FIRST, speaker_text="he"))).metrics["speaker"] == 1.0


def test_indirect_speech_is_counted_apart() -> None:
    gold = gold_quotes(attribution(find(FIRST), direct=False))
    metrics = quotes.score(gold, quoted(quote(FIRST, is_direct=False))).metrics
    assert (metrics["indirect_f1"], metrics["direct_f1"]) == (1.0, 1.0)
    assert quotes.score(gold, quoted(quote(FIRST))).metrics["direct_precision"] == 0.0
    assert quotes.score(gold, {}).metrics["indirect_f1"] == 0.0
    assert quotes.score([], {}) == Score({})


LODZ = {"phrase": "Łódź", "start": find("Łódź")[0], "end": find("Łódź")[1], "geonames": "3093133"}
LODZ |= {"lat": "51.77058", "lon": "19.47395"}


def place(part: str, start: int = 0, **more: object) -> Row:
    base = {
        "kind": "PLACE",
        "name": part,
        "geonames_id": 3093133,
        "latitude": 51.77,
        "longitude": 19.47,
        "country": "POL",
    }
    return {**row(part, start), **base, **more}


def placed(*rows: Row) -> dict[str, FileRows]:
    return {"a": FileRows("a", RAW, {}, mentions=list(rows))}


def test_places_fed_back_are_perfect() -> None:
    metrics = places.score([{"file": "a", "toponyms": [LODZ]}], placed(place("Łódź"))).metrics
    assert set(metrics.values()) == {1.0}
    assert set(metrics) == {"mention_precision", "mention_recall", "mention_f1", "within_161_km", "country"}


def test_places_found_at_the_wrong_spot_or_at_none() -> None:
    gold = [{"file": "a", "toponyms": [LODZ]}]
    far = places.score(gold, placed(place("Łódź", geonames_id=1, latitude=46.0, longitude=25.0, country="ROU"))).metrics
    assert (far["mention_f1"], far["within_161_km"], far["country"]) == (1.0, 0.0, 0.0)
    nowhere = places.score(gold, placed(place("Łódź", geonames_id=None, latitude=None, longitude=None, country=None)))
    assert nowhere.metrics["within_161_km"] == 0.0


def test_toponyms_without_a_point_are_only_mentions() -> None:
    gold = [{"file": "a", "toponyms": [{**LODZ, "lat": "", "lon": "", "geonames": ""}]}]
    assert places.score(gold, placed(place("Łódź"))).metrics == {
        "mention_precision": 1.0,
        "mention_recall": 1.0,
        "mention_f1": 1.0,
    }


def test_only_places_are_toponyms_and_each_counts_once() -> None:
    gold = [{"file": "a", "toponyms": [LODZ]}]
    fair = place("Łódź Fair", kind="EVENT")
    again = place("Łódź", find("Łódź")[1])
    metrics = places.score(gold, placed(place("Łódź"), again, fair)).metrics
    assert (metrics["mention_precision"], metrics["mention_recall"]) == (0.5, 1.0)
    assert places.score([], {}) == Score({})
    assert places.score(gold, {}).metrics["mention_f1"] == 0.0


def test_the_country_of_a_point() -> None:
    assert country_of({"geonames": "0", "lat": "48.2", "lon": "16.37"}) == "AUT"
    assert country_of({"geonames": "2921044", "lat": "51.5", "lon": "10.5"}) == "DEU"
    assert country_of({"geonames": "", "lat": "", "lon": ""}) is None


def test_great_circle() -> None:
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)
    assert distance_km(52.5, 13.4, 52.5, 13.4) == 0


def gold_mention(part: str, wikidata: str, start: int = 0) -> Row:
    where = find(part, start)
    return {"start": where[0], "end": where[1], "text": part, "wikidata": wikidata, "type": "X"}


def linked(*rows: Row) -> list[Row]:
    return [{"file": "a", "mentions": list(rows), "evaluation_span": [0, len(RAW)]}]


def named(part: str, entity_id: str, start: int = 0) -> Row:
    return {**row(part, start), "entity_id": entity_id, "kind": "OTHER", "name": part}


def mentioned(*rows: Row) -> dict[str, FileRows]:
    return {"a": FileRows("a", RAW, {}, mentions=list(rows))}


def test_entities_fed_back_are_perfect() -> None:
    gold = linked(gold_mention("Mr Oduya", "<NIL>"), gold_mention("Łódź", "Q580"), gold_mention("the Łódź Fair", "Q1"))
    ours = mentioned(named("Mr Oduya", "x"), named("Łódź", "y"), named("Łódź Fair", "z", find("the Łódź")[0]))
    assert set(entities.score(gold, ours).metrics.values()) == {1.0}


def test_pronouns_common_nouns_and_numbers_are_not_names() -> None:
    gold = linked(
        gold_mention("He", "Q5"),
        gold_mention("our aim", "Q7"),
        gold_mention("Łódź", "DATETIME"),
        gold_mention("Mr", "Q2"),
    )
    metrics = entities.score(gold, mentioned(named("Mr", "x"))).metrics
    assert (metrics["mention_precision"], metrics["mention_recall"]) == (1.0, 1.0)


def test_entities_outside_the_evaluated_part_do_not_count() -> None:
    gold = [{"file": "a", "mentions": [], "evaluation_span": list(find("Наша"))}]
    assert entities.score(gold, mentioned(named("Mr Oduya", "x"))).metrics["mention_f1"] == 1.0
    assert entities.score(gold, mentioned(named("Наша", "x"))).metrics["mention_f1"] == 0.0


def test_two_things_taken_for_one() -> None:
    gold = linked(gold_mention("Mr Oduya", "Q1"), gold_mention("Łódź", "Q2"))
    metrics = entities.score(gold, mentioned(named("Mr Oduya", "x"), named("Łódź", "x"))).metrics
    assert metrics["b3_in_file_f1"] == metrics["b3_across_f1"] == pytest.approx(2 / 3)


def test_a_wider_span_overlaps_and_is_not_exact() -> None:
    metrics = entities.score(linked(gold_mention("Oduya", "Q1")), mentioned(named("said Mr Oduya", "x"))).metrics
    assert (metrics["mention_f1"], metrics["mention_overlap_f1"]) == (0.0, 1.0)
    assert entities.score([], {}) == Score({})


def test_either_reading_of_a_nested_name_is_whole() -> None:
    gold = linked(gold_mention("Łódź Fair", "Q1"), gold_mention("Łódź", "Q2", find("Łódź Fair")[0]))
    start = find("Łódź Fair")[0]
    for part in ("Łódź Fair", "Łódź"):
        assert entities.score(gold, mentioned(named(part, "x", start))).metrics["mention_recall"] == 1.0
    assert entities.score(gold, mentioned(named("Fair", "x"))).metrics["mention_recall"] == 0.0


def test_descriptions_count_for_neither_side() -> None:
    described = mentioned(named("our aim", "x"), named("Mr Oduya", "y"))
    assert entities.score(linked(gold_mention("Mr Oduya", "Q1")), described).metrics["mention_precision"] == 1.0


PHRASE = {"phrase": "Ruritanian hussars", "country": "RUR", "sector": "MIL", "name": "Hussars of Ruritania"}


def actor(**more: object) -> dict[str, FileRows]:
    raw = "Ruritanian hussars met reporters on Tuesday."
    whole = {"char_start": 0, "char_end": 18, "text": raw[:18], "entity_id": "x", "kind": "ORG"}
    fields = {"country": "RUR", "sector": "MIL", "name": "Hussars of Ruritania", **more}
    part = {**whole, "char_end": 10, "text": raw[:10], "country": "QQQ", "sector": None, "name": "Ruritania"}
    return {"0000.txt": FileRows("0000.txt", raw, {}, mentions=[part, {**whole, **fields}])}


def test_actors_fed_back_are_perfect() -> None:
    assert actors.score([PHRASE], actor()).metrics == {"country": 1.0, "sector": 1.0, "name": 1.0}


def test_an_empty_answer_is_right_only_where_gold_says_none() -> None:
    none = {"phrase": "soldiers", "country": "", "sector": "MIL"}
    assert actors.score([none], {}).metrics == {"country": 1.0, "sector": 0.0}
    assert actors.score([PHRASE], actor(country=None, sector=None)).metrics == {
        "country": 0.0,
        "sector": 0.0,
        "name": 1.0,
    }


def test_a_body_of_no_state_has_no_country() -> None:
    result = actors.score([{"phrase": "Ruritanian hussars", "country": "IGO"}], actor(country=None))
    assert (result.metrics["country"], result.figures["country_literal"]) == (1.0, 0.0)


def test_the_country_may_come_from_the_event() -> None:
    ours = actor(country=None)
    ours["0000.txt"].events.append({"actor_countries": ["RUR"]})
    assert actors.score([PHRASE], ours).metrics["country"] == 1.0

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from warehouse.result_cache import ResultCache

MOST = 10_000
NOW = ["model 1", "code 1"]
FIRST, SECOND = ("model 1", [b"a" * 16, b"b" * 16], b"first"), ("code 1", [b"c" * 16], b"second")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ResultCache]:
    with closing(ResultCache(tmp_path / "cache.sqlite", MOST)) as opened:
        yield opened


def keys_of(number: int) -> list[bytes]:
    return [number.to_bytes(16, "big")]


def test_what_is_kept_is_found_again(store: ResultCache) -> None:
    store.add([FIRST, SECOND], NOW)
    found = store.find([b"b" * 16, b"c" * 16, b"d" * 16])
    assert found == {b"b" * 16: (1, 1), b"c" * 16: (2, 0)}
    assert store.read({1, 2}) == {1: b"first", 2: b"second"}
    assert store.trouble is None


def test_nothing_is_made_by_looking(store: ResultCache) -> None:
    assert store.find([b"a" * 16]) == {}
    assert store.read([]) == {}
    assert not store.path.exists()


def test_a_result_kept_again_is_found_in_the_newer_chunk(store: ResultCache) -> None:
    store.add([FIRST], NOW)
    store.add([("model 1", [b"a" * 16], b"again")], NOW)
    assert store.find([b"a" * 16, b"b" * 16]) == {b"a" * 16: (2, 0), b"b" * 16: (1, 1)}


def test_the_oldest_go_when_room_is_needed_and_the_file_stays_small(store: ResultCache) -> None:
    for number in range(60):
        store.add([("model 1", keys_of(number), bytes(1000))], NOW)
    found = store.find([key for number in range(60) for key in keys_of(number)])
    assert sorted(found) == [key for number in range(50, 60) for key in keys_of(number)]
    assert store.path.stat().st_size < 4 * MOST


def test_results_of_another_model_or_code_go_first(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    for number, stamp in enumerate(("model 1", "model 2", "code 1")):
        with closing(ResultCache(path, MOST)) as store:
            store.add([(stamp, keys_of(number), bytes(4000))], NOW)
    with closing(ResultCache(path, MOST)) as store:
        assert len(store.find([key for number in range(3) for key in keys_of(number)])) == 2
        assert not store.find(keys_of(1))


def test_no_room_at_all_keeps_nothing(tmp_path: Path) -> None:
    with closing(ResultCache(tmp_path / "cache.sqlite", 0)) as store:
        store.add([FIRST], NOW)
    assert not store.path.exists()


@pytest.mark.parametrize("damage", ["all", "middle"])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "cache.sqlite"
    with closing(ResultCache(path, 10**9)) as store:
        store.add([("model 1", keys_of(number), bytes(3000)) for number in range(300)], NOW)
    raw = bytearray(path.read_bytes())
    start = 0 if damage == "all" else 4096
    raw[start:] = b"\xa5" * (len(raw) - start)
    path.write_bytes(raw)
    with closing(ResultCache(path, 10**9)) as store:
        assert store.find(keys_of(5)) == {}
        assert store.trouble is not None
        assert "begun anew" in store.trouble
        store.add([FIRST], NOW)
        assert store.find([b"a" * 16]) == {b"a" * 16: (1, 0)}


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    with closing(ResultCache(tmp_path / "missing" / "cache.sqlite", MOST)) as store:
        store.add([FIRST], NOW)
        assert store.find([b"a" * 16]) == {}
        assert store.trouble is not None


def test_what_is_put_takes_the_place_of_what_had_its_key(store: ResultCache) -> None:
    store.add([SECOND], NOW)
    for content in (b"old", b"new"):
        store.put(("scores 1", [b"s" * 16], content), [*NOW, "scores 1"])
    ((number, _),) = store.find([b"s" * 16]).values()
    assert store.read({number}) == {number: b"new"}
    assert sorted(store.read(range(10)).values()) == [b"new", b"second"]

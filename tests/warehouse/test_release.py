import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from schemas.catalog import PUBLISHED
from warehouse.errors import ReleaseDamagedError, WarehouseError
from warehouse.mend import mend
from warehouse.release import all_releases, current_release, prune_releases, publish_release, releases, roll_back
from warehouse.release_paths import ReleasePaths
from warehouse.sql import sql

# Every row of a release says which release it is of: a reader that sees two of them has seen a mix.
READER = """
import sys, time, duckdb
seen, done, last = set(), 0, 0
while done < 200 or (len(seen) < 2 and done < 20000):
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        rows = connection.sql(
            "SELECT (SELECT max(release_no) FROM releases), count(*), min(source), max(source), "
            "(SELECT count(*) FROM sentences), (SELECT min(text) FROM sentences), (SELECT max(text) FROM sentences) "
            "FROM articles"
        ).fetchall()
    ((number, articles, first, last_source, sentences, first_text, last_text),) = rows
    wanted = (10 * number, str(number), str(number), 20 * number, str(number), str(number))
    assert (articles, first, last_source, sentences, first_text, last_text) == wanted, rows
    assert number >= last, "went back"
    seen.add(number); done += 1; last = number
    print(done, flush=True)
print("releases seen", len(seen))
"""


def release_id(number: int) -> str:
    return f"rl_{number:016x}"


def publish(paths: ReleasePaths, number: int) -> None:
    paths.folder.mkdir(exist_ok=True)
    with duckdb.connect(paths.staged(release_id(number))) as connection:
        for table in PUBLISHED:
            connection.execute(sql(f"ddl/{table.name}"))
        for one in range(1, number + 1):
            connection.execute(
                f"INSERT INTO releases VALUES ('{release_id(one)}', {one}, '2026-10-05', 'run_x', 'v', 'h', 0, 0, 0, 0)"
            )
        connection.execute(
            "INSERT INTO articles BY NAME SELECT 'ar_' || i AS article_id, 'f' AS file_name, ? AS source, 't' AS text, "
            "'t' AS body, 1 AS word_count, now()::TIMESTAMP AS first_seen_at FROM range(?) AS numbers(i)",
            [str(number), 10 * number],
        )
        connection.execute(
            "INSERT INTO sentences SELECT 'se_' || i, 'ar_' || i, 0, 1, ? FROM range(?) AS numbers(i)",
            [str(number), 20 * number],
        )
    publish_release(paths, release_id(number))


@pytest.fixture
def paths(tmp_path: Path) -> ReleasePaths:
    found = ReleasePaths(tmp_path)
    for number in (1, 2, 3):
        publish(found, number)
    return found


def damage(path: Path) -> None:
    raw = path.read_bytes()
    path.unlink()  # the kept file shares its bytes
    path.write_bytes(b"\0" * 20_000 + raw[20_000:])


@pytest.mark.slow
def test_queries_in_another_process_see_one_release_while_ten_are_published(tmp_path: Path) -> None:
    paths = ReleasePaths(tmp_path)
    publish(paths, 1)
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(paths.current)], stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout
        for number in range(2, 12):
            for _ in range(15):  # so that releases and queries take turns
                reader.stdout.readline()
            publish(paths, number)
        rest = reader.stdout.read().splitlines()
    assert reader.returncode == 0
    assert int(rest[-1].split()[-1]) > 2


WRITER = """
import duckdb, os, sys
connection = duckdb.connect(sys.argv[1])
connection.sql("DELETE FROM sentences")
connection.close() if sys.argv[2] == "ends" else os._exit(0)  # its log stays
"""


def write_into(paths: ReleasePaths, how: str) -> None:
    subprocess.run([sys.executable, "-c", WRITER, str(paths.current), how], check=True)


def sentences(paths: ReleasePaths) -> int:
    with duckdb.connect(paths.current, read_only=True) as connection:
        ((count,),) = connection.sql("SELECT count(*) FROM sentences").fetchall()
    return int(count)


@pytest.mark.parametrize("how", ["ends", "is killed"])
def test_what_another_program_writes_into_the_published_database_does_not_stay(paths: ReleasePaths, how: str) -> None:
    assert mend(paths) is None
    write_into(paths, how)
    assert sentences(paths) == 0
    assert "changed by another program; rl_0000000000000003 was put back" in (mend(paths) or "")
    assert (sentences(paths), mend(paths)) == (60, None)
    assert paths.current.with_name("curated.duckdb.damaged").exists()


def test_the_log_of_another_program_is_not_replayed_on_the_next_release(paths: ReleasePaths) -> None:
    write_into(paths, "is killed")
    assert paths.log.exists()
    publish(paths, 4)
    assert sentences(paths) == 80


def test_a_home_that_was_copied_without_its_times_is_as_it_was(paths: ReleasePaths) -> None:
    os.utime(paths.current, (1, 1))
    assert mend(paths) is None
    roll_back(paths, release_id(2), {})
    assert mend(paths) is None


def test_after_a_rollback_the_release_that_was_current_comes_back(paths: ReleasePaths) -> None:
    roll_back(paths, release_id(2), {})
    damage(paths.current)
    assert release_id(2) in (mend(paths) or "")


def test_a_damaged_release_is_not_rolled_back_to(paths: ReleasePaths) -> None:
    damage(paths.of(release_id(1)))
    with pytest.raises(WarehouseError, match="is damaged"):
        roll_back(paths, release_id(1), {})
    assert current_release(paths).release_no == 3


def test_a_released_file_can_be_made_current_again(paths: ReleasePaths) -> None:
    roll_back(paths, release_id(1), {})
    assert [one.release_no for one in releases(paths)] == [1]
    roll_back(paths, release_id(3), {})
    assert current_release(paths).release_no == 3
    with pytest.raises(WarehouseError, match="not kept"):
        roll_back(paths, "rl_none", {})


def test_a_damaged_published_database_gives_way_to_the_newest_whole_release(paths: ReleasePaths) -> None:
    assert mend(paths) is None
    damage(paths.current)
    with pytest.raises(ReleaseDamagedError):
        releases(paths)
    paths.of(release_id(3)).write_bytes(b"damaged too")
    assert release_id(2) in (mend(paths) or "")
    assert current_release(paths).release_no == 2
    assert (paths.home / "curated.duckdb.damaged").exists()


def test_a_published_database_that_is_gone_comes_back(paths: ReleasePaths) -> None:
    paths.current.unlink()
    assert "was gone" in (mend(paths) or "")
    assert current_release(paths).release_no == 3


def test_pruning_keeps_the_newest_and_the_current_and_clears_what_a_killed_run_left(paths: ReleasePaths) -> None:
    roll_back(paths, release_id(2), {})
    (paths.folder / "rl_x.staged").write_bytes(b"half")
    (paths.folder / "rl_x.staged.wal").write_bytes(b"half")
    (paths.folder / "rl_x.staged.tmp").mkdir()
    prune_releases(paths, 1)
    left = {path.name for path in paths.folder.iterdir()}
    assert f"{release_id(2)}.duckdb" in left
    assert not any("staged" in name for name in left)


def test_releases_that_were_rolled_back_from_are_still_known(tmp_path: Path) -> None:
    paths = ReleasePaths(tmp_path)
    for number in (1, 2, 3):
        publish(paths, number)
    roll_back(paths, release_id(1), {})
    assert [release.release_id for release in releases(paths)] == [release_id(1)]
    assert [release.release_id for release in all_releases(paths)] == [release_id(number) for number in (1, 2, 3)]


def test_no_retracted_article_comes_back_by_a_rollback(tmp_path: Path) -> None:
    paths = ReleasePaths(tmp_path)
    publish(paths, 1)
    publish(paths, 2)
    with pytest.raises(WarehouseError, match=r"ar_3.*retracted since \(libel\)"):
        roll_back(paths, release_id(1), {"ar_3": "libel"})
    assert current_release(paths).release_id == release_id(2)

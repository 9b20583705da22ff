"""The second gate: each defect planted in a release holds it, names the row, and would pass without its check."""

import shutil
from pathlib import Path

import duckdb
import pytest
from homes import content, query, run, write
from planets import feed

from flows import gate
from flows.commands.status import status_command
from flows.errors import UsageError
from flows.home import Home
from flows.run_notes import blamed_by_last_run, how_to_go_on, run_notes
from flows.stages import publish
from schemas.catalog import TABLES
from schemas.operations import Check
from schemas.render.expectations import Expectation
from transforms.quotes.cues import cues
from warehouse.audit import offenders

AGREE = "UPDATE volumes SET row_count = (SELECT count(*) FROM quotes) WHERE release_no = 2 AND table_name = 'quotes'"
ONE_EVENT = "event_id = (SELECT min(event_id) FROM events WHERE date_edtf IS NOT NULL)"
# What is planted, the checks that must catch it, and a query for the rows that they must name.
pytestmark = pytest.mark.slow

PLANTS = {
    "a mention whose span is off by one": (
        [
            """UPDATE entity_mentions SET char_start = char_start + 1, char_end = char_end + 1
            WHERE mention_id = (SELECT arg_min(mention_id, char_start) FROM entity_mentions)"""
        ],
        {"text is what its span cuts"},
        "SELECT arg_min(mention_id, char_start) FROM entity_mentions",
    ),
    "an event dated in 2087": (
        [
            f"""UPDATE event_mentions SET date_edtf = '2087-01-01', date_earliest = '2087-01-01',
            date_latest = '2087-01-01', date_basis = 'stated' WHERE {ONE_EVENT}""",
            f"""UPDATE events SET date_edtf = '2087-01-01', date_earliest = '2087-01-01', date_latest = '2087-01-01'
            WHERE {ONE_EVENT}""",
        ],
        {"event dates are in range", "mention dates are in range"},
        "SELECT min(event_id) FROM events WHERE date_edtf IS NOT NULL",
    ),
    "an orphan": (
        ["UPDATE quotes SET speaker_id = 'en_0000000000000000' WHERE quote_id = (SELECT min(quote_id) FROM quotes)"],
        {"speaker_id is no orphan"},
        "SELECT min(quote_id) FROM quotes",
    ),
    "40 % of the dates of one source gone": (
        [
            """UPDATE articles SET published_edtf = NULL, published_earliest = NULL, published_latest = NULL
            WHERE article_id IN (SELECT article_id FROM articles ORDER BY article_id LIMIT 7)"""
        ],
        {"sources keep their dates"},
        "SELECT article_id FROM articles ORDER BY article_id LIMIT 7",
    ),
    "bodies half as long": (
        ["UPDATE articles SET word_count = word_count // 3"],
        {"sources keep their length"},
        "SELECT article_id FROM articles",
    ),
    "a table half its usual size": (
        ["DELETE FROM quotes WHERE rowid % 5 < 3", AGREE],
        {"tables keep their rows"},
        "SELECT release_id || '|quotes' FROM volumes WHERE release_no = 2 AND table_name = 'quotes'",
    ),
    "a duplicate id": (
        ["INSERT INTO quotes FROM (FROM quotes ORDER BY quote_id LIMIT 1)", AGREE],
        {"key is unique"},
        "SELECT min(quote_id) FROM quotes",
    ),
}


@pytest.fixture(scope="module")
def planet_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two releases of one source: the second has one article more."""
    home = tmp_path_factory.mktemp("planet")
    for count in (17, 18):
        write(home, f"planet-{count}.jsonl", feed(count))
        assert run(home).status == "published"
    return home


def errors(staged: Path, suite: list[Expectation]) -> list[Check]:
    return [one for one in gate.audit_release(staged, "rl_x", suite) if not one.passed and one.severity == "error"]


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_defect_holds_the_release_and_names_the_row(plant: str, planet_home: Path, tmp_path: Path) -> None:
    statements, wanted, rows = PLANTS[plant]
    staged = tmp_path / "staged.duckdb"
    shutil.copyfile(planet_home / "curated.duckdb", staged)
    with duckdb.connect(staged) as connection:
        named = {row_id for (row_id,) in connection.execute(rows).fetchall()}
        for statement in statements:
            connection.execute(statement)
    suite = gate.suite()
    failed = errors(staged, suite)
    assert {one.check_name for one in failed} == wanted
    assert errors(staged, [one for one in suite if one.name not in wanted]) == []  # without them it would have passed
    by_name = {(one.table_name, one.name): one for one in suite}
    found = {row.row_id for one in failed for row in offenders(staged, by_name[one.table_name, one.check_name])}
    assert named <= found


def test_a_release_without_defects_passes_with_its_history(planet_home: Path) -> None:
    assert query(planet_home, "SELECT check_name, observed FROM checks WHERE NOT passed AND severity = 'error'") == []
    volumes = query(planet_home, "SELECT release_no, row_count, former_rows FROM volumes WHERE table_name = 'quotes'")
    (first, second) = sorted(volumes)
    assert (first[2], second[2]) == (None, first[1])
    sources = query(planet_home, "SELECT release_no, articles, dated FROM source_volumes ORDER BY release_no")
    assert sources == [(1, 17, 17), (2, 18, 18)]


def test_most_articles_can_be_withdrawn_by_hand(planet_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(planet_home, home)
    names = tuple(name for (name,) in query(home, "SELECT article_id FROM articles ORDER BY article_id LIMIT 14"))
    assert run(home, retract=names, reason="the publisher asked for it").status == "published"
    assert query(home, "SELECT count(*) FROM articles") == [(4,)]
    assert query(home, "SELECT DISTINCT reason, count(*) FROM withdrawn_articles GROUP BY ALL") == [("retracted", 14)]


def test_a_held_release_says_what_is_to_blame_and_how_to_go_on(
    planet_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    shutil.copytree(planet_home, home)
    before = content(home)
    ((blamed,),) = query(home, "SELECT min(article_id) FROM articles")
    build = publish.build_release

    def build_with_a_defect(store: object, staged: Path, position: object) -> None:
        build(store, staged, position)
        with duckdb.connect(staged) as connection:
            connection.execute(f"UPDATE quotes SET char_end = char_end + 1 WHERE article_id = '{blamed}'")

    monkeypatch.setattr(publish, "build_release", build_with_a_defect)
    write(home, "planet-new.jsonl", feed(19))
    result = run(home)
    assert (result.status, content(home)) == ("held", before)
    assert list((home / "releases").glob("*.staged*")) == []
    assert {name for one in result.held for row in one.offenders for name in row.article_ids} == {blamed}
    (note,) = run_notes(Home(home))[-1]["held"]
    assert (note["table_name"], note["check_name"]) == ("quotes", "text is what its span cuts")
    assert run(home, without=(blamed,)).status == "published"
    assert query(home, f"SELECT reason FROM quarantine WHERE article_id = '{blamed}'") == [("left out by hand",)]
    assert query(home, "SELECT count(*) FROM articles") == [(18,)]
    assert run(home, take_back=(blamed,), accept=("text is what its span cuts",)).status == "published"
    assert query(home, "SELECT count(*) FROM checks WHERE observed LIKE '%accepted by hand'") == [(1,)]


def test_a_source_that_loses_its_dates_goes_on_without_the_articles_to_blame(
    planet_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(planet_home, home)
    before = {article_id for (article_id,) in query(home, "SELECT article_id FROM articles")}
    lines = feed(42).splitlines()[18:]
    write(home, "planet-undated.jsonl", "\n".join(line.replace("date_publish", "other") for line in lines) + "\n{")
    result = run(home)
    assert (result.status, [one.check.check_name for one in result.held]) == ("held", ["sources keep their dates"])
    (note,) = run_notes(Home(home))[-1]["held"]
    assert (len(note["article_ids"]), before & {*note["article_ids"]}) == (24, set())
    status_command(Home(home), as_json=False)
    said = capsys.readouterr().out
    assert "24 articles are to blame in all" in said
    assert "In quarantine of the held run: 1\nplanet-undated.jsonl  broken JSON line" in said
    assert how_to_go_on([note])[0] == "dragoman run --without-blamed"
    assert run(home, without=blamed_by_last_run(Home(home))).status == "published"
    assert {article_id for (article_id,) in query(home, "SELECT article_id FROM articles")} == before
    assert query(home, "SELECT count(*) FROM quarantine WHERE reason = 'left out by hand'") == [(24,)]
    with pytest.raises(UsageError, match="was not held back"):
        blamed_by_last_run(Home(home))


def test_a_changed_rule_changes_exactly_the_rows_that_release_changes_lists(
    planet_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    shutil.copytree(planet_home, home)
    before = content(home)
    (home / "cache.sqlite").unlink()  # it knows rules by their files, and this one changes in memory
    monkeypatch.delitem(cues().classes, "add")  # “…,” X added: every article has one such quote
    assert run(home, reprocess=True, everything=True).status == "published"
    after = content(home)
    listed = query(
        home,
        """SELECT table_name, row_id, cause FROM release_changes JOIN releases USING (release_id)
        WHERE release_no = 3""",
    )
    assert {cause for _, _, cause in listed} == {"code change"}
    tables = [TABLES[name] for name in before if name != "quarantine"]
    assert {(name, row_id) for name, row_id, _ in listed} == {
        (table.name, "|".join(str(row[table.column_names.index(key)]) for key in table.key))
        for table in tables
        for row in set(map(plain, before[table.name])) ^ set(map(plain, after[table.name]))
    }
    assert len([name for name, _, _ in listed if name == "quotes"]) >= 18


def plain(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in row)

"""`reprocess` makes anew what today's code can make otherwise, and its rows are those of a home that the code began."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from homes import MEETING, STRIKE, content, query, run, write

from flows import fingerprint
from flows.settings import Settings
from flows.stages import outdated
from transforms.events import event_words, lexicon

QUIET = "Farmers near Gulu sold maize on Monday. The harvest was good, and prices fell.\n"
NOW = fingerprint.stamps(Settings().model)


@pytest.fixture(scope="module")
def first_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("first"))


@pytest.fixture
def home(first_home: Path, tmp_path: Path) -> Path:
    return shutil.copytree(first_home, tmp_path / "home")


def filled(home: Path) -> Path:
    write(home, "meeting.txt", MEETING)
    write(home, "strike.txt", STRIKE)
    write(home, "market.txt", QUIET)
    write(home, "broken.json", "{")
    run(home)
    return home


@pytest.fixture
def selling(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another file of event patterns: to sell is to cooperate, and nobody strikes."""

    def load(name: str) -> dict[str, Any]:
        loaded = whole(name)
        if name == "material_cooperation":
            loaded["COOPERATE"].append({"verbs": "sell"})
        if name == "material_conflict":
            loaded["PROTEST"] = [{"verbs": "riot"}]
        return loaded

    whole = lexicon._load
    monkeypatch.setattr(lexicon, "_load", load)
    # Code tells its files apart, not what a test changes in memory.
    monkeypatch.setattr(fingerprint, "stamps", lambda _: replace(NOW, events="events by other patterns"))
    clear_patterns()
    yield
    monkeypatch.undo()
    clear_patterns()


def clear_patterns() -> None:
    lexicon.lexicon.cache_clear()
    event_words._digests.cache_clear()


def events(home: Path) -> list[tuple[Any, ...]]:
    return query(home, "SELECT DISTINCT file_name, event_type FROM event_mentions JOIN articles USING (article_id)")


def test_a_changed_pattern_concerns_the_articles_with_its_words(
    home: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before = set(events(home))
    request.getfixturevalue("selling")
    result = run(home, reprocess=True)
    assert (result.status, result.counts["articles_rederived"]) == ("published", 2)
    assert ("market.txt", "COOPERATE") in set(events(home)) - before
    assert ("strike.txt", "PROTEST") in before - set(events(home))
    assert content(home) == content(filled(tmp_path / "fresh"))
    versions = [version for (version,) in query(home, "SELECT DISTINCT code_version FROM releases")]
    assert len(versions) == 2, "a release tells which rules it was made with"
    assert run(home, reprocess=True).counts["articles_rederived"] == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "stage",
    ["flows.stages.outdated.forget_outdated", "flows.derive.derive", "flows.pipeline.check", "flows.pipeline.publish"],
)
def test_a_killed_reprocess_is_gone_on_with_by_the_next_run(
    stage: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("selling")

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as once:
        once.setattr(stage, killed)
        with pytest.raises(KeyboardInterrupt):
            run(home, reprocess=True)
    result = run(home)
    assert (result.status, result.notes) == (
        "published",
        ("a reprocess that had not come to its end was gone on with",),
    )
    assert content(home) == content(filled(tmp_path / "fresh"))
    again = run(home)
    assert (again.status, again.notes) == ("unchanged", ())


@pytest.mark.slow
@pytest.mark.parametrize("changed", ["reading", "rules"])
def test_other_code_makes_everything_anew(home: Path, changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(home)
    monkeypatch.setattr(fingerprint, "stamps", lambda _: replace(NOW, **{changed: "of other code"}))
    result = run(home, reprocess=True)
    assert (result.status, result.counts["articles_rederived"]) == ("unchanged", 3)
    assert content(home) == before
    assert run(home, reprocess=True).counts["articles_rederived"] == 0


@pytest.mark.slow
def test_everything_is_made_anew_when_asked_for(home: Path) -> None:
    before = content(home)
    result = run(home, reprocess=True, everything=True)
    assert (result.status, result.counts["articles_rederived"]) == ("unchanged", 3)
    assert content(home) == before


@pytest.mark.slow
def test_what_was_read_before_it_was_known_by_what_is_read_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forget = outdated.forget_outdated

    def without_marks(state: Any, **options: bool) -> None:
        state.store.connection.execute("UPDATE arrivals SET read_by = NULL; DELETE FROM derivations")
        forget(state, **options)

    monkeypatch.setattr(outdated, "forget_outdated", without_marks)
    assert run(home, reprocess=True).counts["articles_rederived"] == 3

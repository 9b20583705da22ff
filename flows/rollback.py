"""Rollback: what was rolled back from is remembered, so that the next run does not publish it again by itself."""

import json
from pathlib import Path

from flows.home import Home
from flows.journal import retractions
from warehouse.mend import mend
from warehouse.raw_store import RawStore
from warehouse.release import current_release, roll_back


def roll_back_to(home: Home, release_id: str) -> str | None:
    """Make an earlier release current. Raises WarehouseError for one that is not kept.

    Gives in a sentence what was wrong with the published database, None where nothing was.
    """
    mended = mend(home.releases)
    former = current_release(home.releases)
    states = {*_states(home), former.input_hash}
    staged = _note(home).with_suffix(".tmp")
    home.releases.folder.mkdir(parents=True, exist_ok=True)
    staged.write_text(json.dumps(sorted(states)), "utf-8")
    staged.replace(_note(home))  # before the rollback itself: a crash in between only keeps a needless note
    roll_back(home.releases, release_id, retractions(RawStore(home.raw)))
    return mended


def is_rolled_back(home: Home, state: str) -> bool:
    """Whether a person rolled back from a release that was made from `state`."""
    return state in _states(home)


def clear_rollback(home: Home) -> None:
    """Forget: a newer release is in place."""
    _note(home).unlink(missing_ok=True)


def _states(home: Home) -> list[str]:
    note = _note(home)
    return [str(state) for state in json.loads(note.read_text("utf-8"))] if note.exists() else []


def _note(home: Home) -> Path:
    return home.releases.folder / "rolled-back-from.json"

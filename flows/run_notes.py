"""What the last runs came to, in `HOME/runs.jsonl`: readable while a run goes on, and without a published database."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from flows.clock import now
from flows.errors import DragomanError, UnknownArticleError, UsageError
from flows.home import Home
from warehouse.errors import NoRoomError, WarehouseError
from warehouse.raw_store import NO_ROOM

if TYPE_CHECKING:
    from flows.pipeline import RunResult
    from flows.stages.publish import Held
    from schemas.operations import QuarantineItem

RunNote = dict[str, Any]

_KEPT = 100
_NAMED_ARTICLES = 5
_SHOWN_QUARANTINE = 100


def note_run(home: Home, result: "RunResult", keep_releases: int) -> None:
    """Remember how a run ended and how many releases it was to keep, where that can be written down."""
    with suppress(OSError):
        _append(home, {**_note(result), "keep_releases": keep_releases})


def _note(result: "RunResult") -> RunNote:
    return {
        "run_id": result.run_id,
        "ended_at": now().isoformat(timespec="seconds"),
        "status": result.status,
        "release_id": result.release_id,
        "files": result.files,
        "articles_new": result.articles_new,
        "quarantined": result.quarantined,
        "seconds": result.seconds.get("total"),
        "held": held_notes(result.held),
        "quarantine": [_item(one) for one in result.quarantine[:_SHOWN_QUARANTINE]],
        "notes": list(result.notes),
    }


@contextmanager
def noted_failure(home: Home, run_id: str) -> Iterator[None]:
    """Remember what made a run fail, where that can still be written down; the error goes on its way."""
    try:
        yield
    except UnknownArticleError:
        raise
    except (DragomanError, WarehouseError, OSError) as error:
        ended_at = now().isoformat(timespec="seconds")
        with suppress(OSError):
            _append(home, {"run_id": run_id, "ended_at": ended_at, "status": "failed", "error": str(error)})
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            raise NoRoomError(
                f"no room left ({error.filename or home.root}): free some space and run again; nothing is lost"
            ) from error
        raise


def run_notes(home: Home) -> list[RunNote]:
    """The last runs, oldest first. A line that a killed run left half written does not count."""
    notes: list[RunNote] = []
    with suppress(FileNotFoundError):
        for line in (home.root / "runs.jsonl").read_text("utf-8").splitlines():
            with suppress(ValueError):
                notes.append(json.loads(line))
    return notes


def how_to_go_on(held: list[RunNote]) -> list[str]:
    """The commands that publish what a held run was about to, for `held` as `run_notes` gives it."""
    blamed = blamed_articles(held)
    nameless = [one["check_name"] for one in held if not one.get("article_ids")]
    commands = []
    if len(blamed) > _NAMED_ARTICLES:
        commands.append("dragoman run --without-blamed")
    elif blamed:
        commands.append(f"dragoman run {' '.join(f'--without {name}' for name in blamed)}")
    accepted = nameless or [one["check_name"] for one in held]
    commands.append("dragoman run " + " ".join(f'--accept "{name}"' for name in dict.fromkeys(accepted)))
    return commands


def blamed_articles(held: list[RunNote]) -> list[str]:
    """All articles that `held`, as `run_notes` gives it, blames."""
    return sorted({name for one in held for name in one.get("article_ids", ())})


def blamed_by_last_run(home: Home) -> tuple[str, ...]:
    """The articles that the last run blames. Raises UsageError where it was not held back, or blames none."""
    notes = run_notes(home)
    blamed = blamed_articles(notes[-1]["held"]) if notes and notes[-1]["status"] == "held" else []
    if not blamed:
        raise UsageError("the last run was not held back because of articles; `dragoman status` says how it ended")
    return tuple(blamed)


def _held(one: "Held") -> RunNote:
    return {
        "table_name": one.check.table_name,
        "check_name": one.check.check_name,
        "observed": one.check.observed,
        "expected": one.check.expected,
        "offenders": [
            {"row_id": row.row_id, "detail": row.detail, "article_ids": list(row.article_ids)} for row in one.offenders
        ],
        "article_ids": list(one.article_ids),
    }


def _item(one: "QuarantineItem") -> RunNote:
    return {"item_id": one.item_id, "file_name": one.file_name, "reason": one.reason, "fix": one.fix}


def held_notes(held: "tuple[Held, ...]") -> list[RunNote]:
    """Held checks as `run_notes` gives them."""
    return [_held(one) for one in held]


def _append(home: Home, note: RunNote) -> None:
    """Whole or not at all: the file is written beside its place and renamed."""
    former = run_notes(home)[1 - _KEPT :]
    for held in (held for one in former for held in one.get("held", ())):
        held.pop("article_ids", None)  # there may be thousands, and only the last run's are asked for
    lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in [*former, note]]
    staged = home.root / ".runs.jsonl.tmp"
    try:
        with staged.open("w", encoding="utf-8") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(home.root / "runs.jsonl")
    except OSError:
        staged.unlink(missing_ok=True)
        raise

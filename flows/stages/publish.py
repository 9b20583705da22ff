"""Check and publish: a release is built beside the current one, audited, and put in place by one rename."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from flows import gate
from flows.clock import now
from flows.counted import counted
from flows.errors import UsageError
from flows.run_state import RunState, code_version
from schemas.operations import Check, Release
from schemas.render.expectations import Expectation
from transforms.ids import content_id
from warehouse.audit import Offender, blamed_articles, offenders
from warehouse.build_release import Position, build_release, finish_release
from warehouse.release import discard, prune_releases, publish_release, releases


@dataclass(frozen=True, slots=True)
class Held:
    """A check that holds a release back, with the first rows to blame, and all articles that such rows rest on."""

    check: Check
    offenders: tuple[Offender, ...]
    article_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Audited:
    """A staged release and what its audit found."""

    release_id: str
    input_hash: str
    checks: tuple[Check, ...]
    held: tuple[Held, ...]


def input_hash(run: RunState) -> str:
    """What a release would be made from: the current articles in order, their sidecars, and what is quarantined."""
    state = [*run.store.execute("current_state"), *run.store.execute("quarantine_items")]
    return sha256(repr(state).encode()).hexdigest()[:16]


def check(run: RunState, accepted: Sequence[str] = ()) -> Audited:
    """Build the release beside the current one and audit the very file that would be published.

    A check named in `accepted` does not hold it, whatever it finds.
    """
    with run.stage("check") as note:
        paths = run.home.releases
        known = releases(paths)
        state = input_hash(run)
        version = code_version(run.settings.model, run.stamps)
        release_id = content_id("rl", state, version, known[-1].release_id if known else "")
        staged = paths.staged(release_id)
        wanted = gate.suite()
        position = Position(release_id, known[-1].release_no + 1 if known else 1, paths.current if known else None)
        build_release(run.store, staged, position)
        found = run.auditor.audit_release(staged, release_id, wanted)
        checked = {(one.table_name, one.name): one for one in wanted}
        held = [
            _held(failed, staged, checked[failed.table_name, failed.check_name])
            for failed in found
            if not failed.passed and failed.severity == "error" and failed.check_name not in accepted
        ]
        checks = [*_row_checks(run, release_id), *(_marked(one, accepted) for one in found)]
        failed_count = sum(not one.passed for one in checks)
        note.message = f"{len(checks) - failed_count} checks hold, {failed_count} do not"
    return Audited(release_id, state, tuple(checks), tuple(held))


def _held(failed: Check, staged: Path, wanted: Expectation) -> Held:
    return Held(failed, tuple(offenders(staged, wanted)), blamed_articles(staged, wanted))


def require_known_checks(accepted: Sequence[str]) -> None:
    """Raise UsageError for a name that no check has."""
    unknown = sorted(set(accepted) - {one.name for one in gate.suite()}) if accepted else []
    if unknown:
        raise UsageError(
            f"there is no check {', '.join(unknown)}; `dragoman status` names those that hold a release back"
        )


def _marked(check: Check, accepted: Sequence[str]) -> Check:
    is_accepted = not check.passed and check.check_name in accepted
    return replace(check, observed=f"{check.observed}; accepted by hand") if is_accepted else check


def publish(run: RunState, audited: Audited, *, is_reprocessed: bool = False) -> Release | None:
    """Put the audited release in place; None where reprocessing changed nothing and there is nothing to publish."""
    with run.stage("publish") as note:
        paths = run.home.releases
        known = releases(paths)
        staged = paths.staged(audited.release_id)
        release = Release(
            release_id=audited.release_id,
            release_no=known[-1].release_no + 1 if known else 1,
            published_at=now(),
            run_id=run.run_id,
            code_version=code_version(run.settings.model, run.stamps),
            input_hash=audited.input_hash,
            articles=run.store.count("current_articles"),
            events=run.store.count("events"),
            checks_passed=sum(one.passed for one in audited.checks),
            checks_failed=sum(not one.passed for one in audited.checks),
        )
        code_changed = is_reprocessed or (bool(known) and known[-1].code_version != release.code_version)
        previous = paths.current if known else None
        changes = finish_release(staged, release, audited.checks, run.corrected, previous, code_changed=code_changed)
        if is_reprocessed and known and not changes and known[-1].input_hash == release.input_hash:
            note.message = "every row is as it was"
            return None
        publish_release(paths, audited.release_id)
        prune_releases(paths, run.settings.keep_releases)
        note.message = (
            f"{counted(release.articles, 'article')}, {counted(release.events, 'event')} as {release.release_id}"
        )
    return release


def withdraw(run: RunState, audited: Audited) -> None:
    """Drop the staged file of a release that was not put in place; the current one stays."""
    discard(run.home.releases.staged(audited.release_id))


def _row_checks(run: RunState, release_id: str) -> Iterable[Check]:
    for name, rows in sorted(run.rows_checked.items()):
        rejected = run.rows_rejected[name]
        yield Check(
            release_id=release_id,
            layer="pandera",
            table_name=name,
            check_name="every row fits its declaration",
            severity="warn",
            passed=rejected == 0,
            observed=f"{rejected} of {rows} rows held back",
            expected="types, nulls, bounds, vocabularies, patterns and spans as declared",
        )

"""Check and publish: a release is built beside the current one, audited, and put in place by one rename."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from flows import gate
from flows.run_state import RunState, code_version, now
from schemas.operations import Check, Release
from transforms.ids import content_id
from warehouse.audit import Offender, offenders
from warehouse.release import build_release, discard, finish_release, prune_releases, publish_release, releases


@dataclass(frozen=True, slots=True)
class Held:
    """A check that holds a release back, with the first rows to blame."""

    check: Check
    offenders: tuple[Offender, ...]


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


def check(run: RunState) -> Audited:
    """Build the release beside the current one and audit the very file that would be published."""
    with run.stage("check") as note:
        known = releases(run.home.releases)
        state = input_hash(run)
        version = code_version(run.settings.model)
        release_id = content_id("rl", state, version, known[-1].release_id if known else "")
        staged = run.home.releases.staged(release_id)
        build_release(run.store, staged)
        wanted = gate.suite()
        checks = [*_row_checks(run, release_id), *gate.audit_release(staged, release_id, wanted)]
        queries = {(one.table_name, one.name): one.query for one in wanted}
        held = [
            Held(
                failed,
                tuple(offenders(staged, query))
                if (query := queries.get((failed.table_name, failed.check_name)))
                else (),
            )
            for failed in checks
            if not failed.passed and failed.severity == "error" and failed.layer == "great_expectations"
        ]
        failed_count = sum(not one.passed for one in checks)
        note.message = f"{len(checks) - failed_count} checks hold, {failed_count} do not"
    return Audited(release_id, state, tuple(checks), tuple(held))


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
            code_version=code_version(run.settings.model),
            input_hash=audited.input_hash,
            articles=run.store.count("current_articles"),
            events=run.store.count("events"),
            checks_passed=sum(one.passed for one in audited.checks),
            checks_failed=sum(not one.passed for one in audited.checks),
        )
        code_changed = is_reprocessed or (bool(known) and known[-1].code_version != release.code_version)
        changes = finish_release(paths, staged, release, audited.checks, run.corrected, code_changed=code_changed)
        if is_reprocessed and known and not changes and known[-1].input_hash == release.input_hash:
            note.message = "every row is as it was"
            return None
        publish_release(paths, audited.release_id)
        prune_releases(paths, run.settings.keep_releases)
        note.message = f"{release.articles} articles, {release.events} events as {release.release_id}"
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

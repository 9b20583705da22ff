"""What a report says: everything that the page's template shows, gathered before a word of HTML is written."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flows.home import Home
from flows.report.figure import Plot
from flows.report.plots import plots
from flows.run_notes import held_notes, how_to_go_on
from schemas.operations import QuarantineItem
from warehouse.curated import Curated, Row

if TYPE_CHECKING:
    from flows.pipeline import RunResult

SHOWN = {"articles": 12, "timeline": 25, "quarantine": 100, "rules": 12, "entities": 12}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the run went, for a reader with five seconds; `tone` is good, warn or bad."""

    tone: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that the template shows."""

    result: "RunResult"
    home: str
    verdict: Verdict
    commands: Mapping[str, str]
    ways_on: Sequence[str] = ()
    release: Row | None
    quarantine: Sequence[Row]
    failed_checks: Sequence[Row]
    passed_checks: Sequence[Row] = ()
    found: Mapping[str, Row] = field(default_factory=dict)
    sections: Mapping[str, list[Row]] = field(default_factory=dict)
    plots: Mapping[str, Plot] = field(default_factory=dict)
    shown: Mapping[str, int] = field(default_factory=lambda: SHOWN)

    @property
    def stages(self) -> list[tuple[str, float]]:
        """Each stage with its seconds, in the order in which they ran."""
        return [(name, seconds) for name, seconds in self.result.seconds.items() if name != "total"]

    @property
    def cut_share(self) -> float | None:
        """Per cent of all visible text that was taken out; None where nothing was published."""
        kinds = self.sections.get("cut_kinds")
        return None if kinds is None else sum(row["share"] or 0 for row in kinds)


def gather(home: Home, result: "RunResult", quarantine: Sequence[QuarantineItem] = ()) -> Content:
    """Everything about a run: of a held one what the run itself knows, of a published one its release as well.

    `quarantine` is what a held run held back, which no published database tells.
    """
    if result.status != "published" or result.release_id is None:
        return _of_held(home, result, quarantine)
    with Curated(home.releases.current) as curated:
        return _of_published(home, result, curated, result.release_id)


def _of_published(home: Home, result: "RunResult", curated: Curated, release_id: str) -> Content:
    checks = curated.rows("report_checks", release_id)
    failed = [check for check in checks if not check["passed"]]
    sections = {
        "new_articles": curated.rows("report_new_articles", release_id, SHOWN["articles"]),
        "cut_kinds": curated.rows("report_cut_kinds"),
        "cut_rules": curated.rows("report_cut_rules", SHOWN["rules"]),
        "entities": curated.rows("report_entities", SHOWN["entities"]),
        "types": curated.rows("report_events_by_type"),
        "timeline": curated.rows("report_timeline", release_id, SHOWN["timeline"]),
        "changes": curated.rows("report_changes", release_id),
        "sources": curated.rows("report_sources", release_id),
    }
    quarantine = curated.rows("report_quarantine", release_id)
    return Content(
        result=result,
        home=str(home.root),
        verdict=_verdict(result, len(failed), sum(bool(item["is_new"]) for item in quarantine)),
        commands=_commands(home),
        release=curated.row("show_release", release_id),
        quarantine=quarantine,
        failed_checks=failed,
        passed_checks=[check for check in checks if check["passed"]],
        found={row["table_name"]: row for row in curated.rows("report_found", release_id)},
        sections=sections,
        plots={plot.name: plot for plot in plots(curated)},
    )


def _of_held(home: Home, result: "RunResult", quarantine: Sequence[QuarantineItem]) -> Content:
    release = None
    if result.release_id is not None:
        with Curated(home.releases.current) as curated:
            release = curated.row("show_release", result.release_id)
    return Content(
        result=result,
        home=str(home.root),
        verdict=_verdict(result, len(result.failed_checks), len(quarantine)),
        commands=_commands(home),
        ways_on=_ways_on(home, result),
        release=release,
        quarantine=[{**_values(item), "is_new": True} for item in quarantine],
        failed_checks=sorted(map(_values, result.failed_checks), key=lambda row: (row["severity"], row["table_name"])),
    )


def _verdict(result: "RunResult", failed: int, quarantined: int) -> Verdict:
    if result.status == "held":
        count = len(result.held)
        checks = f"{count} check{'s' * (count != 1)} failed" if count else "The gate failed"
        return Verdict("bad", "Held back", f"{checks}. The published database stays as it was; nothing is lost.")
    if result.status == "failed":
        return Verdict("bad", "Failed", "The run ended early. The published database stays as it was; nothing is lost.")
    notes = []
    if failed:
        notes.append(f"{failed} check{'s' * (failed != 1)} warn{'s' * (failed == 1)}")
    if quarantined:
        notes.append(f"{quarantined} new item{'s' * (quarantined != 1)} in quarantine")
    if notes:
        return Verdict("warn", "Published, with remarks", f"{' and '.join(notes)}; the rest is in place.")
    return Verdict("good", "Published", "Every check holds and nothing was held back.")


def _commands(home: Home) -> dict[str, str]:
    """Commands to copy."""
    where = f"--home {shlex.quote(str(home.root))}"
    return {
        "status": f"dragoman status {where}",
        "show": f"dragoman show ID {where}",
        "timeline": f"dragoman sql 'from timeline' {where}",
        "changes": f"dragoman sql 'from release_changes' {where}",
        "quarantine": f"dragoman sql 'from quarantine' {where}",
    }


def _ways_on(home: Home, result: "RunResult") -> list[str]:
    where = f"--home {shlex.quote(str(home.root))}"
    return [f"{command} {where}" for command in how_to_go_on(held_notes(result.held))] if result.held else []


def _values(record: Any) -> Row:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}

"""What a run says at its end, in a few lines."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from flows.counted import counted
from flows.pipeline import RunResult
from flows.run_notes import held_notes, how_to_go_on

_SHOWN_OFFENDERS = 5


def print_summary(console: Console, home: Path, result: RunResult) -> None:
    """What came in, what was cut, what was found, what was held back, and where to look."""
    console.print()
    for label, text, style in _lines(home, result):
        console.print(f"{label:<10} {text}", style=style, highlight=False, markup=False, soft_wrap=True)


def _lines(home: Path, result: RunResult) -> Iterator[tuple[str, str, str]]:
    known = result.articles_unchanged
    for note in result.notes:
        yield "Note", note, "yellow"
    rederived, articles = result.counts.get("articles_rederived"), result.articles_new + known
    if rederived is None:
        new = counted(result.articles_new, "new article")
        yield "Came in", f"{counted(result.files, 'file')}: {new}, {known} known before", ""
    else:
        others = "; nothing that made the others has changed" if rederived < articles else ""
        yield "Rebuilt", f"{rederived} of {counted(articles, 'article')}{others}", ""
    counts = result.counts
    if counts.get("characters"):
        share = counts["characters_removed"] / counts["characters"]
        yield "Cut", f"{share:.0%} of the text, every span kept in removed_text", ""
    if "entities" in counts:
        yield (
            "Found",
            f"{counts['entities']} entities, {result.events} events in {result.articles_new + known} articles",
            "",
        )
    if result.quarantined:
        yield (
            "Held back",
            f"{counted(result.quarantined, 'item')}, with reason and remedy: dragoman status --home {home}",
            "yellow",
        )
    for check in result.failed_checks:
        text = f"{check.table_name}: {check.check_name}: {check.observed}; wanted: {check.expected}"
        yield "Check", text, "yellow" if check.severity == "warn" else "red"
    if result.report:
        yield "Report", str(home / "reports" / result.report.name), ""
    if result.held:
        yield from _held_lines(home, result)
    yield _outcome(home, result)


def _held_lines(home: Path, result: RunResult) -> Iterator[tuple[str, str, str]]:
    """Which rows of which articles held the release back, and how to go on."""
    for held in result.held:
        for offender in held.offenders[:_SHOWN_OFFENDERS]:
            text = f"{held.check.table_name} {offender.row_id}: {offender.detail[:100]}"
            names = " ".join(name for name in offender.article_ids if name != offender.row_id)
            yield "To blame", f"{text} ({names})" if names else text, "red"
    for command in how_to_go_on(held_notes(result.held)):
        yield "Go on", f"{command} --home {home}", "red"


def _outcome(home: Path, result: RunResult) -> tuple[str, str, str]:
    seconds = f"{result.seconds['total']:.1f} s"
    if result.status == "published":
        text = f"{result.release_id} in {seconds}; look at it: dragoman sql 'from timeline' --home {home}"
        return "Published", text, "bold green"
    if result.status == "unchanged":
        return "Unchanged", f"nothing new, so nothing was published ({seconds})", "bold green"
    return "Held", f"a check failed, so the published database stays as it was ({seconds})", "bold red"

"""`dragoman status`: releases, quarantine and the health of each source, from the published database."""

import json
import sys

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.commands.releases import releases_table
from flows.home import Home
from warehouse.curated import Curated, Row
from warehouse.release import releases

_SHOWN_RELEASES = 5
_SHOWN_QUARANTINE = 20


def status_command(home: Home, *, as_json: bool) -> int:
    """Print how the home is doing; gives the exit code."""
    with Curated(home.releases.current) as curated:
        counts = curated.row("status_counts") or {}
        quarantine = curated.rows("status_quarantine")
        sources = curated.rows("status_sources")
    known = releases(home.releases)
    if as_json:
        report = {
            "counts": counts,
            "releases": [one.release_id for one in known],
            "quarantine": quarantine,
            "sources": sources,
        }
        sys.stdout.write(json.dumps(report, ensure_ascii=False, default=str) + "\n")
        return 0
    console = Console()
    console.print(", ".join(f"{value} {name}" for name, value in counts.items()), highlight=False)
    console.print()
    console.print(releases_table(home, known[-_SHOWN_RELEASES:]))
    console.print()
    _print_quarantine(console, quarantine)
    console.print(_sources_table(sources))
    return 0


def _print_quarantine(console: Console, quarantine: list[Row]) -> None:
    if not quarantine:
        console.print("Quarantine is empty.\n")
        return
    console.print(f"In quarantine: {len(quarantine)}", style="bold")
    for item in quarantine[:_SHOWN_QUARANTINE]:
        console.print(Text(f"{item['file_name']}  {item['reason']}"), soft_wrap=True)
        console.print(Text(f"    {item['fix']}  ({item['item_id']})", style="dim"), soft_wrap=True)
    if len(quarantine) > _SHOWN_QUARANTINE:
        console.print(f"… and {len(quarantine) - _SHOWN_QUARANTINE} more: dragoman sql 'from quarantine'")
    console.print()


def _sources_table(sources: list[Row]) -> Table:
    table = Table("source", "articles", "words each", "dated", "with headline", "last seen (UTC)", box=box.SIMPLE_HEAD)
    table.show_edge = False
    for row in sources:
        table.add_row(
            Text(str(row["source"])),
            str(row["articles"]),
            f"{row['words']:.0f}",
            f"{row['dated']:.0f} %",
            f"{row['headlined']:.0f} %",
            f"{row['last_seen']:%Y-%m-%d %H:%M}",
        )
    return table

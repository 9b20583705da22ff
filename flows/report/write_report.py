"""Write the report of a run: one file that opens anywhere, asks nothing of any network, and runs no one else's script.

The page's policy (Content Security Policy Level 3) forbids every request and every script but the two it is written
with, which it names by their hashes. Text from articles goes through Jinja's escaping, or through `as_json`.
"""

import json
import os
from base64 import b64encode
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from flows.home import Home
from flows.report.content import Content, gather
from schemas.operations import QuarantineItem

if TYPE_CHECKING:
    from flows.pipeline import RunResult

# Characters that could end a script element, or that a browser could take for markup; JSON knows them by number.
_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'\u2028\u2029"}


def write_report(home: Home, result: "RunResult", quarantine: Sequence[QuarantineItem] = ()) -> Path:
    """Write `HOME/reports/RUN_ID.html` for a published or held run, whole or not at all; gives its path.

    `quarantine` is what a held run held back; of a published run the release tells.
    Raises ValueError for a run that found nothing new, OSError where the folder cannot be written to, WarehouseError
    where the release cannot be read.
    """
    if result.status == "unchanged":
        raise ValueError(f"{result.run_id} found nothing new: there is nothing to report")
    page = render(gather(home, result, quarantine))
    home.reports.mkdir(parents=True, exist_ok=True)
    target = home.reports / f"{result.run_id}.html"
    staged = home.reports / f".{result.run_id}.html.tmp"
    try:
        with staged.open("wb") as file:
            file.write(page.encode("utf-8", "backslashreplace"))  # file names may hold bytes that are no text
            file.flush()
            os.fsync(file.fileno())
        staged.replace(target)
    finally:
        staged.unlink(missing_ok=True)
    return target


def prune_reports(home: Home, keep: int) -> None:
    """Delete the oldest reports beyond the newest `keep`; run ids sort by time."""
    for report in sorted(home.reports.glob("run_*.html"))[:-keep]:
        report.unlink(missing_ok=True)


def render(content: Content) -> str:
    """The page as HTML."""
    environment = _environment()
    scripts = [_source("page.js.j2")]
    if content.plots:
        scripts.insert(0, _plotly())
    return environment.get_template("report.html.j2").render(
        content=content,
        result=content.result,
        style=Markup(_source("style.css.j2")),  # noqa: S704 - our own file
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own file and plotly's
        policy=policy(scripts),
        figures=as_json({name: plot.figure for name, plot in content.plots.items()}),
    )


def policy(scripts: list[str]) -> str:
    """The page's Content-Security-Policy: no requests at all, and only these scripts.

    Plotly sets style attributes and keeps pictures to download in data: and blob: addresses.
    """
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def as_json(value: object) -> Markup:
    """`value` as JSON that can stand inside a script element, whatever its strings hold."""
    return Markup(json.dumps(value, ensure_ascii=False).translate(_ESCAPED))  # noqa: S704 - escaped here


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("flows.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"number": _number, "per_cent": _per_cent, "moment": _moment, "short": _short}
    return environment


def _source(name: str) -> str:
    environment = _environment()
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _plotly() -> str:
    """Plotly's script; the package ships only the full one (4.8 MB)."""
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs())


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:,.0f}"


def _per_cent(value: float | None) -> str:
    if value is None:
        return "—"
    if 0 < value < 0.1:  # noqa: PLR2004 - what would round to nothing
        return "< 0.1 %"
    return f"{value:.1f} %" if 0 < value < 10 else f"{value:.0f} %"  # noqa: PLR2004 - two digits are enough


def _moment(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else "—"


def _short(text: str | None, length: int = 160) -> str:
    """One line of at most `length` characters."""
    line = " ".join((text or "").split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"

"""Homes for tests: real runs of the real pipeline, and what they published."""

from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console

from flows.pipeline import Job, RunResult, run_once
from flows.progress import PlainReporter
from flows.settings import Settings
from schemas.catalog import PUBLISHED

PROJECT = Path(__file__).resolve().parents[2]
# What the clock decides differs from run to run; all else must be equal.
CLOCK = {"articles": ["first_seen_at"], "quarantine": ["seen_at"]}
OPERATIONS = ("checks", "releases", "release_changes", "volumes", "source_volumes", "withdrawn_articles")
CONTENT = [table.name for table in PUBLISHED if table.name not in OPERATIONS]

MEETING = """Ministers of Kenya and Uganda met in Kampala on 3 October 2026 to discuss the railway.

“The line will reach the border next year,” Kenyan Transport Minister Grace Atieno said after the talks.
"""
STRIKE = """Dock workers in Mombasa went on strike on 5 October 2026 over unpaid wages.

The union said the walkout would last until the port authority paid the arrears.
"""


def run(home: Path, *paths: Path, **job: Any) -> RunResult:
    """One job on a home, without a server."""
    return run_once(Settings(home=home), Job(paths=paths, **job), PlainReporter(Console(quiet=True)))


def write(home: Path, name: str, text: str) -> Path:
    """An article file in the home's inbox."""
    path = home / "inbox" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def query(home: Path, text: str) -> list[tuple[Any, ...]]:
    """Rows of the published database."""
    with duckdb.connect(home / "curated.duckdb", read_only=True) as connection:
        return connection.execute(text).fetchall()


def content(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all published content, in order, without what the clock decides."""
    tables = {}
    for name in CONTENT:
        left_out = f"EXCLUDE ({', '.join(CLOCK[name])})" if name in CLOCK else ""
        tables[name] = query(home, f"SELECT * {left_out} FROM {name}")
    return tables

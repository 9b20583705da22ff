"""`dragoman run`: the main job once, directly or under Prefect, and a summary of what came of it."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

from rich.console import Console

from flows.errors import UsageError
from flows.files import require_paths
from flows.pipeline import Job, RunResult, run_once
from flows.prefect_run import reachable_server, run_under_prefect
from flows.progress import reporter
from flows.settings import load_settings
from flows.summary import print_summary

_JSON_FIELDS = (
    "run_id",
    "status",
    "release_id",
    "files",
    "articles_new",
    "articles_unchanged",
    "quarantined",
    "events",
    "seconds",
)
_FAILED = ("held", "failed")


def run_command(home: Path, job: Job, *, as_json: bool) -> int:
    """Do a job, print what came of it, and give the exit code: 1 where the release was held back."""
    if not job.takes_in and not home.exists():
        raise UsageError(f"{home} does not exist: there is nothing to {'retract from' if job.retract else 'reprocess'}")
    require_paths(job.paths)  # before a home is made for them
    settings = load_settings(home)
    if job.takes_in and not job.paths:
        job = replace(job, paths=settings.inbox)
    console = Console(stderr=as_json)
    server = reachable_server(settings)
    with reporter(console) as shown:
        run = run_once if server is None else partial(run_under_prefect, server)
        result = run(settings, job, shown)
    print_summary(console, settings.home, result)
    if as_json:
        Console(soft_wrap=True).out(json.dumps(as_dict(result)), highlight=False)
    return 1 if result.status in _FAILED else 0


def as_dict(result: RunResult) -> dict[str, object]:
    """The object that `--json` prints."""
    return {name: getattr(result, name) for name in _JSON_FIELDS}

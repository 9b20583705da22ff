"""`dragoman serve` as users have it: a real server, real schedules, a real browser."""

import signal
import time
import urllib.parse
from pathlib import Path
from typing import Any

import httpx
import pytest
from homes import MEETING, STRIKE, query, write
from playwright.sync_api import Page, sync_playwright
from serving import SETTINGS, Listener, Served, free_port, start, wait_for

from flows.home import Home

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
# What a person reads on the page of each artifact.
SHOWN = {
    "run-summary": ("Published", "New articles", "Checks that failed", "seconds"),
    "checks": ("great_expectations", "holds the release"),
    "quarantine": ("broken.json",),
    "release-changes": ("added", "new article"),
    "sources": ("2 (first time)",),
    "report": ("the report of this run",),
}

pytestmark = pytest.mark.slow


def published(served: Served) -> Any:
    runs = served.runs(state={"type": {"any_": ["COMPLETED"]}})
    return next(run for run in reversed(runs) if run["state"]["message"].startswith("Published"))


def artifacts(served: Served) -> dict[str, Any]:
    found = served.ask("/artifacts/filter", artifacts={"flow_run_id": {"any_": [published(served)["id"]]}})
    return {artifact["key"]: artifact for artifact in found}


def test_the_schedule_publishes_the_inbox_with_a_task_for_each_stage(served: Served) -> None:
    run = published(served)
    assert run["auto_scheduled"]
    assert "2 new articles" in run["state"]["message"]
    tasks = served.ask("/task_runs/filter", task_runs={"flow_run_id": {"any_": [run["id"]]}}, sort="END_TIME_DESC")
    names = [task["name"] for task in reversed(tasks)]
    assert list(dict.fromkeys(name.split()[0] for name in names)) == [
        "ingest",
        "clean",
        "extract",
        "resolve",
        "check",
        "publish",
    ]
    assert {task["state_type"] for task in tasks} == {"COMPLETED"}


def test_the_artifacts_say_what_came_and_what_needs_somebody(served: Served) -> None:
    left = artifacts(served)
    assert "# Published" in left["run-summary"]["data"]
    assert "| New articles | 2 |" in left["run-summary"]["data"]
    assert all(text in left["checks"]["data"] for text in ('"passed": "yes"', "great_expectations", "pandera"))
    assert "broken.json" in left["quarantine"]["data"]
    assert '"change": "added"' in left["release-changes"]["data"]
    assert "2 (first time)" in left["sources"]["data"]


def test_the_log_has_a_line_a_stage_and_none_an_article(served: Served) -> None:
    run = published(served)
    lines = [line["message"] for line in served.ask("/logs/filter", logs={"flow_run_id": {"any_": [run["id"]]}})]
    own = [line for line in lines if line.startswith(("ingest:", "extract:", "resolve:", "check:", "publish:"))]
    assert len(own) == 5
    assert not [line for line in lines if "strike.txt" in line]


def test_the_report_is_served_beside_the_ui(served: Served) -> None:
    link = artifacts(served)["report"]["data"]
    address = link[link.index("(") + 1 : link.index(")")]
    assert address.startswith(served.address.removesuffix("/api") + "/reports/run_")
    assert "Published" in httpx.get(address).text


def test_somebody_is_told(served: Served) -> None:
    told = wait_for(lambda: [one for one in served.listener.received if one["event"] == "dragoman.run.published"])
    assert told[0]["home"] == str(served.home)
    assert told[0]["url"] == f"{served.address.removesuffix('/api')}/runs/flow-run/{published(served)['id']}"
    question = {"event": {"name": ["dragoman.run.published"]}}

    def is_an_event() -> bool:
        events = served.ask("/events/filter", filter=question)["events"]
        return told[0]["release_id"] in {event["payload"]["release_id"] for event in events}

    assert wait_for(is_an_event)


def test_reprocess_and_backfill_wait_to_be_asked_for(served: Served) -> None:
    assert {one["name"] for one in served.ask("/deployments/filter")} == {"dragoman"}
    flows = {one["id"]: one["name"] for one in served.ask("/flows/filter")}
    by_flow = {flows[one["flow_id"]]: one for one in served.ask("/deployments/filter")}
    scheduled = {name for name, one in by_flow.items() if one["schedules"]}
    assert set(by_flow) == {"ingest-and-publish", "maintenance", "reprocess", "backfill"}
    assert scheduled == {"ingest-and-publish"}
    assert "paths" in by_flow["backfill"]["parameter_openapi_schema"]["properties"]
    assert "everything" in by_flow["reprocess"]["parameter_openapi_schema"]["properties"]


def test_a_second_serve_of_the_home_says_that_it_is_served(served: Served) -> None:
    other = start(served.home)
    assert other.wait(60) == 1
    assert f"runs already for {served.home}" in (served.home / "serve.log").read_text()


def test_scheduled_runs_of_a_busy_home_are_skipped_and_say_so(served: Served) -> None:
    def skipped(why: str) -> list[Any]:
        shown = served.runs(state={"name": {"any_": ["Skipped"]}})
        return [run for run in shown if run["auto_scheduled"] and why in run["state"]["message"]]

    flows = {one["id"]: one["name"] for one in served.ask("/flows/filter")}
    by_flow = {flows[one["flow_id"]]: one["id"] for one in served.ask("/deployments/filter")}
    with Home(served.home).locked("the night shift"):
        wait_for(lambda: skipped("the night shift"))
        asked = served.ask(f"/deployments/{by_flow['reprocess']}/create_flow_run", parameters={"wait_minutes": 30})
        wait_for(lambda: skipped("another run worked"))  # the one asked for by hand waits for the home
    wait_for(lambda: served.runs(id={"any_": [asked["id"]]})[0]["state_type"] == "COMPLETED")


def test_what_arrives_while_it_is_stopped_is_published_once_by_the_next_schedule(
    tmp_path: Path, listener: Listener
) -> None:
    write(tmp_path, "meeting.txt", MEETING)
    (tmp_path / "dragoman.toml").write_text(SETTINGS.format(port=free_port(), webhook=listener.address))
    process = start(tmp_path)

    def said(words: str) -> list[Any]:
        shown = Served(tmp_path, process, listener).runs(state={"type": {"any_": ["COMPLETED"]}})
        return [run for run in shown if run["state"]["message"].startswith(words)]

    try:
        wait_for((tmp_path / "serve.url").exists)
        wait_for(lambda: said("Published"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        write(tmp_path, "strike.txt", STRIKE)
        time.sleep(25)  # two runs are due meanwhile
        process = start(tmp_path)
        wait_for(lambda: query(tmp_path, "SELECT count(*) FROM articles") == [(2,)])
        wait_for(lambda: len(said("Published")) == 2)  # the release is seen before the run has ended
        before = len(said("Nothing"))
        wait_for(lambda: len(said("Nothing")) > before)
        assert len(said("Published")) == 2
        shown = Served(tmp_path, process, listener).runs()
        assert all(run["auto_scheduled"] for run in shown)
        assert any(run["state_name"] == "Skipped" and "nothing served" in run["state"]["message"] for run in shown)
        assert query(tmp_path, "SELECT release_no, articles FROM releases ORDER BY ALL") == [(1, 1), (2, 2)]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium")
def test_a_browser_shows_it_all_and_asks_no_other_host(served: Served) -> None:
    ui = served.address.removesuffix("/api")
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{ui}/dashboard")
        _sees(page, "Flow Runs", "Task Runs", "Completed")
        assert page.get_by_text("V2").count() == 0
        page.goto(f"{ui}/runs/flow-run/{published(served)['id']}")
        _sees(page, "Published rl_", "extract", "resolve", "Artifacts")
        left = artifacts(served)
        assert left.keys() == SHOWN.keys()
        for key, artifact in left.items():
            page.goto(f"{ui}/artifacts/artifact/{artifact['id']}")
            _sees(page, *SHOWN[key])
        page.goto(left["report"]["data"].rpartition("(")[2].rstrip(")"))
        _sees(page, "Published")
        browser.close()
    hosts = {urllib.parse.urlsplit(address).hostname for address in asked} - {None, ""}
    assert hosts == {"127.0.0.1"}


def _sees(page: Page, *texts: str) -> None:
    for text in texts:
        page.get_by_text(text).first.wait_for(timeout=60_000)

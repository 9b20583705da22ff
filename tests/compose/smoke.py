"""The containers as a user meets them: built, started, fed, killed, stopped and started again (`make compose-smoke`).

Needs a Docker engine with `docker compose` and the standard library alone.
"""

import base64
import json
import os
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLES = PROJECT / "examples" / "inbox"
NAME = "dragoman-smoke"
PORT = os.environ.get("DRAGOMAN_UI_PORT", "4200")
API = f"http://127.0.0.1:{PORT}/api"
PASSWORD = secrets.token_urlsafe(16)
ENVIRONMENT = {
    **os.environ,
    "COMPOSE_PROJECT_NAME": NAME,
    "POSTGRES_PASSWORD": secrets.token_urlsafe(16),
    "DRAGOMAN_UI_PASSWORD": PASSWORD,
    "DRAGOMAN_SCHEDULES__INGEST": "every 20 seconds",
}
PASSWORDS = ("POSTGRES_PASSWORD", "DRAGOMAN_UI_PASSWORD")
IN_HOME = ("run", "--rm", "--interactive", "--volume", f"{NAME}_home:/data", "dragoman:local")
DUMP = ("pg_dump", "--username", "prefect", "--clean", "--if-exists", "prefect")
LOAD = ("psql", "--quiet", "--username", "prefect", "prefect")
AWAY_SECONDS = 60
STARTED = time.monotonic()
STRIKE = "Dock workers in Mombasa went on strike on {} October 2026 over unpaid wages, the harbour union said.\n"


def main() -> None:
    """Run every step, and leave nothing behind."""
    compose("down", "--volumes", "--timeout", "5")
    try:
        refuses_without_passwords()
        step("images built", compose, "build")
        step("up and healthy", compose, "up", "--detach", "--wait", "--wait-timeout", "600", "--pull", "never")
        asks_for_the_password()
        publishes_its_port_alone()
        publishes_what_arrives()
        survives_a_killed_runner()
        keeps_its_data_when_taken_down()
        for day, service in enumerate(("server", "database", "runner"), start=7):
            catches_up_after_one_was_away(service, day)
        comes_back_from_its_backup()
    except BaseException:
        compose("logs", "--tail", "60", check=False)
        raise
    finally:
        compose("down", "--volumes", "--timeout", "10", check=False)
    step("passed")


def refuses_without_passwords() -> None:
    """`up` ends with an error where a password is missing, and no container runs."""
    bare = {name: value for name, value in ENVIRONMENT.items() if name not in PASSWORDS}
    done = subprocess.run(
        ["docker", "compose", "up", "--detach", "--pull", "never", "database"], cwd=PROJECT, env=bare, check=False
    )
    assert done.returncode != 0, "the database started without a password"
    assert compose("ps", "--quiet", "--status", "running").strip() == "", "a container runs without a password"
    compose("down", "--volumes", "--timeout", "5")
    step("refused without passwords")


def asks_for_the_password() -> None:
    """The API and the reports answer 401 without the password; health needs none."""
    assert status_of("/admin/version", password=None) == 401
    assert status_of("/admin/version", password="guess") == 401
    assert status_of("/admin/version", password=PASSWORD) == 200
    assert status_of("/health", password=None) == 200
    assert status_of("/../reports/run.html", password=None) == 401
    step("asked for the password")


def publishes_its_port_alone() -> None:
    """The UI's port at 127.0.0.1, and no other."""
    lines = docker("ps", "--filter", f"label=com.docker.compose.project={NAME}", "--format", "{{.Ports}}").splitlines()
    published = [part.strip() for line in lines for part in line.split(",") if "->" in part]
    assert published == [f"127.0.0.1:{PORT}->4200/tcp"], published
    users = {service: compose("exec", "-T", service, "id", "-u").strip() for service in ("server", "runner")}
    assert users == {"server": "10001", "runner": "10001"}, users
    step("one port published, nobody is root")


def publishes_what_arrives() -> None:
    """Files dropped into the inbox volume are published by a scheduled run, with its artifacts."""
    for path in sorted(EXAMPLES.iterdir())[:12]:
        drop(path.name, path.read_bytes())
    dropped = datetime.now(UTC).isoformat()
    await_that("a run published", lambda: articles() >= 8)
    await_that("its state", lambda: any(is_published(run) for run in flow_runs()))
    # a run may have begun while files were still being dropped: the next one took in the others
    await_that("all taken in", lambda: any(run["start_time"] > dropped and is_idle(run) for run in flow_runs()))
    assert all(run["auto_scheduled"] for run in flow_runs()), "a run was started by hand"
    keys = {artifact["key"] for artifact in post("/artifacts/filter", {})}
    assert keys >= {"run-summary", "checks", "quarantine", "release-changes", "sources"}, keys
    step(f"{articles()} articles published by a scheduled run")


def survives_a_killed_runner() -> None:
    """Killed in mid-run, it goes on where it was, and says that the run crashed."""
    before = articles()
    drop("strike-5.txt", STRIKE.format(5).encode())
    await_that("a run at work", lambda: any(is_extracting(run) for run in flow_runs()))
    compose("kill", "runner")
    compose("up", "--detach", "--pull", "never", "runner")
    await_that("the next run published", lambda: articles() == before + 1)
    await_that("the killed run marked", lambda: any(run["state"]["type"] == "CRASHED" for run in flow_runs()))
    assert articles_named("strike-5.txt") == 1
    step("a killed run was taken up again")


def keeps_its_data_when_taken_down() -> None:
    """`down` and `up` change nothing that is published."""
    before = sql("select max(release_no) from releases"), articles()
    compose("down", "--timeout", "20")
    compose("up", "--detach", "--wait", "--wait-timeout", "300", "--pull", "never")
    assert (sql("select max(release_no) from releases"), articles()) == before
    drop("strike-6.txt", STRIKE.format(6).encode())
    await_that("a run after down and up", lambda: articles() == before[1] + 1)
    step("data kept across down and up")


def catches_up_after_one_was_away(service: str, day: int) -> None:
    """What arrives while a service is stopped is published once, by a scheduled run, after it is back."""
    before = articles()
    compose("stop", "--timeout", "10", service)
    drop(f"strike-{day}.txt", STRIKE.format(day).encode())
    time.sleep(AWAY_SECONDS)
    compose("start", service)
    await_that(f"a run after {service} was away", lambda: articles() == before + 1)
    assert articles_named(f"strike-{day}.txt") == 1
    assert_nothing_is_doubled()
    step(f"caught up after {service} was away for {AWAY_SECONDS} s")


def comes_back_from_its_backup() -> None:
    """The commands of docs/operations.md bring articles, releases and the runs' history back after all is lost."""
    before = sql("select max(release_no) from releases"), articles()
    runs = {run["id"] for run in flow_runs()}
    home = piped(*IN_HOME, "tar", "-C", "/data", "-c", ".")
    records = piped("compose", "exec", "-T", "database", *DUMP)
    compose("down", "--volumes", "--timeout", "10")
    compose("up", "--detach", "--wait", "--wait-timeout", "300", "--pull", "never")
    assert articles() == 0, "the volumes outlived `down --volumes`"
    compose("stop", "server", "runner")
    piped(*IN_HOME, "tar", "-C", "/data", "-x", given=home)
    piped("compose", "exec", "-T", "database", *LOAD, given=records)
    compose("start", "server", "runner")
    drop("strike-10.txt", STRIKE.format(10).encode())
    await_that("a run after the backup was restored", lambda: articles() == before[1] + 1)
    assert sql("select count(*) from releases where release_no <= " + before[0]) == before[0]
    await_that("the runs of before", lambda: runs <= {run["id"] for run in flow_runs()})
    assert_nothing_is_doubled()
    step("brought back from its backup")


def assert_nothing_is_doubled() -> None:
    """Every file has one article, every release one row; no run was started by hand."""
    doubled = "select count(*) from (select 1 from {} group by {} having count(*) > 1)"
    assert sql(doubled.format("articles", "file_name, headline, text")) == "0"
    assert sql(doubled.format("releases", "release_no")) == "0"
    assert all(run["auto_scheduled"] for run in flow_runs()), "a run was started by hand"


def is_published(run: dict[str, Any]) -> bool:
    """Whether a run has ended with a release; its artifacts are there by then."""
    return (run["state"]["message"] or "").startswith("Published")


def is_idle(run: dict[str, Any]) -> bool:
    """Whether a run has ended and found nothing new."""
    return (run["state"]["message"] or "").startswith("Nothing new")


def is_extracting(run: dict[str, Any]) -> bool:
    """Whether a run is under way; one that finds nothing new is over in a second."""
    return bool(run["state"]["type"] == "RUNNING")


def drop(name: str, content: bytes) -> None:
    """Put a file into the inbox volume."""
    mount = f"{NAME}_inbox:/inbox"
    command = ["run", "--rm", "--interactive", "--volume", mount, "dragoman:local"]
    code = f"import sys; open('/inbox/{name}', 'wb').write(sys.stdin.buffer.read())"
    piped(*command, "python", "-c", code, given=content)


def sql(query: str) -> str:
    """The one value that a query on the published database gives."""
    done = compose("exec", "-T", "runner", "dragoman", "sql", query, "--format", "csv", check=False)
    return done.splitlines()[1] if done.count("\n") > 1 else ""


def articles() -> int:
    """How many articles are published."""
    return int(sql("select count(*) from articles") or 0)


def articles_named(name: str) -> int:
    """How many articles came from files of this name."""
    return int(sql(f"select count(*) from articles where file_name = '{name}'"))


def flow_runs() -> list[Any]:
    """The runs that have begun, newest first; none while the server is away."""
    states = ["RUNNING", "COMPLETED", "FAILED", "CRASHED"]
    question = {"flow_runs": {"state": {"type": {"any_": states}}}, "sort": "START_TIME_DESC", "limit": 50}
    return list(post("/flow_runs/filter", question))


def post(path: str, question: dict[str, Any]) -> Any:
    """The API's answer to a question."""
    request = urllib.request.Request(API + path, json.dumps(question).encode(), header(PASSWORD))
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def status_of(path: str, password: str | None) -> int:
    """The HTTP status of a page."""
    address = API.removesuffix("/api") + path.removeprefix("/..") if path.startswith("/..") else API + path
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=header(password)), timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def header(password: str | None) -> dict[str, str]:
    """Headers with basic authentication."""
    kind = {"Content-Type": "application/json"}
    if password is None:
        return kind
    return {**kind, "Authorization": "Basic " + base64.b64encode(f"dragoman:{password}".encode()).decode()}


def await_that(what: str, holds: Callable[[], bool], seconds: float = 600.0) -> None:
    """Wait until something holds."""
    until = time.monotonic() + seconds
    while True:
        try:
            if holds():
                return
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"  … {what}: {error}", flush=True)
        assert time.monotonic() < until, f"waited {seconds:.0f} s in vain: {what}"
        time.sleep(1)


def compose(*arguments: str, check: bool = True) -> str:
    """What a command of docker compose prints."""
    return docker("compose", *arguments, check=check)


def piped(*arguments: str, given: bytes = b"") -> bytes:
    """The bytes that a docker command makes of other bytes."""
    command = ["docker", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=ENVIRONMENT, input=given, stdout=subprocess.PIPE, check=True).stdout


def docker(*arguments: str, check: bool = True) -> str:
    """What a docker command prints; its messages go to the terminal."""
    done = subprocess.run(
        ["docker", *arguments], cwd=PROJECT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=False
    )
    if check and done.returncode:
        print(done.stdout, flush=True)
        raise subprocess.CalledProcessError(done.returncode, ["docker", *arguments], done.stdout)
    if "build" in arguments or "logs" in arguments:
        print(done.stdout, flush=True)
    return done.stdout


def step(what: str, action: Callable[..., Any] | None = None, *arguments: str) -> None:
    """Do something, and say that it is done."""
    if action:
        action(*arguments)
    print(f"[compose-smoke {time.monotonic() - STARTED:.0f} s] {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

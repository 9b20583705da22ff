import asyncio
import os
import re
import socket
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from flows.errors import UsageError
from flows.home import Home
from flows.prefect_run import answers, refusal
from flows.serve.app import PasswordGuard, ReportPages
from flows.serve.environment import server_environment, use_quietly
from flows.serve.maintenance import Pruned, health_markdown, prune
from flows.serve.server import _free_port, await_configured, last_words, start_server
from flows.settings import Server, Settings


@pytest.mark.parametrize(
    ("credentials", "status"), [(None, 401), (("dragoman", "guess"), 401), (("dragoman", "sesame"), 200)]
)
def test_reports_ask_for_the_password(tmp_path: Path, credentials: tuple[str, str] | None, status: int) -> None:
    (tmp_path / "run.html").write_text("<p>Published")

    async def get() -> httpx.Response:
        transport = httpx.ASGITransport(PasswordGuard(StaticFiles(directory=tmp_path), "dragoman:sesame"))
        async with httpx.AsyncClient(transport=transport, base_url="http://here", auth=credentials) as client:
            return await client.get("/run.html")

    answer = asyncio.run(get())
    assert answer.status_code == status
    assert ("Published" in answer.text) == (status == 200)


def test_the_head_of_the_reports_links_to_each_newest_first(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    assert "No run has written a report yet" in asyncio.run(_head_of(reports)).text
    for name in ("run_20260101T000000_a", "run_20260102T000000_b"):
        (reports / f"{name}.html").write_text(name)
    page = asyncio.run(_head_of(reports)).text
    assert re.findall(r'href="([^"]+)"', page) == ["run_20260102T000000_b.html", "run_20260101T000000_a.html"]


async def _head_of(reports: Path) -> httpx.Response:
    transport = httpx.ASGITransport(Starlette(routes=[Mount("/reports", ReportPages(reports))]))
    async with httpx.AsyncClient(transport=transport, base_url="http://here", follow_redirects=True) as client:
        return await client.get("/reports/")


@pytest.mark.parametrize("header", ["Basic", "Basic %%%", "Bearer ZHJhZ29tYW46c2VzYW1l"])
def test_other_credentials_do_not_pass(tmp_path: Path, header: str) -> None:
    async def get() -> int:
        transport = httpx.ASGITransport(PasswordGuard(StaticFiles(directory=tmp_path), "dragoman:sesame"))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return (await client.get("/", headers={"Authorization": header})).status_code

    assert asyncio.run(get()) == 401


def test_no_open_ui_without_a_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_SERVER_API_AUTH_STRING", raising=False)
    settings = Settings(home=tmp_path, server=Server(host="0.0.0.0"))
    with pytest.raises(UsageError, match="set a password first"):
        start_server(Home(tmp_path), settings, lambda: False)


def test_a_port_in_use_is_left_alone() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        assert _free_port("127.0.0.1", taken) not in (0, taken)


def test_waiting_for_a_server_that_is_away_ends_with_a_signal() -> None:
    assert not answers("http://127.0.0.1:9/api")
    await_configured("http://127.0.0.1:9/api", lambda: True)


def test_a_refusal_says_what_to_set() -> None:
    assert "PREFECT_API_AUTH_STRING" in str(refusal("http://there/api", 401))
    assert "answers 503" in str(refusal("http://there/api", 503))


def test_the_passwords_of_containers_are_read_from_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("PREFECT_"):
            monkeypatch.delenv(name)
    for name in ("PREFECT_SERVER_API_AUTH_STRING", "PREFECT_API_AUTH_STRING", "PREFECT_SERVER_DATABASE_PASSWORD"):
        monkeypatch.setenv(name, "")  # so that it is taken back after the test
    (tmp_path / "ui").write_text("sesame\n")
    (tmp_path / "database").write_text("open\n")
    monkeypatch.setenv("DRAGOMAN_UI_PASSWORD_FILE", str(tmp_path / "ui"))
    monkeypatch.setenv("DRAGOMAN_DATABASE_PASSWORD_FILE", str(tmp_path / "database"))
    use_quietly()
    assert os.environ["PREFECT_SERVER_API_AUTH_STRING"] == os.environ["PREFECT_API_AUTH_STRING"] == "dragoman:sesame"
    assert os.environ["PREFECT_SERVER_DATABASE_PASSWORD"] == "open"
    (tmp_path / "ui").write_text("\n")
    with pytest.raises(UsageError, match="is empty"):
        use_quietly()


def test_the_server_keeps_to_the_home_and_calls_nobody(tmp_path: Path) -> None:
    environment = server_environment(tmp_path, "http://127.0.0.1:4201/api", keep_run_days=2)
    assert environment["PREFECT_HOME"] == str(tmp_path)
    assert environment["PREFECT_UI_API_URL"] == "http://127.0.0.1:4201/api"
    assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert environment["PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD"] == "172800"


def test_the_end_of_a_log_is_told_without_its_traceback(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    log.write_text("Starting\nTraceback:\n  File 'x', line 3\n    ^^^^\nValueError: no such database\n\n")
    assert last_words(log) == "Traceback: / ValueError: no such database"


def test_retention_keeps_the_newest_reports(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.reports.mkdir()
    for number in range(5):
        page = home.reports / f"run_{number}.html"
        page.write_text("page")
        os.utime(page, (number, number))
    assert prune(home, Settings(home=tmp_path, keep_reports=2)) == Pruned(releases=0, reports=3)
    assert sorted(path.name for path in home.reports.iterdir()) == ["run_3.html", "run_4.html"]
    assert "Nothing is published yet" in health_markdown(home, Pruned(0, 3), "")

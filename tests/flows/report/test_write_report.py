import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from flows.home import Home
from flows.pipeline import RunResult
from flows.report.write_report import as_json, write_report
from flows.stages.publish import Held
from schemas.operations import QuarantineItem
from warehouse.store import WorkingStore

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Result = Callable[..., RunResult]


def page_of(path: Path) -> html.HtmlElement:
    return html.document_fromstring(path.read_text("utf-8"))


def table(page: html.HtmlElement, section: str) -> str:
    return " ".join(" ".join(page.get_element_by_id(section).itertext()).split())


def test_a_published_run_tells_what_happened(home: Home, run_result: Result) -> None:
    path = write_report(home, run_result())
    assert path == home.reports / "run_1.html"
    assert [file.name for file in home.reports.iterdir()] == ["run_1.html"]
    page = page_of(path)
    assert page.findtext(".//h1") == "Published, with remarks"
    assert "2 files were looked at: 1 new articles" in table(page, "came-in")
    assert "headline" in table(page, "cut")
    assert "SANCTION/expel" in table(page, "found")
    assert "observed by volume against history" in table(page, "checks")
    assert "Export the record again." in table(page, "quarantine")
    assert "events added new article 1 ev_0000000000000001" in table(page, "changes")
    assert "100 %" in table(page, "sources")
    assert "check 0.40" in table(page, "stages")


def test_failed_checks_come_before_those_that_hold(home: Home, run_result: Result) -> None:
    text = table(page_of(write_report(home, run_result())), "checks")
    assert text.index("volume against history") < text.index("ids are unique")


def test_a_held_run_names_rows_and_the_way_on(home: Home, run_result: Result, held: Held) -> None:
    path = write_report(home, run_result("held", held=(held,), failed_checks=(held.check,)))
    page = page_of(path)
    assert page.findtext(".//h1") == "Held back"
    assert page.find(".//main/section").get("id") == "held"
    text = table(page, "held")
    assert "mt_0000000000000007" in text
    assert f"dragoman run --without ar_0000000000000001 --home '{home.root}'".replace("it's", "it'\"'\"'s") in text
    assert "[3:9]" in text
    assert '--accept "mentions are spans of their article"' in text
    assert "Still published: release rl_00000000000000aa" in page.text_content()
    assert path.stat().st_size < 100_000


def test_a_held_run_shows_what_is_in_quarantine(home: Home, run_result: Result, held: Held) -> None:
    with WorkingStore(home.store) as store:
        items = store.records(QuarantineItem, "all_quarantine")
    path = write_report(home, run_result("held", held=(held,), failed_checks=(held.check,)), items)
    assert "Export the record again." in table(page_of(path), "quarantine")


def test_a_held_first_run_needs_no_published_database(tmp_path: Path, run_result: Result, held: Held) -> None:
    path = write_report(Home(tmp_path), run_result("held", release_id=None, held=(held,), failed_checks=(held.check,)))
    assert "Nothing is published" in page_of(path).text_content()


def test_a_run_that_found_nothing_new_has_no_report(home: Home, run_result: Result) -> None:
    with pytest.raises(ValueError, match="nothing new"):
        write_report(home, run_result("unchanged"))
    assert not home.reports.exists()


def test_the_policy_names_every_script_and_allows_no_request(home: Home, run_result: Result) -> None:
    text = write_report(home, run_result()).read_text("utf-8")
    match = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert match
    policy = match[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        assert b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert "unsafe-eval" not in policy


def test_no_text_of_an_article_becomes_markup(home: Home, run_result: Result, nasty: str) -> None:
    text = write_report(home, run_result()).read_text("utf-8")
    assert nasty not in text
    assert "<img" not in text.split("<script>")[0]
    assert "49" not in table(html.document_fromstring(text), "came-in")  # braces are no template
    figures = json.loads(html.document_fromstring(text).get_element_by_id("figures").text_content())
    assert set(figures) == {"articles", "types", "timeline"}


def test_json_cannot_end_its_element_and_reads_back(nasty: str) -> None:
    text = as_json({"text": nasty})
    assert not set("<>&'\u2028") & set(text)
    assert json.loads(text) == {"text": nasty}


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium")
@pytest.mark.parametrize("status", ["published", "held"])
def test_a_browser_shows_articles_as_text_and_asks_for_nothing(
    status: str, home: Home, run_result: Result, held: Held
) -> None:
    from playwright.sync_api import Dialog, sync_playwright

    troubles: list[str] = []
    requests: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    result = run_result() if status == "published" else run_result("held", held=(held,), failed_checks=(held.check,))
    path = write_report(home, result)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page(viewport={"width": 700, "height": 900})
        page.on("dialog", on_dialog)
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        if status == "published":
            page.wait_for_selector("#plot-timeline .main-svg")
            page.locator("#plot-articles .barlayer .point").first.hover(force=True)
            page.locator("#plot-timeline .scatterlayer .point").first.hover(force=True)
            page.wait_for_selector("#plot-timeline .hoverlayer .hovertext")
            assert "<img src=x" in page.inner_text("body")
        page.emulate_media(color_scheme="dark")
        page.wait_for_timeout(300)
        assert page.locator("img").count() == 0
        assert "<script>alert('in')" in page.inner_text("main")
        assert page.evaluate("document.documentElement.scrollWidth") == 700
        browser.close()
    assert troubles == []
    assert requests == [path.as_uri()]

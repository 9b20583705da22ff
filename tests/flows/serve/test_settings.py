from pathlib import Path

import pytest

from flows.errors import UsageError
from flows.settings import Settings, interval_seconds, load_settings

DOCS = Path(__file__).resolve().parents[3] / "docs" / "operations.md"


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert (settings.home, settings.inbox, settings.schedules.ingest) == (tmp_path, (), "every 5 minutes")
    assert settings.server.host == "127.0.0.1"


def test_the_environment_comes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dragoman.toml").write_text(
        'keep_releases = 3\n[schedules]\ningest = "off"\ntime_zone = "Asia/Tokyo"\n'
    )
    monkeypatch.setenv("DRAGOMAN_SCHEDULES__INGEST", "0 6 * * *")
    monkeypatch.setenv("DRAGOMAN_INBOX", "/first:/second")
    monkeypatch.setenv("DRAGOMAN_NOTIFY__COMMAND", "mail -s 'Dragoman needs you' desk")
    settings = load_settings(tmp_path)
    assert settings.keep_releases == 3
    assert (settings.schedules.ingest, settings.schedules.time_zone) == ("0 6 * * *", "Asia/Tokyo")
    assert settings.inbox == (Path("/first"), Path("/second"))
    assert settings.notify.command == ("mail", "-s", "Dragoman needs you", "desk")


def test_an_empty_variable_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_SCHEDULES__INGEST", "")
    assert load_settings(tmp_path).schedules.ingest == "every 5 minutes"


def test_the_file_of_the_home_comes_before_that_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    (elsewhere / "dragoman.toml").write_text("keep_reports = 4\n")
    assert load_settings(home).keep_reports == 4
    (home / "dragoman.toml").write_text("keep_reports = 5\n")
    assert load_settings(home).keep_reports == 5


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("inbx = []", "there is no option inbx"),
        ("[schedules]\ningets = 'off'", "there is no option schedules.ingets"),
        ("[schedules]\ningest = 'sometimes'", "schedules.ingest = 'sometimes' is no schedule: write 'every 5 minutes'"),
        ("[schedules]\ningest = 'every 2 seconds'", "is too often"),
        ("[schedules]\ntime_zone = 'Mars'", "schedules.time_zone = 'Mars' is no time zone"),
        ("keep_releases = 0", "keep_releases = 0: Input should be greater than or equal to 1"),
        ("[notify]\nwebhook = 'example.org'", "is no web address"),
        ("[notify]\non = ['always']", "notify.on.0 = 'always'"),
        ("home = 'elsewhere'", "home is no option of the file"),
        ("inbox = [", "is no TOML file"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "dragoman.toml").write_text(text)
    with pytest.raises(UsageError) as raised:
        load_settings(tmp_path)
    assert complaint in str(raised.value)
    assert "dragoman.toml" in str(raised.value)


def test_a_schedule_is_an_interval_a_cron_line_or_off() -> None:
    assert interval_seconds("every 90 seconds") == 90
    assert interval_seconds("every 1 hour") == 3600
    assert interval_seconds("*/5 * * * *") is None


def test_every_option_is_documented_with_its_default() -> None:
    lines = DOCS.read_text("utf-8").splitlines()
    missing = [name for name, default in _options(Settings()) if not any(_tells(line, name, default) for line in lines)]
    assert missing == []


def _options(section: object, prefix: str = "") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for name in type(section).model_fields:
        value = getattr(section, name)
        if hasattr(type(value), "model_fields"):
            found += _options(value, f"{prefix}{name}.")
        elif name != "home":
            found.append((f"{prefix}{name}", value))
    return found


def _tells(line: str, name: str, default: object) -> bool:
    return line.startswith(f"| `{name}` | {_shown(default)} |")


def _shown(default: object) -> str:
    """A default as the page writes it: in TOML, or 'none'."""
    if default is None:
        return "none"
    if isinstance(default, tuple):
        return "`[" + ", ".join(f'"{item}"' for item in default) + "]`"
    return f'`"{default}"`' if isinstance(default, str) else f"`{default:g}`"

from pathlib import Path
from typing import Any

import pytest

from flows import resources as module
from flows.resources import Resources, resources
from flows.settings import Settings
from warehouse.store import WorkingStore


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight cores and 16 GB."""
    monkeypatch.setattr(module, "_cores", lambda: 8)
    monkeypatch.setattr(module, "_memory_mb", lambda: 16_000)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, Resources(4, 500, 750)),
        ({"memory_limit_mb": 12_000}, Resources(4, 500, 3000)),
        ({"memory_limit_mb": 1800}, Resources(2, 450, 450)),
        ({"memory_limit_mb": 512}, Resources(1, 128, 256)),
        ({"memory_limit_mb": 512, "workers": 3, "batch_articles": 700}, Resources(3, 700, 256)),
        ({"workers": 0}, Resources(0, 500, 750)),
    ],
)
def test_everything_follows_from_the_limit(settings: dict[str, Any], expected: Resources) -> None:
    assert resources(Settings(**settings)) == expected


def test_a_small_machine_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_memory_mb", lambda: 2000)
    assert resources(Settings()) == Resources(1, 375, 375)


def test_the_store_keeps_to_its_memory(tmp_path: Path) -> None:
    with WorkingStore(tmp_path / "store.duckdb", 300) as store:
        ((limit,),) = store.connection.execute("SELECT current_setting('memory_limit')").fetchall()
    assert limit == "286.1 MiB"

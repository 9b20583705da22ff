from typing import Any

import pytest

from transforms.read.fields import signed_by


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        ("By Ann Roe", "Ann Roe"),
        ("Ann Roe (roe@herald.example)", "Ann Roe"),
        (["Ann Roe", "roe@herald.example"], "Ann Roe"),
        (["By", "Ann Roe", "And", "Tim Poe"], "Ann Roe, Tim Poe"),
        (["Ann Roe", "Updated June 2, 2026"], "Ann Roe"),
        ([None, 7, {"name": "Ann Roe"}], "Ann Roe"),
        ({"name": "Ann Roe", "url": "https://herald.example/roe"}, "Ann Roe"),
        ("Roe & Poe", "Roe & Poe"),
        ("Andrew Byrd", "Andrew Byrd"),
        ("By", None),
        (7, None),
        ([], None),
    ],
)
def test_names_that_a_record_states(stated: Any, names: str | None) -> None:
    assert signed_by(stated) == names

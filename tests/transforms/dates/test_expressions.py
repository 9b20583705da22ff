"""Date expressions of our own against what a careful reader makes of them: at least 95 % right or honestly open, none finer."""

from pathlib import Path
from typing import Any

import yaml

from transforms.dates.edtf_range import edtf_range
from transforms.dates.find_dates import find_dates

_GROUPS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "expressions.yaml").read_text(encoding="utf-8"))
_NEEDED = 0.95


def _cases() -> list[tuple[str, str | None, str, str | None]]:
    """Each text with its publication date, its tense and its date as EDTF."""
    return [
        (text, _text(group["published"]), group["tense"], _text(edtf))
        for group in _GROUPS
        for text, edtf in group.get("dates", {}).items()
    ]


def _text(value: object) -> str | None:
    """YAML reads 2019-07-04 as a date; EDTF is meant."""
    return None if value is None else str(value)


def _found(text: str, published: str | None, tense: str) -> str | None:
    return next((one.edtf for one in find_dates(text, published, tense)), None)  # type: ignore[arg-type]


def _is_open(ours: str | None, right: str | None) -> bool:
    """Whether ours leaves open what the reader knows: no date, or a range that encloses the right one."""
    if ours is None or right is None:
        return ours is None
    (first, last), (right_first, right_last) = edtf_range(ours), edtf_range(right)
    if first is None or last is None or right_first is None or right_last is None:
        return ours == right
    return first <= right_first and right_last <= last


def test_expressions_are_right_or_honestly_open() -> None:
    answers = [(text, right, _found(text, published, tense)) for text, published, tense, right in _cases()]
    exact = [answer for answer in answers if answer[1] == answer[2]]
    wrong = [answer for answer in answers if not _is_open(answer[2], answer[1])]
    print(f"{len(answers)} expressions: {len(exact)} exact, {len(answers) - len(wrong)} right or open, wrong: {wrong}")
    assert len(answers) >= 100
    assert len(exact) / len(answers) >= 0.9, [answer for answer in answers if answer not in exact]
    assert 1 - len(wrong) / len(answers) >= _NEEDED, wrong


def test_habits_durations_and_sums_are_no_dates() -> None:
    texts = [(text, group) for group in _GROUPS for text in group.get("none", ())]
    found = {text: _found(text, _text(group["published"]), group["tense"]) for text, group in texts}
    assert not {text: edtf for text, edtf in found.items() if edtf is not None}

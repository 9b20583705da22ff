"""The example of docs/extending.md: one line makes a new event pattern."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from transforms.events.lexicon import entry_patterns, lexicon

if TYPE_CHECKING:
    from conftest import Told

_PAGE = (Path(__file__).resolve().parents[3] / "docs" / "extending.md").read_text(encoding="utf-8")


def test_one_line_makes_a_new_event_pattern(tell: "Callable[..., Told]", monkeypatch: pytest.MonkeyPatch) -> None:
    section = _PAGE.split("## An event pattern")[1].split("\n## ")[0]
    event_type = re.findall(r"under `([A-Z]+)`:", section)[0]
    [entry] = yaml.load(re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)[0], Loader=yaml.BaseLoader)
    sentence = re.findall(r'Then "([^"]+)"', section)[0]
    assert not [event for event in tell(sentence).events if event.event_type == event_type]
    for lemma, pattern in entry_patterns(event_type, entry, lexicon().classes):
        monkeypatch.setitem(lexicon().plover.verbs, lemma, (pattern,))
    monkeypatch.delitem(vars(lexicon()), "verb_cues")  # worked out from the patterns before
    told = tell(sentence)
    event = told.the(event_type)
    assert (told.actors(event), told.place(event), event.date_text) == (["Finland", "Norway"], "Riga", "Monday")

"""Plain writing on a console: headings, facts, quoted evidence."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

_INDENT = 4


class Page:
    """One thing shown on a console."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def title(self, text: str, note: str = "") -> None:
        """The first line: what the thing is."""
        self.console.print(Text.assemble((text, "bold"), "  ", (note, "dim")))

    def facts(self, facts: Mapping[str, object]) -> None:
        """Names and values, one a line; what is not known is left out."""
        width = max(len(name) for name in facts) + 2
        for name, value in facts.items():
            if value not in (None, "", [], "None"):
                self.console.print(Text.assemble((f"{name:<{width}}", "cyan"), _text(value)))

    def heading(self, text: str) -> None:
        """A part of the page."""
        self.console.print()
        self.console.print(Text(text, "bold"))

    def item(self, text: str, note: str = "") -> None:
        """One line of a part."""
        self.console.print(Padding(Text.assemble(text, "  ", (note, "dim")), (0, 0, 0, 2)))

    def evidence(self, sentence: str, *marked: tuple[int, int]) -> None:
        """A sentence with the words that matter in bold; offsets count inside the sentence."""
        text = Text(sentence)
        for start, end in marked:
            text.stylize("bold", max(0, start), min(len(sentence), end))
        self.console.print(Padding(text, (0, 0, 0, _INDENT)))


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

"""What the benchmark prints: a line a measurement, and at the end what was wanted beside what was got."""

import re
from pathlib import Path

from benchmarks.speed.measure import Measured

_MARKED = re.compile(r"(<!-- speed -->\n).*?(<!-- /speed -->\n)", re.DOTALL)


class Table:
    """Lines as they are measured; verdicts are collected for the end."""

    def __init__(self) -> None:
        self._verdicts: list[tuple[str, str, str, bool]] = []
        self._of = ""

    def begin(self, title: str) -> None:
        """A new part, with the heads of its columns."""
        self._of = title.split(",", maxsplit=1)[0]
        print(f"\n{title}\n\n{'':38}{'wall s':>8}{'CPU s':>8}{'words/s':>9}{'peak MB':>9}", flush=True)

    def row(self, name: str, measured: Measured, words: int) -> Measured:
        """Print one measurement."""
        print(
            f"{name:38}{measured.wall_seconds:8.1f}{measured.cpu_seconds:8.1f}"
            f"{words / measured.wall_seconds:9.0f}{measured.peak_mb:9.0f}",
            flush=True,
        )
        return measured

    def note(self, text: str) -> None:
        """Print what belongs to the line before."""
        print(f"    {text}", flush=True)

    def judge(self, name: str, got: str, wanted: str, *, holds: bool) -> None:
        """Keep a verdict for the end."""
        self._verdicts.append((f"{name}, {self._of}", got, wanted, holds))

    @property
    def holds(self) -> bool:
        """Whether every verdict does."""
        return all(holds for *_, holds in self._verdicts)

    def verdicts(self) -> str:
        """All verdicts as a Markdown table."""
        lines = ["| what | got | wanted | |", "|---|---|---|---|"]
        for name, got, wanted, holds in self._verdicts:
            lines.append(f"| {name} | {got} | {wanted} | {'holds' if holds else 'falls short'} |")
        return "\n".join(lines) + "\n"

    def write(self, page: Path) -> None:
        """Put the verdicts between the marks `<!-- speed -->` and `<!-- /speed -->`. Raises ValueError without them."""
        text, places = _MARKED.subn(lambda match: f"{match[1]}{self.verdicts()}{match[2]}", page.read_text("utf-8"))
        if not places:
            raise ValueError(f"{page} has no place for the table: <!-- speed --> and <!-- /speed -->")
        page.write_text(text, "utf-8")

"""Articles to measure with: a folder of JSON Lines, or bulk written here."""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Self

_TOWNS = ("Mombasa", "Kisumu", "Gulu", "Mwanza", "Lusaka", "Ndola", "Blantyre", "Harare", "Kampala", "Nakuru")
_PEOPLE = ("Grace Atieno", "Moses Banda", "Ruth Wanjiru", "Peter Okello", "Agnes Phiri", "Daniel Mwale")
_SENTENCES = (
    "Police in {town} arrested {count} people on Monday after a protest over unpaid wages turned violent.",
    "“We will not accept this offer,” {person}, who leads the dock workers' union, said in {town}.",
    "The ministers of trade of Kenya and Zambia met in {town} to discuss a railway that was promised in {year}.",
    "{person} told reporters that the factory, closed since the floods of {year}, would reopen within {count} weeks.",
    "At least {count} people were killed when a bus left the road near {town}, the regional governor said.",
    "Exports of tea rose {count} percent in {year}, according to figures that the central bank published in {town}.",
    "The opposition rejected the budget, and its leader {person} called for a general strike from {town} to the coast.",
    "Soldiers shelled a village north of {town} overnight, residents said; the army denied it.",
)


@dataclass(frozen=True, slots=True)
class Bulk:
    """Articles in one .jsonl file, alone in its folder. `words` are those between white space."""

    file: Path
    articles: int
    words: int

    @classmethod
    def write(cls, records: list[dict[str, str]], folder: Path) -> Self:
        """Write the records below `folder`."""
        file = folder / "in" / "bulk.jsonl"
        file.parent.mkdir(parents=True)
        file.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
        return cls(file, len(records), sum(len(record["text"].split()) for record in records))


def texts(folder: Path | None, articles: int) -> list[dict[str, str]]:
    """Records with an id, a title and a text: the first ones below `folder`, or written here."""
    source = _written() if folder is None else _read(folder)
    return list(islice(source, articles))


def _read(folder: Path) -> Iterator[dict[str, str]]:
    for path in sorted([*folder.rglob("*.jsonl"), *folder.rglob("*.jsonl.gz")]):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def _written() -> Iterator[dict[str, str]]:
    chance = random.Random(20260901)  # noqa: S311 - the same bulk each time
    number = 0
    while True:
        number += 1
        sentences = [
            chance.choice(_SENTENCES).format(
                town=chance.choice(_TOWNS),
                person=chance.choice(_PEOPLE),
                count=chance.randint(3, 90),
                year=chance.randint(1999, 2025),
            )
            for _ in range(chance.randint(4, 14))
        ]
        paragraphs = [" ".join(sentences[start : start + 2]) for start in range(0, len(sentences), 2)]
        yield {
            "id": str(number),
            "title": f"Report {number} from {chance.choice(_TOWNS)}",
            "text": "\n\n".join(paragraphs),
        }

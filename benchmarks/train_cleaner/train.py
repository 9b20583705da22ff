"""Fit the cleaner's model on labelled pages and write `transforms/clean/model.json`.

    python -m benchmarks.train_cleaner.train ../shared/eval            # the scorecard for unseen pages, with peers
    python -m benchmarks.train_cleaner.train ../shared/eval --write    # fit on all pages and write the model

The folder holds `html/` and `text/`, each with `articles/` and `gold.jsonl`: the WCXB development articles (CC-BY-4.0),
as HTML and as plain text. A page is in one fold only, in all its forms. Plain text is also shown to the model without
indentation, without blank lines, and cut down to the article and a few lines around it, as scraped text comes in all
these shapes.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from benchmarks.train_cleaner.boosting import Floats, Model, Settings, fit
from benchmarks.train_cleaner.labels import text_labels
from benchmarks.train_cleaner.scorecard import Recalled, print_scorecard
from transforms.clean.features import FEATURES, Matrix, block_features
from transforms.read.document import Block, Document, Metadata
from transforms.read.read_file import read_file

FOLDS = 3
SETTINGS = Settings(trees=220)
THRESHOLD = 0.42
MODEL = Path(__file__).parents[2] / "transforms" / "clean" / "model.json"
_BULLET = re.compile(r"^(?:[*+o•-]|\d{1,3}\.)\s+")
# A text cut down to its article tells little of furniture: more weight for it, and lines of furniture are kept.
_FORM_WEIGHTS = {"html": 1.0, "text": 1.0, "flat": 0.5, "cut": 0.2}
_UNSURE_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Sample:
    """The blocks of one page in one form: features, the share of each that is article, and the weights."""

    form: str
    page: str
    document: Document
    rows: Matrix
    target: Floats
    weight: Floats


def samples(folder: Path) -> Iterator[Sample]:
    """Every labelled page in every form."""
    random = np.random.default_rng(5)
    for gold in _gold(folder / "html"):
        document = _document(folder / "html" / "articles" / gold["file"])
        if document:
            target = text_labels(document, gold["text"])
            yield _sample("html", document, document.metadata.headline, target, np.ones(len(target)))
    for gold in _gold(folder / "text"):
        document = _document(folder / "text" / "articles" / gold["file"])
        if document:
            target, sure = _line_labels(document, gold)
            yield _sample("text", document, None, target, sure)
            for form, (first, last) in (("flat", (0, len(target))), ("cut", _cut(target, random))):
                gap = "\n" if random.random() < 0.5 else "\n\n"  # noqa: PLR2004
                yield _sample(
                    form,
                    _flat(document, first, last, gap),
                    None,
                    target[first:last],
                    sure[first:last],
                )


def _gold(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]


def _document(path: Path) -> Document | None:
    return next((item for item in read_file(path.name, path.read_bytes()) if isinstance(item, Document)), None)


def _line_labels(document: Document, gold: dict) -> tuple[Floats, Floats]:
    target = text_labels(document, gold["text"])
    sure = np.zeros(len(target))
    keep, drop = set(gold["keep"]), set(gold["drop"])
    line, position = 1, 0
    for number, block in enumerate(document.blocks):
        line += document.text.count("\n", position, block.char_start)
        position = block.char_start
        if line in keep or line in drop:
            target[number], sure[number] = float(line in keep), 1.0
    return target, sure


def _cut(target: Floats, random: np.random.Generator) -> tuple[int, int]:
    kept = np.flatnonzero(target > 0.5)  # noqa: PLR2004
    if not len(kept):
        return 0, len(target)
    return max(0, kept[0] - int(random.integers(0, 6))), min(len(target), kept[-1] + 1 + int(random.integers(0, 8)))


def _flat(document: Document, first: int, last: int, gap: str) -> Document:
    lines = [document.text[block.char_start : block.char_end] for block in document.blocks[first:last]]
    bare = [_BULLET.sub("", line) or line for line in lines]
    ends = list(accumulate(len(line) + len(gap) for line in bare))
    return Document(
        article_id="",
        file_name=document.file_name,
        media="text",
        text=gap.join(bare),
        blocks=tuple(Block(end - len(gap) - len(line), end - len(gap)) for line, end in zip(bare, ends, strict=True)),
        metadata=Metadata(),
    )


def _sample(form: str, document: Document, title: str | None, target: Floats, sure: Floats) -> Sample:
    rows = block_features(document, title)
    words = np.expm1(rows[:, FEATURES.index("words")]).astype(np.float64)
    weight = (
        0.3 + np.sqrt(words) if form == "html" else (1 + 0.35 * np.sqrt(words)) * np.where(sure > 0, 1, _UNSURE_WEIGHT)
    )
    weight *= 10 / weight.sum() ** 0.6 * _FORM_WEIGHTS[form]
    return Sample(form, document.file_name.split(".")[0], document, rows, target, weight)


def crossvalidated(pages: list[Sample]) -> list[Floats]:
    """For each sample the chances given by a model that has not seen its page."""
    folds = [int(hashlib.sha256(page.page.encode()).hexdigest(), 16) % FOLDS for page in pages]
    chances: dict[int, Floats] = {}
    for fold in range(FOLDS):
        model = _fitted([page for page, other in zip(pages, folds, strict=True) if other != fold])
        for number, page in enumerate(pages):
            if folds[number] == fold:
                chances[number] = 1 / (1 + np.exp(-model.margin(page.rows)))
    return [chances[number] for number in range(len(pages))]


def _fitted(pages: list[Sample]) -> Model:
    rows = np.concatenate([page.rows for page in pages])
    target = np.concatenate([page.target for page in pages])
    weight = np.concatenate([page.weight for page in pages])
    return fit(rows, target, weight, SETTINGS)


def report(folder: Path, pages: list[Sample], chances: list[Floats]) -> None:
    """The scorecards of the web pages and of the text files, each page cleaned by a model that has not seen it."""
    for name in ("html", "text"):
        judged = {
            page.document.file_name: (page.document, Recalled(chance, THRESHOLD))
            for page, chance in zip(pages, chances, strict=True)
            if page.form == name
        }
        print_scorecard(name, folder / name, _gold(folder / name), judged)


def write(model: Model, path: Path) -> None:
    """The model as JSON, one tree a line."""
    about = "Chance that a block is article text; fitted by benchmarks/train_cleaner on WCXB dev pages (CC-BY-4.0)."
    used = sorted({int(column) for column in model.columns.ravel()})
    trees = [
        json.dumps(
            {
                "ask": [
                    [FEATURES[column], float(f"{threshold:.6g}")]
                    for column, threshold in zip(columns, thresholds, strict=True)
                ],
                "add": [round(float(leaf), 4) for leaf in leaves],
            }
        )
        for columns, thresholds, leaves in zip(model.columns, model.thresholds, model.leaves, strict=True)
    ]
    head = json.dumps(
        {"about": about, "threshold": THRESHOLD, "bias": round(model.bias, 4), "features_used": len(used)}
    )[:-1]
    path.write_text(head + ',\n "trees": [\n' + ",\n".join(trees) + "\n]}\n", "utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="the folder with html/ and text/")
    parser.add_argument("--write", action="store_true", help="fit on all pages and write the model")
    arguments = parser.parse_args()
    pages = list(samples(arguments.folder))
    if arguments.write:
        write(_fitted(pages), MODEL)
    else:
        report(arguments.folder, pages, crossvalidated(pages))


if __name__ == "__main__":
    main()

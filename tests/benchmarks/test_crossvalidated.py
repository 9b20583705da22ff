import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.quality.sets import text
from benchmarks.train_cleaner.boosting import Settings, fit
from benchmarks.train_cleaner.scorecard import Recalled, rows_of
from benchmarks.train_cleaner.train import crossvalidated, samples
from transforms.read.document import Document
from transforms.read.read_file import read_file

LINES = [f"The harbour board of Lindow said on day {number} that it would keep the ferry." for number in range(8)]
LINKS = [f"Harbour page {number}" for number in range(30)]


def test_the_judge_decides_what_the_scorecard_sees() -> None:
    (document,) = read_file("a.txt", "\n".join([*LINES, *LINKS]).encode())
    assert isinstance(document, Document)
    gold = [{"file": "a.txt", "keep": list(range(1, 9)), "drop": list(range(9, 39)), "text": "\n".join(LINES)}]
    knows = Recalled(np.array([1.0] * 8 + [0.0] * 30), 0.5)
    keeps_all = Recalled(np.ones(38), 0.5)
    assert text.score(gold, {"a.txt": rows_of(document, knows)}).metrics["line_f1"] == 1.0
    assert text.score(gold, {"a.txt": rows_of(document, keeps_all)}).metrics["line_f1"] < 0.9
    with pytest.raises(ValueError, match="38 blocks"):
        rows_of(document, Recalled(np.ones(3), 0.5))


def test_boosting_learns_two_columns_together() -> None:
    rows = np.random.default_rng(1).random((400, 3)).astype(np.float32)
    target = ((rows[:, 0] > 0.5) & (rows[:, 1] > 0.5)).astype(float)
    settings = Settings(trees=40, depth=3, rate=0.3, row_share=1.0, column_share=1.0, shrink=1.0)
    margin = fit(rows[:300], target[:300], np.ones(300), settings).margin(rows[300:])
    assert ((margin > 0) == target[300:].astype(bool)).mean() > 0.95


def test_every_form_of_a_page_gets_chances_from_a_model_that_has_not_seen_it(tmp_path: Path) -> None:
    story = "\n".join(LINES)
    for name, page in (("html", "<html><body>{}</body></html>"), ("text", "{}")):
        folder = tmp_path / name / "articles"
        folder.mkdir(parents=True)
        ending = "html" if name == "html" else "txt"
        gold = []
        for number in range(6):
            lines = [f"Page {number}", *LINES, "* Harbour page one", "* Harbour page two"]
            joined = "".join(f"<p>{line}</p>" for line in lines) if name == "html" else "\n".join(lines)
            (folder / f"{number}.{ending}").write_text(page.format(joined))
            row = {"file": f"{number}.{ending}", "text": story, "keep": list(range(2, 10)), "drop": [1, 10, 11]}
            gold.append(json.dumps(row))
        (tmp_path / name / "gold.jsonl").write_text("\n".join(gold))
    pages = list(samples(tmp_path))
    assert {page.form for page in pages} == {"html", "text", "flat", "cut"}
    assert all(len(page.rows) == len(page.target) == len(page.document.blocks) for page in pages)
    chances = crossvalidated(pages)
    assert [len(chance) for chance in chances] == [len(page.rows) for page in pages]

"""Broken files: nothing crashes, and every file is articles or a row of the quarantine."""

from collections.abc import Collection

from benchmarks.quality.rows import Miss, Score


def score(files: Collection[str], published: Collection[str], quarantined: Collection[str], finished: bool) -> Score:
    """Whether the run finished, and the share of files of which something can be said afterwards."""
    told = {file: is_told(file, published) or is_told(file, quarantined) for file in files}
    metrics = {"finished": float(finished)}
    if told:
        metrics["accounted"] = sum(told.values()) / len(told)
    misses = [
        Miss(file, float(ok), "an article or a reason", "told" if ok else "lost") for file, ok in sorted(told.items())
    ]
    return Score(metrics, {"files": float(len(told))}, tuple(misses))


def is_told(file: str, names: Collection[str]) -> bool:
    """Whether a name is the file's, or that of a record in it (`file#3`, `file/3`, `file:3`)."""
    return any(name == file or (name.startswith(file) and name[len(file)] in "#/:!@") for name in names)

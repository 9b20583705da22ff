"""The alternatives: scripts that loop spaCy over texts and keep the entities. Run as a process of its own."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Script:
    """A way to loop spaCy."""

    name: str
    processes: int


# The tuned one is what spaCy's documentation and a profiler give before Dragoman's own work on the pipeline.
MODES = {
    "naive": Script("(a) spaCy script, defaults", 1),
    "naive-2": Script("(b) the same, n_process=2", 2),
    "tuned-2": Script("(c) tuned, two processes", 2),
}
_TUNED_BATCH = 16


def main(mode: str, data: Path, model: str) -> None:
    """Parse every text of a JSON Lines file and print how many entities there are."""
    is_tuned = mode.startswith("tuned")
    if is_tuned:
        for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            os.environ[variable] = "1"
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    if is_tuned:
        set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(model, exclude=["lemmatizer", "attribute_ruler"] if is_tuned else [])
    with data.open(encoding="utf-8") as file:
        texts = (json.loads(line)["text"] for line in file)
        docs = nlp.pipe(texts, n_process=MODES[mode].processes, batch_size=_TUNED_BATCH if is_tuned else None)
        print(sum(len(doc.ents) for doc in docs))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])

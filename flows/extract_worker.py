"""A worker process that extracts: it loads the model once it needs it, and answers chunks of articles."""

import gc
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from flows.worker import answer_requests

if TYPE_CHECKING:
    from flows.stages.extract import Chunk, Extracted


def main(model: str) -> None:
    """Answer chunks of articles with what was extracted from them."""
    answer_requests(partial(_prepare, model))


def _prepare(model: str) -> "Callable[[Chunk], Extracted]":
    from flows.gazetteer import ensure_place_tables
    from flows.stages.extract import extract_rows

    ensure_place_tables()

    def extract(chunk: "Chunk") -> "Extracted":
        # Tokens refer to each other, so only the collector frees them: once a chunk, without a look at what stays for
        # good. Loading the model switches it on again.
        gc.collect(0)
        gc.disable()
        return extract_rows(chunk, model)

    return extract


if __name__ == "__main__":
    main(sys.argv[1])

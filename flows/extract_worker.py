"""A worker process that extracts: it loads the model at once or when it first needs it, and answers chunks of articles."""

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from flows.worker import answer_requests

if TYPE_CHECKING:
    from flows.stages.extract import Chunk, Extracted


# The argument that asks for the model to be loaded before there is anything to parse.
PRELOAD = "preload"


def main(model: str, *needs: str) -> None:
    """Answer chunks of articles with what was extracted from them."""
    answer_requests(partial(_prepare, model, *needs))


def _prepare(model: str, *needs: str) -> "Callable[[Chunk], Extracted]":
    from flows.gazetteer import ensure_place_tables
    from flows.model import load_model
    from flows.stages.extract import extract_rows

    ensure_place_tables()
    if PRELOAD in needs:
        with suppress(OSError):  # a model that is not there is an answer's error
            load_model(model)

    def extract(chunk: "Chunk") -> "Extracted":
        # Tokens refer to each other, so only the collector frees them: once a chunk, without a look at what stays for
        # good. Loading the model switches it on again.
        gc.collect(0)
        gc.disable()
        return extract_rows(chunk, model)

    return extract


if __name__ == "__main__":
    main(*sys.argv[1:])

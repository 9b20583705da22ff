"""From stored bytes to stored rows: reading, cleaning and extracting overlap, batch by batch."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from flows.extractor import Extractor
from flows.run_state import Caller, RunState
from flows.stages.clean import CleanBatch, clean_batches
from flows.stages.extract import Extracted
from flows.stages.outdated import outdated_batches
from flows.stages.store import store_batch
from schemas.store import Arrival

# Bytes of files from which worker processes are surely worth their start, before it is known how many articles there are.
_MUCH = 300_000


def derive(run: RunState, pending: Sequence[Arrival], outdated: Sequence[str], call: Caller) -> None:
    """Read, clean, extract and store what is pending, batch by batch, so that a killed run goes on where it was.

    `outdated` are articles of the store to be extracted anew.
    """
    batches = chain(clean_batches(run, pending), outdated_batches(run, outdated))
    extractor = Extractor(run.settings.model, run.resources.workers, run.cache, run.stamps)
    with run.stage("extract", len(pending) + len(outdated)) as note, extractor:
        if sum(arrival.file_size for arrival in pending) >= _MUCH:
            extractor.start()
        before: tuple[CleanBatch, Callable[[], Extracted]] | None = None
        while True:
            batch = call("clean", partial(_clean, run, batches))
            begun = extractor.begin(batch.cleaned) if batch else None
            if batch and batch.cleaned and not extractor.process_ids:
                run.auditor.begin(len(batch.cleaned))  # a core is free for it
            if before:  # extracted by workers while the batch after it was cleaned here
                store_batch(run, before[0], call("extract", before[1]))
                run.reporter.advance("extract", len(before[0].arrivals) + before[0].outdated)
            if batch is None or begun is None:
                break
            before = batch, begun
        run.seconds["extract"] = -run.seconds["clean"]  # the stage's own time is added when it ends
        found = ("sentences", "entity_mentions", "quotes", "extracted_events")
        note.message = ", ".join(f"{run.rows_checked[name]} {name.replace('_', ' ')}" for name in found)


def _clean(run: RunState, batches: Iterator[CleanBatch]) -> CleanBatch | None:
    with run.timed("clean"):
        return next(batches, None)

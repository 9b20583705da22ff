"""A process that extracts: it loads the model once it needs it, and answers chunks of articles until its input ends.

The parent talks to it through two pipes (`python -m flows.extract_worker`), so it needs neither fork nor shared memory, and
works from any thread. When the parent ends, however it ends, the pipe ends, and a watching thread ends this process.
"""

import gc
import os
import pickle
import sys
import traceback
from collections import deque
from threading import Condition, Thread
from typing import Any, BinaryIO


def main(model: str) -> None:
    """Answer each pickled chunk of articles with ("rows", what was extracted) or ("error", traceback)."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    inbox = _Inbox(requests)
    from flows.gazetteer import ensure_place_tables
    from flows.stages.extract import extract_rows

    ensure_place_tables()
    while True:
        chunk = inbox.take()
        # Tokens refer to each other, so only the collector frees them: once a chunk, without a look at what stays for
        # good. Loading the model switches it on again.
        gc.disable()
        answer: tuple[str, Any]
        try:
            answer = ("rows", extract_rows(chunk, model))
        except Exception:  # noqa: BLE001 - the parent raises it again
            answer = ("error", traceback.format_exc())
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()
        del chunk, answer
        gc.collect(0)


class _Inbox:
    """Requests read ahead by a thread that ends the process when there can be no more."""

    def __init__(self, requests: BinaryIO) -> None:
        self._waiting: deque[Any] = deque()
        self._changed = Condition()
        Thread(target=self._read, args=(requests,), daemon=True).start()

    def take(self) -> Any:
        """The next request, waiting for it."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting)
            return self._waiting.popleft()

    def _read(self, requests: BinaryIO) -> None:
        while True:
            try:
                request = pickle.load(requests)  # noqa: S301 - from the parent alone
            except (EOFError, pickle.UnpicklingError):
                os._exit(0)
            with self._changed:
                self._waiting.append(request)
                self._changed.notify()


if __name__ == "__main__":
    main(sys.argv[1])

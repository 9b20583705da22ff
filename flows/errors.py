"""Errors that end a command with one clear sentence."""

import traceback
from pathlib import Path


class DragomanError(Exception):
    """What went wrong and what to do next, in one sentence for the person at the terminal."""


class UsageError(DragomanError):
    """The command was called in a way that cannot work."""


class UnknownArticleError(UsageError):
    """An article was named that is not there: nothing was begun that could have failed."""


def error_line(error: Exception) -> str:
    """An unexpected error in one line, with the place that raised it: what a defect report needs."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"

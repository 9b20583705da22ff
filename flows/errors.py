"""Errors that end a command with one clear sentence."""


class DragomanError(Exception):
    """What went wrong and what to do next, in one sentence for the person at the terminal."""


class UsageError(DragomanError):
    """The command was called in a way that cannot work."""

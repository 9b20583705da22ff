"""The time, as the store keeps it. Apart from the rest, so that commands that only read import nothing else for it."""

from datetime import UTC, datetime


def now() -> datetime:
    """The time in UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)

"""How reading says no: the reason, what was seen, and what would fix it."""


class RejectedError(Exception):
    """A file or record that is no article: reason, detail, fix."""

    def __init__(self, reason: str, detail: str, fix: str) -> None:
        super().__init__(reason)
        self.reason, self.detail, self.fix = reason, detail, fix


def too_large(size: int, limit: int) -> RejectedError:
    """A file or record beyond a limit, both in bytes."""
    return RejectedError(
        "too large",
        f"{size:,} bytes is more than the limit of {limit:,} bytes.",
        "Split it into smaller files, one article each.",
    )

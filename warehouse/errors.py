"""What can go wrong with stored data, in sentences for the person who sees them."""


class WarehouseError(Exception):
    """Something is wrong with the stored data; the message says what, and what to do next."""


class StoreBusyError(WarehouseError):
    """Another process holds the working store."""


class StoreDamagedError(WarehouseError):
    """The working store cannot be read; it can be rebuilt from the raw packs."""


class StoreOutdatedError(StoreDamagedError):
    """The working store is of another version and no migration fits it; it can be rebuilt from the raw packs."""


class StoreNewerError(WarehouseError):
    """The working store was written by a later version of the code."""


class ReleaseDamagedError(WarehouseError):
    """The published database cannot be read; an earlier release can be put back in its place."""


class RawPackDamagedError(WarehouseError):
    """Stored raw bytes cannot be read; only a backup, or the same file dropped again, brings them back."""


class NoRoomError(WarehouseError):
    """The disk is full."""


class NothingPublishedError(WarehouseError):
    """There is no published database yet."""


class QueryError(WarehouseError):
    """A user's query could not be run."""

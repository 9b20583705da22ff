"""Every declared table, in the order in which they are published and documented."""

from schemas import articles, entities, event_mentions, events, furniture, operations, quotes, sentences, store
from schemas.table import Table, registered

_MODULES = (articles, entities, sentences, quotes, event_mentions, events, operations, store, furniture)

TABLES: dict[str, Table] = {
    declared.name: declared
    for module in _MODULES
    for declared in registered()
    if declared.record.__module__ == module.__name__
}
PUBLISHED: tuple[Table, ...] = tuple(declared for declared in TABLES.values() if declared.published)
KEY_OF: dict[str, str] = {declared.name: declared.key[0] for declared in TABLES.values() if len(declared.key) == 1}

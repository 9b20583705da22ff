"""Records that nothing changes: the type checker sees to it, so that making one costs no more than its fields.

A dataclass frozen at run time takes four times as long to make as one that is not, and an article gives hundreds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

R = TypeVar("R")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, kw_only: bool = False) -> Callable[[type[R]], type[R]]:
    """A dataclass with slots that is compared and hashed by its fields, and that mypy lets nobody assign to."""
    return dataclass(slots=True, unsafe_hash=True, kw_only=kw_only)

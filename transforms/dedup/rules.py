"""When one article counts as repeating another: links.yaml."""

from functools import cache
from importlib.resources import files
from typing import Any

from transforms.load_yaml import load_yaml


@cache
def rules() -> dict[str, Any]:
    """The thresholds by the kind of link."""
    found: dict[str, Any] = load_yaml(files(__package__).joinpath("links.yaml").read_text(encoding="utf-8"))
    return found

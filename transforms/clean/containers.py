"""Containers of a page that never hold its article: dialogs, carousels, sign-up forms, the footer (`containers.yaml`)."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from transforms.clean.regions import main_path, shared_steps, threads
from transforms.load_yaml import load_yaml
from transforms.one_of import one_of
from transforms.read.document import Block


def container_rules(blocks: Sequence[Block], lines: Sequence[str]) -> list[str | None]:
    """For each block the rule that says that its container is none of the article; None where there is no such one."""
    if not any(map(_named, {block.path for block in blocks})):
        return [None] * len(blocks)
    main = main_path(blocks, lines, threads(blocks, lines))
    around = _named(" ".join(main))
    found = []
    for block in blocks:
        steps = block.path.split(" ")
        rule = _named(" ".join(steps[shared_steps(steps, main) :])) if main else None
        # A picture's caption is one wherever the picture stands.
        found.append(rule if rule != around and block.tag != "figcaption" else None)
    return found


@lru_cache(maxsize=8192)
def _named(path: str) -> str | None:
    found = _names().search(path)
    return found.lastgroup if found else None


@cache
def _names() -> re.Pattern[str]:
    groups = load_yaml(resources.files(__package__).joinpath("containers.yaml").read_text("utf-8"))
    named = "|".join(f"(?P<{rule}>{one_of(names)})" for rule, names in groups.items())
    # "siteFooter" is one and "site-footer", but no "multimodal".
    return re.compile(rf"(?-i:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?:{named})", re.IGNORECASE)

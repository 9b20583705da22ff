"""A regular expression for one of many words that shares what they begin with, so that few alternatives are tried."""

import re
from collections.abc import Iterable
from typing import TypeAlias

# What may follow, by letter; "" ends a word.
_Node: TypeAlias = dict[str, "_Node"]


def one_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest that fits first.

    >>> one_of(["may", "march", "mar"])
    '(?:ma(?:r(?:ch)?|y))'
    """
    tree: _Node = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_regex(tree)})"


def _regex(node: _Node) -> str:
    ends = "" in node
    branches = [re.escape(letter) + _regex(below) for letter, below in sorted(node.items()) if letter]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"

"""Where on its page a block stands: in which container, in a thread of comments, how far from the bulk of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

from transforms.clean.words import words_of
from transforms.load_yaml import load_yaml
from transforms.read.document import Block
from transforms.read.page_markup import is_of_others

_TERMINAL = re.compile(r"[.!?…。！？][\"'”’»)\]]*\Z")
_FOOT = re.compile(r"(?:^| )(?:footer|nav)(?=[ .#]|\Z)")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LONG, _LONG_UNSPACED = 80, 26  # characters
_SIGNATURE_CHARS = 120
_SIGNATURES = 3
_SIGNATURE_GAP = 40
_HEAD_GAP = 15
_THREAD_TAIL = 6
_ARTICLE_PARAGRAPHS = 2
_CORE_COST = 8.0


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = _listed()
    del listed["signature_words"]
    return {name: re.compile(re.sub(r"\s+\|", "|", form), re.IGNORECASE) for name, form in listed.items()}


@cache
def _signature_words() -> frozenset[str]:
    return frozenset(_listed()["signature_words"].split())


def _listed() -> dict[str, str]:
    listed: dict[str, str] = load_yaml(resources.files(__package__).joinpath("threads.yaml").read_text("utf-8"))
    return listed


def threads(blocks: Sequence[Block], lines: Sequence[str]) -> list[bool]:
    """Which blocks are in a thread of readers' comments: by their containers, or by its signatures in plain text."""
    if any(block.path for block in blocks):
        return [bool(_patterns()["containers"].search(block.path)) for block in blocks]
    marked = [False] * len(lines)
    for first, last in _signed_runs(lines):
        marked[first : last + 1] = [True] * (last + 1 - first)
    return marked


def _signed_runs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of lines with a commenter's name, time or `Reply` every few lines, below an article's first paragraphs."""
    signed = [number for number, line in enumerate(lines) if len(line) < _SIGNATURE_CHARS and _is_signature(line)]
    chains: list[list[int]] = []
    for number in signed:
        if chains and number - chains[-1][-1] <= _SIGNATURE_GAP:
            chains[-1].append(number)
        else:
            chains.append([number])
    runs = []
    for chain in chains:
        paragraphs = sum(runs_on(line, 0.0) for line in lines[: chain[0]])
        if len(chain) >= _SIGNATURES and paragraphs >= _ARTICLE_PARAGRAPHS:
            above = range(max(0, chain[0] - _HEAD_GAP), chain[0])
            heads = [number for number in above if _patterns()["head"].match(lines[number])]
            runs.append((heads[0] if heads else chain[0], min(len(lines) - 1, chain[-1] + _THREAD_TAIL)))
    return runs


def _is_signature(line: str) -> bool:
    has_sign = ":" in line or not _signature_words().isdisjoint(words_of(line))
    return has_sign and bool(_patterns()["signature"].match(line))


def core(weights: Sequence[float]) -> tuple[int, int]:
    """The first and last block of the run with most running text, every other block in it counted as a loss.

    `weights` are the words of each block that is running text, 0 for the others.
    """
    best, total, start = (0.0, 0, -1), 0.0, 0
    for number, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, number
        total += weight or -_CORE_COST
        if total > best[0]:
            best = (total, start, number)
    return best[1], best[2]


def main_path(blocks: Sequence[Block], lines: Sequence[str], in_threads: Sequence[bool]) -> list[str]:
    """The container that holds most of the running text: the deepest path that covers more than half of its words."""
    weights: Counter[str] = Counter()
    for block, line, in_thread in zip(blocks, lines, in_threads, strict=True):
        if block.path and not in_thread and runs_on(line, block.link_share):
            weights[block.path.rpartition(" ")[0]] += len(line)
    weights = Counter({path: weight for path, weight in weights.items() if not _FOOT.search(path)}) or weights
    total = sum(weights.values())
    above: Counter[str] = Counter()
    for parent, weight in weights.items():
        steps = parent.split(" ")
        for depth in range(1, len(steps) + 1):
            above[" ".join(steps[:depth])] += weight
    best = max(
        (path for path, weight in above.items() if weight > total / 2), key=lambda path: path.count(" "), default=""
    )
    return best.split(" ") if best else []


def runs_on(line: str, link_share: float) -> bool:
    """A longer line that ends as a sentence does and is no link."""
    if link_share >= 0.5 or len(line) <= _LONG_UNSPACED:  # noqa: PLR2004
        return False
    is_long = len(line) > _LONG or (not line.isascii() and bool(_UNSPACED.search(line)))
    return is_long and bool(_TERMINAL.search(line))


def shared_steps(steps: Sequence[str], main: Sequence[str]) -> int:
    """How many steps two paths have in common from the start."""
    shared = 0
    for one, two in zip(steps, main, strict=False):
        if one != two:
            break
        shared += 1
    return shared


@lru_cache(maxsize=1024)
def is_apart(path: str, headline_path: str) -> bool:
    """Whether a container on the way to a block, and not on that to the headline, holds what is not of the article."""
    steps = path.split(" ")
    own = steps[shared_steps(steps, headline_path.split(" ")) :]
    return is_of_others([word for step in own for word in re.split(r"[.#]", step)[1:]])


def shared_share(path: str, main: list[str]) -> float:
    """The share of the way to the main container that a path goes."""
    return shared_steps(path.split(" "), main) / len(main) if main else 1.0


def places_of(text: str, blocks: Sequence[Block]) -> list[str]:
    """Where each block hangs: its parent element, or its indentation where there is no markup."""
    return [
        block.path.rpartition(" ")[0] if block.path else str(block.char_start - text.rfind("\n", 0, block.char_start))
        for block in blocks
    ]


def mass_of(lines: Sequence[str], places: Sequence[str], in_threads: Sequence[bool]) -> list[float]:
    """The share of the page's running text that hangs at the same place as the block."""
    weights: Counter[str] = Counter()
    for line, place, in_thread in zip(lines, places, in_threads, strict=True):
        if not in_thread and runs_on(line, 0.0):
            weights[place] += len(line)
    total = max(1, sum(weights.values()))
    return [weights[place] / total for place in places]


def indents_of(text: str, blocks: Sequence[Block]) -> list[float]:
    """How much deeper than the bulk of the text each line stands, in characters."""
    widths = [block.char_start - (text.rfind("\n", 0, block.char_start) + 1) for block in blocks]
    bulk: Counter[int] = Counter()
    for block, width in zip(blocks, widths, strict=True):
        length = block.char_end - block.char_start
        if length > 80:  # noqa: PLR2004
            bulk[width] += length
    main = max(bulk, key=lambda width: (bulk[width], -width), default=0)
    return [float(max(-20, min(20, width - main))) for width in widths]

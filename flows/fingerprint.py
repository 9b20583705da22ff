"""What results were made with: the code and the data files that can have a part in them, as a hash.

A result that is kept is believed as long as nothing that its makers import, directly or not, has changed, nor any file that
is not code in the packages of these modules, nor the version of Python or of any library that Dragoman names.
"""

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import requires, version
from pathlib import Path

from flows.gazetteer import ensure_place_tables
from flows.model import model_version
from transforms.events.lexicon import HAPPENINGS, PATTERN_FILES
from transforms.known_results import result_key
from transforms.parsing.parse_known import PARSE_VERSION

_ROOT = Path(__file__).parents[1]
_FINDINGS = ("transforms.findings", "transforms.pack_findings")
_EVENTS = ("transforms.extract", "transforms.pack_findings", "transforms.extracted_languages")
_STORIES = ("transforms.stories.resolve_stories",)
_READING = ("transforms.read.read_file", "transforms.clean.clean_document", "transforms.clean.furniture")
# What their lines say is told word by word, by `patterns_reached`.
_PATTERNS = frozenset(f"transforms/events/{name}.yaml" for name in (*PATTERN_FILES, HAPPENINGS))
# Any import of one of our own packages, wherever it stands: inside a function and for types alone as well.
_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+((?:transforms|schemas|warehouse|flows)[\w.]*)", re.MULTILINE)
_DISTRIBUTION = re.compile(r"[\w.-]+")
_NO_DATA = (".py", ".pyc", ".tmp")


@dataclass(frozen=True, slots=True)
class Stamps:
    """What now makes parses, findings, events, and the scores and rows of resolved stories.

    `reading` is what reads files and cleans articles, `rules` all that extracts from these but the patterns of events.
    """

    parses: str
    findings: str
    events: str
    stories: str
    reading: str
    rules: str

    @property
    def all(self) -> tuple[str, ...]:
        """Every stamp."""
        return astuple(self)

    def made_by(self, event_words: str) -> str:
        """What now extracts from an article with these words, as a hash."""
        from transforms.events.event_words import patterns_reached

        return result_key(self.rules, patterns_reached(event_words)).hex()


def stamps(model: str) -> Stamps:
    """The stamps of results made with this model, this code and its data as they are on disk now."""
    ensure_place_tables()  # they are data that findings rest on
    parses = f"parse {model_version(model)} spacy-{version('spacy')} {PARSE_VERSION}"
    return Stamps(
        parses,
        f"findings {fingerprint(_FINDINGS)} {parses}",
        f"events {fingerprint(_EVENTS)} {parses}",
        f"stories {fingerprint(_STORIES)}",
        f"reading {fingerprint(_READING)}",
        f"rules {fingerprint(_EVENTS, leaving_out=_PATTERNS)} {parses}",
    )


def fingerprint(modules: Sequence[str], root: Path = _ROOT, leaving_out: Collection[str] = ()) -> str:
    """The hash of all that these modules can have a part of their results from, but the files `leaving_out`.

    Packages lie below `root`, and files are named relative to it.
    """
    found = blake2b(_libraries().encode(), digest_size=8)
    for path in _files(modules, root):
        name = path.relative_to(root).as_posix()
        if name in leaving_out:
            continue
        raw = path.read_bytes()
        found.update(f"{name} {len(raw)}\n".encode())
        found.update(raw)
    return found.hexdigest()


@cache
def _libraries() -> str:
    named = {
        match[0]
        for line in requires("dragoman") or ()
        if "extra ==" not in line and (match := _DISTRIBUTION.match(line))
    }
    return "\n".join([sys.version, *(f"{name} {version(name)}" for name in sorted(named))])


def _files(modules: Sequence[str], root: Path) -> list[Path]:
    """The source files of the modules and of all they import, and the data files in the packages of these."""
    sources: set[Path] = set()
    waiting, seen = list(modules), set(modules)
    while waiting:
        own = _sources(waiting.pop(), root) - sources
        sources |= own
        imported = {name for path in own for name in _IMPORT.findall(path.read_text("utf-8"))} - seen
        seen |= imported
        waiting += imported
    folders = {path.parent for path in sources}
    return sorted(sources | {path for folder in folders for path in _data(folder)})


def _sources(module: str, root: Path) -> set[Path]:
    """The file of a module with the packages that it is in; of a package itself, all modules directly in it."""
    path = root.joinpath(*module.split("."))
    found = set(path.glob("*.py")) if path.is_dir() else {path.with_suffix(".py")}
    while path.parent != root:
        path = path.parent
        found.add(path / "__init__.py")
    return {one for one in found if one.is_file()}


def _data(folder: Path) -> Iterator[Path]:
    """The files that are not code in a package, below it too where no other package begins."""
    for path in folder.iterdir():
        if path.is_dir():
            if not (path / "__init__.py").exists() and path.name != "__pycache__":
                yield from _data(path)
        elif path.suffix not in _NO_DATA:
            yield path

"""What stands above the text of a file and describes it: front matter in YAML or TOML, or lines of headers."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import yaml

from transforms.load_yaml import load_yaml
from transforms.read.document import Metadata
from transforms.read.fields import field_names, merged, record_metadata

_FENCED = re.compile(
    r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<inside>.{0,20000}?)\n(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_UNCLOSED = re.compile(r"\A\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<inside>(?:[A-Za-z_]\w*\s*[:=][ \t]*\S.*\n){2,20})(?=\n)")
_FIELD = re.compile(r"^\s{0,4}[\"']?([A-Za-z_][\w -]*?)[\"']?\s*[:=][ \t]*(\S.*)$", re.MULTILINE)
_ALIAS = re.compile(r"(?:^|[\s:\[-])[&*][A-Za-z]")
_ANCHOR = re.compile(r"&\w+\s+")
_HEADER = re.compile(r"([A-Z][A-Za-z]*(?:[ -][A-Za-z]+){0,2})[ \t]*:(?:[ \t]+(\S.*)|[ \t]*)$")
_MAILBOX = re.compile(r"\s*<[^<>]*@[^<>]*>\s*$")
_HEADER_LINES = 24
_FEWEST = 2
_ENDS = ("markdown content", "content", "text", "body")


def front_matter(text: str) -> tuple[int, Metadata]:
    """Where the text begins behind what describes it (0 where nothing does), and what is said there."""
    fenced = _FENCED.match(text) or _UNCLOSED.match(text)
    if fenced:
        said = record_metadata(_fields(fenced["inside"], toml=fenced["fence"] == "+++"), "front matter")
        return (fenced.end(), said) if said != Metadata() else (0, Metadata())
    return _headers(text)


def _fields(inside: str, *, toml: bool) -> dict[str, Any]:
    """The fields of front matter under their names in lower case; what does not parse is read line by line."""
    try:
        loaded = tomllib.loads(inside) if toml else None if _ALIAS.search(inside) else load_yaml(inside)
    except (ValueError, yaml.YAMLError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict):
        loaded = {name: _unquoted(value) for name, value in _FIELD.findall(inside)}
    return {re.sub(r"[ -]", "_", str(name).lower()): value for name, value in loaded.items()} | loaded


def _unquoted(value: str) -> str | list[str] | None:
    value = _ANCHOR.sub("", value.strip())
    if value.startswith("*"):
        return None
    if value.startswith("[") and value.endswith("]"):
        return [part for piece in value[1:-1].split(",") if not (part := piece.strip(" \"'[]")).startswith("*")]
    return None if value.lower() in ("true", "false", "null", "~") else value.strip("\"'").strip()


def _headers(text: str) -> tuple[int, Metadata]:
    """Lines of `Name: value` at the top, as mail programs and scrapers write them: a title and at least one field more."""
    names = field_names()["headers"]
    known = {name for listed in names.values() for name in listed} | set(_ENDS)
    said: dict[str, str] = {}
    end = 0
    for at, line, is_apart in _first_lines(text):
        header = _HEADER.match(line)
        name = header[1].lower().replace("-", " ") if header else ""
        if not header or (is_apart and name not in known):  # a paragraph such as "Oslo: the vote is on" is none
            break
        end = at + len(line)
        said.setdefault(name, (header[2] or "").strip())
        if name in _ENDS:
            break
    found = {field: next((said[name] for name in names[field] if said.get(name)), None) for field in names}
    if not found["headline"] or sum(map(bool, found.values())) < _FEWEST:
        return 0, Metadata()
    linked = record_metadata({"source": _MAILBOX.sub("", found["source"] or "").strip('"')})
    stated = Metadata(**{**found, "source": linked.source}, tags={field: f"header {field}" for field in names})
    return end, merged(stated, linked)


def _first_lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """The first lines that hold something, with their places and whether a blank line stands above."""
    at, is_apart = 0, False
    for line in text.split("\n", _HEADER_LINES)[:_HEADER_LINES]:
        if line.strip():
            yield at, line, is_apart
        is_apart = not line.strip()
        at += len(line) + 1

"""What is published about an article: headline, byline, source, language, date, as stated or as its blocks show."""

import html
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from transforms.clean.languages import word_lists
from transforms.clean.published import find_date, to_edtf, url_date
from transforms.datelines import dateline_end
from transforms.load_yaml import load_yaml
from transforms.read.document import Block, Document
from transforms.read.fields import domain_of

_TITLE_SPLIT = re.compile(r"\s+[|\-–—·•»:]{1,2}\s+|\s*[|»]\s*")
_WORDS = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_MARKUP = re.compile(r"\A(?:#{1,6}\s+|>\s+|[*_]{1,3}(?=\S))+|(?<=\S)[*_]{1,3}\Z|\s+#+\Z|\n[=-]+\s*\Z")
_MIN_LANGUAGE_CHARS = 60
_LANGUAGE_SAMPLE = 1000
_SENTENCE_OF_NAMES = 40  # words
_ENGLISH_SHARE = 0.16
_SAME_TITLE = 0.4
_SITE_CHARS = 4
_FIRST_RANK = 0.75
_DATE_WINDOW = (6, 14)
_DATE_WORDS = 30
_DATE_CHARS = 300
_BARE_DATE_WORDS = 5
_UPDATED = 2
_MONTH, _DAY = 7, 10
_BYLINE_WINDOW = (4, 10)
_NAME_WORDS = 12
_BESIDE, _UNDER = 2, 3


@cache
def _patterns() -> dict[str, Any]:
    listed = load_yaml(resources.files(__package__).joinpath("bylines.yaml").read_text("utf-8"))
    return {
        name: re.compile(value, re.IGNORECASE if name not in ("person", "name_split") else 0)
        for name, value in listed.items()
    }


def source_of(document: Document) -> str | None:
    """The publisher: a site's name, or its domain."""
    source = document.metadata.source
    return html.unescape(source) if source else domain_of(document.metadata.url)


def language_of(body: str) -> str | None:
    """ISO 639-1 code of the body's language; None where the text is too short to tell."""
    if sum(map(str.isalpha, body[:2000])) < _MIN_LANGUAGE_CHARS:
        return None
    words = _WORDS.findall(body[:_LANGUAGE_SAMPLE].lower())
    lists = word_lists()
    english = sum(map((lists["english"] - lists["ambiguous"]).__contains__, words))
    foreign = sum(map(lists["foreign"].__contains__, words))
    if english > max(_ENGLISH_SHARE * len(words), 2 * foreign):
        return "en"
    is_short = len(words) < _SENTENCE_OF_NAMES and body.isascii()
    if is_short and sum(map(lists["english"].__contains__, words)) >= max(1, foreign):
        return None  # mostly names: the classifier then guesses at creoles
    import py3langid

    code, _ = py3langid.classify(body[:_LANGUAGE_SAMPLE])
    return str(code)


def headline_block(document: Document, title: str | None) -> int | None:
    """The number of the block that is the headline: the heading that says what the title says, an h1 first."""
    scored = []
    for number, block in enumerate(document.blocks):
        if block.tag in ("h1", "h2"):
            line = without_marks(document, block)
            alike = max(similarity(line, title), similarity(line, document.metadata.headline)) if title else 0.0
            scored.append((alike + (_FIRST_RANK if block.tag == "h1" and alike else 0.0), -number))
    best = max(scored, default=(0.0, 0))
    if best[0] >= _SAME_TITLE:
        return -best[1]
    firsts = [number for number, block in enumerate(document.blocks) if block.tag == "h1"]
    return firsts[0] if len(firsts) == 1 else None


def printed_headline(document: Document, number: int) -> str:
    """The headline as it stands on the page; one that is broken over lines is joined."""
    blocks = document.blocks
    last = number
    while last + 1 < len(blocks) and blocks[last + 1].tag == blocks[number].tag and _joined(document, last):
        last += 1
    return " ".join(" ".join(without_marks(document, block) for block in blocks[number : last + 1]).split())


def without_site(title: str, source: str | None, url: str | None) -> str:
    """A page title without ` - Site name` at its end (or `Site name | ` at its start)."""
    domain = domain_of(url) or ""
    names = {_bare(name) for name in (source, domain, domain.rsplit(".", 1)[0]) if name} - {""}
    cuts = list(_TITLE_SPLIT.finditer(title))
    for cut in cuts:
        if _is_site(title[cut.end() :], names):
            return title[: cut.start()].strip()
    if cuts and _is_site(title[: cuts[0].start()], names):
        return title[cuts[0].end() :].strip()
    bar = [cut for cut in cuts if "|" in cut.group(0)]
    if bar and len(_WORDS.findall(title[: bar[0].start()])) >= 3:  # noqa: PLR2004 - a bar almost always sets off the site
        return title[: bar[0].start()].strip()
    return title


def site_behind(headline: str, longer: str) -> str | None:
    """The site's name where `longer` is the headline and ` - Site name`."""
    cuts = list(_TITLE_SPLIT.finditer(longer))
    if not cuts or similarity(headline, longer[: cuts[-1].start()]) < 1:
        return None
    return longer[cuts[-1].end() :].strip() or None


def without_date(line: str) -> str:
    """A byline without the date and time that are printed behind (or before) it."""
    found = find_date(line)
    if not found:
        return line
    before, after = line[: found[1]].strip(" ,|·•-–—/"), line[found[2] :].strip(" ,|·•-–—/")
    return before or after or line


def similarity(line: str, title: str | None) -> float:
    """Share of words (as sets) that two lines have in common; 1 where one begins with the other."""
    one, two = _words(line), _words(title or "")
    if not one or not two:
        return 0.0
    if len(one) > 2 and (two[: len(one)] == one or one[: len(two)] == two):  # noqa: PLR2004
        return 1.0
    own, others = _word_set(line), _word_set(title or "")
    shared = len(own & others)
    return shared / (len(own) + len(others) - shared)


@lru_cache(maxsize=8192)
def _words(line: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(line.lower()))


@lru_cache(maxsize=8192)
def _word_set(line: str) -> frozenset[str]:
    return frozenset(_words(line))


def dateline_of(document: Document, number: int) -> str:
    """The dateline that a block begins with; empty where there is none."""
    line = document.text[document.blocks[number].char_start : document.blocks[number].char_end]
    return line[: dateline_end(line)]


def printed_date(document: Document, anchor: int) -> str | None:
    """The day printed as that of first publication, or right by the headline (block `anchor`) and not for an update."""
    near = range(max(0, anchor - 2), min(len(document.blocks), anchor + 6))
    first = (n for n, block in enumerate(document.blocks) if _says_first_published(without_marks(document, block)))
    dated = (_dated(document, number, anchor) for number in sorted({*near, *first} - {anchor}))
    found = sorted(one for one in dated if one)
    return next((edtf for rank, _, edtf in found if rank < _UPDATED and len(edtf) == _DAY), None)


def visible_date(document: Document, anchor: int, removed: Sequence[bool]) -> str | None:
    """The date printed around the headline, or else as that of publication anywhere outside the body, as EDTF."""
    blocks = document.blocks
    near = range(max(0, anchor - _DATE_WINDOW[0]), min(len(blocks), anchor + _DATE_WINDOW[1]))
    found = [dated for dated in (_dated(document, number, anchor) for number in near if removed[number]) if dated]
    elsewhere = [number for number in range(len(blocks)) if number not in near]
    first = (number for number in elsewhere if _says_first_published(without_marks(document, blocks[number])))
    found += [dated for dated in (_dated(document, number, anchor) for number in first) if dated]
    if not found or min(found)[0] == _UPDATED:
        far = (_dated(document, number, anchor) for number in elsewhere if removed[number])
        found += [dated for dated in far if dated and (dated[0] <= 0 or not found)]
    return min(found)[2] if found else None


def _says_first_published(line: str) -> bool:
    return len(line) < _DATE_CHARS and bool(_DIGIT.search(line) and _patterns()["first_published"].search(line))


def _dated(document: Document, number: int, anchor: int) -> tuple[int, int, str] | None:
    """Rank (below 1 says published, 1 is a bare date, 2 an update), distance from the headline, the date of a block."""
    line = without_marks(document, document.blocks[number])
    if len(line) > _DATE_CHARS or len(line.split()) > _DATE_WORDS:
        return None
    found = find_date(line)
    if found is None or len(found[0]) < _MONTH or _patterns()["not_a_date"].search(line):
        return None
    rank = _rank(line)
    distance = abs(number - anchor - 1)
    if rank > 0 and distance > _DATE_WINDOW[1] and len(line.split()) > _BARE_DATE_WORDS:
        return None
    return rank, distance, found[0]


def _rank(line: str) -> int:
    if _patterns()["first_published"].search(line):
        return -1
    if _patterns()["published"].search(line):
        return 0
    return _UPDATED if _patterns()["updated"].search(line) else 1


def visible_byline(document: Document, anchor: int, removed: Sequence[bool]) -> str | None:
    """Who signs, as printed near the headline (block `anchor`): `By` and a name, or a bare name beside the date."""
    blocks = document.blocks
    first, last = max(0, anchor - _BYLINE_WINDOW[0]), min(len(blocks), anchor + _BYLINE_WINDOW[1])
    lines = {number: without_marks(document, blocks[number]) for number in range(first, last) if removed[number]}
    order = sorted(lines, key=lambda number: abs(number - anchor - 1))
    for number in order:
        below = lines.get(number + 1, "") if _patterns()["only_by"].match(lines[number]) else ""
        name = byline_in(f"{lines[number]} {below}")
        if name:
            return name
    dated = [number for number in order if len(lines[number].split()) <= _DATE_WORDS and find_date(lines[number])]
    for number in order:
        beside = (
            any(abs(number - other) <= _BESIDE for other in dated)
            or (0 < number - anchor <= _UNDER and blocks[number].tag in ("p", "div", "h3", "h4", "address"))
            or _patterns()["author_step"].search(blocks[number].path[-150:])
        )
        name = _bare_name(lines[number]) if beside and number != anchor else None
        if name:
            return name
    return _signed(document, removed)


def _bare_name(line: str) -> str | None:
    """A line that is a person's name, or a name beside a date."""
    if len(line) > 120:  # noqa: PLR2004
        return None
    for part in _patterns()["name_split"].split(line):
        name = str(part).strip(" ,|·•-–—/")
        if _patterns()["person"].match(name) and not find_date(name) and not _patterns()["no_name"].search(name):
            return name
    return None


def _signed(document: Document, removed: Sequence[bool]) -> str | None:
    """`Written by …` or `Author: …` anywhere outside the body."""
    for block, out in zip(document.blocks, removed, strict=True):
        line = without_marks(document, block)
        if out and len(line) < 160 and _patterns()["signature"].match(line):  # noqa: PLR2004
            return byline_in(line)
    return None


def printed_byline(document: Document, anchor: int) -> str | None:
    """`By …` in one of the few blocks right under the headline."""
    for block in document.blocks[anchor + 1 : anchor + 4]:
        line = without_marks(document, block)
        if len(line) < 160 and _patterns()["begins_by"].match(line):  # noqa: PLR2004
            return byline_in(line)
    return None


def is_name(stated: str) -> bool:
    """Whether a stated byline can be one: some word that begins with a capital or has none, no date, no identifier."""
    return bool(_WORDS.search(stated)) and not find_date(stated) and not _patterns()["no_byline"].search(stated)


def byline_in(line: str) -> str | None:
    """The name in a printed byline such as `By Ann Roe | 3 May 2024`.

    >>> byline_in("Written by Ann Roe · May 3, 2024 · 5 min read")
    'Ann Roe'
    """
    patterns = _patterns()
    found = patterns["by"].search(line)
    if not found:
        return None
    name = line[found.end() :].strip()
    cut = patterns["after_name"].search(name)
    name = (name[: cut.start()] if cut else name).strip(" ,|·•-–—:/\t")
    if not name or len(name.split()) > _NAME_WORDS or not name[0].isupper() or patterns["no_byline"].search(name):
        return None
    return name


def _joined(document: Document, number: int) -> bool:
    between = document.text[document.blocks[number].char_end : document.blocks[number + 1].char_start]
    return between.count("\n") == 1 and document.blocks[number].path == document.blocks[number + 1].path


def without_marks(document: Document, block: Block) -> str:
    """The block's text; that of Markdown without the marks for headings, quotations and emphasis around it."""
    line = document.text[block.char_start : block.char_end]
    return _MARKUP.sub("", line) or line if document.media == "markdown" else line


def _is_site(part: str, names: set[str]) -> bool:
    bare = _bare(part)
    return bool(bare) and any(
        bare == name
        or (
            len(bare) >= _SITE_CHARS and (name.startswith(bare) or (bare.startswith(name) and len(name) >= _SITE_CHARS))
        )
        for name in names
    )


def _bare(name: str | None) -> str:
    return "".join(filter(str.isalnum, name or "")).lower()


__all__ = [
    "byline_in",
    "dateline_of",
    "find_date",
    "headline_block",
    "is_name",
    "language_of",
    "printed_byline",
    "printed_date",
    "printed_headline",
    "similarity",
    "site_behind",
    "source_of",
    "to_edtf",
    "url_date",
    "visible_byline",
    "visible_date",
    "without_date",
    "without_marks",
    "without_site",
]  # fmt: skip

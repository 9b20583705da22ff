"""Who signs an article, as the page prints it: behind `By` and its like, beside the date, or in a box on the author."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from transforms.clean.about import without_marks
from transforms.clean.kinds import is_agency, names_in_byline
from transforms.clean.page_dates import label_start
from transforms.clean.published import find_date
from transforms.load_yaml import load_yaml
from transforms.read.document import Block, Document

_WORDS = re.compile(r"\w+")
_CAMEL = re.compile(r"[a-zà-ÿ]{3}[A-ZÀ-Þ]")  # two texts that style alone sets apart; MacLeod has two
_WINDOW = (4, 10)
_UNDER_HEADLINE = 4
_DATE_WORDS = 30
_NAME_WORDS = 12
_PERSON_WORDS = (2, 5)
_BESIDE, _UNDER = 2, 3
_LINE, _SHORT_LINE = 160, 120
_STANDFIRST = 400
_LISTED = 6
_PATH_END = 150
_CAPITAL = r"(?!(?:and|und|et|y|e|og|och|for|with|in|by)\b)(?-i:[^\W\d_a-zß-ÿ])[\w.'’]*"
_EDGES = " ,|·•-–—/"


def printed_byline(document: Document, anchor: int) -> str | None:
    """`By …` in one of the few blocks right under the headline, or at the end of the standfirst there."""
    blocks = document.blocks[anchor + 1 : anchor + _UNDER_HEADLINE]
    for block in blocks:
        line = without_marks(document, block)
        if len(line) < _LINE and _patterns()["begins"].match(line):
            return byline_in(line)
    for block in blocks[: _UNDER_HEADLINE - 2]:
        line = without_marks(document, block)
        found = _patterns()["standfirst"].search(line) if len(line) < _STANDFIRST else None
        name = (found["name"] or found["name2"]) if found else None
        if name and _is_person(name):
            return name
    return None


def visible_byline(document: Document, anchor: int, removed: Sequence[bool], source: str | None = None) -> str | None:
    """Who signs, as printed near the headline (block `anchor`): `By` and a name, or a bare name beside the date.

    `source` is the site's name, which is no person's.
    """
    blocks = document.blocks
    first, last = max(0, anchor - _WINDOW[0]), min(len(blocks), anchor + _WINDOW[1])
    lines = {number: without_marks(document, blocks[number]) for number in range(first, last) if removed[number]}
    order = sorted(lines, key=lambda number: abs(number - anchor - 1))
    for number in order:
        name = _listed_under(document, number) or byline_in(lines[number])
        if name:
            return name
    dated = [number for number in order if len(lines[number].split()) <= _DATE_WORDS and find_date(lines[number])]
    for number in order:
        beside = (
            any(abs(number - other) <= _BESIDE for other in dated)
            or (0 < number - anchor <= _UNDER and blocks[number].tag in ("p", "div", "h3", "h4", "address"))
            or _is_of_author(blocks[number])
        )
        name = bare_name(lines[number]) if beside and number != anchor else None
        if name and name != source and not _is_said_in(document, name):
            return name
    return _signed(document, removed) or _in_author_box(document, removed)


def bare_name(line: str) -> str | None:
    """A line that is a person's name, or a name beside a date; several names with their places and agencies as well."""
    if len(line) > _SHORT_LINE:
        return None
    joined = _joined_names(line)
    if joined:
        return joined
    for part in _patterns()["name_split"].split(line):
        name = str(part).strip(_EDGES)
        if _is_person(name) and not find_date(name):
            return name
    return None


def signed_line(line: str) -> str | None:
    """Who signs in a line that is known to be a byline: `AP (from Aar Press) 5 March 2024` has no `By`."""
    signed = byline_in(line) or bare_name(without_date(line))
    rest = without_date(line)
    is_place = rest != line and len(rest.split()) == 1 and not is_agency(rest)  # "Madrid, 5 March 2024"
    is_other = is_place or label_start(rest) < len(rest) or _is_furniture(rest)
    return signed or (rest if is_name(rest) and not is_other else None)


def signs(line: str, document: Document) -> bool:
    """Whether a line between a headline and its text says who wrote, with or without `By`, and no more than that."""
    return _names_writers(line) and (
        _begins(line) or not all(_is_said_in(document, name) for name in names_in_byline(without_date(line)))
    )


def _begins(line: str) -> bool:
    return bool(_patterns()["begins"].match(line) or _patterns()["signature"].match(line))


def _names_writers(line: str) -> bool:
    if len(line) > _LINE or line[-1:] in ".!?" or not any(map(str.isupper, line)):
        return False
    if _begins(line):
        return byline_in(line) is not None
    names = without_places(without_date(line)).strip(_EDGES)
    people = [name for name in names_in_byline(names) if not is_agency(name)]
    return bool(people) and " with " not in names and all(map(_is_person, people))


def is_name(stated: str) -> bool:
    """Whether a stated byline can be one: some word that begins with a capital or has none, no date, no identifier."""
    return bool(_WORDS.search(stated)) and not find_date(stated) and not _patterns()["no_byline"].search(stated)


def byline_in(line: str) -> str | None:
    """The name in a printed byline such as `By Ann Roe | 3 May 2024`.

    >>> byline_in("Written by Ann Roe · May 3, 2024 · 5 min read")
    'Ann Roe'
    """
    patterns = _patterns()
    if ";" in line:
        line = ";".join(_parts_of_writers(line))
    if patterns["not_by"].match(line):
        return None
    found = patterns["begins"].match(line) or patterns["glued"].match(line) or patterns["mid_line"].search(line)
    if not found:
        return None
    name = without_places(line[found.end() :].strip())
    cut = patterns["after_name"].search(name)
    name = name[: cut.start()] if cut else name
    date = find_date(name)
    name = name[: date[1]] if date else name
    name = patterns["before_date"].sub("", name[: label_start(name)]).strip(" ,|·•-–—:\t")
    if not name or len(name.split()) > _NAME_WORDS or patterns["no_byline"].search(name):
        return None
    if _is_sentence(name):
        return None
    with_number = name[0].isdigit() and _has_capital(name) and not found.start()  # "By 3i Global"
    return name if (name[0].isalpha() and not name[0].islower()) or with_number else None


def without_date(line: str) -> str:
    """A byline without the date and time that are printed behind (or before) it."""
    found = find_date(line)
    if not found:
        return line
    before, after = line[: found[1]].strip(_EDGES), line[found[2] :].strip(_EDGES)
    return before or after or line


def without_places(names: str) -> str:
    """A byline without where each of its people reports from and who edited or drew; an agency behind a sign is named.

    >>> without_places("Ann Roe in Oslo and Jan Wit, political editor, in Lund (Reuters); editing by Tom Ash")
    'Ann Roe and Jan Wit, political editor, Reuters'
    """
    patterns = _patterns()
    names = ";".join(_parts_of_writers(names))
    helper = patterns["helper"].search(names)
    names = patterns["beside"].sub(", ", names[: helper.start()] if helper else names)
    behind = patterns["agency_behind"].search(names)
    agency = (behind["bracketed"] or behind["apart"]).strip() if behind else ""
    if behind and is_agency(agency):
        return f"{_placeless(names[: behind.start()])}, {agency}{names[behind.end() :]}"
    return _placeless(names)


def _placeless(names: str) -> str:
    def kept(found: re.Match[str]) -> str:
        """What looks like a region and is an agency: `Ann Roe in Oslo, Reuters`."""
        beside = found["region"] or ""
        return beside if is_agency(beside.strip(", ")) else ""

    return _patterns()["place"].sub(kept, names).strip()


def _parts_of_writers(line: str) -> list[str]:
    """The parts of `Reporting by …; editing by …` that name who wrote."""
    return [part for part in line.split(";") if not _patterns()["helper"].match(f" {part}")] if ";" in line else [line]


def _joined_names(line: str) -> str | None:
    """A line of two names or more and nothing but names, offices, places and a date: `Ann Roe and Jan Wit, Reuters`."""
    names = without_places(without_date(line)).strip(_EDGES)
    return names if len(names_in_byline(names)) > 1 and _names_writers(names) and not find_date(names) else None


def _listed_under(document: Document, number: int) -> str | None:
    """The names in the blocks under a label that stands alone (`By`, `Author(s)`)."""
    if not _patterns()["alone"].match(without_marks(document, document.blocks[number])):
        return None
    names: list[str] = []
    for block in document.blocks[number + 1 : number + 1 + _LISTED]:
        line = without_marks(document, block)
        name = line.strip(_EDGES) if _is_person(line.strip(_EDGES)) else None
        if not name and not names:
            return byline_in(f"By {line}") if len(line) < _SHORT_LINE else None
        if not name or (names and block.tag != "li"):
            break
        names.append(name)
    return ", ".join(dict.fromkeys(names)) or None


def _signed(document: Document, removed: Sequence[bool]) -> str | None:
    """`Written by …`, `Author: …` or a box on the author anywhere outside the body."""
    for number, (block, out) in enumerate(zip(document.blocks, removed, strict=True)):
        line = without_marks(document, block)
        if not out or len(line) >= _LINE:
            continue
        if _patterns()["signature"].match(line):
            return byline_in(line)
        listed = _listed_under(document, number) if _patterns()["alone"].match(line) else None
        if listed and _is_person(listed.split(", ")[0]):
            return listed
        if _patterns()["about_author"].match(line) and number + 1 < len(document.blocks):
            name = _leading_name(without_marks(document, document.blocks[number + 1]))
            if name:
                return name
    return None


def _is_furniture(rest: str) -> bool:
    return len(rest.split()) <= _PERSON_WORDS[0] and bool(_patterns()["no_name"].search(rest))


def _leading_name(line: str) -> str | None:
    """The name that a line is or begins with: "Ann Roe is a writer in Oslo."."""
    words: list[str] = []
    for word in line.split()[: _PERSON_WORDS[1] + 1]:
        if not (word[0].isupper() or word in _particles()):
            break
        words.append(word.rstrip(",."))
        if word.endswith(",") or (word.endswith(".") and len(word) > len("Dr.")):
            break
    name = " ".join(words)
    return name if _is_person(name) else None


def _in_author_box(document: Document, removed: Sequence[bool]) -> str | None:
    """The one name that stands in blocks marked as an author's outside the body; none where several do (other articles')."""
    names = {
        name
        for block, out in zip(document.blocks, removed, strict=True)
        if out and _is_of_author(block) and (name := bare_name(without_marks(document, block)))
        if not _is_said_in(document, name)
    }
    return names.pop() if len(names) == 1 else None


def _is_of_author(block: Block) -> bool:
    return bool(_patterns()["author_step"].search(block.path[-_PATH_END:]))


def _is_person(name: str) -> bool:
    """Two to five words, each with a capital or a name's particle, none of them furniture's."""
    words = name.split()
    return (
        _PERSON_WORDS[0] <= len(words) <= _PERSON_WORDS[1]
        and words[0][0].isupper()
        and all((word[0].isupper() and not any(map(str.isdigit, word))) or word in _particles() for word in words)
        and sum(word not in _particles() for word in words) >= _PERSON_WORDS[0]
        and len(words[0]) + len(words[-1]) > len("A. B")
        and not name.endswith(":")
        and not _CAMEL.search(name)
        and not _patterns()["no_name"].search(name)
        and label_start(name) == len(name)
    )


def _is_said_in(document: Document, name: str) -> bool:
    """Whether the text has all words of a supposed name in lower case: `Event Planning` is a topic, no person."""
    return all(
        re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", document.text)
        for word in name.split()
        if len(word) > 2  # noqa: PLR2004
    )


def _is_sentence(name: str) -> bool:
    """Whether a supposed name goes on as a sentence does after its first word: "Monday the board had made up its mind"."""
    words = name.split()
    return len(words) > _PERSON_WORDS[0] and words[1].islower() and words[1] not in _joiners() | _particles()


def _has_capital(name: str) -> bool:
    return any(word[0].isupper() for word in name.split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(str(_listed()["particles"]).split())


@cache
def _joiners() -> frozenset[str]:
    return frozenset(str(_listed()["joiners"]).split())


def _listed() -> dict[str, object]:
    listed: dict[str, object] = load_yaml(resources.files(__package__).joinpath("bylines.yaml").read_text("utf-8"))
    return listed


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = _listed()
    before = "|".join(dict(listed.pop("before_name")).values())  # type: ignore[call-overload]
    label_alone = listed.pop("label_alone")
    for words in ("particles", "joiners"):
        listed.pop(words)
    behind = r"(?:\s*[:：]\s*|\s+)(?=\S)"
    forms = {name: str(form) for name, form in listed.items()} | {
        "begins": rf"(?:{before}){behind}",
        "alone": rf"(?:{before}){label_alone}",
        "place": str(listed["place"]).replace("{and}", "(?:and|und|et|y|e|og|och|и)").replace("{word}", _CAPITAL),
        "mid_line": rf"{listed['mid_line']}{behind}",
        "signature": rf"(?:(?:written|posted|words) by{behind}|(?:{before})\s*[:：]\s*\S)",
        "about_author": rf"(?:{listed['about_author']})\s*:?\s*\Z",
    }
    return {name: re.compile(form, re.IGNORECASE if name != "name_split" else 0) for name, form in forms.items()}

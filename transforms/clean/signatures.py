"""How one line names whoever signs an article: behind `By` and its like, or as names alone with places and agencies."""

import re
from functools import cache
from importlib import resources

from transforms.clean.kinds import is_agency, is_byline, is_wire, names_in_byline
from transforms.clean.page_dates import label_start
from transforms.clean.published import find_date
from transforms.load_yaml import load_yaml

_WORDS = re.compile(r"\w+")
_CAMEL = re.compile(r"[a-zà-ÿ]{3}[A-ZÀ-Þ]")  # two texts that style alone sets apart; MacLeod has two
_NAME_WORDS, _CAPITALS = 12, 4
_PERSON_WORDS, _PLACE_WORDS, _DESK_LETTERS = (2, 5), 3, 4
LINE, _SHORT_LINE = 160, 120
_CAPITAL = r"(?!(?:and|und|et|y|e|og|och|for|with|in|by)\b)(?-i:[^\W\d_a-zß-ÿ])[\w.'’]*"
EDGES = " ,|·•-–—/"


def byline_in(line: str) -> str | None:
    """The name in a printed byline such as `By Ann Roe | 3 May 2024`.

    >>> byline_in("Written by Ann Roe · May 3, 2024 · 5 min read")
    'Ann Roe'
    """
    patterns = byline_forms()
    line = patterns["emphasis"].sub("", line)
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
    named = is_byline(line) and name.startswith("the ")  # "By the Kestrel Team"
    return name if (name[0].isalpha() and not name[0].islower()) or with_number or named else None


def bare_name(line: str) -> str | None:
    """A line that is a person's name, or a name beside a date; several names with their places and agencies as well."""
    if len(line) > _SHORT_LINE:
        return None
    line = _names_alone(line)
    joined = _joined_names(line)
    if joined:
        return joined
    for part in byline_forms()["name_split"].split(line):
        name = _without_office(str(part).strip(EDGES))
        if is_person(name) and not find_date(name):
            return name
    return None


def signed_line(line: str) -> str | None:
    """Who signs in a line that is known to be a byline: `AP (from Aar Press) 5 March 2024` has no `By`."""
    signed = agency_alone(without_date(line)) or byline_in(line) or bare_name(without_date(line))
    rest = without_date(line)
    is_place = rest != line and len(rest.split()) == 1 and not is_agency(rest)  # "Madrid, 5 March 2024"
    is_other = is_place or label_start(rest) < len(rest) or (_is_furniture(rest) and not is_byline(rest))
    return signed or (rest if is_name(rest) and not is_other else None)


def agency_alone(line: str) -> str | None:
    """The news agency whose name, with its place or desk at most, a line is: `AFP, Lindow`, `dpa/lno`."""
    said = line.strip(f"{EDGES}()[]")
    name, _, place = said.partition(",")
    words = place.split()
    is_placed = len(words) <= _PLACE_WORDS and all(word[0].isupper() and word.isalpha() for word in words)
    agency, _, desk = said.partition("/")
    if is_wire(agency) and desk.isalpha() and len(desk) <= _DESK_LETTERS:
        return agency
    return name if is_placed and is_wire(name) else None


def signs(line: str, text: str) -> bool:
    """Whether a line between a headline and its text says who wrote, with or without `By`, and no more than that."""
    return _names_writers(line) and (
        _begins(line)
        or not all(is_said_in(text, name) for name in names_in_byline(_without_office(without_date(line))))
    )


def is_name(stated: str) -> bool:
    """Whether a stated byline can be one: some word that begins with a capital or has none, no date, no identifier."""
    return bool(_WORDS.search(stated)) and not find_date(stated) and not byline_forms()["no_byline"].search(stated)


def is_person(name: str) -> bool:
    """Two to five words, each with a capital or a name's particle, none of them furniture's."""
    words = name.split()
    return (
        _PERSON_WORDS[0] <= len(words) <= _PERSON_WORDS[1]
        and words[0][0].isupper()
        and all((word[0].isupper() and not any(map(str.isdigit, word))) or word in _particles() for word in words)
        and sum(word not in _particles() for word in words) >= _PERSON_WORDS[0]
        and len(words[0]) + len(words[-1]) > len("A. B")
        and ":" not in name
        and not (name.isupper() and len(words) > _CAPITALS)
        and not _CAMEL.search(name)
        and not byline_forms()["no_name"].search(name)
        and label_start(name) == len(name)
    )


def without_date(line: str) -> str:
    """A byline without the date and time that are printed behind (or before) it."""
    found = find_date(line)
    if not found:
        return line
    before, after = line[: found[1]], line[found[2] :].strip(EDGES)
    return before[: label_start(before)].strip(EDGES) or before.strip(EDGES) or after or line


def without_places(names: str) -> str:
    """A byline without where each of its people reports from and who edited or drew; an agency behind a sign is named.

    >>> without_places("Ann Roe in Oslo and Jan Wit, political editor, in Lund (Reuters); editing by Tom Ash")
    'Ann Roe and Jan Wit, political editor, Reuters'
    """
    patterns = byline_forms()
    names = ";".join(_parts_of_writers(names))
    helper = patterns["helper"].search(names)
    names = patterns["beside"].sub(", ", names[: helper.start()] if helper else names)
    behind = patterns["agency_behind"].search(names)
    agency = (behind["bracketed"] or behind["apart"]).strip() if behind else ""
    if behind and is_agency(agency):
        return f"{_placeless(names[: behind.start()])}, {agency}{names[behind.end() :]}"
    return _placeless(names)


def leading_name(line: str) -> str | None:
    """The name that a line is or begins with: "Ann Roe is a writer in Oslo."."""
    words: list[str] = []
    for word in line.split()[: _PERSON_WORDS[1] + 1]:
        if not (word[0].isupper() or word in _particles()):
            break
        words.append(word.rstrip(",."))
        if word.endswith(",") or (word.endswith(".") and len(word) > len("Dr.")):
            break
    name = " ".join(words)
    return name if is_person(name) else None


def is_said_in(text: str, name: str) -> bool:
    """Whether the text has all words of a supposed name in lower case, but for addresses: `Event Planning` is a topic."""
    words = [word.lower() for word in name.split() if len(word) > 2]  # noqa: PLR2004
    if not all(word in text for word in words):
        return False
    return all(re.search(rf"(?<![\w.@]){re.escape(word)}(?![\w.]*@)(?!\w)", text) for word in words)


def _begins(line: str) -> bool:
    line = byline_forms()["emphasis"].sub("", line)
    return bool(byline_forms()["begins"].match(line) or byline_forms()["signature"].match(line))


def _names_writers(line: str) -> bool:
    line = _names_alone(line)
    if len(line) > LINE or line[-1:] in ".!?" or not any(map(str.isupper, line)):
        return False
    if _begins(line):
        return byline_in(line) is not None
    names = _without_office(without_places(without_date(line)).strip(EDGES))
    people = [name for name in names_in_byline(names) if not (is_agency(name) or name.startswith("The "))]
    return bool(people) and " with " not in names and all(map(is_person, people))


def _names_alone(line: str) -> str:
    """A line without marks of emphasis and without the addresses and handles beside its names."""
    return byline_forms()["contact"].sub("", byline_forms()["emphasis"].sub("", line))


def _without_office(name: str) -> str:
    """`Ann Roe Journalist` without the office; "Staff Correspondent" is nothing else."""
    cut = byline_forms()["office_behind"].sub("", name)
    return cut if len(cut.split()) >= _PERSON_WORDS[0] else name


def _placeless(names: str) -> str:
    def kept(found: re.Match[str]) -> str:
        """What looks like a region and is an agency: `Ann Roe in Oslo, Reuters`."""
        beside = found["region"] or ""
        return beside if is_agency(beside.strip(", ")) else ""

    return byline_forms()["place"].sub(kept, names).strip()


def _parts_of_writers(line: str) -> list[str]:
    """The parts of `Reporting by …; editing by …` that name who wrote."""
    return (
        [part for part in line.split(";") if not byline_forms()["helper"].match(f" {part}")] if ";" in line else [line]
    )


def _joined_names(line: str) -> str | None:
    """A line of two names or more and nothing but names, offices, places and a date: `Ann Roe and Jan Wit, Reuters`."""
    names = without_places(without_date(line)).strip(EDGES)
    return names if len(names_in_byline(names)) > 1 and _names_writers(names) and not find_date(names) else None


def _is_furniture(rest: str) -> bool:
    return len(rest.split()) <= _PERSON_WORDS[0] and bool(byline_forms()["no_name"].search(rest))


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
def byline_forms() -> dict[str, re.Pattern[str]]:
    """The forms of `bylines.yaml` by name, put together from its words."""
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

"""What a line beside the body is (headline, byline, credit, caption, subhead), told by how it is written."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from transforms.clean.about import similarity
from transforms.clean.fold_case import fold_case, folded_pattern
from transforms.clean.languages import word_lists
from transforms.clean.published import find_date
from transforms.clean.rules import has_any
from transforms.load_yaml import load_yaml

_TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]*\Z")
_CLOSERS = "\"'”’»)]」』）"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔")
_END_WORD = re.compile(r"(?<=[.!?”\"])\s*[-(]*(?:Enditem|Endit|End|ENDS?|FIM|FIN)[-).]*\Z")
_END_LETTERS = tuple("mtdDsSMN")
# Chinese and Japanese are written without spaces; two of their signs are about a word.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LIST_MARK = re.compile(
    r"[*+•·▪◦#>–—-]\s|\(?\d{1,3}[.):]|(?:step|tip|day|week|chapter|part|no\.?|question|q)\s?\d", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S@\S+\.\w|https?://|www\.|\A[A-Z][a-z]+:\s*[+(]?\d[\d() -]{5,}")
_PARENTHESIS = re.compile(r"\s*\([^()]{3,80}\)\Z")
_INITIALS = re.compile(r"[A-Z]{2,6}\Z")
_RUNNING_WORDS = 9
_SURELY_RUNNING = 3 * _RUNNING_WORDS
_ENDING_CHARS = 24
_SUBHEAD_WORDS = 12
_HEADLINE_WORDS = 30
_TITLE_SHARE = 0.55
_SAME = 0.75
_OF_PICTURES = "getty"
_FEW_PLAIN = 2
_DATE_WORDS = 12


@cache
def _caption_signs() -> tuple[str, ...]:
    return tuple(_listed()["caption"]["signs"])


def _listed() -> dict[str, Any]:
    listed: dict[str, Any] = load_yaml(resources.files(__package__).joinpath("kinds.yaml").read_text("utf-8"))
    return listed


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    listed = _listed()
    agencies = re.sub(r"\|\s+", "|", listed.pop("agencies"))
    single = {
        "agency": re.compile(rf"(?:the\s+)?(?:{agencies}|.*\b(?:{listed.pop('bodies')})\b.*)\Z", re.IGNORECASE),
        "wire_behind": re.compile(listed.pop("wire_behind"), re.IGNORECASE),
        "name_break": re.compile(listed.pop("name_break"), re.IGNORECASE),
        "no_person": re.compile(listed.pop("no_person"), re.IGNORECASE),
        "credited": re.compile(listed.pop("credited").replace("{agencies}", agencies), re.IGNORECASE),
    }
    whole = {
        name: "|".join(f"\\A(?:{form.replace('{agencies}', agencies)})\\Z" for form in forms["whole"])
        for name, forms in listed.items()
    }
    credit, byline = folded_pattern(whole.pop("credit")), re.compile(whole.pop("byline"))
    single |= {name: re.compile(form, re.IGNORECASE) for name, form in whole.items()}
    return single | {"credit": credit, "byline": byline}


@lru_cache(maxsize=8192)
def is_credit(line: str) -> bool:
    """A photo or agency credit, or who reported and edited."""
    return len(line) < 220 and bool(_patterns()["credit"].match(fold_case(line)))  # noqa: PLR2004


def names_in_byline(byline: str) -> list[str]:
    """The names that a byline joins, in order, without the offices between them.

    >>> names_in_byline("Ann Roe and Jan Wit, Reuters")
    ['Ann Roe', 'Jan Wit', 'Reuters']
    """
    breaks = _patterns()["name_break"]
    starts = [0, *(found.end() for found in breaks.finditer(byline))]
    ends = [*(found.start() for found in breaks.finditer(byline)), len(byline)]
    parts = [byline[start:end].strip(" .:") for start, end in zip(starts, ends, strict=True)]
    names = [name for part in parts for name in _with_wire(part) if not name.islower() and _WORD.search(name)]
    names = [name for name in names if not _patterns()["no_person"].match(name)]
    if not any(" " in name for name in names):
        return list(dict.fromkeys(names))
    # "Ann Roe, Oslo": one word behind a comma is where she is, or her agency.
    placed = {part for part, end in zip(parts[1:], ends, strict=False) if byline[end : end + 1] == ","}
    return list(dict.fromkeys(name for name in names if " " in name or name not in placed or is_agency(name)))


def _with_wire(part: str) -> list[str]:
    """The name and the agency that stands behind it without a comma: `ANN ROE Associated Press`."""
    found = _patterns()["wire_behind"].search(part)
    return [part[: found.start()], part[found.start() :].strip()] if found else [part]


def is_agency(name: str) -> bool:
    """Whether a name in a byline is an agency's, a newsroom's or a publication's, not a person's."""
    return bool(_patterns()["agency"].match(name)) or bool(_INITIALS.match(name))


def is_wire(name: str) -> bool:
    """Whether a name is that of a news agency (or of a desk), not of one that sells pictures alone."""
    return bool(_patterns()["credited"].fullmatch(name)) and not name.lower().startswith(_OF_PICTURES)


def agencies_in(line: str) -> list[tuple[int, str]]:
    """The news agencies that a credit line names, with their places in it; none in other lines."""
    if not is_credit(line):
        return []
    return [(found.start(), found.group(0)) for found in _patterns()["credited"].finditer(line)]


def is_caption(line: str) -> bool:
    """A line that describes a picture."""
    if len(line) >= 400:  # noqa: PLR2004
        return False
    return has_any(_caption_signs(), line.lower()) and bool(_patterns()["caption"].match(line))


def is_byline(line: str) -> bool:
    """`By` and names."""
    return len(line) < 160 and bool(_patterns()["byline"].match(line))  # noqa: PLR2004


def is_name_in_capitals(line: str) -> bool:
    """Two to four words in capitals, as some papers print who wrote or compiled an article; its sources may follow."""
    words = _PARENTHESIS.sub("", line).split()
    return 2 <= len(words) <= 4 and all(word.isupper() and word.isalpha() for word in words)  # noqa: PLR2004


def section_in(line: str) -> str | None:
    """The section that a line such as `Filed under: World News` names."""
    found = _patterns()["section"].match(line) if len(line) < 80 else None  # noqa: PLR2004
    return found["section"].strip() if found else None


def is_dated(line: str) -> bool:
    """A short line with a full date in it and more than the date: who published it and when."""
    words = _WORD.findall(line)
    found = find_date(line) if len(words) <= 20 else None  # noqa: PLR2004
    if not (found and len(found[0]) == 10 and len(words) > 4 and not is_running(line) and "--" not in line):  # noqa: PLR2004
        return False
    beside = word_lists()["beside_a_date"]
    # "Peru marks the war of 3 May 1982": there the day is part of what the line tells.
    told = _WORD.findall(line[: found[1]] + " " + line[found[2] :])
    plain = [word for word in told if word.isalpha() and word.islower() and word not in beside]
    return len(plain) <= _FEW_PLAIN


def is_date_alone(line: str) -> bool:
    """A date, with its weekday, time and label at most."""
    words = _WORD.findall(line)
    found = find_date(line) if len(words) <= _DATE_WORDS else None
    rest = _WORD.findall(line[: found[1]] + line[found[2] :]) if found else words
    return bool(found) and all(word[0].isdigit() or word.lower() in _around_a_date() for word in rest)


@cache
def _around_a_date() -> frozenset[str]:
    return frozenset().union(*(word_lists()[name] for name in ("beside_a_date", "weekdays", "day_first_weekdays")))


def ends_sentence(line: str) -> bool:
    """Three words or more that end as a sentence does."""
    return _sentence_words(line) > 2  # noqa: PLR2004


def is_running(line: str) -> bool:
    """A line of running text: some words, and a sentence's end."""
    return _sentence_words(line) >= _RUNNING_WORDS


@lru_cache(maxsize=8192)
def _sentence_words(line: str) -> int:
    """How many words a line has that ends as a sentence does; 0 for other lines. Of many it does not count all."""
    if not _is_ended(line):
        return 0
    spaces = line.count(" ")
    return spaces if spaces >= _SURELY_RUNNING else _word_count(line)


def _is_ended(line: str) -> bool:
    """Whether a line ends as a sentence does, or with the word for an article's end behind a sentence."""
    ending = line[-_ENDING_CHARS:]
    if ending.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS):
        return True
    return ending.rstrip("-).")[-1:] in _END_LETTERS and _END_WORD.sub("", ending).rstrip(_CLOSERS).endswith(
        _SENTENCE_ENDS
    )


def _word_count(line: str) -> int:
    return len(_WORD.findall(line)) + (0 if line.isascii() else len(_UNSPACED.findall(line)) // 2)


def could_be_headline(line: str) -> bool:
    """A line that can head an article: no sentence's end, or written as a title."""
    words = _WORD.findall(line)
    if not 3 <= _word_count(line) <= _HEADLINE_WORDS or _LIST_MARK.match(line) or _ADDRESS.search(line):  # noqa: PLR2004
        return False
    if not _TERMINAL.search(line):
        return True
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words) / len(words)
    return (len(words) > 4 and capitals > _TITLE_SHARE) or line.endswith(("?", "!"))  # noqa: PLR2004


def could_be_subhead(line: str) -> bool:
    """A short line without a sentence's end that begins like a heading."""
    return (
        (line[0].isupper() or line[0].isdigit() or line[0] in '"“‘«#')
        and (not _TERMINAL.search(line) or line.endswith("?"))
        and 1 <= len(_WORD.findall(line)) <= _SUBHEAD_WORDS
    )


def is_structural(line: str) -> bool:
    """A heading that carries the text's own order: numbered, a step, a question."""
    return bool(_LIST_MARK.match(line)) or line.endswith("?")


def is_same_title(line: str, titles: Sequence[str]) -> bool:
    """Whether the line says what one of the titles says."""
    return bool(titles) and len(line) < 300 and any(similarity(line, title) >= _SAME for title in titles)  # noqa: PLR2004

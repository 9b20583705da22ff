"""What an article's last paragraphs tell of whoever wrote or sent it: "Ann Roe is a writer in Oslo.", "About Roe Ltd"."""

import re
from collections.abc import Iterator, Sequence

from transforms.clean.kinds import is_agency, is_running, names_in_byline
from transforms.clean.ledger import Verdict
from transforms.clean.signatures import byline_in, is_person, signed_line, without_places
from transforms.read.document import Document

_LONGEST = 700  # characters
_LAST = 4  # paragraphs
_BEFORE = 3
_AFTER_SHARE = 0.34
_TELLS = re.compile(
    r"\W*(?:about the (?:author|writer)s?:?\W*)?(?P<who>the (?:author|writer)s?|(?-i:[^\W\d_a-zß-ÿ])[^,(:!?]{2,50}?)"
    r"(?:(?:, | \()[^.!?]{2,120}[,)])? "
    r"(?:is|are|was|were|has|have|writes?|covers?|works?|lives?|teaches|reports?|joined|serves?)\b|"
    r"\W*(?P<name>[^,.!?]{4,50}), [^.!?]{4,150}\Z",
    re.IGNORECASE,
)
_OFFICES = ("the author", "the writer")
_OURS = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)  # a company tells of itself, not of a person
_ABOUT = re.compile(r"\W*[Aa](?:bout|BOUT) (?:[Tt]he )?(?P<who>[^\W\d_a-zß-ÿ][\w.&’'-]*)(?: [\w.&’'-]+){0,5}:?\W*\Z")
_BIO = Verdict("boilerplate", "about_author")


def name_bios(document: Document, lines: Sequence[str], verdicts: list[Verdict]) -> None:
    """Paragraphs at the end of the body that begin with who signs, and all from a heading `About …` and its paragraph on."""
    body = [number for number, verdict in enumerate(verdicts) if verdict.kind is None]
    running = [number for number in body if is_running(lines[number])]
    end = next((number for number in _about(lines, verdicts) if _is_near_end(number, running)), len(lines))
    is_signed = bool(document.metadata.byline) or any(verdict.kind == "byline" for verdict in verdicts)
    last = [number for number in body if number < end][-_LAST:]
    last = [number for number in last if is_signed or lines[number].lower().startswith(_OFFICES)]
    told = [(number, (found["who"] or found["name"]).lower()) for number in last if (found := _tells(lines[number]))]
    if told and sum(number < told[0][0] for number in running) >= _BEFORE:
        names = [name.lower() for name in _signed(document, lines, verdicts)]
        bios = (number for number, who in told if who.startswith(_OFFICES) or any(name in who for name in names))
        end = next(bios, end)
    for number in body:
        if number >= end:
            verdicts[number] = _BIO


def _about(lines: Sequence[str], verdicts: Sequence[Verdict]) -> Iterator[int]:
    """The headings `About …` whose next line begins with the same name."""
    for number, line in enumerate(lines[:-1]):
        if line[:1] in "aA*#[" and verdicts[number].kind in (None, "boilerplate", "subhead"):
            found = _ABOUT.match(line)
            if found and lines[number + 1].casefold().removeprefix("the ").startswith(found["who"].casefold()):
                yield number


def _is_near_end(number: int, running: Sequence[int]) -> bool:
    """Whether some paragraphs are above, and few of all below."""
    above = sum(other < number for other in running)
    return above >= _BEFORE and len(running) - above <= max(2, _AFTER_SHARE * len(running))


def _tells(line: str) -> re.Match[str] | None:
    return _TELLS.match(line) if len(line) <= _LONGEST and not _OURS.search(line) else None


def _signed(document: Document, lines: Sequence[str], verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The people who sign the article as stated and as printed."""
    printed = (signed_line(line) for line, verdict in zip(lines, verdicts, strict=True) if verdict.kind == "byline")
    stated = document.metadata.byline or ""
    for byline in (byline_in(stated) or without_places(stated), *printed):
        yield from (name for name in names_in_byline(byline or "") if is_person(name) and not is_agency(name))

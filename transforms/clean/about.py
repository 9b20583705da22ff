"""What is published about an article: headline, byline, source, language, date, as stated or as its blocks show."""

import html
import re
from functools import lru_cache

from transforms.clean.languages import word_lists
from transforms.datelines import dateline_end, day_end
from transforms.read.document import Block, Document
from transforms.read.fields import domain_of

_TITLE_SPLIT = re.compile(r"\s+[|\-–—·•»:]{1,2}\s+|\s*[|»]\s*")
_TITLE_END = re.compile(r"\s+[|\-–—·•»]\s+[^|\-–—·•»]+\Z")
_WORDS = re.compile(r"\w+")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|info|news|gov|edu|co\.\w\w|com\.\w\w|[a-z]{2})", re.IGNORECASE)
_MARKUP = re.compile(r"\A(?:#{1,6}\s+|>\s+|[*_]{1,3}(?=\S))+|(?<=\S)[*_]{1,3}\Z|\s+#+\Z|\n[=-]+\s*\Z")
_LINK = re.compile(r"(?<![!\]])\[([^\[\]!]+)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_MIN_LANGUAGE_CHARS = 60
_LANGUAGE_SAMPLE = 1000
_SENTENCE_OF_NAMES = 40  # words
_ENGLISH_SHARE = 0.16
_SAME_TITLE = 0.4
_SITE_CHARS = 4
_FIRST_RANK = 0.75
_TITLE_WORDS = 4
_LABEL_SHARE = 0.25
_KICKER_WORDS = 2
_LESSER = ("h2", "h3", "h4")


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
    """The number of the block that is the headline: the heading that says what the title says, an h1 first.

    The site's name is none, though it is the page's h1 (a logo's).
    """
    scored = []
    sites = _site_names(document, title)
    for number, block in enumerate(document.blocks):
        if block.tag in ("h1", "h2"):
            line = without_marks(document, block)
            if _bare(line) in sites:
                continue
            alike = max(similarity(line, title), similarity(line, document.metadata.headline)) if title else 0.0
            scored.append((alike + (_FIRST_RANK if block.tag == "h1" and alike else 0.0), -number))
    best = max(scored, default=(0.0, 0))
    if best[0] >= _SAME_TITLE:
        return _beside_site(document, -best[1], title)
    firsts = [
        number
        for number, block in enumerate(document.blocks)
        if block.tag == "h1" and _bare(without_marks(document, block)) not in sites
    ]
    return firsts[0] if len(firsts) == 1 else _heading_in_title(document, title)


def _heading_in_title(document: Document, title: str | None) -> int | None:
    """A lesser heading that stands whole at the beginning or end of the title, as on blogs: `Harbour Notes: Pier to close`."""
    said = _words(title or "")
    for number, block in enumerate(document.blocks):
        words = _words(without_marks(document, block)) if block.tag in ("h3", "h4") else ()
        if len(words) >= _TITLE_WORDS - 1 and words in (said[-len(words) :], said[: len(words)]):
            return number
    return None


def _beside_site(document: Document, number: int, title: str | None) -> int:
    """The heading that makes up the title behind the block's, which is then the site's: `Harbour Notes: Pier to close`."""
    own, said = _words(without_marks(document, document.blocks[number])), _words(title or "")
    rest = said[len(own) :] if said[: len(own)] == own else ()
    if document.blocks[number].tag != "h1" or len(rest) < _TITLE_WORDS - 1:
        return number
    lines = (
        (place, without_marks(document, block)) for place, block in enumerate(document.blocks) if block.tag in _LESSER
    )
    return next((place for place, line in lines if similarity(line, " ".join(rest)) == 1), number)


def _site_names(document: Document, title: str | None) -> set[str]:
    """The site's name as stated, and what stands in the page's title beside the article's own."""
    stated = html.unescape(document.metadata.headline or "")
    beside = _TITLE_SPLIT.split(stated) if title and _bare(title) != _bare(stated) else []
    own = _bare(title)
    names = {_bare(name) for name in (document.metadata.source, *beside)} - {""}
    return {name for name in names if name not in own}


def headline_of(printed: str, title: str | None) -> str:
    """The printed headline, or the page's title where the heading is only a label beside it.

    Either it is shorter and has hardly a word of the title, or it is the title (but for the site's name) behind a kicker.
    """
    if not title or len(_words(title)) < _TITLE_WORDS:
        return printed
    own, others = _word_set(printed), _word_set(title)
    if len(_words(printed)) < len(_words(title)) and len(own & others) < _LABEL_SHARE * len(own | others):
        return title
    return next((said for said in (title, _TITLE_END.sub("", title)) if _is_behind_kicker(said, printed)), printed)


def _is_behind_kicker(title: str, printed: str) -> bool:
    """Whether the printed headline is a word or two, none of them with a digit, and then the title: `Blog: …`."""
    said, words = _words(title), _words(printed)
    kicker = words[: len(words) - len(said)]
    is_kicker = 0 < len(kicker) <= _KICKER_WORDS and not any(map(str.isdigit, "".join(kicker)))
    return len(said) >= _TITLE_WORDS and is_kicker and words[len(kicker) :] == said


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


def site_before(headline: str, longer: str) -> str | None:
    """The site's name where `longer` is `Site name: ` and the headline."""
    before = longer[: -len(headline)].rstrip() if longer.endswith(headline) else ""
    return before[:-1].strip() or None if before.endswith((":", "|", "-", "–", "»")) else None


def site_behind(headline: str, longer: str) -> str | None:
    """The site's name where `longer` is the headline and ` - Site name`."""
    cuts = list(_TITLE_SPLIT.finditer(longer))
    if not cuts or similarity(headline, longer[: cuts[-1].start()]) < 1:
        return None
    return longer[cuts[-1].end() :].strip() or None


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
    return line[: dateline_end(line) or day_end(line)]


def _joined(document: Document, number: int) -> bool:
    between = document.text[document.blocks[number].char_end : document.blocks[number + 1].char_start]
    return between.count("\n") == 1 and document.blocks[number].path == document.blocks[number + 1].path


def without_marks(document: Document, block: Block) -> str:
    """The block's text; that of Markdown without the marks for headings, quotations, emphasis around it and links."""
    line = document.text[block.char_start : block.char_end]
    if document.media != "markdown":
        return line
    return _LINK.sub(r"\1", _MARKUP.sub("", line)) or line


def _is_site(part: str, names: set[str]) -> bool:
    bare = _bare(part)
    return bool(_DOMAIN.fullmatch(part.strip())) or (
        bool(bare)
        and any(
            bare == name
            or (
                len(bare) >= _SITE_CHARS
                and (name.startswith(bare) or (bare.startswith(name) and len(name) >= _SITE_CHARS))
            )
            for name in names
        )
    )


def _bare(name: str | None) -> str:
    return "".join(filter(str.isalnum, name or "")).lower()

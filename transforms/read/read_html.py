"""HTML to visible text in blocks: one block for each paragraph, heading, caption, list item or broken line.

Everything a reader could see is kept, navigation and footer too; scripts, styles and form choices are not text.
"""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml import html as lxml_html

from transforms.read.decode import tidy
from transforms.read.document import Block

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]+encoding\s*=\s*[\"']([A-Za-z0-9_.\-]+)")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|p|div|br|a|span|article|h[1-6]|ul|table)\b[^>]*>", re.IGNORECASE)
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "head",
        "title",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "datalist",
        "textarea",
        "canvas",
        "audio",
        "video",
        "map",
        "math",
        "link",
        "meta",
        "frameset",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "picture",
        "q",
        "ruby",
        "rt",
        "rp",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "input",
        "g-emoji",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# The innermost of these around the text names the block; any other element (div, section, …) is only a container.
_NAMING = _HEADINGS | frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "figcaption",
        "caption",
        "blockquote",
        "pre",
        "address",
        "summary",
        "legend",
        "button",
    ]
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Elements on end without a space between them: style alone sets "Ann Roe", "5 March" and "3 min" apart.
_APART = frozenset(("a", "span", "time", "small", "strong", "b"))
_SEAM = "\x00"
_WORDS_APART = re.compile(rf"(?<=[^\W_]{{2}}){_SEAM}+(?=\d|[^\W\d_a-zß-ÿ][a-zß-ÿ])")
_SPACES = re.compile(r"[\s\u00a0]+")
_PATH_LIMIT = 3000
_STEP_LIMIT = 60
_HIDDEN_PARAGRAPHS = 5


def declared_charset(raw: bytes) -> str | None:
    """The charset that the page's own markup declares, if any."""
    head = raw[:4096]
    found = _META_CHARSET.search(head) or _XML_ENCODING.match(head)
    return found.group(1).decode("ascii") if found else None


def looks_like_html(text: str) -> bool:
    """Whether a string is markup rather than text that mentions a tag."""
    return len(_MARKUP.findall(text[:20_000])) > 1


def parse_html(text: str) -> lxml_html.HtmlElement | None:
    """The element tree of a page, or None where there is none."""
    text = _XML_DECLARATION.sub("", text, count=1)
    try:
        parser = lxml_html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        tree = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return tree if isinstance(tree, lxml_html.HtmlElement) else None


def visible_text(tree: lxml_html.HtmlElement) -> tuple[str, tuple[Block, ...]]:
    """All visible text of the tree with its blocks; blocks are set apart by a blank line, broken lines by a newline."""
    page = _Page()
    for step, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if step == "start":
            page.open(element)
        elif step == "end":
            page.close(element)
        else:
            page.add(element.tail)
    page.flush("\n\n")
    return "".join(page.parts), tuple(page.blocks)


@dataclass(slots=True)
class _Page:
    """The text so far, and where in the tree the walk stands."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    buffer: list[tuple[str, bool]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=lambda: [""])
    unseen: int = 0
    links: int = 0
    preformatted: int = 0

    def open(self, element: lxml_html.HtmlElement) -> None:
        tag = _tag(element)
        if self.unseen or tag in _UNSEEN or _hidden(element, tag):
            self.unseen += 1
            if self.unseen == 1 and tag not in _INLINE and tag not in ("script", "style", "noscript"):
                self.flush("\n\n")
            return
        if tag == "a":
            self.links += 1
        elif tag == "br":
            self.flush("\n")
        elif tag == "pre":
            self.preformatted += 1
        if tag not in _INLINE and tag != "br":
            self.flush("\n" if tag == "li" else "\n\n")
            if tag in _NAMING:
                self.names.append(tag)
        elif self.buffer and tag in _APART and _adjoins_another(element):
            self.buffer.append((_SEAM, False))
        self.paths.append(_longer(self.paths[-1], element, tag))
        self.add(element.text)

    def close(self, element: lxml_html.HtmlElement) -> None:
        tag = _tag(element)
        if self.unseen:
            self.unseen -= 1
        else:
            if tag == "a":
                self.links -= 1
            elif tag == "pre":
                self.preformatted -= 1
            if tag not in _INLINE and tag != "br":
                self.flush("\n" if tag == "li" else "\n\n")
                if tag in _NAMING:
                    self.names.pop()
            self.paths.pop()
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if not text or self.unseen:
            return
        if not self.preformatted:
            self.buffer.append((text, self.links > 0))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.flush("\n")
            self.buffer.append((line, self.links > 0))

    def flush(self, gap: str) -> None:
        """End the block, if one has begun; `gap` is the least white space before the next."""
        text = "".join(piece for piece, _ in self.buffer)
        if _SEAM in text:
            text = _WORDS_APART.sub(" ", text).replace(_SEAM, "")
        text = _SPACES.sub(" ", tidy(text)).strip() if text else ""
        if text:
            linked = sum(len(piece.strip()) for piece, is_link in self.buffer if is_link)
            if self.parts:
                self.parts.append(self.gap)
                self.length += len(self.gap)
            start, self.length = self.length, self.length + len(text)
            self.parts.append(text)
            tag = self.names[-1] if self.names else "div"
            share = min(1.0, linked / len(text))
            self.blocks.append(Block(start, self.length, tag=tag, link_share=share, path=self.paths[-1]))
            self.gap = gap
        elif len(gap) > len(self.gap):
            self.gap = gap
        self.buffer.clear()


def _tag(element: lxml_html.HtmlElement) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else "#"


def _adjoins_another(element: lxml_html.HtmlElement) -> bool:
    """Whether another inline element ends where this one begins."""
    before = element.getprevious()
    return before is not None and not before.tail and _tag(before) in _APART and bool(before.text or len(before))


def _hidden(element: lxml_html.HtmlElement, tag: str) -> bool:
    """Whether a browser would not show it; pages that hide their article until a script runs are read all the same."""
    if not element.attrib or tag in ("html", "body"):
        return False
    if element.get("hidden") is None and not _HIDDEN_STYLE.search(element.get("style") or ""):
        return False
    return sum(1 for _ in zip(element.iter("p"), range(_HIDDEN_PARAGRAPHS), strict=False)) < _HIDDEN_PARAGRAPHS


def _longer(path: str, element: lxml_html.HtmlElement, tag: str) -> str:
    """The path one step deeper; classes of `html` and `body` describe the site, long ones are the style sheet's."""
    if len(path) > _PATH_LIMIT:
        return path
    step = tag
    if tag not in ("html", "body"):
        name = element.get("id")
        if name:
            step += "#" + "_".join(name.split())[:_STEP_LIMIT]
        classes = element.get("class")
        if classes:
            step += "." + ".".join(classes.split())[:_STEP_LIMIT]
    return f"{path} {step}" if path else step

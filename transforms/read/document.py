"""What reading makes of a file: documents of visible text in blocks, or a rejection that a person understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Media = Literal["text", "markdown", "html", "json", "warc"]


class Block(NamedTuple):
    """One paragraph, heading, caption, list item or line, in reading order.

    `text[char_start:char_end]` of the document is the block without surrounding white space. `tag` is the HTML element
    that makes the block (`p`, `h1`, `li`, `figcaption`, …) or `line`; `link_share` the share of its characters inside
    links; `path` the tags, ids and classes of its ancestors, outermost first; `hint` a library's verdict where one was
    asked.
    """

    char_start: int
    char_end: int
    tag: str = "line"
    link_share: float = 0.0
    path: str = ""
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the file or its sidecar says about the article, as printed; None where nothing is said.

    `tags` names, by field, the tag or field that said it.
    """

    url: str | None = None
    source: str | None = None
    headline: str | None = None
    byline: str | None = None
    section: str | None = None
    language: str | None = None
    published: str | None = None
    fetched_at: str | None = None
    tags: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as read: all its visible text, its blocks, and its metadata as stated."""

    article_id: str
    file_name: str
    media: Media
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Why a file, or one record of it, is no article, and what would fix it."""

    file_name: str
    reason: str
    detail: str
    fix: str

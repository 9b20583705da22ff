"""What every reader makes of text in the end: a document or, as a row, the reason why there is none."""

from collections.abc import Iterator

from transforms.ids import bytes_id
from transforms.read.decode import UnreadableError, decode
from transforms.read.document import Block, Document, Media, Metadata, Rejection
from transforms.read.html_metadata import html_metadata
from transforms.read.notices import is_notice
from transforms.read.read_html import parse_html, visible_text
from transforms.read.rejected import RejectedError
from transforms.read.verdicts import with_verdicts

MAX_ARTICLE_BYTES = 16 * 1024 * 1024
MAX_ARTICLE_CHARS = 2_000_000
MAX_ARTICLE_BLOCKS = 20_000


Reading = Iterator[Document | Rejection]


def document_of(
    file_name: str, own: bytes, media: Media, text: str, blocks: tuple[Block, ...], said: Metadata
) -> Document:
    """The document of one article, whose bytes are `own`; rejected where it has no words, far too many, or is a notice."""
    if not any(any(map(str.isalnum, text[block.char_start : block.char_end])) for block in blocks):
        raise RejectedError(
            "no article text", "No visible words were found.", "Fetch the page with its text, or leave it out."
        )
    if len(text) > MAX_ARTICLE_CHARS or len(blocks) > MAX_ARTICLE_BLOCKS:
        detail = f"{len(text):,} characters in {len(blocks):,} lines or paragraphs are too many for one article."
        raise RejectedError("too large", detail, "Split it into smaller files, one article each.")
    title = said.headline or text[blocks[0].char_start : blocks[0].char_end]
    if not said.published and is_notice(title, text):
        detail = f"It says {title!r}: an error of the site, or a check for robots, in the place of the article."
        raise RejectedError("not an article", detail, "Fetch the page again, with a browser if the site asks for one.")
    return Document(
        article_id=bytes_id("ar", own), file_name=file_name, media=media, text=text, blocks=blocks, metadata=said
    )


def page_of(markup: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """The visible text, blocks and metadata of a page."""
    tree = parse_html(markup)
    if tree is None:
        return "", (), Metadata()
    text, blocks = visible_text(tree)
    said = html_metadata(tree)
    return text, with_verdicts(text, blocks, tree), said


def decoded(raw: bytes, charset: str | None) -> str:
    """The text of bytes, rejected where they are none."""
    try:
        return decode(raw, charset)
    except UnreadableError as error:
        raise RejectedError(
            "not text",
            f"The content is {error.args[0]}.",
            "Extract the article's text, or save it in a supported type.",
        ) from error


def rejection_of(file_name: str, rejected: RejectedError) -> Rejection:
    """A rejection as a row of the quarantine will say it."""
    return Rejection(file_name=file_name, reason=rejected.reason, detail=rejected.detail, fix=rejected.fix)

"""Trafilatura's verdict on the blocks of a page, as one feature among others for the cleaner."""

from copy import deepcopy

from lxml import html as lxml_html

from transforms.read.document import Block

_BLOCK_LIMIT = 6000
_SURE_KEY = 40


def with_verdicts(text: str, blocks: tuple[Block, ...], tree: lxml_html.HtmlElement) -> tuple[Block, ...]:
    """The blocks with `hint` "kept" or "dropped"; unchanged where the library finds nothing or the page is huge."""
    if not blocks or len(blocks) > _BLOCK_LIMIT:
        return blocks
    from trafilatura import extract

    extracted = extract(deepcopy(tree), include_comments=False, include_tables=True, fast=True)
    if not extracted:
        return blocks
    kept = {_key(cell) for line in extracted.split("\n") for cell in line.split("|")}
    whole = _key(extracted)

    def verdict(block: Block) -> str:
        key = _key(text[block.char_start : block.char_end])
        return "kept" if key in kept or (len(key) > _SURE_KEY and key in whole) else "dropped"

    return tuple(block._replace(hint=verdict(block)) for block in blocks)


def _key(line: str) -> str:
    return "".join(filter(str.isalnum, line)).lower()

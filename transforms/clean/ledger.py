"""The ledger: which spans of a text are taken out, so that what is left is exactly the body."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.articles import RemovedText
from transforms.read.document import Block


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a block is: `kind` None stays in the body, `rule` names why, `is_heading` marks headings that stay."""

    kind: str | None
    rule: str
    is_heading: bool = False


def removed_spans(
    article_id: str, text: str, blocks: Sequence[Block], verdicts: Sequence[Verdict]
) -> tuple[tuple[RemovedText, ...], str]:
    """The rows of the ledger and the body.

    A removed block runs to the start of the next block, white space included. After the last kept block the white space
    before a removed run goes with it, so that the body ends with its last paragraph; white space at the text's ends
    stays where no removed block can take it.
    """
    starts = [block.char_start for block in blocks]
    last_kept = max((number for number, verdict in enumerate(verdicts) if verdict.kind is None), default=-1)
    rows: list[RemovedText] = []
    body: list[str] = []
    position = 0
    for number, (block, verdict) in enumerate(zip(blocks, verdicts, strict=True)):
        if verdict.kind is None:
            continue
        tail = number > last_kept
        start = blocks[number - 1].char_end if tail and number else block.char_start
        if number == 0:
            start = 0
        following = starts[number + 1] if number + 1 < len(blocks) else len(text)
        end = block.char_end if tail and number + 1 < len(blocks) else following
        body.append(text[position:start])
        position = end
        rows.append(
            RemovedText(
                article_id=article_id,
                char_start=start,
                char_end=end,
                text=text[start:end],
                kind=verdict.kind,
                rule=verdict.rule,
            )
        )
    body.append(text[position:])
    return tuple(rows), "".join(body)

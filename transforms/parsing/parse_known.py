"""Texts whose parse is known are put together from it; only the others go through the model."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from transforms.known_results import DamagedResultsError, KnownResults, NewResults, result_key
from transforms.parsing.pack_parses import pack, unpack
from transforms.parsing.parse_columns import ParseColumns
from transforms.parsing.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

# Counts up with every change to the pipeline, the lemmas or the format that makes a stored parse another one.
PARSE_VERSION = 7


def parse_new(
    nlp: Callable[[], "Language"], stamp: str, texts: Sequence[str], known: KnownResults
) -> tuple[list[Doc], NewResults | None]:
    """The parse of each text, and those that were made for it; the model is asked for only where one is missing.

    `stamp` names the model; a text's parse is known by it and the text.
    """
    keys = [result_key(stamp, text) for text in texts]
    docs = _known_docs(texts, keys, known)
    missing = {key: text for key, text, doc in zip(keys, texts, docs, strict=True) if doc is None}
    if not missing:
        return [doc for doc in docs if doc is not None], None
    from transforms.parsing.fast_pipeline import parse_columns

    columns = parse_columns(nlp(), list(missing.values()))
    position = {key: number for number, key in enumerate(missing)}
    found = [
        columns.doc(position[key], text) if doc is None else doc
        for key, text, doc in zip(keys, texts, docs, strict=True)
    ]
    return found, NewResults(stamp, tuple(missing), pack(columns))


def _known_docs(texts: Sequence[str], keys: Sequence[bytes], known: KnownResults) -> list[Doc | None]:
    unpacked: dict[int, ParseColumns | None] = {}
    docs: list[Doc | None] = []
    for text, key in zip(texts, keys, strict=True):
        number, position = known.places.get(key, (0, 0))
        if number not in unpacked:
            unpacked[number] = _unpacked(known.chunks.get(number))
        columns = unpacked[number]
        docs.append(_doc(columns, position, text) if columns else None)
    return docs


def _unpacked(packed: bytes | None) -> ParseColumns | None:
    try:
        return unpack(packed) if packed is not None else None
    except DamagedResultsError:
        return None


def _doc(columns: ParseColumns, position: int, text: str) -> Doc | None:
    """The text as it was parsed; None where the parse is of another one, which only damage can bring about."""
    try:
        return columns.doc(position, text)
    except (ValueError, IndexError):
        return None

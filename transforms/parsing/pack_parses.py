"""Parses as bytes, about two a word, and back."""

import json
import zlib
from typing import Any

import numpy as np

from transforms.known_results import DamagedResultsError
from transforms.parsing.parse_columns import Numbers, ParseColumns

_COLUMNS = ("counts", "lengths", "spaces", "heads", "starts", "tags", "deps", "ents")
_NAMES = ("tag_names", "dep_names", "ent_names")
_LEVEL = 6


def pack(parses: ParseColumns) -> bytes:
    """The parses, compressed; equal parses give equal bytes."""
    columns = [_smallest(getattr(parses, name)) for name in _COLUMNS]
    header = {
        "columns": [[column.dtype.str, len(column)] for column in columns],
        **{name: getattr(parses, name) for name in _NAMES},
        "lemmas": [[*key, lemma] for key, lemma in sorted(parses.lemmas.items())],
    }
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return zlib.compress(b"".join((len(head).to_bytes(4, "little"), head, *map(_planes, columns))), _LEVEL)


def unpack(packed: bytes) -> ParseColumns:
    """What was packed. Raises DamagedResultsError where the bytes are not whole."""
    try:
        raw = zlib.decompress(packed)
        end = 4 + int.from_bytes(raw[:4], "little")
        header: dict[str, Any] = json.loads(raw[4:end].decode("utf-8", "surrogatepass"))
        columns: dict[str, Any] = {}
        for name, (dtype, length) in zip(_COLUMNS, header["columns"], strict=True):
            size = np.dtype(dtype).itemsize * length
            columns[name] = _from_planes(raw[end : end + size], dtype)
            end += size
        names: dict[str, Any] = {name: tuple(header[name]) for name in _NAMES}
        lemmas = {(word, tag): lemma for word, tag, lemma in header["lemmas"]}
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise DamagedResultsError(str(error)) from error
    return ParseColumns(**columns, **names, lemmas=lemmas)


def _smallest(column: Numbers) -> Numbers:
    """The same numbers in as few bytes each as they need."""
    if not len(column) or column.dtype == np.bool_:
        return column.astype(np.uint8)
    kind = np.result_type(np.min_scalar_type(column.min()), np.min_scalar_type(column.max()))
    return column.astype(kind.newbyteorder("<"))


def _planes(column: Numbers) -> bytes:
    """First all low bytes, then all higher ones: that compresses best."""
    return column.view(np.uint8).reshape(-1, column.dtype.itemsize).T.tobytes()


def _from_planes(raw: bytes, dtype: str) -> Numbers:
    planes = np.frombuffer(raw, np.uint8).reshape(np.dtype(dtype).itemsize, -1)
    return np.ascontiguousarray(planes.T).reshape(-1).view(dtype)

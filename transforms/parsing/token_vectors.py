"""The token vectors of a spaCy pipeline, computed with each distinct word embedded once.

A `tok2vec` layer of the small and medium models embeds every token from its own features alone (norm, prefix, suffix,
shape, …) and then mixes neighbours. The first part is a third of the work and the same for each occurrence of a word:
here it is remembered. The second part is spaCy's own arithmetic with its maxout pieces side by side, which lets NumPy take
the maximum of whole blocks. Vectors agree with the model's own to rounding (about 3e-6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]

# About what fits a core's cache together with the layers' weights.
_CHUNK_TOKENS = 1000
# Embeddings remembered in one process; 384 bytes each in the small model. When full, the memory starts anew.
_MOST_WORDS = 100_000
# Odd constants of SplitMix64 and xxHash: one for each feature column.
_MIXERS = np.array(
    [
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xA0761D6478BD642F,
        0xE7037ED1A0B428DB,
    ],
    dtype=np.uint64,
)
_LAYOUT = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")


@dataclass(frozen=True, slots=True)
class _Mixer:
    """One window layer: maxout weights by piece, then layer normalisation; its output is added to its input."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats
    pieces: int

    @classmethod
    def of(cls, residual: Model[Any, Any]) -> Self:
        """The parameters of a residual(expand_window >> maxout >> layernorm) layer."""
        nodes: dict[str, Any] = {node.name: node for node in residual.walk()}  # thinc's array types are its own
        weights = nodes["maxout"].get_param("W")
        width, pieces, inputs = weights.shape
        return cls(
            np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * width, inputs).T),
            np.ascontiguousarray(nodes["maxout"].get_param("b").T).reshape(-1),
            nodes["layernorm"].get_param("G"),
            nodes["layernorm"].get_param("b"),
            pieces,
        )

    def __call__(self, windows: Floats) -> Floats:
        """What the layer adds to each token's vector."""
        found = windows @ self.weights
        found += self.bias
        width = found.shape[1] // self.pieces
        best = found[:, :width]
        for piece in range(1, self.pieces):
            best = np.maximum(best, found[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + np.float32(1e-8)
        best *= variance ** np.float32(-0.5)
        best *= self.scale
        best += self.shift
        return best


class TokenVectors:
    """A tok2vec layer that remembers the embedding of every distinct word it has seen."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        embed, encode = layer.layers
        self._columns: list[int | str] = embed.layers[0].attrs["columns"]
        self._look_up, self._mix = embed.layers[2].layers[0], embed.layers[3].layers[0]
        self._pad: int = encode.attrs["pad"]
        self._mixers = [_Mixer.of(residual) for residual in encode.layers[0].layers]
        self._width: int = self._mix.get_dim("nO")
        self._row_of: dict[int, int] = {}
        self._table: Floats = np.zeros((4096, self._width), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """One row for each token of each document."""
        vectors: list[Floats] = []
        chunk: list[Doc] = []
        tokens = 0
        for doc in docs:
            chunk.append(doc)
            tokens += len(doc)
            if tokens >= _CHUNK_TOKENS:
                vectors += self._encode(chunk)
                chunk, tokens = [], 0
        return vectors + self._encode(chunk) if chunk else vectors

    def _encode(self, docs: Sequence[Doc]) -> list[Floats]:
        features = np.concatenate([doc.to_array(self._columns) for doc in docs]).astype(np.uint64, copy=False)
        embedded = self._embed(features)
        width, pad = self._width, self._pad
        rows = len(features) + pad * (len(docs) + 1)
        vectors = np.zeros((rows, width), dtype=np.float32)
        spans = []
        start, taken = pad, 0
        for doc in docs:
            vectors[start : start + len(doc)] = embedded[taken : taken + len(doc)]
            spans.append((start, start + len(doc)))
            start, taken = start + len(doc) + pad, taken + len(doc)
        windows = np.zeros((rows, 3 * width), dtype=np.float32)
        for mixer in self._mixers:
            windows[1:, :width] = vectors[:-1]
            windows[:, width : 2 * width] = vectors
            windows[:-1, 2 * width :] = vectors[1:]
            vectors += mixer(windows)
        return [vectors[start:end] for start, end in spans]

    def _embed(self, features: NDArray[np.uint64]) -> Floats:
        keys = np.zeros(len(features), dtype=np.uint64)
        for column, mixer in zip(features.T, _MIXERS, strict=False):
            keys ^= column * mixer
            keys ^= keys >> np.uint64(29)
            keys *= mixer
        distinct, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        rows = self._rows(distinct.tolist(), features[first])
        return self._table[rows[inverse]]

    def _rows(self, keys: list[int], features: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Where the table has each word; words that are new are embedded first."""
        if len(self._row_of) + len(keys) > _MOST_WORDS:
            self._row_of.clear()
        new = [index for index, key in enumerate(keys) if key not in self._row_of]
        if new:
            end = len(self._row_of) + len(new)
            if end > len(self._table):
                self._table = np.resize(self._table, (max(end, 2 * len(self._table)), self._width))
            self._table[len(self._row_of) : end] = self._mix.predict(self._look_up.predict(features[new]))
            for index in new:
                self._row_of[keys[index]] = len(self._row_of)
        return np.array([self._row_of[key] for key in keys], dtype=np.int64)


def is_known_layout(layer: Model[Any, Any]) -> bool:
    """Whether `layer` embeds words by hashed features and mixes neighbours in windows of one, as the small model does."""
    if len(layer.layers) != 2:  # noqa: PLR2004 - embed and encode
        return False
    embed, encode = layer.layers
    if tuple(part.name.split("(")[0] for part in embed.layers) != _LAYOUT or not encode.name.startswith("with_array"):
        return False
    if len(embed.layers[0].attrs["columns"]) > len(_MIXERS):
        return False
    layers = encode.layers[0].layers
    return bool(layers) and all(_is_window_of_one(residual) for residual in layers)


def remember_embeddings(layer: Model[Any, Any]) -> Model[Any, Any]:
    """The same layer with remembered embeddings, for prediction only."""
    vectors = TokenVectors(layer)

    def forward(_model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        assert not is_train, "remembered embeddings do not learn"
        return vectors(docs), None

    return Model("remembered_embeddings", forward, dims={"nO": layer.get_dim("nO")})


def _is_window_of_one(residual: Model[Any, Any]) -> bool:
    nodes = {node.name: node for node in residual.walk()}
    expand = nodes.get("expand_window")
    return (
        residual.name.startswith("residual(")
        and expand is not None
        and expand.attrs["window_size"] == 1
        and {"maxout", "layernorm"} <= nodes.keys()
    )

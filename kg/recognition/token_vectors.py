"""The convolutional encoder of a spaCy pipeline, computed in blocks that stay in the processor's cache.

The same sums as thinc's layers make one after another over a whole batch, with the weights of the
model: what a word's own features give is computed once a distinct word of the batch, and the windows
over neighbouring words in blocks of about a thousand tokens. Vectors differ from thinc's in the last
bits of a float (other orders of adding), parses and names do not (tests compare them).
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.recognition.products import Floats, multiply

_BLOCK = 768  # rows: what a layer reads and writes of them fits in a second-level cache
_SMALL = np.float32(1e-8)  # what thinc adds to a variance
# The layers that are known, as thinc names a chain of them; any other encoder is left as it is.
_SHAPE = re.compile(
    r"extract_features>>list2ragged>>with_array\((ints-getitem>>hashembed\|?)+\)"
    r">>with_array\(maxout>>layernorm>>dropout\)>>ragged2list"
    r">>with_array\((residual\(expand_window>>maxout>>layernorm>>dropout\)(>>)?)+\)"
)
_MIXERS = np.array(  # odd numbers: a row of features becomes one number
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5,
     0x85EBCA77C2B2AE63, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB],
    dtype=np.uint64,
)  # fmt: skip


class _Layer:
    """A maxout layer with the norm behind it; the pieces of its weights lie side by side."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        self.width, self.pieces, inputs = weights.shape
        turned = weights.transpose(2, 1, 0).reshape(inputs, self.pieces * self.width)
        self.weights: Floats = np.ascontiguousarray(turned)
        self.bias: Floats = np.ascontiguousarray(bias.T.reshape(-1))
        self.scale: Floats = norm.get_param("G")
        self.shift: Floats = norm.get_param("b")

    def apply(self, rows: Floats) -> Floats:
        """The layer over rows of inputs."""
        sums = multiply(rows, self.weights)
        sums += self.bias
        best: Floats = sums[:, : self.width]
        for n in range(1, self.pieces):
            np.maximum(best, sums[:, n * self.width : (n + 1) * self.width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(self.width) + _SMALL
        best *= (np.float32(1.0) / np.sqrt(variance))[:, None]
        best *= self.scale
        best += self.shift
        return best


class BlockEncoder:
    """One encoder of a pipeline: documents to a vector a token."""

    def __init__(self, model: Any) -> None:
        nodes = list(model.walk())
        maxouts = [node for node in nodes if node.name == "maxout"]
        norms = [node for node in nodes if node.name == "layernorm"]
        layers = [_Layer(m, n) for m, n in zip(maxouts, norms, strict=True)]
        self.columns = next(n.attrs["columns"] for n in nodes if n.name == "extract_features")
        self.tables = [node for node in nodes if node.name == "hashembed"]
        self.mix, self.windows = layers[0], layers[1:]
        self.pad: int = model.layers[-1].attrs["pad"]

    def encode(self, docs: Sequence[Any]) -> list[Floats]:
        """The vectors of each document's tokens, in order."""
        lengths = [len(doc) for doc in docs]
        features = np.concatenate([doc.to_array(self.columns) for doc in docs])
        mixed = features @ _MIXERS[: features.shape[1]]
        _, firsts, places = np.unique(mixed, return_index=True, return_inverse=True)
        own = self._embed(features[firsts])
        found = np.empty((len(features), self.mix.width), dtype=np.float32)
        start = 0
        for block in _gather_blocks(lengths):
            end = start + sum(block)
            found[start:end] = self._look_round(own[places[start:end]], block)
            start = end
        bounds = np.cumsum([0, *lengths])
        return [found[a:b] for a, b in itertools.pairwise(bounds)]

    def _embed(self, features: NDArray[np.uint64]) -> Floats:
        """What each row of features gives by itself."""
        parts = [
            table.predict(np.ascontiguousarray(features[:, table.attrs["column"]]))
            for table in self.tables
        ]
        return self.mix.apply(np.hstack(parts))

    def _look_round(self, own: Floats, lengths: Sequence[int]) -> Floats:
        """The windows over neighbours, in texts of these lengths with empty rows between them."""
        width, pad = own.shape[1], self.pad
        inside = np.zeros(len(own) + pad * (len(lengths) + 1), dtype=bool)
        start = pad
        for length in lengths:
            inside[start : start + length] = True
            start += length + pad
        rows = np.zeros((len(inside), width), dtype=np.float32)
        rows[inside] = own
        beside = np.zeros((len(inside), 3 * width), dtype=np.float32)
        for layer in self.windows:
            beside[1:, :width] = rows[:-1]
            beside[:, width : 2 * width] = rows
            beside[:-1, 2 * width :] = rows[1:]
            rows += layer.apply(beside)
        found: Floats = rows[inside]
        return found


def _gather_blocks(lengths: Iterable[int]) -> Iterator[list[int]]:
    """Lengths of consecutive texts in blocks; a text is never cut."""
    block: list[int] = []
    for length in lengths:
        if block and sum(block) + length > _BLOCK:
            yield block
            block = []
        block.append(length)
    if block:
        yield block


def install_encoder(model: Any) -> bool:
    """Lets thinc's model of an encoder compute in blocks; False, and nothing done, if it is of another kind."""
    if not _SHAPE.fullmatch(model.name) or not _is_known(model):
        return False
    encoder = BlockEncoder(model)

    def forward(_: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Floats], Any]:
        if is_train:
            raise ValueError("This pipeline reads only; load the model with spaCy to train it.")
        return encoder.encode(docs) if any(map(len, docs)) else [
            _empty(encoder) for _ in docs
        ], None

    model._func = forward
    return True


def _empty(encoder: BlockEncoder) -> Floats:
    return np.zeros((0, encoder.mix.width), dtype=np.float32)


def _is_known(model: Any) -> bool:
    """Windows of one word to each side, and so many empty rows between texts that none sees another."""
    windows = [node for node in model.walk() if node.name == "expand_window"]
    columns = [n.attrs["columns"] for n in model.walk() if n.name == "extract_features"]
    alone = all(node.attrs["window_size"] == 1 for node in windows)
    enough = model.layers[-1].attrs["pad"] >= len(windows)
    return alone and enough and len(columns[0]) <= len(_MIXERS)

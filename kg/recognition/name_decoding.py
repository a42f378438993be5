"""Names by a spaCy entity recognizer's weights, decoded for all texts of a batch at once.

The same transitions as spaCy's BILUO system takes (begin, in, last, unit, out; greedy), but what a
token is while no name is open is computed for all tokens together, and open names go on in step in
all texts. spaCy's own loop asks whether each of 74 moves is allowed, token by token, and takes the
interpreter's lock for each answer: four fifths of its time.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.recognition.products import Floats, multiply

COMPONENT = "kg_ner"
_FEATURES, _PIECES = 3, 2  # the token, the first and the last one of the open name; of a maxout


@dataclass(slots=True)
class _Open:
    """A name that is open: where its text ends, the next token, its first token, its label."""

    text: int
    here: int
    start: int
    label: int


class NameDecoder:
    """A component in the place of spaCy's `ner`, with its weights."""

    def __init__(self, ner: Any) -> None:
        tok2vec, lower, upper = ner.model.layers
        self.tok2vec = tok2vec
        weights, bias, pad = (lower.get_param(name) for name in ("W", "b", "pad"))
        width, inputs = weights.shape[1], weights.shape[3]
        turned = weights.transpose(3, 0, 2, 1)  # the two pieces side by side
        self.lower: Floats = np.ascontiguousarray(turned.reshape(inputs, -1))
        self.lower_bias: Floats = np.ascontiguousarray(bias.T.reshape(-1))
        self.pad: Floats = np.ascontiguousarray(pad[0].transpose(0, 2, 1).reshape(_FEATURES, -1))
        self.width = width
        self.upper: Floats = upper.get_param("W")
        self.upper_bias: Floats = upper.get_param("b")
        self._read_moves([ner.moves.get_class_name(n) for n in range(ner.moves.n_moves)])

    def _read_moves(self, names: Sequence[str]) -> None:
        """The classes of the moves: those while no name is open, and by label those that go on with one."""
        # "U-" without a label marks what is blocked beforehand; nothing is here.
        self.closed = [n for n, m in enumerate(names) if m == "O" or (m[0] in "BU" and m[2:])]
        kinds = np.array([names[n][0] for n in self.closed])
        self.begins, self.starts = kinds == "B", kinds != "O"
        self.out = [names[n][0] for n in self.closed].index("O")
        self.labels = sorted({name[2:] for name in names if name[0] == "B"})
        place = {name: n for n, name in enumerate(names)}
        self.inner = np.array([place[f"I-{label}"] for label in self.labels])
        self.last = np.array([place[f"L-{label}"] for label in self.labels])
        numbers = {label: n for n, label in enumerate(self.labels)}
        self.label_of = [numbers.get(names[n][2:], -1) for n in self.closed]
        self.is_begin = [names[n][0] == "B" for n in self.closed]

    def __call__(self, doc: Any) -> Any:
        """One text, its names set."""
        return next(iter(self.pipe([doc])))

    def pipe(self, docs: Any, *, batch_size: int = 512) -> Any:
        """Texts in order, their names set."""
        left = iter(docs)
        while batch := list(itertools.islice(left, batch_size)):
            found = self.find(batch)
            for doc, spans in zip(batch, found, strict=True):
                doc.set_ents(_make_spans(doc, spans, self.labels))
                yield doc

    def find(self, docs: Sequence[Any]) -> list[list[tuple[int, int, int]]]:
        """Names of each text as (first token, token behind, number of the label), in order."""
        found: list[list[tuple[int, int, int]]] = [[] for _ in docs]
        if not any(map(len, docs)):
            return found
        features = multiply(self.tok2vec.predict(docs), self.lower).reshape(
            -1, _FEATURES, _PIECES * self.width
        )
        ends = np.cumsum([len(doc) for doc in docs])
        spaces, sealed = self._read_bounds(docs, ends)
        choices = self._choose_closed(features[:, 0], spaces, sealed)
        self._walk(features, choices, sealed, ends, found)
        return found

    def _read_bounds(
        self, docs: Sequence[Any], ends: NDArray[np.int64]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Which tokens are space, and behind which no name may go on: ends of texts and sentences."""
        table = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
        sealed = np.zeros(len(table), dtype=bool)
        sealed[:-1] = table[1:, 1] == 1
        sealed[ends[ends > 0] - 1] = True
        return table[:, 0] != 0, sealed

    def _score(self, sums: Floats) -> Floats:
        """The hidden layer over sums of features."""
        sums += self.lower_bias
        best: Floats = np.maximum(sums[:, : self.width], sums[:, self.width :])
        return best

    def _choose_closed(
        self, own: Floats, spaces: NDArray[np.bool_], sealed: NDArray[np.bool_]
    ) -> NDArray[np.int64]:
        """The best move at each token if no name is open there."""
        hidden = self._score(own + self.pad[1] + self.pad[2])
        scores = multiply(hidden, self.upper[self.closed].T) + self.upper_bias[self.closed]
        scores[np.ix_(spaces, self.starts)] = -np.inf
        scores[np.ix_(sealed, self.begins)] = -np.inf
        found: NDArray[np.int64] = scores.argmax(axis=1)
        return found

    def _walk(
        self,
        features: Floats,
        choices: NDArray[np.int64],
        sealed: NDArray[np.bool_],
        ends: NDArray[np.int64],
        found: list[list[tuple[int, int, int]]],
    ) -> None:
        """Goes through all texts in step: one token of each open name at a time."""
        nexts = _find_nexts(choices != self.out)
        chosen, firsts = choices.tolist(), [0, *ends[:-1].tolist()]
        limits = ends.tolist()

        def go_on(text: int, here: int) -> _Open | None:
            """Takes names of one word, up to the next that opens."""
            while (here := nexts[here]) < limits[text]:
                move = chosen[here]
                if self.is_begin[move]:
                    return _Open(text, here + 1, here, self.label_of[move])
                first = here - firsts[text]
                found[text].append((first, first + 1, self.label_of[move]))
                here += 1
            return None

        opened = [o for n, first in enumerate(firsts) if (o := go_on(n, first)) is not None]
        while opened:
            closes = self._close(features, sealed, opened)
            still = []
            for name, closed in zip(opened, closes, strict=True):
                name.here += 1
                if closed:
                    base = firsts[name.text]
                    found[name.text].append((name.start - base, name.here - base, name.label))
                    following = go_on(name.text, name.here)
                    if following is not None:
                        still.append(following)
                else:
                    still.append(name)
            opened = still

    def _close(
        self, features: Floats, sealed: NDArray[np.bool_], opened: Sequence[_Open]
    ) -> list[bool]:
        """Whether each open name ends with its next token."""
        here = np.array([o.here for o in opened])
        starts = np.array([o.start for o in opened])
        labels = np.array([o.label for o in opened])
        sums = features[here, 0] + features[starts, 1] + features[here - 1, 2]
        hidden = self._score(sums)
        inner, last = self.inner[labels], self.last[labels]
        going = np.einsum("ij,ij->i", hidden, self.upper[inner]) + self.upper_bias[inner]
        ending = np.einsum("ij,ij->i", hidden, self.upper[last]) + self.upper_bias[last]
        better = np.where(inner < last, ending > going, ending >= going)
        closes: list[bool] = (better | sealed[here]).tolist()
        return closes


def _find_nexts(marked: NDArray[np.bool_]) -> list[int]:
    """For each token the first marked one from it on; one more entry for the end."""
    places = np.where(marked, np.arange(len(marked)), len(marked))
    behind = np.minimum.accumulate(places[::-1])[::-1]
    return [*behind.tolist(), len(marked)]


def _make_spans(
    doc: Any, spans: Sequence[tuple[int, int, int]], labels: Sequence[str]
) -> list[Any]:
    from spacy.tokens import Span

    return [Span(doc, start, end, label=labels[label]) for start, end, label in spans]


def install_decoder(nlp: Any) -> bool:
    """Puts a NameDecoder in the place of the pipe `ner`; False, and nothing done, if it is of another kind."""
    from spacy.language import Language

    if not _is_known(nlp.get_pipe("ner")):
        return False
    if not Language.has_factory(COMPONENT):
        Language.factory(COMPONENT, func=_make_decoder)
    nlp.add_pipe(COMPONENT, after="ner")
    nlp.remove_pipe("ner")
    nlp.rename_pipe(COMPONENT, "ner")
    return True


def _make_decoder(nlp: Any, name: str) -> NameDecoder:  # noqa: ARG001 - spaCy gives it by its name
    return NameDecoder(nlp.get_pipe("ner"))


def _is_known(ner: Any) -> bool:
    """A greedy recognizer with three features and two layers, all of whose moves were seen in training."""
    model = ner.model
    names = [layer.name for layer in model.layers]
    if names[1:] != ["precomputable_affine", "linear"] or model.attrs["unseen_classes"]:
        return False
    lower = model.layers[1]
    shape = lower.get_dim("nF"), lower.get_dim("nP")
    return shape == (_FEATURES, _PIECES) and ner.cfg.get("beam_width") == 1

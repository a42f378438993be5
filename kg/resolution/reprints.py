"""Which documents print one text: reprints are no further sources of what they say.

A signature is made of one document alone, and documents are compared only where they say the same
thing; so a document that comes or goes changes the counts of its own statements and no others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from kg.model.signature import Signature
from kg.model.statement import Statement

SHARED = 0.5  # of the shorter text's shingles; a reprint may have a new head and lack its end
_WORDS = 5  # a shingle
_PERMUTATIONS = 128
_LEAST_ALIKE = 8  # minima; with fewer, chance decides how much of a short text is in a long one
_SEED = 1
_ROWS = 32  # texts compared with all others at a time
_WORD = re.compile(r"\w+")
_Places = npt.NDArray[np.intp]


def sign_text(text: str) -> Signature:
    """The signature of a text; case, punctuation and line ends do not count."""
    words = _WORD.findall(text.casefold())
    last = max(1, len(words) - _WORDS + 1)
    shingles = {" ".join(words[n : n + _WORDS]) for n in range(last)}
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update(sorted(shingles))
    return Signature(size=len(shingles), minima=np.array(sketch.digest(), dtype="<u4").tobytes())


def add_sources(statement: Statement, signatures: Mapping[str, Signature]) -> Statement:
    """The statement with the number of its independent sources; `signatures` are by document.

    A document without one counts as a source of its own.
    """
    documents = {evidence.document for evidence in statement.evidence}
    if len(documents) < 2:
        return statement
    signed = [signatures[document] for document in documents if document in signatures]
    count = count_sources(signed) + len(documents) - len(signed)
    return replace(statement, independent_sources=count)


def count_sources(signatures: Iterable[Signature]) -> int:
    """How many independent texts there are: reprints of one text, and of its reprints, are one."""
    distinct = sorted(set(signatures), key=lambda s: (s.size, s.minima))
    if len(distinct) < 2:
        return len(distinct)
    left, right = _find_reprints(distinct)
    least = np.arange(len(distinct))  # the first text that each is tied to
    while True:
        known = least.copy()
        np.minimum.at(least, right, known[left])
        np.minimum.at(least, left, known[right])
        if np.array_equal(least, known):
            return len(np.unique(least))


def _find_reprints(signatures: Sequence[Signature]) -> tuple[_Places, _Places]:
    """The pairs, by their places, of which one holds at least SHARED of the other."""
    minima = np.array([np.frombuffer(s.minima, dtype="<u4") for s in signatures])
    sizes = np.array([s.size for s in signatures])
    pairs = []
    for start in range(0, len(signatures), _ROWS):
        rows, others = minima[start : start + _ROWS], minima[start:]
        alike = np.count_nonzero(rows[:, None, :] == others[None, :, :], axis=2)
        likeness = alike / _PERMUTATIONS
        own, their = sizes[start : start + _ROWS, None], sizes[None, start:]
        shared = likeness * (own + their) / (1 + likeness)
        found = (alike >= _LEAST_ALIKE) & (shared >= SHARED * np.minimum(own, their))
        pairs.append(np.nonzero(found))
    left = np.concatenate([n * _ROWS + pair[0] for n, pair in enumerate(pairs)])
    right = np.concatenate([n * _ROWS + pair[1] for n, pair in enumerate(pairs)])
    return left, right

"""Which documents print one text: reprints are no further sources of what they say.

A signature is made of one document alone, and documents are compared only where they say the same
thing; so a document that comes or goes changes the counts of its own statements and no others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from rensa import RMinHash

from kg.model.signature import Signature
from kg.model.statement import Statement

SHARED = 0.5  # of the shorter text's shingles; a reprint may have a new head and lack its end
_WORDS = 5  # a shingle
_PERMUTATIONS = 128
_LEAST_ALIKE = 8  # minima; with fewer, chance decides how much of a short text is in a long one
_SEED = 1
_WORD = re.compile(r"\w+")


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
    parents = list(range(len(distinct)))
    for left, right in _find_reprints(distinct):
        parents[_find_root(parents, right)] = _find_root(parents, left)
    return sum(n == parent for n, parent in enumerate(parents))


def _find_reprints(signatures: Sequence[Signature]) -> Iterable[tuple[int, int]]:
    """The pairs, by their places, of which one holds at least SHARED of the other."""
    minima = np.array([np.frombuffer(s.minima, dtype="<u4") for s in signatures])
    sizes = np.array([s.size for s in signatures])
    for n in range(len(signatures) - 1):
        alike = np.count_nonzero(minima[n + 1 :] == minima[n], axis=1)
        likeness = alike / _PERMUTATIONS
        shared = likeness * (sizes[n] + sizes[n + 1 :]) / (1 + likeness)
        found = (alike >= _LEAST_ALIKE) & (shared >= SHARED * np.minimum(sizes[n], sizes[n + 1 :]))
        yield from ((n, n + 1 + int(k)) for k in np.flatnonzero(found))


def _find_root(parents: list[int], n: int) -> int:
    while parents[n] != n:
        parents[n] = parents[parents[n]]
        n = parents[n]
    return n

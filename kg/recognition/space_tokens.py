"""What the parser reads without the tokens that are spaces: "Norvik  Group" is a name of two words."""

from collections.abc import Sequence
from typing import Any

import numpy as np

_TAG, _DEP, _HEAD, _START = 0, 1, 2, 4  # columns of the table
_OPENS = 1  # a sentence


def drop_spaces(
    doc: Any, table: Any, root: int
) -> tuple[list[str], Any, list[tuple[int, int, str]]]:
    """The words, the table and the named spans; what hangs on a space hangs on its head.

    `root` is that dep's number.
    """
    named = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    spaces = doc.to_array(["IS_SPACE"]) > 0
    kept = np.flatnonzero(~spaces)
    if len(kept) in (0, len(spaces)):
        return [token.text for token in doc], table, named
    heads = (np.arange(len(table)) + table[:, _HEAD].astype(np.int64)).tolist()
    starts = table[:, _START].astype(np.int64).tolist()
    for k in range(len(starts) - 1):
        if spaces[k] and starts[k] == _OPENS:
            starts[k + 1] = _OPENS
    place = np.searchsorted(kept, range(len(table) + 1)).tolist()
    found = table[kept].copy()
    for new, old in enumerate(kept.tolist()):
        head = _climb(doc, heads, old)
        found[new, _HEAD] = np.array(place[head] - new, dtype=np.int64).astype(found.dtype)
        found[new, _START] = np.array(starts[old], dtype=np.int64).astype(found.dtype)
        if head == old:
            found[new, _DEP] = root
    spans = [(place[start], place[end], label) for start, end, label in named]
    return (
        [doc[k].text for k in kept.tolist()],
        found,
        [span for span in spans if span[0] < span[1]],
    )


def _climb(doc: Any, heads: Sequence[int], token: int) -> int:
    """The head of a token that is no space, or the token itself."""
    head = heads[token]
    while doc[head].is_space:
        if heads[head] == head:
            return token
        head = heads[head]
    return head

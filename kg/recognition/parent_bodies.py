"""Bodies told with what they are part of behind a comma: "the Water Board, Government of Peru"."""

from collections.abc import Sequence
from itertools import pairwise

from kg.model.parent_bodies import is_parent
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens


def mend_parents(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such bodies apposed to their parts, or None where it has none."""
    mended: Parse | None = None
    words, parts = tokens.words, set[int]()
    for part, parent in pairwise(names):
        if part.type != "GovernmentBody" or parent.type != "GovernmentBody":
            continue
        between, behind = words[part.end : parent.start], words[parent.end : parent.end + 2]
        one, other = (tokens.slice(name.start, name.end) for name in (part, parent))
        if not is_parent(one, other, between, behind):
            continue
        head, host = _find_root(tokens.parse, parent), _find_root(tokens.parse, part)
        parts.add(host)  # "Department of X, Ministry of Y, Government of Z"
        if tokens.parse.deps[head] == "conj" and tokens.parse.heads[head] in parts:
            mended = mended or copy_parse(tokens.parse)
            mended.deps[head], mended.heads[head] = "appos", host
    if mended is not None:
        mended.rehang()
    return mended


def _find_root(parse: Parse, name: Name) -> int:
    """The token of a name that hangs on something outside it."""
    inside = range(name.start, name.end)
    return next((k for k in inside if parse.heads[k] not in inside), name.end - 1)

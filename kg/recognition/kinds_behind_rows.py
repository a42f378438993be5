"""Rows of places with their kind behind them: in "in Tarn, Velmo and Hentz [counties]" the places are where it is."""

from collections.abc import Sequence

from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.no_things import closes_row
from kg.recognition.tokens import Tokens

_PARTS = frozenset(["District", "Province"])
_INNER = frozenset(["nmod", "compound", "amod"])


def mend_kinds_behind(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with the first place of such a row in the place of the kind, or None where it has none."""
    mended: Parse | None = None
    for name in names:
        parse, first = mended or tokens.parse, name.end - 1
        kind = parse.heads[first]
        if name.type not in _PARTS or parse.deps[first] not in _INNER or kind <= first:
            continue
        if not closes_row(tokens, kind) or parse.heads[kind] == kind:
            continue
        mended = mended or copy_parse(parse)
        mended.heads[first], mended.deps[first] = parse.heads[kind], parse.deps[kind]
        mended.heads[kind], mended.deps[kind] = first, "dep"
        for child in parse.children[kind]:
            if child > kind:  # "the Tarn and Velmo districts [into hubs]"
                mended.heads[child] = first
    if mended is not None:
        mended.rehang()
    return mended

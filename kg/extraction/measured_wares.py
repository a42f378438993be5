"""What measures wares and is none: "40,000 tonnes a year of [urea]", "$3 million worth of [lamps]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.ware_rows import is_ware
from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_TRIGGERS = load_lexicon("triggers")
_HOLDING, _VERSIONS = _TRIGGERS.get("ware_holders"), _TRIGGERS.get("ware_versions")
_WORTH = "worth"


def list_measured(token: int, arguments: ArgumentFinder) -> list[int]:
    """The "of" behind a measure, or behind the time that it is told for; behind a version of a ware, too."""
    parse = arguments.parse
    measured = arguments.is_value(token) or parse.words[token].lower() == _WORTH
    measured = measured or parse.lemmas[token] in _VERSIONS
    if not measured and not _counts_holders(token, arguments):
        return []
    beside = [token, *(c for c in parse.children[token] if parse.deps[c] == "npadvmod")]
    links = (c for k in beside for c in parse.children[k] if parse.deps[c] == "prep")
    found = [c for c in links if parse.lemmas[c] == "of"]
    if measured:
        return found
    return [c for c in found if any(is_ware(k, arguments) for k in parse.children[c])]


def _counts_holders(token: int, arguments: ArgumentFinder) -> bool:
    """ "500 bottles [of wine]": what holds wares, in a number."""
    parse = arguments.parse
    if parse.lemmas[token] not in _HOLDING or parse.tags[token] != "NNS":
        return False
    return any(parse.deps[c] == "nummod" for c in parse.children[token])

"""Wares told again by what they are: of "most of Peru's copper … the largest producer of [the metal]" copper."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_TRIGGERS = load_lexicon("triggers")
_CLASSES = {
    "metal": _TRIGGERS.get("metals"),
    "mineral": _TRIGGERS.get("metals") | _TRIGGERS.get("minerals"),
    "crop": _TRIGGERS.get("crops"),
    "commodity": _TRIGGERS.get("traded_goods"),
}
_POINTING = frozenset(["the", "this", "that"])
_REACH = 60  # tokens back to the ware


def is_taken_up(token: int, parse: Parse) -> bool:
    """Whether a word for a class of wares stands alone behind "the": it names none itself."""
    if parse.lemmas[token] not in _CLASSES or token < 1:
        return False
    return parse.words[token - 1].lower() in _POINTING and parse.heads[token - 1] == token


def find_taken_up(token: int, parse: Parse) -> int | None:
    """The ware of that class told last; None where there is none."""
    members = _CLASSES[parse.lemmas[token]]
    for k in range(token - 1, max(token - _REACH, -1), -1):
        if parse.tags[k] in {"NN", "NNS", "NNP"} and parse.lemmas[k].lower() in members:
            return k
    return None

"""What somebody has on order, and does not have yet: "has 91 aircraft and 230 more on order"."""

from kg.model.parse import Parse

ORDERED = "on order"
_ON = (["on", "order"], ["on", "firm", "order"])
_MORE = frozenset(["more", "further", "others", "additional"])


def is_ordered(parse: Parse, token: int) -> bool:
    """Whether "on order" stands at a token, perhaps behind "more"."""
    words = [w.lower() for w in parse.words[token : token + 4]]
    if words[:1] and words[0] in _MORE:
        words.pop(0)
    return words[:2] in _ON or words[:3] in _ON


def name_ordered(parse: Parse, noun: int, text: str) -> str:
    """ "aircraft on order": a measured noun with what stands behind it."""
    return f"{text} {ORDERED}" if is_ordered(parse, noun + 1) and ORDERED not in text else text

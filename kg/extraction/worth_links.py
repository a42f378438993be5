"""Where a sum begins that tells what things are worth: "eight memorandums of understanding (MoUs) worth $3 million"."""

from kg.model.parse import Parse

_AGREED = frozenset(["understanding", "intent", "interest", "agreement", "cooperation"])
_LINKS = frozenset(["worth", "totaling", "totalling"])
_PAIRS = frozenset([("valued", "at"), ("amounting", "to"), ("estimated", "at"), ("priced", "at")])
_MANY = frozenset(["NNS", "NNPS"])
_BRACKET = 4  # tokens to the end of a short form in brackets
_SUMMED = (["a", "total", "of"], ["a", "combined"], ["a", "total"], ["of"])


def find_worth(noun: int, parse: Parse) -> int | None:
    """The token behind "worth", "valued at" or "amounting to", right behind what a noun is and its short form."""
    words = parse.words
    at = noun + 1
    if words[at : at + 1] == ["of"] and "".join(words[at + 1 : at + 2]).lower() in _AGREED:
        at += 2
    if words[at : at + 1] == ["("] and ")" in words[at : at + _BRACKET]:
        at += words[at : at + _BRACKET].index(")") + 1
    at += (
        words[at : at + 1] == [","] and parse.tags[noun] in _MANY
    )  # "the deal, worth $3 million," is one
    told = [word.lower() for word in words[at : at + 2]]
    if told and told[0] in _LINKS:
        at += 1
    elif tuple(told) in _PAIRS and parse.tags[noun] in _MANY:  # one thing is valued itself
        at += 2
    else:
        return None
    return at + next((len(s) for s in _SUMMED if words[at : at + len(s)] == s), 0)

"""Words of the dictionary with capitals that stand in running text as names do."""

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_OWNERS = frozenset(["owner", "founder", "co-founder", "co-owner", "chairman", "president"])
_BESIDE = frozenset(["by", "at", "from", "to", "with"])


def stands_bare(tokens: Tokens, name: Name) -> bool:
    """Whether words of the dictionary stand without article in running text: "at Union Brokers"."""
    if name.start in tokens.first_of_sentence or tokens.capital[name.start - 1]:
        return False
    before = tokens.lower[name.start - 1]  # "in Social Policy" is a field
    return (before in _BESIDE or tokens.tags[name.start - 1] == "NN") and all(
        tokens.tags[k] in {"NNP", "NNPS"} for k in range(name.start, name.end)
    )


def is_owned_firm(tokens: Tokens, name: Name) -> bool:
    """ "Jane Doe, [Blue Leaf] owner and CEO": two words before what somebody is to a firm."""
    told = tokens.lower_at(name.start - 1) == "," and name.end - name.start > 1
    return told and tokens.lower_at(name.end) in _OWNERS

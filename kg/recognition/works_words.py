"""The words of works: of which type a noun is, and what is done with works."""

from collections.abc import Mapping
from functools import cache

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_WORKS = "works"  # whose lemma is what somebody does
HANDLING = load_lexicon("works").get("handling") | load_lexicon("triggers").get("build")


@cache
def read_kinds() -> Mapping[str, str]:
    """The types of nouns, with the heads that are works only behind other words."""
    heads = dict.fromkeys(load_lexicon("works").get("heads"), "Facility")
    return heads | dict(load_lexicon("nominals").get_mapping("nominals"))


def read_head(tokens: Tokens, k: int) -> str:
    """The lemma of a noun; "works" is no plural of "work"."""
    return _WORKS if tokens.lower[k] == _WORKS else tokens.parse.lemmas[k]

"""What the words right before a mention tell of it: how far from it something is, which of its like it is."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_COMPASS = load_lexicon("names").get("compass")
_RANKS = load_lexicon("triggers").get("work_ranks")
_OWNING = frozenset(["'s", "’s", "the"])
_DESCRIBED = 5  # words between an owner and a thing


def is_measured_from(start: int, arguments: ArgumentFinder) -> bool:
    """ "40 km north of [Zenda] in Tarn": what lies in Tarn is that which is so far from there."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] == ["the"])
    if k < 1:
        return False
    if words[k] == "of":
        return words[k - 1].lower() in _COMPASS
    k -= words[k - 1] in {"away", "drive"}
    told = arguments.by_token.get(k - 1, ())
    return "from" in words[k : k + 2] and any(m.origin == "measure" for m in told)


def is_ranked(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "Peru's [oldest copper mine]", "Peru's only [mine]": the one of its like, by a word in it or before it."""
    words = [word.lower() for word in arguments.parse.words[max(start - _DESCRIBED, 0) : end]]
    own = end - start
    for k in range(len(words) - 1, -1, -1):
        if words[k] in _OWNING and k < len(words) - own:
            return False
        if words[k] in _RANKS:
            return True
    return False


def begins_longer(mention: Mention, start: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "at [Zenda] Terminal": the beginning of a longer name of what is no town or land."""
    return any(
        m is not mention and arguments.ranges[m][1] > end and arguments.ranges[m][0] == start
        for m in arguments.by_token.get(start, ())
        if arguments.fits(m, ("Facility", "Organization"))
    )

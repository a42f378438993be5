"""Where those counted come from: "received 18,000 visitors from Peru, 5,000 from Chile and 2,000 from elsewhere"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_COMERS = load_lexicon("measures").get("comers")
_FROM = " from "
_REACH = 4  # tokens from a number to "from"
_LONGEST = 5  # tokens of "the rest of the world"
_OTHERS = ("the rest of the world", "other countries", "other nations", "elsewhere", "abroad")
_PLACE = ("Place",)


def tell_origins(found: Iterable[Candidate], arguments: ArgumentFinder) -> None:
    """Gives each count of people the origin right behind it; one that another count of the row has goes."""
    for candidate in found:
        value = candidate.object
        if not isinstance(value, Mention) or not isinstance(value.value, Quantity):
            continue
        if value.value.unit not in _COMERS or value not in arguments.ranges:
            continue
        origin = _find_origin(arguments.ranges[value][1], arguments)
        if origin is not None:
            plain = candidate.measure.split(_FROM)[0]
            candidate.qualifiers = [
                Qualifier(name="measure", value=f"{plain}{_FROM}{origin}")
                if q.name == "measure"
                else q
                for q in candidate.qualifiers
            ]


def _find_origin(end: int, arguments: ArgumentFinder) -> str | None:
    """ "Peru and Chile" of "18,000 visitors from Peru and Chile"; None where what comes from there does more."""
    parse = arguments.parse
    last = parse.sentences[parse.sentence_of[end - 1]][1]
    for token in range(end, min(end + _REACH, last - 1)):
        if parse.words[token].lower() == "from":
            return _read_origin(token + 1, last, arguments)
        if parse.tags[token][0] not in "NJ":
            return None
    return None


def _read_origin(start: int, last: int, arguments: ArgumentFinder) -> str | None:
    parse = arguments.parse
    told = arguments.slice(start, min(start + _LONGEST, last)).lower()
    if other := next((words for words in _OTHERS if told.startswith(words)), None):
        return other
    first = start + (parse.words[start].lower() == "the")
    end = _find_place_end(first, arguments)
    if end is None:
        return None
    if parse.words[end : end + 1] == ["and"]:
        end = _find_place_end(end + 1, arguments) or end
    acts = parse.tags[end : end + 1] and parse.tags[end] in FINITE
    return None if acts else arguments.slice(first, end)


def _find_place_end(token: int, arguments: ArgumentFinder) -> int | None:
    """The end of the name of a place that begins at a token."""
    for mention in arguments.by_token.get(token, ()):
        if mention.kind is MentionKind.NAME and arguments.fits(mention, _PLACE):
            start, end = arguments.ranges[mention]
            if start == token:
                return end
    return None

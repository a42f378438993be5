"""Whose country a title beside another's is not: in "Prime Minister X received Lao Minister Y" X is of elsewhere."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_country_before, find_holder_behind
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_MEETING = load_lexicon("arguments").get("meeting")
_FACING = _MEETING | {"reception", "courtesy", "tell", "brief", "thank", "congratulate", "audience"}
_AT_HOME = frozenset(["to", "at", "in"])  # "the Ruritanian ambassador to Zenda" reports at home
_WITH = frozenset(["and", ","])


def find_met_land(token: int, arguments: ArgumentFinder) -> Mention | None:
    """The country told before the title of who is met by the holder of the title at `token`, which tells none.

    A writer names the country of the one who is not at home.
    """
    parse = arguments.parse
    first, last = parse.sentences[parse.sentence_of[token]]
    if _FACING.isdisjoint(parse.lemmas[first:last]):
        return None
    for post in arguments.recognized.public_posts:
        start, end = arguments.ranges[post]
        if not first <= start < last or start == token:
            continue
        country = find_country_before(start, arguments)
        if country is None or find_holder_behind(end, arguments) is None:
            continue
        if _AT_HOME.intersection(parse.words[start:end]):
            continue
        between = parse.lemmas[min(start, token) : max(start, token)]
        if not _FACING.isdisjoint(between) and between[-1] not in _WITH:
            return country
    return None

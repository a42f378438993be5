"""Which countries "the East African country" may be: those in the part of the world that it tells."""

from functools import cache

from kg.lexicon import load_lexicon
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_COUNTRY = "country/"
_LONGEST = 3  # words of a region's adjective


def keep_in_region(nominal: Nominal, tokens: Tokens, found: list[Referent]) -> list[Referent]:
    """The countries that lie in the part of the world that the nominal tells; all where it tells none."""
    if nominal.type != "Country" or nominal.head == nominal.start:
        return found
    states = _find_states(tokens, nominal)
    if states is None:
        return found
    known = [(r, (r.mention.known_as or "").removeprefix(_COUNTRY)) for r in found]
    return [r for r, country in known if not country or country in states]


def _find_states(tokens: Tokens, nominal: Nominal) -> frozenset[str] | None:
    """The ids of the countries of the longest name of a region in the nominal."""
    words = _read_words()
    for size in range(min(_LONGEST, nominal.head - nominal.start), 0, -1):
        for k in range(nominal.start, nominal.head - size + 1):
            region = words.get(" ".join(tokens.lower[k : k + size]).replace(" - ", "-"))
            if region is not None:
                return _read_states(region)
    return None


@cache
def _read_words() -> dict[str, str]:
    return dict(load_lexicon("world_regions").get_mapping("words"))


@cache
def _read_states(region: str) -> frozenset[str]:
    lexicon = load_lexicon("world_regions")
    parts = [part for part, whole in lexicon.get_mapping("parts").items() if whole == region]
    return frozenset().union(*(lexicon.get(name) for name in parts or [region]))

"""Places told by what only places have, suffer or lie beside: "the economy of X", "the X area", "troops entered X"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_LANDS, _TOWNS = _NAMES.get("land_belongings"), _NAMES.get("place_belongings")
_PEOPLE, _AREAS = _NAMES.get("place_people"), frozenset(["area", "region", "area's", "countryside"])
_TREATED = _NAMES.get("brought_verbs")
_CARE = frozenset(["treatment", "surgery", "hospital", "care", "hospitals"])
_TAKEN, _TAKING = _NAMES.get("verbs_upon_places"), _NAMES.get("forces_verbs")
_FORCES = _NAMES.get("forces_upon_places")
_OF_PLACES = _NAMES.get_mapping("told_of_places")
_LEAVING = frozenset(
    ["investor", "customer", "depositor", "user", "client", "advertiser", "executive"]
)
_SIDES = _NAMES.get("compass")
_MILES = frozenset(["mile", "km", "kilometre", "kilometer"])
_LINKS = frozenset(["road", "railway", "highway", "bridge", "rail", "ferry"])
_INTO_AREAS = frozenset("in through across around near from to into over throughout of".split())  # noqa: SIM905
_OWNING = frozenset(["'s", "’s"])
_REACH = 5  # tokens


def tell_land(tokens: Tokens, start: int, end: int) -> str:
    """The type of a place that the words around the name tell, or ""."""
    if not _is_strange(tokens, start, end):
        return ""
    first, second = tokens.lower_at(end + 1), tokens.lower_at(end + 2)
    if tokens.lower_at(end) in _OWNING:  # not "X's economy of scale"
        return "" if second == "of" else _find_owner(first, f"{first} {second}")
    before, noun = tokens.lower_at(start - 1), tokens.lower_at(start - 2)
    if before == "of":
        owner = _find_owner(noun, f"{tokens.lower_at(start - 3)} {noun}")
        return owner or _OF_PLACES.get(noun, "")
    if before == "to" and noun in {"ambassador", "envoy"} and end - start == 1:
        return "Country"
    told = _leads_to_area(tokens, start, end) or _is_beside(tokens, start, end)
    told = told or _is_brought(tokens, start, end) or _is_befallen(tokens, start)
    told = told or _is_of_people(tokens, end)
    return "City" if told else ""


def _is_strange(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a word of the name is no word of the language, nor letters that stand for others."""
    return not tokens.words[end - 1].isupper() and not all(
        tokens.is_common(k) for k in range(start, end)
    )


def _find_owner(*nouns: str) -> str:
    """What has an economy or a prime minister, by the word and the two behind "X's" or before "of X"."""
    if not _LANDS.isdisjoint(nouns):
        return "Country"
    return "" if _TOWNS.isdisjoint(nouns) else "City"


def _leads_to_area(tokens: Tokens, start: int, end: int) -> bool:
    """ "through the X area", "in the X region"."""
    article = tokens.lower_at(start - 1) == "the" and tokens.lower_at(start - 2) in _INTO_AREAS
    return article and tokens.lower_at(end) in _AREAS and tokens.tags[end + 1 : end + 2] != ["NN"]


def _is_beside(tokens: Tokens, start: int, end: int) -> bool:
    """ "X, north of the city", "30 miles from X", "south of X", "the road to X"."""
    if tokens.lower_at(end) == "," and tokens.lower_at(end + 1) in _SIDES:
        return tokens.lower_at(end + 2) == "of"
    before, noun = tokens.lower_at(start - 1), tokens.lemma_at(start - 2)
    if before == "from":
        return noun in _MILES
    if before == "with" and noun == "border":
        return True
    return before == "to" and noun in _LINKS and tokens.tags[start - 2][:2] == "NN"


def _is_brought(tokens: Tokens, start: int, end: int) -> bool:
    """ "taken to X for treatment", "flown to X", where people and no things are brought."""
    if tokens.lower_at(start - 1) != "to":
        return False
    near = range(max(start - _REACH, 0), start - 1)
    brought = any(tokens.lemma_at(k) in _TREATED for k in near)
    return brought and not _CARE.isdisjoint(tokens.lower[end : end + _REACH])


def _is_befallen(tokens: Tokens, start: int) -> bool:
    """ "fled X", "the rebels captured X", "floods hit X"."""
    verb = start - 1
    if verb < 1 or tokens.tags[verb][:1] != "V":
        return False
    near = range(max(verb - _REACH, 0), verb)
    if any(tokens.lemma_at(k) in _LEAVING for k in near):
        return False  # "investors fled X"
    suffered = tokens.lemma_at(verb) in _TAKING
    suffered = suffered and any(tokens.lemma_at(k) in _FORCES for k in near)
    return tokens.lemma_at(verb) in _TAKEN or suffered


def _is_of_people(tokens: Tokens, end: int) -> bool:
    """ "X residents said", "X police arrested"."""
    return tokens.lower_at(end) in _PEOPLE and not tokens.capital[end]

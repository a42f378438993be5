"""What "its" and where a name is from tell of it: "Norvik chose Zenda as the site of its mill", "NRV of Ruritania"."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS
from kg.recognition.pronoun_roles import find_own_subject
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_STRONG, _FAIR = 1.5, 1.0
_KINDS = load_lexicon("nominals").get_mapping("nominals")
_ZONES = frozenset(n for n, kind in _KINDS.items() if kind == "EconomicZone" and " " in n)
_OWNED = frozenset(["Company", "Facility", "Project", "TransportCorridor"])
_OF_PEOPLE = frozenset(
    "be serve lead head chair run manage direct found join leave own act work become start help".split()  # noqa: SIM905
)
_PLACES = frozenset(["City", "District", "Province", "Port", "Airport", "LandPort"])
_TELLING = frozenset(["PRP$", "DT", "CD", "JJ", "JJS", "RBS", "POS"])
_OFFICERS = (
    ["chief", "executive"], ["chief", "financial"], ["chief", "operating"], ["chief", "investment"],
    ["chief", "technology"], ["chief", "commercial"], ["chief", "marketing"], ["chief", "economist"],
    ["managing", "director"], ["finance", "director"], ["general", "manager"], ["country", "manager"],
    ["senior", "vice"], ["executive", "vice"], ["vice", "chairman"], ["deputy", "chairman"],
)  # fmt: skip
_ALONE = frozenset(["ceo", "cfo", "coo", "cto", "chairman", "chairwoman", "chairperson"])
_LONGEST = 4  # words of "special economic zone"
_GIVEN = load_lexicon("given_names").get("given")
_GENITIVES = frozenset(["'s", "’s", "'", "’"])
_NONE: frozenset[str] = frozenset()


def read_owner(tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
    """Adds the votes for the name in tokens start to end."""
    if _has_its(tokens, end - 1):
        vote(found, "Person", -2 * _STRONG)
        vote(found, "Company", _FAIR / 2)
    if _has_officer(tokens, end):
        vote(found, "Company", 2 * _STRONG)
        vote(found, "Person", -_FAIR)
        vote(found, "City", -_STRONG)
    if place := _find_apposed(tokens, start, end):
        vote(found, place, 2 * _FAIR)
    if _is_before_zone(tokens, end):
        vote(found, "City", _STRONG)
    if _is_of_land(tokens, start, end):
        vote(found, "Company", _STRONG)
        vote(found, "Person", -_FAIR)


def _has_its(tokens: Tokens, head: int) -> bool:
    """Whether a mill, unit or the like that is "its" goes back to the name as its subject; nobody has what is "its".

    Of "he led its unit" another firm is told.
    """
    parse = tokens.parse
    verb = parse.heads[head]
    if parse.deps[head] not in SUBJECTS or parse.lemmas[verb] in _OF_PEOPLE:
        return False
    last = parse.sentences[parse.sentence_of[head]][1]
    its = (
        k
        for k in range(head + 1, last)
        if tokens.lower[k] == "its" and _KINDS.get(parse.lemmas[parse.heads[k]]) in _OWNED
    )
    return any(find_own_subject(parse, k, _NONE) == head for k in its)


def _has_officer(tokens: Tokens, end: int) -> bool:
    """ "Norvik's senior vice-president", "Tarka's chief executive": officers that a firm has and nobody else."""
    first, second = tokens.lower_at(end + 1), tokens.lower_at(end + 2)
    led = tokens.lower_at(end) in _GENITIVES and (first in _ALONE or [first, second] in _OFFICERS)
    role = tokens.tags[end + 3 : end + 4] == ["NN"] and tokens.lower_at(end + 3).isalpha()
    return led and not role  # "Jane Doe's chief executive role"


def _is_before_zone(tokens: Tokens, end: int) -> bool:
    """ "the Zenda economic zone"."""
    words = tokens.lower[end : end + _LONGEST]
    return any(" ".join(words[:n]) in _ZONES for n in range(2, len(words) + 1))


def _find_apposed(tokens: Tokens, start: int, end: int) -> str | None:
    """ "Zenda and Tarno, its two ports", "the country's largest towns": what both members of a row are said to be."""
    if tokens.lower_at(start - 1) != "and" or tokens.lower_at(end) != ",":
        return None
    if not any(tokens.capital[start - 2 : start - 1]):
        return None
    k = end + 1
    while k < end + _LONGEST + 1 and tokens.tags[k : k + 1] and tokens.tags[k] in _TELLING:
        k += 1
    kind = _KINDS.get(tokens.lemma_at(k)) if tokens.tags[k : k + 1] == ["NNS"] else None
    return kind if kind in _PLACES else None


def _is_of_land(tokens: Tokens, start: int, end: int) -> bool:
    """ "NRV of Ruritania": who is told by where it is from; persons have two names."""
    if end - start > 1 or tokens.lower[start] in _GIVEN or not tokens.words[start].isupper():
        return False
    land = end + 1 + (tokens.lower_at(end + 1) == "the")
    return tokens.lower_at(end) == "of" and tokens.capital[land : land + 1] == [True]

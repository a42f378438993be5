"""Units told with the body that they belong to: "the Airports Department of the Ministry of Transport"."""

from collections.abc import Mapping, Set

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_UNITS = load_lexicon("names").get("unit_heads")
# what a people's or party's congress has for its core, under one name with it
_CORES = load_lexicon("names").get("core_marks")
_WHOLES = frozenset(["ministry", "government", "university", "chamber", "secretariat", "academy"])
_BODIES = frozenset(
    ["GovernmentBody", "Association", "ResearchBody", "IntergovernmentalBody", "Company"]
)
PROFESSIONS = ("accountants", "engineers", "surveyors", "bankers", "architects", "physicians")
_MEMBERS = (
    *PROFESSIONS,
    "directors",
    "actuaries",
    "secretaries",
    "brokers",
    "auditors",
    "planners",
)
# "the [University of Zenda]'s Law Faculty", but "Department of Trade of | Ruritania's Lima province"
_OWNERS_OF_UNITS = frozenset(
    """university institute academy college bank eximbank polytechnic museum hospital observatory authority
    corporation conservatory""".split()  # noqa: SIM905
)
_AREAS = frozenset(
    """province county district region state city prefecture governorate island islands
    valley coast peninsula town township village municipality""".split()  # noqa: SIM905
)
_LONGEST = 9  # words of the larger body
_OWNERS = frozenset(["'s", "’s", "'", "’"])  # "Zenda Provincial People's Government"


class BodyChains:
    """Tells where the name of a unit ends; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.kinds: Mapping[str, str] = names.get_mapping("heads")
        self.forms: Set[str] = names.get("company_suffixes")

    def ends_unit(self, tokens: Tokens, start: int, i: int, nxt: int) -> bool:
        """Whether "of" at i parts the unit that begins at `start` from the body that begins at `nxt`."""
        if tokens.lower[nxt] == tokens.lower[start] and i - start > 1:
            return True  # "Zenda Assembly Plant | of Zenda, Ohio"
        if tokens.lower[i - 1] not in _UNITS and not self._is_unit_of_field(tokens, start, i, nxt):
            return False
        if i - start < 2 or tokens.lower[i - 2] in _CORES or tokens.lower[start] in _CORES:
            return False
        return self._is_whole(tokens, nxt)

    def owns_next(self, tokens: Tokens, i: int, owning: int) -> bool:
        """Whether the "'s" is the whole body's with "of" at i: "Bank of X's Research Department"."""
        if tokens.lower[i - 1] not in _OWNERS_OF_UNITS:
            return False
        last = owning + 1
        while last + 1 < len(tokens.words) and tokens.capital[last + 1]:
            last += 1
        return tokens.lower[last] not in _AREAS

    def _is_unit_of_field(self, tokens: Tokens, start: int, i: int, nxt: int) -> bool:
        """ "Department of Foreign Trade | of the Ministry": a unit that begins with its kind and has a field."""
        kind = tokens.lower[start] in _UNITS and tokens.lower[start + 1] == "of"
        return kind and i - start > 2 and tokens.lower[nxt] in _WHOLES

    def _is_whole(self, tokens: Tokens, nxt: int) -> bool:
        """Whether a body of its own stands there: "Ministry of X", "Zenda Chamber of Commerce", "Norvik PLC"."""
        if tokens.lower[nxt] in _WHOLES and tokens.lower_at(nxt + 1) == "of":
            return True
        end = nxt
        while end < min(nxt + _LONGEST, len(tokens.words)) and (
            tokens.capital[end]
            or (tokens.words[end] in _OWNERS and tokens.capital[end + 1 : end + 2] == [True])
        ):
            end += 1
        if end - nxt < 2:
            return False
        last = tokens.lower[end - 1]
        chamber = last in _WHOLES and tokens.lower_at(end) == "of"
        formal = last in self.forms
        unit = last in _UNITS and tokens.lower[nxt] not in _CORES
        named = self.kinds.get(last) in _BODIES and (unit or last not in _UNITS)
        return chamber or formal or (named and tokens.lower[nxt] not in _CORES)


def is_profession(tokens: Tokens, start: int, end: int) -> bool:
    """ "Zenda Institute of Directors", "Chartered Insurance Institute": of the members of a trade, no laboratory."""
    words = tokens.lower[start:end]
    told = "chartered" in words or any(word.endswith(_MEMBERS) for word in words)
    return "institute" in words and told

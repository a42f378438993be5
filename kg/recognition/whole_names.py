"""Names whose last word or brackets tell that small words, numbers or letters belong to them.

"the Access to Information Act", "the African Union (AU) Commission", "the 444 Brigade", "159 4th Avenue",
"Public Services and Procurement Canada", "Dairy Farmers of Canada".
"""

import re
from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.bracketed_names import BracketedNames
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.paired_towns import find_paired_towns
from kg.recognition.possessive_firms import PossessiveFirms
from kg.recognition.tokens import Tokens

Known = Mapping[int, tuple[int, GazetteerMatch]]
_LINKS = frozenset(["of", "to", "from", "with", "for", "against", "on", "in"])
_JOINTS = frozenset(["and", ",", "&"])
_TREATIES = frozenset(["agreement", "protocol", "convention", "treaty", "pact", "accord"])
# What states agree on: "Trade in Services Agreement", "Avoidance of Double Taxation Treaty".
_DEEDS = frozenset(
    "trade avoidance prevention elimination transfer exchange protection promotion carriage status "  # noqa: SIM905
    "recognition facilitation movement".split()
)
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")
_HOUSE = re.compile(r"\d{1,5}[A-Z]?")
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_NOT_FIRST = frozenset(["IN", "DT", "CC", "PRP", "PRP$", "MD", "RB", "TO", "VBD", "VBZ", "WDT"])
_NOUNS = (["NN"], ["NNS"], ["NNP"])
_STATES = frozenset(["Country", "Province"])
_REACH = 14  # words of a law's name
_BEFORE_HOUSES = frozenset(["at", "of", "on", "in", "is", "near", ",", "—", "(", "and", ""])


class WholeNames:
    """Finds such names; holds no state between documents."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.bracketed, self.owned = BracketedNames(), PossessiveFirms()
        self.laws, self.amendments = names.get("law_heads"), names.get("law_amendments")
        self.troops, self.streets = names.get("troops"), names.get("streets")
        self.fields = names.get("country_fields") | names.get("topics")
        self.banded, self.not_names = names.get("banded"), names.get("not_names")

    def find(self, tokens: Tokens, known: Known) -> list[Name]:
        """The names, in order but for the firms that have an owner's mark."""
        ends = {end: start for start, (end, _) in known.items()}
        found = []
        for k, word in enumerate(tokens.lower):
            if word == "(" and (within := self.bracketed.find(tokens, k, known)):
                found += within
            if not tokens.capital[k]:
                continue
            name = None
            if word in self.laws:
                name = self._find_law(tokens, k, ends)
            elif word in _TREATIES:
                name = self._find_treaty(tokens, k, ends)
            elif word in self.troops or word in self.streets:
                name = self._find_numbered(tokens, k)
            elif word in self.banded:
                name = self._find_banded(tokens, k, known)
            elif word == "west" and self._is_west(tokens, k):
                name = Name(start=k, end=k + 1, type="Region", origin="context")
            if name is None and k in known:
                name = self._find_department(tokens, k, known)
            if name is not None and not (found and name.start < found[-1].end):
                found.append(name)
        return found + self.owned.find(tokens, known) + find_paired_towns(tokens)

    def _find_law(self, tokens: Tokens, k: int, ends: Mapping[int, int]) -> Name | None:
        """ "the Sale of Goods Act", "the Land Act No. 4 of 1999", "the Clean Air Act Amendments of 1990"."""
        end = self._pass_law_tail(tokens, k + 1)
        start = k
        while start > max(k - _REACH, 0) and self._is_in_law(tokens, start - 1, k, ends):
            start -= 1
        while start < k and not self._may_begin(tokens, start):
            start += 1
        linked = not _LINKS.isdisjoint(tokens.lower[start:k])
        if start == k or not (linked or end > k + 1):
            return None
        return Name(start=start, end=end, type="Agreement", origin="head noun")

    def _find_treaty(self, tokens: Tokens, k: int, ends: Mapping[int, int]) -> Name | None:
        """ "the Tarn-Zenda Trade in Goods Agreement", "the Status of Forces Agreement"."""
        name = self._find_law(tokens, k, ends)
        if name is None or tokens.headline[tokens.parse.sentence_of[k]]:
            return None
        links = [j for j in range(name.start + 1, k) if tokens.lower[j] in _LINKS]
        deeds = all(tokens.lower[j - 1] in _DEEDS for j in links)
        return name if links and deeds else None

    def _is_in_law(self, tokens: Tokens, j: int, k: int, ends: Mapping[int, int]) -> bool:
        word = tokens.lower[j]
        if word in _LINKS or word in {"and", "-"}:
            return True
        if word == "the":
            return tokens.lower_at(j - 1) == "with"  # "Trading with the Enemy Act"
        if word == ",":  # "Health, Safety and Welfare Act"
            return tokens.capital[j - 1] and "and" in tokens.lower[j:k]
        return tokens.capital[j] and (tokens.is_common(j) or j + 1 in ends)

    def _may_begin(self, tokens: Tokens, start: int) -> bool:
        opens = tokens.tags[start] in _NOT_FIRST or tokens.lower[start] in self.not_names
        return tokens.capital[start] and not opens

    def _pass_law_tail(self, tokens: Tokens, end: int) -> int:
        """The end of "Amendments", "No. 4", "of 1999" behind a law's name."""
        if tokens.lower_at(end) in self.amendments and tokens.capital[end]:
            end += 1
        k = end
        if tokens.lower_at(k) in {"no", "no."}:
            k += 1 + (tokens.lower_at(k + 1) == ".")
            end = k + 1 if tokens.lower_at(k)[:1].isdigit() else end
        if end > k and tokens.lower_at(end) == "of" and _YEAR.fullmatch(tokens.lower_at(end + 1)):
            return end + 2
        if _YEAR.fullmatch(tokens.lower_at(end)) and tokens.tags[end + 1 : end + 2] not in _NOUNS:
            return end + 1
        amended = tokens.lower[end - 1] in self.amendments
        dated = tokens.lower_at(end) == "of" and _YEAR.fullmatch(tokens.lower_at(end + 1))
        return end + 2 if amended and dated else end

    def _find_numbered(self, tokens: Tokens, k: int) -> Name | None:
        """ "the 82nd Airborne Division", "180 Kent Street": a number right before capitals up to such a word."""
        start = k
        while start > max(k - 4, 0) and tokens.capital[start - 1]:
            start -= 1
        if start and _NUMBER.fullmatch(tokens.lower[start - 1]) and tokens.tags[start - 1] != "CD":
            start -= 1  # "4th Avenue"
        behind = tokens.capital[k + 1 : k + 2]
        if tokens.lower[k] in self.streets:
            if start and _HOUSE.fullmatch(tokens.words[start - 1]) and start < k + 1:
                before = tokens.lower_at(start - 2) if start > 1 else ""
                if before in _BEFORE_HOUSES and (start < k or tokens.tags[k] != "NNS"):
                    return Name(start=start - 1, end=k + 1, type="Facility", origin="head noun")
            return None
        if start and tokens.words[start - 1].isdigit() and tokens.tags[start - 1] == "CD":
            start -= 1
        number = _NUMBER.fullmatch(tokens.lower[start]) and k - start <= 3
        if not number or behind == [True] or tokens.lower_at(start - 1) not in {"the", "'s", "its"}:
            return None
        return Name(start=start, end=k + 1, type="Organization", origin="head noun")

    def _find_department(self, tokens: Tokens, k: int, known: Known) -> Name | None:
        """ "Immigration, Refugees and Citizenship [Ruritania]": fields before a country."""
        end, match = known[k]
        if match.entry.type not in _STATES or match.alias_kind == "adjective":
            return None
        if tokens.headline[tokens.parse.sentence_of[k]] or tokens.capital[end : end + 1] == [True]:
            return None
        start = k
        while start and (
            (tokens.capital[start - 1] and tokens.lower[start - 1] in self.fields)
            or (tokens.lower[start - 1] in _JOINTS and start < k)
        ):
            start -= 1
        while start < k and tokens.lower[start] in _JOINTS:
            start += 1
        first = tokens.parse.sentences[tokens.parse.sentence_of[k]][0]
        listed = "," in tokens.lower[start:k] and not _JOINTS - {","} & set(tokens.lower[start:k])
        goes_before = start > first and tokens.capital[start - 1]
        if k - start < 2 or listed or goes_before:
            return None
        return Name(start=start, end=end, type="GovernmentBody", origin="head noun")

    def _is_west(self, tokens: Tokens, k: int) -> bool:
        """ "sanctions by the West": the word alone, not "the West Bank", "in the West of the land"."""
        if tokens.words[k] != "West" or tokens.lower_at(k - 1) != "the":
            return False
        if tokens.lower_at(k - 2) in {"of", "for"} and tokens.capital[k - 3]:
            return False  # "the Union for the West"
        behind = tokens.tags[k + 1] if k + 1 < len(tokens.tags) else "."
        goes_on = behind[:1] in {"N", "J", "H", "C"} and tokens.lower_at(k + 1) not in {"and", "or"}
        headline = tokens.headline[tokens.parse.sentence_of[k]]
        return not (goes_on or headline or tokens.lower_at(k + 1) == "of")

    def _find_banded(self, tokens: Tokens, k: int, known: Known) -> Name | None:
        """ "Chartered Accountants of [Ruritania]", "Taxpayers for Common Sense": people in a plural."""
        start = k
        while start and tokens.capital[start - 1] and tokens.is_common(start - 1):
            start -= 1
        if tokens.tags[start] in _NOT_FIRST or tokens.headline[tokens.parse.sentence_of[k]]:
            return None
        if start and tokens.capital[start - 1]:
            return None
        link, behind = tokens.lower_at(k + 1), k + 2
        if link == "of" and k > start and behind in known:
            end, match = known[behind]
            if match.entry.type in _STATES and tokens.lower_at(start - 1) not in {"of", "for"}:
                return Name(start=start, end=end, type="Association", origin="head noun")
        if link not in {"for", "against"} and tokens.words[k + 1 : k + 2] != ["Against"]:
            return None
        end = behind
        while end < len(tokens.words) and tokens.capital[end] and tokens.is_common(end):
            end += 1
        if end - behind < 2 or tokens.capital[end : end + 1] == [True]:
            return None
        return Name(start=start, end=end, type="Association", origin="head noun")

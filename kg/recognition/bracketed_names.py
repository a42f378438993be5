"""Names that brackets stand inside: "the African Union (AU) Commission", "Juan (“Chico”) Quispe"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.declaring import read_back
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens
from kg.recognition.way_names import find_bracketed_way

Known = Mapping[int, tuple[int, GazetteerMatch]]
_OPENING = frozenset(["“", '"', "``", "‘", "'"])
_CLOSING = frozenset(["”", '"', "''", "’", "'"])
_OWNING = frozenset(["'s", "’s"])
_YOUNGER = frozenset(["jr", "jr.", "sr", "sr."])
_BODIES = frozenset(["IntergovernmentalBody", "Association", "GovernmentBody", "PoliticalParty"])


class BracketedNames:
    """Finds such names by their opening bracket; holds no state between documents."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.heads = names.get_mapping("heads")
        self.closers = names.get("bracket_closers")
        self.undertakings = names.get("bracket_undertakings")
        self.not_names = names.get("not_names")
        self.organs = frozenset(["committee", "bureau", "council", "commission", "secretariat"])
        kinds = load_lexicon("nominals").get_mapping("nominals").items()
        self.ways = frozenset(noun for noun, kind in kinds if kind == "TransportCorridor")
        self.given = load_lexicon("given_names").get("given")

    def find(self, tokens: Tokens, k: int, known: Known) -> list[Name]:
        """What the bracket at token k makes a name of, or nothing."""
        if k == 0 or k + 3 >= len(tokens.words):
            return []
        owning = tokens.lower[k - 1] in _OWNING or tokens.tags[k - 1] == "POS"  # "Services'"
        if k > 1 and owning and tokens.words[k + 2] == ")":
            return self._find_owned(tokens, k)
        if not tokens.capital[k - 1]:
            return []
        name = self._find_nicknamed(tokens, k) or find_bracketed_way(tokens, k, self.ways)
        if name is None and tokens.words[k + 1].isupper() and tokens.words[k + 2] == ")":
            name = self._find_around(tokens, k, known)
        return [] if name is None else [name]

    def _find_around(self, tokens: Tokens, k: int, known: Known) -> Name | None:
        """ "the African Union (AU) Commission"; "the Youth Service (YES) initiative" up to the brackets."""
        start = next(
            (s for s, (end, m) in known.items() if end == k and m.entry.type in _BODIES), None
        )
        if start is None:
            start = read_back(tokens, k, tokens.words[k + 1].lower())
        if start is None:
            return None
        if tokens.lower[k + 3] in self.undertakings and not tokens.capital[k + 3]:
            if start in known and known[start][0] == k:
                return None  # "the European Union (EU) programme"
            return Name(start=start, end=k, type="Project", origin="head noun")
        return self._close(tokens, start, k + 3, known)

    def _close(self, tokens: Tokens, start: int, first: int, known: Known) -> Name | None:
        """The name up to the last word of a body that stands behind its brackets."""
        if not tokens.capital[first]:
            return None
        for end in (first + 2, first + 1):
            closer = " ".join(tokens.lower[first:end])
            if closer in self.closers and all(tokens.capital[first:end]):
                shared = start in known and known[start][1].entry.type == "IntergovernmentalBody"
                head = self.heads.get(closer) or self.heads.get(tokens.lower[end - 1], "")
                start = self._take_organs(tokens, start)
                kind = "IntergovernmentalBody" if shared and head != "Event" else head
                return Name(start=start, end=end, type=kind or "GovernmentBody", origin="head noun")
        return None

    def _take_organs(self, tokens: Tokens, start: int) -> int:
        """ "[Standing Committee of the] Norvik Party (NP) Congress": where the first of its organs begins."""
        while start > 3 and tokens.lower[start - 2 : start] == ["of", "the"]:
            if tokens.lower[start - 3] not in self.organs or not tokens.capital[start - 3]:
                break
            start -= 3
            while start and tokens.capital[start - 1]:
                start -= 1
        return start

    def _find_owned(self, tokens: Tokens, k: int) -> list[Name]:
        """ "the Norvik Trade Tribunal's (NTT) order": the letters, which stand for the owner."""
        letters = tokens.words[k + 1]
        if not letters.isupper() or len(letters) < 2 or not tokens.capital[k - 2]:
            return []
        if read_back(tokens, k - 1, letters.lower()) is None:
            return []
        kind = self.heads.get(tokens.lower[k - 2], "")
        return [Name(start=k + 1, end=k + 2, type=kind, origin="head noun" if kind else "context")]

    def _find_nicknamed(self, tokens: Tokens, k: int) -> Name | None:
        """ "Juan (“Chico”) Quispe", "William (Bill) Quispe": a given name, another in brackets, and more."""
        quoted = tokens.words[k + 1] in _OPENING
        close = k + 2 + 2 * quoted
        behind = close + 1
        if behind >= len(tokens.words) or tokens.words[close] != ")":
            return None
        inner = tokens.words[k + 1 + quoted]
        if quoted and tokens.words[close - 1] not in _CLOSING:
            return None
        start = k - 1
        while start and tokens.capital[start - 1] and tokens.lower[start - 1] in self.given:
            start -= 1
        called = tokens.lower[start] in self.given or (quoted and tokens.words[start].istitle())
        # not the name before she married
        short = inner[:2] == tokens.words[start][:2]
        known = quoted or short or inner.lower() in self.given
        if not (
            called and known and inner.istitle() and inner.isalpha() and tokens.capital[behind]
        ):
            return None
        end = behind
        while end < behind + 3 and self._goes_on(tokens, end):
            end += 1
        family = tokens.words[end - 1]
        if not family.istitle() or tokens.lower[end - 1] in self.heads:
            return None
        if tokens.lower_at(end) == "," and tokens.lower_at(end + 1) in _YOUNGER:
            end += 2
        return Name(start=start, end=end, type="", origin="context")

    def _goes_on(self, tokens: Tokens, k: int) -> bool:
        """Whether a token is a capital and no day, month or title."""
        return k < len(tokens.words) and tokens.capital[k] and tokens.lower[k] not in self.not_names

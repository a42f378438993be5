"""Words that tell a political party: "X politician", "the X party", "Republican senator", "the Democrats"."""

from kg.lexicon import load_lexicon
from kg.recognition.parties_told import tells_party
from kg.recognition.sides_named import tells_side
from kg.recognition.tokens import Tokens

_SURE = 3.0  # as constructions that only one type takes
_MEMBERS_OF = frozenset(["the", ",", "federal", "state", "local", "sitting", "former", "new"])
_SEATED = 6.0  # before the title of a seat with its name: "ZLP MP X", of which firms have none


class PartyReader:
    """Votes for names of parties by the words beside them."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.words = names.get("party_words")
        self.plurals = names.get("party_plurals")
        self.politicians = names.get("politicians")
        self.parts, self.holding = names.get("party_parts"), names.get("party_holding")
        self.seats, self.owners = names.get("party_seats"), names.get("party_owners")
        self.chambers = names.get("chamber_words") | {"congress", "council", "government", "state"}

    def vote(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds what speaks for a party, and for the place that a seat is won in."""
        found["PoliticalParty"] += self.weigh(tokens, start, end)
        found["District"] += self.weigh_seat(tokens, start)

    def weigh(self, tokens: Tokens, start: int, end: int) -> float:
        """How surely the words around tokens start to end say that they name a party; 0 for not at all."""
        if tells_side(tokens, start, end):
            return _SEATED
        if tells_party(tokens, start, end):
            return _SURE
        name = " ".join(tokens.lower[start:end])
        following = tokens.lower[end] if end < len(tokens.words) else ""
        article = tokens.lower[start - 1] if start else ""
        if name in self.words or (name in self.plurals and following in self.politicians):
            told = following in self.politicians or article in {"a", "an"} or following == "party"
            told = told or (name in self.owners and self._owns_person(tokens, end))
            titled = following in self.politicians and tokens.capital[end + 1 : end + 2] == [True]
            return (_SEATED if titled else _SURE) if told else 0.0
        if name in self.plurals and article in {"the", "by", "for", "of", "with", "among"}:
            return _SURE
        if tokens.tags[end - 1] not in {"NNP", "NNPS"}:
            return 0.0  # "a Bavarian politician"
        if self._is_of_politics(tokens, start, end):
            return _SURE
        if following in {"politician", "politicians", "party", "mps", "political"}:
            political = following != "political" or tokens.lower[end + 1 : end + 2] == ["party"]
            return _SURE if political else 0.0
        before = tokens.lower[max(start - 3, 0) : start]
        return (
            _SURE if before in (["politician", "for", "the"], ["politician", "of", "the"]) else 0.0
        )

    def weigh_seat(self, tokens: Tokens, start: int) -> float:
        """ "MP for [Zenda]", "member of parliament for [Tarka North]", "MP for Zenda and [Hentz]": seats won."""
        before = start - 1 - (tokens.lower_at(start - 1) == "the")
        if tokens.lower_at(before) == "and" and tokens.capital[before - 1]:
            before -= 1
            while before > 0 and tokens.capital[before]:
                before -= 1
        seat = tokens.lower_at(before - 1)
        member = seat == "member" and tokens.lower_at(before - 2) in _MEMBERS_OF
        told = member and not tokens.is_common(start)
        won = told or seat in self.seats or seat == "parliament"
        return _SEATED if won and tokens.lower_at(before) == "for" else 0.0

    def _owns_person(self, tokens: Tokens, end: int) -> bool:
        """ "[Labour]'s Nina Aalto", "[Labour]'s candidate"."""
        if tokens.lower_at(end) not in {"'s", "’s"} or end + 2 >= len(tokens.words):
            return False
        named = tokens.capital[end + 1] and tokens.capital[end + 2]
        return named or tokens.lower[end + 1] in self.politicians

    def _is_of_politics(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "the ZLP candidate", "defected from the ZLP", "a ZLP-controlled Congress": initials of a party."""
        if end - start > 1 or not tokens.words[start].isupper():
            return False
        if tokens.lower_at(end) == "-" and tokens.lower_at(end + 1) in self.holding:
            return tokens.lower_at(end + 2) in self.chambers
        before = start - 1 - (tokens.lower_at(start - 1) == "the")
        left = tokens.lower_at(before) == "from" and tokens.lemma_at(before - 1) == "defect"
        return left or tokens.lower_at(end) in self.parts

"""How names of firms look, and what stands before them: "Tarkatech", "NorvikPort", "chip packager X"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.listed_firms import is_listed
from kg.recognition.tokens import Tokens

Known = tuple[int, GazetteerMatch]
_TOWNS = frozenset(["City", "District"])
_INNER_CAPITAL = re.compile(
    r"^(?!Mc|Mac|De|Di|Da|La|Le|Van|Fitz|O)[A-Z][a-z]{2,}(?:[A-Z][a-z]+)+$"
    r"|^(?:We|Go|Be|My|Ui|So|By|In|Up|On|No|Re|Bi|Zo|Hy|Ag|Al|Ed|Bo|Fi|Bu|Hu)[A-Z][a-z]{2,}$"
)
_DESIGNATION = re.compile(
    r"(?P<stem>[A-Z][A-Za-z'’]{0,14})-\d{1,4}[A-Za-z]{0,3}(?: |$)"
    r"|[A-Z]{1,3}\d{3,4}[A-Za-z]{0,3}(?: |$)|[A-Z]{1,2}\d{2,3}-[A-Z]{0,2}\d{1,4}[A-Z]{0,2}s?(?: |$)"
    r"|.+ [A-Z][a-z]{0,2}\d{1,4}[A-Za-z]{0,3}(?:-[A-Z]{0,2}\d{1,4}[A-Z]{0,2})?$"
)
SHAPE = 1.0  # the vote for a firm of a name that is all capitals
_CLIPPED, _OWNING = frozenset(["'", "’"]), frozenset(["'s", "’s"])
_AGENTS = ("er", "or")
_PARTS = frozenset(["arm", "unit", "business", "chain", "label", "venture", "group", "fund"])
_HELD = load_lexicon("names").get("held_games")
_NUMBERED = load_lexicon("names").get("numbered_things")  # "Phase-2", "Block-3"
_DURING = frozenset(["at", "during", "in", "of", "for"])
_SHORT_LANDS = frozenset(["UK", "USA", "UAE", "US"])
_LEAST = 4  # letters before an ending that tells a firm


class FirmShapes:
    """Tells firms by the end of their last word, by a capital inside, or by the agent noun before."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.endings = tuple(sorted(names.get("company_endings")))
        self.shop_heads = names.get("shop_heads")
        self.firsts, self.trades = names.get("company_firsts"), names.get("trade_heads")
        self.given = load_lexicon("given_names").get("given")
        self.before = names.get_mapping("before_country")
        self.people = names.get("person_nouns") | names.get("person_agents")
        self.acronyms = names.get("company_acronyms")
        kinds = load_lexicon("nominals").get_mapping("nominals")
        self.callings = frozenset(n for n, kind in kinds.items() if kind == "Company") - _PARTS
        bodies = {n for n, kind in kinds.items() if kind == "GovernmentBody"}
        self.no_firms = self.people | bodies

    def is_firm(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the name in tokens start to end looks like a firm's or is told as one."""
        last = tokens.words[end - 1]
        if end - start > 1 and tokens.lower[start] in self.firsts:
            return True  # "Banco Mirador", "Grupo Reyes"
        inner = set(tokens.words[start : end - 1])
        if inner & _CLIPPED or (inner & _OWNING and tokens.lower[end - 1] in self.shop_heads):
            return True  # "Tarnin' Donuts", "Velmo's Pizza"
        if self._is_trade(tokens, start, end) or _is_branch(tokens, start, end):
            return True
        if _INNER_CAPITAL.match(last) or _INNER_CAPITAL.match(tokens.words[start]):
            return True
        if end - start > 1 and tokens.words[end - 1].isupper() and last.lower() in self.acronyms:
            return True  # "Tarn AI", "Zenda FM"
        ending = next((e for e in self.endings if last.lower().endswith(e)), "")
        strange = not tokens.is_common(end - 1)
        if ending and strange and len(last) - len(ending) >= _LEAST and last[1:].islower():
            return True
        return self.is_behind_agent(tokens, start)

    def _is_trade(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Tarka Leather", "Velden Antriebe": words for a trade behind what is no first name."""
        named = end - start > 1 and tokens.lower[start] not in self.given
        two = f"{tokens.lower_at(end - 2)} {tokens.lower[end - 1]}"
        return named and (tokens.lower[end - 1] in self.trades or two in self.trades)

    def drop_towns(self, tokens: Tokens, known: dict[int, Known]) -> dict[int, Known]:
        """Known names without the towns that are firms here: "the lender Tarn", and Tarn after it."""
        towns = {k for k, (_, match) in known.items() if match.entry.type in _TOWNS}
        firms = {
            tokens.slice(k, known[k][0])
            for k in towns
            if (self._is_called_firm(tokens, k) and not self._is_seat(tokens, known, k))
            or self._is_exchange(tokens, known, k)
            or is_listed(tokens, known[k][0])
        }
        return {
            k: found
            for k, found in known.items()
            if k not in towns or tokens.slice(k, found[0]) not in firms
        }

    def _is_exchange(self, tokens: Tokens, known: dict[int, Known], start: int) -> bool:
        """ "Bursa Malaysia": the word for an exchange before its country, no town."""
        if self.before.get(tokens.lower[start]) != "Company":
            return False
        behind = known.get(known[start][0])
        return behind is not None and behind[1].entry.type == "Country"

    def _is_called_firm(self, tokens: Tokens, start: int) -> bool:
        """ "the lender X": by the noun right before."""
        k = start - 1
        return k >= 0 and not tokens.tags[k].startswith("NNP") and tokens.lower[k] in self.callings

    def _is_seat(self, tokens: Tokens, known: dict[int, Known], start: int) -> bool:
        """ "the airline Zenda-based X", "the bank Zenda, Ruritania"."""
        end = known[start][0]
        return tokens.lower_at(end) == "-" or (tokens.lower_at(end) == "," and end + 1 in known)

    def is_behind_agent(self, tokens: Tokens, start: int) -> bool:
        """ "chip packager X", "salmon farmer X" but not "truck driver X": what makes or sells things."""
        k = start - 1
        return (
            k > 0
            and tokens.tags[k] == "NN"
            and not tokens.capital[k]
            and tokens.lower[k].endswith(_AGENTS)
            and tokens.lower[k] not in self.no_firms
            and tokens.tags[k - 1] in {"NN", "NNS"}
            and not tokens.capital[k - 1]
        )


def _is_branch(tokens: Tokens, start: int, end: int) -> bool:
    """ "Norvik Chemie USA": strange words before the letters of a country; "Cancer Research UK" is a charity."""
    lettered = end - start > 2 and tokens.words[end - 1] in _SHORT_LANDS
    return lettered and not all(tokens.is_common(k) for k in range(start, end - 1))


def is_studio(tokens: Tokens, start: int, end: int) -> bool:
    """ "Norvik Games released", "Norvik Games' first title": who makes games, and no games that are held."""
    if tokens.lower_at(end) in {"'", "'s", "’s"}:
        return True
    acts = tokens.tags[end : end + 1] in (["VBD"], ["VBZ"], ["RB"])
    held = not _HELD.isdisjoint(tokens.lower[start : end - 1])
    return acts and not held and tokens.lower_at(start - 1) not in _DURING


def is_designation(text: str) -> bool:
    """ "F-16", "T320neo", "Zendor-18", "ACV-300 Tarka", "Tarka Mk3": how makers call their models and nobody a firm."""
    found = _DESIGNATION.match(text)
    return found is not None and (found.group("stem") or "").lower() not in _NUMBERED


def is_national_firm(tokens: Tokens, start: int, end: int, given: frozenset[str]) -> bool:
    """ "Kazakhstan [Temir Zholy]": strange words behind a country, none of them a first name."""
    strange = not any(tokens.is_common(k) or tokens.words[k].isupper() for k in range(start, end))
    headline = tokens.headline[tokens.parse.sentence_of[start]] or start in tokens.datelines
    return strange and not headline and given.isdisjoint(tokens.lower[start:end])

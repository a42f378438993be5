"""What a firm is to somebody tells that it is one: "its Ruritanian partner X", "joined from X", "her start-up, X,"."""

from kg.lexicon import load_lexicon
from kg.recognition.callings import PEOPLES
from kg.recognition.order_takers import takes_orders
from kg.recognition.tokens import Tokens
from kg.recognition.trade_pairs import is_of_kin, is_pair_name
from kg.recognition.voting import vote

_SURE, _STRONG, _FAIR = 3.5, 2.0, 1.0
_PEOPLES = (*PEOPLES, "an")
_OWNERS = frozenset(["its", "their"])
_JOINING = frozenset(["join", "poach", "defect"])
_TAKING = frozenset(["by", "to", "from", "with"])
_NAMING = frozenset(["named", "called", "dubbed", "christened"])
_ARTICLES = frozenset(["the", "its", "a", "an", "their"])
_PHRASE = frozenset(["NN", "JJ", "HYPH", "CD", "VBN", "NNP"])
_BEING = frozenset(["is", "was", "remains", "remained", "became", "becomes"])
_SIDES = frozenset(["partner", "supplier", "contractor", "subcontractor", "operator", "rival"])
_TOGETHER = (["together", "with"], ["along", "with"], ["jointly", "with"])
_NAMED_REACH = 24  # tokens from "Named X" to what is named
_SIDE_REACH = 3  # tokens from "its" to "joint venture partner"


class FirmTieReader:
    """Votes for firms by their ties; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.sides = names.get("sides")
        self.openings = names.get("opening_kinds")
        self.nominals = load_lexicon("nominals").get_mapping("nominals")
        self.given = load_lexicon("given_names").get("given")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        if is_of_kin(tokens, start, end) or is_pair_name(tokens, start, end):
            vote(found, "Company", 2 * _SURE)
        if named := self._find_named(tokens, start, end):
            vote(found, named, 2 * _SURE)
        word, k = tokens.lower_at(start - 1), start - 1
        if k in tokens.first_of_sentence and word in self.openings:
            vote(found, self.nominals.get(word, "Company"), _STRONG)
        if tokens.lower[start] in self.given or tokens.lower_at(start + 1) in {"-", "–"}:
            return
        if takes_orders(tokens, start, end):
            vote(found, "Company", _STRONG)
        if word in self.sides and (told := find_firms_side(tokens, k)):
            # people stand behind "its partner" as well
            vote(found, "Company", _FAIR if told in _OWNERS else _SURE)
        if word == "from" and _has_joined(tokens, k):
            vote(found, "Company", _STRONG)
        if _is_side(tokens, end) or _is_together(tokens, start, end):
            vote(found, "Company", _STRONG)
        if word == "," and tokens.lower_at(end) in {",", "."} and self._is_own_firm(tokens, k - 1):
            vote(found, "Company", _SURE)
        if word in _TAKING and _is_of_land(tokens, start, end):
            vote(found, "Company", 1.5 * _FAIR)
            vote(found, "Person", -_FAIR)

    def _find_named(self, tokens: Tokens, start: int, end: int) -> str | None:
        """ "Named X and owned by Norvik, the [venture] will": the type of what a sentence begins with the name of."""
        if start - 1 not in tokens.first_of_sentence or tokens.lower_at(start - 1) not in _NAMING:
            return None
        limit = tokens.parse.sentences[tokens.parse.sentence_of[start]][1]
        for k in range(end, min(end + _NAMED_REACH, limit - 1)):
            if tokens.words[k] == "," and tokens.lower[k + 1] in _ARTICLES:
                last = k + 1
                while last + 1 < limit and tokens.tags[last + 1] in _PHRASE:
                    last += 1
                pair = f"{tokens.lower_at(last - 1)} {tokens.lemma_at(last)}"
                return self.nominals.get(pair) or self.nominals.get(tokens.lemma_at(last))
        return None

    def _is_own_firm(self, tokens: Tokens, k: int) -> bool:
        """ "her company, X,", "his food start-up, X,": the noun at k is that of a firm which somebody has."""
        joined = tokens.words[k - 1] == "-" if k > 1 else False
        noun = "".join(tokens.lower[k - 2 : k + 1]) if joined else tokens.lemma_at(k)
        if self.nominals.get(noun) != "Company":
            return False
        first = k - 2 * joined - 1
        near = range(max(first - 2, 0), first + 1)
        return any(tokens.tags[n] in {"PRP$", "POS"} for n in near)


def find_firms_side(tokens: Tokens, k: int) -> str:
    """What tells that the partner, rival or the like at token k is a firm: "its" or "Ruritanian", else ""."""
    for n in range(k - 1, max(k - 1 - _SIDE_REACH, -1), -1):
        if tokens.lower[n] in _OWNERS:
            return tokens.lower[n]
        if tokens.capital[n] and tokens.tags[n] in {"JJ", "NNP"}:
            people = tokens.lower[n].endswith(_PEOPLES)
            return tokens.lower[n] * (people and tokens.lower_at(n - 1) not in {"his", "her"})
        if tokens.tags[n] not in {"NN", "JJ", "HYPH", "VBG"}:
            break
    return ""


def _is_side(tokens: Tokens, end: int) -> bool:
    """ "X remains the partner", "X was its main contractor"."""
    if tokens.lower_at(end) not in _BEING or tokens.lower_at(end + 1) not in _ARTICLES:
        return False
    k = end + 2 + (tokens.tags[end + 2 : end + 3] == ["JJ"])
    return tokens.lower_at(k) in _SIDES and tokens.tags[k + 1 : k + 2] != ["NN"]


def _is_together(tokens: Tokens, start: int, end: int) -> bool:
    """ "Together with X it is building a mill": who does something with what is no person."""
    with_it = tokens.lower[max(start - 2, 0) : start] in _TOGETHER
    return with_it and tokens.lower_at(end + (tokens.lower_at(end) == ",")) == "it"


def _has_joined(tokens: Tokens, link: int) -> bool:
    """ "who joined from X", "was poached from X": where somebody worked before."""
    return tokens.lemma_at(link - 1) in _JOINING and tokens.tags[link - 1][:1] == "V"


def _is_of_land(tokens: Tokens, start: int, end: int) -> bool:
    """ "sold it to X of Ruritania": a strange word that is told by where it is from."""
    land = end + 1 + (tokens.lower_at(end + 1) == "the")
    return (
        end - start == 1
        and tokens.lower_at(end) == "of"
        and tokens.capital[land : land + 1] == [True]
        and not tokens.is_common(start)
    )

"""Short forms of firms that look like rivers, works or ways: "Tarka Range profit fell" of "Tarka Range Resources"."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.recognition.firm_figures import FirmFigureReader
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_TYPES = frozenset(
    ["NaturalFeature", "Facility", "TransportCorridor", "Port", "Region", "EconomicZone", "Project"]
)
_OWNED = frozenset(["'s", "’s"])
_ARTICLES = frozenset(["the", "a", "an"])
_PAIR = 2  # words of such a short form, at the least


class ShortFirms:
    """Tells which names of places and works are short for a firm's; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.belongings, self.figures = names.get("firm_belongings"), FirmFigureReader()
        self.forms = names.get("company_suffixes")
        self.deeds = names.get("company_verbs") | names.get("speech_verbs") | {"agree", "plan"}

    def find(self, tokens: Tokens, names: Sequence[Name]) -> set[int]:
        """The numbers of such names, where each of the spelling stands as a firm's may."""
        firms = {tokens.slice(n.start, n.end) for n in names if n.type == "Company"}
        by_text: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            short = name.type in _TYPES and name.known_as is None and name.end - name.start >= _PAIR
            text = tokens.slice(name.start, name.end)
            if short and any(firm.startswith(f"{text} ") for firm in firms):
                by_text.setdefault(text, []).append(number)
        found: set[int] = set()
        for text, numbers in by_text.items():
            formal = any(self._is_formal(firm, text) for firm in firms)
            told = formal or any(self._is_firms(tokens, names[n]) for n in numbers)
            if told and not any(tokens.lower_at(names[n].start - 1) in _ARTICLES for n in numbers):
                found.update(numbers)
        return found

    def _is_formal(self, firm: str, text: str) -> bool:
        """ "East Zenda Terminal Co." and "East Zenda Terminal": nothing but the legal form is left out."""
        rest = firm[len(text) :].lower().replace(",", " ").split()
        return firm.startswith(f"{text} ") and all(word in self.forms for word in rest)

    def _is_firms(self, tokens: Tokens, name: Name) -> bool:
        """Whether what follows is a figure, post or deed that firms alone have."""
        after = name.end + (tokens.lower_at(name.end) in _OWNED)
        following = tokens.lower_at(after)
        pair = f"{following} {tokens.lower_at(after + 1)}"
        had = not self.belongings.union(self.figures.figures).isdisjoint({following, pair})
        had = had or self.figures.tells_firm(tokens, name.start, name.end)
        acts = tokens.tags[name.end : name.end + 1] in (["VBD"], ["VBZ"])
        return had or (acts and tokens.lemma_at(name.end) in self.deeds)

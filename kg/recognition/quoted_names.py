"""Names in quotation marks behind what they are: the company "Norvik Invest"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_PAIRS = {'"': '"', "“": "”", "«": "»", "``": "''", "„": "“"}
_QUOTED = frozenset(["Company", "Association", "ResearchBody", "GovernmentBody", "Organization"])
_LONGEST = 7  # tokens between the marks
_INSIDE = frozenset(["of", "and", "&", "-", "the", "de", "for"])


class QuotedNames:
    """Finds names that are told by their kind and stand in quotation marks; holds no state."""

    def __init__(self) -> None:
        self.nominals = load_lexicon("nominals").get_mapping("nominals")
        names = load_lexicon("names")
        self.kinds: Mapping[str, str] = {
            head: kind for head, kind in names.get_mapping("heads").items() if kind in _QUOTED
        }

    def find(self, tokens: Tokens) -> list[Name]:
        """The names without their marks, and from where on their kind stands before them."""
        found = []
        for i, word in enumerate(tokens.words[1:], start=1):
            close = _PAIRS.get(word)
            kind = self._find_kind(tokens, i - 1) if close else None
            if kind is None:
                continue
            end = next(
                (
                    k
                    for k in range(i + 1, min(i + 2 + _LONGEST, len(tokens.words)))
                    if tokens.words[k] == close
                ),
                None,
            )
            if end is not None and self._is_name(tokens, i + 1, end):
                found.append(Name(start=i + 1, end=end, type=kind, origin="head noun"))
        return sorted([*found, *_find_again(tokens, found)], key=lambda n: n.start)

    def _find_kind(self, tokens: Tokens, k: int) -> str | None:
        kind = self.nominals.get(tokens.parse.lemmas[k].lower()) or self.kinds.get(tokens.lower[k])
        return kind if kind in _QUOTED else None

    def _is_name(self, tokens: Tokens, start: int, end: int) -> bool:
        words = range(start, end)
        return bool(words) and all(
            tokens.capital[k] or tokens.words[k].isdigit() or tokens.lower[k] in _INSIDE
            for k in words
        )


def is_quoted(tokens: Tokens, start: int, end: int) -> bool:
    """Whether quotation marks stand right around tokens start to end."""
    close = _PAIRS.get(tokens.words[start - 1]) if start else None
    return close is not None and tokens.words[end : end + 1] == [close]


def _find_again(tokens: Tokens, told: list[Name]) -> list[Name]:
    """The same names in marks without their kind: "a plant of “Norvik Invest”"."""
    kinds = {tuple(tokens.words[n.start : n.end]): n.type for n in told}
    taken = {n.start for n in told}
    found = []
    for start in range(1, len(tokens.words) if kinds else 0):
        if start in taken or tokens.words[start - 1] not in _PAIRS:
            continue
        for words, kind in kinds.items():
            end = start + len(words)
            if tuple(tokens.words[start:end]) == words and is_quoted(tokens, start, end):
                found.append(Name(start=start, end=end, type=kind, origin="head noun"))
    return found


def insert_quoted(names: list[Name], quoted: list[Name]) -> list[Name]:
    """The quoted names in place of what was found inside them, and of their kinds in capitals."""
    spans = [(q.start - 1, q.end) for q in quoted]
    kept = [n for n in names if not any(s <= n.end and n.start < e for s, e in spans)]
    return sorted([*kept, *quoted], key=lambda n: n.start)

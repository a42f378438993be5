"""Names in quotation marks beside what they are: the company "Norvik Invest", the "Clean Coast" campaign."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_PAIRS = {'"': '"', "“": "”", "«": "»", "``": "''", "„": "“"}
_QUOTED = frozenset(["Company", "Association", "ResearchBody", "GovernmentBody", "Organization"])
_LONGEST = 7  # tokens between the marks
_INSIDE = frozenset(["of", "and", "&", "-", "the", "de", "for"])
_SMALL = _INSIDE | {"to", "in", "on", "with", "a", "an", "by", "at", "from"}
_CALLED = frozenset(["called", "titled", "entitled", "dubbed", "named", "branded", "tagged"])
_PUTTING_ON = frozenset(["organise", "organize", "host", "stage", "convene"])
_MODIFIERS = frozenset(["NN", "JJ", "VBG", "HYPH"])
_FIELD = 2  # words of a field before the kind: "the “Clean Coast” public awareness campaign"
_STOPS = frozenset([",", "."])


class QuotedNames:
    """Finds names that are told by their kind and stand in quotation marks; holds no state."""

    def __init__(self) -> None:
        self.nominals = load_lexicon("nominals").get_mapping("nominals")
        names = load_lexicon("names")
        self.kinds: Mapping[str, str] = {
            head: kind for head, kind in names.get_mapping("heads").items() if kind in _QUOTED
        }
        self.undertakings = names.get("bracket_undertakings")
        self.occasions = load_lexicon("triggers").get("quoted_occasions")

    def find(self, tokens: Tokens) -> list[Name]:
        """The names without their marks, and from where on their kind stands before them."""
        found = []
        for i, word in enumerate(tokens.words):
            close = _PAIRS.get(word)
            reach = range(i + 1, min(i + 2 + _LONGEST, len(tokens.words))) if close else ()
            end = next((k for k in reach if tokens.words[k] == close), None)
            if end is None:
                continue
            last = end - (tokens.words[end - 1] in _STOPS)
            kind = self._find_kind(tokens, i - 1) if i else None
            if kind is not None and self._is_name(tokens, i + 1, end, _INSIDE):
                found.append(Name(start=i + 1, end=end, type=kind, origin="head noun"))
            elif kind is None and self._is_name(tokens, i + 1, last, _SMALL):
                kind = self._find_beside(tokens, i, end)
                if kind is not None:
                    found.append(Name(start=i + 1, end=last, type=kind, origin="head noun"))
        return sorted([*found, *_find_again(tokens, found)], key=lambda n: n.start)

    def _find_kind(self, tokens: Tokens, k: int) -> str | None:
        kind = self.nominals.get(tokens.parse.lemmas[k].lower()) or self.kinds.get(tokens.lower[k])
        return kind if kind in _QUOTED else None

    def _find_beside(self, tokens: Tokens, i: int, end: int) -> str | None:
        """ "the “X” campaign", "a programme called “X”", "organised the “X” in Zenda": works and occasions."""
        k = i - 1
        if tokens.lower_at(k) in _CALLED:
            k -= 1 + (tokens.lower_at(k - 1) == ",")
        before = self._tells(tokens, k)
        if before is not None or k < i - 1:
            return before
        behind = find_kind_behind(tokens, end)
        if behind is not None and (told := self._tells(tokens, behind)) is not None:
            return told
        k -= tokens.lower_at(k) in {"the", "its", "a", "an"}
        put_on = k >= 0 and tokens.tags[k][:2] == "VB" and tokens.lemma_at(k) in _PUTTING_ON
        return "Event" if put_on and end - i > _FIELD else None

    def _tells(self, tokens: Tokens, k: int) -> str | None:
        if not 0 <= k < len(tokens.words) or tokens.tags[k] != "NN":
            return None
        if tokens.lower[k] in self.undertakings:
            return "Project"
        return "Event" if tokens.lower[k] in self.occasions else None

    def _is_name(self, tokens: Tokens, start: int, end: int, small: frozenset[str]) -> bool:
        words = range(start, end)
        capital = bool(words) and (tokens.capital[start] or tokens.words[start].isdigit())
        return capital and all(
            tokens.capital[k] or tokens.words[k].isdigit() or tokens.lower[k] in small
            for k in words
        )


def find_kind_behind(tokens: Tokens, close: int) -> int | None:
    """The noun behind a closing mark, and behind what tells its field: "“X” awareness campaign"."""
    k = close + 1
    while k < min(close + 1 + _FIELD, len(tokens.words) - 1) and tokens.tags[k] in _MODIFIERS:
        if tokens.tags[k + 1] not in _MODIFIERS:
            return k
        k += 1
    return k if k < len(tokens.words) and tokens.tags[k] == "NN" else None


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

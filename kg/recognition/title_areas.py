"""The part of the world that a title is for: "country manager [for Kenya]", "head [of Africa sales]"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_AND = frozenset(["and", "&"])
_BODY_LINKS = frozenset(["at", "with"])


class TitleAreas:
    """Tells where a title with its area ends; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.areal = lexicon.get("areal")
        self.fields = load_lexicon("names").get("topics") | lexicon.get("portfolios")
        self.words = self.fields | lexicon.get("modifiers")
        self.given = load_lexicon("given_names").get("given")

    def extend(self, tokens: Tokens, head: int, end: int, taken: frozenset[int]) -> int:
        """The end of the title whose head word is token `head`; `end` if no area goes on with it."""
        link = tokens.lower_at(end)
        if link not in {"for", "of"} or tokens.lower[head] not in self.areal:
            return end
        start = end + 1 + (tokens.lower_at(end + 1) == "the")
        behind = self._pass_places(tokens, start, taken)
        if behind == start:
            return end
        field = self._pass_field(tokens, behind, taken)
        if link == "for" or field > behind:
            return field
        # "head of Asia at Norvik", but "president of Peru"
        named = behind + 1 + (tokens.lower_at(behind + 1) == "the")
        at = tokens.lower_at(behind) in _BODY_LINKS and tokens.capital[named : named + 1]
        return behind if at == [True] else end

    def _pass_places(self, tokens: Tokens, start: int, taken: frozenset[int]) -> int:
        """ "Europe, the Middle East and Africa": the end of a row of known places."""
        end = self._pass_place(tokens, start, taken)
        if end == start:
            return start
        k, last = end, False
        while not last and tokens.lower_at(k) in {",", *_AND}:
            comma = tokens.lower[k] == ","
            last = not comma or tokens.lower_at(k + 1) in _AND
            k += 1 + (comma and last)
            k += tokens.lower_at(k) == "the"
            further = self._pass_place(tokens, k, taken)
            if further == k:
                return end
            k = further
        return k if last else end  # ", Kenya" alone is where the firm is

    def _pass_place(self, tokens: Tokens, start: int, taken: frozenset[int]) -> int:
        end = start
        while end < len(tokens.words) and end in taken and tokens.lower[end] not in _AND:
            end += 1
            if tokens.words[end : end + 1] == ["-"] and end + 1 in taken and end not in taken:
                end += 1
        return end

    def _pass_field(self, tokens: Tokens, start: int, taken: frozenset[int]) -> int:
        """ "of Africa [sales]", "for Asia [Trade and Investment] at": what is done there."""
        k = start
        while k < len(tokens.words) and k not in taken and tokens.lower[k] in self.words:
            if tokens.lower[k] in self.given and tokens.capital[k]:
                break
            k += 1
            joint = tokens.lower_at(k) in _AND and tokens.lower_at(k + 1) in self.fields
            k += joint and tokens.capital[k + 1] == tokens.capital[start]
        whole = k > start and tokens.lower[k - 1] in self.fields and tokens.tags[k - 1][:1] in "NV"
        goes_on = k < len(tokens.words) and tokens.tags[k][:2] in {"NN", "PO"}
        return k if whole and not (goes_on and not tokens.capital[k]) else start

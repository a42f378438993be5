"""What goes on in names of what treats of a matter: "Law on the Prevention and Control of Crop Diseases"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_TREATING = frozenset(["on", "for", "against"])
_GOING_ON = frozenset(["and", ",", "of", "&"])
_BODIES = frozenset(["GovernmentBody", "ResearchBody", "IntergovernmentalBody"])


class TopicJoiner:
    """Tells where such a name ends; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.for_heads = names.get("for_heads")
        heads = names.get_mapping("heads")
        self.bodies = frozenset(h for h, k in heads.items() if k in _BODIES) - names.get("topics")
        self.firms = names.get("company_suffixes") | {"group", "bank", "holdings"}
        self.banded = names.get("banded")
        self.officers = frozenset(w.split()[-1] for w in load_lexicon("posts").get_mapping("heads"))
        self.outside = names.get("not_names")

    def find_end(
        self,
        tokens: Tokens,
        start: int,
        i: int,
        limit: int,
        places: Container[int],
        broken: Container[int],
    ) -> int | None:
        """The end of the words that the small word at token i joins to a name; None where it joins none."""
        word = tokens.lower[i]
        if word not in _GOING_ON and word not in _TREATING:
            return None
        passed = {"and"} if word == "," else {"the"}  # "Fitness, and Nutrition", "on the Use"
        nxt = i + 1 + (tokens.lower_at(i + 1) in passed)
        if not self._is_matter(tokens, nxt, limit, places, broken):
            return None
        if word in {"of", "for"} and self._is_office(tokens, start, i):
            return self._find_run_end(tokens, nxt, limit, places, broken)
        link = self._find_link(tokens, start, i)
        if link is None or not self._is_told_plainly(tokens, link + 1, i, places):
            return None
        end = self._find_run_end(tokens, nxt, limit, places, broken)
        if word == "," and nxt == i + 1 and not self._is_list(tokens, end, limit):
            return None
        alone = end < limit and tokens.capital[end] and end not in broken
        return None if alone or self._is_body(tokens, nxt, end) else end

    def _is_matter(
        self,
        tokens: Tokens,
        k: int,
        limit: int,
        places: Container[int],
        broken: Container[int],
    ) -> bool:
        """Whether a token is a word of the language with a capital, and neither place nor title."""
        inside = k < limit and k not in places and k not in broken
        plain = inside and tokens.capital[k] and tokens.is_common(k)
        return plain and tokens.lower[k] not in self.outside

    def _find_link(self, tokens: Tokens, start: int, i: int) -> int | None:
        """Where "on", "for" or "against" stands behind the head of the name so far."""
        return next(
            (
                k
                for k in range(start + 1, i - 1)
                if tokens.lower[k] in _TREATING and tokens.lower[k - 1] in self.for_heads
            ),
            None,
        )

    def _is_told_plainly(self, tokens: Tokens, first: int, i: int, places: Container[int]) -> bool:
        return all(
            k not in places and (tokens.is_common(k) or not tokens.capital[k])
            for k in range(first, i)
        )

    def _is_office(self, tokens: Tokens, start: int, i: int) -> bool:
        """ "Office of the Comptroller | of the Currency", "Office of the Commissioner | for Human Rights"."""
        words = tokens.lower[start:i]
        return words[:2] == ["office", "of"] and len(words) < 6 and words[-1] in self.officers

    def _find_run_end(
        self,
        tokens: Tokens,
        k: int,
        limit: int,
        places: Container[int],
        broken: Container[int],
    ) -> int:
        while self._is_matter(tokens, k, limit, places, broken):
            k += 1
        return k

    def _is_list(self, tokens: Tokens, end: int, limit: int) -> bool:
        """Whether ", B" goes on with ", C" or "and C"."""
        k = end + (tokens.lower_at(end) == ",")
        k += tokens.lower_at(k) in {"and", "&"}
        return end < k < limit and tokens.capital[k] and tokens.is_common(k)

    def _is_body(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the words name a body of their own: "the Law on Trade and | Parliament"."""
        last = tokens.lower[end - 1]
        own = last in self.bodies or last in self.firms or tokens.lower_at(end) == "'s"
        # "the Campaign for Peace and | Friends of the Earth"
        return own or (tokens.lower[first] in self.banded and tokens.lower_at(end) == "of")

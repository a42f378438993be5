"""The values of one document, all and by token."""

from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_AMOUNTS = frozenset(["money", "measure", "number", "percent"])
_SPANS, _OVER = frozenset(["year", "month", "quarter", "week"]), frozenset(["on", "over", "-"])


class ValueTable:
    """Dates, ordinals and periods are no values; what a token belongs to is looked up once."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self._at: dict[int, tuple[Mention, ...]] = {}  # by token, as all shapes ask of the same

    def at(self, token: int) -> list[Mention]:
        """The values that a token belongs to; of "16.8% year on year", of which the parser makes one noun, too."""
        found = self._at.get(token)
        if found is None:
            found = self._at[token] = tuple(self._list_at(token))
        return [*found]

    def _list_at(self, token: int) -> list[Mention]:
        yearly = token + 1 < len(self.parse.words) and self.parse.lemmas[token] in _SPANS
        if yearly and self.parse.words[token + 1].lower() in _OVER:
            token -= token - 1 in self.parse.children[token]
        return [
            m
            for m in self.arguments.by_token.get(token, ())
            if m.kind is MentionKind.QUANTITY and m.origin in _AMOUNTS
        ]

    def all(self) -> list[Mention]:
        """Every value of the document, in text order."""
        return self._all

    @cached_property
    def _all(self) -> list[Mention]:
        return [
            m
            for m in self.arguments.recognized.mentions
            if m.kind is MentionKind.QUANTITY and m.origin in _AMOUNTS
        ]

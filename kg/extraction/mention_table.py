"""The mentions of one document by token, what they take up, and of which types they are."""

from collections import defaultdict
from collections.abc import Iterable

from kg.extraction.rule_words import normalize_word
from kg.extraction.token_ranges import find_tokens
from kg.model.mention import ANOTHER, OPEN, Mention, MentionKind
from kg.model.parse import Parse
from kg.model.recognized import Recognized
from kg.ontology import Ontology

VALUE_TYPES = frozenset(["Money", "Percent", "Count", "Quantity", "Period", "Post", "NP", "Any"])


class MentionTable:
    """Mentions with their tokens and antecedents; what is asked again and again is looked up once."""

    def __init__(self, recognized: Recognized, ontology: Ontology) -> None:
        self.recognized = recognized
        self.parse = recognized.parse
        self.ontology = ontology
        self.lower = [word.lower() for word in self.parse.words]
        self.plain = [normalize_word(word) for word in self.parse.words]
        self.limits = _list_limits(self.parse)
        self.described = {c.mention for c in recognized.coreferences if c.reason == "apposition"}
        self.antecedents = {c.mention: c.antecedent for c in recognized.coreferences}
        self.resolved = {m for m in recognized.mentions if m.origin in {OPEN, ANOTHER}}.union(
            self.antecedents
        )
        self._fitting: dict[tuple[str, MentionKind, str, tuple[str, ...]], bool] = {}
        self._told: dict[Mention, bool] = {}  # nominals by whether they say enough
        self._first: dict[Mention, Mention] = {}
        self._found: dict[tuple[int, tuple[str, ...]], Mention | None] = {}  # by head and types
        self._found_all: dict[tuple[int, tuple[str, ...]], tuple[Mention, ...]] = {}
        self.by_token: dict[int, list[Mention]] = defaultdict(list)
        self.ranges: dict[Mention, tuple[int, int]] = {}
        for mention in recognized.mentions:
            start, end = self.ranges[mention] = find_tokens(mention, self.parse)
            for token in range(start, end):
                self.by_token[token].append(mention)

    def find_antecedent(self, mention: Mention) -> Mention:
        """The first mention of the same thing, as far as recognition knows."""
        return self.antecedents.get(mention, mention)

    def find_first(self, mention: Mention) -> Mention:
        """Where the chain of antecedents ends: the same for all mentions of one thing."""
        if mention not in self.antecedents:
            return mention
        first = self._first.get(mention)
        if first is None:
            first, seen = mention, {mention}
            while (before := self.find_antecedent(first)) not in seen:
                first = before
                seen.add(first)
            self._first[mention] = first
        return first

    def tie(self, mention: Mention, tied: Mention, meant: Mention) -> None:
        """Puts a mention with an antecedent in place of one without; what was looked up is forgotten."""
        start, end = self.ranges[tied] = self.ranges[mention]
        for token in range(start, end):
            beside = self.by_token[token]
            beside[:] = [tied if m == mention else m for m in beside]
        self.antecedents[tied] = meant
        self.resolved.add(tied)
        for known in (self._told, self._first, self._found, self._found_all):
            known.clear()

    def find_name(self, token: int, types: tuple[str, ...]) -> Mention | None:
        """The name of these types that begins at a token."""
        told = self.by_token.get(token, ())
        named = (m for m in told if m.kind is MentionKind.NAME and self.ranges[m][0] == token)
        return next((m for m in named if self.fits(m, types)), None)

    def find_name_before(self, end: int, types: tuple[str, ...]) -> Mention | None:
        """The name of these types that ends right before a token."""
        told = self.by_token.get(end - 1, ())
        named = (m for m in told if m.kind is MentionKind.NAME and self.ranges[m][1] == end)
        return next((m for m in named if self.fits(m, types)), None)

    def find_post(self, token: int) -> Mention | None:
        """The title that begins at a token."""
        return next(
            (
                m
                for m in self.by_token.get(token, ())
                if m.kind is MentionKind.POST and self.ranges[m][0] == token
            ),
            None,
        )

    def find_post_around(self, token: int) -> Mention | None:
        """The title that a token is part of."""
        told = self.by_token.get(token, ())
        return next((m for m in told if m.kind is MentionKind.POST), None)

    def find_period_around(self, token: int) -> Mention | None:
        """The period that a token is part of."""
        told = self.by_token.get(token, ())
        return next((m for m in told if m.kind is MentionKind.PERIOD), None)

    def list_periods(self, first: int, last: int) -> list[Mention]:
        """The periods that begin at the tokens first to last, in text order."""
        told = ((t, m) for t in range(first, last) for m in self.by_token.get(t, ()))
        return [m for t, m in told if m.kind is MentionKind.PERIOD and self.ranges[m][0] == t]

    def pick_only(self, mentions: Iterable[Mention]) -> Mention | None:
        """The last of some mentions where all are of one thing; None where they are of several, or none."""
        found = {self.find_first(m): m for m in mentions}
        return next(iter(found.values())) if len(found) == 1 else None

    def are_one(self, mentions: list[Mention]) -> bool:
        """Whether some mentions, and at least one, are all of the same thing."""
        return len({self.find_first(m) for m in mentions}) == 1

    def fits(self, mention: Mention, types: tuple[str, ...]) -> bool:
        """Whether a mention is of one of the types (value types included)."""
        key = mention.type, mention.kind, mention.origin, types
        known = self._fitting.get(key)
        if known is None:
            known = self._fitting[key] = self._is_of(mention, types)
        return known

    def _is_of(self, mention: Mention, types: tuple[str, ...]) -> bool:
        for kind in types:
            if kind == "Any":
                return True
            if kind in VALUE_TYPES:
                if self._fits_value(mention, kind):
                    return True
            elif mention.type and self.ontology.is_a(mention.type, kind):
                return True
        return False

    def _fits_value(self, mention: Mention, kind: str) -> bool:
        if kind == "Period":
            return mention.kind is MentionKind.PERIOD
        if kind == "Post":
            return mention.kind is MentionKind.POST
        if mention.kind is not MentionKind.QUANTITY:
            return False
        wanted = {"Money": {"money"}, "Percent": {"percent"}, "Count": {"number", "measure"}}.get(
            kind
        )
        return wanted is None or mention.origin in wanted


def _list_limits(parse: Parse) -> list[int]:
    """For each place behind a token, the end of that token's sentence; for the first its own."""
    ends = [parse.sentences[sentence][1] for sentence in parse.sentence_of]
    return [*ends[:1], *ends]

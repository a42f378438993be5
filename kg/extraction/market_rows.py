"""Rows of markets, sources and partners: "Peru was the top source with 9,000 visitors, Chile was second with 8,000"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_LINKS = {
    "source": "from", "investor": "from", "supplier": "from", "contributor": "from",
    "origin": "from", "destination": "to", "buyer": "to", "customer": "to", "importer": "to",
    "purchaser": "to", "recipient": "to", "outlet": "to", "partner": "with", "market": "",
}  # fmt: skip
_FLOWS = {"export": "exports", "import": "imports", "trade": "trade", "trading": "trade"}
_FLOWS |= {"investment": "investment", "remittance": "remittances", "fdi": "FDI"}
_FIRST = frozenset(
    ["top", "main", "leading", "biggest", "largest", "key", "major", "highest", "principal"]
)
_PEOPLE = frozenset(
    ["arrival", "visitor", "tourist", "guest", "traveller", "traveler", "visit", "passenger"]
)
_STATES = frozenset(["be", "remain", "become", "stay", "rank", "come", "lead", "follow"])
_WITH = frozenset(["with", "at", "("])
_JOINTS = frozenset([",", "and", ";", "while", "by", "of", "then", ":", "were", "are"])
_BACK = 14  # tokens before a value in which its ranking stands
_PLACED = 3  # tokens of "was second" between a name and "with"
_PARTNER = re.compile(r" (?:to|from|with) .*")


@dataclass(frozen=True, slots=True)
class _Row:
    """What the next of a row is measured by: the owner, the flow and its preposition."""

    owner: Mention
    base: str
    link: str
    known: Mention
    sentence: int


class MarketRows(PlainShapes):
    """The shape, over the values of one document."""

    def ranked_market(self, rule: Rule) -> Iterator[Candidate]:
        """The flow told before, from, to or with each place that is told to rank so high."""
        row: _Row | None = None
        for value in list(self.list_free()):
            name = (
                self._find_name(value) if value.origin in {"money", "measure", "number"} else None
            )
            if name is None:
                continue
            begun = self._begin(value, name)
            sentence = self.parse.sentence_of[self.arguments.ranges[value][0]]
            row = begun or (row if row is not None and sentence - row.sentence <= 1 else None)
            if row is None or self.arguments.find_first(name) == self.arguments.find_first(
                row.owner
            ):
                continue
            counted = self._count(value, row.known)
            if counted is None:
                continue
            row = replace(row, sentence=sentence)
            measure = f"{row.base} {row.link} {name.text}"
            token = self.arguments.ranges[name][0]
            yield from self.observer.observe(
                rule,
                token,
                token,
                counted,
                owner=row.owner,
                measure=measure,
                change=self._read_change(value),
            )

    def _read_change(self, value: Mention) -> Quantity | None:
        """ "9,000 [(up 4 percent)]": the change in brackets right behind a value."""
        lower, end = self.arguments.lower, self.arguments.ranges[value][1]
        end += self.parse.tags[end] == "NNS"
        turn = lower[end + 1] if lower[end : end + 1] in (["("], ("(",)) else ""
        percent = next((v for v in self.values.at(end + 2) if v.origin == "percent"), None)
        return signed(percent, turn == "down") if percent and turn in {"up", "down"} else None

    def _find_name(self, value: Mention) -> Mention | None:
        """The place before "with" or a bracket and a value, past "was second" or "was the top source"."""
        lower, start = self.arguments.lower, self.arguments.ranges[value][0]
        if lower[start - 1] not in _WITH:
            return None
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        for at in range(start - 2, max(first, start - _BACK) - 1, -1):
            named = [m for m in self.arguments.by_token.get(at, ()) if m.kind is MentionKind.NAME]
            if named:
                own = self.arguments.fits(named[0], ("Country", "Region", "Province"))
                return (
                    named[0]
                    if own and self._leads(self.arguments.ranges[named[0]], start)
                    else None
                )
            if lower[at] in {",", ";"} or any(v.origin != "ordinal" for v in self.values.at(at)):
                return None
        return None

    def _leads(self, bounds: tuple[int, int], start: int) -> bool:
        """Whether a name stands right before "with", or before a verb that places it; and behind a joint."""
        lower, (begin, end) = self.arguments.lower, bounds
        end += lower[end] == "market"
        placed = self.parse.lemmas[end] in _STATES or any(
            m.origin == "ordinal" for m in self.arguments.by_token.get(end, ())
        )
        begin -= lower[begin - 1] == "the"
        first = self.parse.sentences[self.parse.sentence_of[begin]][0]
        joined = begin <= first + 1 or lower[begin - 1] in _JOINTS
        return joined and (placed or end == start - 1 or self._find_ranking(end, start) is not None)

    def _find_ranking(self, start: int, end: int) -> tuple[int, str] | None:
        """Where a noun of markets stands behind a word of being first, and its preposition."""
        lemmas, lower = self.parse.lemmas, self.arguments.lower
        for token in range(start, end):
            known = (
                lemmas[token].lower() in _LINKS or lemmas[token].lower() in _PEOPLE | _FLOWS.keys()
            )
            if known and not _FIRST.isdisjoint(lower[max(start, token - 4) : token]):
                if lemmas[token + 1].lower() in _LINKS:
                    continue  # "export market"
                return token, _LINKS.get(lemmas[token].lower(), "from")
        return None

    def _begin(self, value: Mention, name: Mention) -> _Row | None:
        """The row that a value begins: of what was told before, or of the flow that the ranking names."""
        start = self.arguments.ranges[value][0]
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        behind, before = self.arguments.ranges[name]
        found = self._find_ranking(before, start) or self._find_ranking(first, behind)
        if found is None:
            return None
        token, link = found
        told = self.find_figure_before(first, sentences=2) or self._find_unranked(start)
        own = next((_FLOWS[w] for w in self.arguments.lower[token - 2 : token] if w in _FLOWS), "")
        if told is None or not isinstance(told.object, Mention) or told.subject is None:
            return None
        base = _PARTNER.sub("", told.measure)
        words = {w.lower().removesuffix("s") for w in base.split()}
        flows = bool(words & (_PEOPLE | _FLOWS.keys()))
        if own and own.removesuffix("s") not in words:
            base, flows = own, True
        if not flows or self._count(value, told.object) is None:
            return None
        people = bool(words & _PEOPLE)
        link = link or ("from" if people or "import" in words else "to")
        return _Row(told.subject, base, link, told.object, self.parse.sentence_of[start])

    def _find_unranked(self, start: int) -> Candidate | None:
        """The figure told right before in the sentence, of what is no rank: not "recorded the highest arrivals"."""
        told = self.find_figure_before(start, sentences=0)
        ranked = told is not None and not _FIRST.isdisjoint(told.measure.lower().split())
        return None if ranked else told

    def _count(self, value: Mention, known: Mention) -> Mention | None:
        """A value of the kind of the one told before; bare numbers in its unit."""
        one, other = value.value, known.value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity):
            return None
        if value.origin != known.origin:
            return None
        if value.origin != "number":
            return value if one.unit == other.unit else None
        counted = self.with_counted(value)
        bare = isinstance(counted.value, Quantity) and not counted.value.unit
        return self.values.replaced(value, replace(one, unit=other.unit)) if bare else counted

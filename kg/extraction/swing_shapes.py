"""Profits that turn into losses: "swung to a profit of $3 million from a loss of $2 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_OWNERS = ("Organization", "Country", "Province", "City")
_INTO = frozenset(["to", "into"])
_BACK = frozenset(["back", "deeper", "from"])
_REACH = 9  # tokens from "to" to the noun of the result
_WITHIN = frozenset(["NN", "JJ", "JJR", "HYPH", "RB"])  # tags of "an operating", "a record net"


class SwingShapes(Shapes):
    """The shape, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        self.results = load_lexicon("measures").get("result_nouns")

    def swung(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """The result behind "to", before or behind its sum; what it was before is found by its "from"."""
        link = self._find_link(clause)
        found = self._find_result(link, clause) if link is not None else None
        owners = self.observer.find_owners(clause) if found is not None else []
        owners = [m for m in owners if self.arguments.fits(m, _OWNERS)]
        if found is None or not owners or clause.passive:
            return
        noun, value = found
        text = self.observer.owners.measure_text(noun)
        if text:
            yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=text)

    def _find_link(self, clause: Clause) -> int | None:
        """ "swung [to]", "slipped back [into]"."""
        words, token = self.parse.words, clause.token + 1
        token += words[token : token + 1] != [] and words[token].lower() in _BACK
        led = words[token : token + 1] != [] and words[token].lower() in _INTO
        return token if led else None

    def _find_result(self, link: int, clause: Clause) -> tuple[int, Mention] | None:
        """The noun of a result behind "to a", and its sum: "a loss of 3 million", "a 3 million loss"."""
        parse, last = self.parse, self.parse.sentences[clause.sentence][1]
        before: Mention | None = None
        token = link + 1 + (parse.tags[link + 1 : link + 2] == ["DT"])
        for at in range(token, min(token + _REACH, last)):
            money = next((v for v in self.values.at(at) if v.origin == "money"), None)
            if money is not None:
                before = money
                continue
            if parse.lemmas[at] in self.results and parse.tags[at] == "NN":
                value = before or self._find_behind(at)
                return (at, value) if value is not None else None
            if parse.tags[at] not in _WITHIN:
                return None
        return None

    def _find_behind(self, noun: int) -> Mention | None:
        """ "a loss [of 3 million]"."""
        if [w.lower() for w in self.parse.words[noun + 1 : noun + 2]] != ["of"]:
            return None
        start = noun + 2
        near = (
            v
            for t in range(start, min(start + 3, len(self.parse.words)))
            for v in self.values.at(t)
        )
        return next((v for v in near if v.origin == "money"), None)

"""Sums that are allocated, each by what it is for: "has allocated 400 million for roads and 30 million for health"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention

_GIVERS = ("Organization", "Country", "Province", "City", "District")
_TAKERS = ("GovernmentBody",)
_TELLING = frozenset(["include", "comprise"])
_LINKS = frozenset(["for", "to", "towards", "toward"])
_JOINTS = frozenset([",", "and", "or", "while", "–", "—"])
_CLOSING = frozenset(
    [",", ".", ";", ":", "–", "—", "(", ")", "which", "that", "while", "from", "in", "by"]
)
_LONGEST = 9  # tokens of what a sum is for
_GAP = 16  # tokens set off by dashes or brackets between a sum and what it is for
_SET_OFF = frozenset(["–", "—", "-", "(", ","])
_INTO = frozenset(["NN", "NNS", "NNP", "NNPS", "VBG"])


class AllocationShapes(Shapes):
    """The shape, over the clauses of one document."""

    def sum_allocated(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """The sums behind a verb of giving, or behind "allocations include", as far as the row goes on."""
        if clause.passive or self._sets_no_sum(clause):
            return
        owner = self._find_giver(clause)
        for value, end in self._list_sums(clause):
            taker = self._find_taker(end) if owner or clause.lemma not in _TELLING else None
            text = self._read_purpose(end)
            if text is not None and (taker or owner):
                measure = self.words.allocation if taker else f"{self.words.allocation} {text}"
                yield from self.tell(
                    rule, clause, clause.token, value, owner=taker or owner, measure=measure
                )

    def _sets_no_sum(self, clause: Clause) -> bool:
        """ "set a price of $3 million for", but not "set aside $3 million for"."""
        behind = self.parse.words[clause.token + 1 : clause.token + 2]
        return clause.lemma == "set" and behind != ["aside"]

    def _find_taker(self, link: int) -> Mention | None:
        """The body of government that a sum is for, whoever allocates it: "for [the health ministry]"."""
        start = self._skip_article(link + 1)
        beginning = (
            m
            for m in self.arguments.by_token.get(start, ())
            if self.arguments.ranges[m][0] in {link + 1, start}
        )
        return next((m for m in beginning if self.arguments.fits(m, _TAKERS)), None)

    def _skip_article(self, token: int) -> int:
        """Where a noun phrase goes on behind its article or possessive."""
        return token + (self.parse.tags[token : token + 1] in (["DT"], ["PRP$"]))

    def _find_giver(self, clause: Clause) -> Mention | None:
        """Who allocates: the subject, or of "Other allocations included" who was told to before."""
        if clause.lemma in _TELLING:
            last = self.observer.last
            listed = any(self.parse.lemmas[t] == self.words.allocation for t in clause.subjects)
            told = last is not None and last.measure.startswith(self.words.allocation)
            return last.subject if listed and told and last is not None else None
        owners = self.observer.find_owners(clause)
        return next((m for m in owners if self.arguments.fits(m, _GIVERS)), None)

    def _list_sums(self, clause: Clause) -> Iterator[tuple[Mention, int]]:
        """The sums of money behind the verb in order, each with the token of the "for" behind it."""
        last = self.parse.sentences[clause.sentence][1]
        token = clause.token + 1
        first = True
        while token < last:
            value = self._find_money(token)
            if value is None:
                token += 1
                continue
            end = self.arguments.ranges[value][1]
            joined = first or self._is_joined(self.arguments.ranges[value][0])
            link = self._find_link(end, last)
            if link is not None and joined:
                yield value, link
                first = False
            token = end

    def _find_money(self, token: int) -> Mention | None:
        return next((v for v in self.values.at(token) if v.origin == "money"), None)

    def _is_joined(self, start: int) -> bool:
        """Whether a further sum goes on with the row: ", 30 million for", "and another 30 million for"."""
        words = self.parse.words[max(start - 3, 0) : start]
        return any(word.lower() in _JOINTS for word in words)

    def _find_link(self, end: int, last: int) -> int | None:
        """The "for" right behind a sum, or behind what dashes or brackets set off there."""
        words = self.parse.words
        if end < last and words[end].lower() in _LINKS:
            return end
        if end >= last or words[end] not in _SET_OFF:
            return None
        for token in range(end + 1, min(end + _GAP, last - 1)):
            if words[token] in _SET_OFF - {"("} | {")"} and words[token + 1].lower() == "for":
                return token + 1
            if self.parse.tags[token][:2] == "VB" or self._find_money(token) is not None:
                return None
        return None

    def _read_purpose(self, link: int) -> str | None:
        """What a sum is for, from its preposition on; None for a time, a person, or a verb's object."""
        parse = self.parse
        last = min(parse.sentences[parse.sentence_of[link]][1], link + 1 + _LONGEST)
        end = link + 1
        while end < last and parse.words[end].lower() not in _CLOSING:
            if parse.words[end].lower() == "and" and self._find_money(end + 1) is not None:
                break
            if parse.tags[end] in {"MD", "VBD", "VBZ"}:
                break
            end += 1
        told = any(parse.tags[t] in _INTO for t in range(link + 1, end))
        timed = self.arguments.find_period_around(link + 1) is not None
        if (
            not told
            or timed
            or (parse.words[link].lower() == "to" and parse.tags[link + 1 : link + 2] == ["VB"])
        ):
            return None
        start = self._skip_article(link + 1)
        text = self.arguments.slice(start, end) if start < end else ""
        return f"{parse.words[link].lower()} {text}" if text else None

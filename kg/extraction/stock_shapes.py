"""What a firm's share costs, what analysts think that it should, what it pays: "the share closed at Rs 118"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.main_company import find_main_company
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.told_subjects import list_told_owners
from kg.model.mention import Mention, MentionKind

_SHARE_PRICE, _TARGET = "share price", "target price"
_DEAREST = 1_000_000  # of one share
_FIRMS = ("Company",)
_ON = frozenset(["for", "on", "of"])
_REACH = 14  # tokens from a target price to what it is moved to
_STOCKS = frozenset(["share", "stock", "scrip", "counter"])
_PRICED = frozenset(["target", "price"])
_PRICES = (["target", "price"], ["price", "target"])


class StockShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def share_closed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The share closed at Rs 118.50": that of the firm that the text is about."""
        if clause.passive or len(clause.subjects) != 1:
            return
        subject = clause.subjects[0]
        if self.parse.lemmas[subject].lower() not in _STOCKS or not self._is_the(subject):
            return
        values = self.values.in_slots_or_beside(clause, ("at", "to"))
        price = next((v for v in values if v.origin == "money"), None)
        owner = self._find_firm(subject) if price is not None else None
        if price is not None and owner is not None and self.size_of(price) < _DEAREST:
            yield from self.tell(rule, clause, subject, price, owner=owner, measure=_SHARE_PRICE)

    def _is_the(self, noun: int) -> bool:
        """ "the share", "the bank's stock": of whom is told before."""
        words = {self.parse.words[c].lower() for c in self.parse.children[noun]}
        return "the" in words

    def _find_firm(self, token: int) -> Mention | None:
        """The firm that is told most, or the only one whose figures were told before."""
        main = find_main_company(self.arguments)
        told = list_told_owners(self.observer, 0, token, _FIRMS)
        return main or (told[0] if self.arguments.are_one(told) else None)

    def target_price(self, rule: Rule) -> Iterator[Candidate]:
        """ "raised her target price for the stock to 38,000 won from 33,000": of whose stock it is."""
        parse = self.parse
        for noun in range(1, len(parse.lemmas)):
            if parse.lemmas[noun].lower() not in _PRICED or (
                [lemma.lower() for lemma in parse.lemmas[noun - 1 : noun + 1]] not in _PRICES
            ):
                continue
            price = self._find_price(noun)
            owner = self._find_target(noun, price) if price is not None else None
            if price is None or owner is None:
                continue
            yield from self.observer.observe(rule, noun, noun, price, owner=owner, measure=_TARGET)

    def _find_price(self, noun: int) -> Mention | None:
        """The price behind "to", "at" or "of", past what it is for."""
        parse, last = self.parse, self.parse.sentences[self.parse.sentence_of[noun]][1]
        for token in range(noun + 1, min(noun + _REACH, last - 1)):
            if parse.words[token].lower() in {"to", "at", "of"}:
                near = range(token + 1, min(token + 4, last))
                money = next((v for t in near for v in self.values.at(t)), None)
                if money is not None:
                    return money if money.origin == "money" else None
        return None

    def _find_target(self, noun: int, price: Mention) -> Mention | None:
        """The firm named behind "for" or "on"; of "the stock" the one that the text is about."""
        parse, end = self.parse, self.arguments.ranges[price][0]
        if noun + 1 >= end or parse.words[noun + 1].lower() not in _ON:
            return self._find_firm(noun)
        for token in range(noun + 2, end):
            found = self.arguments.find(token, _FIRMS)
            if found is not None and found.kind is not MentionKind.ADJECTIVE:
                return found
        stocks = any(parse.lemmas[t].lower() in _STOCKS for t in range(noun + 2, end))
        return self._find_firm(noun) if stocks else None

    def dividend_rate(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "recommended a 12% cash dividend": so many per cent of a share's face."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        owners = [m for m in owners if self.arguments.fits(m, _FIRMS)]
        for noun in clause.objects if owners else ():
            values = [*self.values.inside(noun), *self.values.after(noun)]
            percent = next((v for v in values if v.origin == "percent"), None)
            if percent is not None and self.parse.lemmas[noun] in self.words.payouts:
                yield from self.tell(rule, clause, noun, percent, owner=owners[0])

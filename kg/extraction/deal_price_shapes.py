"""What a deal gives for each share: "to acquire Zenda for $34 per share", "holders get 0.12 Norvik shares for each"."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_FIRMS = ("Company", "Organization")
_EACH = frozenset(["a", "per", "each", "every"])
_HYPHENS = frozenset(["-", "–", "‑"])
_SHARE = "share"
_SHARES = frozenset(["share", "stock"])
_KIND = 4  # tokens between "each" or a number and "share"
_FOR_EACH = 16  # tokens from what is received to "for each"
_CLIMB = 8  # heads above a price up to the verb of its deal
_PRICE = "price per share"


class DealPriceShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def price_per_share(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """A firm that is bought, or whose holders are paid, at so much a share."""
        for value in self._find_prices(clause):
            verb, measure = clause.token, _PRICE
            owner = self._find_bought(clause) or self._find_paid(clause)
            if owner is None and (owner := self._find_issuer(clause)) is not None:
                measure = self.words.issue_price
            if owner is not None:
                yield from self.tell(rule, clause, verb, value, owner=owner, measure=measure)

    def _find_prices(self, clause: Clause) -> Iterator[Mention]:
        """The prices of a share under a verb."""
        begin, end = self.parse.sentences[clause.sentence]
        words = self.parse.words[begin:end]
        if _SHARE not in words:
            return
        for token in range(clause.token + 1, end):
            for value in self.values.at(token):
                first, behind = self.arguments.ranges[value]
                priced = first == token and value.origin == "money" and self._is_a_share(behind)
                if priced and self._is_under(token, clause.token):
                    yield value

    def _is_a_share(self, end: int) -> bool:
        """Whether "per share", "a share", "-a-share" stand right behind a sum."""
        row = [w.lower() for w in self.parse.words[end : end + _KIND] if w not in _HYPHENS]
        return len(row) > 1 and row[0] in _EACH and row[1] == _SHARE

    def _is_under(self, token: int, verb: int) -> bool:
        """Whether a sum belongs to a verb, and to no clause of its own beneath: "bought X, which earned"."""
        parse = self.parse
        for _ in range(_CLIMB):
            if token == verb:
                return True
            own = parse.deps[token] in {"relcl", "ccomp", "advcl"} or (
                parse.deps[token] == "conj" and parse.tags[token][:2] == "VB"
            )
            if own or parse.heads[token] == token:
                return False
            token = parse.heads[token]
        return False

    def _find_bought(self, clause: Clause) -> Mention | None:
        """The firm that a deal is for; of "its stake in X", "all shares of X": X."""
        for token in (*clause.objects, *clause.slot("for")):
            firm = self._name_at(token) or self._find_shares_of(token)
            if firm is not None:
                return firm
        return None

    def _find_shares_of(self, noun: int) -> Mention | None:
        """The firm behind "in" or "of", "all of X's shares"; before its shares, where it has a name."""
        parse = self.parse
        for link in parse.children[noun]:
            if parse.deps[link] == "prep" and parse.lemmas[link] in {"in", "of"}:
                for inner in parse.children[link]:
                    firm = self._name_at(inner) or self._find_possessing(inner)
                    if firm is not None:
                        return firm
        return self._find_possessing(noun)

    def _find_possessing(self, noun: int) -> Mention | None:
        """ "Zenda's shares"; not "its stake", which is in another."""
        if self.parse.lemmas[noun] not in _SHARES:
            return None
        owner = self.observer.owners.find_possessor(noun)
        named = owner is not None and owner.kind is MentionKind.NAME
        return owner if owner and named and self.arguments.fits(owner, _FIRMS) else None

    def _find_issuer(self, clause: Clause) -> Mention | None:
        """ "Norvik priced its initial public offering at": whose shares are sold for the first time."""
        offered = any(self.parse.lemmas[t] in self.words.offerings for t in clause.objects)
        firms = (self._name_at(t) for t in clause.subjects) if offered else ()
        return next((firm for firm in firms if firm is not None), None)

    def _find_paid(self, clause: Clause) -> Mention | None:
        """ "Zenda's shareholders will receive": Zenda."""
        for token in () if clause.passive else clause.subjects:
            if self.parse.lemmas[token] in self.words.holders:
                return self._find_held(token)
        return None

    def _find_held(self, holders: int) -> Mention | None:
        """Whose shares those who hold them have."""
        owner = self.observer.owners.find_own(holders)
        return owner if owner is not None and self.arguments.fits(owner, _FIRMS) else None

    def _name_at(self, token: int) -> Mention | None:
        firm = self.arguments.find(token, _FIRMS)
        told = firm is not None and (
            firm.kind is MentionKind.NAME or firm in self.arguments.resolved
        )
        return firm if told else None

    def shares_exchanged(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Zenda's holders will receive 0.12 shares of Norvik for each share": the ratio is Zenda's."""
        held = self._find_paid(clause) or self._find_swapped(clause)
        end = self.parse.sentences[clause.sentence][1]
        for token in range(clause.token + 1, end) if held is not None else ():
            for value in self.values.at(token):
                first, behind = self.arguments.ranges[value]
                share = self._find_share(behind) if first == token else None
                each = clause.passive or (share is not None and self._is_for_each(share, end))
                if share is None or value.origin != "number" or not each:
                    continue
                given = self._find_given(behind, share, end)
                quantity = value.value
                if not isinstance(quantity, Quantity) or given is None:
                    continue
                counted = self.values.replaced(value, replace(quantity, unit=_SHARE))
                measure = f"{given.text} shares received for each share"
                yield from self.tell(rule, clause, share, counted, owner=held, measure=measure)
                return

    def _find_swapped(self, clause: Clause) -> Mention | None:
        """ "Each share of Zenda will be exchanged for": Zenda."""
        parse = self.parse
        for token in clause.objects if clause.passive else ():
            each = {parse.words[c].lower() for c in parse.children[token]} & {
                "each",
                "every",
                "one",
            }
            if parse.lemmas[token] in _SHARES and each:
                return self._find_shares_of(token) or self._find_held(token)
        return None

    def _find_share(self, end: int) -> int | None:
        """ "0.12 [of a] [new common] share": where "share" stands behind a number."""
        lemmas = self.parse.lemmas
        return next(
            (k for k in range(end, min(end + _KIND + 2, len(lemmas))) if lemmas[k] == _SHARE), None
        )

    def _is_for_each(self, share: int, end: int) -> bool:
        words = [w.lower() for w in self.parse.words[share : min(share + _FOR_EACH, end)]]
        return any(a == "for" and b in {"each", "every"} for a, b in itertools.pairwise(words))

    def _find_given(self, behind: int, share: int, end: int) -> Mention | None:
        """Whose shares are given: "0.12 Norvik shares", "0.12 shares of Norvik"."""
        stop = next((k for k in range(share, end) if self.parse.words[k].lower() == "for"), end)
        found = (
            m
            for k in range(behind, stop)
            for m in self.arguments.by_token.get(k, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, _FIRMS)
        )
        return next(found, None)

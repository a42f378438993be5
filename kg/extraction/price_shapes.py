"""The shape of share prices: "Norvik Corp. fell 95 cents, or 3.4 percent, to $27.26 in Zenda trading"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_REACH = 12  # tokens from the verb to the price
_DEAREST = 100_000  # of one share
_MOVES = frozenset([",", "or", "cents", "pence", "percent", "%", "per", "cent", "by", "as", "much"])
_ENDING = frozenset(["trade", "close", "settle", "end", "finish", "open", "quote"])
_TRADE = frozenset(["trading", "trade", "shares", "stock", "exchange", "nasdaq", "cents", "pence"])
_QUOTED = 8  # tokens from a move to "at"
_BEHIND = 5  # tokens from a verb in which its percentage begins
_LEAD = 2  # sentences of the headline and the lead
_FAR = 2  # sentences before in which shares are told of
_GOING_ON = frozenset(["of", "to", "stake", "more", "fewer", "less"])
_SHARES = frozenset(["share", "stock"])


class PriceShapes(Shapes):
    """The shape, over the clauses of one document."""

    def share_price(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """A firm, or its shares, that moved by some and to a price: no firm itself falls by cents."""
        if clause.passive or len(clause.subjects) != 1:
            return
        subject = clause.subjects[0]
        price, move = self._find_price(clause)
        if price is None or not self._is_traded(clause):
            return
        falls = clause.lemma.split()[0] in self.words.falling
        change = signed(move, falls) if move is not None else None
        if self.parse.lemmas[subject] in _SHARES:
            if change is not None:
                yield from self.tell(rule, clause, subject, price, change=change)
            return
        firms = self.arguments.find_all(subject, ("Company",))
        if self.observer.is_entity(subject) and firms:
            yield from self.tell(
                rule, clause, subject, price, owner=firms[0], measure="shares", change=change
            )

    def shares_moved(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Norvik soared 20 percent in December", in a text on shares: a firm does not move, its shares do."""
        if clause.passive or len(clause.subjects) != 1 or self._find_price(clause)[0] is not None:
            return
        subject = clause.subjects[0]
        turned = clause.lemma in self.words.turned
        kinds = ("Organization",) if turned else ("Company",)
        firms = self.arguments.find_all(subject, kinds)
        percent = self._percent_behind(clause.token)
        turn = self._find_turn(percent) if turned and percent is not None else ""
        if not firms or percent is None or not self.observer.is_entity(subject):
            return
        if not turn if turned else not self._is_of_shares(clause.sentence):
            return
        if any(not self.values.at(t) and t > clause.token + 2 for t in clause.objects):
            return
        falls = clause.lemma.split()[0] in self.words.falling or turn in self.words.down
        change = signed(percent, falls)
        yield from self.tell(
            rule, clause, subject, percent, owner=firms[0], measure="shares", change=change
        )

    def _find_turn(self, percent: Mention) -> str:
        """ "closed [up] 3 percent", "closed 3 percent [higher]": the word that tells which way; else nothing."""
        start, end = self.arguments.ranges[percent]
        beside = [*self.parse.words[start - 1 : start], *self.parse.words[end : end + 1]]
        turns = (w.lower() for w in beside)
        return next((w for w in turns if w in self.words.up | self.words.down), "")

    def _percent_behind(self, verb: int) -> Mention | None:
        """The percentage that a verb is followed by, with nothing behind "of" or "to" it."""
        last = self.parse.sentences[self.parse.sentence_of[verb]][1]
        for token in range(verb + 1, min(verb + _BEHIND, last)):
            for value in self.values.at(token):
                end = self.arguments.ranges[value][1]
                after = "".join(self.parse.words[end : end + 1]).lower()
                return value if value.origin == "percent" and after not in _GOING_ON else None
        return None

    def _is_of_shares(self, sentence: int) -> bool:
        """Whether a sentence or the two before it tell of shares or trading."""
        begin = self.parse.sentences[max(sentence - _FAR, 0)][0]
        end = self.parse.sentences[sentence][1]
        return not self.words.share_words.isdisjoint(self.parse.lemmas[begin:end])

    def _find_price(self, clause: Clause) -> tuple[Mention | None, Mention | None]:
        """The price behind "to", and by how many percent it moved."""
        last = self.parse.sentences[clause.sentence][1]
        move = None
        for k in range(clause.token + 1, min(clause.token + _REACH, last - 1)):
            values = self.values.at(k)
            move = next((m for m in values if m.origin == "percent"), move)
            word = self.parse.words[k].lower()
            if word == "to" or (word == "at" and self._is_ended(clause)):
                return self._read_price(k + 1), move
            if not values and word not in _MOVES:
                break
        return None, None

    def _is_ended(self, clause: Clause) -> bool:
        """ "Norvik was trading [at] $12 a share", of who is named."""
        return clause.lemma in _ENDING and self.parse.tags[clause.subjects[0]] != "PRP"

    def _read_price(self, token: int) -> Mention | None:
        for mention in self.values.at(token):
            value = mention.value
            if mention.origin == "money" and isinstance(value, Quantity):
                return mention if abs(value.value) < _DEAREST else None
        return None

    def _is_traded(self, clause: Clause) -> bool:
        begin, end = self.parse.sentences[clause.sentence]
        trade = not _TRADE.isdisjoint(w.lower() for w in self.parse.words[begin:end])
        return trade or self._is_of_shares(clause.sentence) or self._opens_with_shares

    @cached_property
    def _opens_with_shares(self) -> bool:
        """ "Shares in steel firms have dropped worldwide": whether a text begins with shares."""
        lead = self.parse.sentences[:_LEAD]
        first = {self.parse.words[t].lower() for told in lead for t in range(*told)}
        return not first.isdisjoint({"shares", "stocks"})

    def shares_turned(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, with rival Norvik Holdings down 3.4%": a firm and what its shares did, without a verb."""
        parse = self.parse
        for value in list(self.values.all()):
            turn = self.arguments.ranges[value][0] - 1
            word = parse.words[turn].lower()
            if value.origin == "money" and word in self.words.up | self.words.down and turn > 0:
                yield from self._tell_quoted(rule, turn, value)
                continue
            turned = word in self.words.up | self.words.down and value.origin == "percent"
            firm = self.arguments.find(turn - 1, ("Company",)) if turned and turn > 0 else None
            if firm is None or firm.kind is not MentionKind.NAME:
                continue
            if self._is_of_shares(parse.sentence_of[turn]) or self._opens_with_shares:
                yield from self.observer.observe(
                    rule,
                    turn,
                    turn - 1,
                    value,
                    owner=firm,
                    measure="shares",
                    change=signed(value, word in self.words.down),
                )

    def _tell_quoted(self, rule: Rule, turn: int, move: Mention) -> Iterator[Candidate]:
        """ "Norvik closed up 13 rupees at 87.10", "Zenda Bank down $2, or 3 percent, at $14": where a share stood."""
        verb = turn - 1
        subjects = self.parse.list_subjects(verb) if self._turns(verb) else [verb]
        firm = self.arguments.find(subjects[0], ("Company",)) if len(subjects) == 1 else None
        price, percent = self._read_quote(self.arguments.ranges[move][1], move)
        if firm is None or price is None or price.span in self.observer.made:
            return
        falls = self.parse.words[turn].lower() in self.words.down
        change = signed(percent, falls) if percent is not None else None
        yield from self.observer.observe(
            rule, turn, verb, price, owner=firm, measure="shares", change=change
        )

    def _turns(self, verb: int) -> bool:
        return self.parse.lemmas[verb] in self.words.turned

    def _read_quote(self, end: int, move: Mention) -> tuple[Mention | None, Mention | None]:
        """The price behind "at", in the currency of the move where it has none, and the percentage before it."""
        percent = None
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for k in range(end, min(end + _QUOTED, last - 1)):
            found = self.values.at(k)
            percent = next((m for m in found if m.origin == "percent"), percent)
            if self.parse.words[k].lower() == "at":
                return self._read_price(k + 1) or self._price_in_unit(k + 1, move), percent
            if not found and self.parse.words[k].lower() not in _MOVES:
                break
        return None, None

    def _price_in_unit(self, token: int, move: Mention) -> Mention | None:
        """ "at [87.10]" behind "up 13 rupees"."""
        bare = next((m for m in self.values.at(token) if m.origin == "number"), None)
        unit = move.value.unit if isinstance(move.value, Quantity) else None
        if bare is None or not isinstance(bare.value, Quantity) or bare.value.unit or unit is None:
            return None
        told = self.values.replaced(bare, replace(bare.value, unit=unit))
        return told if abs(bare.value.value) < _DEAREST else None

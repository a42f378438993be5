"""Amounts of deals that stand beside their noun: "a $438 million contract", "The deal is worth $5 billion"."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.standing_ventures import settle_ventures
from kg.extraction.weakening import BUYING, PRICING
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_PREDICATES = ("acquires", "cooperatesWith", "investsIn", "develops")
_BEHIND = 4  # tokens from a sum to the noun that it tells of: "a $5 billion clean energy deal"
_BEFORE = 9  # … and from a noun to its sum: "a deal with Norvik Group worth $5 billion"
_LINKED = 4  # … and from "worth" or "of" to the sum: "worth as much as about $5 billion"
_NEAR = 3  # sentences between what is built and what it costs
_BOUGHT = frozenset(["acquires", "cooperatesWith"])
_PARTS = 2  # "buys the water business of Y": the business and, for want of its name, Y
_AMOUNTING = frozenset(["be", "involve", "cost", "total", "value"])
_COSTING = frozenset(
    ["costing", "costs", "cost", "estimated", "put", "totals", "amounts", "values"]
)
_PAYING = frozenset(["pay", "spend", "shell"])
_POINTING = frozenset(["the", "this", "that"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "JJ", "HYPH", "VBG"])


class DealAmounts:
    """Gives the candidates of one document the sums that no rule has read."""

    def __init__(self, arguments: ArgumentFinder, qualifiers: QualifierFinder) -> None:
        words = load_lexicon("triggers")
        self.arguments, self.parse = arguments, arguments.parse
        self.qualifiers = qualifiers
        self.nouns = {p: words.get(f"sums_of_{p}") for p in _PREDICATES[:3]}
        self.buying, self.rounds = words.get("buy"), words.get("joint_sums")
        self.selling = load_lexicon("arguments").get("leaving")
        self.worth, self.costs = words.get("sums_worth"), words.get("cost_measures")
        self.sums: dict[int, list[Mention]] = defaultdict(list)  # by sentence
        for mention in arguments.recognized.mentions:
            money = mention.kind is MentionKind.QUANTITY and mention.origin == "money"
            if money and not qualifiers.is_of_a_share(mention):
                self.sums[self._sentence(mention)].append(mention)

    def settle(self, candidates: list[Candidate]) -> None:
        """Adds each amount where its sentence or the next tells one alone, and takes away those of other deeds."""
        if self.sums:
            self._add_amounts(candidates)
            self._drop_prices(candidates)
        settle_ventures(candidates, self.arguments)

    def _drop_prices(self, candidates: list[Candidate]) -> None:
        """ "X's $2 billion sale to Y": the price of a purchase is no figure of what is sold."""
        prices: set[tuple[int, object]] = {
            (self._place(c)[0], q.value)
            for c in candidates
            if c.rule.predicate == "acquires"
            for q in c.qualifiers
            if q.name == "amount"
        }
        if prices:
            candidates[:] = [c for c in candidates if not self._is_price(c, prices)]

    def _is_price(self, candidate: Candidate, prices: set[tuple[int, object]]) -> bool:
        told = candidate.object
        if candidate.rule.predicate != "observes" or not isinstance(told, Mention):
            return False
        named = self.nouns["acquires"].isdisjoint(candidate.measure.lower().split()[:1])
        return not named and (self._place(candidate)[0], told.value) in prices

    def _add_amounts(self, candidates: list[Candidate]) -> None:
        """Adds each amount where its sentence or the next tells one alone, and one deal."""
        pairs: dict[tuple[int, str], set[tuple[Mention, object]]] = defaultdict(set)
        open_ones = []
        for candidate in candidates:
            predicate = candidate.rule.predicate
            if predicate in _PREDICATES and isinstance(candidate.object, Mention):
                first = self.arguments.find_first
                pair = (first(candidate.subject), first(candidate.object))
                if pair[0] != pair[1]:
                    pairs[self._place(candidate)].add(pair)
                if not any(q.name == "amount" for q in candidate.qualifiers):
                    open_ones.append(candidate)
        costs = self._list_costs(candidates) if open_ones else {}
        paid = self._list_paid(candidates) if open_ones else {}
        for candidate in open_ones:
            told = pairs[self._place(candidate)]
            parts = candidate.rule.predicate == "acquires" and len({one for one, _ in told}) == 1
            alone = len(told) == 1 or (parts and len(told) == _PARTS)
            amount = self._find(candidate, costs, alone=alone)
            beside = paid.get(self._thing(candidate), set())
            if amount is None and candidate.rule.predicate == "develops" and len(beside) == 1:
                candidate.qualifiers.append(Qualifier(name="amount", value=next(iter(beside))))
            if amount is not None and amount.value is not None:
                candidate.qualifiers.append(Qualifier(name="amount", value=amount.value))
                candidates[:] = [c for c in candidates if not self._is_same_sum(c, amount)]

    def _is_same_sum(self, candidate: Candidate, amount: Mention) -> bool:
        """ "The transaction, valued at $5 billion": the sum of a deal is no figure of who buys."""
        told = candidate.rule.predicate == "observes" and candidate.object is amount
        return told and candidate.measure.lower() in self.nouns["acquires"]

    def _place(self, candidate: Candidate) -> tuple[int, str]:
        return self.parse.sentence_of[candidate.token], candidate.rule.predicate

    def _sentence(self, mention: Mention) -> int:
        return self.parse.sentence_of[self.arguments.ranges[mention][0]]

    def _find(
        self, candidate: Candidate, costs: dict[Mention, list[Mention]], *, alone: bool
    ) -> Mention | None:
        sentence, predicate = self._place(candidate)
        if predicate == "develops":
            thing = candidate.object
            told = (
                costs.get(self.arguments.find_first(thing), [])
                if isinstance(thing, Mention)
                else []
            )
            near = [m for m in told if abs(self._sentence(m) - sentence) <= _NEAR]
            return near[0] if len({m.value for m in near}) == 1 else None
        if not alone or (predicate == "investsIn" and self._is_joint(sentence)):
            return None
        own = [m for m in self.sums[sentence] if self._is_of(m, predicate)]
        if own:
            return own[0] if len(own) == 1 else None
        following = self.sums.get(sentence + 1, [])
        if len(following) != 1 or self.sums[sentence]:
            return None
        taken_up = self._takes_up(sentence + 1, following[0], predicate)
        paid = predicate == "acquires" and self._is_paid_for(following[0], candidate)
        return following[0] if taken_up or paid else None

    def _is_joint(self, sentence: int) -> bool:
        """ "Raised $8 million in a round led by Norvik": from several, none of whom gave all."""
        lemmas = self.parse.lemmas[slice(*self.parse.sentences[sentence])]
        return not self.rounds.isdisjoint(lemmas)

    def _is_of(self, amount: Mention, predicate: str) -> bool:
        """Whether a sum stands before or behind a noun for such a deal."""
        nouns, (start, end) = self.nouns[predicate], self.arguments.ranges[amount]
        lemmas, tags, words = self.parse.lemmas, self.parse.tags, self.parse.words
        behind = end
        if words[end : end + 2] == ["worth", "of"] or words[end : end + 1] == ["in"]:
            behind += 1 + (words[end] == "worth")
        for k in range(behind, min(behind + _BEHIND, len(words))):
            if lemmas[k] in nouns:
                return True
            if tags[k] not in _NOUNS:
                break
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        near = range(max(start - _LINKED, first), start)
        if any(words[k] == "sales" for k in near):
            return False  # "a rival with sales of $5 billion"
        if any(words[k] == "of" and lemmas[k - 1] in nouns for k in near):
            return True  # "an investment of about $5 billion"
        if predicate == "acquires" and self._is_spent(near.start, end):
            return True
        if predicate in _BOUGHT and any(words[k] == "for" for k in near):
            return self._is_paid(start, first, nouns, buying=predicate == "acquires")
        worth = any(words[k].lower() in self.worth for k in near)
        return worth and not nouns.isdisjoint(lemmas[max(start - _BEFORE, first) : start])

    def _is_spent(self, start: int, end: int) -> bool:
        """ "Paid $2 billion to buy Y", "the $2 billion that it paid to get 20% of Y"."""
        lemmas = self.parse.lemmas
        paid = [k for k in range(start, min(end + _BEHIND, len(lemmas))) if lemmas[k] in PRICING]
        if not paid:
            return False
        last = max(end, paid[-1] + 1)
        return lemmas[last : last + 1] == ["to"] and not BUYING.isdisjoint(
            lemmas[last + 1 : last + 2]
        )

    def _is_paid(self, start: int, first: int, nouns: frozenset[str], *, buying: bool) -> bool:
        """ "Signed an agreement to acquire products of Y [for $2 billion]": what is bought costs so much."""
        lemmas = self.parse.lemmas[first:start]
        bought = not (self.buying | self.selling if buying else self.buying).isdisjoint(lemmas)
        return bought and (buying or not nouns.isdisjoint(lemmas))

    def _takes_up(self, sentence: int, amount: Mention, predicate: str) -> bool:
        """ "The deal, which is subject to approval, is worth $5 billion"."""
        parse, (first, _) = self.parse, self.parse.sentences[sentence]
        root = self.qualifiers.owner_of(amount)
        subjects = parse.list_subjects(root)
        subject = subjects[0] if subjects else -1
        start = self.arguments.ranges[amount][0]
        if parse.lemmas[root] in _AMOUNTING and first < subject < start:
            return self._is_deal(subject, predicate) or self._is_set_off(first, amount, predicate)
        return self._is_set_off(first, amount, predicate)

    def _is_deal(self, noun: int, predicate: str) -> bool:
        """ "The deal", which takes up one that was told before."""
        parse = self.parse
        pointed = any(parse.words[c].lower() in _POINTING for c in parse.children[noun])
        named = parse.lemmas[noun] in self.nouns[predicate] | {"operation", "transaction"}
        return pointed and named and parse.tags[noun] == "NN"

    def _is_set_off(self, first: int, amount: Mention, predicate: str) -> bool:
        """ "The deal, valued at $5 billion, will …", "the takeover, which is worth $5 billion, …"."""
        start, end = self.arguments.ranges[amount]
        words = [w.lower() for w in self.parse.words[first:start]]
        if words.count(",") != 1 or self.parse.words[end : end + 1] != [","]:
            return False
        comma = words.index(",")
        aside = words[comma + 1 :]
        told = len(aside) <= _BEFORE and not (self.worth | _COSTING).isdisjoint(aside)
        return comma > 0 and told and self._is_deal(first + comma - 1, predicate)

    def _is_paid_for(self, amount: Mention, candidate: Candidate) -> bool:
        """ "It paid $5 billion for the airline": who has bought, for what it has bought."""
        verb, first = self.qualifiers.owner_of(amount), self.arguments.find_first
        if self.parse.lemmas[verb] not in _PAYING:
            return False
        payers = [self.arguments.find(t, ("Agent",)) for t in self.parse.list_subjects(verb)]
        behind = self.arguments.ranges[amount][1]
        if self.parse.words[behind : behind + 1] != ["for"]:
            return False
        kinds = ("Agent", "Facility", "Project")
        goods = [self.arguments.find(t, kinds) for t in self.parse.children[behind]]
        payer = any(m is not None and first(m) == first(candidate.subject) for m in payers)
        bought = any(
            m is not None
            and isinstance(candidate.object, Mention)
            and first(m) == first(candidate.object)
            for m in goods
        )
        return payer and bought

    def _thing(self, candidate: Candidate) -> tuple[int, Mention | None]:
        """What is built, bought or paid for, and in which sentence."""
        thing = candidate.object if isinstance(candidate.object, Mention) else None
        return self._place(candidate)[0], self.arguments.find_first(thing) if thing else None

    def _list_paid(
        self, candidates: list[Candidate]
    ) -> dict[tuple[int, Mention | None], set[Quantity]]:
        """What is put into things that are built: "will invest 5 million to build a mill" is what the mill takes."""
        found: dict[tuple[int, Mention | None], set[Quantity]] = defaultdict(set)
        for c in candidates:
            if c.rule.predicate in {"investsIn", "develops"}:
                found[self._thing(c)].update(
                    q.value
                    for q in c.qualifiers
                    if q.name == "amount" and isinstance(q.value, Quantity)
                )
        return found

    def _list_costs(self, candidates: list[Candidate]) -> dict[Mention, list[Mention]]:
        """What things cost, by their first mention."""
        found: dict[Mention, list[Mention]] = defaultdict(list)
        for c in candidates:
            told = c.rule.predicate == "observes" and c.measure.lower() in self.costs
            if told and isinstance(c.object, Mention) and c.object.origin == "money":
                found[self.arguments.find_first(c.subject)].append(c.object)
        return found

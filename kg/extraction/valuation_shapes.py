"""What a firm is worth: "is valued at $640 million", "a deal that values the company at $2bn"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind

_VALUE, _VALUATION = "value", "valuation"
_VALUED = ("Organization", "Project", "Facility")
_FIRM = ("Company",)
_AMONG = frozenset(["of", "among"])
_CLIMBED = 6  # heads from "valuing" up to what is bought
_BOUGHT = frozenset(["dobj", "pobj"])


class ValuationShapes(Shapes):
    """The shape, over the clauses of one document."""

    def valued_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The sale values Norvik at 5 billion": Norvik's value, not the sale's."""
        if clause.lemma != _VALUE:
            yield from self._raised_at(rule, clause)
            return
        things = [t for t in clause.objects if not self.observer.no_values.is_of_stake(t)]
        owners = [m for t in things for m in self.arguments.find_all(t, _VALUED)]
        owner = self._find_meant(clause, owners[0]) if owners else self._find_one_of(clause)
        for value in self.values.in_slots(clause, ("at",))[:1] if owner is not None else []:
            if value.origin != "money":
                continue
            _, end = self.arguments.ranges[value]
            apiece = (
                "each" in self.parse.words[end : end + 2]
            )  # "values A and B at 17 billion each"
            if apiece:
                self.observer.shared.add(value.span)
            for valued in owners if apiece else [owner]:
                yield from self.tell(
                    rule, clause, clause.token, value, owner=valued, measure=_VALUE
                )

    def _find_one_of(self, clause: Clause) -> Mention | None:
        """ "Norvik is one of the few companies valued at over 1 billion": Norvik."""
        parse, nouns = self.parse, clause.objects if clause.passive else []
        for noun in nouns[:1]:
            one = parse.heads[parse.heads[noun]]
            among = parse.words[one].lower() == "one" and parse.lemmas[parse.heads[noun]] in _AMONG
            if not among or parse.deps[one] not in {"attr", "appos"}:
                return None
            named = parse.list_subjects(parse.heads[one]) or [parse.heads[one]]
            return self.arguments.find(named[0], _FIRM)
        return None

    def _find_meant(self, clause: Clause, owner: Mention) -> Mention | None:
        """Of "X agreed to buy Y in a deal that values the company at" it is Y; nobody where that is not told."""
        if owner.kind is MentionKind.NAME or clause.passive:
            return owner
        verb = self._find_buying(clause.token)
        if verb is None:
            return owner
        first, start = self.arguments.find_first, clause.token
        buyers = {
            first(m)
            for c in self.parse.children[verb]
            if self.parse.deps[c] == "nsubj"
            for m in self.arguments.find_all(c, _FIRM)
        }
        bought = [
            m
            for t in range(verb + 1, start)
            if self.parse.deps[t] in _BOUGHT
            for m in self.arguments.by_token.get(t, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, _FIRM)
        ]
        return next((m for m in bought if first(m) not in buyers), None)

    def _find_buying(self, token: int) -> int | None:
        """The verb of buying or investing above a verb, in the same sentence."""
        parse = self.parse
        for _ in range(_CLIMBED):
            if parse.heads[token] == token:
                return None
            token = parse.heads[token]
            if parse.tags[token][:2] == "VB" and parse.lemmas[token] in self.words.bidding:
                return token
        return None

    def _raised_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "raised $200 million at a valuation of $2 billion": the subject's valuation."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        nouns = [
            *clause.slot("at"),
            *(
                inner
                for noun in clause.objects
                for link in self.parse.children[noun]
                if self.parse.lemmas[link] == "at"
                for inner in self.parse.children[link]
            ),
        ]
        for noun in nouns if owners and self.arguments.fits(owners[0], _FIRM) else ():
            if self.parse.lemmas[noun] != _VALUATION:
                continue
            values = [*self.values.inside(noun), *self.values.after(noun)]
            for value in [v for v in values if v.origin == "money"][:1]:
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=_VALUATION)

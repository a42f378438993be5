"""How many use what somebody has, and the price at which something starts to be sold."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind

_USED = (
    "Organization",
    "Project",
    "TransportCorridor",
    "Facility",
    "Product",
    "Event",
    "Agreement",
)
_FIGURE = 10  # fewer are told of one by one
_THROUGH = ("on", "upon", "to", "with")
_PRICE = "price"
_DEAREST = 10_000_000  # of one thing that is sold
_BEHIND = 4  # tokens from a verb to its price


class UserShapes(CountShapes):
    """The shapes, over the clauses of one document."""

    def counted_users(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "9,000 customers use Norvik's products": how many there are who use them."""
        things = [*clause.objects, *(t for name in _THROUGH for t in clause.slot(name))]
        owners = [m for t in things if (m := self._find_owner(t)) is not None]
        if not owners or not clause.subjects or not self.arguments.are_one(owners):
            return
        for noun in self._through_totals(clause.subjects):
            value = self.values.count_of(noun)
            closed = self.words.uncounted | self.words.none
            if value is None or self.size_of(value) < _FIGURE or not self.is_plural(noun):
                continue
            people = self.parse.lemmas[noun] in self.words.people
            text = "users" if people else self.observer.owners.measure_text(noun)
            if text and self.parse.lemmas[noun] not in closed:
                counted = self.values.with_unit(value, noun)
                yield from self.tell(rule, clause, noun, counted, owner=owners[0], measure=text)

    def _find_owner(self, thing: int) -> Mention | None:
        """Whose a thing is that is used, or the thing itself: "[Norvik]'s software", "the [Norvik] website"."""
        own = self.observer.owners.find_possessor(thing)
        found = own if own is not None else self.arguments.find(thing, _USED)
        if found is None or not self.arguments.fits(found, _USED):
            return None
        known = found.kind is not MentionKind.NOMINAL or found in self.arguments.resolved
        return found if known else None

    def starts_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The Norvik E5 will start at $44,000", "Prices of the E5 start from $30,000": what one costs."""
        if len(clause.objects if clause.passive else clause.subjects) != 1:
            return
        subject = (clause.objects if clause.passive else clause.subjects)[0]
        value = self._find_price(rule, clause)
        if value is None:
            return
        if self.parse.lemmas[subject] in rule.nouns:
            text = self.observer.owners.measure_text(subject) or self.parse.words[subject]
            yield from self.tell(rule, clause, subject, value, measure=text)
            return
        owner = self.arguments.find(subject, ("Product",))
        if owner is not None and self.observer.is_entity(subject):
            yield from self.tell(rule, clause, subject, value, owner=owner, measure=_PRICE)

    def _find_price(self, rule: Rule, clause: Clause) -> Mention | None:
        """The money right behind a verb and "at" or "from"."""
        words = self.parse.words
        for token in range(clause.token + 1, min(clause.token + _BEHIND, len(words) - 1)):
            if words[token].lower() in rule.words:
                found = (v for v in self.values.at(token + 1) if v.origin == "money")
                near = (v for v in found if self.arguments.ranges[v][0] == token + 1)
                return next((v for v in near if self.size_of(v) < _DEAREST), None)
        return None

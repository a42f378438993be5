"""Values that are none of the measure beside them: sizes, terms, differences, shares that are owned."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measure_words import MeasureWords
from kg.extraction.ranged_changes import is_end_of_change
from kg.extraction.thought_values import find_foresight, is_of_others
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS
from kg.model.quantity import Quantity

_BORDERS = frozenset(["border", "coastline", "shoreline", "perimeter"])
_NO_UNITS = frozenset(["pp", "bp"])  # a change in points is no value
_APART = frozenset(["above", "below"])  # "24 percent above the record"
_KINDS = 3  # tokens behind a number in which those stand whom it counts
_FIRST, _LAST = 1900, 2100  # that are years
_LENGTHS = frozenset(["m", "km", "mile", "yard", "foot"])
_STRETCHES = frozenset(["total", "period", "average", "minimum", "maximum", "sentence", "term"])
_LAPSED = frozenset(["after", "over", "for", "following", "within", "during", "in", "by"])
_DIFFERENT = frozenset(["higher", "lower"])
_COMPARED = _DIFFERENT | {
    "more",
    "less",
    "fewer",
    "bigger",
    "smaller",
    "larger",
    "greater",
    "wider",
}
_THEN = frozenset(["back", "ago", "earlier", "later", "before", "old", "running"])
_BEATING = frozenset(
    ["beat", "miss", "top", "exceed", "surpass", "outstrip", "undershoot", "trail"]
)
_THOUGHT = frozenset(["forecast", "expectation", "estimate", "consensus", "prediction"])
_GIVEN = frozenset(["money", "measure"])
_CASE = "case"
_SUMS = frozenset(["loan", "grant", "credit", "payment", "order", "contract", "donation", "bond"])
_DEALS = frozenset(["sale", "disposal", "divestment", "transfer", "purchase", "acquisition"])
_FREIGHT = frozenset(["cargo", "freight", "goods", "good", "container", "port"])
_MARKS = frozenset(["mark", "barrier", "milestone"])
_STEPS = frozenset(["step", "steps", "notch", "notches", "rung", "rungs"])
_AIMS = frozenset(
    ["forecast", "expected", "planned", "estimated", "predicted", "budgeted", "thought"]
)


class NoValues:
    """Tells them in one document."""

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.words = words

    def _is_hoped_for(self, value: Mention) -> bool:
        """ "is eligible for up to $4 billion": no worth or price of who may get it."""
        start = self.arguments.ranges[value][0]
        return self.arguments.lower[max(start - 2, 0) : start] == ["eligible", "for"]

    def bars(self, value: Mention, noun: int) -> bool:
        """Whether a value cannot be one of a measured noun."""
        quantity, lemma = value.value, self.parse.lemmas[noun]
        if not isinstance(quantity, Quantity) or quantity.unit in _NO_UNITS:
            return True
        money = lemma in self.words.in_money and quantity.unit in self.words.goods_units
        money = money and not (lemma == "turnover" and self._is_of_freight(noun))
        return (
            lemma in self.words.stakes
            or self._is_owner(noun)
            or (lemma == _CASE and value.origin == "money")  # a court's
            or money  # "cargo revenue fell, at 2 million tonnes"
            or self._is_term(value, quantity, noun)
            or self._is_size(value)
            or self._is_lapse(quantity, noun)
            or self._is_stretch(value, quantity, noun)
            or (value.origin == "percent" and lemma in self.words.dealt)
            or self._is_sold(value)
            or self._is_of_sentence(value, noun)
            or self._is_in_unknown_unit(value)
            or self._is_record(value, quantity)
            or self._is_difference(value)
            or self._is_year(value, quantity)
            or (lemma in _BORDERS and value.origin == "number")  # "on the border of two districts"
            or self._is_past(value, quantity, noun)
            or self._is_short_of(value)
            or self._is_of_known(value)
            or self._is_size_of_each(value)
            or self._is_of_next(value, noun)
            or self._is_beaten(noun)
            or self._is_thought(value)
            or self._is_way_left(value, quantity, noun)
            or self._is_hoped_for(value)
            or self._is_of_people(value, noun)
            or is_end_of_change(self.arguments, value)
        )

    def _is_of_people(self, value: Mention, noun: int) -> bool:
        """ "payouts of at least four executives": whose they are, and no sum."""
        start, end = self.arguments.ranges[value]
        paid = self.words.in_money | self.words.payouts
        told = value.origin == "number" and self.parse.lemmas[noun] in paid and noun < start
        return told and "NNS" in self.parse.tags[end : end + _KINDS]

    def _is_way_left(self, value: Mention, quantity: Quantity, noun: int) -> bool:
        """ "tanks advanced to 500 metres from the town": how far off they are."""
        end = self.arguments.ranges[value][1]
        following = self.parse.words[end : end + 1]
        return (
            quantity.unit in _LENGTHS
            and following in (["from"], ["off"], ["away"])
            and self.parse.tags[noun] == "NNS"
        )

    def _is_thought(self, value: Mention) -> bool:
        """ "compares with analysts' forecasts of a rise of 2 percent": what others had thought."""
        foresight = find_foresight(self.parse, self.arguments.ranges[value][0])
        return foresight is not None and is_of_others(self.parse, foresight)

    def _is_of_freight(self, noun: int) -> bool:
        """ "cargo turnover of 2 million tonnes"."""
        return any(self.parse.lemmas[c].lower() in _FREIGHT for c in self.parse.children[noun])

    def _is_beaten(self, noun: int) -> bool:
        """ "came in at 13 million, beating forecasts of 11 million": what others had thought."""
        parse = self.parse
        beside = parse.words[noun - 1].lower().removesuffix("ing")
        beaten = parse.lemmas[parse.heads[noun]] in _BEATING or beside in _BEATING
        return parse.lemmas[noun] in _THOUGHT and beaten

    def _is_past(self, value: Mention, quantity: Quantity, noun: int) -> bool:
        """ "from 5 million two years back", "are not in the four-year plan": a time, and no measure."""
        end = self.arguments.ranges[value][1]
        behind = "".join(self.parse.words[end : end + 1]).lower()
        term = "-" in value.text and self.parse.tags[end : end + 1] in (["NN"], ["NNS"])
        timed = quantity.unit in self.words.time_units
        return timed and (behind in _THEN or (term and noun != end and end > noun))

    def _is_of_known(self, value: Mention) -> bool:
        """ "the trade of [the two] countries": a number of what was told, which the article tells, is no value."""
        start, end = self.arguments.ranges[value]
        before = self.parse.words[max(start - 2, 0) : start]
        return (
            value.origin == "number"
            and [w.lower() for w in before] == ["of", "the"]
            and self.parse.tags[end : end + 1] == ["NNS"]
            and not self._is_told_first(start, end)
        )

    def _is_told_first(self, start: int, plural: int) -> bool:
        """ "nine of the 48 trains [that it ordered]": what the number counts is told here."""
        parse = self.parse
        parted = start > 2 and parse.tags[start - 3] == "CD"
        return parted and any(parse.deps[c] in {"relcl", "acl"} for c in parse.children[plural])

    def _is_short_of(self, value: Mention) -> bool:
        """ "fell 2 percent short of the target", "passed the two-million mark", "is two notches above": no level."""
        end = self.arguments.ranges[value][1]
        behind = [w.lower() for w in self.parse.words[end : end + 2]]
        return behind == ["short", "of"] or not (_MARKS | _STEPS).isdisjoint(behind[:1])

    def _is_size_of_each(self, value: Mention) -> bool:
        """ "62 ships of over 14,000 TEU", "58 awards of $1 million": of a counted plural, what each is or gets."""
        start, parse = self.arguments.ranges[value][0], self.parse
        noun = start - 2
        if noun < 0 or parse.words[noun + 1] != "of" or parse.tags[noun] != "NNS":
            return False
        counts = (m for c in parse.children[noun] for m in self.arguments.by_token.get(c, ()))
        return any(m.origin == "number" for m in counts)

    def _is_of_next(self, value: Mention, noun: int) -> bool:
        """ "Sand rose by 8 percent and coal by 5 percent, to 2 million": what the next one rose to."""
        start = self.arguments.ranges[value][0]
        if value.origin == "percent" or self.parse.words[start - 1].lower() != "to":
            return False
        percents = {
            m.span: self.arguments.ranges[m][0]
            for t in range(noun, start)
            for m in self.arguments.by_token.get(t, ())
            if m.origin == "percent"
        }
        if len(percents) < 2:
            return False
        between = self.parse.words[min(percents.values()) : max(percents.values())]
        return "and" in between and "by" in between

    def _is_year(self, value: Mention, quantity: Quantity) -> bool:
        """ "prices are above 2004's average": a year that has something."""
        end = self.arguments.ranges[value][1]
        owning = self.parse.words[end : end + 1] in (["'s"], ["’s"])
        return owning and value.origin == "number" and _FIRST <= quantity.value <= _LAST

    def _is_term(self, value: Mention, quantity: Quantity, noun: int) -> bool:
        """ "its three-month deposit rate": a time that stands within the noun's own phrase."""
        if "-" not in value.text or quantity.unit not in self.words.time_units:
            return False
        end = self.arguments.ranges[value][1]
        return end <= noun and all(t[0] in "NJ" for t in self.parse.tags[end : noun + 1])

    def _is_lapse(self, quantity: Quantity, noun: int) -> bool:
        """ "was upgraded after a gap of 14 years": how long it took, and no figure of anybody."""
        parse, link = self.parse, self.parse.heads[noun]
        timed = quantity.unit in self.words.time_units and parse.deps[noun] == "pobj"
        return timed and parse.words[link].lower() in _LAPSED

    def _is_stretch(self, value: Mention, quantity: Quantity, noun: int) -> bool:
        """ "rose to $200 billion over the nine months", "the toll of 15 months of war": how long it took."""
        start, end = self.arguments.ranges[value]
        before = self.parse.words[max(start - 2, 0) : start]
        told = before[-1:] == ["the"] and before[0].lower() in {"over", "in", "during", "for"}
        of_lasting = before[-1:] == ["of"] == self.parse.words[end : end + 1]
        stretch = (told and noun < start - 2) or (
            of_lasting and self.parse.lemmas[noun] not in _STRETCHES
        )
        return stretch and quantity.unit in self.words.time_units

    def is_given(self, value: Mention, noun: int) -> bool:
        """ "The partners put in $4 million": who gives it, and no measure of it."""
        return value.origin in _GIVEN and self.parse.lemmas[noun] in self.words.backers

    def _is_of_sentence(self, value: Mention, noun: int) -> bool:
        """ "9 million people used its facilities, which is up 5 percent": no plural is."""
        words = [w.lower() for w in self.parse.words[noun + 1 : noun + 4]]
        told = words[:2] == [",", "which"] and words[2:] in (["is"], ["was"], ["represents"])
        behind = self.arguments.ranges[value][0] > noun
        return told and behind and self.parse.tags[noun] == "NNS"

    def _is_sold(self, value: Mention) -> bool:
        """ "the sale of 49% of its port unit": how much of a thing is dealt in, and no measure of it."""
        start, end = self.arguments.ranges[value]
        before, words = self.parse.lemmas[max(start - 2, 0) : start], self.parse.words
        told = value.origin == "percent" and before[-1:] == ["of"] and before[0] in _DEALS
        return (
            told and words[end : end + 1] in (["of"], ["in"]) and self.parse.tags[start - 2] == "NN"
        )

    def is_of_stake(self, thing: int) -> bool:
        """ "an interest in Norvik valued at", "15 loans to Norvik totalling": behind a stake in it or money for it."""
        parse, above = self.parse, self.parse.heads[self.parse.heads[thing]]
        owned = self.words.stakes | self.words.unmeasured | _SUMS | {self.words.share}
        given = (c for c in parse.children[above] if parse.deps[c] == "dobj" and c < thing)
        told = parse.lemmas[above] in owned or any(parse.lemmas[c] in _SUMS for c in given)
        return parse.deps[thing] == "pobj" and told

    def _is_in_unknown_unit(self, value: Mention) -> bool:
        """ "2,185 EFLOPS": capitals right behind a number, taken for a name, are its unit."""
        end = self.arguments.ranges[value][1]
        return value.origin == "number" and any(
            m.kind is MentionKind.NAME and m.text.isupper() and m.type == "Company"
            for m in self.arguments.by_token.get(end, ())
        )

    def _is_record(self, value: Mention, quantity: Quantity) -> bool:
        """ "closed at a two-month low": how long there was none such."""
        end = self.arguments.ranges[value][1]
        record = "".join(self.parse.lemmas[end : end + 1]) in self.words.records
        return "-" in value.text and quantity.unit in self.words.time_units and record

    def _is_size(self, value: Mention) -> bool:
        """ "2 million 60-kg bags": the size of what is counted."""
        start, end = self.arguments.ranges[value]
        counted = any(m.origin == "number" for m in self.arguments.by_token.get(start - 1, ()))
        return counted and "-" in value.text and self.parse.tags[end : end + 1] == ["NNS"]

    def _is_difference(self, value: Mention) -> bool:
        """ "debt was 11 billion lower", "profit was $5 million less than expected": how far it is from another."""
        end = self.arguments.ranges[value][1]
        following = "".join(self.parse.words[end : end + 1]).lower()
        held_against = [w.lower() for w in self.parse.words[end : end + 3]]
        quantity = value.value
        timed = isinstance(quantity, Quantity) and quantity.unit in self.words.time_units
        counted = value.origin not in {"percent", "number"} and not timed
        if counted and following in _COMPARED and held_against[1:2] == ["than"]:
            return True
        if following in _DIFFERENT and held_against[1:2] == ["than"]:
            return (
                held_against[2:] != [] and held_against[2] in _AIMS
            )  # "2 percent lower than forecast"
        apart = value.origin in {"percent", "money"} and following in _APART
        return apart or (value.origin != "percent" and following in _DIFFERENT)

    def _is_owner(self, noun: int) -> bool:
        """ "Its rival's rose to 120 million": of somebody whose measure is left out, and no measure."""
        parse = self.parse
        alone = parse.deps[noun] in SUBJECTS and parse.lemmas[noun] not in self.words.nouns
        return alone and parse.tags[noun + 1 : noun + 2] == ["POS"]

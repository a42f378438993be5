"""Shapes of figures read by the order of their words, where the parser took a sentence apart wrongly."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.owners_before import NOBODYS
from kg.extraction.profit_tails import find_result_of_tail
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import OPEN, Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_BEHIND = 16  # tokens between a verb and its value
_SUBJECT = 22  # tokens of a subject before its verb
_LARGE = 100  # the least number without a unit
_REACHED = frozenset(["to", "at"])
_WITHIN = frozenset(["in", "within", "over", "for", "after", "during"])
_LINKS = _REACHED | {"by", "of", "in", "for", "from", "up", "down", "higher", "lower"}
_FILLERS = frozenset(
    "year month quarter on over a an the its - new another all time session day week trading".split()  # noqa: SIM905
)
_AUXILIARIES = frozenset(
    [
        "be",
        "get",
        "have",
        "expect",
        "estimate",
        "forecast",
        "project",
        "see",
        "set",
        "likely",
        "due",
    ]
)
_JOINTS = frozenset(
    [",", ";", ":", "“", '"', "while", "but", "whereas", "that", "as", "when", "where", "which"]
)
_INSIDE = frozenset(
    ["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "DT", "PRP$", "POS", "HYPH", "VBN", "VBG"]
)
_OWNING = frozenset(["of", "in", "at", "for", "across", "through", "by", "via", "into", "on"])
_TAKEN = frozenset(["totals", "measures", "numbers", "averages", "tops", "nears", "exports"])
_TELLING = frozenset(["show", "say", "suggest", "indicate", "reveal", "find", "estimate"])
_SPANS = frozenset(["year", "quarter", "month", "period", "half", "week", "half-year", "fy"])
_GREATER = frozenset(["larger", "bigger", "stronger", "longer", "faster", "more"])
_AMOUNTING = frozenset(["amount", "amounts"])
_BESIDE = frozenset(["by", "to", "via", "through", "in", "at", "from", "home", "under"])


class WordedShapes(Shapes):
    """The shape, over the values that no clause took."""

    def worded(self, rule: Rule) -> Iterator[Candidate]:
        """ "Remittances sent home by workers rose 3 percent to 2 billion": noun, verb and value in this order."""
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            if any("%-" in word for word in self.parse.words[start:end]) or self._is_term(value):
                continue  # "the 100%-owned mine"
            verb = self._find_verb(rule, start)
            noun = self._find_measure(verb) if verb is not None else None
            headed = verb is not None and self.parse.tags[verb][:2] != "VB"
            if headed and value.origin == "percent":
                continue
            if verb is None or noun is None or not self._is_reached(rule, value, verb, noun):
                continue
            value = self._without_bound(value, verb)
            percent: Mention | None = value
            if value.origin != "percent" or self._find_link(verb, start) is not None:
                percent = self._find_percent(verb, start)
            told = percent is not None and self.parse.lemmas[verb] in rule.nouns
            told = told and self._is_turning(verb, start, end)
            yield from self.observer.observe(
                rule,
                verb,
                noun,
                value,
                owner=self._find_owner(noun, verb) or self._find_at(value),
                change=signed(percent, self._falls(verb, start, end)) if percent and told else None,
            )

    def _is_term(self, value: Mention) -> bool:
        """ "could reach 20 billion in three years", "in 20 districts": how long or where, not what is reached."""
        before = self.parse.words[self.arguments.ranges[value][0] - 1].lower()
        quantity = value.value
        lasting = isinstance(quantity, Quantity) and quantity.unit in self.words.time_units
        return (lasting and before in _WITHIN) or (value.origin == "number" and before == "in")

    def _without_bound(self, value: Mention, verb: int) -> Mention:
        """ "went up to 3 billion": no bound, though "up to" mostly is one."""
        quantity = value.value
        if not isinstance(quantity, Quantity) or not self._is_risen(value, verb):
            return value
        return self.values.replaced(value, replace(quantity, comparator="="))

    def _is_risen(self, value: Mention, verb: int) -> bool:
        risen = self.parse.lemmas[verb] in self.words.turned
        return risen and value.text.lower().startswith("up to")

    def _find_verb(self, rule: Rule, start: int) -> int | None:
        """The verb of rising, falling or reaching before a value, with nothing else between."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[start]][0]
        for token in range(start - 1, max(first, start - _BEHIND), -1):
            if self._is_verb(token, start) and not self._is_value(token):
                known = parse.lemmas[token] in rule.verbs - self.words.share_verbs
                led = parse.tags[token] == "VB" and parse.words[token - 1].lower() == "to"
                if known and led and parse.lemmas[token] in self.words.arriving:
                    continue  # "rose to reach"
                return token if known else None
            if not self._may_stand_between(token):
                return token + 1 if self._is_headed(token, start) else None
        return None

    def _is_headed(self, token: int, start: int) -> bool:
        """ "Revenue up 5 percent at 3 billion": a measure without a verb."""
        parse, after = self.parse, self.parse.words[token + 1].lower()
        measure = (
            parse.tags[token] in {"NN", "NNS", "NNP"} and parse.lemmas[token] in self.words.nouns
        )
        return measure and token + 1 < start and after in self.words.up | self.words.down

    def _is_verb(self, token: int, start: int) -> bool:
        """A verb, or "totals" and the like right before a value, which the parser takes for a noun."""
        parse = self.parse
        word, after = parse.words[token].lower(), parse.words[token + 1].lower()
        taken = token == start - 1 and word in _TAKEN and parse.tags[token] == "NNS"
        acting = (
            parse.tags[token] == "NN" and parse.deps[token] == "ccomp"
        )  # "saw its turnover climb"
        verb = parse.tags[token][:2] == "VB" or acting
        return verb or taken or (word in _AMOUNTING and after == "to")

    def _is_value(self, token: int) -> bool:
        kinds = {MentionKind.QUANTITY, MentionKind.PERIOD}
        return any(m.kind in kinds for m in self.arguments.by_token.get(token, ()))

    def _may_stand_between(self, token: int) -> bool:
        """Whether a word may stand between a verb and its value: "rose 3 percent in May to a record"."""
        parse, word = self.parse, self.parse.words[token].lower()
        if self._is_value(token) or word in _LINKS | _FILLERS or parse.tags[token] in {"RB", "$"}:
            return True
        since = parse.tags[token] in {"CD", "HYPH"} or word in self.words.time_units
        if since and not self.words.records.isdisjoint(parse.lemmas[token : token + 4]):
            return True  # "closed at a [two-month] low of"
        return parse.lemmas[token] in self.words.records | self.words.paces or (
            parse.tags[token] in {"JJ", "VBN"} and parse.tags[token + 1] in {"$", "CD", "NN"}
        )

    def _find_measure(self, verb: int) -> int | None:
        """The measured noun that begins the subject of a verb."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[verb]][0]
        end = self._find_end(verb, first)
        begin = self._find_begin(end, first)
        result = find_result_of_tail(parse.words, parse.lemmas, begin)
        for token in range(begin, end + 1) if result == begin else (result,):
            if parse.tags[token] not in _INSIDE:
                return None
            last = token == end or parse.tags[token + 1] not in {"NN", "NNS", "NNP", "HYPH", "POS"}
            opening = token == first and parse.tags[token] == "NNP"  # "Cargo handled by"
            if (parse.tags[token] in {"NN", "NNS"} or opening) and last:
                known = parse.lemmas[token] in self.words.nouns
                known = known or self.observer.owners.field_of(token) is not None
                return token if known and not self.observer.is_entity(token) else None
        return None

    def _find_end(self, verb: int, first: int) -> int:
        """The last word of a subject: before auxiliaries, adverbs and brackets."""
        parse, token = self.parse, verb - 1
        while token > first and (
            parse.tags[token] in {"MD", "RB", "TO"} or parse.lemmas[token] in _AUXILIARIES
        ):
            token -= 1
        if parse.words[token] == ")" and "(" in parse.words[first:token]:
            while parse.words[token] != "(":
                token -= 1
            token -= 1
        return token

    def _find_begin(self, end: int, first: int) -> int:
        """The first word of a subject: behind a comma, a joint or another verb, and past its time."""
        parse, begin = self.parse, first
        for token in range(end, max(first, end - _SUBJECT) - 1, -1):
            word = parse.words[token].lower()
            after = parse.words[token + 1].lower()
            beside = after in _BESIDE or (token == end and parse.tags[token] == "VBD")
            beside = beside or self._is_ending(token)
            verb = parse.tags[token] in FINITE and not beside  # "orders received fell"
            joined = word == "and" and any(t in FINITE for t in parse.tags[first:token])
            if word in _JOINTS or verb or joined or self._is_telling(token, end):
                begin = token + 1
                break
        while begin < end and (self._is_value(begin) or parse.tags[begin] == "IN"):
            begin += 1  # "in May imports rose"
        return begin

    def _is_ending(self, token: int) -> bool:
        """ "for the year ended 31 March": a verb that only tells of a time."""
        known = self.parse.lemmas[token] in {"end", "begin", "start"} and token > 0
        return known and self.parse.lemmas[token - 1] in _SPANS

    def _is_telling(self, token: int, end: int) -> bool:
        """ "figures showing Peru's economy expanded": what is shown has a subject of its own."""
        shows = self.parse.lemmas[token] in _TELLING and self.parse.tags[token] in {"VBG", "VBN"}
        return shows and token < end

    def _is_reached(self, rule: Rule, value: Mention, verb: int, noun: int) -> bool:
        """Whether a value is what its verb leads to, or a percentage of change not told elsewhere."""
        parse, quantity = self.parse, value.value
        if not isinstance(quantity, Quantity) or value.span in self.observer.spent:
            return False
        start = self.arguments.ranges[value][0]
        if value.origin == "number" and quantity.value < _LARGE and not self._is_index(noun):
            return False
        moving = parse.lemmas[verb] in rule.nouns and parse.lemmas[verb] != "be"
        before = parse.words[start - 1].lower()
        if before == "from" or (before == "by" and value.origin != "percent"):
            return False  # "inflation fell from 12 percent"
        linked = self._find_link(verb, start) is not None or self._is_risen(value, verb)
        by = any(
            w.lower() in self.words.up | self.words.down for w in parse.words[start - 2 : start]
        )
        if (moving or by) and value.origin != "percent" and not linked:
            return False  # "rose $3bn", "was up nearly $3bn"
        return value.origin != "percent" or not self._is_told(value, start)

    def _is_index(self, noun: int) -> bool:
        return self.parse.lemmas[noun] in self.words.index_nouns

    def _is_told(self, value: Mention, start: int) -> bool:
        """Whether a percentage is the change of another value of the sentence."""
        sentence = self.parse.sentence_of[start]
        amount = abs(value.value.value) if isinstance(value.value, Quantity) else 0
        return any(
            q.name == "change" and isinstance(q.value, Quantity) and abs(q.value.value) == amount
            for made in self.observer.made.values()
            if self.parse.sentence_of[made.token] == sentence
            for q in made.qualifiers
        )

    def _find_link(self, verb: int, start: int) -> int | None:
        """Where "to" or "at" stands between a verb and a value."""
        words = self.parse.words
        return next((t for t in range(verb + 1, start) if words[t].lower() in _REACHED), None)

    def _find_percent(self, verb: int, start: int) -> Mention | None:
        """The percentage of change between a verb and the value that it leads to."""
        return next(
            (v for t in range(verb + 1, start) for v in self.values.at(t) if v.origin == "percent"),
            None,
        )

    def _is_turning(self, verb: int, start: int, end: int) -> bool:
        """Whether a verb tells a change: "rose", "was up 5 percent", but not "was 5 percent"."""
        if self.parse.lemmas[verb] not in self.words.turned:
            return True
        words = {
            w.lower() for w in (*self.parse.words[verb:start], *self.parse.words[end : end + 1])
        }
        return not words.isdisjoint(self.words.up | self.words.lessening | _GREATER)

    def _falls(self, verb: int, start: int, end: int) -> bool:
        """ "fell", "were down 3 percent", "were 3 percent lower"."""
        words = {w.lower() for w in self.parse.words[verb:start]}
        after = {w.lower() for w in self.parse.words[end : end + 1]}
        falling = self.parse.lemmas[verb] in self.words.falling
        return falling or bool(words & self.words.down or after & self.words.lessening)

    def _find_at(self, value: Mention) -> Mention | None:
        """ "orders received fell to 2 billion at Norvik": told behind the value."""
        end = self.arguments.ranges[value][1]
        if self.parse.words[end : end + 1] != ["at"]:
            return None
        named = (m for m in self.arguments.by_token.get(end + 1, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, OWNERS)), None)

    def _find_owner(self, noun: int, verb: int) -> Mention | None:
        """Whose a measure is, told in its phrase or behind it, before the verb."""
        own = self.observer.owners.find_own(noun)
        if own is not None:
            return None if own.origin == OPEN else own
        for token in range(noun + 1, verb - 1):
            word = self.parse.words[token].lower()
            if word in _OWNING and (word, self.parse.lemmas[noun]) not in NOBODYS:
                at = token + 1 + (self.parse.words[token + 1].lower() == "the")
                for mention in self.arguments.by_token.get(at, ()):
                    named = mention.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}
                    guest = self.observer.owners.before.is_guest(at + 1, mention)
                    if named and not guest and self.arguments.fits(mention, OWNERS):
                        return mention
        return None

"""Traffic between two places: "4.5 million passengers flew between X and Y", "40,000 flights between X and Y"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_MANY = 10  # fewer are who a story is about
_REACH = 14  # tokens from what is counted to "between"
_ENDS = ("City", "Country", "Province", "District", "Airport", "Port")


class BetweenShapes(Shapes):
    """The shape, over the values of one document."""

    def between(self, rule: Rule) -> Iterator[Candidate]:
        """Who or what goes between two places: the figure is that of both."""
        parse = self.parse
        for value in self.values.all():
            noun = self._find_counted(value)
            if noun is None or parse.lemmas[noun] not in rule.nouns:
                continue
            link = self._find_link(rule, noun)
            ends = self._find_ends(link) if link is not None else None
            text = self.observer.owners.measure_text(noun) if ends is not None else None
            if ends is None or link is None or not text:
                continue
            first, second = ends
            counted = self.values.with_unit(value, noun)
            self.observer.shared.add(counted.span)  # as much the one's as the other's
            for owner in ends:
                yield from self.observer.observe(
                    rule,
                    self._find_verb(rule, noun, link),
                    noun,
                    counted,
                    owner=owner,
                    measure=f"{text} between {first.text} and {second.text}",
                )

    def _find_counted(self, value: Mention) -> int | None:
        """The plural noun that a number counts, if it is many."""
        quantity = value.value
        if value.origin != "number" or not isinstance(quantity, Quantity) or quantity.value < _MANY:
            return None
        end = self.arguments.ranges[value][1]
        for noun in range(end, min(end + 4, len(self.parse.words))):
            if self.is_plural(noun) and self.values.count_of(noun) == value:
                return noun
        return None

    def _find_link(self, rule: Rule, noun: int) -> int | None:
        """Where "between" stands behind what is counted, with no other verb than one of going."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[noun]][1]
        for token in range(noun + 1, min(noun + _REACH, last)):
            if parse.words[token].lower() == "between":
                return token
            if parse.tags[token][:2] == "VB" and parse.lemmas[token] not in rule.verbs | {"be"}:
                return None
        return None

    def _find_verb(self, rule: Rule, noun: int, link: int) -> int:
        """The verb of going that tells the modality; the noun itself where there is none."""
        parse = self.parse
        behind = (t for t in range(noun + 1, link) if parse.lemmas[t] in rule.verbs)
        head = parse.heads[noun]
        return next(behind, head if parse.tags[head][:2] == "VB" else noun)

    def _find_ends(self, link: int) -> tuple[Mention, Mention] | None:
        """The names of two places after "between"."""
        found: list[Mention] = []
        words, ranges = self.parse.words, self.arguments.ranges
        token = link + 1
        while token < len(words) and len(found) < 2:
            place = next(
                (m for m in self.arguments.by_token.get(token, ()) if self._is_end(m)), None
            )
            if place is not None:
                found.append(place)
                token = ranges[place][1]
            elif words[token].lower() in {"the", "and", ","}:
                token += 1
            else:
                return None
        return (found[0], found[1]) if len(found) == 2 else None

    def _is_end(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.NAME and self.arguments.fits(mention, _ENDS)

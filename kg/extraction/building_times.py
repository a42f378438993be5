"""How long works take that the text tells of: "Construction will last 20 months", "a building period of two years"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.undertakings import find_undertaking
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_OF = frozenset(["of", "on", "for", "at"])
_HAVING = frozenset(["have", "carry"])
_MEASURE = "construction time"
_BE = "be"
_CLIMBED = 4  # heads above a span of time up to its verb


class BuildingTimes(Shapes):
    """The shape, over the values that no clause took."""

    def building_time(self, rule: Rule) -> Iterator[Candidate]:
        """A span of time that building takes, of the works that it is of or that were told before."""
        for value in self.values.all():
            quantity = value.value
            if value.span in self.observer.made or not isinstance(quantity, Quantity):
                continue
            if quantity.unit not in self.words.time_units:
                continue
            found = self._find_noun(rule, value)
            owner = self._find_works(*found) if found is not None else None
            if found is not None and owner is not None:
                noun, verb = found
                token = verb if verb is not None else noun
                yield from self.observer.observe(
                    rule, token, noun, value, owner=owner, measure=_MEASURE
                )

    def _find_noun(self, rule: Rule, value: Mention) -> tuple[int, int | None] | None:
        """The noun of building that lasts so long, and the verb that says so, if one does."""
        parse, (start, end) = self.parse, self.arguments.ranges[value]
        if parse.words[start - 1 : start] == ["of"] and self._is_span(rule, start - 2):
            return start - 2, None
        for noun in range(end, min(end + 4, len(parse.words))):  # "an 18-month building period"
            if self._is_span(rule, noun):
                return noun, None
            if parse.tags[noun][0] not in "NJ" and parse.tags[noun] not in {"HYPH", "VBG"}:
                break
        verb = self._find_verb(rule, value)
        if verb is None:
            return None
        for noun in self._list_subjects(verb):
            work = parse.lemmas[noun].lower() in rule.words and parse.lemmas[verb] != _BE
            if work or self._is_span(rule, noun):
                return noun, verb
        return None

    def _list_subjects(self, verb: int) -> list[int]:
        """Its own subjects, or those of the verb that it goes on with: "is to start and [last]"."""
        parse = self.parse
        for _ in range(_CLIMBED):
            found, dep = parse.list_subjects(verb), parse.deps[verb]
            if found or dep not in {"xcomp", "conj", "acl"}:
                return found
            if dep == "acl":  # "with construction expected to [take] five years"
                return [parse.heads[verb]]
            verb = parse.heads[verb]
        return []

    def _find_verb(self, rule: Rule, value: Mention) -> int | None:
        """The verb that a span of time stands behind, with nothing but "for" between."""
        parse, token = self.parse, self.observer.qualifiers.head_of(value)
        for _ in range(_CLIMBED):
            if parse.tags[token][:2] == "VB":
                lasts = parse.lemmas[token] in rule.verbs
                return token if lasts and token < self.arguments.ranges[value][0] else None
            if parse.deps[token] == "prep" and parse.words[token].lower() != "for":
                return None
            token = parse.heads[token]
        return None

    def _is_span(self, rule: Rule, noun: int) -> bool:
        """ "construction period", "timeline": the time of building; "the lease period" is not."""
        parse = self.parse
        if noun < 0 or noun >= len(parse.words) or parse.lemmas[noun] not in rule.nouns:
            return False
        kinds = [c for c in parse.children[noun] if parse.deps[c] in {"compound", "amod", "nmod"}]
        kinds = [c for c in kinds if parse.tags[c][0] in "NV"]
        built = any(parse.lemmas[c].lower() in rule.words for c in kinds)
        return built or (not kinds and parse.lemmas[noun].startswith("time") and noun > 0)

    def _find_works(self, noun: int, verb: int | None) -> Mention | None:
        """The works of "of" or "'s", those that have such a time, or the only ones told before."""
        parse = self.parse
        owned = [c for c in parse.children[noun] if parse.deps[c] == "poss"]
        links = [c for c in parse.children[noun] if parse.lemmas[c] in _OF and c > noun]
        inner = [t for c in links for t in parse.children[c] if not self.values.at(t)]
        if owned or inner:
            found = (
                self.arguments.find(t, WORKS_AND_ZONES) for t in owned or inner
            )  # not "his work at X"
            return next((m for m in found if m is not None and self._is_told(m)), None)
        if verb is None and (host := self._find_host(noun)) is not None:
            return host
        return find_undertaking(self.arguments, noun)

    def _find_host(self, noun: int) -> Mention | None:
        """ "builds a mill in Peru with a timeline of", "the project has a timeline of"."""
        parse, link = self.parse, self.parse.heads[noun]
        if parse.lemmas[link] in _HAVING:
            told = (self.arguments.find(t, WORKS_AND_ZONES) for t in parse.list_subjects(link))
            return next((m for m in told if m is not None and self._is_told(m)), None)
        if parse.words[link].lower() != "with":
            return None
        near = self.arguments.find(link - 1, WORKS_AND_ZONES)
        return near if near is not None and self._is_told(near) else self.works.find(link, noun)

    def _is_told(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.NAME or self.arguments.is_referring(mention)

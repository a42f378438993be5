"""Works before "with" and their measure: "a wind farm in Peru with a capacity of", "opened a plant last year with"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measure_words import MeasureWords
from kg.extraction.mention_table import VALUE_TYPES
from kg.model.mention import Mention, MentionKind

_SETTING = ("Country", "Region", "Province", "City", "District", "NaturalFeature", "EconomicZone")
_WORKS = ("Facility", "TransportCorridor")
_LINKS = frozenset(["over", "in", "at", "near", "on", "off", "outside", "of", "by", "for", ","])
_TIMES = frozenset(["year", "month", "week", "quarter", "today", "yesterday", "day"])
_COMPASS = frozenset(
    ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"]
)
_PASSED = frozenset(["DT", "JJ", "CD", "RB", "NNP", "NNPS", "POS", "HYPH"])
_REACH = 16  # tokens between such a work and "with"


class HostWorks:
    """Looks for works in what stands before a preposition of one document; holds no state."""

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.words = words

    def find(self, preposition: int, noun: int) -> Mention | None:
        """The works that a measure after "with" is of, where a place or a time stands between."""
        parse = self.parse
        if parse.lemmas[noun] in self.words.of_people:
            return None  # "a plant near Zenda with a population of"
        first = parse.sentences[parse.sentence_of[preposition]][0]
        for token in range(preposition - 1, max(first, preposition - _REACH) - 1, -1):
            if parse.tags[token][0] == "V":
                return self._find_subject(token)
            if parse.tags[token][0] == "N" and self._is_phrase_end(token):
                thing = self._find_thing(token)
                if thing is not None:
                    return thing if token < preposition - 1 else None
            if not self._is_passed(token):
                return None
        return None

    def _find_subject(self, verb: int) -> Mention | None:
        """ "A road is being built in Zenda with", "the mill stands in Hentz with": the road, the mill."""
        parse = self.parse
        for subject in parse.children[verb]:
            kinds = {"nsubjpass": self.words.things, "nsubj": _WORKS}.get(parse.deps[subject])
            if kinds is not None:
                return self.arguments.find(subject, kinds)
        return None

    def find_placed(self, place: int, noun: int) -> Mention | None:
        """ "a plant in Zenda with a capacity of": the plant, and not the town."""
        parse, before = self.parse, place - 1
        if (
            parse.words[before].lower() not in {"in", "near"}
            or parse.lemmas[noun] in self.words.of_people
        ):
            return None
        kinds = ("Facility", "TransportCorridor", "Project")
        return self.arguments.find(before - 1, kinds)

    def pass_extent(self, end: int) -> tuple[str | None, int]:
        """The measure that the adjective behind a value names, and its end: "410 metre long"."""
        words = self.parse.words
        k = end + (words[end : end + 1] == ["-"])
        measure = self.words.extents.get(words[k].lower()) if k < len(words) else None
        if words[k + 1 : k + 2] == ["-"]:
            return None, end  # "a 400kV high-voltage line"
        return (measure, k + 1) if measure else (None, end)

    def _is_phrase_end(self, token: int) -> bool:
        """Whether no noun stands right behind: "plant" of "steel plant", not "steel"."""
        return self.parse.tags[token + 1][0] != "N"

    def _find_thing(self, token: int) -> Mention | None:
        found = self.arguments.by_token.get(token, ())
        if any(self.arguments.fits(m, _SETTING) or self._is_host(m) for m in found):
            return None
        return self.arguments.find(token, self.words.things)

    def _is_host(self, mention: Mention) -> bool:
        """ "a terminal at the port of Zenda": the port is where the terminal is."""
        before = self.arguments.ranges.get(mention, (0,))[0] - 1
        before -= self.parse.words[before].lower() == "the"
        return self.parse.words[before].lower() == "at" and self.arguments.fits(
            mention, ("LogisticsHub",)
        )

    def _is_passed(self, token: int) -> bool:
        """Whether a token belongs to what tells where or when."""
        parse = self.parse
        if parse.words[token].lower() in _LINKS or parse.tags[token] in _PASSED:
            return True
        if parse.lemmas[token].lower() in _TIMES | _COMPASS:
            return True  # "at X, east of Y"
        return any(
            m.kind is not MentionKind.PRONOUN
            and (
                m.kind is MentionKind.QUANTITY
                or m.type in VALUE_TYPES
                or self.arguments.fits(m, _SETTING)
                or self._is_host(m)
            )
            for m in self.arguments.by_token.get(token, ())
        )

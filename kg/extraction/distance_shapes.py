"""How far a place is from another: "in Sohar, some 200 km northwest of Muscat", "Tema lies 30 km from Accra"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_UNITS = frozenset(["km", "mile", "nautical mile"])
_ENDS = ("Country", "Province", "City", "District", "EconomicZone", "Facility", "NaturalFeature")
_KINDS = ("Country", "Province", "City", "District", "EconomicZone", "Facility")  # what is told of
_LYING = (*_KINDS, "Project")
_LINKS = frozenset(["of", "from", "off", "outside"])
_CAPITAL = "capital"  # "the capital, Accra"
_MEANT = frozenset([_CAPITAL, "the", "city", "town", "port", "of", "nearby", "central", "'s", "’s"])
_STANDING = frozenset(["be", "lie", "sit", "stand", "locate", "situate"])
_LED = frozenset([",", "(", "—", "–", "--", "-"])
_SOFT = frozenset(["only", "just", "situated", "located", "lying", "some", "about", "roughly"])
_REACH = 6  # tokens from a distance to the place that it is told from
_INSIDE = 7  # tokens between such a verb and the land: "located in the far west of"
_PARTS = frozenset(
    ["in", "of", "part", "parts", "region", "area", "north", "south", "east", "west"]
)
_DESCRIBING = frozenset(["DT", "JJ", "RB"])
_BEFORE = 4  # tokens between a place and its distance


class DistanceShapes(Shapes):
    """The shape, over the values of one document."""

    def distance_from(self, rule: Rule) -> Iterator[Candidate]:
        """The place right before a distance has it, from the place right behind."""
        for value in self.values.all():
            quantity = value.value
            if not isinstance(quantity, Quantity) or quantity.unit not in _UNITS:
                continue
            far = self._find_far(rule, value)
            near = self._find_near(value, far) if far is not None else None
            if far is None or near is None:
                continue
            first = self.arguments.find_first
            if first(near).text == first(far).text:
                continue
            start = self.arguments.ranges[value][0]
            yield from self.observer.observe(
                rule, start, start, value, owner=near, measure=f"distance from {far.text}"
            )

    def _find_far(self, rule: Rule, value: Mention) -> Mention | None:
        """The named place behind "(205 miles) north of", "away from", "from"."""
        parse, at = self.parse, self.arguments.ranges[value][1]
        last = min(parse.sentences[parse.sentence_of[at - 1]][1], at + _REACH * 2)
        if at < last and parse.words[at] == "(":
            at = next((k + 1 for k in range(at, last) if parse.words[k] == ")"), last)
        directed = False
        while at < last and parse.words[at].lower() in rule.words | {"to", "the", "-"}:
            directed = directed or parse.words[at].lower() in rule.words
            at += 1
        link = parse.words[at].lower() if at < last else ""
        if link not in _LINKS or (link == "of" and not directed):
            return None
        for token in range(at + 1, min(at + 1 + _REACH, last)):
            place = self._name_at(token, _ENDS)
            behind = self.arguments.ranges[place][1] if place is not None else token
            if place is not None and parse.words[behind : behind + 1] not in (["'s"], ["’s"]):
                return place
            comma = parse.words[token] == "," and parse.words[token - 1].lower() == _CAPITAL
            if place is None and not comma and parse.words[token].lower() not in _MEANT:
                return None
        return None

    def _find_near(self, value: Mention, far: Mention) -> Mention | None:
        """The place that a distance is said of: "X, 40 km", "X (40 km", "X lies 40 km", "Located 40 km …, X"."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        first = parse.sentences[parse.sentence_of[start]][0]
        led = False
        for token in range(start - 1, max(first, start - _BEFORE) - 1, -1):
            word = parse.words[token].lower()
            place = self._name_at(token, _KINDS) or self._told_at(token)
            if place is not None:
                return self._find_inner(place) if led else None
            if parse.lemmas[token] in _STANDING and parse.tags[token][:2] == "VB":
                subject = self._find_standing(token)
                if subject is not None:
                    return subject
                led = True
            elif word in _LED:
                led = True
            elif word not in _SOFT:
                return None
        return self._find_behind(far) if max(first, start - 2) == first else None

    def _find_inner(self, place: Mention) -> Mention:
        """ "in Buford, Georgia, 50 miles": the town, not the state."""
        start = self.arguments.ranges[place][0]
        wide = self.arguments.fits(place, ("Country", "Province"))
        if wide and (lying := self._find_lying(start)) is not None:
            return lying
        if not wide or start < 2 or self.parse.words[start - 1] not in {",", "in"}:
            return place
        named = self._name_at(start - 2, ("City", "District", "EconomicZone", "Facility"))
        inside = self.parse.words[start - 1] == "in" and self.arguments.fits(place, ("Country",))
        return named or (self._told_at(start - 2) if inside else None) or place  # "a mill in Peru"

    def _find_lying(self, start: int) -> Mention | None:
        """ "The dam lies in (the west of) [Peru], 50 miles": the dam, and not the land that it lies in."""
        parse = self.parse
        for token in range(start - 1, max(0, start - _INSIDE) - 1, -1):
            if parse.lemmas[token] in _STANDING and parse.tags[token][:2] == "VB":
                return self._find_standing(token)
            if parse.words[token].lower() not in _PARTS and parse.tags[token] not in _DESCRIBING:
                return None
        return None

    def _find_standing(self, verb: int) -> Mention | None:
        """What lies so far: the subject of its verb, or what the clause is said of."""
        parse = self.parse
        subjects = parse.list_subjects(verb)
        for token in subjects:
            if parse.tags[token][0] != "W":
                return self.arguments.find(token, _LYING)
        said = parse.deps[verb] in {"relcl", "acl"}
        return self.arguments.find(parse.heads[verb], _KINDS) if said else None

    def _find_behind(self, far: Mention) -> Mention | None:
        """ "Located 40 km from Lima, [the] X": who a sentence goes on with."""
        words, comma = self.parse.words, self.arguments.ranges[far][1]
        if words[comma : comma + 1] != [","]:
            return None
        after = comma + 1 + (words[comma + 1 : comma + 2] == ["the"])
        return self._name_at(after, _KINDS) if after < len(words) else None

    def _name_at(self, token: int, kinds: tuple[str, ...]) -> Mention | None:
        named = (m for m in self.arguments.by_token.get(token, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, kinds)), None)

    def _told_at(self, token: int) -> Mention | None:
        """A thing without a name that something is told of: "the plant, 40 km from Lima"."""
        told = (
            m
            for m in self.arguments.by_token.get(token, ())
            if m.kind is MentionKind.NOMINAL and self.arguments.is_referring(m)
        )
        return next((m for m in told if self.arguments.fits(m, ("Facility",))), None)

"""Which nominals say enough to be a thing of their own: "a tyre plant" does, "the company" does not."""

from kg.extraction.nameless_units import is_of_parent
from kg.extraction.occasions import OccasionReader
from kg.extraction.placed_things import PlacedReader
from kg.extraction.plain_plurals import is_acted_on
from kg.extraction.told_by_values import is_new_with_value, is_told_by_clause
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.mention import Mention
from kg.model.parse import Parse
from kg.ontology import Ontology

_LEADING = frozenset(["that", "which", "will", "would"])
_FOLLOWING = 5  # words behind a nominal: "trains three times a week between"
_ENDED = 10  # words behind "trains" to the end before which "to" stands
_BRINGING = frozenset(["a", "an", "another", "new", "first", "second", "direct"])
_VEHICLES = frozenset(["ferry", "flight", "train", "bus", "coach", "sailing"])
_OF_MEMBERS = ("IntergovernmentalBody", "Association")
_GROUPING = load_lexicon("arguments").get("grouping_words")
_MEMBERS = 6  # tokens behind a body in which its first member stands
_MADE = frozenset(["dobj", "nsubjpass"])
_AIMED = frozenset(
    "to aimed aiming designed intended meant launched started begun introduced run funded financed".split()  # noqa: SIM905
)


class TellingReader:
    """Judges the nominals of one parse that stand for nothing named before."""

    def __init__(self, parse: Parse, ontology: Ontology) -> None:
        words = load_lexicon("arguments")
        self.parse = parse
        self.ontology = ontology
        self.placed = PlacedReader(parse, ontology)
        self.empty_nouns = words.get("empty_nouns")
        self.indefinite = words.get("indefinite")
        self.definite = words.get("definite")
        self.ordinals = words.get("ordinals")
        self.ends = words.get("telling_ends")
        self.wholes = words.get("telling_wholes")
        self.unbuilt = words.get("unbuilt")
        self.parts = words.get("telling_parts")
        self.kinds = load_lexicon("nominals").get_mapping("nominals")
        self.making = load_lexicon("triggers").get("build") | {"open", "inaugurate", "complete"}
        self.large = words.get("at_large")
        self.occasions = OccasionReader(parse)
        ways = load_lexicon("nominals")
        self.often = ways.get("way_often")
        self.going = ways.get("way_going")

    def is_telling(self, mention: Mention, start: int, end: int) -> bool:
        """Whether an unresolved nominal over tokens start to end says enough."""
        head = end - 1
        lemma = self.parse.lemmas[head]
        if self.ontology.is_a(mention.type, "Person"):
            return False
        if is_of_parent(self.parse, start, end) or self._is_told_by_members(mention, end):
            return True
        if self._is_told_by_ends(mention, start, end) or self.placed.is_told(mention, start, end):
            return True
        if mention.type == "Event" and self.occasions.is_talks(head):
            return self.occasions.are_telling_talks(start, end)
        if mention.type == "Event" and lemma in self.empty_nouns:
            if not self._is_numbered(start) or self.occasions.is_told(start, end):
                return self.occasions.is_telling(start, end)
            start += self._is_ordinal(start)  # "the third [round]"
        if end - start > 1 and (
            lemma not in self.empty_nouns
            or end - start > 2
            or not self._is_definite(start)
            or self._is_own_kind(start, head)
            or self._is_named(mention, start, head)
        ):
            many = self.parse.tags[head] == "NNS"
            if many and mention.type == "Project" and self._is_at_large(start, head):
                return False
            return not (many and self.ontology.is_a(mention.type, "Agent"))
        acted_on = is_acted_on(self.parse, head, mention, self.ontology)
        if acted_on or self._is_told_otherwise(mention, start, end):
            return True
        if lemma in self.empty_nouns:
            return self._is_described(mention, head, start) or self._is_built(mention, head)
        if self.parse.tags[head] == "NNS":
            hub = self.ontology.is_a(mention.type, "LogisticsHub")  # "reaches 500 ports"
            facility = self.ontology.is_a(mention.type, "Facility") and not hub
            return facility and self._is_new_count(head, start)
        return not self.ontology.is_a(mention.type, "Agent") and self.parse.tags[head] == "NN"

    def _is_told_otherwise(self, mention: Mention, start: int, end: int) -> bool:
        """A new work by its value, somebody by a clause that names what he does something to."""
        if self.parse.tags[end - 1] != "NN":
            return False
        if any(self.ontology.is_a(mention.type, kind) for kind in WORKS):
            return is_new_with_value(self.parse, start, end)
        return self.ontology.is_a(mention.type, "Organization") and is_told_by_clause(
            self.parse, start, end
        )

    def _is_told_by_members(self, mention: Mention, end: int) -> bool:
        """ "a four-nation group made up of X and Y": a body is told by who is in it."""
        if mention.type not in _OF_MEMBERS or self.parse.tags[end - 1] != "NN":
            return False
        words = self.parse.words[end : end + _MEMBERS]
        k = next((k for k, word in enumerate(words) if word.lower() in _GROUPING), None)
        return k is not None and any(word[:1].isupper() for word in words[k:])

    def _is_told_by_ends(self, mention: Mention, start: int, end: int) -> bool:
        """ "the line between X and Y": a way or work is told by its ends."""
        following = self._find_following(end)
        if mention.type == "TransportCorridor" and following in self.going:
            following = self._find_going(end)
        if self.parse.lemmas[end - 1] in self.wholes and following in self.parts:
            return True
        if following in {"in", "at", "near"} and self.parse.tags[end - 1] == "NNS":
            told = self._is_counted(end - 1) or self._is_made(start, end - 1)
            return told and self.ontology.is_a(mention.type, "Facility")
        ways = mention.type == "TransportCorridor"  # "trains between X and Y"
        if self.parse.tags[end - 1] not in ({"NN", "NNS"} if ways else {"NN"}):
            return False
        if ways and following == "to" and self.parse.lemmas[end - 1] not in _VEHICLES:
            # "a new route to Zenda"; "a ferry to Zenda" is a ship
            name = end + 1 + (self.parse.words[end + 1 : end + 2] == ["the"])
            told = start > 0 and self.parse.words[start - 1].lower() in _BRINGING
            return told and self.parse.tags[name : name + 1] == ["NNP"]
        if following not in self.ends or self._is_vague(start, end, following):
            return False
        return mention.type == "TransportCorridor" or (
            following != "from" and self.ontology.is_a(mention.type, "Facility")
        )

    def _is_vague(self, start: int, end: int, following: str) -> bool:
        """ "the flights between X and Y", "trains from X": traffic, and no line of its own."""
        if self.parse.tags[end - 1] != "NNS":
            return False
        one_end = following == "from" and "to" not in self.parse.words[end : end + _ENDED]
        return one_end or self._is_definite(start) or self.parse.lemmas[end - 1] == "flight"

    def _find_following(self, end: int) -> str:
        """The word behind a nominal: "a road [links]", "a road that will [link]"."""
        last = min(end + _FOLLOWING, len(self.parse.words)) - 1
        for k in range(end, last):
            word = self.parse.words[k].lower()
            if word not in _LEADING and word not in self.often:
                return word
        return self.parse.words[last].lower() if end <= last else ""

    def _find_going(self, end: int) -> str:
        """The word behind what a way does: "the stretch has opened [from] X to Y"."""
        words = [word.lower() for word in self.parse.words[end : end + _FOLLOWING + 1]]
        after = next((k for k, word in enumerate(words) if word not in self.going), 0)
        return words[after] if words[after : after + 1] in (["between"], ["from"]) else ""

    def _is_own_kind(self, start: int, head: int) -> bool:
        """ "the solar park": a kind of things that has a name of its own, and more than "the park"."""
        words = [*(w.lower() for w in self.parse.words[start:head]), self.parse.lemmas[head]]
        return " ".join(words) in self.kinds

    def _is_at_large(self, start: int, head: int) -> bool:
        """ "infrastructure projects in Africa", "investment projects": many that nobody counts or makes."""
        parse = self.parse
        done = parse.deps[head] in _MADE and parse.read_verb(parse.heads[head]) in self.making
        counted = self._is_counted(head) or self._is_definite(start)
        spread = parse.words[head + 1 : head + 2] in (["in"], ["across"], ["throughout"], ["on"])
        return spread and not (done or counted) and parse.lemmas[start].lower() in self.large

    def _is_counted(self, head: int) -> bool:
        """ "four factories in X"."""
        return any(self.parse.tags[c] == "CD" for c in self.parse.children[head])

    def _is_made(self, start: int, head: int) -> bool:
        """ "opened charging stations in X", "mills are being built in X": new ones."""
        made = self.parse.read_verb(self.parse.heads[head]) in self.making
        made = made and self.parse.lemmas[head] != "branch"
        placed = self.parse.tags[head + 2 : head + 3] == ["NNP"]
        return made and placed and self.parse.deps[head] in _MADE and not self._is_definite(start)

    def _is_new_count(self, head: int, start: int) -> bool:
        """ "runs 11 factories"; "the 11 factories" were told before, "its three berths" are parts."""
        owned = any(self.parse.deps[c] == "poss" for c in self.parse.children[head])
        return self._is_counted(head) and not owned and not self._is_definite(start - 1)

    def _is_numbered(self, start: int) -> bool:
        """ "the third round": an edition of something told."""
        return self._is_ordinal(start - 1) or self._is_ordinal(start)

    def _is_ordinal(self, k: int) -> bool:
        word = self.parse.words[k].lower() if k >= 0 else ""
        return self.parse.tags[k] == "JJ" and (word in self.ordinals or word[:1].isdigit())

    def _is_described(self, mention: Mention, head: int, start: int) -> bool:
        """ "a facility run by X", "a scheme to plant trees": brought in as new and told by a clause of its own."""
        parse = self.parse
        new = start > 0 and parse.words[start - 1].lower() in self.indefinite
        telling = [c for c in parse.children[head] if parse.deps[c] in {"acl", "relcl"}]
        if not new or not telling:
            return False
        if self.ontology.is_a(mention.type, "Facility"):
            return True
        return mention.type == "Project" and parse.words[head + 1].lower() in _AIMED

    def _is_built(self, mention: Mention, head: int) -> bool:
        """ "has completed a 200-km road": any work that somebody makes is told by that."""
        parse = self.parse
        new = any(parse.words[c].lower() in self.indefinite for c in parse.children[head])
        made = parse.deps[head] in _MADE and parse.read_verb(parse.heads[head]) in self.making
        made = made and parse.lemmas[head] not in self.unbuilt
        works = ("Facility", "TransportCorridor", "EconomicZone")
        return new and made and any(self.ontology.is_a(mention.type, kind) for kind in works)

    def _is_named(self, mention: Mention, start: int, head: int) -> bool:
        """ "the Tarka project", "the Hentz road": a work that the name before it tells apart."""
        work = any(self.ontology.is_a(mention.type, kind) for kind in WORKS)
        return work and self.parse.tags[start] == "NNP" and self.parse.tags[head] == "NN"

    def _is_definite(self, start: int) -> bool:
        return start > 0 and self.parse.words[start - 1].lower() in self.definite

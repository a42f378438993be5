"""Which nominals say enough to be a thing of their own: "a tyre plant" does, "the company" does not."""

from kg.extraction.nameless_units import is_of_parent
from kg.extraction.placed_things import PlacedReader
from kg.extraction.plain_plurals import is_acted_on
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import Parse
from kg.ontology import Ontology

_LEADING = frozenset(["that", "which", "will", "would"])
_FOLLOWING = 5  # words behind a nominal: "trains three times a week between"
_ENDED = 10  # words behind "trains" to the end before which "to" stands
_BRINGING = frozenset(["a", "an", "another", "new", "first", "second", "direct"])
_VEHICLES = frozenset(["ferry", "flight", "train", "bus", "coach", "sailing"])
_MADE = frozenset(["dobj", "nsubjpass"])
_SIDES = 10  # words from the first side of a meeting to the "and" before the last
_ENDING = frozenset(["conclude", "finish", "complete", "end"])


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
        self.parts = words.get("telling_parts")
        self.occasions = words.get("ceremonies")
        self.small_occasions = words.get("small_occasions")
        self.days = load_lexicon("names").get("not_names")
        self.kinds = load_lexicon("nominals").get_mapping("nominals")
        self.making = load_lexicon("triggers").get("build") | {"open", "inaugurate", "complete"}
        self.large = words.get("at_large")
        self.everyday = words.get("everyday_occasions")
        self.holding = words.get("holding_occasions")
        self.sitting = words.get("sitting")
        ways = load_lexicon("nominals")
        self.talks = ways.get("talks")
        self.often = ways.get("way_often")
        self.going = ways.get("way_going")

    def is_telling(self, mention: Mention, start: int, end: int) -> bool:
        """Whether an unresolved nominal over tokens start to end says enough."""
        head = end - 1
        lemma = self.parse.lemmas[head]
        if self.ontology.is_a(mention.type, "Person"):
            return False
        if is_of_parent(self.parse, start, end):
            return True
        if self._is_told_by_ends(mention, start, end) or self.placed.is_told(
            mention, start, end
        ):
            return True
        if mention.type == "Event" and self.parse.words[head].lower() in self.talks:
            sided = self._is_of_sides(start, end) or self._is_placed_round(start, end)
            sided = sided or self._is_of_pair(start, head)
            return sided and self._is_under_way(start, head)
        if mention.type == "Event" and lemma in self.empty_nouns and not self._is_numbered(start):
            # "a joint press conference" is nobody's landmark
            told = self._is_occasion(start, head) or self._is_named(start, head)
            told = told or self._is_of_sides(start, end) or self._is_set_up(start, head)
            return told or self._is_described_occasion(start, head)
        if end - start > 1 and (
            lemma not in self.empty_nouns
            or end - start > 2
            or not self._is_definite(start)
            or self._is_own_kind(start, head)
        ):
            many = self.parse.tags[head] == "NNS"
            if many and mention.type == "Project" and self._is_at_large(start, head):
                return False
            return not (many and self.ontology.is_a(mention.type, "Agent"))
        if is_acted_on(self.parse, head, mention, self.ontology):
            return True
        if lemma in self.empty_nouns:
            return self._is_described(head, start) and self.ontology.is_a(mention.type, "Facility")
        if self.parse.tags[head] == "NNS":
            hub = self.ontology.is_a(mention.type, "LogisticsHub")  # "reaches 500 ports"
            facility = self.ontology.is_a(mention.type, "Facility") and not hub
            return facility and self._is_new_count(head, start)
        return not self.ontology.is_a(mention.type, "Agent") and self.parse.tags[head] == "NN"

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
        words = [word.lower() for word in self.parse.words[end : end + _FOLLOWING]]
        while len(words) > 1 and words[0] in _LEADING | self.often:
            words = words[1:]
        return words[0] if words else ""

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
        done = parse.deps[head] in _MADE and parse.lemmas[parse.heads[head]] in self.making
        counted = self._is_counted(head) or self._is_definite(start)
        spread = parse.words[head + 1 : head + 2] in (["in"], ["across"], ["throughout"], ["on"])
        return spread and not (done or counted) and parse.lemmas[start].lower() in self.large

    def _is_counted(self, head: int) -> bool:
        """ "four factories in X"."""
        return any(self.parse.tags[c] == "CD" for c in self.parse.children[head])

    def _is_made(self, start: int, head: int) -> bool:
        """ "opened charging stations in X", "mills are being built in X": new ones."""
        made = self.parse.lemmas[self.parse.heads[head]] in self.making
        made = made and self.parse.lemmas[head] != "branch"
        placed = self.parse.tags[head + 2 : head + 3] == ["NNP"]
        return made and placed and self.parse.deps[head] in _MADE and not self._is_definite(start)

    def _is_occasion(self, start: int, head: int) -> bool:
        """ "the groundbreaking ceremony", "an investment promotion meeting": told by what it is for."""
        kinds = [w.lower() for w in self.parse.words[start:head]]
        if not self.occasions.isdisjoint(kinds):
            return True
        nouns = sum(tag in {"NN", "VBG"} for tag in self.parse.tags[start:head])
        return nouns > 1 and self.parse.tags[head] == "NN"

    def _is_of_sides(self, start: int, end: int) -> bool:
        """ "a trilateral summit between A, B and C": one meeting, told by who meets."""
        tags, words = self.parse.tags, self.parse.words
        talks = words[end - 1].lower() in self.talks
        between = words[end : end + 1] in (["between"], ["among"])
        if (tags[end - 1] != "NN" and not talks) or not between:
            return False
        named = end + 1 + (words[end + 1] == "the")
        joint = next(
            (k for k in range(named, min(named + _SIDES, len(words))) if words[k] == "and"), -1
        )
        sides = tags[named : named + 1] == ["NNP"] and tags[joint + 1 : joint + 2] in (
            ["NNP"],
            ["DT"],
        )
        alone = talks or self.parse.lemmas[end - 1] == "summit"
        return joint > 0 and sides and (end - start > 1 or alone)

    def _is_of_pair(self, start: int, head: int) -> bool:
        """ "the Kenya-Peru talks"."""
        words, tags = self.parse.words, self.parse.tags
        cut = next((k for k in range(start + 1, head) if words[k] in {"-", "–"}), 0)
        return bool(cut) and tags[cut - 1] == tags[cut + 1] == "NNP"

    def _is_placed_round(self, start: int, end: int) -> bool:
        """ "held a second round of talks in Zenda": told by where it was held."""
        words, tags = self.parse.words, self.parse.tags
        return (
            "of" in words[start:end]
            and words[end : end + 1] in (["in"], ["at"])
            and tags[end + 1 : end + 2] == ["NNP"]
        )

    def _is_under_way(self, start: int, head: int) -> bool:
        """ "talks between A and B are set to begin", "hosted talks between A and B": no mere wish for them."""
        parse = self.parse
        round_of = "of" in parse.words[start:head]
        if round_of:
            head = parse.words.index("of", start) - 1  # "previous [round] of talks"
        verb = parse.heads[head]
        bound = parse.deps[head] in {"nsubj", "nsubjpass", "dobj"}
        # "negotiations will conclude in December" have no date, a round that does has one
        ended = round_of and parse.lemmas[verb] in _ENDING
        return bound and (parse.lemmas[verb] in self.sitting or ended)

    def _is_set_up(self, start: int, head: int) -> bool:
        """ "will host business matchmaking sessions", "hold a restricted meeting at the Zenda palace"."""
        parse = self.parse
        if parse.deps[head] not in _MADE or parse.lemmas[parse.heads[head]] not in self.holding:
            return False
        if parse.tags[head] == "NNS":
            return sum(tag in {"NN", "VBG"} for tag in parse.tags[start:head]) > 1
        behind = head + 2 + (parse.words[head + 2 : head + 3] == ["the"])
        placed = parse.words[head + 1 : head + 2] in (["at"], ["in"])
        told = placed and parse.tags[behind : behind + 1] == ["NNP"]
        return start < head and (told or self._is_placed_before(head))

    def _is_described_occasion(self, start: int, head: int) -> bool:
        """ "a robotics workshop", "a forum on hydrogen", "a conference of the Zenda Council": one that was held."""
        parse = self.parse
        if parse.tags[head] != "NN" and parse.words[head].lower() != "talks":
            return False
        lemma, before = parse.lemmas[head], parse.words[head - 1].lower()
        if start < head and parse.tags[head - 1] == "NN":
            return before not in self.everyday
        following = parse.words[head + 1 : head + 2]
        if lemma in self.small_occasions or following not in (["on"], ["of"], ["for"]):
            return False
        about = head + 2 + (parse.words[head + 2 : head + 3] == ["the"])
        wanted = {"NNP"} if following == ["of"] else {"NN", "NNS", "NNP", "JJ", "VBG"}
        told = about < len(parse.words) and parse.tags[about] in wanted
        return told and parse.words[about].lower() not in self.days

    def _is_placed_before(self, head: int) -> bool:
        """ "At the Zenda palace both will hold a restricted meeting": a place before the verb."""
        parse, verb = self.parse, self.parse.heads[head]
        return any(
            parse.lemmas[c] == "at"
            and any(parse.tags[k] == "NNP" for k in range(c + 1, min(c + 4, verb)))
            for c in parse.children[verb]
            if c < verb
        )

    def _is_named(self, start: int, head: int) -> bool:
        """ "the G24 summit", "the Zenda Trade Dialogue meeting": told by a name before its noun."""
        names = sum(
            tag == "NNP" and word.lower() not in self.days
            for tag, word in zip(
                self.parse.tags[start:head], self.parse.words[start:head], strict=True
            )
        )
        lemma = self.parse.lemmas[head]
        return lemma != "round" and names > (lemma in self.small_occasions)

    def _is_new_count(self, head: int, start: int) -> bool:
        """ "runs 11 factories"; "the 11 factories" were told before, "its three berths" are parts."""
        owned = any(self.parse.deps[c] == "poss" for c in self.parse.children[head])
        return self._is_counted(head) and not owned and not self._is_definite(start - 1)

    def _is_numbered(self, start: int) -> bool:
        """ "the third round": an edition of something told."""
        k = start - 1
        return (
            k >= 0 and self.parse.tags[k] == "JJ" and self.parse.words[k].lower() in self.ordinals
        )

    def _is_described(self, head: int, start: int) -> bool:
        """ "a facility run by X": brought in as new and told by a clause of its own."""
        parse = self.parse
        new = start > 0 and parse.words[start - 1].lower() in self.indefinite
        return new and any(parse.deps[c] in {"acl", "relcl"} for c in parse.children[head])

    def _is_definite(self, start: int) -> bool:
        return start > 0 and self.parse.words[start - 1].lower() in self.definite

"""Which nominals say enough to be a thing of their own: "a tyre plant" does, "the company" does not."""

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import Parse
from kg.ontology import Ontology

_AT = frozenset(["in", "at", "near", "outside"])
_LEADING = frozenset(["that", "which", "will", "would"])
_DESCRIBED = 2  # words that tell which kind of thing it is


class TellingReader:
    """Judges the nominals of one parse that stand for nothing named before."""

    def __init__(self, parse: Parse, ontology: Ontology) -> None:
        words = load_lexicon("arguments")
        self.parse = parse
        self.ontology = ontology
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

    def is_telling(self, mention: Mention, start: int, end: int) -> bool:
        """Whether an unresolved nominal over tokens start to end says enough."""
        head = end - 1
        lemma = self.parse.lemmas[head]
        if self.ontology.is_a(mention.type, "Person"):
            return False
        if self._is_told_by_ends(mention, end) or self._is_told_by_place(mention, start, end):
            return True
        if mention.type == "Event" and lemma in self.empty_nouns and not self._is_numbered(start):
            # "a joint press conference" is nobody's landmark
            return self._is_occasion(start, head) or self._is_named(start, head)
        if end - start > 1 and (
            lemma not in self.empty_nouns
            or end - start > 2
            or not self._is_definite(start)
            or self._is_own_kind(start, head)
        ):
            return not (
                self.parse.tags[head] == "NNS" and self.ontology.is_a(mention.type, "Agent")
            )
        if lemma in self.empty_nouns:
            return self._is_described(head, start) and self.ontology.is_a(mention.type, "Facility")
        if self.parse.tags[head] == "NNS":
            hub = self.ontology.is_a(mention.type, "LogisticsHub")  # "reaches 500 ports"
            facility = self.ontology.is_a(mention.type, "Facility") and not hub
            return facility and self._is_new_count(head, start)
        return not self.ontology.is_a(mention.type, "Agent") and self.parse.tags[head] == "NN"

    def _is_told_by_ends(self, mention: Mention, end: int) -> bool:
        """ "the line between X and Y": a way or work is told by its ends."""
        following = self._find_following(end)
        if self.parse.lemmas[end - 1] in self.wholes and following in self.parts:
            return True
        if following in {"in", "at", "near"} and self.parse.tags[end - 1] == "NNS":
            return self._is_counted(end - 1) and self.ontology.is_a(mention.type, "Facility")
        if self.parse.tags[end - 1] != "NN" or following not in self.ends:
            return False
        return mention.type == "TransportCorridor" or (
            following != "from" and self.ontology.is_a(mention.type, "Facility")
        )

    def _find_following(self, end: int) -> str:
        """The word behind a nominal: "a road [links]", "a road that will [link]"."""
        words = [word.lower() for word in self.parse.words[end : end + 3]]
        while len(words) > 1 and words[0] in _LEADING:
            words = words[1:]
        return words[0] if words else ""

    def _is_own_kind(self, start: int, head: int) -> bool:
        """ "the solar park": a kind of things that has a name of its own, and more than "the park"."""
        words = [*(w.lower() for w in self.parse.words[start:head]), self.parse.lemmas[head]]
        return " ".join(words) in self.kinds

    def _is_told_by_place(self, mention: Mention, start: int, end: int) -> bool:
        """ "the bus station in Ndola", "a hub in Aktau": which one it is, the name of its place tells."""
        tags, words = self.parse.tags, self.parse.words
        first = start - (self.parse.tags[start - 1] == "JJ") if start else start  # "a new plant"
        new = first > 0 and words[first - 1].lower() in self.indefinite
        told = new or end - start >= _DESCRIBED
        if end + 1 >= len(words) or words[end].lower() not in _AT or not told:
            return False
        name = end + 1 + (words[end + 1].lower() in self.definite)
        return (
            tags[end - 1] == "NN"
            and tags[name : name + 1] in (["NNP"], ["NNPS"])
            and self.ontology.is_a(mention.type, "Facility")
        )

    def _is_counted(self, head: int) -> bool:
        """ "four factories in X"."""
        return any(self.parse.tags[c] == "CD" for c in self.parse.children[head])

    def _is_occasion(self, start: int, head: int) -> bool:
        """ "the groundbreaking ceremony", "an investment promotion meeting": told by what it is for."""
        kinds = [w.lower() for w in self.parse.words[start:head]]
        if not self.occasions.isdisjoint(kinds):
            return True
        nouns = sum(tag in {"NN", "VBG"} for tag in self.parse.tags[start:head])
        return nouns > 1 and self.parse.tags[head] == "NN"

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

"""Which works without a name the place beside them tells: "the bus station in Ndola", "its mills in Zenda"."""

from kg.extraction.told_by_values import has_value_before
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import Parse
from kg.ontology import Ontology

_AT = frozenset(["in", "at", "near", "outside"])
_PLACING = (_AT - {"near"}) | {"across", "throughout"}
_LAID = frozenset(["located", "situated", "sited", "based"])
_LYING = 4  # tokens of "is located in the"
_DESCRIBED = 2  # words that tell which kind of thing it is
_OBJECTS = frozenset(["dobj", "conj", "nsubjpass"])


class PlacedReader:
    """Judges nominals of one parse by what stands right behind them."""

    def __init__(self, parse: Parse, ontology: Ontology) -> None:
        words = load_lexicon("arguments")
        self.parse = parse
        self.ontology = ontology
        self.indefinite = words.get("indefinite")
        self.definite = words.get("definite")
        self.having = words.get("having_works")
        self.uncounted = words.get("uncounted_works")
        self.ordinals = words.get("ordinals")

    def is_told(self, mention: Mention, start: int, end: int) -> bool:
        """One work "in Ndola", or several of one owner: whose and where tell which ones they are."""
        if self.parse.tags[end - 1] == "NNS":
            return self._are_told(mention, start, end)
        tags, words, head = self.parse.tags, self.parse.words, end - 1
        first = start - (self.parse.tags[start - 1] == "JJ") if start else start  # "a new plant"
        new = first > 0 and words[first - 1].lower() in self.indefinite
        counted = start > 0 and words[start - 1].lower() in self.ordinals
        told = new or counted or end - start >= _DESCRIBED or has_value_before(self.parse, start)
        if self._lies_somewhere(mention, head, end):
            return True
        end += words[end : end + 1] == [","]  # "the first centre, in Zenda, has"
        if end + 1 >= len(words) or words[end].lower() not in _AT or not told:
            return False
        name = end + 1 + (words[end + 1].lower() in self.definite)
        project = mention.type == "Project" and words[head] == "project"
        if project and tags[name] == "JJ":
            name += 1  # "a project in southern Ruritania"
        return (
            tags[head] == "NN"
            and tags[name : name + 1] in (["NNP"], ["NNPS"])
            and (project or self.ontology.is_a(mention.type, "Facility"))
        )

    def _lies_somewhere(self, mention: Mention, head: int, end: int) -> bool:
        """ "Norvik's new facility is located in Zenda": whose it is and where it lies are told."""
        parse, words = self.parse, [w.lower() for w in self.parse.words[end : end + _LYING]]
        if not self.ontology.is_a(mention.type, "Facility") or parse.tags[head] != "NN":
            return False
        owned = any(parse.deps[c] == "poss" for c in parse.children[head])
        lies = len(words) == _LYING and words[0] in {"is", "was"} and words[1] in _LAID
        if not owned or not lies or words[2] not in _AT:
            return False
        name = end + 3 + (words[3] in self.definite)
        return parse.tags[name : name + 1] in (["NNP"], ["NNPS"])

    def _are_told(self, mention: Mention, start: int, end: int) -> bool:
        tags, words = self.parse.tags, self.parse.words
        if words[end : end + 1] == [] or words[end].lower() not in _PLACING:
            return False
        name = end + 1
        while words[name : name + 1] and (
            words[name].lower() in self.definite or tags[name] == "JJ"
        ):
            name += 1
        named = tags[name : name + 1] in (["NNP"], ["NNPS"])
        return (
            named
            and self.ontology.is_a(mention.type, "Facility")
            and not self.ontology.is_a(mention.type, "LogisticsHub")
            and self._are_held(start, end - 1)
        )

    def _are_held(self, start: int, head: int) -> bool:
        """ "its mills", "Norvik's mills", "runs mills", "with mills": whose they are is told."""
        parse = self.parse
        if parse.lemmas[head] in self.uncounted:
            return False
        if any(parse.deps[c] == "poss" for c in parse.children[head]):
            return True
        if start and parse.words[start - 1].lower() == "with":
            return True
        while parse.deps[head] == "conj":
            head = parse.heads[head]
        verb = parse.heads[head]
        return parse.deps[head] in _OBJECTS and parse.lemmas[verb] in self.having

"""Plural nominals that stand for several names: "the two countries", "both sides"."""

from collections.abc import Callable

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology

_BACK = 2  # sentences that are looked through, this one and those before


class GroupReader:
    """Finds the pair of names that a plural such as "the two companies" takes up again."""

    def __init__(
        self,
        recognized: Recognized,
        ontology: Ontology,
        ranges: dict[Mention, tuple[int, int]],
        find_antecedent: Callable[[Mention], Mention],
    ) -> None:
        words = load_lexicon("arguments")
        self.recognized = recognized
        self.parse = recognized.parse
        self.ontology = ontology
        self.ranges = ranges
        self.find_antecedent = find_antecedent
        self.pair_marks = words.get("pair_marks")
        self.kinds = words.get_mapping("group_nouns")

    def find(self, token: int) -> list[Mention]:
        """The two names behind "the two countries" at `token`; empty unless exactly two stand out."""
        parse = self.parse
        kind = self.kinds.get(parse.lemmas[token])
        if kind is None or parse.tags[token] not in {"NNS", "NNPS"}:
            return []
        marks = {parse.words[c].lower() for c in parse.children[token]}
        if not marks & self.pair_marks or any(
            parse.deps[c] in {"prep", "appos", "relcl"} for c in parse.children[token]
        ):
            return []
        sentence = parse.sentence_of[token]
        for where in range(sentence, max(sentence - _BACK, -1), -1):
            found = self._gather(where, token, kind.split("|"))
            if len(found) >= 2:
                return found if len(found) == 2 else []
        return []

    def _gather(self, sentence: int, token: int, kinds: list[str]) -> list[Mention]:
        """The different things of these types that a sentence names before `token`."""
        found: dict[str, Mention] = {}
        for mention in self.recognized.mentions:
            start, _ = self.ranges[mention]
            if self.parse.sentence_of[start] != sentence or start >= token:
                continue
            if mention.kind not in {MentionKind.NAME, MentionKind.ADJECTIVE}:
                continue
            if any(mention.type and self.ontology.is_a(mention.type, kind) for kind in kinds):
                named = self.find_antecedent(mention)
                found.setdefault(named.known_as or named.text, mention)
        return list(found.values())

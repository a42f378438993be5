"""Where a rise or fall led that only a noun tells: "the increase in import duty on phones to 20 percent"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention

_REACH = 14  # tokens from the noun of change to its value
_INSIDE = frozenset(
    ["NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "DT", "PRP$", "POS", "HYPH", "IN", "CD", "VBG"]
)
_LINKS = frozenset(["in", "of"])
_ENDS = frozenset([",", ";", "that", "because", "than"])


class NounMoves(Shapes):
    """The shape, over the values of one document."""

    def noun_moved(self, rule: Rule) -> Iterator[Candidate]:
        """ "a rise in unemployment to 5 percent", "the cut of its export tax to 12 percent"."""
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            if value.span in self.observer.made or self.parse.words[start - 1].lower() != "to":
                continue
            change = self._find_change(rule, start) if value.origin != "number" else None
            noun = self._find_measure(change, start) if change is not None else None
            if change is None or noun is None:
                continue
            owner = self.observer.owners.find_own(noun) or self._find_maker(change)
            yield from self.observer.observe(rule, change, noun, value, owner=owner)

    def _find_change(self, rule: Rule, start: int) -> int | None:
        """The noun of change before a value, with no verb and nothing set off between."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[start]][0]
        for token in range(start - 2, max(first, start - _REACH) - 1, -1):
            behind = parse.words[token + 1].lower()
            if parse.lemmas[token] in rule.nouns and parse.tags[token] == "NN" and behind in _LINKS:
                return token
            if parse.words[token].lower() in _ENDS or parse.tags[token] not in _INSIDE:
                return None
        return None

    def _find_measure(self, change: int, start: int) -> int | None:
        """The measured noun that ends the phrase right behind "in" or "of"."""
        parse, found = self.parse, None
        for token in range(change + 2, start - 1):
            if parse.tags[token] in {"NN", "NNS"}:
                found = token
            elif found is not None or parse.tags[token] == "IN":
                break
        owned = self.words.stakes | self.words.parts_owned - {"debt", "capital"}
        if found is None or parse.lemmas[found] in owned or self.observer.is_entity(found):
            return None
        return found if parse.lemmas[found] in self.words.nouns | self.words.set_nouns else None

    def _find_maker(self, change: int) -> Mention | None:
        """ "[Peru] plans an increase in export taxes to": who has it done, where nobody else is told."""
        parse = self.parse
        if parse.deps[change] != "dobj":
            return None
        subjects = parse.list_subjects(parse.heads[change], passive=False)
        owners = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
        return owners[0] if self.arguments.are_one(owners) else None

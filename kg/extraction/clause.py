"""The clause layer's data: who does what to whom, where and how sure, one clause a predicate."""

from dataclasses import dataclass, field

from kg.model.claim import Modality


@dataclass(slots=True)
class Clause:
    """One predication. All arguments are head tokens of noun phrases, conjuncts spread out.

    `lemma` is the verb's lemma (with its particle, "set up") or the noun's. A passive is already
    turned active: its agent is the subject. `bearer` of a noun clause is what the noun is said of
    ("X is a subsidiary of Y", "X, a subsidiary of Y": X). `speaker` is the head token of who says so.
    """

    lemma: str
    kind: str  # "verb" or "noun"
    token: int
    sentence: int
    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    prepositions: dict[str, list[int]] = field(default_factory=dict)
    possessors: list[int] = field(default_factory=list)
    compounds: list[int] = field(default_factory=list)
    bearers: list[int] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    passive: bool = False
    modality: Modality = Modality.ACTUAL
    speaker: int | None = None

    def slot(self, name: str) -> list[int]:
        """The arguments in a slot of the rule language: subject, object, attr, poss, "in" and others."""
        fixed = {
            "subject": self.subjects,
            "object": self.objects,
            "attr": self.complements,
            "poss": self.possessors,
            "compound": self.compounds,
            "bearer": self.bearers,
        }.get(name)
        return fixed if fixed is not None else self.prepositions.get(name, [])


def spread(parse_children: list[list[int]], deps: list[str], token: int) -> list[int]:
    """A noun and its conjuncts, in order: "A, B and C"."""
    found = [token]
    for child in parse_children[token]:
        if deps[child] == "conj":
            found.extend(spread(parse_children, deps, child))
    return found

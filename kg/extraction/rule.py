"""Rules as data: what kg/rules/*.yaml may hold, checked and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CLAUSE, PHRASE, MEASURE = "clause", "phrase", "measure"
KINDS = (CLAUSE, PHRASE, MEASURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A named argument of a clause rule: the slots it may stand in, the role it fills.

    `names` are alternatives in order ("in", "at"); `optional` ones may be missing.
    """

    names: tuple[str, ...]
    role: str
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """Further conditions on a role: types it must have, or must not; head lemmas it must or must not have."""

    types: tuple[str, ...] = ()
    not_types: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()  # types of a role that no claim takes: "linked to Y by [rail]"
    nouns: frozenset[str] = frozenset()
    not_nouns: frozenset[str] = frozenset()
    nouns_at: tuple[str, ...] = ()  # `nouns` are asked only of an object of these types
    kinds: frozenset[str] = frozenset()  # "name", "adjective", …
    not_next: frozenset[str] = frozenset()  # words that may not follow
    not_behind: tuple[str, ...] = ()  # types of mentions that may not stand before it and a comma
    not_as: frozenset[str] = (
        frozenset()
    )  # what it may not be: "subject", "listed", "owned", "possessed", "nameless", "parted", "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One step of a phrase pattern: literal words or a mention slot, possibly optional or a gap.

    A slot with `many` takes a whole list: "A, B and C". `over` names what a gap without a count passes:
    "row" (earlier parts of a row of predicates), "np" (words that describe the name to come), "kind"
    (such words in small letters), "far" (the sentence up to another person's name), "rest" (what is said
    of the subject before it) or "own" (the same without what tells of others' things). `refused` turns
    `words` round: a word that is none of them.
    """

    words: frozenset[str] = frozenset()
    role: str | None = None
    types: tuple[str, ...] = ()
    optional: bool = False
    many: bool = False
    gap: int = 0
    over: str = ""
    refused: bool = False
    forms: frozenset[str] = frozenset()  # of the verb behind a subject: how else it may stand there
    restriction: Restriction | None = None  # what `where` asks of the slot's types and heads

    @property
    def is_fixed(self) -> bool:
        """Whether just one word must stand there."""
        return bool(self.words) and not self.optional


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A marked sentence of a rule file. `because` is set for counterexamples."""

    text: str
    line: int
    because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to say a predicate. `id` is "file/name"; `emit` maps subject, object, qualifiers to roles.

    A role in `emit` may be a constant: "@home" (the country the document is about), "@topic" (the
    organization that the paragraph is about), "@born" (the date of birth in brackets
    after a name). `modality` overrides what the clause says.
    """

    id: str
    predicate: str
    kind: str
    note: str
    confidence: float
    emit: Mapping[str, str]
    line: int
    path: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    slots: tuple[Slot, ...] = ()
    items: tuple[Item, ...] = ()
    shape: str = ""
    words: frozenset[str] = frozenset()
    restrictions: Mapping[str, Restriction] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    modality: str | None = None
    voice: str | None = None
    without: frozenset[str] = frozenset()  # slots of the clause that must hold nothing telling
    tense: str | None = None  # "past": the verb of the first name stands in no other
    existence: str | None = None  # how far the claim hangs on its ends' being there
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    known_failures: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """All rules in order of file and place, with the indices that matching needs."""

    rules: tuple[Rule, ...]
    by_verb: Mapping[str, tuple[Rule, ...]]
    by_noun: Mapping[str, tuple[Rule, ...]]
    phrases: tuple[Rule, ...]
    measures: tuple[Rule, ...]
    digest: str
    _by_id: dict[str, Rule] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_id.update((rule.id, rule) for rule in reversed(self.rules))

    def find(self, rule_id: str) -> Rule | None:
        """The rule with that id, or None."""
        return self._by_id.get(rule_id)

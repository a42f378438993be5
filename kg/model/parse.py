"""A sentence-split, tagged and parsed text as plain lists: what recognition hands to extraction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_COMING = frozenset(["will", "would"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])  # tags of verbs with a tense of their own
SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_ACTING = frozenset(["nsubj"])


@dataclass(slots=True)
class Parse:
    """Parallel lists over tokens (index = token). Heads are token indices; a root is its own head.

    `starts` and `ends` are code points of the document's text; `sentences` are half-open token ranges.
    """

    words: list[str]
    lemmas: list[str]
    tags: list[str]  # Penn Treebank
    deps: list[str]  # spaCy's English dependency labels (CLEAR style)
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    children: list[list[int]] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.children:
            self.children = [[] for _ in self.words]
            for i, head in enumerate(self.heads):
                if head != i:
                    self.children[head].append(i)
        if not self.sentence_of:
            self.sentence_of = [0] * len(self.words)
            for n, (start, end) in enumerate(self.sentences):
                for i in range(start, end):
                    self.sentence_of[i] = n

    def rehang(self) -> None:
        """Lists the children anew, after heads were changed."""
        self.children = []
        self.__post_init__()

    def is_sound(self, tokens: Iterable[int] | None = None) -> bool:
        """Whether every token, or each of some, hangs on a root in the end, and none in a circle; linear in them."""
        sound: set[int] = set()
        for token in range(len(self.heads)) if tokens is None else tokens:
            path: set[int] = set()
            while token not in sound and token not in path and self.heads[token] != token:
                path.add(token)
                token = self.heads[token]
            if token in path:
                return False
            sound |= path | {token}
        return True

    def list_subjects(self, verb: int, *, passive: bool = True) -> list[int]:
        """The tokens that hang on a verb as its subjects, in text order; of one that acts alone if not `passive`."""
        kinds = SUBJECTS if passive else _ACTING
        return [c for c in self.children[verb] if self.deps[c] in kinds]

    def list_verbs_above(self, token: int, steps: int) -> Iterator[int]:
        """The verbs at a token and the heads above it, the nearest first, within so many tokens."""
        for _ in range(steps):
            if self.tags[token][:2] == "VB":
                yield token
            if self.heads[token] == token:
                return
            token = self.heads[token]

    def climb_to_verb(self, token: int, steps: int) -> int:
        """The first verb at a token or within so many heads above; the last one reached where none is."""
        for _ in range(steps):
            if self.tags[token][:2] == "VB" or self.heads[token] == token:
                break
            token = self.heads[token]
        return token

    def hangs_on(self, token: int, above: int) -> bool:
        """Whether a token is another one or hangs on it, however far up."""
        while token != above and self.heads[token] != token:
            token = self.heads[token]
        return token == above

    def is_coming(self, verb: int) -> bool:
        """Whether "will" or "would" stands with a verb."""
        return any(self.words[c] in _COMING for c in self.children[verb])

    def read_verb(self, token: int) -> str:
        """The lemma of a verb with its particle: "set up"."""
        particles = (self.lemmas[c] for c in self.children[token] if self.deps[c] == "prt")
        return " ".join([self.lemmas[token], *list(particles)[:1]])

"""What a paragraph is about: the nearest earlier subject, by its name or by what takes it up."""

from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.main_company import find_main_company
from kg.extraction.open_topics import find_open_topic
from kg.extraction.spoken_of import is_spoken_of
from kg.model.mention import RELATIVE, Mention, MentionKind

_TELLING = 2  # sentences back in which a company tells what its chief says next
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
_ACTING = frozenset(["nsubj"])
_PARTS = frozenset(["poss", "compound", "nmod", "pobj", "prep"])  # of a noun phrase
_DEEP = 4  # steps from a name up to the subject it belongs to
_BESIDE = frozenset(
    ["relcl", "acl"]
)  # what only describes: "bought by Norvik", "which Norvik runs"


class ParagraphTopics:
    """Finds what is told of at a place of one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse

    def find(self, token: int, kinds: tuple[str, ...]) -> Mention | None:
        """What the paragraph is about at `token`: the nearest earlier subject of a fitting type.

        Else what a noun phrase of the sentence takes up ("said in the company's report"), else what
        most of the document is about, if one thing stands out.
        """
        sentence = self.parse.sentence_of[token]
        first = self.parse.sentences[sentence][0]
        paragraphs = self.arguments.recognized.paragraph_of
        best: Mention | None = None
        for mention, named in self._told:
            start, end = self.arguments.ranges[mention]
            where = self.parse.sentence_of[start]
            if start >= token or where >= sentence or paragraphs[where] != paragraphs[sentence]:
                continue
            if not self.arguments.fits(named, kinds):
                continue
            if any(dep in _SUBJECTS for dep in self.parse.deps[start:end]):  # "the Bank of X said"
                best = named
        if "Organization" not in kinds:
            return best or self._find_taken_up(sentence, kinds)
        taken = None if best else self._find_taken_up(sentence, kinds)
        found = best or taken or self._find_teller_before(sentence)
        if found is not None and is_spoken_of(found, token, self.arguments):
            return None
        near = self._find_only_actor(first, token, _ACTING)
        if found and near and not taken and self.arguments.find_first(found) != near:
            if not best and paragraphs[sentence - 1] != paragraphs[sentence]:
                return near  # a paragraph that begins with who speaks
            return None  # "Norvik fell. Tarka will wait, spokesman X said": it may be either
        return found or near or self._main_company or find_open_topic(token, kinds, self.arguments)

    def _find_teller_before(self, sentence: int) -> Mention | None:
        """ "…, Norvik said. "We grow," chief executive X said": the only company acting just before."""
        first, last = (self.parse.sentences[k][0] for k in (max(sentence - _TELLING, 0), sentence))
        return self._find_only_actor(first, last, _SUBJECTS)

    def _find_only_actor(self, first: int, last: int, deps: frozenset[str]) -> Mention | None:
        """The company that is a subject in tokens first to last, if there is one alone."""
        acting = {
            (self.parse.sentence_of[k], self._is_beside(k), self.arguments.find_first(named))
            for m, named in self._told
            if first <= self.arguments.ranges[m][0] < last
            and self.arguments.fits(named, ("Company",))
            for k in range(*self.arguments.ranges[m])
            if self._acts(k, deps)
        }
        plain = {sentence for sentence, beside, _ in acting if not beside}
        told = {m for sentence, beside, m in acting if not beside or sentence not in plain}
        return next(iter(told)) if len(told) == 1 else None

    def _is_beside(self, token: int) -> bool:
        """Whether a token only describes another one: "the mill, [bought by Norvik],"."""
        sentence = self.parse.sentence_of[token]
        while self.parse.deps[token] not in _BESIDE:
            above = self.parse.heads[token]
            if above == token or self.parse.sentence_of[above] != sentence:
                return False
            token = above
        return True

    @cached_property
    def _told(self) -> list[tuple[Mention, Mention]]:
        """Names, and what takes them up as a subject or owner, each with the name."""
        told = []
        for mention in self.arguments.recognized.mentions:
            if mention.kind is MentionKind.NAME:
                told.append((mention, mention))
            elif mention in self.arguments.resolved and mention.origin != RELATIVE:
                named = self.arguments.find_first(mention)
                if named.kind is MentionKind.NAME:
                    told.append((mention, named))
        return told

    def _acts(self, token: int, deps: frozenset[str]) -> bool:
        """Whether a token is a subject or belongs to one: "Norvik's shares fell", "sales of Norvik rose"."""
        for _ in range(_DEEP):
            if self.parse.deps[token] in deps:
                return True
            if self.parse.deps[token] not in _PARTS:
                return False
            token = self.parse.heads[token]
        return False

    def _find_taken_up(self, sentence: int, kinds: tuple[str, ...]) -> Mention | None:
        """The only named thing that nouns of the sentence ("the company") stand for."""
        found = {
            self.arguments.find_antecedent(m)
            for m in self.arguments.resolved
            if m.kind is MentionKind.NOMINAL
            and self.parse.sentence_of[self.arguments.ranges[m][0]] == sentence
            and self.arguments.fits(m, kinds)
        }
        named = [
            m
            for m in found
            if m.kind is MentionKind.NAME
            # "the bank [Norvik]" takes up nothing, it describes
            and self.parse.sentence_of[self.arguments.ranges[m][0]] != sentence
        ]
        return named[0] if len(named) == 1 else None

    @cached_property
    def _main_company(self) -> Mention | None:
        return find_main_company(self.arguments)

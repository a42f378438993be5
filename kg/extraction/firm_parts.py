"""Parts of a firm that have figures of their own: "its film division saw profits slump", "sales at the sugar unit"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_COMPANY = "Company"
_MODIFYING = frozenset(["compound", "amod", "nmod"])
_CLAUSES = frozenset(["ccomp", "xcomp", "conj", "advcl"])
_UP = 3  # verbs above a measure: "saw profits slump"


class FirmParts:
    """Finds the parts of firms whose a measure is, in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.parse = arguments.parse
        self.parts = words.get("firm_parts")
        self.wholes = words.get("whole_firm")

    def is_part(self, token: int) -> bool:
        """Whether a noun is a part told by its kind: "the sugar unit"; "the unit" may be a firm told before."""
        parse = self.parse
        if parse.lemmas[token] not in self.parts or parse.tags[token] != "NN":
            return False
        if parse.deps[token] in _MODIFYING:
            return False
        named = any(m.kind is MentionKind.NAME for m in self.arguments.by_token.get(token, ()))
        return not named and token > 0 and parse.deps[token - 1] in _MODIFYING

    def find(self, token: int) -> Mention | None:
        """The part as a thing of its own, if something tells which one."""
        found = self.arguments.find(token, (_COMPANY,))
        if found is not None:
            return found
        bounds = self.arguments.find_phrase(token)
        if bounds is None or bounds[1] - bounds[0] < 2 or self._has_name(bounds):
            return None
        made = self.arguments.phrases.make(bounds, _COMPANY)
        self.arguments.ranges[made] = bounds
        return made

    def _has_name(self, bounds: tuple[int, int]) -> bool:
        """ "the Norvik division": told by a name, which may be that of another firm."""
        return any(
            m.kind is MentionKind.NAME
            for t in range(*bounds)
            for m in self.arguments.by_token.get(t, ())
        )

    def find_acting(self, noun: int) -> int | None:
        """The part that is the subject over a measure: "[its film division] saw profits slump"."""
        parse = self.parse
        token = parse.heads[noun]
        for _ in range(_UP):
            subjects = parse.list_subjects(token)
            other = [c for c in subjects if c != noun]
            if other:
                return other[0] if self.is_part(other[0]) else None
            if parse.deps[token] not in _CLAUSES:
                return None
            token = parse.heads[token]
        return None

    def follows(self, noun: int) -> bool:
        """Whether the sentence before is about a part: "net profit" behind it may be the firm's or the part's."""
        parse = self.parse
        sentence = parse.sentence_of[noun]
        paragraphs = self.arguments.recognized.paragraph_of
        if sentence == 0 or paragraphs[sentence - 1] != paragraphs[sentence] or self.is_whole(noun):
            return False
        return any(
            parse.lemmas[t] in self.parts and self.is_part(t) and self._is_told_of(t)
            for t in range(*parse.sentences[sentence - 1])
        )

    def _is_told_of(self, part: int) -> bool:
        """Whether a sentence is about a part: its subject, or whose the subject is."""
        parse = self.parse
        token = part
        while parse.deps[token] in {"poss", "pobj", "prep"}:
            token = parse.heads[token]
        return parse.deps[token] in SUBJECTS

    def is_owner(self, owner: Mention) -> bool:
        """Whether an owner is a part: what is told later is not of it."""
        if owner.kind is not MentionKind.NOMINAL or owner not in self.arguments.ranges:
            return False
        return self.is_part(self.arguments.ranges[owner][1] - 1)

    def is_whole(self, noun: int) -> bool:
        """ "Group sales": those of the firm and not of a part."""
        return any(self.parse.words[c].lower() in self.wholes for c in self.parse.children[noun])

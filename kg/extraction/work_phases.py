"""Parts of works that are built one after the other: "the first phase will cost", "its second stage"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.undertakings import find_phased
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind

_OWNING = frozenset(["poss"])
_EACH = frozenset(["each", "every"])
_BEHIND = frozenset(["one", "two", "three", "four", "i", "ii", "iii", "iv", "1", "2", "3", "4"])


class WorkPhases:
    """Finds what a phase is of, in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        works = load_lexicon("works")
        self.arguments, self.parse = arguments, arguments.parse
        self.phases = works.get("phases")
        self.raising = works.get("raised_by_phases")
        self.which = load_lexicon("arguments").get("ordinals") | works.get("phase_words")

    def find(self, token: int) -> Mention | None:
        """The works of a phase: whose it is told to be, else the only ones told just before."""
        if not self.is_phase(token):
            return None
        told = self._list_told(token)
        if any(m is not None for m in told) or self._is_owned(token):
            return next((m for m in told if m is not None), None)
        return find_phased(self.arguments, token)

    def list_works(self, tokens: Iterable[int]) -> list[Mention]:
        """The works of those tokens that are phases."""
        return [m for t in tokens if (m := self.find(t)) is not None]

    def is_phase(self, token: int) -> bool:
        """ "the [first] phase", "phase [two]": one of several; "this phase" is a time."""
        parse = self.parse
        if parse.lemmas[token].lower() not in self.phases or parse.tags[token][:2] != "NN":
            return False
        if any(m.kind is MentionKind.NAME for m in self.arguments.by_token.get(token, ())):
            return False
        behind = parse.words[token + 1 : token + 2]
        numbered = [w.lower() in _BEHIND for w in behind] == [True]
        return numbered or any(
            parse.words[c].lower() in self.which for c in parse.children[token] if c < token
        )

    def _is_owned(self, token: int) -> bool:
        """ "Norvik's first phase", "the first phase of the talks"; but whose "its" is the text before tells."""
        parse = self.parse
        deps = {(parse.deps[c], parse.tags[c]) for c in parse.children[token]}
        links = {parse.lemmas[c] for c in parse.children[token] if parse.deps[c] == "prep"}
        return "of" in links or any(d == "poss" and t != "PRP$" for d, t in deps)

    def _list_told(self, token: int) -> list[Mention | None]:
        """Of "its first phase", "the first phase of the port": the port; nothing where there is none."""
        parse, children = self.parse, self.parse.children[token]
        owners = [c for c in children if parse.deps[c] in _OWNING]
        links = [c for c in children if parse.deps[c] == "prep" and parse.lemmas[c] == "of"]
        owners += [t for c in links for t in parse.children[c] if parse.deps[t] == "pobj"]
        return [self.arguments.find(t, WORKS_AND_ZONES) for t in owners]

    def name(self, text: str | None, verb: int) -> str | None:
        """ "cost of the first phase", of a phase that is the subject of a verb; what it raises is the whole's."""
        parse = self.parse
        if not text or parse.tags[verb][:2] != "VB" or parse.lemmas[verb] in self.raising:
            return text
        subject = next((t for t in parse.list_subjects(verb) if self.is_phase(t)), None)
        if subject is None:
            return text
        told = [
            parse.words[t].lower()
            for t in sorted([*parse.children[subject], subject])
            if t == subject or parse.words[t].lower() in self.which | _BEHIND
        ]
        bare = told[0] in self.phases or told[0] in _EACH
        return f"{text} of {'the ' * (not bare)}{' '.join(told)}"

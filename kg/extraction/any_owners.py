"""Whose a figure is that no shape took: whom its phrase, its clause or the text just before tells."""

from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.subject_owners import OWNERS
from kg.extraction.undertakings import find_undertaking
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind
from kg.model.parse import SUBJECTS

_STEPS = 8  # heads above a figure
_BACK = 3  # sentences in which a text goes on about the same
_WHERE = frozenset(["in", "at", "near", "outside", "on", "from", "to"])
_DESCRIBING = frozenset(["acl", "relcl"])
_TELLERS = ("GovernmentBody", "MediaOutlet", "ResearchBody")


class AnyOwners:
    """Finds them in one document; `clauses` are those of the sentences that tell figures."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        self.observer, self.arguments, self.parse = observer, observer.arguments, observer.parse
        self.by_verb = {c.token: c for c in clauses if c.kind == "verb"}
        self.undertakings = load_lexicon("measures").get("works_nouns")

    def find(self, noun: int) -> tuple[Mention, Clause | None] | None:
        """(owner, the clause that governs the figure) of a noun; None where nobody stands out."""
        own = self.observer.owners.find_own(noun)
        if own is not None and own.origin != OPEN and self._fits(own):
            return own, self.find_clause(noun)
        return self._climb(noun)

    def find_clause(self, token: int) -> Clause | None:
        """The clause that a token stands in."""
        for _ in range(_STEPS):
            if token in self.by_verb:
                return self.by_verb[token]
            above = self.parse.heads[token]
            if above == token:
                return None
            token = above
        return None

    def _climb(self, token: int) -> tuple[Mention, Clause | None] | None:
        parse, start = self.parse, token
        for _ in range(_STEPS):
            clause = self.by_verb.get(token)
            if clause is not None:
                acting = clause.objects if clause.passive else clause.subjects
                if start in acting:
                    return None  # "the bank said 300 people work there": of whom, it does not tell
                found = self._list_acting(clause)
                if found and self.arguments.are_one(found):
                    return found[0], clause
                if found or acting:
                    return self._find_undertaken(clause, acting)
            elif token != start and (thing := self._thing_at(token)) is not None:
                return thing, self.find_clause(token)
            above = parse.heads[token]
            described = parse.deps[token] in _DESCRIBING and parse.tags[above][:1] == "N"
            if above == token or (described and self._thing_at(above) is None):
                return None  # "a hall at Zenda turning out 2 million tyres": of a thing that is not told
            token = above
        return None

    def _list_acting(self, clause: Clause) -> list[Mention]:
        """The subjects, in the words of the sentence: of "was built by Norvik for 70 trucks" what was built."""
        if clause.passive:
            return self.observer.phases.list_works(clause.objects) or [
                m
                for t in clause.objects
                for m in self.arguments.find_all(t, OWNERS)
                if self._fits(m)
            ]
        return [m for m in self.observer.find_owners(clause) if self._fits(m)]

    def _find_undertaken(
        self, clause: Clause, acting: list[int]
    ) -> tuple[Mention, Clause | None] | None:
        """ "The expansion would create 230 jobs": of what is built, where the text tells but one such thing."""
        parse = self.parse
        told = any(parse.lemmas[t].lower() in self.undertakings for t in acting)
        works = (
            find_undertaking(self.arguments, parse.sentences[clause.sentence][0]) if told else None
        )
        return (works, clause) if works is not None else None

    def find_focus(self, noun: int) -> Mention | None:
        """What the text goes on about: the subject of the sentences before, where this one names nothing else."""
        sentence_of, paragraphs = self.parse.sentence_of, self.arguments.recognized.paragraph_of
        sentence = sentence_of[noun]
        for before in range(sentence - 1, max(sentence - _BACK, 0) - 1, -1):
            far = paragraphs[before] != paragraphs[sentence]
            found = self._find_subject(before)
            if found is not None:
                first = self.arguments.find_first(found)
                others = self.observer.topic.names_others(sentence, first)
                return None if others or (far and before < sentence - 1) else found
        return None

    def _find_subject(self, sentence: int) -> Mention | None:
        """The thing or firm that a sentence is about: the subject of its main verb, or whose that is."""
        parse = self.parse
        for token in range(*parse.sentences[sentence]):
            root = parse.deps[parse.heads[token]] == "ROOT"
            if parse.deps[token] not in SUBJECTS or not root:
                continue
            found = self.arguments.find(token, OWNERS)
            if found is not None and found.origin != "noun phrase" and self._fits(found):
                return None if self.arguments.fits(found, _TELLERS) else found
            inner = [c for c in parse.children[token] if parse.deps[c] == "poss"]
            owned = (self.arguments.find(c, OWNERS) for c in inner)
            return next((m for m in owned if m is not None and self._fits(m)), None)
        return None

    def _thing_at(self, token: int) -> Mention | None:
        """What a noun above the figure stands for: "a complex with a capital of", not where it lies."""
        if self.parse.tags[token][:1] not in "NW":
            return None
        link = self.parse.heads[token]
        if self.parse.deps[token] == "pobj" and self.parse.words[link].lower() in _WHERE:
            return None  # "a hall at Zenda with 640 people"
        told = (m for m in self.arguments.by_token.get(token, ()) if self._fits(m))
        return next((m for m in told if m.origin != "noun phrase"), None)

    def _fits(self, mention: Mention) -> bool:
        return self.arguments.fits(mention, OWNERS) and (
            mention.kind is not MentionKind.ADJECTIVE or self.arguments.fits(mention, ("Country",))
        )

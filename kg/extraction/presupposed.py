"""What a figure told by a noun takes for granted: "could not offset a [2 percent decline]", "may drop [its 3% target]".

The verb above denies or plans something else, not that it is or was so.
"""

from kg.extraction.figures_apposed import ApposedFigures
from kg.lexicon import load_lexicon
from kg.model.claim import Modality

_SCOPE, _MEASURES = load_lexicon("scope"), load_lexicon("measures")
_CHANGES = _MEASURES.get("change_nouns")
_AIMS = _MEASURES.get("aim_nouns") - {"capacity", "budget"}
_COPING, _MENDING = _SCOPE.get("coping_verbs"), _SCOPE.get("mending_verbs")
_UNDOING = _SCOPE.get("undone_verbs") | _SCOPE.get("thwarting")
_PAUSING, _DENYING = _SCOPE.get("pausing_verbs"), frozenset(["deny", "dispute", "refute", "rebut"])
_ATTAINING = _SCOPE.get("attaining_verbs")
_WORKS = _SCOPE.get("works_nouns") | _SCOPE.get("works_done") | {"project", "plan"}
_DEFINITE = _SCOPE.get("definite_marks") | {"'", "’"}
_INDEFINITE = frozenset(["a", "an", "any", "no", "another", "one"])
_CLIMBED = 8  # heads above a noun


class PresupposedFigures(ApposedFigures):
    """Answers for the measured nouns of one parse."""

    def settle(self, noun: int, token: int) -> Modality:
        """The modality of a figure of a noun that another (`token`) tells, where the verb above makes another of it."""
        told = self.read(noun)
        verb = next(self.parse.list_verbs_above(token, _CLIMBED), None)
        if told is Modality.ACTUAL or verb is None:
            return told
        lemma = self.parse.read_verb(verb)
        lemma = lemma if lemma in _COPING else self.parse.lemmas[verb]
        if self.parse.lemmas[token] in _CHANGES and not self._is_definite(token):
            met = lemma in _COPING and told is Modality.NEGATED
            return Modality.ACTUAL if met or lemma in _MENDING else told
        if not self._is_definite(token) or lemma in _DENYING:
            return told
        if lemma in _PAUSING and self._is_works(token):
            return Modality.PLANNED if told is Modality.NEGATED else told
        if lemma in _UNDOING:
            done = self.scope.read(verb) is Modality.ACTUAL
            return told if done else Modality.ACTUAL
        return Modality.ACTUAL if told is Modality.NEGATED else told

    def is_held(self, verb: int, noun: int) -> bool:
        """ "never reached its target of 500,000 cars": the target stands, whatever is done about it."""
        aimed = self.parse.lemmas[noun] in _AIMS and self._is_definite(noun)
        return aimed and self.parse.lemmas[verb] in _ATTAINING

    def _is_definite(self, token: int) -> bool:
        """Whether a noun is told as one that is known: with a name, an owner or "the"."""
        parse = self.parse
        marks = [parse.words[c].lower() for c in parse.children[token] if c < token]
        marks += [
            parse.words[k].lower()
            for c in parse.children[token]
            if parse.deps[c] == "poss"
            for k in parse.children[c]
        ]
        if not _INDEFINITE.isdisjoint(marks):
            return False
        named = any(
            parse.tags[c][:3] == "NNP" for c in parse.children[token] if parse.deps[c] == "compound"
        )
        return named or parse.tags[token][:3] == "NNP" or not _DEFINITE.isdisjoint(marks)

    def _is_works(self, token: int) -> bool:
        """ "suspended [work] on the 50 MW plant": what is still to be built."""
        for _ in range(_CLIMBED):
            if self.parse.lemmas[token] in _WORKS:
                return True
            if self.parse.tags[token][:2] == "VB" or self.parse.heads[token] == token:
                break
            token = self.parse.heads[token]
        return False

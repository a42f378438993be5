"""Who says a claim, and what only the text says: seats, posts and places told aside, what follows somebody's speech."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.attribution import AttributionReader
from kg.extraction.candidate import Candidate
from kg.extraction.sources_named import find_source
from kg.extraction.told_by import find_teller_of_last
from kg.model.claim import Modality
from kg.model.mention import Mention

_OBSERVED = "observes"
# What tells who or where something is, wherever somebody speaks of it.
_DESCRIBING = frozenset(
    ["headquarteredIn", "hasJurisdiction", "hasNationality", "holdsPost", "activeIn", "listedOn"]
)
_PLACED = "locatedIn"
_TOLD = frozenset(["ccomp", "conj", "ROOT"])
_LISTED = frozenset(["conj", "appos", "prep", "pobj", "compound"])
_BESIDE_BEING = frozenset(["nsubj", "attr", "dobj"])
_BEING = frozenset(["be", "include", "comprise"])
_OPENING = 3  # tokens at the start of a sentence in which its own time stands
_QUOTES = frozenset(["“", '"', "``", "‘"])
_DATED = frozenset(["last", "this", "since", "meanwhile", "separately", "elsewhere"])


class ClaimSpeakers:
    """The speakers of one document's claims."""

    def __init__(self, arguments: ArgumentFinder, attribution: AttributionReader) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.attribution = attribution

    def find(self, candidate: Candidate) -> Mention | None:
        """Who says so; nobody where the text only says it beside somebody's speech."""
        speaker = self.attribution.find(candidate.speaker, candidate.token)
        speaker = speaker or self._find_source(candidate.token)
        predicate = candidate.rule.predicate
        if speaker is None or self.attribution.is_own(speaker, candidate.subject, predicate):
            return None
        if self._is_aside(candidate):
            return None
        return None if self._only_follows(candidate, speaker) else speaker

    def _find_source(self, token: int) -> Mention | None:
        sentence = self.parse.sentence_of[token]
        return find_source(self.arguments, sentence, token) or self._find_before_colon(sentence)

    def _find_before_colon(self, sentence: int) -> Mention | None:
        """ "X said: / “…”": X, where the sentence is the quotation."""
        parse = self.parse
        start, _ = parse.sentences[sentence]
        if not sentence or parse.words[start] not in _QUOTES:
            return None
        before = parse.words[parse.sentences[sentence - 1][1] - 1]
        token = self.attribution.speakers.find_sentence_speaker(sentence - 1)
        told = before == ":" and token is not None
        return self.arguments.find(token, ("Agent",)) if told and token is not None else None

    def _is_aside(self, candidate: Candidate) -> bool:
        """ "Zenda-based Norvik said …", "it will move to its mill in Riga": a seat and a place that the text tells."""
        predicate, token = candidate.rule.predicate, candidate.token
        placed = predicate == _PLACED and candidate.modality is Modality.ACTUAL
        if not placed and predicate not in _DESCRIBING:
            return False
        if placed and self._is_counted_off(token):
            return False
        return self.parse.tags[token][:2] != "VB" or self.parse.deps[token] not in _TOLD

    def _is_counted_off(self, token: int) -> bool:
        """ "Among them, he stated, are a mill in Riga and a dam in Kunar": where they are is what is said."""
        deps, heads = self.parse.deps, self.parse.heads
        while deps[token] in _LISTED:
            token = heads[token]
        being = deps[token] in _BESIDE_BEING and self.parse.lemmas[heads[token]] in _BEING
        return being and deps[heads[token]] in _TOLD

    def _only_follows(self, candidate: Candidate, speaker: Mention) -> bool:
        """ "X said it grew. In May it bought Y": a sentence without quotation marks behind somebody's speech.

        Figures go on with what was said, but not those that open with a time of their own.
        """
        attribution, sentence = self.attribution, self.parse.sentence_of[candidate.token]
        if attribution.by_sentence.get(sentence) is not speaker:
            return False
        if attribution.is_quoted(candidate.token) or self._is_told_next(sentence):
            return False
        return candidate.rule.predicate != _OBSERVED or self._opens_with_time(sentence)

    def _is_told_next(self, sentence: int) -> bool:
        """ "… This was stated by X."."""
        behind = sentence + 1 < len(self.parse.sentences)
        return behind and find_teller_of_last(self.arguments, sentence + 1) is not None

    def _opens_with_time(self, sentence: int) -> bool:
        start, end = self.parse.sentences[sentence]
        opening = range(start, min(start + _OPENING, end))
        if self.arguments.lower[start] in _DATED:
            return True
        return any(self.arguments.find_period_around(t) is not None for t in opening)

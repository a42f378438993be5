"""Who says a claim: whoever speaks, the source that a sentence names, or who is named before a colon."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.attribution import AttributionReader
from kg.extraction.candidate import Candidate
from kg.extraction.sources_named import find_source
from kg.model.mention import Mention

# What texts tell of things in passing, whoever spoke in the sentence before.
_KNOWN = frozenset(["holdsPost", "hasJurisdiction", "hasNationality", "locatedIn", "partOf"])
_QUOTES = frozenset(["“", '"', "``", "‘"])


class ClaimSpeakers:
    """The speakers of one document's claims."""

    def __init__(self, arguments: ArgumentFinder, attribution: AttributionReader) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.attribution = attribution

    def find(self, candidate: Candidate) -> Mention | None:
        """Who says so: whoever speaks, or is named as the source; nobody of what a body tells of itself."""
        speaker = self.attribution.find(candidate.speaker, candidate.token)
        speaker = speaker or self._find_source(candidate.token)
        predicate = candidate.rule.predicate
        if speaker is None or self.attribution.is_own(speaker, candidate.subject, predicate):
            return None
        told_before = self.attribution.goes_on(candidate.speaker, candidate.token)
        return None if told_before and predicate in _KNOWN else speaker

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

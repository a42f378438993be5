"""Figures of people and parties, which the others of a text do not go on with: ages, support in polls."""

from kg.extraction.candidate import Candidate
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention


def make_own(
    observer: Observer, rule: Rule, token: int, owner: Mention, value: Mention, measure: str
) -> Candidate:
    """The observation that a token tells; its modality is that of a verb."""
    told = observer.parse.tags[token][:2] == "VB"
    candidate = Candidate(
        rule=rule,
        subject=owner,
        object=value,
        token=token,
        qualifiers=[Qualifier(name="measure", value=measure)],
        modality=observer.scope.read(token) if told else Modality.ACTUAL,
        confidence=rule.confidence,
    )
    candidate.speaker = observer.speakers.find(token)
    return candidate

"""Sentences of business: a name that the model alone takes for a person's is a firm's where people are not told of."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES, _TRIGGERS = load_lexicon("names"), load_lexicon("triggers")
_KINDS = load_lexicon("nominals").get_mapping("nominals")
_MADE = frozenset(["Company", "Facility", "Project", "TransportCorridor", "EconomicZone"])
_FIELD = _NAMES.get("business_nouns") | _TRIGGERS.get("goods") | _TRIGGERS.get("wares")
_AGAINST = _NAMES.get("people_words")
_PEOPLE, _SPEECH = (
    _NAMES.get("person_nouns") | _NAMES.get("person_agents"),
    _NAMES.get("speech_verbs"),
)
_PRONOUNS = frozenset(["he", "she", "his", "her", "him", "himself", "herself", "who", "whose"])
_ALLOWING = frozenset(["refuse", "approve", "reject", "grant", "authorise", "authorize", "permit"])
_AT = frozenset(["at", "in", "near", "outside", "off", "around"])
_ENOUGH, _HALF = 2, 1.0  # nouns of business by themselves; votes for a firm beside one of them


def tells_business(tokens: Tokens, spans: Sequence[tuple[int, int]], firm: float) -> bool:
    """Whether a name at these tokens, with that many votes for a firm, is a firm's by its sentences."""
    found = max(len(_list_nouns(tokens, *span)) for span in spans)
    if found < (1 if firm >= _HALF else _ENOUGH):
        return False
    return not any(_is_of_people(tokens, *s) for s in spans) and not _is_shortened(tokens, spans)


def _list_nouns(tokens: Tokens, start: int, end: int) -> set[str]:
    """The nouns of business in the sentence, in small letters, outside the name."""
    sentence = range(*tokens.parse.sentences[tokens.parse.sentence_of[start]])
    return {
        tokens.lemma_at(k)
        for k in sentence
        if not start <= k < end
        and not tokens.capital[k]
        and tokens.tags[k] in {"NN", "NNS"}
        and (tokens.lemma_at(k) in _FIELD or _KINDS.get(tokens.lemma_at(k)) in _MADE)
    }


def _is_of_people(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the sentence has what is told of people: "he", "winger", "born", or who says something."""
    sentence = range(*tokens.parse.sentences[tokens.parse.sentence_of[start]])
    told = _PRONOUNS | _AGAINST
    if any(tokens.lower[k] in told or tokens.lemma_at(k) in _AGAINST for k in sentence):
        return True
    by = start - 1 - (tokens.lower_at(start - 1) in {"the", "an"})
    if tokens.lower_at(by) == "by" and tokens.lemma_at(by - 1) in _ALLOWING:
        return True  # authorities do
    if end - start == 1 and tokens.lower_at(start - 1) in _AT:
        return True  # a town: "the pipeline at Zenda"
    if tokens.lower_at(start - 1) in _PEOPLE or tokens.lower_at(start - 2) in {"mr", "ms"}:
        return True
    verbs = (end, end + 1, start - 1)
    return any(
        tokens.lemma_at(k) in _SPEECH and tokens.tags[k][:1] == "V"
        for k in verbs
        if k >= 0 and k < len(tokens.words)
    )


def _is_shortened(tokens: Tokens, spans: Sequence[tuple[int, int]]) -> bool:
    """ "Jane Doe built a mill. Doe died": people are told by their last name alone, firms by their first."""
    inside = {k for start, end in spans for k in range(start, end)}
    last = {tokens.words[end - 1] for start, end in spans if end - start > 1}
    return any(word in last and k not in inside for k, word in enumerate(tokens.words))

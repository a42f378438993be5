"""Deals that are not made yet, or are refused: "is negotiating a contract with Y", "ruled out a deal with Y"."""

from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_WORDS = load_lexicon("scope")
_PAPERS = _WORDS.get("papers")
_PREPARING, _SEEKING = _WORDS.get("preparing"), _WORDS.get("seeking_deals")
_LEADING, _REFUSING = _WORDS.get("leading_to_deals"), _WORDS.get("refusing_deals")
_GOING_ON = _WORDS.get("settled_when_done")
_KNOWN = frozenset(
    ["the", "its", "their", "his", "her", "this", "that", "these", "existing", "our"]
)
_TALKS = _WORDS.get("talks_of_deals")


def is_paper(parse: Parse, token: int) -> bool:
    """Whether a token is a noun for what two sides sign or enter."""
    return parse.lemmas[token].lower() in _PAPERS and parse.tags[token][:1] == "N"


def read_unsettled(parse: Parse, noun: int) -> Modality:
    """What the verb or phrase that leads to a deal makes of it; a known one may be talked about."""
    if not is_paper(parse, noun):
        return Modality.ACTUAL
    new = not any(
        parse.words[c].lower() in _KNOWN or parse.deps[c] == "poss" for c in parse.children[noun]
    )
    above, dep = parse.heads[noun], parse.deps[noun]
    if dep == "conj":
        return read_unsettled(parse, above) if parse.heads[above] != noun else Modality.ACTUAL
    if dep in {"dobj", "nsubjpass"}:
        return _read_verb(parse, above, new=new)
    if dep == "pobj" and new:
        return _read_leading(parse, above)
    return Modality.ACTUAL


def _read_verb(parse: Parse, verb: int, *, new: bool) -> Modality:
    lemma = parse.lemmas[verb]
    names = {lemma, parse.read_verb(verb)}
    if names & _REFUSING:
        return Modality.NEGATED
    going_on = lemma in _GOING_ON and parse.tags[verb] == "VBG"
    if names & _PREPARING or going_on or (new and names & _SEEKING):
        return Modality.POSSIBLE
    return Modality.ACTUAL


def _read_leading(parse: Parse, preposition: int) -> Modality:
    """ "is working on a deal", "close to a deal", "in talks on a venture", "hopes for a contract"."""
    above = parse.heads[preposition]
    phrase = f"{parse.lemmas[above]} {parse.words[preposition].lower()}"
    talks = parse.lemmas[above] in _TALKS and parse.tags[above][:1] == "N"
    if phrase in _LEADING or talks:
        return Modality.POSSIBLE
    return Modality.ACTUAL

"""Works that the sentence before tells as new: "Norvik will build a mill in Zenda. It will employ 90"."""

from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import SETTLED
from kg.model.parse import SUBJECTS, Parse
from kg.ontology import Ontology
from kg.recognition.coreference_words import CoreferenceWords
from kg.recognition.pronoun_roles import find_role
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_PLAIN = WORKS_AND_ZONES[:2]  # those that need no name
_MAYBE, _SURELY = 1, 2  # how sure it is that works do so, and not who builds them
_SUPERLATIVES = frozenset(["JJS", "RBS"])
_WORKING = frozenset(["work", "employ"])
_OF_WORK = frozenset(["on", "of", "for"])


def find_new_works(
    found: list[Referent],
    token: int,
    tokens: Tokens,
    words: CoreferenceWords,
    ontology: Ontology,
) -> list[Referent]:
    """The works that are new, for a pronoun by what they will do or are to have."""
    parse, before = tokens.parse, tokens.parse.sentence_of[token] - 1
    new = [r for r in found if r.last_sentence == before and _is_one(r, WORKS_AND_ZONES, ontology)]
    sure = _rate(token, tokens, words) if new else 0
    if not sure:
        return []
    nameless = [
        r
        for r in new
        if r.first_sentence == before and not r.named and _is_one(r, _PLAIN, ontology)
    ]
    works = [r for r in nameless if r.object and _is_built(parse, r, words)]
    if not works and sure == _SURELY:  # "broke ground on a mill"
        works = [r for r in nameless if r.count == 1 and _is_indefinite(parse, r.last_token)]
    if not works and (sure == _SURELY or not _has_firm(found, before, ontology)):
        works = [r for r in new if r.named and _is_built(parse, r, words)]
    return works if len(works) == 1 else []


def find_workplace(
    recent: list[Referent],
    token: int,
    tokens: Tokens,
    words: CoreferenceWords,
    ontology: Ontology,
) -> list[Referent]:
    """ "Norvik will build a mill in Zenda. About 90 people will work there": the mill."""
    parse = tokens.parse
    if parse.lemmas[parse.heads[token]] not in _WORKING:
        return []
    before = parse.sentence_of[token] - 1
    works = [
        r
        for r in recent
        if r.last_sentence == before and not r.plural and _is_one(r, ("Facility",), ontology)
        if r.subject_in == before or _is_built(parse, r, words)
    ]
    return works if len(works) == 1 else []


def _rate(token: int, tokens: Tokens, words: CoreferenceWords) -> int:
    """How sure it is, by what is said of a pronoun, that it stands for works; 0 for nothing of theirs."""
    parse = tokens.parse
    if tokens.tags[token] == "PRP$":
        noun = parse.heads[token]
        measured = parse.deps[noun] in SUBJECTS and parse.lemmas[noun] in words.coming_measures
        lasting = parse.lemmas[noun] in words.worked_measures
        return _SURELY if measured and (lasting or parse.is_coming(parse.heads[noun])) else 0
    verb, dep = find_role(parse, token, words.raising)
    raised = verb != parse.heads[token]
    if dep != "nsubj" or not (raised or parse.is_coming(verb)):
        return 0
    lemma = parse.lemmas[verb]
    if lemma == "be":
        return _SURELY if _is_superlative(parse, verb) else 0
    if lemma in words.services_of_works or (raised and lemma in words.expected_of_works):
        return _SURELY
    return _MAYBE if lemma in words.services else 0


def _is_superlative(parse: Parse, verb: int) -> bool:
    """ "It will be the largest in Africa"; not "the firm's largest investment"."""
    return any(
        parse.deps[c] in {"attr", "acomp"} and parse.tags[c] in _SUPERLATIVES
        for c in parse.children[verb]
    )


def _is_built(parse: Parse, referent: Referent, words: CoreferenceWords) -> bool:
    """Whether it is the object of a verb of building, or of work: "started work on the mill"."""
    above = parse.heads[referent.last_token]
    if referent.object:
        return parse.lemmas[above] in words.building
    return parse.words[above] in _OF_WORK and parse.lemmas[parse.heads[above]] in words.works_nouns


def _has_firm(found: list[Referent], sentence: int, ontology: Ontology) -> bool:
    """Whether a firm acts in a sentence, which may go on to do so: no land or town has workers."""
    acting = (r for r in found if r.subject_in == sentence and r.type not in SETTLED)
    return any(
        ontology.is_a(r.type, "Organization") and not ontology.is_a(r.type, "GovernmentBody")
        for r in acting
    )


def _is_one(referent: Referent, kinds: tuple[str, ...], ontology: Ontology) -> bool:
    return any(ontology.is_a(referent.type, kind) for kind in kinds)


def _is_indefinite(parse: Parse, noun: int) -> bool:
    return any(parse.words[c].lower() in {"a", "an"} for c in parse.children[noun])

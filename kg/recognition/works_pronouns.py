"""Pronouns beside works: "a plant [it] has run since 1998" is its runner, "Tarka will run [it]" the plant."""

from collections.abc import Container, Iterable

from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.parse import SUBJECTS, Parse
from kg.ontology import Ontology
from kg.recognition.referents import Referent
from kg.recognition.works_words import HANDLING

_CLIMBED = 6  # heads from the works up to the verb of the main clause
_RUN = load_lexicon("works").get("handled")  # what others do to works: "will build it"
_PAID = load_lexicon("works").get("paid_into")  # "is spending 3 million on it"
_TOWARDS = frozenset(["in", "into", "on", "for", "towards", "toward"])
_FINANCED = load_lexicon("works").get("financed")
_SHARES = frozenset(["percent", "%", "half", "pct", "third", "quarter", "all", "most", "majority"])


def find_runner(parse: Parse, token: int) -> int | None:
    """The subject of the clause above, for an "it" that does something with the noun its clause hangs on."""
    verb = parse.heads[token]
    if parse.words[token].lower() != "it" or parse.deps[token] != "nsubj":
        return None
    if parse.deps[verb] != "relcl" or parse.lemmas[verb] not in HANDLING:
        return None
    k = parse.heads[verb]
    if any(parse.deps[c] == "dobj" and c > verb for c in parse.children[verb]):
        return None  # "the year it opened a mill"
    for _ in range(_CLIMBED):
        above = parse.heads[k]
        if above == k:
            break
        k = above
        subjects = [c for c in parse.children[k] if parse.deps[c] in SUBJECTS and c < token]
        if subjects:
            return subjects[-1]
    return None


def find_handled(
    token: int,
    recent: Iterable[Referent],
    parse: Parse,
    others: Container[int],
    ontology: Ontology,
) -> list[Referent]:
    """ "Norvik is building a mill. Tarka will run it", "is paying for it": the only works told just before.

    `others` are the chains told beside the pronoun. Where a firm was done something to as well, it may be meant.
    """
    if not _is_handled(token, parse):
        return []
    here = parse.sentence_of[token]
    near = [
        r
        for r in recent
        if r.chain not in others and not (r.plural or r.inner) and r.last_sentence >= here - 1
    ]
    works = [r for r in near if any(ontology.is_a(r.type, kind) for kind in WORKS)]
    works = [r for r in works if r.object or r.subject_in >= here - 1] or works
    bodies = [r for r in near if ontology.is_a(r.type, "Organization")]
    rival = any(r.object or (r.agent and r.subject_in == here) for r in bodies)
    return works if len(works) == 1 and not rival else []


def _is_handled(token: int, parse: Parse) -> bool:
    """Whether what is done to "it" is done to works: built, run, paid for, put money into."""
    above = parse.heads[token]
    if parse.words[token].lower() != "it":
        return False
    if parse.deps[token] == "dobj":
        return parse.lemmas[above] in _RUN
    if parse.deps[token] in SUBJECTS:
        return _is_handled_yet(token, parse)
    share = parse.heads[above]
    if parse.lemmas[above] == "of" and parse.deps[share] == "dobj":  # "owns 60 percent of it"
        return parse.words[share] in _SHARES and parse.lemmas[parse.heads[share]] in _RUN
    if parse.deps[token] != "pobj" or parse.lemmas[above] not in _TOWARDS:
        return False
    return parse.lemmas[parse.climb_to_verb(parse.heads[above], _CLIMBED)] in _PAID


def _is_handled_yet(token: int, parse: Parse) -> bool:
    """ "It will be run by", "it is to be operated by", "it is financed by": works rather than a firm."""
    verb = parse.heads[token]
    below = parse.children[verb]
    coming = parse.is_coming(verb)
    if parse.lemmas[verb] == "be":  # "is to be operated"
        verb = next((c for c in below if parse.deps[c] == "xcomp" and parse.tags[c] == "VBN"), verb)
        coming = True
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    return passive and parse.lemmas[verb] in (_RUN if coming else _FINANCED)

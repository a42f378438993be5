"""What "it" is by parts or doings that only works have: "It has four berths", "It is due to start operations"."""

from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.parse import SUBJECTS
from kg.ontology import Ontology
from kg.recognition.coreference_words import CoreferenceWords
from kg.recognition.pronoun_roles import find_role
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_HAVING = frozenset(
    ["have", "include", "comprise", "feature", "consist", "contain", "equip", "get"]
)
_PARTS = load_lexicon("works").get("parts_of_works")
_STARTING = frozenset(["start", "begin", "commence", "enter", "go", "come"])
_OPERATION = frozenset(["operation", "service", "production", "stream", "line", "online"])
_LINKS = frozenset(["with", "of", "into", "on"])


def find_told_works(
    found: list[Referent],
    token: int,
    tokens: Tokens,
    words: CoreferenceWords,
    ontology: Ontology,
) -> list[Referent]:
    """ "Norvik runs a terminal at the port of Zenda. It has four berths": the works that the sentence before tells.

    Those that it was about, else those that something was done to.
    """
    before = tokens.parse.sentence_of[token] - 1
    if not _is_of_works(token, tokens, words):
        return []
    works = [
        r
        for r in found
        if r.last_sentence == before and any(ontology.is_a(r.type, kind) for kind in WORKS)
    ]
    about = [r for r in works if r.subject_in == before and not (r.agent or r.object)]
    done = sorted((r for r in works if r.object), key=lambda r: r.last_token)
    works = about or done[-1:] or works
    return works if len(works) == 1 else []


def _is_of_works(token: int, tokens: Tokens, words: CoreferenceWords) -> bool:
    """Whether the verb of a pronoun tells what works have, or when they start."""
    parse = tokens.parse
    verb, dep = find_role(parse, token, words.raising)
    if dep not in SUBJECTS or tokens.tags[token] != "PRP":
        return False
    due = [c for c in parse.children[verb] if tokens.lower[c] == "due"]
    verb = next((c for k in due for c in parse.children[k] if parse.deps[c] == "xcomp"), verb)
    lemma = parse.lemmas[verb]
    if lemma in _HAVING:
        return not _PARTS.isdisjoint(_list_objects(verb, tokens))
    coming = verb != parse.heads[token] or parse.is_coming(verb)
    adverbs = {tokens.lower[c] for c in parse.children[verb]}
    started = not _OPERATION.isdisjoint(_list_objects(verb, tokens) | adverbs)
    return lemma in _STARTING and coming and started


def _list_objects(verb: int, tokens: Tokens) -> set[str]:
    """The nouns that a verb governs, by itself or by a preposition, and those joined to the first."""
    parse = tokens.parse
    below = [c for c in parse.children[verb] if c > verb]
    nouns = [c for c in below if parse.deps[c] in {"dobj", "attr"}]
    links = [c for c in below if parse.deps[c] == "prep" and tokens.lower[c] in _LINKS]
    nouns += [n for c in links for n in parse.children[c] if parse.deps[n] == "pobj"]
    return {parse.lemmas[n] for n in nouns}

"""Whom a noun hardly means: a guest in "the country", what "the company" has just bought."""

from collections.abc import Container

from kg.model.parse import SUBJECTS, Parse
from kg.recognition.coreference_words import CoreferenceWords
from kg.recognition.tokens import Tokens

_WITHIN = frozenset(["in", "across", "throughout", "within", "inside"])
_CLAUSES = frozenset(["acl", "relcl"])
_SHARING = frozenset(["xcomp", "conj", "advcl"])
_STATES = frozenset(["be", "have"])  # "the Ruritanian firm has mills in the country" may be its own
_CLOSING = frozenset(["”", '"', "''", "’"])
_HYPHENS = frozenset(["-", "–", "‑"])
_ENABLING = frozenset(["enable", "allow", "help", "let", "permit"])
_GIVING = frozenset("give lend grant award provide offer pay hand".split())  # noqa: SIM905
_PURPOSES = frozenset(["advcl", "relcl", "acl", "xcomp", "pobj", "prep", "dobj"])
_CLIMBED = 5  # heads from what enables up to the verb of the clause
_NEAR = 5  # tokens from "owned" to the word for a firm
_TELLING = frozenset(["compound", "amod", "nmod", "poss"])


def find_unlike(parse: Parse, kind: str, token: int, words: CoreferenceWords) -> list[int]:
    """What is hardly meant if anything else is: who is a guest in "the country", whom "the firm" buys."""
    if kind == "Country":
        return find_guests(parse, token)
    if kind == "Company":
        rivals = find_rivals(parse, token, words.rivalling)
        return rivals + find_bought(parse, token, words.purchases) + find_joined_owner(parse, token)
    return []


def find_joined_owner(parse: Parse, token: int) -> list[int]:
    """ "The [Tarka]-owned carmaker": who owns, backs or leads the firm, joined to the word for it by a hyphen."""
    for k in range(token - 1, max(token - _NEAR, 1), -1):
        if parse.words[k - 1] in _HYPHENS and parse.tags[k] in {"VBN", "VBD"}:
            return [k - 2]
        if parse.tags[k][:2] not in {"NN", "JJ"}:
            break
    return []


def find_guests(parse: Parse, token: int) -> list[int]:
    """The tokens that tell what those are like who do something, or are, in the place at `token`."""
    preposition = parse.heads[token]
    if parse.lemmas[preposition] not in _WITHIN or preposition == parse.heads[preposition]:
        return []
    actors = _find_actors(parse, parse.heads[preposition])
    nouns = [*actors, *(c for a in actors for c in parse.children[a] if parse.deps[c] == "appos")]
    return [
        inner
        for noun in nouns
        for c in parse.children[noun]
        if c < noun and parse.deps[c] in _TELLING
        for inner in (c, *(k for k in parse.children[c] if parse.deps[k] in _TELLING))
    ]


def find_bought(parse: Parse, token: int, purchases: Container[str]) -> list[int]:
    """ "Once the purchase of [Tarka] is complete, the company": what is bought, told before in the sentence."""
    start = parse.sentences[parse.sentence_of[token]][0]
    if parse.deps[token] not in SUBJECTS:
        return []
    return [
        k
        for k in range(start, token)
        if parse.deps[k] == "pobj" and parse.lemmas[parse.heads[parse.heads[k]]] in purchases
    ]


def find_rivals(parse: Parse, token: int, rivalling: Container[str]) -> list[int]:
    """ "It became an airline to rival [Tarka]. The company": whom somebody is measured by, told just before."""
    sentence = parse.sentence_of[token]
    start = parse.sentences[max(sentence - 1, 0)][0]
    return [
        k
        for k in range(start, token)
        if (parse.deps[k] == "dobj" and parse.lemmas[parse.heads[k]] in rivalling)
        or (
            parse.deps[k] == "pobj"
            and parse.lemmas[parse.heads[k]] in {"with", "against"}
            and parse.lemmas[parse.heads[parse.heads[k]]] in rivalling
        )
    ]


def find_told_in_opening(parse: Parse, token: int) -> tuple[int, list[int]] | None:
    """ "While [Norvik] has mills in [Ruritania], it": the subject of the clause before, and the places in it."""
    verb = parse.heads[token]
    if parse.deps[token] not in SUBJECTS or parse.tags[token] != "PRP":
        return None
    before = [c for c in parse.children[verb] if parse.deps[c] == "advcl" and c < token]
    subjects = [c for v in before for c in parse.list_subjects(v)]
    if not subjects:
        return None
    start = parse.sentences[parse.sentence_of[token]][0]
    return subjects[-1], [k for k in range(start, token) if parse.deps[k] == "pobj"]


def find_own_sayer(parse: Parse, token: int, speech: Container[str]) -> int | None:
    """ "[Norvik] said it would": who says what the pronoun is the subject of."""
    verb = parse.heads[token]
    above = parse.heads[verb]
    if parse.deps[token] not in SUBJECTS or parse.deps[verb] != "ccomp" or above > token:
        return None
    said = parse.lemmas[above] in speech and parse.words[token - 1].lower() not in {"and", "but"}
    subjects = [c for c in parse.list_subjects(above, passive=False) if c < above]
    return subjects[-1] if said and subjects else None


def find_main_actor(parse: Parse, token: int, deeds: Container[str]) -> int | None:
    """ "[Norvik] raised its forecast, as it expected": who acts in the main clause."""
    verb = parse.heads[token]
    above = parse.heads[verb]
    hung = parse.deps[token] == "nsubj" and parse.deps[verb] == "advcl" and above < verb
    if not hung or parse.lemmas[verb] not in deeds:
        return None
    while parse.deps[above] == "conj" and not parse.list_subjects(above):
        above = parse.heads[above]
    subjects = [c for c in parse.list_subjects(above, passive=False) if c < token]
    return subjects[-1] if subjects else None


def find_enabled(parse: Parse, token: int, told: Container[int]) -> int | None:
    """Whom something is to enable: "[Norvik] asked for a loan to enable it to build", "lent [Tarka] money"."""
    verb = parse.heads[token]
    if parse.deps[token] == "nsubj" and parse.deps[verb] in {"ccomp", "xcomp"}:
        verb = parse.heads[verb]
    elif parse.deps[token] != "dobj":
        return None
    if parse.lemmas[verb] not in _ENABLING:
        return None
    for _ in range(_CLIMBED):
        above = parse.heads[verb]
        if above == verb or parse.deps[verb] not in _PURPOSES:
            return None
        verb = above
        if parse.tags[verb][:1] == "V" and (subjects := parse.list_subjects(verb, passive=False)):
            given = [c for c in parse.children[verb] if parse.deps[c] in {"dative", "dobj"}]
            given = [c for c in given if c in told] if parse.lemmas[verb] in _GIVING else subjects
            return given[0] if given else None
    return None


def goes_on_saying(tokens: Tokens, token: int, speech: Container[str]) -> bool:
    """ "…," it said: behind the mark that closes a quotation."""
    parse = tokens.parse
    said = parse.deps[token] in SUBJECTS and parse.lemmas[parse.heads[token]] in speech
    return said and token > 0 and tokens.words[token - 1] in _CLOSING


def _find_actors(parse: Parse, token: int) -> list[int]:
    """Who does what the verb at a token tells; the noun itself where it is one."""
    while parse.tags[token][:1] == "V" and parse.lemmas[token] not in _STATES:
        subjects = parse.list_subjects(token)
        if parse.deps[token] in _CLAUSES:
            return [parse.heads[token]]
        if subjects or parse.deps[token] not in _SHARING or parse.heads[token] == token:
            return subjects
        token = parse.heads[token]
    return [token] if parse.tags[token][:2] == "NN" else []

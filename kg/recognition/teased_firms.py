"""Firms that the first sentence tells by their kind and a later one names: "A Ruritanian brake maker will build"."""

from kg.model.mention import Mention
from kg.model.parse import SUBJECTS
from kg.recognition.appositions import Link
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens
from kg.recognition.walking import Walk

_ARTICLES = frozenset(["a", "an"])
_OTHERS = frozenset(
    ["rival", "rivals", "competitor", "another", "other", "also", "unlike", "supplier", "customer"]
)
_TAKEN_UP = frozenset(
    ["deal", "transaction", "project", "investment", "move", "expansion", "work", "contract"]
)
_NOUNS = frozenset(["NN", "NNS"])
_ARTICLE_REACH = 4  # tokens from a definite article or possessive to its noun
_REACH = 3  # sentences on to the one that names the firm
_OPENING = 2  # tokens of a sentence before what it is about
_TOO_COMMON = frozenset(["year", "month", "day", "company", "firm", "state", "country", "job"])


def find_teased(nominal: Nominal, walk: Walk) -> Link | None:
    """The first firm that acts in the sentences behind, where it takes up what the first one tells.

    No firm may be named before.
    """
    tokens, parse = walk.tokens, walk.tokens.parse
    if not _opens(nominal, tokens):
        return None
    if any(r.named and r.type == "Company" for r in walk.referents.values()):
        return None
    here = parse.sentence_of[nominal.head]
    for mention, chain, start in walk.upcoming:
        sentence = parse.sentence_of[start]
        if sentence > here + _REACH:
            return None
        end = start + len(mention.text.split())
        acts = sentence > here and any(parse.deps[k] in SUBJECTS for k in range(start, end))
        if mention.type != "Company" or not acts or _is_told_beside(nominal, mention, tokens):
            continue
        same = _is_called_alike(nominal, mention, tokens) or _takes_up(here, sentence, tokens)
        reason = "kind of a firm that is named later"
        return Link(mention, mention.type, reason, 0.7, chain) if same else None
    return None


def _opens(nominal: Nominal, tokens: Tokens) -> bool:
    """Whether the first sentence of the text begins with it and tells what it does."""
    parse = tokens.parse
    here = parse.sentence_of[nominal.head]
    if nominal.type != "Company" or nominal.plural or here not in {0, tokens.lead}:
        return False
    first = parse.sentences[here][0]
    while first < nominal.start and not tokens.words[first].isalnum():
        first += 1  # the dash of a dateline
    opening = nominal.start - first <= _OPENING + (tokens.lower_at(first + 2) == "-")
    return opening and tokens.lower[first] in _ARTICLES and parse.deps[nominal.head] in SUBJECTS


def _is_told_beside(nominal: Nominal, firm: Mention, tokens: Tokens) -> bool:
    """ "A venture between Norvik Steel and Tarka … Norvik": a firm of the first sentence is another one."""
    first, last = tokens.parse.sentences[tokens.parse.sentence_of[nominal.head]]
    return firm.text.split()[0] in tokens.words[first:last]


def _is_called_alike(nominal: Nominal, firm: Mention, tokens: Tokens) -> bool:
    """ "An Ohio [furniture] maker" and "Norvik [Furniture]"."""
    words = set(firm.text.lower().split()[1:])
    return not words.isdisjoint(tokens.lower[nominal.start : nominal.head])


def _takes_up(here: int, there: int, tokens: Tokens) -> bool:
    """Whether the sentence has a noun of the first one again, made known, and tells of no other firm."""
    parse = tokens.parse
    start, end = parse.sentences[there]
    if not _OTHERS.isdisjoint(tokens.lower[start:end]):
        return False
    first, last = parse.sentences[here]
    told = {parse.lemmas[k] for k in range(first, last) if tokens.tags[k] in _NOUNS}
    again = (told | _TAKEN_UP) - _TOO_COMMON
    return any(
        tokens.tags[k] in _NOUNS and parse.lemmas[k] in again and _is_known(k, start, tokens)
        for k in range(start, end)
    )


def _is_known(noun: int, start: int, tokens: Tokens) -> bool:
    before = range(max(start, noun - _ARTICLE_REACH), noun)
    return any(tokens.lower[k] == "the" or tokens.tags[k] == "PRP$" for k in before)

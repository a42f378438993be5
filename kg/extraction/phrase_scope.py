"""The modality of what a phrase rule matches: what the verbs inside its words say."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.casting import CAST
from kg.extraction.pattern_walking import Binding
from kg.extraction.scope import ScopeReader
from kg.extraction.scope_nouns import is_hoped_for
from kg.extraction.weakening import weaken
from kg.lexicon import load_lexicon
from kg.model.claim import Modality

_ATTENDING = load_lexicon("scope").get("attending")
_AT = frozenset(["at", "in", "to", "for"])
_ARTICLES = 2  # words of a match before the occasion with which it begins: "at the"


def read_modality(
    start: int, end: int, binding: Binding, scope: ScopeReader, arguments: ArgumentFinder
) -> Modality:
    """What the verbs in tokens start to end say: "will succeed X as chairman" is planned.

    Those inside titles say nothing: "films like Isn't It Late".
    """
    parse, modality = scope.parse, _read_coming(start, binding, scope, arguments)
    cast = [m for found in binding.values() for m in found if m.origin == CAST]
    titles = {token for m in cast for token in range(*arguments.ranges[m])}
    for token in range(start, end):
        if token in titles:
            continue
        aside = parse.deps[token] == "pcomp" and parse.lemmas[parse.heads[token]] == "without"
        verbal = parse.tags[token].startswith("VB") and not parse.deps[token].startswith("aux")
        if verbal and not aside:
            modality = weaken(modality, scope.read(token))
        elif is_hoped_for(parse, token):
            modality = weaken(modality, Modality.POSSIBLE)
    return modality


def _read_coming(
    start: int, binding: Binding, scope: ScopeReader, arguments: ArgumentFinder
) -> Modality:
    """ "will attend [the forum in Zenda]": planned, where the match begins with an occasion to come."""
    first = next((found[0] for found in binding.values() if found), None)
    if first is None or first.type != "Event":
        return Modality.ACTUAL
    parse, (begin, end) = scope.parse, arguments.ranges[first]
    if begin > start + _ARTICLES:
        return Modality.ACTUAL
    # the last word of "Conference on Glaciers" is no head
    hung = (k for k in range(begin, end) if not begin <= parse.heads[k] < end)
    head = next(hung, end - 1)
    governor = parse.heads[head]
    if parse.deps[head] == "pobj" and parse.lemmas[governor] in _AT:
        noun = parse.heads[governor]  # "deliver a speech at the forum"
        governor = parse.heads[noun] if parse.deps[noun] == "dobj" else noun
    elif parse.deps[head] not in {"dobj", "nsubjpass", "nsubj"}:
        return Modality.ACTUAL
    # "are set to begin": what is yet to begin
    aims = [c for c in parse.children[governor] if parse.deps[c] == "xcomp"]
    governor = aims[0] if aims and parse.deps[head] != "dobj" else governor
    if parse.lemmas[governor] not in _ATTENDING or parse.tags[governor][:1] != "V":
        return Modality.ACTUAL
    done = scope.read(governor) in {Modality.ACTUAL, Modality.NEGATED}
    return Modality.ACTUAL if done else Modality.PLANNED

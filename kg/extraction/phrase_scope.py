"""The modality of what a phrase rule matches: what the verbs inside its words say."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.casting import CAST
from kg.extraction.pattern_walking import Binding
from kg.extraction.scope import ScopeReader
from kg.extraction.scope_nouns import is_hoped_for
from kg.extraction.weakening import weaken
from kg.model.claim import Modality


def read_modality(
    start: int, end: int, binding: Binding, scope: ScopeReader, arguments: ArgumentFinder
) -> Modality:
    """What the verbs in tokens start to end say: "will succeed X as chairman" is planned.

    Those inside titles say nothing: "films like Isn't It Late".
    """
    parse, modality = scope.parse, Modality.ACTUAL
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

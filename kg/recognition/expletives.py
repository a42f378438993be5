"""When "it" stands for nothing: "it is expected that …", "it was agreed to …"."""

from collections.abc import Container

from kg.model.parse import Parse

_WEATHER = frozenset(["rain", "snow", "hail", "freeze", "take"])  # "it is expected to rain"


def is_expletive(parse: Parse, token: int, raising: Container[str]) -> bool:
    """Whether a pronoun only holds the place of the clause that follows its verb.

    With verbs of `raising` it is the subject of the infinitive: "it is expected to cost 5 million".
    """
    if parse.deps[token] == "expl":
        return True
    if parse.deps[token] not in {"nsubj", "nsubjpass"}:
        return False
    verb = parse.heads[token]
    if any(parse.deps[c] == "expl" for c in parse.children[verb]):
        return True
    inner = {parse.lemmas[c] for c in parse.children[verb] if parse.deps[c] == "xcomp"}
    raised = parse.lemmas[verb] in raising and inner.isdisjoint(_WEATHER)
    clausal = any(
        (parse.deps[c] in {"ccomp", "csubj"} or (parse.deps[c] == "xcomp" and not raised))
        and c > verb
        for c in parse.children[verb]
    )
    return parse.deps[token] == "nsubjpass" and clausal

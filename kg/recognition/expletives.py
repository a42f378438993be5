"""When "it" stands for nothing: "it is expected that …", "it was agreed to …"."""

from kg.model.parse import Parse


def is_expletive(parse: Parse, token: int) -> bool:
    """Whether a pronoun only holds the place of the clause that follows its verb."""
    if parse.deps[token] == "expl":
        return True
    if parse.deps[token] not in {"nsubj", "nsubjpass"}:
        return False
    verb = parse.heads[token]
    if any(parse.deps[c] == "expl" for c in parse.children[verb]):
        return True
    clausal = any(
        parse.deps[c] in {"ccomp", "csubj", "xcomp"} and c > verb for c in parse.children[verb]
    )
    return parse.deps[token] == "nsubjpass" and clausal

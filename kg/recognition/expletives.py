"""When "it" stands for nothing: "it is expected that …", "it was agreed to …"."""

from collections.abc import Container

from kg.model.parse import Parse

_WEATHER = frozenset(["rain", "snow", "hail", "freeze", "take"])  # "it is expected to rain"

_JUDGING = frozenset(
    ["be", "become", "remain", "seem", "make", "prove", "look", "appear", "get", "take"]
)
_JUDGEMENTS = frozenset(["acomp", "attr", "dobj", "oprd"])
_OCCURRING = frozenset(["emerge", "transpire", "seem", "appear", "happen", "turn", "follow"])
_CLAUSES = frozenset(["xcomp", "ccomp", "advcl", "relcl", "acl"])


def is_expletive(
    parse: Parse, token: int, raising: Container[str], impersonal: Container[str]
) -> bool:
    """Whether a pronoun only holds the place of the clause that follows its verb.

    With verbs of `raising` it is the subject of the infinitive: "it is expected to cost 5 million".
    What is `impersonal` is said of the clause: "it is vital to build a port".
    """
    if parse.deps[token] == "expl":
        return True
    if parse.deps[token] not in {"nsubj", "nsubjpass"}:
        return False
    verb = parse.heads[token]
    if parse.lemmas[verb] in _OCCURRING and any(
        parse.deps[c] == "ccomp" for c in parse.children[verb]
    ):
        return True  # "it emerged that the firm had lost"
    if any(parse.deps[c] == "expl" for c in parse.children[verb]):
        return True
    if _judges_clause(parse, verb, impersonal):
        return True
    inner = {parse.lemmas[c] for c in parse.children[verb] if parse.deps[c] == "xcomp"}
    raised = parse.lemmas[verb] in raising and inner.isdisjoint(_WEATHER)
    clausal = any(
        (parse.deps[c] in {"ccomp", "csubj"} or (parse.deps[c] == "xcomp" and not raised))
        and c > verb
        for c in parse.children[verb]
    )
    return parse.deps[token] == "nsubjpass" and clausal


def is_said_of_deed(parse: Parse, token: int, deeds: Container[str]) -> bool:
    """ "It is another step": said of what was done, where no noun for things stands behind."""
    verb = parse.heads[token]
    if parse.deps[token] != "nsubj" or parse.lemmas[verb] != "be":
        return False
    return any(parse.deps[c] == "attr" and parse.lemmas[c] in deeds for c in parse.children[verb])


def _judges_clause(parse: Parse, verb: int, impersonal: Container[str]) -> bool:
    """ "is vital to build", "makes sense to wait", "is time to act"."""
    if parse.lemmas[verb] not in _JUDGING:
        return False
    told = [c for c in parse.children[verb] if parse.deps[c] in _JUDGEMENTS]
    judged = [c for c in told if c > verb and parse.words[c].lower() in impersonal]
    return any(
        parse.deps[c] in _CLAUSES and c > judgement
        for judgement in judged
        for head in (verb, judgement)
        for c in parse.children[head]
    )

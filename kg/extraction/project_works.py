"""What is built by a project that is told with it: "the project to build a dam", "work on the road"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_PROJECTS = load_lexicon("nominals").get("undertakings")
_BUILDING = load_lexicon("triggers").get("build")
_FOR = frozenset(["for", "on", "of", "involving"])
_NO_WORKS = frozenset(["job", "position", "employment", "opportunity", "value", "demand"])
_WORK = frozenset(["work", "works", "construction"])


def find_built(parse: Parse, token: int) -> int | None:
    """The head of what the noun at `token` is to build, or None."""
    lemma = parse.lemmas[token]
    if lemma not in _PROJECTS and lemma not in _WORK:
        return None
    for child in parse.children[token]:
        if child < token:
            continue
        if parse.deps[child] in {"acl", "relcl"} and parse.lemmas[child] in _BUILDING:
            return _find_object(parse, child)
        if parse.deps[child] == "prep" and parse.lemmas[child] in _FOR:
            return _find_governed(parse, child)
    return None


def _find_object(parse: Parse, verb: int) -> int | None:
    """ "to build [a dam]", but not "a project that will create 90 jobs"."""
    found = next((c for c in parse.children[verb] if parse.deps[c] == "dobj"), None)
    return None if found is None or parse.lemmas[found] in _NO_WORKS else found


def _find_governed(parse: Parse, preposition: int) -> int | None:
    """ "for [a dam]", "for building [a dam]"."""
    for inner in parse.children[preposition]:
        if parse.deps[inner] == "pobj":
            return inner
        if parse.deps[inner] == "pcomp" and parse.lemmas[inner] in _BUILDING:
            return _find_object(parse, inner)
    return None

"""Whose deed a clause without a subject tells where it is that of an object: "thanked X for hosting"."""

from kg.extraction.clause import Clause, find_founded
from kg.extraction.priced_things import find_priced
from kg.extraction.receivers import shift_receiver
from kg.extraction.weakening import is_infinitive
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_CLOSING = frozenset(["”", "’", "''", '"', "»"])
_PARTS = frozenset(["percent", "%", "cent", "pct", "point"])

_WORDS = load_lexicon("scope")
_CONTROL = _WORDS.get("object_control")
_BARRING = _WORDS.get("barring")
_DEALING = load_lexicon("nominals").get("dealing")
_THANKS = _WORDS.get("thanks")
_POSTED = _WORDS.get("posted_verbs")
_FOLLOWING = load_lexicon("posts").get("succeeding")
_LETTING = _WORDS.get("letting")
_TELLING = _WORDS.get("speech") | _CONTROL
_MAKING = _WORDS.get("done_to_verbs")


def find_controlled(parse: Parse, token: int, above: Clause) -> list[int] | None:
    """The object of the verb above that does what an infinitive says: "asked X to build"; None where it tells none.

    Nobody or who is told so does what an imperative before says: "Invest here, X tells firms".
    """
    dep, passive = parse.deps[token], above.passive
    if priced := find_priced(parse, token, above):
        return priced
    if founded := find_founded(parse, token):
        return founded
    if is_imperative(parse, token) and above.lemma in _TELLING:
        return list(above.objects)
    asked = dep in {"xcomp", "ccomp"} and above.lemma in _CONTROL
    asked = asked or (dep == "advcl" and _is_let(parse, token, above))
    # "nominated X, an economist, to replace Y"
    posted = dep in {"xcomp", "advcl"} and above.lemma in _MAKING
    lemma, tag = parse.lemmas[token], parse.tags[token]
    follows = tag == "VBG" and lemma in _FOLLOWING  # "named X as chairman, replacing Y"
    posted = posted and (follows or (lemma in _POSTED and tag == "VB"))
    return (list(above.objects) or None) if (asked or posted) and not passive else None


def _is_let(parse: Parse, deed: int, above: Clause) -> bool:
    """ "licensed X to build", "let “X” buy": the name right before the infinitive is who may, or is to, do so."""
    if above.lemma not in _LETTING or not above.objects or parse.tags[deed] != "VB":
        return False
    name = above.objects[-1]
    behind = name + 1 + (parse.words[name + 1] in _CLOSING)
    return parse.tags[name][:3] == "NNP" and parse.words[behind : behind + 1] == ["to"]


def is_imperative(parse: Parse, verb: int) -> bool:
    """ "Invest in Kenya, the minister tells": a bare verb before the one that it hangs on."""
    if parse.tags[verb] != "VB" or parse.deps[verb] not in {"advcl", "ccomp"}:
        return False
    marks = {"aux", "mark", "nsubj", "expl"}
    bare = marks.isdisjoint(parse.deps[c] for c in parse.children[verb])
    return bare and verb < parse.heads[verb]


def read_fronted(parse: Parse, verb: int) -> Modality | None:
    """What a clause before the verb that tells it is: wished where it is an imperative, else its own."""
    if is_imperative(parse, verb) and parse.lemmas[parse.heads[verb]] in _TELLING:
        return Modality.POSSIBLE
    told = parse.deps[verb] == "ccomp" and verb < parse.heads[verb]
    return Modality.ACTUAL if told and not is_infinitive(parse, verb) else None


def find_others(parse: Parse, token: int, above: Clause) -> list[int]:
    """Who else than the subject above does what a gerund says: "barred X from buying", "thanked X for hosting"."""
    return _find_thanked(parse, token, above) or _find_barred(parse, token, above)


def _find_thanked(parse: Parse, token: int, above: Clause) -> list[int]:
    """Who did what a gerund behind "for" or "on" says: "congratulated X on winning", "thanks to X for hosting"."""
    if parse.tags[token] != "VBG" or parse.lemmas[parse.heads[token]] not in {"for", "on", "of"}:
        return []
    if above.lemma in _DEALING:
        return list(above.objects)
    given = {parse.lemmas[noun] for noun in above.objects}
    return [] if given.isdisjoint(_THANKS) else above.prepositions.get("to", [])


def _find_barred(parse: Parse, token: int, above: Clause) -> list[int]:
    """Who would have done what a gerund behind "from" says: "barred X from buying"."""
    gerund = parse.tags[token] == "VBG" and parse.lemmas[parse.heads[token]] == "from"
    return list(above.objects) if gerund and above.lemma in _BARRING else []


def shift_named(parse: Parse, clause: Clause) -> None:
    """Makes the name in "named X as chairman", which the parser takes for a complement, the object.

    So the one that is appointed to do something. And who is given something ("sold Y 40 trams") no object, but to whom.
    """
    shift_receiver(parse, clause)
    if clause.passive or clause.objects or clause.lemma not in _MAKING:
        return
    roles = [
        c
        for c in parse.children[clause.token]
        if parse.deps[c] == "prep" and parse.lemmas[c] == "as"
    ]
    tasks = [c for c in parse.children[clause.token] if _is_task(c, parse)]
    given = roles or (tasks if clause.lemma in _CONTROL else [])
    if given and clause.complements and clause.complements[0] < given[0]:
        clause.objects, clause.complements = clause.complements, []


def _is_task(verb: int, parse: Parse) -> bool:
    """ "appointed X [to run] the port"."""
    to = any(parse.words[c].lower() == "to" for c in parse.children[verb])
    return parse.deps[verb] == "xcomp" and parse.tags[verb] == "VB" and to


def is_moved_by(parse: Parse, verb: int) -> bool:
    """ "as volumes dipped by 55 percent", taken for a passive: a verb with a subject of its own, and no agent."""
    children = parse.children[verb]
    if {parse.deps[c] for c in children} & {"auxpass", "nsubjpass"}:
        return False
    agents = [c for c in children if parse.deps[c] == "agent"]
    amounts = [
        noun
        for by in agents
        for noun in parse.children[by]
        if parse.lemmas[noun] in _PARTS and "CD" in {parse.tags[c] for c in parse.children[noun]}
    ]
    return bool(amounts) and any(parse.deps[c] == "nsubj" for c in children)

"""What stands further off: beside the verb above a noun ("ownership of it lies with X"), on a verb's subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.offices import add_offices
from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.clause import Clause
    from kg.extraction.clausing import ClauseBuilder

_STEPS = 4  # heads between a noun and its verb
_BETWEEN = frozenset(
    ["pobj", "prep", "conj", "dobj", "nsubj", "nsubjpass", "attr", "agent", "advcl"]
)
_LETTING = frozenset(["let", "help", "make", "have", "see", "get"])
_NEAR, _FAR = ("by", "of", "in", "on", "for"), frozenset(["from", "to"])
_DEPTH = 2  # nouns below a verb's own
_LANDS = frozenset(["continent", "subcontinent", "island", "peninsula"])
_WHEN = ("on", "at", "in", "during")
_PARTS = frozenset(
    ["day", "panel", "session", "plenary", "sideline", "margin", "fringe", "opening", "closing"]
)
_PART_LINKS = frozenset(["of", "at"])
_PREFIX, _SUBJECT = "verb-", "subject-"
_TRIGGERS = load_lexicon("triggers")
_DEEDS = _TRIGGERS.get("build") | _TRIGGERS.get("operate") | _TRIGGERS.get("buy") | {"open", "own"}
_RELATIVE = frozenset(["WDT", "WP", "WP$", "WRB"])
_TIMES = frozenset(["year", "month", "week", "day", "time", "way", "place", "reason", "moment"])


def add_verb_slots(clause: Clause, builder: ClauseBuilder) -> None:
    """Adds the slots "verb-subject", "verb-object", "verb-attr" and "verb-with" and the like to a noun's clause.

    The subject is the grammatical one. What belongs to the noun itself is left out. "verb-self" is the verb.
    """
    _add_lands(clause, builder)
    verb = _find_verb(clause.token, builder)
    if verb is None:
        return
    above = builder.verb(verb)
    slots = {"subject": builder.surface_subjects(verb), "attr": above.complements}
    slots["object"] = [] if above.passive else above.objects or _list_let(verb, builder)
    slots |= above.prepositions
    if above.passive:
        slots["by"] = above.subjects
    clause.prepositions[_PREFIX + "self"] = [verb]
    own = _list_own(clause, builder)
    for name, tokens in slots.items():
        others = [t for t in tokens if t not in own]
        if others:
            clause.prepositions[_PREFIX + name] = others


def add_outer_slots(clause: Clause, builder: ClauseBuilder) -> Clause:
    """The clause of a verb, with what hangs on its subject and what the parser hangs too low."""
    _add_left_out(clause, builder)
    _add_subject_slots(clause, builder)
    _add_far(clause, builder)
    _add_occasions(clause, builder)
    _add_lands(clause, builder)
    add_offices(clause, builder)
    return clause


def _add_left_out(clause: Clause, builder: ClauseBuilder) -> None:
    """ "the port [that] Norvik built", "the mill Norvik plans to build": the object that stands before the clause."""
    parse, verb = builder.parse, clause.token
    if clause.objects or clause.passive or clause.lemma not in _DEEDS:
        return
    while parse.deps[verb] == "xcomp":
        verb = parse.heads[verb]
    noun, below = parse.heads[verb], parse.children[verb]
    if parse.deps[verb] != "relcl" or parse.tags[noun] not in {"NN", "NNS"} or noun > verb:
        return
    subjects = [c for c in below if parse.deps[c] == "nsubj"]
    told = any(
        parse.tags[k] in _RELATIVE or parse.words[k] == "that" for k in range(noun + 1, verb)
    )
    if subjects and subjects[0] > noun and not told and parse.lemmas[noun] not in _TIMES:
        clause.objects.append(noun)


def _add_far(clause: Clause, builder: ClauseBuilder) -> None:
    """Adds what the parser hangs too low, as "far-from" and "far-to": "took delivery of two jets [from X]"."""
    parse = builder.parse
    below = [*clause.objects, *(t for name in _NEAR for t in clause.prepositions.get(name, ()))]
    for _ in range(_DEPTH):
        links = [c for noun in below for c in parse.children[noun] if parse.deps[c] == "prep"]
        below = []
        for link in links:
            tokens = builder.objects_of(link)
            below.extend(tokens)
            if parse.lemmas[link] in _FAR:
                slot = clause.prepositions.setdefault(f"far-{parse.lemmas[link]}", [])
                slot.extend(t for t in tokens if t not in slot)


def _add_lands(clause: Clause, builder: ClauseBuilder) -> None:
    """ "invested [on] the continent": in it."""
    lands = [t for t in clause.prepositions.get("on", ()) if builder.parse.lemmas[t] in _LANDS]
    if lands:
        slot = clause.prepositions.setdefault("in", [])
        slot.extend(t for t in lands if t not in slot)


def _add_occasions(clause: Clause, builder: ClauseBuilder) -> None:
    """Adds what a part of an occasion is of to "at": "said on the last day of [the forum]", "at a panel of it"."""
    parse = builder.parse
    for name in _WHEN:
        for part in clause.prepositions.get(name, ()):
            if parse.lemmas[part] not in _PARTS or parse.heads[parse.heads[part]] != clause.token:
                continue  # nor "said [rain] on the last day of it"
            links = [c for c in parse.children[part] if parse.words[c].lower() in _PART_LINKS]
            tokens = [t for c in links for t in builder.objects_of(c) if parse.tags[t][:3] == "NNP"]
            if tokens:
                slot = clause.prepositions.setdefault("at", [])
                slot.extend(t for t in tokens if t not in slot)


def _add_subject_slots(clause: Clause, builder: ClauseBuilder) -> None:
    """Adds what hangs on a verb's subject: "subject-poss", "subject-for" and so on: "parts [for X] come from Y"."""
    parse = builder.parse
    for noun in clause.subjects:
        if parse.tags[noun][:2] != "NN":
            continue
        for child in parse.children[noun]:
            dep = parse.deps[child]
            if dep == "prep":
                name, tokens = parse.lemmas[child], builder.objects_of(child)
            elif dep == "poss" and parse.tags[child] == "WP$":
                name, tokens = dep, [parse.heads[clause.token]]  # "Y, whose clinker comes from X"
            elif dep == "poss":
                name, tokens = dep, builder.spread_from(child)
            else:
                continue
            slot = clause.prepositions.setdefault(_SUBJECT + name, [])
            slot.extend(t for t in tokens if t not in slot)


def _list_let(verb: int, builder: ClauseBuilder) -> list[int]:
    """ "will let [Norvik] rebuild its mill": who is to act."""
    parse = builder.parse
    if parse.lemmas[verb] not in _LETTING:
        return []
    below = [c for c in parse.children[verb] if parse.deps[c] in {"ccomp", "xcomp"}]
    found = [c for b in below for c in parse.children[b] if parse.deps[c] == "nsubj" and c > verb]
    return [t for c in found for t in builder.spread_from(c)]


def _find_verb(token: int, builder: ClauseBuilder) -> int | None:
    """The verb whose argument the noun is, or stands in."""
    parse = builder.parse
    for _ in range(_STEPS):
        above = parse.heads[token]
        if above == token or parse.deps[token] not in _BETWEEN:
            return None
        if parse.tags[above][:2] == "VB":
            return above
        token = above
    return None


def _list_own(clause: Clause, builder: ClauseBuilder) -> set[int]:
    """The noun, what it is joined to, and what stands below it."""
    parse = builder.parse
    own = {clause.token, *clause.possessors, *clause.compounds}
    root = clause.token
    while parse.deps[root] == "conj":
        root = parse.heads[root]
        own.add(root)
    for tokens in clause.prepositions.values():
        own |= {t for t in tokens if _is_below(t, clause.token, parse.heads)}
    return own


def _is_below(token: int, noun: int, heads: list[int]) -> bool:
    for _ in range(_STEPS):
        if token == noun:
            return True
        token = heads[token]
    return False

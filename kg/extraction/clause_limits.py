"""What a clause must be, or must lack, for a rule: its voice, and slots that nothing may fill."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.model.parse import Parse

_EMPTY = load_lexicon("works").get("untelling")  # "in loans", "on the project"
_OTHERS = "other"  # whoever stands beside the object: "lends [Togo] 3 million"
_INDEFINITE, _MODIFIED = "indefinite", "modified"  # "a contractor", "mobile operator Tarka"
_BEHIND = "behind"  # "under fire from contractor Tarka"
_MANY, _OWNED = "many", "owned"  # "grants loans of 3 million", "runs the state's operations"
_WHOSE = "whose"  # "are Peru's partners", "being its biggest partners", "are partners of Peru"
_LENT = frozenset(["loan", "grant", "credit"])
_ANY_ONE = frozenset(["a", "an", "another", "no", "any", "some", "one", "every", "each"])
_RANKS = load_lexicon("works").get("ranks_of_hands")
_AGENTS = ("Agent", "Place")


def allows_clause(rule: Rule, clause: Clause, arguments: ArgumentFinder) -> bool:
    """Whether a clause has the rule's voice and tells of nothing in the slots that the rule wants empty."""
    if rule.voice and not _is_in_voice(rule.voice, clause):
        return False
    return not any(_tells(slot, clause, arguments) for slot in rule.without)


def _tells(slot: str, clause: Clause, arguments: ArgumentFinder) -> bool:
    """Whether a slot holds more than a time, a sum, a form of money or works told before.

    "other" is who stands beside the object or is the true subject, "many" are loans at large, "owned" is what
    others have, "whose" the same with "its" and "of", and of what the subject is said to be. Of a noun, "indefinite" is
    what "a", "another" or "no" stands before, "modified" what is told by its kind, "behind" what a preposition governs.
    """
    parse = arguments.parse
    if slot == _OTHERS:
        beside = any(arguments.find(token, _AGENTS) for token in clause.objects)
        return beside or _is_displaced(clause, arguments)
    if slot == _MANY:
        return any(parse.tags[t] == "NNS" and parse.lemmas[t] in _LENT for t in clause.objects)
    if slot == _OWNED:
        return any(
            parse.deps[c] == "poss" and parse.tags[c] != "PRP$"
            for token in clause.objects
            for c in parse.children[token]
        )
    if slot == _WHOSE:
        return any(
            parse.deps[c] == "poss" or parse.lemmas[c] == "of"
            for token in (*clause.complements, *clause.objects)
            for c in parse.children[token]
        )
    if slot == _INDEFINITE:
        return any(parse.words[c].lower() in _ANY_ONE for c in parse.children[clause.token])
    if slot == _MODIFIED:
        return not _RANKS.issuperset(
            parse.lemmas[k].lower() for k in _list_modifiers(clause, parse)
        )
    if slot == _BEHIND:
        return _stands_behind(clause.token, parse)
    return any(
        not (
            arguments.is_value(token)
            or (parse.words[token].islower() and parse.lemmas[token] in _EMPTY)
        )
        for token in clause.slot(slot)
    )


def _is_displaced(clause: Clause, arguments: ArgumentFinder) -> bool:
    """ "builds a mill and [Tarka] is lending": who stands before the verb is not the subject that the parse has."""
    parse = arguments.parse
    own = [c for c in parse.children[clause.token] if parse.deps[c] in {"aux", "auxpass", "neg"}]
    before = min([clause.token, *own]) - 1
    if clause.passive or before < 0 or before in clause.subjects:
        return False
    name = next(iter(arguments.by_token.get(before, ())), None)
    told = {m for t in clause.subjects for m in arguments.by_token.get(t, ())}
    named = name is not None and name.kind is MentionKind.NAME and arguments.fits(name, _AGENTS)
    return named and parse.words[before - 1 : before] != ["in"] and name not in told


def _stands_behind(token: int, parse: Parse) -> bool:
    """Whether a noun, or the name that it stands before, is governed by a preposition but "as" and "by"."""
    while parse.deps[token] in {"compound", "nmod", "amod"}:
        token = parse.heads[token]
    return parse.deps[token] == "pobj" and parse.lemmas[parse.heads[token]] not in {"as", "by"}


def _list_modifiers(clause: Clause, parse: Parse) -> list[int]:
    """What tells of which kind a noun is: adjectives and nouns before it, owners but for "its"."""
    below = (c for c in parse.children[clause.token] if c < clause.token)
    adjectives = [c for c in below if parse.deps[c] in {"amod", "nmod", "compound"}]
    owners = [c for c in clause.possessors if parse.tags[c] != "PRP$"]
    return [*adjectives, *clause.compounds, *owners]


def _is_in_voice(voice: str, clause: Clause) -> bool:
    """Whether a clause is active, passive, or passive without who does it: no "made by X in Zenda"."""
    if voice == "agentless":
        return clause.passive and not clause.subjects
    return (voice == "passive") == clause.passive

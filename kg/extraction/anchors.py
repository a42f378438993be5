"""What a phrase rule may not begin with, by what stands before it."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.rule import Rule
from kg.extraction.rule_words import FREE
from kg.model.mention import Mention, MentionKind

# What places do as agents only: not where they lie, what is in them or measured of them.
_DEEDS = frozenset(
    ["acquires", "activeIn", "cooperatesWith", "develops", "investsIn", "mergesWith", "operates"]
) | frozenset(["organizes", "owns", "participatesIn", "produces", "supplies"])
_WHERE = frozenset(["in", "at", "near", "across", "throughout", "outside", "into", "within"])
_BETWEEN = frozenset(["the", "south", "north", "west", "east", "central", "southern", "northern"])


def owns_next(rule: Rule, anchor: int, mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "buys [its] steel from": behind words of the rule "its" is whose, and not what is meant."""
    if mention.kind is not MentionKind.PRONOUN or not anchor or rule.items[0].words == FREE:
        return False
    owns = any("'s" in item.words for item in rule.items[anchor + 1 : anchor + 2])
    return arguments.parse.tags[arguments.ranges[mention][0]] == "PRP$" and not owns


def is_scene(rule: Rule, subject: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, active in [Zenda], bought Y": a place that only tells where does nothing itself."""
    adjective = subject.kind is MentionKind.ADJECTIVE  # "near the Ruritanian-built port"
    if adjective or rule.predicate not in _DEEDS or not arguments.fits(subject, ("Place",)):
        return False
    words = arguments.parse.words
    k = arguments.ranges[subject][0] - 1
    while k > 0 and words[k].lower() in _BETWEEN:
        k -= 1
    return k >= 0 and words[k].lower() in _WHERE

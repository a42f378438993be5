"""What a phrase rule may not begin with, by what stands before it."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.pattern_gaps import skip_brackets
from kg.extraction.rule import Rule
from kg.extraction.rule_words import FREE
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

# What places do as agents only: not where they lie, what is in them or measured of them.
_DEEDS = frozenset(
    ["acquires", "activeIn", "cooperatesWith", "develops", "investsIn", "mergesWith", "operates"]
) | frozenset(["organizes", "owns", "participatesIn", "produces", "supplies"])
_NAMING = frozenset(["holdsPost"])
_TELLING = load_lexicon("scope").get("telling_somebody")
_WHERE = frozenset(["in", "at", "near", "across", "throughout", "outside", "into", "within"])
_BESIDE = frozenset(["together", "along", "jointly", "alongside", "led", "headed", "including"])
_ASIDE = 12  # tokens of what is set off behind a name: "X, unlike the much larger Y, bought Z"
_HANDING = load_lexicon("scope").get("giving") | load_lexicon("scope").get("hiring")
_HANDED = frozenset(["operates", "acquires"])
_GIVEN = frozenset(["dobj", "dative", "iobj", "nsubj"])
_FIRM = ("Organization",)
_DOING = FINITE | {"VBN"}  # of verbs behind an aside: "hired" may be taken for either
_CALLED = 3  # common nouns behind a name that call another: "X, a [Y] joint venture, bought Z"
_SIDES = frozenset(["cooperatesWith", "organizes", "participatesIn"])
_KIND = frozenset(["NN", "JJ", "HYPH", "VBN"])  # tags of what calls a name: "energy major"
_CALLING = 6  # words between an adjective and the name that it describes
_OWNER = frozenset(["'s", "’s"])
_BETWEEN = frozenset(["the", "south", "north", "west", "east", "central", "southern", "northern"])


def is_told(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "told [Reuters] that Norvik bought Tarka": who is told something does nothing of it."""
    start, end = arguments.ranges[mention]
    words = arguments.parse.words
    if not start or end >= len(words) or words[end] != "that":
        return False
    start -= words[start - 1].lower() == "the"
    return words[start - 1].lower() in _TELLING


def cannot_open(rule: Rule, anchor: int, mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a mention is no first one of the rule: it only owns what follows.

    "buys [its] steel from": behind words of the rule "its" is whose, and not what is meant.
    """
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
    if k > 0 and words[k] in _OWNER:  # "in Central China's [Hunan] province"
        k -= 1
        while k > 0 and (words[k][:1].isupper() or words[k].lower() in _BETWEEN):
            k -= 1
    return k >= 0 and words[k].lower() in _WHERE


def describes_next(
    rule: Rule, role: str, binding: dict[str, tuple[Mention, ...]], arguments: ArgumentFinder
) -> bool:
    """ "talks between [Ruritanian] President X and", "a deal with [Ruritanian] oil major Y": X and Y are meant.

    A rule that reads the title or the name itself knows what it does.
    """
    if rule.predicate not in _SIDES or role not in {rule.emit["subject"], rule.emit["object"]}:
        return False
    bound = {m for members in binding.values() for m in members}
    return any(_describes(m, bound, arguments) for m in binding[role])


def _describes(mention: Mention, bound: set[Mention], arguments: ArgumentFinder) -> bool:
    if mention.kind is not MentionKind.ADJECTIVE:
        return False
    parse, end = arguments.parse, arguments.ranges[mention][1]
    for k in range(end, min(end + _CALLING, len(parse.words))):
        begun = [m for m in arguments.by_token.get(k, ()) if arguments.ranges[m][0] == k]
        if not bound.isdisjoint(begun):
            return False
        if any(m.kind is MentionKind.NAME or m.kind is MentionKind.POST for m in begun):
            return True
        if parse.tags[k] not in _KIND:
            return False
    return False


def is_no_doer(
    rule: Rule, role: str, mention: Mention, bounds: tuple[int, int], arguments: ArgumentFinder
) -> bool:
    """Whether what a rule takes for a doer only stands in an aside or tells where."""
    if (
        role != rule.emit["subject"]
    ):  # "X, an arm of [Y], hired Z": who begins the rule as its object
        return rule.predicate in _DEEDS | _NAMING and _ends_aside(mention, arguments)
    # "permitted Y to buy", but not "will bring Y into its fold"
    tasked = rule.predicate == "operates" or "to" in arguments.parse.words[slice(*bounds)]
    if rule.predicate in _HANDED and tasked and hands_over(mention, bounds[1], arguments):
        return True
    return is_scene(rule, mention, arguments) or is_set_off(rule, mention, bounds, arguments)


def hands_over(mention: Mention, end: int, arguments: ArgumentFinder) -> bool:
    """ "[X] hired Y to run the port", "[X] awarded Y the lease": another one runs it, told before the `end`."""
    parse = arguments.parse
    subject = arguments.ranges[mention][1] - 1
    verb = parse.heads[subject]
    active = parse.deps[subject] == "nsubj" and subject < verb < end
    if not active or parse.lemmas[verb] not in _HANDING:
        return False
    given = (
        k
        for k in range(verb + 1, end)
        if parse.deps[k] in _GIVEN and verb in {parse.heads[k], parse.heads[parse.heads[k]]}
    )
    return any(arguments.fits(m, _FIRM) for c in given for m in arguments.by_token.get(c, ()))


def _ends_aside(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, an arm of [Y (Z)], hired": whether a name closes what is told of the one before the comma."""
    parse = arguments.parse
    start, end = arguments.ranges[mention]
    if mention.kind is not MentionKind.NAME or parse.deps[end - 1] != "pobj":
        return False
    behind = skip_brackets(end, arguments)
    after = parse.tags[behind + 1 : behind + 2]
    if parse.words[behind : behind + 1] != [","] or not after or after[0] not in _DOING:
        return False
    comma = _find_comma(start, arguments)
    return comma is not None and _stands_behind_name(comma, arguments)


def is_set_off(
    rule: Rule, subject: Mention, bounds: tuple[int, int], arguments: ArgumentFinder
) -> bool:
    """ "X, unlike [Y], bought Z", "X, a [Y] supplier, bought Z": Y did nothing of the kind.

    `bounds` are where the words of the rule begin and end: what stands last, "built by Y,", is whose deed
    it is, and a rule that begins before the comma reads what is set off.
    """
    parse = arguments.parse
    start, end = arguments.ranges[subject]
    behind = _skip_calling(end, arguments)
    if rule.predicate not in _DEEDS or parse.words[behind : behind + 1] != [","]:
        return False
    if bounds[1] <= behind + 1 or (behind == end and parse.deps[end - 1] not in {"pobj", "dobj"}):
        return False
    comma = _find_comma(start, arguments)
    if (
        comma is None
        or bounds[0] < comma
        or not _BESIDE.isdisjoint(w.lower() for w in parse.words[comma:start])
    ):
        return False
    return _stands_behind_name(comma, arguments)


def _skip_calling(end: int, arguments: ArgumentFinder) -> int:
    """Where the nouns end that a name only describes: "X, a [Y] supplier, bought Z"."""
    parse, last = arguments.parse, end
    while last - end < _CALLED and parse.tags[last : last + 1] == ["NN"]:
        last += 1
    return last


def _find_comma(start: int, arguments: ArgumentFinder) -> int | None:
    """The last comma not far before a name."""
    parse = arguments.parse
    first = max(parse.sentences[parse.sentence_of[start]][0], start - _ASIDE)
    return next((k for k in range(start - 1, first, -1) if parse.words[k] == ","), None)


def _stands_behind_name(comma: int, arguments: ArgumentFinder) -> bool:
    return any(
        m.kind is MentionKind.NAME and arguments.ranges[m][1] == comma
        for m in arguments.by_token.get(comma - 1, ())
    )

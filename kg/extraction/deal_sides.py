"""Which names beside a deal take part in it, and which only stand near what tells of it."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.rule import Rule
from kg.extraction.title_gaps import is_in_title
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE, SUBJECTS

_WORDS = load_lexicon("triggers")
_FIRMS = _WORDS.get("company_nouns")
_DEALS = frozenset(["acquires", "cooperatesWith", "investsIn", "mergesWith", "supplies"])
# Nouns behind a name that leave it who it is: "the Norvik [group]", "Norvik [officials]".
_ITSELF = frozenset().union(
    *(_WORDS.get(n) for n in ("company_nouns", "kin_firms", "its_part", "its_whole")),
    load_lexicon("arguments").get("own_people"),
)
_NOUNS = frozenset(["NN", "NNS"])
_DESCRIBING = frozenset(["DT", "JJ", "JJS", "VBN", "HYPH", "NN", "NNP", "CD"])
_PURCHASES = _WORDS.get("purchase_nouns")
_OBJECTS = frozenset(["dobj", "pobj"])
_AUXILIARIES = [[tag] for tag in sorted(FINITE)]
_RUN = 4  # nouns behind a name: "HVAC [system maintenance services]"


def is_no_deal(
    rule: Rule,
    first: Mention,
    sides: dict[str, tuple[Mention, ...]],
    bounds: tuple[int, int],
    arguments: ArgumentFinder,
) -> bool:
    """Whether what a rule binds within `bounds`, its `first` mention leading, stands beside the deal.

    Of a name in its midst the rule itself reads the words behind.
    """
    if rule.predicate == "develops" and rule.emit["object"] in sides:
        opens = arguments.ranges[first][0] == bounds[0]  # else the rule reads what stands before
        return opens and _is_inside_subject(first, arguments)
    if rule.predicate not in _DEALS:
        return False
    starts = [arguments.ranges[m][0] for members in sides.values() for m in members[:1]]
    until = min((s for s in starts if s > arguments.ranges[first][0]), default=0)
    if _is_passed_by(first, until, arguments):
        return True
    target = sides.get(rule.emit["object"], ())
    if rule.predicate == "cooperatesWith" and target and _is_bought(target[0], arguments):
        return True
    last = bool(target) and arguments.ranges[target[-1]][1] == bounds[1]
    return last and describes_other(rule, target[0], arguments)


def _is_bought(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "Its biggest deal, with the acquisition of [Norvik]": who is bought takes no part in the deal."""
    parse, k = arguments.parse, arguments.ranges[mention][0] - 1
    while k > 0 and parse.tags[k] in _DESCRIBING:
        k -= 1
    return k > 0 and parse.words[k] == "of" and parse.lemmas[k - 1] in _PURCHASES


def describes_other(rule: Rule, mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "with major [Email] providers", "a [Norvik University] graduate": it tells of what kind another is."""
    if rule.predicate not in _DEALS or mention.kind is not MentionKind.NAME:
        return False
    parse, end = arguments.parse, arguments.ranges[mention][1]
    last = end
    while last < end + _RUN and _is_noun(last, arguments):
        last += 1
    if last == end or parse.heads[end - 1] < end or not _has_verb(end, arguments):
        return False
    if _begins_name(last, arguments):  # "the DVD maker Norvik"
        return not is_in_title(last - 1, arguments)
    noun = parse.words[last - 1]
    several = parse.tags[last - 1] == "NNS"  # "Leixo browser makers" are others
    same = parse.lemmas[last - 1] in _ITSELF and not (several and parse.lemmas[last - 1] in _FIRMS)
    return rule.predicate != "acquires" and not (same or noun in _ITSELF - _FIRMS)


def _has_verb(token: int, arguments: ArgumentFinder) -> bool:
    """Whether the sentence has one; else "Norvik cuts jobs" may be read as a row of nouns."""
    start, end = arguments.parse.sentences[arguments.parse.sentence_of[token]]
    return not FINITE.isdisjoint(arguments.parse.tags[start:end])


def _is_noun(token: int, arguments: ArgumentFinder) -> bool:
    parse = arguments.parse
    return parse.tags[token : token + 1] != [] and (
        parse.tags[token] in _NOUNS and parse.words[token].islower()
    )


def _begins_name(token: int, arguments: ArgumentFinder) -> bool:
    return any(
        m.kind is MentionKind.NAME and arguments.ranges[m][0] == token
        for m in arguments.by_token.get(token, ())
    )


def _is_passed_by(first: Mention, until: int, arguments: ArgumentFinder) -> bool:
    """Whether what a rule reads behind its first name is said of somebody else.

    "It was listed on [the Norvik Exchange] until it was bought by X", "she joined [the Zenda Party] and worked with X".
    """
    end = arguments.ranges[first][1]
    if first.kind is MentionKind.PRONOUN or end >= until:
        return False
    if arguments.parse.deps[end - 1] not in _OBJECTS:
        return False
    return any(
        _is_other_pronoun(k, first, arguments) or _goes_on_before(k, first, arguments)
        for k in range(end, until)
    )


def _is_inside_subject(first: Mention, arguments: ArgumentFinder) -> bool:
    """ "The new terminal at [Zenda Airport] was built by": what is built stands before."""
    parse, (start, end) = arguments.parse, arguments.ranges[first]
    if parse.deps[end - 1] != "pobj" or parse.tags[end : end + 1][:1] not in _AUXILIARIES:
        return False
    above = parse.heads[parse.heads[end - 1]]
    return above < start and parse.deps[above] in SUBJECTS


def _is_other_pronoun(token: int, first: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a pronoun is the subject behind a name that it is not known to stand for."""
    parse = arguments.parse
    if parse.tags[token] != "PRP" or parse.deps[token] not in SUBJECTS:
        return False
    meant = {arguments.find_first(m) for m in arguments.by_token.get(token, ())}
    return arguments.find_first(first) not in meant


def _goes_on_before(verb: int, first: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a verb goes on one that stands before the name and has a subject there."""
    parse = arguments.parse
    above = parse.heads[verb]
    if parse.deps[verb] != "conj" or not parse.tags[verb].startswith("V"):
        return False
    if above >= arguments.ranges[first][0] or not parse.tags[above].startswith("V"):
        return False
    return any(c < above for c in parse.list_subjects(above))

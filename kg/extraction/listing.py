"""Lists of mentions told side by side: "A, B and C", "Kenya's A, the port of B and C in D"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.aside_ends import goes_on_within
from kg.extraction.asides import find_asides, find_kind_cue
from kg.extraction.brackets import leaves_bracket
from kg.extraction.casting import CASTS, SEATED, find_cast
from kg.extraction.clause import begins_clause, hangs_on_verb, has_remainder
from kg.extraction.joined_higher import are_apart
from kg.extraction.list_tails import skip_kind, skip_quote, skip_rest, skip_tail, skip_topic
from kg.extraction.name_runs import is_dated
from kg.extraction.pattern_gaps import skip_brackets, skip_honorifics
from kg.extraction.people_rows import act_together, are_persons
from kg.extraction.standing import may_stand
from kg.extraction.thing_tails import ends_works
from kg.extraction.title_gaps import skip_own_titles, skip_title
from kg.extraction.turn_owners import is_of_another
from kg.extraction.whole_bodies import is_whole_body
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_REACH, _SURE = 5, 3  # tokens before a member; members with commas between them that are a list
_BEFORE = ("DT", "JJ", "NN", "POS", "PRP$", "HYPH", "CD", "VBN")
_OTHERS = [["others"], ["among"], ["other"], ["more"], ["elsewhere"]]  # "A, B, among others"
_COMPANIES = load_lexicon("triggers").get("company_nouns")
_MAKERS = _COMPANIES | load_lexicon("triggers").get("receivers")
_MAKERS |= load_lexicon("names").get("person_nouns")
_CLOSING = frozenset(["''", "”", '"', "’", "'"])
_PEOPLE = load_lexicon("arguments").get("own_people")
_LONGEST = 60  # members; each is tried as the first, so that a long list costs its square
_ENDS = frozenset(["and", "or", "&"])
_UNREAD = 12  # tokens that a member may have which is passed over
_BRIEF = 4  # and behind the first member, where it begins with a number
_KINDS = frozenset().union(*(load_lexicon("triggers").get(n) for n in ("works", "goods", "wares")))
_ROLES = ("unit_nouns", "held_nouns", "deed_nouns", "having_nouns")
_RELATED = frozenset().union(*(load_lexicon("triggers").get(n) for n in _ROLES)) | _COMPANIES
_BUYERS = load_lexicon("triggers").get("buyers")
_OBJECTS = frozenset(["pobj", "dobj", "attr"])
_REPEATED = frozenset(["at", "of", "for", "with", "in", "from", "on", "to", "by", "through"])
_BESIDE = (["along", "with"], ["together", "with"], ["followed", "by"])
_PRICED = frozenset(["in", "for", "on", "since", "at"])  # "A in 2004, B for 5 million euros"
_MEASURES = frozenset([MentionKind.PERIOD, MentionKind.QUANTITY])
_TOLD = 3  # things told in passing behind one member


def find_lists(
    first: Mention, types: tuple[str, ...], arguments: ArgumentFinder
) -> list[tuple[Mention, ...]]:
    """The lists of mentions of these types that begin with `first`, the longest first.

    A list of several ends with "and" or "or"; without it only the first is sure to belong, unless
    the rule itself tells that they are companies or titles.
    """
    members = [first]
    complete: list[tuple[Mention, ...]] = [(first,)]
    while True:
        joint, following = _find_next(members, types, arguments)
        titles = "Title" in types  # whose words mislead the parser
        if following and not titles and _opens_clause(members[-1], following, arguments):
            return complete[::-1]
        if following and _is_cut_off(members[-1], following, arguments):
            return complete[::-1]
        full = len(members) == _LONGEST
        if joint is None or following is None or following in members or full:
            others = joint and arguments.parse.words[joint[0] : joint[0] + 1] in _OTHERS
            sure = joint and joint[1] and len(members) >= _SURE
            if others or sure or ("Person" in types and act_together(members, arguments)):
                complete.append(tuple(members))
            return complete[::-1]
        members.append(following)
        if joint[1] or not CASTS.keys().isdisjoint(types):
            complete.append(tuple(members))


def _opens_clause(last: Mention, following: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a name is the subject of the next clause: "owned by A, and B holds the rest"."""
    parse = arguments.parse
    head = arguments.ranges[following][1] - 1
    if has_remainder(head, parse):
        return True
    if begins_clause(head, parse) and hangs_on_verb(arguments.ranges[last][1] - 1, parse):
        return True  # "bought A and B lost money", whatever the parser makes of it
    verb = parse.heads[head]
    if parse.deps[head] != "nsubj" or verb <= head or not parse.tags[verb].startswith("V"):
        return False
    before = arguments.ranges[last][1] - 1
    return parse.deps[before] in _OBJECTS


def _is_cut_off(last: Mention, following: Mention, arguments: ArgumentFinder) -> bool:
    """ "A (bought by B), C and D": what stands behind a bracket or aside goes on with nothing within it."""
    start, end = arguments.ranges[last][1], arguments.ranges[following][0]
    bracket = leaves_bracket(arguments.parse.words[start:end])
    apart = bracket or are_apart(last, following, arguments)
    apart = apart or is_whole_body(last, following, arguments)
    return apart or is_of_another(last, following, arguments)


def _find_next(
    members: list[Mention], types: tuple[str, ...], arguments: ArgumentFinder
) -> tuple[tuple[int, bool] | None, Mention | None]:
    """The joint behind the last member and the member after it; names of no sure type may be told more of."""
    end = arguments.ranges[members[-1]][1]
    if "Person" in types and arguments.fits(members[-1], ("Person",)):
        end = skip_own_titles(end, arguments)
    works = "Title" in types
    if works or "Named" in types:
        end = skip_kind(end, arguments, _KINDS if works else _BUYERS)
    dated = works and is_dated(end, arguments)
    if works:
        end = skip_rest(end, arguments)
    joint = _read_joint(end, arguments)
    if dated and joint is None:  # "Dusk (2009) Velm (2012)"
        joint = skip_brackets(end, arguments), False
    following = find_member(joint[0], types, arguments, inside=works) if joint else None
    if following is not None and are_persons((members[0], following), arguments):
        return joint, None  # "Jane Doe, John Roe" are no titles
    if following is not None or CASTS.keys().isdisjoint(types):
        return joint, following
    if joint is not None:
        following = find_member(joint[0], types, arguments, inside=True)
    if joint and following is None and "Named" in types:
        joint, following = _pass_person(joint, types, arguments)
    told = skip_brackets(end, arguments)
    for position in find_asides(told, arguments, of_works=works) if following is None else ():
        behind = _read_joint(position, arguments)
        found = find_member(behind[0], types, arguments, inside=True) if behind else None
        # "Norvik, a subsidiary of Tarka, a French company": told of Tarka
        if found is not None and found.kind is not MentionKind.NOMINAL:
            within = not works and goes_on_within(told, position, arguments)
            return (behind, None) if within else (behind, found)
    if joint and following is None and works:
        return _pass_unread(joint, types, arguments, brief=len(members) == 1 and not dated)
    return joint, following


def _pass_unread(
    joint: tuple[int, bool], types: tuple[str, ...], arguments: ArgumentFinder, *, brief: bool
) -> tuple[tuple[int, bool], Mention | None]:
    """The title behind a member that cannot be read: "Dusk, Harbour, a sequel to it, and Velm"."""
    parse = arguments.parse
    if brief and not "".join(parse.words[joint[0] : joint[0] + 1])[:1].isdigit():
        return joint, None
    reach = _BRIEF if brief else _UNREAD
    limit = min(parse.sentences[parse.sentence_of[joint[0] - 1]][1], joint[0] + reach)
    for k in range(joint[0], limit):
        if parse.tags[k] in FINITE and parse.words[k].islower() and parse.words[k][0].isalpha():
            break
        if parse.words[k] in {",", ";"}:
            behind = _read_joint(k, arguments)
            found = find_member(behind[0], types, arguments, inside=True) if behind else None
            if behind and found is not None:
                return behind, found
    return joint, None


def _pass_person(
    joint: tuple[int, bool], types: tuple[str, ...], arguments: ArgumentFinder
) -> tuple[tuple[int, bool], Mention | None]:
    """The member behind a name that seems a person's: a label named after its founder, say."""
    passed = find_member(joint[0], ("Person", "Place", "Product", "Event"), arguments)
    after = None if joint[1] or passed is None else arguments.ranges[passed][1]
    following = _read_joint(after, arguments) if after is not None else None
    if following is None:
        return joint, None
    return following, find_member(following[0], types, arguments)


def find_member(
    position: int, types: tuple[str, ...], arguments: ArgumentFinder, *, inside: bool = False
) -> Mention | None:
    """The mention that begins at `position` or after words that only describe it, in the same sentence."""
    parse = arguments.parse
    if "Person" in types:
        position = skip_honorifics(skip_title(position, arguments), arguments)
    limit = parse.sentences[parse.sentence_of[position]][1] if position < len(parse.words) else 0
    seated = parse.words[position + 1 : position + 3] in SEATED  # "Zenda-based packaging firm X"
    for k in range(position, min(position + _REACH + 1 + 3 * seated, limit)):
        for mention in arguments.by_token.get(k, ()):
            if mention.kind is MentionKind.PRONOUN or arguments.ranges[mention][0] != k:
                continue
            if _is_owner(arguments.ranges[mention][1], mention, arguments) or (
                mention.kind is MentionKind.ADJECTIVE
            ):
                continue
            if arguments.fits(mention, types) and may_stand(mention, arguments):
                return mention
        if (cast := find_cast(k, types, arguments, inside=inside)) is not None:
            return cast
        maker = "Title" in types and parse.words[k].lower() in _MAKERS  # "the software provider X"
        if maker or ("Person" not in types and _is_others(k, arguments)):  # "A and chairman of B"
            return None
        # "A and his wife, B"
        apposed = k > position and parse.words[k] == "," and parse.tags[position] == "PRP$"
        of = parse.lemmas[k] == "of" and types != ("Person",)  # no "brother of the actors X"
        if of and (parse.lemmas[k - 1] in _RELATED or ends_works(k, types, arguments)):
            return None  # "a joint venture of | A and B", "in Zenda and the mill of A"
        passed = apposed or (k > position and of)
        if not parse.tags[k].startswith(_BEFORE) and not passed:
            return None
    return None


def _is_others(position: int, arguments: ArgumentFinder) -> bool:
    """Whether people of something else are told here: "and | President of the Norvik Institute"."""
    parse = arguments.parse
    if parse.lemmas[position] == "of" and any(  # no member of the list: "Hentz Bau | of Peru"
        m.kind is MentionKind.NAME and arguments.ranges[m][1] == position
        for m in arguments.by_token.get(position - 1, ())
    ):
        return True
    of = parse.lemmas[position + 1 : position + 2] == ["of"]
    if of and parse.tags[position] == "NNS" and parse.lemmas[position] in _PEOPLE:
        return True
    return any(
        m.kind is MentionKind.POST
        and arguments.ranges[m][0] == position
        and arguments.parse.lemmas[arguments.ranges[m][1] : arguments.ranges[m][1] + 1]
        in (["of"], ["at"])
        for m in arguments.by_token.get(position, ())
    )


def _is_owner(end: int, mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether "'s" behind a member makes it an owner; a firm's name may end so: "Hentz's, Brivo's and"."""
    if arguments.parse.tags[end : end + 1] != ["POS"]:
        return False
    firm = arguments.fits(mention, ("Company",))
    return not (firm and skip_quote(end, arguments) > end)


def _read_joint(position: int, arguments: ArgumentFinder) -> tuple[int, bool] | None:
    """Where the next member may begin after "," or "and", and whether that one is the last."""
    position = _skip_aside(skip_quote(skip_tail(position, arguments), arguments), arguments)
    rest = [w.lower() for w in arguments.parse.words[position : position + 4]]
    comma = int(rest[:1] in ([","], [";"]))
    behind = find_kind_cue(position + comma, arguments)
    if behind is not None:
        return behind, False
    if comma and rest[1:2] and rest[1] in _CLOSING:  # American: "A," and "B"
        position, rest = position + 1, rest[1:]
        rest[0] = ","
    if rest[comma : comma + 1] and rest[comma] in _ENDS:
        again = rest[comma + 1 : comma + 2] and rest[comma + 1] in _REPEATED  # "at A and at B"
        return position + comma + 1 + bool(again), True
    if rest[comma : comma + 3] == ["as", "well", "as"]:
        return position + comma + 3, True
    if rest[comma : comma + 2] in _BESIDE:
        return position + comma + 2, False
    return (position + 1, False) if comma else None


def _skip_aside(position: int, arguments: ArgumentFinder) -> int:
    """Past what is told of a member in passing: "(DRC)", "in eastern Ruritania", "in 2004 for 5 million euros"."""
    for _ in range(_TOLD):
        position = skip_brackets(position, arguments)
        behind = _skip_told(position, arguments)
        if behind == position:
            break
        position = behind
    return skip_topic(position, arguments)


def _skip_told(position: int, arguments: ArgumentFinder) -> int:
    """Past one preposition with the place, time or price behind it."""
    words = [w.lower() for w in arguments.parse.words[position : position + 2]]
    if words[:1] == ["in"]:
        within = find_member(position + 1, ("Place",), arguments)
        if within is not None:
            return arguments.ranges[within][1]
    if words and words[0] in _PRICED:
        for mention in arguments.by_token.get(position + 1 + (words[1:] == ["about"]), ()):
            if mention.kind in _MEASURES:
                return arguments.ranges[mention][1]
    return position


def find_beside(mention: Mention, step: int, arguments: ArgumentFinder) -> Mention | None:
    """The next name of the same type in a list, to the right (1) or left (-1)."""
    words = arguments.parse.words
    start, end = arguments.ranges[mention]
    k = end if step > 0 else start - 1
    moved = 0
    while 0 <= k < len(words) and moved < 2 and words[k].lower() in {",", "and", "&"}:
        k += step
        moved += 1
    if not moved or not 0 <= k < len(words):
        return None
    for other in arguments.by_token.get(k, ()):
        edge = arguments.ranges[other][0] == k if step > 0 else arguments.ranges[other][1] == k + 1
        if edge and other.kind is MentionKind.NAME and other.type == mention.type:
            return other
    return None

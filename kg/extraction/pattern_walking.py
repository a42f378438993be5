"""Laying the items of a phrase pattern over tokens and mentions."""

from collections.abc import Callable, Iterable, Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.aside_ends import keep_own
from kg.extraction.casting import find_cast
from kg.extraction.listing import find_lists, find_member
from kg.extraction.offices import skip_office
from kg.extraction.passing import (
    find_asides,
    find_predicates,
    find_verb_end,
    may_pass,
    skip_inner,
)
from kg.extraction.pattern_before import CLAUSE_ENDS
from kg.extraction.pattern_gaps import (
    find_aside_ends,
    find_description_ends,
    find_far_ends,
    find_kind_ends,
    find_own_ends,
    find_rest_ends,
    find_row_starts,
    skip_honorifics,
)
from kg.extraction.pattern_steps import Step
from kg.extraction.restricting import is_of_kind
from kg.extraction.rule import Item
from kg.extraction.rule_words import find_word_end
from kg.extraction.standing import closes_aside, describes, may_stand
from kg.extraction.thing_tails import find_thing_ends
from kg.extraction.title_gaps import skip_title
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_NAMES = load_lexicon("names")
_LINKS = frozenset(["of", "from", "at", "with"])
_ASIDES = {"(", "<", ",", *map(str.upper, _NAMES.get("post_nominals"))}
_SIDES = _NAMES.get("sides") | {"unit", "subsidiary", "affiliate", "arm"}
_FIRMS = load_lexicon("triggers").get("company_nouns")
_KINDS = load_lexicon("triggers").get("wares") | {"called", "named", "titled", "known"}
_FIRM_ENDS = load_lexicon("phrases").get("firm_ends")
_COUNTRY, _OWNERS = ("Country",), ("Person", "Organization", "Country", "Province")
_PASSING = {
    "row": find_row_starts,
    "np": find_description_ends,
    "kind": find_kind_ends,
    "far": find_far_ends,
    "rest": find_rest_ends,
    "own": find_own_ends,
    "thing": find_thing_ends,
}
Skip = Callable[[int, ArgumentFinder], int]
_BEFORE: dict[tuple[str, ...], Skip] = {("Person",): skip_honorifics, ("Post",): skip_office}
Binding = dict[str, tuple[Mention, ...]]  # role → its mention, several where the slot takes a list


def match_after(
    step: Step | None, position: int, arguments: ArgumentFinder, binding: Binding
) -> tuple[Binding, int] | None:
    """The rest of the pattern from `position` on, with backtracking over optional items."""
    if step is None:
        return binding, position
    item, rest, found = step.item, step.rest, None
    limit = arguments.limits[position]
    if step.is_gap:
        fixed = step.fixed
        ends = _pass(item, position, limit, arguments)
        for here in keep_own(ends, position, arguments, binding, first=step.goes_on):
            asked = None if fixed is None or (fixed.forms and here == position) else fixed
            if asked is not None and not _may_go_on(here, limit, asked, arguments):
                continue
            found = match_after(rest, here, arguments, binding)
            if found is not None:
                return found
        return None
    if position < limit:
        if item.role:
            found = _match_slot(step, position, arguments, binding)
            skip = _BEFORE.get(item.types) if found is None else None
            if skip is not None:
                behind = skip(position, arguments)
                if position < behind < limit:
                    found = _match_slot(step, behind, arguments, binding)
        else:
            found = _match_word(step, position, arguments, binding)
        found = found or _match_verb(step, position, arguments, binding)
        if found is not None:
            return found
    nothing = item.refused and position >= limit  # a headline has no mark at its end
    return match_after(rest, position, arguments, binding) if item.optional or nothing else None


def _match_word(
    step: Step, position: int, arguments: ArgumentFinder, binding: Binding
) -> tuple[Binding, int] | None:
    """A word of the item, and the rest after it; an adverb may stand between a verb and the rest."""
    item, rest = step.item, step.rest
    end = find_word_end(arguments.parse.words, arguments.plain, position, item)
    if not end or _is_in_title(position, item, arguments):
        return None
    if step.takes_works and arguments.parse.tags[position] in FINITE:
        return None  # "bombers [hit] Zenda", where a hit is a kind of works
    if item.forms and describes(position, arguments):
        return None
    if rest and closes_aside(position, arguments, binding):
        return None
    found = match_after(rest, end, arguments, binding)
    if found is None and end < len(arguments.parse.words):
        behind = skip_inner(position, end, arguments)
        found = match_after(rest, behind, arguments, binding) if behind else None
    return found


def _match_verb(
    step: Step, position: int, arguments: ArgumentFinder, binding: Binding
) -> tuple[Binding, int] | None:
    """The verb of the first name in another tense, and the rest after it."""
    end = find_verb_end(position, step.item, arguments) if step.item.forms else 0
    return match_after(step.rest, end, arguments, binding) if end else None


def _may_go_on(position: int, limit: int, item: Item, arguments: ArgumentFinder) -> bool:
    """Whether the word that must follow a gap stands at a position, and not inside a name."""
    words, plain = arguments.parse.words, arguments.plain
    if not (position < limit and find_word_end(words, plain, position, item)):
        return False
    return not (_cuts_name(position, arguments) or _is_in_title(position, item, arguments))


def _cuts_name(position: int, arguments: ArgumentFinder) -> bool:
    """ "led by Norvik Venture [Partners]": a word inside a name says nothing of it."""
    word = arguments.parse.words[position]
    return (
        word[:1].isupper()
        and word.lower() in _FIRM_ENDS
        and any(
            m.kind is MentionKind.NAME and arguments.ranges[m][0] < position
            for m in arguments.by_token.get(position, ())
        )
    )


def _is_in_title(position: int, item: Item, arguments: ArgumentFinder) -> bool:
    """ "films like [Salt] Roads", "A Boy [Named] Tom": a capital beside another one tells of no kind."""
    words = arguments.parse.words
    word = words[position]
    if item.refused or not word[:1].isupper() or word.lower() not in _KINDS:
        return False
    first = arguments.parse.sentences[arguments.parse.sentence_of[position]][0]
    beside = (*words[max(first + 1, position - 1) : position], *words[position + 1 : position + 2])
    return position > first and any(other[:1].isupper() for other in beside)


def _match_slot(
    step: Step, position: int, arguments: ArgumentFinder, binding: Binding
) -> tuple[Binding, int] | None:
    """A mention of a fitting type that starts at `position`, and the rest after it.

    A list may begin with words that only describe its first member: "the Ruritanian port of X"; not
    so of people, as "his son's teacher Y" is another one.
    """
    item = step.item
    if item.many and "Person" not in item.types:
        first = find_member(position, item.types, arguments)
        return match_slot_from(step, first, arguments, binding) if first else None
    for mention in arguments.by_token.get(position, ()):
        owner = step.takes_owner
        if arguments.ranges[mention][0] != position or not _may_fill(
            mention, position, arguments, owner=owner
        ):
            continue
        if item.many and mention.kind is MentionKind.PRONOUN:
            continue
        told = item.many or (item.types != _COUNTRY and _is_before_kind(mention, arguments))
        if told and not may_stand(mention, arguments):
            continue
        if arguments.fits(mention, item.types):
            found = match_slot_from(step, mention, arguments, binding)
            if found is not None:
                return found
    cast = find_cast(position, item.types, arguments)
    return match_slot_from(step, cast, arguments, binding) if cast else None


def _is_before_kind(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "the DVD maker Norvik", "Greek shipowner Norvik": whether what it stands before is a kind of firms."""
    words = arguments.parse.words[arguments.ranges[mention][1] :][:1]
    named = mention.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}
    return named and bool(_FIRMS.intersection(words))


def _may_fill(mention: Mention, position: int, arguments: ArgumentFinder, *, owner: bool) -> bool:
    """Whether a mention may fill a slot after the first: a pronoun only if it stands for an agent.

    "Its" may where the pattern asks for an `owner`.
    """
    return mention.kind is not MentionKind.PRONOUN or (
        arguments.parse.tags[position] in ({"PRP", "PRP$"} if owner else {"PRP"})
        and mention in arguments.resolved
        and arguments.fits(mention, _OWNERS if owner else _OWNERS[:2])
    )


def match_slot_from(
    step: Step, mention: Mention, arguments: ArgumentFinder, binding: Binding
) -> tuple[Binding, int] | None:
    """A slot filled from `mention` on, and the rest after it; the longest list that fits wins.

    Brackets behind the mention are passed over where the pattern goes on only behind them.
    """
    item, rest = step.item, step.rest
    if step.fixed is not None and not item.many and not _goes_on(mention, step, arguments):
        return None
    kind = item.restriction
    for members in find_lists(mention, item.types, arguments) if item.many else ((mention,),):
        if kind and not all(is_of_kind(kind, m, arguments) for m in members):
            continue
        if len(members) > 1 and _has_own_end(members, step.link, arguments):
            continue
        end, bound = arguments.ranges[members[-1]][1], {**binding, item.role or "": members}
        found = match_after(rest, end, arguments, bound)
        for behind in find_aside_ends(end, arguments) if found is None and rest else ():
            found = found or match_after(rest, behind, arguments, bound)
        for behind in _find_behind(step, end, binding, arguments) if found is None else ():
            found = found or match_after(rest, behind, arguments, bound)
        if found is not None:
            return found
    return None


def _find_behind(
    step: Step, end: int, binding: Binding, arguments: ArgumentFinder
) -> Iterator[int]:
    """Where a pattern may go on behind an aside: the verb behind a subject, a certain word behind others."""
    if not binding:
        yield from find_predicates(end, arguments) if step.opens_clause else ()
    elif step.fixed is not None and end < len(arguments.parse.words):
        words, plain, item = arguments.parse.words, arguments.plain, step.fixed
        for behind in find_asides(end, arguments):
            if behind < arguments.limits[end] and find_word_end(words, plain, behind, item):
                yield behind


def _has_own_end(
    members: tuple[Mention, ...], link: Item | None, arguments: ArgumentFinder
) -> bool:
    """ "Jane Roe of Norvik and Juan Quispe [of Tarka]": a member before the last that has its own body."""
    words, ends = arguments.parse.words, [arguments.ranges[m][1] for m in members[:-1]]
    return link is not None and any(words[k] in _LINKS.intersection(link.words) for k in ends)


def _goes_on(mention: Mention, step: Step, arguments: ArgumentFinder) -> bool:
    """Whether the word that must follow does, or what may be passed over before it."""
    words, end, item = arguments.parse.words, arguments.ranges[mention][1], step.fixed
    if end >= len(words) or item is None:
        return False
    return bool(
        (step.opens_clause and may_pass(end, arguments))
        or words[end] in _ASIDES
        or find_word_end(words, arguments.plain, end, item) > 0
    )


def _pass(item: Item, position: int, limit: int, arguments: ArgumentFinder) -> Iterable[int]:
    """Where the rest may begin after a gap, the nearest first."""
    if not item.over:
        return _pass_words(item.gap, position, limit, arguments)
    if item.over == "title":
        return dict.fromkeys((position, skip_title(position, arguments)))
    return _PASSING[item.over](position, limit, arguments)


def _pass_words(gap: int, position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Past so many words, none of which ends a clause."""
    words = arguments.parse.words
    for skip in range(gap + 1):
        here = position + skip
        if here > limit or (skip and words[here - 1] in CLAUSE_ENDS):
            return
        if skip == 1 and _owns_name(position, arguments):
            return
        yield here


def _owns_name(position: int, arguments: ArgumentFinder) -> bool:
    """Whether what stands before only tells whose another is: "Ruritania's [Tarka] plans", "Norvik rival [Tarka]"."""
    side = arguments.parse.words[position : position + 1]
    if arguments.parse.tags[position : position + 1] != ["POS"] and not _SIDES.intersection(side):
        return False
    return any(
        mention.kind is MentionKind.NAME
        and arguments.ranges[mention][0] == position + 1
        and arguments.fits(mention, ("Organization",))
        for mention in arguments.by_token.get(position + 1, ())
    )

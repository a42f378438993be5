"""What phrase patterns may pass over: brackets, descriptions of a name, earlier parts of a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extraction import aside_ends, gap_subjects
from kg.extraction.gap_owners import is_home, is_place, tells_others, tells_plans
from kg.extraction.gap_subjects import is_other_subject, may_be_subject, opens_clause
from kg.extraction.honorifics import is_rank_mark, pass_honorific
from kg.extraction.place_tails import find_tail_ends
from kg.extraction.share_capital import is_share_capital
from kg.extraction.standing import is_deed
from kg.extraction.title_gaps import names_person
from kg.lexicon import load_lexicon
from kg.model.parse import FINITE

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_BRACKET, _ROW, _DESCRIPTION, _REST = 60, 60, 9, 30  # the most tokens that each may take
_CALLING, _FAR, _HONORIFICS = 14, 24, 8
_SEATED, _WHILE = frozenset(["based", "headquartered"]), frozenset(["while", "whereas"])
_REST_ENDS = frozenset([";", "—", "“", "”"])
_DESCRIBING = frozenset(
    ["DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "CD", "VBN", "VBG"]
)
_RELATIVE = frozenset(["WDT", "WP", "WP$"])
_ENDS = frozenset([";", ":", ".", "—", "–", "“", "”", '"', "!", "?"])
_WORDS = load_lexicon("phrases")
_NAMES_BEHIND = load_lexicon("names").get("post_nominals")
_JOINERS = _WORDS.get("row_joiners") | {","}
_COPULAS = _WORDS.get("row_verbs")
_ADVERBS = _WORDS.get("row_adverbs")
_BREAKS = _WORDS.get("row_breaks")
_BRACKETS = {"(": ")", "<": ">"}  # "Norvik Oil <NVK.TO>"
_CLOSING = (["”"], ["’"], ["''"], ['"'])
_ASIDES = frozenset(["(", "<", ",", "”", "’", "''", '"'])  # and capitals: "Jane Doe [SC]"
_PLACING = (["in"], ["at"], ["near"], ["on"])
_CALLED = _WORDS.get("called")
_KINDS = load_lexicon("triggers").get("company_nouns") | load_lexicon("triggers").get("kin_firms")
_AROUND = frozenset("over about around nearly almost more than at least some up to".split())  # noqa: SIM905
_HAVING = frozenset(["has", "have", "had", "having"])
_LEADING = frozenset(["for", "to", "on", "in", "with", "by", "at", "via", "across"])
_DESCRIBED = frozenset(["JJ", "VBN", "VBG"])
_TYING = frozenset(["including", "linking", "connecting", "joining"])


def skip_brackets(position: int, arguments: ArgumentFinder) -> int:
    """The token after the brackets that open at `position`, one or several; itself where none do.

    ", also known as X," counts as brackets, and so do letters behind a name: "Jane Doe [SC], chairman".
    """
    words = arguments.parse.words
    if position < len(words) and words[position].isupper():
        position += words[position].lower() in _NAMES_BEHIND
    position = _skip_calling(position, arguments)
    while position < len(words) and words[position] in _BRACKETS:
        opening, closing = words[position], _BRACKETS[words[position]]
        last = min(position + _BRACKET, len(words))
        depth = 0
        for k in range(position, last):
            depth += (words[k] == opening) - (words[k] == closing)
            if depth == 0:
                position = k + 1
                break
        else:
            return position
        position = _skip_calling(position, arguments)
    return position


def find_aside_ends(position: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Where a pattern may go on behind a name: past its brackets, the state behind a town, an age.

    "Jane Doe (right)| said", "Jane Doe, 57|, head of", "Jane Doe, 57,| said".
    """
    first = "".join(arguments.parse.words[position : position + 1])
    if first not in _ASIDES and not first.isupper():
        return  # as behind most names
    behind = skip_brackets(position, arguments)
    if behind > position:
        yield behind
    quoted, following = (arguments.parse.words[k : k + 1] for k in (position, position + 1))
    if quoted in _CLOSING and following in _PLACING:
        yield position + 1  # "the “Norvik Airport”| at Zenda"
    words = arguments.parse.words[behind : behind + 4]
    if words[:1] == [","]:
        yield from find_tail_ends(position, arguments)
    words = words[:1] + words[2:] if words[1:2] == ["aged"] else words
    if len(words) > 2 and words[0] == "," == words[2] and words[1].isdigit() and len(words[1]) == 2:
        behind += 2 + (arguments.parse.words[behind + 1] == "aged")
        yield from (behind, behind + 1)


def _skip_calling(position: int, arguments: ArgumentFinder) -> int:
    if position >= len(arguments.parse.words) or arguments.parse.words[position] != ",":
        return position
    words = arguments.parse.words[position : position + _CALLING]
    if _CALLED.isdisjoint([word.lower() for word in words[1:4]]) or "," not in words[2:]:
        return position
    return position + words.index(",", 2) + 1


def skip_honorifics(position: int, arguments: ArgumentFinder) -> int:
    """The token after ranks and honorifics at `position`: "[retired Brig. Gen. (retd) Dr] X"."""
    words = arguments.parse.words
    end = position
    while end < min(len(words), position + _HONORIFICS):
        if words[end] == "(" and end + 1 < len(words) and is_rank_mark(words[end + 1]):
            end = skip_brackets(end, arguments)
            continue
        passed = pass_honorific(words, end, inside=end > position)
        if passed == end:
            break
        end = passed
    return end


def find_row_starts(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Where the parts of a row of predicates begin: "is a lawyer, a founder of A and [the head of B]".

    The row goes on behind "and serves as", "who is" and the like; it ends with another verb or a
    pronoun. Behind another person's name only a verb or ", and" begins a part, as a noun may be said of
    that one.
    """
    words, tags = arguments.parse.words, arguments.parse.tags
    limit = min(limit, position + _ROW)
    yield from _list_starts(position, limit, arguments)[0]
    k, other = position, False
    while k < limit:
        if words[k] == "(":
            after = skip_brackets(k, arguments)
            if after == k:
                return
            k = after
        elif words[k].lower() in _JOINERS:
            starts, verbal = _list_starts(k, limit, arguments)
            closing = words[k] == "," and words[k + 1 : k + 2] == ["and"]
            # "survived by a son, Y, [who is]": a relative clause is said of the name right before it
            theirs = other and "who" in words[k : k + 2]
            if (verbal and not theirs) or closing or not other:
                yield from starts
            k = max(starts[-1], k + 1)
            if k >= limit or words[k] in _ENDS or (tags[k] in FINITE and not verbal):
                return
        elif k > position and _breaks_row(k, arguments):
            return
        else:
            other = other or names_person(k, arguments) or aside_ends.names_agent(k, arguments)
            k += 1


def _list_starts(k: int, limit: int, arguments: ArgumentFinder) -> tuple[list[int], bool]:
    """Where a part may begin behind a comma, "and" or "who", and whether a linking verb stands there.

    The places are before and behind adverbs and the verb: "and [currently [serves as [head of]]]".
    """
    words = arguments.parse.words
    starts, linked = [], False
    while k < limit:
        lower = words[k].lower()
        joins = lower in _JOINERS and not linked
        if not joins:
            starts.append(k)
        if lower in _COPULAS and not linked and not is_deed(k, arguments):
            linked = True
        elif lower not in _ADVERBS and not joins and not (linked and lower == "as"):
            break
        k += 1
    return starts or [k], linked


def _breaks_row(k: int, arguments: ArgumentFinder) -> bool:
    word, tag = arguments.parse.words[k], arguments.parse.tags[k]
    return (
        word in _ENDS
        or tag in FINITE
        or tag in {"PRP", "WP", "WDT", "WRB"}
        or word.lower() in _BREAKS
    )


def find_description_ends(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Positions behind words that may describe the name to come: "the former actor and singer [X]".

    So may where it sits: "Lodz, Poland-based". A comma may stand behind its kind: "the operator, [X]".
    """
    yield position
    tags, words = arguments.parse.tags, arguments.parse.words
    for k in range(position, min(position + _DESCRIPTION, limit)):
        if words[k] in _TYING:  # what follows is of what stands before
            return
        if tags[k] in _DESCRIBING and (tags[k] != "VBN" or k > position):
            yield k + 1
            continue
        owned = "POS" in tags[position:k] and tags[k - 1] == "NN" and words[k - 1].islower()
        if words[k] == "," and k > position and (words[k - 1] in _KINDS or owned):
            yield k + 1
            if owned:
                return
        joins = words[k].lower() in {"and", "/"} and k > position
        seated = words[k] == "," and "based" in words[k + 2 : k + 6] and k > position
        working = tags[k] == "VBG" and tags[k + 1 : k + 2] == ["NN"]  # "networking company"
        described = _DESCRIBED | ({"HYPH"} if words[k] == "far" else set())  # "far-right"
        graded = tags[k] == "RB" and tags[k + 1 : k + 2] and tags[k + 1] in described
        if tags[k] == "POS" and k > position and is_place(k - 1, arguments):  # "Kenya's carrier X"
            yield k + 1
            continue
        counted = words[k].lower() in _AROUND and "CD" in tags[k + 1 : k + 4]  # "over 40 banks"
        if tags[k] == "VBN" and k == position and words[k - 1] in _HAVING:
            return  # "has [served brands like X]"
        passed = joins or seated or working or graded or counted or is_share_capital(k - 1, words)
        if tags[k] not in _DESCRIBING and not passed:
            return
        yield k + 1


def find_description_start(position: int, floor: int, arguments: ArgumentFinder) -> int:
    """Where the words begin that may describe the name at `position`."""
    tags, start = arguments.parse.tags, position
    while start > max(floor, position - _DESCRIPTION) and (
        tags[start - 1] in _DESCRIBING or is_home(start - 1, arguments)
    ):
        start -= 1
    return start


def find_kind_ends(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """The same, but common words alone: "Ruritanian [toy train] maker X"."""
    words, tags = arguments.parse.words, arguments.parse.tags
    for k in find_description_ends(position, limit, arguments):
        paired = tags[k - 2] == "NN" and tags[k : k + 1] == ["NN"]  # "plane and train maker X"
        parted = words[k - 1] == "and" and not paired
        seated = words[k - 1] in _SEATED and words[k : k + 1] == ["in"]  # "a bank based in X"
        if k > position and (words[k - 1][:1].isupper() or parted or seated):
            return
        yield k


def find_far_ends(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Positions further on in the sentence, up to a person's name or ", while" and what others do."""
    words = arguments.parse.words
    for k in range(position, min(position + _FAR, limit)):
        yield k
        aside = words[k] in _WHILE and words[k - 1] == ","
        if aside or names_person(k, arguments):
            return


def find_rest_ends(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Positions in what is said of the subject that stands before: up to another subject that acts.

    None but where the words before may be a subject: "X's shares, after … , [were listed]".
    """
    yield position
    if may_be_subject(position - 1, arguments):
        yield from _find_predicate_ends(position, limit, arguments)


def _find_predicate_ends(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    parse = arguments.parse
    aside = 0  # where the relative clause of another noun begins
    for k in range(position, min(position + _REST, limit)):
        if parse.words[k] in _REST_ENDS or is_other_subject(k, arguments):
            return
        if opens_clause(k, arguments) or tells_plans(k, position, arguments):
            return
        if parse.tags[k] in _RELATIVE and k > position + 1:
            aside = k
        elif aside and parse.words[k] == "," and k > aside + 1:
            aside = 0
        if not aside and not _opens_participle(k, position, arguments):
            yield k + 1


def _opens_participle(k: int, position: int, arguments: ArgumentFinder) -> bool:
    """ "builds on a site [owned by Y]": a participle right behind another noun tells of that one."""
    tags, words = arguments.parse.tags, arguments.parse.words
    if k <= position or tags[k][:2] != "NN" or tags[k + 1 : k + 2] != ["VBN"]:
        return False
    return words[k + 2 : k + 3] == ["by"] or gap_subjects.tells_of_other(k, position, arguments)


def find_own_ends(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """The same up to a word that leads to others' things: "made films for [broadcasters like X]"."""
    yield position
    if arguments.by_token.get(position - 1) and not may_be_subject(position - 1, arguments):
        return
    words = arguments.parse.words
    led = False  # whether a preposition led on: "made games for [systems like X]"
    for k in _find_predicate_ends(position, limit, arguments):
        if tells_others(k - 1, arguments):
            return
        led = led or words[k - 1] in _LEADING
        if led and k < limit and tells_others(k, arguments):
            return
        yield k

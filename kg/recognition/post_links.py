"""What may stand between a title and its holder, body or town: a field in brackets, a sending state, nothing."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_HEADS = frozenset(load_lexicon("names").get_mapping("heads")) | load_lexicon("names").get("topics")
_POSSESSIVE = frozenset(["'s", "’s"])
_PEOPLE = frozenset(["people", "peoples", "women", "men", "children"])
_SENDING = frozenset(["of", "at", "from"])
_SECRETARIES_BODIES = frozenset(["division", "wing"])
_FIELD = 9  # tokens of a field in brackets
_BEHIND_FIELD = frozenset([",", "of", "at", "for", "in", "and"])
_SHORT_FIELDS = frozenset(
    ["HR", "IT", "R&D", "ICT", "CSR", "PR", "M&E", "O&M", "P&D", "HRM", "QA", "I/C"]
)
_DASHES = (["-"], ["–"], ["—"])
_JOINTS = frozenset(["and", "&"])
_NO_FIELDS = frozenset(
    "retd rtd ret retired acting dr mr mrs ms prof designate elect interim former late left right".split()  # noqa: SIM905
)
_LONGEST = 4  # words of a state or embassy: "the Embassy of Ruritania"
_BEFORE = frozenset(
    "by with and to including , ; : said says informed told deputy acting while when meanwhile as".split()  # noqa: SIM905
)


def pass_sender(tokens: Tokens, k: int, titles: Container[str]) -> int:
    """Back from the end of "Consul General of Ruritania", "Counsellor at the Ruritanian Embassy" to the title."""
    end = k
    while k > max(end - _LONGEST, 0) and tokens.capital[k]:
        k -= 1
        if k < end and tokens.lower[k] == "of" and tokens.capital[k - 1]:
            if tokens.lower[k - 1] in titles:
                return k - 1
            k -= 1  # "at the Embassy of Ruritania"
    k -= tokens.lower[k] == "the"
    linked = 0 < k < end and tokens.lower[k] in _SENDING
    return k - 1 if linked and tokens.lower[k - 1] in titles else end


def stands_behind_title(tokens: Tokens, start: int, titles: Container[str]) -> bool:
    """ "Chairman | Norvik Port Authority X": a title in capitals right before, that no name stands before."""
    if start < 1 or tokens.lower[start - 1] not in titles or not tokens.capital[start - 1]:
        return False
    k = start - 1
    while (
        k > 0
        and tokens.capital[k]
        and tokens.parse.sentence_of[k - 1] == tokens.parse.sentence_of[k]
    ):
        if not tokens.capital[k - 1]:
            break
        k -= 1
    opens = k == tokens.parse.sentences[tokens.parse.sentence_of[k]][0]
    return (opens or tokens.lower[k - 1] in _BEFORE) and start - k <= _LONGEST


def closes_bare_body(tokens: Tokens, first: int, end: int) -> bool:
    """ "Chairman | Norvik Port Authority (NPA) | X": a body without "of" from behind the title to the name."""
    bracket = tokens.lower_at(end - 1) == ")"
    last = (
        next((k for k in range(end - 1, first, -1) if tokens.lower[k] == "("), end)
        if bracket
        else end
    )
    headed = last - first > 1 and tokens.lower[last - 1] in _HEADS and tokens.capital[last - 1]
    return headed and tokens.capital[first] and tokens.capital[first - 1]


def find_field_bracket(tokens: Tokens, end: int, taken: frozenset[int]) -> int | None:
    """ "Director General ([Operations]) X", "Deputy Director (Trade and Ports), Norvik Bank": where it ends."""
    if tokens.lower_at(end) != "(":
        return _find_field_dash(tokens, end, taken)
    for k in range(end + 1, min(end + _FIELD, len(tokens.words) - 1)):
        if tokens.words[k] == ")":
            goes_on = tokens.capital[k + 1] or tokens.lower[k + 1] in _BEHIND_FIELD
            goes_on = goes_on or tokens.tags[k + 1][:2] in {"VB", "MD"}  # "Director (Ports) said"
            return k + 1 if k > end + 1 and goes_on else None
        word = tokens.lower[k]
        field = tokens.capital[k] and tokens.is_common(k) and word not in _NO_FIELDS
        short = tokens.words[k] in _SHORT_FIELDS
        if k in taken or not (field or short or (word in {"and", "&", ","} and k > end + 1)):
            return None
    return None


def _find_field_dash(tokens: Tokens, end: int, taken: frozenset[int]) -> int | None:
    """ "Director - [Sales and Marketing], Norvik Bank": a field behind a dash that stands free, up to a comma."""
    starts, ends = tokens.parse.starts, tokens.parse.ends
    last = len(tokens.words) - 1
    if tokens.words[end : end + 1] not in _DASHES or end >= last or not tokens.capital[end - 1]:
        return None
    if starts[end] == ends[end - 1] or starts[end + 1] == ends[end]:
        return None
    k, last = end + 1, min(last, tokens.parse.sentences[tokens.parse.sentence_of[end - 1]][1])
    while k < min(end + _FIELD, last) and k not in taken and tokens.words[k] != ",":
        field = tokens.capital[k] and tokens.is_common(k) and tokens.lower[k] not in _NO_FIELDS
        joint = tokens.lower[k] in _JOINTS and k > end + 1
        if not (field or joint or tokens.words[k] in _SHORT_FIELDS):
            return None
        k += 1
    named = tokens.words[k] == "," and k < last and tokens.capital[k + 1]
    return k if named and k > end + 1 else None


def is_secretaries_body(tokens: Tokens, start: int, end: int) -> bool:
    """ "Secretary of the [Power Division]": what has a secretary is a body of a state, and no firm's part."""
    before = tokens.lower[max(start - 3, 0) : start]
    named = (
        end - start > 1 and tokens.capital[start] and tokens.lower[end - 1] in _SECRETARIES_BODIES
    )
    return named and before == ["secretary", "of", "the"]


def pass_owner(tokens: Tokens, k: int) -> int:
    """Back from "of the Zenda [provincial] Committee", "of Zenda['s] Department" to whose it is."""
    owned = k > 1 and tokens.lower[k] in _POSSESSIVE and tokens.capital[k - 1]
    return k - 1 if owned else k


def closes_name(tokens: Tokens, i: int, floor: int, taken: frozenset[int]) -> bool:
    """ "Tarka [Land] general director": a capital before a small title, behind capitals that no language knows."""
    if not tokens.words[i].istitle() or any(tokens.capital[i + 1 : i + 2]):
        return False
    k = i - 1
    while k >= floor and tokens.capital[k] and k not in taken:
        k -= 1
    if k >= floor and k in taken:
        return False
    return any(tokens.words[j].istitle() and not tokens.is_common(j) for j in range(k + 1, i))


def is_members_body(tokens: Tokens, i: int) -> bool:
    """ "Zenda People's [Committee] Chairman", "Tarn Growers' [Association] head": a body after whose people it is."""
    if i < 2 or tokens.lower[i] not in _HEADS or not tokens.capital[i] or not tokens.capital[i - 2]:
        return False
    return _is_people(tokens, i - 2)


def pass_people(tokens: Tokens, k: int) -> int:
    """ "Minister of [Women's] Affairs", "of [Veterans'] Affairs": behind whose a field is; `k` where none are told."""
    owned = any(tokens.capital[k + 2 : k + 3]) and tokens.capital[k]
    if not owned or not _is_people(tokens, k):
        return k
    return k + 2


def _is_people(tokens: Tokens, k: int) -> bool:
    people, mark = tokens.lower[k], tokens.lower_at(k + 1)
    if mark in _POSSESSIVE:
        return people in _PEOPLE
    return mark in {"'", "’"} and people.endswith("s") and tokens.is_common(k)

"""What a deed is done to, behind its day or doer: "construction on 4 March [of a mill]", "purchase by X [of Y]"."""

from collections.abc import Container, Sequence

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.period_words import get_period_index
from kg.recognition.tokens import Tokens

_DEEDS = load_lexicon("names").get("deeds_done_to")
_DEALT = _DEEDS | load_lexicon("names").get("deal_deeds")
_TIMES = frozenset(get_period_index().by_token) | {"week", "month", "year", "quarter", "today"}
_SMALL = frozenset(["last", "this", "next", "the", "early", "late", "mid", "-", ",", "same"])
_OPENING = frozenset(["in", "on", "during", "at", "since"])
_DESCRIBING = frozenset("NJDPHVR")  # first letters of tags before a name: "by newly listed X"
_LONGEST = 6  # tokens of a day or month


def mend_late_of(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such "of" on the noun of the deed, or None where it has none elsewhere."""
    parse, mended = tokens.parse, None
    ends = {name.end: name.start for name in names}
    inside = {k for name in names for k in range(name.start, name.end)}
    for k, word in enumerate(tokens.lower):
        if word != "of" or k in inside or parse.deps[k] != "prep":
            continue
        deed = _find_before_time(tokens, k)
        if deed is None and k in ends:
            deed = _find_before_doer(tokens, ends[k])
        if deed is not None and parse.heads[k] != deed:
            mended = mended or copy_parse(parse)
            mended.heads[k] = deed
    if mended is not None:
        mended.rehang()
    return mended


def _find_before_time(tokens: Tokens, k: int) -> int | None:
    """The deed before a day that ends at k: "construction [last week] of"."""
    at, timed = k - 1, False
    while at > 0 and k - at < _LONGEST:
        word = tokens.lower[at]
        if word in _TIMES or word[:1].isdigit():
            timed = True
        elif word not in _SMALL and word not in _OPENING:
            break
        at -= 1
        if word in _OPENING:
            break
    return at if timed and _is_deed(tokens, at) else None


def is_doer(tokens: Tokens, start: int) -> bool:
    """Whether a name from `start` on stands behind "by" and the noun of a deed: "the purchase by Peru's [Norvik]"."""
    for k in range(start - 1, max(start - _LONGEST, 0), -1):
        if tokens.lower[k] == "by":
            return _is_deed(tokens, k - 1, _DEALT)
        if tokens.tags[k][:1] not in _DESCRIBING:
            return False
    return False


def _find_before_doer(tokens: Tokens, start: int) -> int | None:
    """The deed before "by" and a name that begins at `start`."""
    by = start - 1 - (tokens.lower_at(start - 1) == "the")
    return by - 1 if tokens.lower_at(by) == "by" and _is_deed(tokens, by - 1) else None


def _is_deed(tokens: Tokens, k: int, deeds: Container[str] = _DEEDS) -> bool:
    """Whether a noun of a deed stands at k, or what the tagger takes for its verb; not "released by X of Y"."""
    if k < 0 or tokens.lemma_at(k) not in deeds:
        return False
    verb = tokens.tags[k][:1] == "V" and tokens.lower[k] == tokens.lemma_at(k)
    return verb or tokens.tags[k][:1] == "N"

"""Bodies of two towns or of one and what lies around it: "Tarn and District Chamber", "Tarn and Velmo Police"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_AROUND = frozenset(["district", "county", "surroundings"])
_NAMES = load_lexicon("names")
_KINDS: Mapping[str, str] = _NAMES.get_mapping("heads")
_BODIES = frozenset(["Association", "GovernmentBody", "ResearchBody"])
_FIELDS = _NAMES.get("topics") | frozenset(_KINDS)
_LOCAL = _NAMES.get("local_bodies")
_APART = frozenset(["between", "both"])
_INNER = frozenset(["and", "of", "&", "'", "’", "'s", "’s"])
_LONGEST = 8  # words behind the first "and"


def find_paired_towns(tokens: Tokens) -> list[Name]:
    """Such names, in order."""
    found: list[Name] = []
    for k, word in enumerate(tokens.lower):
        if (
            word in {"and", "&"}
            and k
            and tokens.capital[k - 1]
            and tokens.lower[k - 1] not in _FIELDS
        ):
            name = _read(tokens, k)
            if name is not None and not (found and name.start < found[-1].end):
                found.append(name)
    return found


def _read(tokens: Tokens, k: int) -> Name | None:
    """The name around the "and" at token k."""
    if tokens.tags[k - 1] != "NNP" or tokens.capital[k + 1 : k + 2] != [True]:
        return None
    start = k - 1
    before = tokens.lower_at(start - 1)
    if start and ((tokens.capital[start - 1] and before != "the") or before in {",", "-"}):
        return None
    around = tokens.lower[k + 1] in _AROUND
    if not around and (tokens.tags[k + 1] != "NNP" or tokens.lower_at(start - 1) in _APART):
        return None
    end, kind = _find_head(tokens, k + 2, around=around)
    return Name(start=start, end=end, type=kind, origin="head noun") if kind else None


def _find_head(tokens: Tokens, first: int, *, around: bool) -> tuple[int, str]:
    """The end of the name by the head of a local body that its capitals lead to, and the type."""
    end = first
    while end < min(first + _LONGEST, len(tokens.words)) and (
        tokens.capital[end]
        or (tokens.lower[end] in _INNER and tokens.capital[end + 1 : end + 2] == [True])
    ):
        end += 1
    words = tokens.lower[first:end]
    for size in range(len(words), 0, -1):
        head = " ".join(words[max(size - 2, 0) : size])
        whole = " ".join(words[:size])
        if around and (_KINDS.get(head) in _BODIES or _KINDS.get(words[size - 1]) in _BODIES):
            whole_size = len(words) if words[size : size + 1] == ["of"] else size
            return first + whole_size, _KINDS.get(head) or _KINDS[words[size - 1]]
        if not around and whole in _LOCAL:
            return first + size, "GovernmentBody"
    return first, ""

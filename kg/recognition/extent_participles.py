"""What covers ground behind a comma: in "Norvik will build a park, covering 300 hectares" the park does."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_COVERING = frozenset(["covering", "spanning", "stretching", "measuring", "occupying", "extending"])
_LAID = frozenset(
    "Facility Project TransportCorridor EconomicZone Airport Port LandPort RailHub LogisticsPark LogisticsHub".split()  # noqa: SIM905
)
_NOMINALS = load_lexicon("nominals").get_mapping("nominals")
_WAYS = frozenset(["line", "route", "track", "canal", "pipeline", "tunnel", "bridge"])
_REACH = 18  # tokens back to what is built
_NEAR = 8  # tokens to the figure


def mend_extents(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such participles on what is laid out, or None where it has none."""
    parse, mended = tokens.parse, None
    for k, word in enumerate(tokens.lower):
        if word not in _COVERING or parse.deps[k] != "advcl" or tokens.lower_at(k - 1) != ",":
            continue
        verb = parse.heads[k]
        if not verb < k or not any(w[:1].isdigit() for w in tokens.words[k + 1 : k + _NEAR]):
            continue
        types = {n.end - 1: n.type for n in names if verb - _REACH < n.end <= k}
        before = next((s for s in parse.list_subjects(verb, passive=False)), None)
        laid = _find_laid(tokens, verb, k, types)
        if laid is None or before is None or _is_laid(tokens, before, types):
            continue
        mended = mended or copy_parse(parse)
        mended.heads[k], mended.deps[k] = laid, "acl"
    if mended is not None:
        mended.rehang()
    return mended


def _find_laid(tokens: Tokens, verb: int, k: int, types: dict[int, str]) -> int | None:
    """The first thing behind the verb that ground can be covered by."""
    reach = range(max(verb + 1, k - _REACH), k)
    return next((i for i in reach if _is_laid(tokens, i, types)), None)


def _is_laid(tokens: Tokens, i: int, types: dict[int, str]) -> bool:
    if i in types:
        return types[i] in _LAID
    noun = tokens.tags[i] == "NN" and tokens.parse.deps[i] not in {"compound", "nmod", "poss"}
    return noun and (tokens.lower[i] in _WAYS or _NOMINALS.get(tokens.lower[i]) in _LAID)

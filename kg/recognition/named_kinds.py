"""Kinds of firms behind the name of one: "its loss-making [Norvik clothing label]", "the Norvik chain"."""

from kg.lexicon import load_lexicon
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_TRIGGERS = load_lexicon("triggers")
NAMED_KINDS = _TRIGGERS.get("named_kinds")
_PARTS = NAMED_KINDS | _TRIGGERS.get("unit_nouns")
_REACH = 3  # tokens from a name to its kind: "Norvik [women's wear label]"
_RATED = 3  # words that rate it, before the name: "its [sporty] Norvik subsidiary"
_OWNING = frozenset(["PRP$", "POS"])


def is_named_kind(start: int, last: int, nominal: Nominal, tokens: Tokens) -> bool:
    """Whether the name from `start` to `last` stands in the phrase with none but common words beside it."""
    between = [*range(nominal.start, start), *range(last + 1, nominal.head)]
    near = nominal.start <= start <= last < nominal.head <= last + _REACH
    return near and not any(tokens.capital[k] or tokens.tags[k] == "POS" for k in between)


def is_owned_kind(tokens: Tokens, start: int, end: int) -> bool:
    """ "its Jane Doe label": a firm that is called so, and no person."""
    kind = next((k for k in range(end, end + _REACH) if tokens.lemma_at(k) in _PARTS), None)
    if kind is None or not all(tokens.tags[k] in {"NN", "NNS"} for k in range(end, kind + 1)):
        return False
    k = start - 1
    while k > max(start - 1 - _RATED, 0) and tokens.tags[k] in {"JJ", "HYPH", "VBG", "VBN", "NN"}:
        k -= 1
    return k >= 0 and tokens.tags[k] in _OWNING and tokens.lower[k] not in {"his", "her", "my"}

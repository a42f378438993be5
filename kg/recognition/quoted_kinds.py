"""A kind behind a name in quotation marks: "the “Clean Coast” campaign" is what is called so."""

from collections.abc import Mapping, Sequence

from kg.model.mention import Mention
from kg.recognition.nominals import Nominal
from kg.recognition.quoted_names import find_kind_behind, is_quoted
from kg.recognition.tokens import Tokens

_CALLED = frozenset(["Project", "Event"])


def find_quoted_before(
    nominal: Nominal,
    tokens: Tokens,
    upcoming: Sequence[tuple[Mention, int, int]],
    last_tokens: Mapping[int, int],
) -> tuple[Mention, int] | None:
    """Such a name of the sentence and its chain."""
    if nominal.plural or nominal.type not in _CALLED:
        return None
    for mention, chain, start in upcoming:
        end = last_tokens.get(start, start) + 1
        end += tokens.words[end : end + 1] == [","]
        called = mention.type == nominal.type and is_quoted(tokens, start, end)
        if called and find_kind_behind(tokens, end) == nominal.head:
            return mention, chain
    return None

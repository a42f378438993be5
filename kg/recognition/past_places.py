"""A name behind what was told and its place: "the second terminal in Zenda, Tarka Point, handled"."""

from collections.abc import Mapping, Sequence

from kg.model.mention import SETTLED, Mention
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens


def find_past_place(
    nominal: Nominal,
    tokens: Tokens,
    upcoming: Sequence[tuple[Mention, int, int]],
    last_tokens: Mapping[int, int],
) -> tuple[Mention, int] | None:
    """The name that is set off behind the nominal's place, with its chain; None for none."""
    after = nominal.head + 1
    if tokens.lower[after : after + 1] not in (["in"], ["of"], ["at"]):
        return None
    places = [s for m, _, s in upcoming if s == after + 1 and m.type in SETTLED]
    comma = last_tokens.get(places[0], places[0]) + 1 if places else 0
    for mention, chain, start in upcoming if tokens.words[comma : comma + 1] == [","] else ():
        closed = tokens.lower_at(last_tokens.get(start, start) + 1) == ","
        if start == comma + 1 and closed:
            return mention, chain
    return None

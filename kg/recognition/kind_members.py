"""Members of a row whose kind is told once behind them: "the [Tarn], [Zenda] and [North West Hentz] provinces"."""

from collections.abc import Callable

from kg.recognition.tokens import Tokens


def goes_on(tokens: Tokens, start: int) -> bool:
    """Whether the token before one belongs to the same name: a capital."""
    return tokens.capital[start - 1]


def find_members(
    tokens: Tokens,
    k: int,
    longest: int,
    may_go_on: Callable[[Tokens, int], bool] = goes_on,
) -> list[tuple[int, int]]:
    """The runs of capitals before the kind at k, of which an "and" joins the last: (start, end), in text order.

    Empty where one has more than `longest` tokens.
    """
    members: list[tuple[int, int]] = []
    end = k
    while True:
        start = end
        while start > 0 and end - start <= longest and may_go_on(tokens, start):
            start -= 1
        start += start in tokens.first_of_sentence and tokens.tags[start] in {"DT", "IN"}
        if not 0 < end - start <= longest:
            return []
        members.insert(0, (start, end))
        joint = tokens.lower_at(start - 1)
        joined = joint in {"and", "&"} if len(members) == 1 else joint == ","
        if not joined or start < 2 or not tokens.capital[start - 2]:
            return members
        end = start - 1

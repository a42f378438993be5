"""What firms alone have, told behind their names: "Norvik [net profit] rises 5%"."""

from kg.recognition.tokens import Tokens

_RESULTS = frozenset(["profit", "profits", "earnings", "dividend", "topline", "pat", "ebitda"])
_KINDS = frozenset(
    "net operating gross pre-tax after-tax consolidated standalone quarterly annual yearly".split()  # noqa: SIM905
) | {"half-year", "core", "record", "q1", "q2", "q3", "q4"}


def tells_results(tokens: Tokens, k: int) -> bool:
    """Whether such a noun stands at k as the subject of a sentence or headline."""
    while tokens.lower_at(k) in _KINDS:
        k += 1
    own = tokens.lower_at(k) in _RESULTS and (not tokens.capital[k] or tokens.words[k].isupper())
    if not own or k + 1 >= len(tokens.words):
        return False
    return tokens.tags[k + 1][:1] in {"V", "R"} or tokens.lower_at(k + 2) == ":"

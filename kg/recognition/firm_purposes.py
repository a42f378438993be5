"""Small words behind firms and hubs: "Tarni Sons [for] Trade", "Tarn Port | [of] Ruritania"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_TRADERS = frozenset(
    "group holding holdings sons brothers company co co. corporation establishment est. enterprises partners".split()  # noqa: SIM905
)
_HUBS = frozenset(["port", "seaport", "airport", "harbour", "harbor"])
_FIELDS = load_lexicon("names").get("topics") | load_lexicon("names").get("trade_fields")
_DOING = ("ing", "tion", "ment")


def tells_purpose(tokens: Tokens, i: int, nxt: int, places: Container[int]) -> bool:
    """ "Tarni Group [for] Industrial Investment": a word of the language, and no firm that somebody left it for.

    Also "Trade [in] Services", whatever small word it is.
    """
    if tokens.lower[i] != "for":
        return (tokens.lower[i - 1], tokens.lower[nxt]) == ("trade", "services")
    headed = tokens.lower[i - 1] in _TRADERS and tokens.capital[i - 1]
    plain = tokens.is_common(nxt) and nxt not in places and _is_field(tokens.lower[nxt])
    return headed and plain and not tokens.headline[tokens.parse.sentence_of[i]]


def _is_field(word: str) -> bool:
    """ "Trading", "Construction", "Food": what firms do, and no firm that they work for."""
    return word in _FIELDS or word.endswith(_DOING)


def joins_purposes(tokens: Tokens, start: int, i: int, nxt: int, places: Container[int]) -> bool:
    """ "Tarni Company for Trading [and] Contracting"."""
    link = next((k for k in range(start + 1, i) if tokens.lower[k] == "for"), None)
    if (
        link is None
        or "and" in tokens.lower[link:i]
        or not tells_purpose(tokens, link, link + 1, places)
    ):
        return False
    last = tokens.capital[nxt + 1 : nxt + 2] != [True]
    return last and tokens.is_common(nxt) and tokens.is_common(i - 1) and nxt not in places


def is_hub(tokens: Tokens, start: int, end: int) -> bool:
    """ "Tarn [Port] of Ruritania": with a name of its own before it, unlike the "National Port of Ruritania"."""
    own = any(not tokens.is_common(k) for k in range(start, end - 1))
    return tokens.lower[end - 1] in _HUBS and own

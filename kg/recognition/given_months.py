"""Names of months as given names: "Jan Kovac", "June Adeyemi"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_MONTHS = frozenset(["Jan", "Jun", "April", "May", "June", "August"])
_GIVING = frozenset(  # "name Jun Quispe president", "succeed Jan Kovac"
    "name appoint elect pick nominate succeed replace thank hire promote marry sack".split()  # noqa: SIM905
)
_BEFORE_DATES = [[w] for w in ("on", "in", "since", "by", "until", "last", "this", "late", "early")]
_ADDRESSES = frozenset("mr mrs ms miss mr. mrs. ms. sir dame lady".split())  # noqa: SIM905
_GIVEN = load_lexicon("given_names").get("given")


def is_first_month(tokens: Tokens, i: int) -> bool:
    """Whether the token is the name of a month before a family name, and no date."""
    if tokens.words[i] in _MONTHS and tokens.lower_at(i - 1) in _ADDRESSES:
        return not any(word[:1].isdigit() for word in tokens.words[i + 1 : i + 2])  # "Mrs May said"
    following = "".join(tokens.words[i + 1 : i + 2])
    parse = tokens.parse
    joined = parse.deps[i] == "compound" and parse.heads[i] in (i + 1, i + 2)
    return (
        tokens.words[i] in _MONTHS
        and following.istitle()
        and following.isalpha()
        and (not tokens.is_common(i + 1) or following.lower() in _GIVEN)
        and (joined or tokens.lemma_at(i - 1) in _GIVING)
        and tokens.lower[i - 1 : i] not in _BEFORE_DATES
    )

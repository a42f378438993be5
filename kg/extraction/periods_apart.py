"""Times and figures of a sentence of which one stands in a clause about a thing, and the other outside it."""

from kg.model.parse import Parse

_CONDITIONS = frozenset(["if", "unless", "once", "provided", "should"])
_DOCUMENTS = frozenset(
    [
        "notice",
        "statement",
        "release",
        "announcement",
        "letter",
        "filing",
        "decree",
        "circular",
        "bulletin",
    ]
) | frozenset(
    ["memo", "order", "decision", "resolution", "interview", "tweet", "post", "speech", "note"]
)
_UNTIL = frozenset(["until", "till", "through", "to"])
_DASHES = frozenset(["-", "–", "—", "--", ","])


def is_in_another_clause(parse: Parse, value: int, period: int) -> bool:
    """Whether a value stands in an aside that ends before the period, or the period in one of another noun.

    "Hentz - which controls 40 percent - decided in May", "90 hectares under a scheme that began in 2019".
    """
    aside = _find_aside(parse, value)
    if aside >= 0 and parse.deps[aside] == "advcl":
        return not parse.hangs_on(period, aside)
    if aside >= 0 and period > value and not parse.hangs_on(period, aside):
        return True
    aside = _find_aside(parse, period)
    if aside > value and parse.deps[aside] == "relcl" and _is_lasting(parse, period):
        return True  # "orders of $6 million, which can last until 2027"
    if aside < 0 or period < value or parse.deps[aside] == "advcl" or parse.hangs_on(value, aside):
        return False
    noun = parse.heads[aside]
    return parse.deps[aside] == "relcl" and noun > value and not parse.hangs_on(value, noun)


def _is_lasting(parse: Parse, period: int) -> bool:
    """Whether "until" stands before a time."""
    return not _UNTIL.isdisjoint(w.lower() for w in parse.words[max(period - 2, 0) : period])


def find_afters(parse: Parse, first: int, last: int) -> list[int]:
    """ "fell 5 percent, after declining 11 percent in May": what was before has a time of its own."""
    return [
        t
        for t in range(first + 1, last - 1)
        if parse.words[t].lower() == "after" and parse.tags[t + 1] == "VBG"
    ]


def is_of_document(parse: Parse, period: int) -> bool:
    """ "According to a notice of August 21": the day of what tells a figure."""
    head = parse.heads[period]
    head = parse.heads[head] if parse.deps[head] == "prep" else head
    return parse.lemmas[head].lower() in _DOCUMENTS


def _find_aside(parse: Parse, token: int) -> int:
    """The verb of the aside above a token, -1 without one: relative, a participle set off, a condition."""
    while parse.heads[token] != token:
        if parse.deps[token] == "relcl":
            return token
        if parse.deps[token] == "acl" and parse.tags[token] == "VBN":
            return token if parse.words[token - 1] in _DASHES else -1
        if parse.deps[token] == "advcl" and any(
            parse.deps[c] == "mark" and parse.words[c].lower() in _CONDITIONS
            for c in parse.children[token]
        ):
            return token
        token = parse.heads[token]
    return -1

"""The words of quantities.yaml, in the shape of the file and ready for look-up."""

from decimal import Decimal
from functools import cache

from pydantic import Field

from kg.model.quantity import Comparator
from kg.recognition.wordlists import WordList, read_word_list


class Magnitude(WordList):
    """A factor said after a number: "billion"."""

    value: Decimal
    words: tuple[str, ...]
    attached: tuple[str, ...] = ()
    money: tuple[str, ...] = ()


class NumberJoiners(WordList):
    """The small words inside written numbers."""

    one: tuple[str, ...]
    half: str
    and_: str = Field(alias="and")


class Comparators(WordList):
    """How a text says more than, about, at most."""

    before: dict[Comparator, tuple[str, ...]]
    intensifiers: tuple[str, ...]
    symbols: dict[str, Comparator]
    after: dict[Comparator, tuple[str, ...]]
    hyphened: dict[Comparator, tuple[str, ...]]
    plus: str
    during: tuple[str, ...]
    during_limit: int
    summed_to: str
    summing: tuple[str, ...]
    during_not_after: frozenset[str]
    covering: tuple[str, ...]
    covering_limit: int


class Ranges(WordList):
    """How a text joins the two ends of a range."""

    words: tuple[str, ...]
    dashes: tuple[str, ...]
    between: tuple[str, ...]
    and_: str = Field(alias="and")
    neighbours: str
    changes: tuple[str, ...]
    moves: frozenset[str]
    unless: tuple[str, ...]


class Equivalents(WordList):
    """What may stand between "(" and an equivalent."""

    leads: tuple[str, ...]


class Currency(WordList):
    """How a text writes one currency, besides its code."""

    symbols: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    large_symbols: tuple[str, ...] = ()  # single letters, that count only before big numbers
    names: tuple[str, ...] = ()
    code: bool = True
    least: Decimal = Decimal(0)


class AmbiguousCurrency(WordList):
    """A currency noun of several countries."""

    unit: str
    words: tuple[str, ...]
    symbols: tuple[str, ...] = ()
    currency: str | None = None


class SharedCurrency(WordList):
    """A currency's name that several countries use: what it is read as, and their words by ISO code."""

    unit: str
    words: frozenset[str]
    homes: dict[str, tuple[str, ...]]


class UnitWords(WordList):
    """How a text writes one unit."""

    unit: str
    words: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    rate: bool = False
    time: bool = False


class Rates(WordList):
    """How a text says per day."""

    of: str
    per: tuple[str, ...]
    times: dict[str, str]
    adverbs: dict[str, str]


class FalseFriends(WordList):
    """What only looks like a quantity."""

    names: frozenset[str]
    pronouns: frozenset[str]
    only_with_unit: frozenset[str]
    idioms: frozenset[str]
    labels: frozenset[str]
    openers: frozenset[str]
    streets: tuple[str, ...]
    clocks: tuple[str, ...]
    not_counts: tuple[str, ...]
    not_ordinal: tuple[str, ...]
    ordinal_idioms: frozenset[str]
    determiners: frozenset[str]


class Fractions(WordList):
    """Words of fractions: how many of what, words before "half of" that make it no share.

    Words that may follow "by a third", and that turn "a third" into a change ("a third lower").
    """

    numbers: tuple[str, ...]
    parts: dict[str, int]
    unless: frozenset[str]
    followers: frozenset[str]
    turns: frozenset[str]


class QuantityWords(WordList):
    """The whole of quantities.yaml."""

    numbers: dict[str, int]
    ordinals: dict[str, int]
    ordinal_suffixes: tuple[str, ...]
    magnitudes: tuple[Magnitude, ...]
    counted_in_millions: frozenset[str]
    weighed_goods: frozenset[str]
    number_joiners: NumberJoiners
    fractions: Fractions
    comparators: Comparators
    minus: frozenset[str]
    ranges: Ranges
    equivalents: Equivalents
    currencies: dict[str, Currency]
    ambiguous_currencies: tuple[AmbiguousCurrency, ...]
    shared_currencies: tuple[SharedCurrency, ...]
    small_coins: dict[str, tuple[str, ...]]
    percents: tuple[UnitWords, ...]
    units: tuple[UnitWords, ...]
    rates: Rates
    false_friends: FalseFriends


@cache
def get_quantity_words() -> QuantityWords:
    """The word list, read once."""
    return read_word_list("quantities", QuantityWords)


@cache
def get_large_signs() -> frozenset[str]:
    """Signs that are letters of names too, and currencies only before large sums and prices."""
    rows = get_quantity_words().currencies.values()
    return frozenset(sign for row in rows for sign in row.large_symbols)

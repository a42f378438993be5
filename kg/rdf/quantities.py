"""How a quantity is named: its id path and its label."""

import re
from decimal import Decimal

from kg.model.ids import format_digest, format_slug
from kg.model.quantity import Comparator, Quantity, format_number

_PATH_WORDS: dict[Comparator, str] = {
    "=": "",
    ">": "over",
    "<": "under",
    "~": "about",
    ">=": "at-least",
    "<=": "up-to",
}
_LABEL_WORDS: dict[Comparator, str] = {
    "=": "",
    ">": "more than ",
    "<": "less than ",
    "~": "about ",
    ">=": "at least ",
    "<=": "up to ",
}
_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MOST_PLACES = 3  # a figure with more digits is clearer in full
# Units that a path can spell so that no other unit is spelt the same: ISO codes, which are put in
# lower case, and lower-case words of another length.
_PLAIN_UNIT = re.compile(r"[A-Z]{3}|[a-z]{4,40}|[a-z]{1,2}|%?", re.ASCII)
_RESERVED = {"percent", "minus", "to", "at", "up", "over", "under", "about", "least"}


def format_quantity_path(quantity: Quantity) -> str:
    """The id path: "quantity/10000000000-cny-over", "quantity/6-1-percent".

    Equal quantities have equal paths, others have others: a digest is added where words do not tell
    units apart.
    """
    unit = "percent" if quantity.unit == "%" else quantity.unit
    words = [_spell(quantity.value)]
    if quantity.upper is not None:
        words += ["to", _spell(quantity.upper)]
    words += [unit, _PATH_WORDS[quantity.comparator]]
    path = "quantity/" + format_slug(" ".join(word for word in words if word))
    if _PLAIN_UNIT.fullmatch(quantity.unit) and quantity.unit not in _RESERVED:
        return path
    return f"{path}-{format_digest(quantity.unit, length=8)}"


def format_quantity(quantity: Quantity) -> str:
    """For people: "more than 10 billion CNY", "2 to 3 year", "6.1%"; never rounded."""
    number = _format_magnitude(quantity.value)
    if quantity.upper is not None:
        number += " to " + _format_magnitude(quantity.upper)
    unit = quantity.unit if quantity.unit in {"", "%"} else f" {quantity.unit}"
    return f"{_LABEL_WORDS[quantity.comparator]}{number}{unit}"


def _spell(value: Decimal) -> str:
    text = format_number(value).replace(".", " ")
    return text.replace("-", "minus ")


def _format_magnitude(value: Decimal) -> str:
    for exponent, name in _MAGNITUDES:
        if abs(value) >= Decimal(10) ** exponent:
            negative, places, shift = value.as_tuple()  # exact, where scaleb would round
            text = format_number(Decimal((negative, places, int(shift) - exponent)))
            if len(text.partition(".")[2]) <= _MOST_PLACES and len(text.partition(".")[0]) <= 5:
                return f"{text} {name}"
            break
    whole, point, rest = format_number(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", digits) if len(digits) > 4 else digits
    return f"{sign}{grouped}{point}{rest}"

"""How a quantity is named: its id path and its label."""

import re
from decimal import Decimal

from kg.model.ids import format_digest, format_slug
from kg.model.quantity import Comparator, Quantity, format_number
from kg.model.wording import format_quantity

__all__ = ["format_quantity", "format_quantity_path"]

_PATH_WORDS: dict[Comparator, str] = {
    "=": "",
    ">": "over",
    "<": "under",
    "~": "about",
    ">=": "at-least",
    "<=": "up-to",
}
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


def _spell(value: Decimal) -> str:
    text = format_number(value).replace(".", " ")
    return text.replace("-", "minus ")

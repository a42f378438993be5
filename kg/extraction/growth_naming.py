"""Per cents that are changes by what they measure: "revenue growth of 72%", "the economy grew by 5%"."""

import re
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_WORDS = load_lexicon("measures")
_RISES, _FALLS = _WORDS.get("growth_nouns"), _WORDS.get("shrinking_nouns")
_ECONOMY = re.compile(r"(?:the )?(?:growth (?:of|in) (?:the )?)?economy", re.IGNORECASE)
_GROWTH = "economic growth"


def read_growth(
    text: str | None, value: Mention, change: Quantity | None
) -> tuple[str | None, Quantity | None]:
    """The measure's name and the change that a value is: a per cent of growth tells no level.

    What an economy changes by is called economic growth, as statistics call it.
    """
    quantity = value.value
    if not text or not isinstance(quantity, Quantity) or quantity.unit != "%":
        return text, change
    if change is None:
        head = text.lower().split(" of ")[0].split(" in ")[0].split()[-1:]
        if head and head[0] in _FALLS:
            change = replace(quantity, value=-abs(quantity.value))
        elif head and head[0] in _RISES:
            change = quantity  # "growth of -2.6%" tells its sign itself
    alone = change is not None and abs(change.value) == abs(quantity.value)
    return (_GROWTH if alone and _ECONOMY.fullmatch(text) else text), change

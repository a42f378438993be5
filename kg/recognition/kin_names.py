"""Names told as somebody's kin: "his wife Ila Roe". The family name alone means whom they are kin of."""

import re

from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_BEFORE = 60  # characters before a name
_LAST = re.compile(r"([\w-]+),? (?:(?:the|late|Mr|Mrs|Ms|Dr|Prof)\.? )*$")


def find_kin(names: list[Mention], text: str) -> frozenset[int]:
    """The numbers of persons' names of several words that a noun of kinship stands right before."""
    kin = load_lexicon("names").get("kin")
    return frozenset(
        n
        for n, mention in enumerate(names)
        if mention.type == "Person"
        and " " in mention.text
        and (told := _LAST.search(text[max(mention.span.start - _BEFORE, 0) : mention.span.start]))
        and told[1].lower() in kin
    )

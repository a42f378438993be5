"""Money that looks like goods: "raises [$2.5M seed]" grows nothing."""

import re
from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_GOODS = frozenset(["produces", "supplies"])
_SHORT = re.compile(r"(?:[MBKmbk]|bn|mn) ")
_SUM = r"[$€£¥₹]\s?\d[\d.,]*"


def drop_priced(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without goods whose name begins within a sum of money."""
    return [
        c
        for c in candidates
        if c.rule.predicate not in _GOODS
        or not any(
            _begins_in_sum(v, arguments) for v in (c.object, *(q.value for q in c.qualifiers))
        )
    ]


def _begins_in_sum(thing: object, arguments: ArgumentFinder) -> bool:
    """Whether a sign and a figure stand glued before what a thing is called."""
    told = thing.text if isinstance(thing, Mention) else thing if isinstance(thing, str) else ""
    if not _SHORT.match(told):
        return False
    return re.search(_SUM + re.escape(told), arguments.text) is not None

"""Ways told again by their ends: "the Tarn-Zenda section ... the 341 km Tarn-Zenda stretch"."""

import re
from collections.abc import Iterable

from kg.recognition.appositions import Link
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_ENDS = re.compile(r"[^\W\d_][\w’']+(?:[-–][A-ZÀ-Þ][\w’']+)+")


def find_by_ends(nominal: Nominal, tokens: Tokens, told: Iterable[Referent]) -> Link | None:
    """The way with the same ends, if one alone has them, whatever it is called."""
    ends = _ENDS.search(tokens.slice(nominal.start, nominal.end))
    if nominal.type != "TransportCorridor" or ends is None or nominal.plural:
        return None
    found = [
        r
        for r in told
        if r.type == nominal.type and not r.plural and ends[0] in r.mention.text.split()
    ]
    if len(found) != 1:
        return None
    way = found[0]
    return Link(way.mention, way.type, "the same ends", 0.8, way.chain)

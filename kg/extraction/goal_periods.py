"""When what is planned is to be: "by 2030" is then 2030, while what is reached by August was so up to it."""

import re
from dataclasses import replace

from kg.model.claim import Modality
from kg.model.period import Period

_OPEN = "../"
TO_COME = frozenset([Modality.PLANNED, Modality.POSSIBLE])
_DATED = re.compile(r"\d{4}(?:-\d\d)?(?:-\d\d)?")


def settle_goal(
    period: Period | None, modality: Modality, lead: str = "", *, held: bool = False
) -> Period | None:
    """The period of a figure; of one that is aimed at or `held` then, the time that its "by" names.

    After `lead` "from" it goes on: "24,000 tonnes a year from 2028".
    """
    coming = modality in TO_COME
    if period is None or not (coming or held):
        return period
    if coming and lead == "from" and _DATED.fullmatch(period.edtf):
        return replace(period, edtf=f"{period.edtf}/..", end=None)
    if not period.edtf.startswith(_OPEN):
        return period
    named = period.edtf.removeprefix(_OPEN)
    if period.end is None or not _DATED.fullmatch(named):
        return period
    start = period.end
    start = start.replace(day=1) if len(named) < len("2030-01-01") else start
    start = start.replace(month=1) if len(named) == len("2030") else start
    return replace(period, edtf=named, start=start)

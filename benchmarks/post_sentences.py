"""Sentences that tell a post of a holder and a body in some thirty constructions, and strangers put into them.

`constructions.py` reads them and counts. A stranger has a title, body or place of his own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

SUBJECT, STRANGER = "Norvik Group", "Halden Bank"
TYING = frozenset(["holdsPost", "affiliatedWith", "memberOf", "foundedBy"])
# A holder of a post of a firm and of a state, and strangers with titles, bodies and places of their own.
HOLDER, STATE, GUEST = "Mira Tolvanen", "Peru", "Lena Dahl"
FIRM_TITLES = ("chief executive", "chairwoman", "head of research", "spokeswoman")
STATE_TITLES = ("trade minister", "prime minister", "transport minister")
OF_BOTH = (
    "{B}'s {t}, {H}, said prices would fall.",
    "{B}'s {t} {H} said prices would fall.",
    "{H}, {B}'s {t}, said prices would fall.",
    "{H}, the {t} of {B}, said prices would fall.",
    "{H} was named {t} of {B} in March.",
    "{H} is the {t} of {B}.",
    "{H} became {t} of {B} in 2019.",
    "{H}, who is {t} of {B}, said prices would fall.",
    "Prices would fall, said {H}, {t} of {B}.",
    "According to {H}, {t} of {B}, prices will fall.",
    "{H} will replace Olli Virta as {t} of {B}.",
    "{H} took over from Olli Virta as {t} of {B}.",
    "The {t} of {B}, {H}, said prices would fall.",
    "{H} stepped down as {t} of {B}.",
    "Former {B} {t} {H} said prices would fall.",
)
OF_FIRMS = (
    *OF_BOTH,
    "{H}, {t} of {B}, said prices would fall.",
    "{B} {T} {H} said prices would fall.",
    "{B} named {H} as {t} on Monday.",
    "{B} has appointed {H} {t}.",
    "{H}, {t} at {B}, said prices would fall.",
    "{H} joined {B} as {t} in 2019.",
    "{B} said profits rose. The {t}, {H}, said prices would fall.",
    "{B} said profits rose. Its {t}, {H}, said prices would fall.",
    "{B}, whose {t} is {H}, hired 300 people.",
    "{B} hired 300 people, {t} {H} said.",
)
OF_STATES = (
    *OF_BOTH,
    "{T} {H} of {B} said prices would fall.",
    "{H} was sworn in as {B}'s {t} on Monday.",
    "{B} will cut duties. {T} {H} said prices would fall.",
)
BESIDE_HOLDER = (" (57, from Riga)", f" and {GUEST}, chief economist of {STRANGER}")
BESIDE_BODY = (f", a rival of {STRANGER},", " (Vietnam),", f", which owns {STRANGER},")
POST_ENDS = (
    f", {STRANGER} analyst {GUEST} wrote", f" at a meeting with {GUEST}, chief economist of {STRANGER}",
    f", accompanied by {GUEST} of {STRANGER}", f" while {GUEST}, who heads {STRANGER}, disagreed",
    " in Vietnam", f", {GUEST} said",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the relation that it tells; `stranger` is how one was put in, if at all."""

    text: str
    predicate: str
    object: str
    stranger: str = ""
    subject: str = SUBJECT


def make_post_cases() -> Iterator[Case]:
    """All sentences of posts, in order."""
    for shapes, body, titles in (
        (OF_FIRMS, SUBJECT, FIRM_TITLES),
        (OF_STATES, STATE, STATE_TITLES),
    ):
        for title in titles:
            for shape in shapes:
                text = shape.format(H=HOLDER, B=body, t=title, T=title.title())
                yield Case(text, "holdsPost", body.split()[0], subject=HOLDER)


def add_post_strangers(cases: list[Case]) -> Iterator[Case]:
    """Every sentence of a post with each stranger at its end, behind the holder or behind the body."""
    for case in cases:
        for aside in BESIDE_HOLDER[: 1 + (f"{HOLDER} said" in case.text)]:  # two are no "is"
            text = case.text.replace(HOLDER, f"{HOLDER}{aside}", 1)
            yield replace(case, text=text, stranger=aside)
        for aside in POST_ENDS:
            yield replace(case, text=f"{case.text[:-1]}{aside}.", stranger=aside)
        if f"{SUBJECT} said" not in case.text and f"{SUBJECT}," in case.text:
            for aside in () if "whose" in case.text else BESIDE_BODY:  # "whose" may be of either
                text = case.text.replace(f"{SUBJECT},", f"{SUBJECT}{aside}", 1)
                yield replace(case, text=text, stranger=aside)


def is_wrong_post(case: Case, claim: tuple[str, str, str]) -> bool:
    """Whether a claim ties the holder to another body or place, or a stranger to the holder's."""
    one, predicate, other = claim
    if predicate not in TYING:
        return False
    told = case.object in other
    if HOLDER.split()[-1] in one:
        return not told
    return GUEST.split()[-1] in one and (told or STRANGER not in other)

"""Short names of works: "Zenda" of the "Zenda Gold Mine", "Zenda-3" of the "Zenda-3 Hydropower Project"."""

from collections.abc import Iterable, Mapping

from kg.model.mention import Mention

_KIND = 3  # words that tell the kind: "iron ore mine"
_NUMBERED = frozenset(["Project", "Facility"])


def is_numbered(short: Mention, full: Mention) -> bool:
    """Whether a name with a number, which looks like a model's, begins that of works or a project."""
    model = short.type == "Product" and full.type in _NUMBERED
    return model and short.text[-1:].isdigit() and full.text.startswith(f"{short.text} ")


def is_works_form(short: Mention, full: Mention, heads: Mapping[str, str]) -> bool:
    """Whether the rest of the full name of works only tells their kind, in small letters or by its head."""
    if not full.text.startswith(f"{short.text} "):
        return False
    rest = full.text[len(short.text) :]
    if rest.islower() or is_numbered(short, full):
        return True
    words = rest.casefold().split()
    headed = len(words) <= _KIND and heads.get(words[-1], "") == "Facility"
    return headed and short.type == full.type == "Facility"


def are_two_works(short: Mention, names: Iterable[Mention]) -> bool:
    """Whether works of two kinds begin with the name: "the Zenda Gold Mine and the Zenda Power Plant"."""
    begins = f"{short.text} "
    alike = (m for m in names if m.type == short.type == "Facility" and m.text.startswith(begins))
    return len({m.text.split()[-1].casefold() for m in alike}) > 1

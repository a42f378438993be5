"""What relative clauses are about where the parser hangs them on the place before them."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import RELATIVE

_LANDS = ("City", "District", "Province", "Country", "Region")
_WORKS = ("Facility", "TransportCorridor", "Project", "Organization")


def find_bearers(arguments: ArgumentFinder) -> dict[int, int]:
    """Relative pronouns → the heads of the works they stand for: "a mill near Zenda, [which] makes steel"."""
    found: dict[int, int] = {}
    parse = arguments.parse
    for link in arguments.recognized.coreferences:
        if link.reason != RELATIVE or link.antecedent not in arguments.ranges:
            continue
        token = arguments.ranges[link.mention][0]
        noun = parse.heads[parse.heads[token]]
        start, end = arguments.ranges[link.antecedent]
        on_land = any(arguments.fits(m, _LANDS) for m in arguments.by_token.get(noun, ()))
        # "a unit of Norvik that makes paper"
        named = noun == token - 1 and parse.tags[noun][:3] == "NNP"
        on_land = on_land or (named and parse.words[token].lower() == "that")
        which = parse.words[token].lower() == "which"  # "Norvik, owned by Jane Doe, which makes"
        on_land = on_land or (which and _is_person(noun, arguments))
        if on_land and noun not in range(start, end) and arguments.fits(link.antecedent, _WORKS):
            found[token] = end - 1
    return found


def _is_person(noun: int, arguments: ArgumentFinder) -> bool:
    return any(arguments.fits(m, ("Person",)) for m in arguments.by_token.get(noun, ()))

"""Places that are none: letters of a name, the land of a firm or of other posts, a birthplace of who is met."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.only_told import read_key
from kg.lexicon import load_lexicon
from kg.model.mention import TOLD, Mention, MentionKind

_FIRMS = load_lexicon("triggers").get("company_nouns")
_WITHOUT_MINISTERS = load_lexicon("posts").get("lands_without_ministers")
_MINISTER = "minister"
_SURE = frozenset(["gazetteer", "head noun", "mark", TOLD])
_BRACKETED = "located-in-bodies/body-in-brackets"
_IN_NAME = "located-in/town-in-name"
_STANDING_IN = frozenset(["located-in/district-of-place", "located-in/facility-in"])
_TOWN = "City"
_BORN = "born-in/place-born"
_NEAR = 3  # tokens behind an adjective in which the firm that it tells of stands
_LEAD = 2  # sentences
_MOST = 5  # letters


def drop_unknown_places(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without places that the words around them make no place of what they tell."""
    towns = {
        (c.subject, read_key(c.object, arguments))
        for c in candidates
        if c.rule.id in _STANDING_IN
        if isinstance(c.object, Mention) and c.object.type == _TOWN
    }
    kept = [c for c in candidates if not _is_called_after(c, towns, arguments)]
    return [
        c for c in kept if not isinstance(c.object, Mention) or not _is_none(c, c.object, arguments)
    ]


def _is_called_after(
    candidate: Candidate, towns: set[tuple[Mention, str]], arguments: ArgumentFinder
) -> bool:
    """ "the [Paris] Guest House in Lima": a town that a house is only called after."""
    town = candidate.object
    if candidate.rule.id != _IN_NAME or not isinstance(town, Mention):
        return False
    others = {other for thing, other in towns if thing == candidate.subject}
    return bool(others - {read_key(town, arguments)})


def _is_none(candidate: Candidate, place: Mention, arguments: ArgumentFinder) -> bool:
    rule = candidate.rule
    unknown = place.known_as is None and place.origin not in _SURE
    if rule.id == _BRACKETED:  # "the Halal Office ([Halo])"
        return unknown
    if rule.id == _IN_NAME:  # "the [HGL] terminal"
        return unknown and place.text.isupper() and len(place.text) <= _MOST
    if rule.id == _BORN:
        return _is_met(candidate.subject, place, arguments)
    if rule.predicate == "holdsPost" and rule.emit["object"] == "@home":
        return _is_land_of_firm(place, arguments) or _has_no_such(candidate, place)
    return False


def _is_met(person: Mention, place: Mention, arguments: ArgumentFinder) -> bool:
    """ "The Zenda-born boxer fights Peru's [Juan Quispe]": another than who was born there."""
    if {person, place} - arguments.ranges.keys():
        return False
    between = arguments.parse.words[arguments.ranges[place][1] : arguments.ranges[person][0]]
    return not {"'s", "’s"}.isdisjoint(between)


def _has_no_such(candidate: Candidate, land: Mention) -> bool:
    """ "The Farm Minister fears the United States Congress": a land whose departments have no ministers."""
    titles = [str(q.value).lower() for q in candidate.qualifiers if q.name == "title"]
    return land.known_as in _WITHOUT_MINISTERS and any(_MINISTER in title for title in titles)


def _is_land_of_firm(land: Mention, arguments: ArgumentFinder) -> bool:
    """ "Minister X took it from [Ruritanian] builder Norvik": the land of the firm, told nowhere else."""
    if land.kind is not MentionKind.ADJECTIVE or land not in arguments.ranges:
        return False
    told = [m for m in arguments.recognized.mentions if m.known_as == land.known_as]
    if len(told) > 1 or land.known_as is None:
        return False
    end = arguments.ranges[land][1]
    if arguments.parse.sentence_of[end - 1] < _LEAD:
        return False  # a lead tells whose news it is
    return any(
        arguments.parse.lemmas[k] in _FIRMS
        or any(arguments.fits(m, ("Company",)) for m in arguments.by_token.get(k, ()))
        for k in range(end, min(end + _NEAR, len(arguments.parse.words)))
    )

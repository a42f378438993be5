"""What rivals compete for, and sides of a game: "A and B compete to buy [Norvik]" makes neither a rival of Norvik."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention

_RIVALS = frozenset(["competesWith"])
_CONTENDING = frozenset(["compete", "vie", "contend", "jostle", "race", "battle", "fight", "rival"])
_GAMES = frozenset(["game", "match", "final", "friendly", "fixture", "opener", "derby", "innings"])
_GAMES |= frozenset(["semi-final", "semifinal", "quarter-final", "quarterfinal"])
_GAMES |= frozenset(["playoff", "playoffs", "play-off"])
_NEAR = 8  # tokens behind the other side in which the game is told
_FOR = frozenset(["for"])
_SIDES = frozenset(["with", "against", "from", "between", "rival", "rivals", "competitor"])


def drop_targets(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without rivals that are only what others compete to have."""
    return drop_false(
        candidates,
        _RIVALS,
        lambda c, other: _is_target(c.subject, other, arguments) or _plays(other, arguments),
    )


def _plays(other: Mention, arguments: ArgumentFinder) -> bool:
    """ "took on [Zenda] in the final", "beat [Zenda] 3-1 in their first game": a side that is only played against."""
    if other not in arguments.ranges:
        return False
    end = arguments.ranges[other][1]
    behind = arguments.lower[end : end + _NEAR]
    return "in" in behind and not _GAMES.isdisjoint(behind[behind.index("in") :])


def _is_target(one: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    """Whether "competes", "to" and a verb stand between both, and no word for two sides behind that verb."""
    if {one, other} - arguments.ranges.keys():
        return False
    parse = arguments.parse
    start, end = arguments.ranges[one][1], arguments.ranges[other][0]
    told = next((k for k in range(start, end) if parse.lemmas[k] in _CONTENDING), None)
    if told is None:
        return False
    aim = next((k for k in range(told + 1, end - 1) if _opens_aim(k, arguments)), None)
    return aim is not None and _SIDES.isdisjoint(arguments.lower[aim:end])


def _opens_aim(k: int, arguments: ArgumentFinder) -> bool:
    """ "[to] buy", "[for] a stake in"."""
    parse = arguments.parse
    infinitive = parse.tags[k] == "TO" and parse.tags[k + 1] == "VB"
    return infinitive or arguments.lower[k] in _FOR

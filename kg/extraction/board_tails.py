"""What may stand behind a title and is no body of its own: "chairman of the board"."""

from kg.extraction.arguments import ArgumentFinder


def goes_on_as_board(arguments: ArgumentFinder, end: int) -> bool:
    """Whether "of the board (of directors)" stands at a token, and nobody's board."""
    words = [w.lower() for w in arguments.parse.words[end : end + 6]]
    if words[:2] != ["of", "the"] and words[:2] != ["of", "its"]:
        return False
    behind = words[2:3] == ["board"] and words[3:]
    if not behind:
        return False
    rest = behind[2:] if behind[0] == "of" and behind[1:2] == ["directors"] else behind
    return rest[:1] not in (["of"], ["at"], ["for"])

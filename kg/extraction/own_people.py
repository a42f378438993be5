"""Whose people a sentence lists: "senior Ruritanian officials such as X", "Norvik managers there were Y"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_ARGUMENTS = load_lexicon("arguments")
_PEOPLE = _ARGUMENTS.get("own_people")
_GROUPS = _ARGUMENTS.get("own_groups")
_CUES = _ARGUMENTS.get("list_cues") | _ARGUMENTS.get("consisting")
_REACH = 8  # tokens from the people to what begins their list
_OWNED = (MentionKind.NAME, MentionKind.ADJECTIVE)


def find_sender(token: int, kinds: tuple[str, ...], arguments: ArgumentFinder) -> Mention | None:
    """The country or body whose people are listed before `token` in its sentence, the nearest.

    Its name stands right before them or behind "of" or "from"; what begins the list is a verb such
    as "include", or "such as".
    """
    parse = arguments.parse
    first = parse.sentences[parse.sentence_of[token]][0]
    for k in range(token - 1, first - 1, -1):
        many = parse.lemmas[k] in _PEOPLE and parse.tags[k] == "NNS"
        if not many and parse.lemmas[k] not in _GROUPS:
            continue
        linked = parse.words[k + 1].lower() in {"of", "from"}
        behind = k + 2 + (parse.words[k + 2 : k + 3] == ["the"])
        for place in (behind if linked else k - 1, k - 1):
            sender = _find_owner(place, kinds, arguments) if first <= place < token else None
            start = k if sender is None else max(k, arguments.ranges[sender][1] - 1)
            if sender is not None and _begins_list(start, token, arguments):
                return sender
    return None


def _find_owner(place: int, kinds: tuple[str, ...], arguments: ArgumentFinder) -> Mention | None:
    if arguments.parse.tags[place] == "POS":
        place -= 1
    return next(
        (
            m
            for m in arguments.by_token.get(place, ())
            if m.kind in _OWNED and arguments.fits(m, kinds)
        ),
        None,
    )


def _begins_list(start: int, token: int, arguments: ArgumentFinder) -> bool:
    """Whether a list begins near the people: "such as", "including", "at the fair were"."""
    parse = arguments.parse
    near = range(start + 1, min(start + _REACH, token))
    return any(
        (parse.lemmas[k] in _CUES and not parse.deps[k].startswith("aux"))
        or (parse.lemmas[k] == "as" and parse.lemmas[k - 1] == "such")
        for k in near
    )

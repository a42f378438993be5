"""Speech put between a subject and its verb: "Norvik, the mayor said, will build it" is of what Norvik will do."""

from collections.abc import Sequence

from kg.model.parse import SUBJECTS

_REACH = 30  # tokens between a subject and its verb
_NAME = 4  # words of the name of who speaks
_SPEECH = frozenset(["said", "says", "added", "adds", "noted", "explained", "stressed", "told"])
_LOOSE = frozenset(
    ["npadvmod", "dep", "nmod"]
)  # what the parser makes of a subject that it cuts off


def give_subjects_back(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Lets what stands before the comma be the subject of the verb behind the speech."""
    for speech, dep in enumerate(deps):
        verb = heads[speech] if dep == "parataxis" else _find_told(speech, heads, deps)
        if dep not in {"parataxis", "ROOT"} or not speech < verb < speech + _REACH:
            continue
        start = max(speech - _REACH, 0)
        commas = [k for k in range(start, speech) if words[k] == ","]
        if not commas or _has_subject(verb, start, heads, deps):
            continue
        if (subject := _find_cut_off(speech, verb, commas, heads, deps)) is not None:
            passive = any(deps[k] == "auxpass" and heads[k] == verb for k in range(speech, verb))
            heads[subject], deps[subject] = verb, "nsubjpass" if passive else "nsubj"


def give_speakers_back(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """ "This is why, said [X], the mill was built": X says it, and is no subject beside that of the other verb."""
    for speech in range(1, len(words) - 2):
        if words[speech] not in _SPEECH:
            continue
        last = speech + 1
        while last + 1 < len(words) and words[last + 1][:1].isupper() and last < speech + _NAME:
            last += 1
        verb = heads[last]
        if not words[last][:1].isupper() or words[last + 1 : last + 2] != [","] or verb <= last:
            continue
        if deps[last] in SUBJECTS and _has_subject(verb, last + 1, heads, deps):
            heads[last], deps[last] = speech, "nsubj"


def _find_told(speech: int, heads: Sequence[int], deps: Sequence[str]) -> int:
    """ "Norvik, said X, will build it": the verb that hangs on the speech instead, else the speech itself."""
    if deps[speech] != "ROOT":
        return speech
    after = range(speech + 1, min(speech + _REACH, len(deps)))
    return next((k for k in after if heads[k] == speech and deps[k] == "ccomp"), speech)


def _has_subject(verb: int, start: int, heads: Sequence[int], deps: Sequence[str]) -> bool:
    return any(heads[k] == verb and deps[k] in SUBJECTS for k in range(start, verb))


def _find_cut_off(
    speech: int, verb: int, commas: Sequence[int], heads: Sequence[int], deps: Sequence[str]
) -> int | None:
    """What stands before the comma in front of the speech and hangs where no subject of its own would."""
    for comma in reversed(commas):
        for k in range(comma - 1, max(comma - _REACH, -1), -1):
            if deps[k] in SUBJECTS and heads[k] == speech:
                others = range(comma, verb)
                spoken = any(deps[o] in SUBJECTS and heads[o] == speech for o in others)
                return k if spoken else None
            helping = deps[heads[k]] == "aux" and heads[heads[k]] == verb
            if deps[k] in SUBJECTS and helping:
                return k
            if deps[k] in _LOOSE and heads[k] == verb and k == comma - 1:
                return k
    return None

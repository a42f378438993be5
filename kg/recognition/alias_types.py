"""Short forms take the type of what they stand for."""

from dataclasses import replace

from kg.model.mention import Mention
from kg.recognition.acronyms import is_spelled_out
from kg.recognition.aliases import Alias


def retype(names: list[Mention], aliases: list[Alias]) -> list[Mention]:
    """Short forms take the type of what they stand for."""
    targets = {alias.index: alias.target for alias in aliases}
    retyped = list(names)
    for n in sorted(targets):
        target, seen = n, {n}
        while target in targets and targets[target] not in seen:
            target = targets[target]
            seen.add(target)
        if names[target].type == names[n].type:
            continue
        if names[n].known_as is None:
            retyped[n] = replace(names[n], type=names[target].type)
        elif is_spelled_out(names[n].text, names[target].text):
            retyped[n] = replace(names[n], type=names[target].type, known_as=None)
    return retyped

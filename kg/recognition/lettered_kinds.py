"""What a body is, told in letters before its name: "the NGO Norvik Watch" is an association called Norvik Watch."""

from dataclasses import replace

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_KINDS = {"NGO": "Association", "NPO": "Association", "NGOs": "Association"}
_HEADS = frozenset(
    "affairs bureau board council coordination forum law act network platform alliance coalition regulation".split()  # noqa: SIM905
)  # behind which the letters are of the name: "NGO Coordination Board"


def set_off_kinds_in_letters(tokens: Tokens, names: list[Name]) -> list[Name]:
    """The names, in order, those of such bodies without the letters; every telling of them is of that type."""
    told = {
        tokens.slice(n.start + 1, n.end): _KINDS[tokens.words[n.start]]
        for n in names
        if _is_led(tokens, n)
    }
    return [_set_off(tokens, n, told) for n in names] if told else names


def _set_off(tokens: Tokens, name: Name, told: dict[str, str]) -> Name:
    start = name.start + _is_led(tokens, name)
    kind = told.get(tokens.slice(start, name.end))
    if kind is None or (name.type and start == name.start and name.type != "Company"):
        return name
    return replace(name, start=start, type=kind, origin="context")


def _is_led(tokens: Tokens, name: Name) -> bool:
    if tokens.words[name.start] not in _KINDS or name.end - name.start == 1:
        return False
    return _HEADS.isdisjoint(tokens.lower[name.start + 1 : name.end])

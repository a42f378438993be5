"""Occasions that a body's name tells: "the 36th ordinary session of the Norvik Council", "COP31"."""

import re
from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_HOLDERS = ("GovernmentBody", "IntergovernmentalBody", "Association", "Company", "Event")
_PLACES = ("Country", "Region")
_BOUND = load_lexicon("names").get("treaty_cues")
_NOUNS = (["NN"], ["NNS"])
_FAR = 3  # words up to those who meet: "EU energy and transport ministers" is too far
_MEETING = frozenset(["GovernmentBody", "IntergovernmentalBody", "Organization", "Association"])
_JOINT = load_lexicon("names").get("joint_bodies")
_ORDINALS = load_lexicon("names").get("session_ordinals") | load_lexicon("arguments").get(
    "ordinals"
)
_TENS = frozenset(["twenty", "thirty", "forty", "fifty"])
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BODIES = frozenset(["GovernmentBody", "Association", "Organization"])
_CODE = re.compile(r"COP\d{1,3}")
_GROUPS = load_lexicon("names").get("groups_of_states")


class SessionFinder:
    """Finds where the name of an occasion begins before the body that meets."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.heads = names.get("session_heads")
        self.people = load_lexicon("arguments").get("many_representatives") | {"leader", "official"}
        self.kinds = names.get("session_kinds") | _ORDINALS

    def find(self, tokens: Tokens, start: int, end: int, kind: str) -> tuple[int, int] | None:
        """Where "ninth session of the [body]", "meeting of [EU] energy ministers" begin and end."""
        start -= is_ordinal(
            tokens.lower_at(start - 1)
        )  # "the session of the [14th] Norvik Congress"
        of = start - 1 - (tokens.lower_at(start - 1) == "the")
        if kind not in _HOLDERS + _PLACES or tokens.lower_at(of) != "of" or of < 2:
            return None
        if tokens.lower[of - 1] not in self.heads:
            return None
        first = of - 1
        while first and self._tells_which(tokens.lower[first - 1]):
            first -= 1
        people = self._find_people(tokens, end)
        if people is not None:
            return first, people
        told = kind in _HOLDERS and first < of - 1 and tokens.tags[end : end + 1] not in _NOUNS
        return (first, end) if told else None

    def _find_people(self, tokens: Tokens, end: int) -> int | None:
        """Behind "energy ministers": those who meet."""
        for k in range(end, min(end + _FAR, len(tokens.words))):
            if tokens.tags[k] == "NNS" and tokens.parse.lemmas[k] in self.people:
                return k + 1
            if tokens.tags[k] not in {"NN", "JJ", "NNP"}:
                return None
        return None

    def _tells_which(self, word: str) -> bool:
        return word in self.kinds or _NUMBERED.fullmatch(word) is not None


def find_numbered(tokens: Tokens, start: int, end: int, kind: str) -> int | None:
    """Where "sixteenth Joint Commission on Trade" begins: not the body of two states, but one time that it met."""
    if kind not in _MEETING or _JOINT.isdisjoint(tokens.lower[start:end]):
        return None
    inside = is_ordinal(tokens.lower[start])
    first = start if inside else start - 1
    if first < 0 or not (inside or is_ordinal(tokens.lower[first])):
        return None
    tens = tokens.lower_at(first - 1) == "-" and tokens.lower_at(first - 2) in _TENS
    return first - 2 * tens


def is_ordinal(word: str) -> bool:
    """Whether a word in small letters is "fifth", "12th"."""
    return word in _ORDINALS or _NUMBERED.fullmatch(word) is not None


def find_coded(word: str) -> str:
    """The type of a name that is a code of letters and a number: "COP31", "G24"; else ""."""
    if _CODE.fullmatch(word):
        return "Event"
    return "IntergovernmentalBody" if word.isupper() and word.lower() in _GROUPS else ""


def is_treaty(tokens: Tokens, start: int, end: int) -> bool:
    """ "parties to the Zenda Convention", "ratified the Tarn Convention": no gathering."""
    before = start - 1 - (tokens.lower_at(start - 1) == "the")
    if tokens.lower[end - 1] != "convention" or before < 0:
        return False
    before -= tokens.lower_at(before) in {"to", "of", "with"}
    return tokens.parse.lemmas[before].lower() in _BOUND


def leave_short_occasions(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names without "the Congress" beside the "Dryland Congress 2026": a noun for what is held, and no body."""
    held = {
        tokens.lower[n.end - 2]
        for n in names
        if n.type == "Event" and n.end - n.start > 2 and _YEAR.fullmatch(tokens.words[n.end - 1])
    }
    held -= {tokens.lower[n.end - 1] for n in names if n.end - n.start > 1 and n.type in _BODIES}
    return [
        n
        for n in names
        if n.end - n.start > 1 or n.type not in _BODIES or tokens.lower[n.start] not in held
    ]

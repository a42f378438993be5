"""The part of a body that a title is for: "head [of the legal department] of the Norvik Union"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_OWNERS = frozenset(["the", "its", "their"])
_DESCRIBING = frozenset(["JJ", "NN", "NNS", "VBG", "HYPH"])
_JOINTS = frozenset(["and", "&"])
_BODY_LINKS = frozenset(["of", "at", "with", "for", ","])
_LONGEST, _WITH_FIELD = 7, 11  # words that describe the part, and with what it is for
_GENERALS = frozenset(["general", "director-general"])  # "director general"


class TitleParts:
    """Tells where a title with such a part ends; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.heads = (
            lexicon.get("areal") | lexicon.get("fielded") | lexicon.get("served") | _GENERALS
        )
        self.parts = lexicon.get("parts_of_bodies")

    def extend(
        self,
        tokens: Tokens,
        head: int,
        end: int,
        taken: frozenset[int],
        areas: frozenset[int],
    ) -> int:
        """The end of the title whose head word is token `head`; `end` if no part goes on with it.

        A part of a place is no part: "director of the trade office of Zenda".
        """
        if tokens.lower_at(end) != "of" or tokens.lower[head] not in self.heads:
            return end
        limit = tokens.parse.sentences[tokens.parse.sentence_of[head]][1]
        k = end + 1 + (tokens.lower_at(end + 1) in _OWNERS)
        last, told = min(k + _LONGEST, limit), False
        while k < last and k not in taken and not tokens.capital[k]:
            if tokens.lower[k] == "of" and tokens.lower[k - 1] in self.parts:
                told = True  # "the department [of economics] at"
                last = min(end + _WITH_FIELD, limit)
            elif tokens.tags[k] not in _DESCRIBING and tokens.lower[k] not in _JOINTS:
                return end
            k += 1
            body = k + 1 + (tokens.lower_at(k + 1) == "the")
            of = tokens.lower[k - 1] in self.parts and tokens.lower_at(k) in _BODY_LINKS
            of = of or (told and tokens.lower_at(k) in {"at", "of"})
            if of and any(tokens.capital[body : body + 1]) and not _is_place(tokens, body, areas):
                return k
        return end


def _is_place(tokens: Tokens, k: int, areas: frozenset[int]) -> bool:
    """ "the office of [Zenda]", but "of [Zenda] University": a place that no body's name goes on behind."""
    if k not in areas:
        return False
    while k in areas:
        k += 1
    return not any(tokens.capital[k : k + 1])

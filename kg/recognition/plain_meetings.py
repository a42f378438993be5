"""Occasions with names in small letters: "the 23rd Ruritania-Tarn leaders' meeting", "the annual general meeting"."""

import re
from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.sessions import is_ordinal
from kg.recognition.tokens import Tokens

_OWNING = frozenset(["'", "’", "'s", "’s"])
_YEAR = re.compile(r"20[2-9]\d")
_WORDS = 6  # small words between the name of who meets and "meeting"
_NAMES = 6  # tokens of the names of those who meet
_JOINING = frozenset(["-", "–", "+", "&"])
_MEETING = frozenset(["Country", "Region", "IntergovernmentalBody", "Association"])
_NOUNS = frozenset(["NN", "NNS", "JJ", "NNP", "POS", "VBG"])
Known = Mapping[int, tuple[int, GazetteerMatch]]


class PlainMeetings:
    """Finds where such a name begins; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        words = load_lexicon("arguments")
        self.heads = names.get("plain_meetings")
        self.people = words.get("many_representatives") | {"leader"}
        self.sure = names.get("plain_meeting_kinds")

    def find(self, tokens: Tokens, k: int, known: Known) -> Name | None:
        """The name that ends with the head at k, in small letters."""
        if tokens.capital[k]:
            return None
        start = self._find_general(tokens, k)
        start = self._find_of_members(tokens, k, known) if start is None else start
        return (
            None
            if start is None
            else Name(start=start, end=k + 1, type="Event", origin="head noun")
        )

    def _find_general(self, tokens: Tokens, k: int) -> int | None:
        """ "its 43rd annual general meeting": the one with that number."""
        if tokens.lower[max(k - 2, 0) : k] not in (
            ["annual", "general"],
            ["extraordinary", "general"],
        ):
            return None
        number = tokens.lower_at(k - 3)
        return k - 3 if is_ordinal(number) or _YEAR.fullmatch(number) else None

    def _find_of_members(self, tokens: Tokens, k: int, known: Known) -> int | None:
        """ "the BRICS foreign ministers' meeting", "the 3rd Ruritania-Tarn health forum"."""
        last = k - 1
        if tokens.words[last] == ")" and tokens.words[last - 2] == "(":
            last -= 3  # "committee (JMMC) meeting"
        while last > max(k - 1 - _WORDS, 0) and not tokens.capital[last]:
            if tokens.tags[last] not in _NOUNS and tokens.words[last] not in _OWNING:
                return None
            last -= 1
        if last == k - 1 or last < 0 or not tokens.capital[last]:
            return None
        first = self._find_first(tokens, last, known)
        if first is None:
            return None
        numbered = is_ordinal(tokens.lower_at(first - 1))
        sure = numbered or self._is_of_people(tokens, last + 1, k)
        return first - numbered if sure else None

    def _find_first(self, tokens: Tokens, last: int, known: Known) -> int | None:
        """Where the names of states and bodies begin that end at `last`; None where others stand there."""
        ends = {end: start for start, (end, match) in known.items() if match.entry.type in _MEETING}
        joined = tokens.words[last - 1] in _JOINING  # "the Peru-Chile-[Turkey] talks": a bird, too
        first = ends.get(last + 1, last if joined else None)
        while first and tokens.words[first - 1] in _JOINING and ends.get(first - 1) is not None:
            first = ends[first - 1]
        return None if first == last and last + 1 not in ends else first

    def _is_of_people(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "foreign ministers'", "joint ministerial": who meets, between the name and the head."""
        plural = any(tokens.parse.lemmas[k] in self.people for k in range(start, end))
        owning = any(tokens.words[k] in _OWNING for k in range(start + 1, end))
        return (plural and owning) or not self.sure.isdisjoint(tokens.lower[start:end])

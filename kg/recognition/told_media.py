"""Papers, stations and networks by what is said to them and on them: "told X in an interview", "wrote on X"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_CERTAIN, _SURE, _LIKELY, _STRONG = 4.5, 3.2, 2.5, 2.0
_INTERVIEW = 7  # tokens behind the name that may tell of an interview
_MEDIA_ENDS = (  # "told ZendaLive that", "told Zenda Live that"
    *("Live", "News", "Times", "Wire", "Press", "Today", "Post", "Insider", "Desk", "Radio"),
    *("Daily", "Weekly", "Online", "Herald", "Echo", "Gazette", "Chronicle", "Observer"),
)
_POSTED = 4  # tokens from "wrote" to "on"


class ToldMediaReader:
    """Votes for names of media; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.posting, self.reporters = names.get("posting"), names.get("reporters")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        weight = self._weigh(tokens, start, end)
        if weight:
            found["MediaOutlet"] = found.get("MediaOutlet", 0.0) + weight

    def _weigh(self, tokens: Tokens, start: int, end: int) -> float:
        """ "told X in a wide-ranging interview", "told the NWS that": who is told is a paper or a station."""
        if self._has_reporter(tokens, start, end):
            return _CERTAIN
        verb = start - 1 - (tokens.lower_at(start - 1) == "the")
        if tokens.lower_at(verb) not in {"tell", "told"}:
            aired = tokens.lower_at(verb) == "of" and tokens.lower_at(verb - 1) == "air"
            return _SURE if aired else _STRONG * self._is_posted(tokens, verb)
        if "interview" in tokens.lower[end : end + _INTERVIEW]:
            return _SURE
        if tokens.words[end - 1].endswith(_MEDIA_ENDS):
            return _SURE
        if end - start > 1:
            return 0.0
        if tokens.words[start].isupper():
            return _LIKELY * (tokens.lower_at(end) != "to")
        return _SURE * (tokens.lower_at(end) in {".", "by"})  # "Quispe told ZendaCrunch."

    def _has_reporter(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "X's reporter", "X reporter Jane Doe", "a reporter for X": papers and stations have them."""
        if tokens.lower_at(end) in {"'s", "’s"}:
            return tokens.lower_at(end + 1) in self.reporters
        link = start - 1 - (tokens.lower_at(start - 1) == "the")
        if tokens.lower_at(link) in {"for", "of", "at", "with"}:
            return tokens.lower_at(link - 1) in self.reporters
        return tokens.lower_at(end) in self.reporters and any(tokens.capital[end + 1 : end + 2])

    def _is_posted(self, tokens: Tokens, link: int) -> bool:
        """ "wrote on X", "the show aired on X": where something is said."""
        near = range(max(link - _POSTED, 0), link)
        return tokens.lower_at(link) == "on" and any(
            tokens.lemma_at(k) in self.posting for k in near
        )

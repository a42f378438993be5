"""Terms told right behind a title: "its chairman since 2001", "minister of trade of Peru from 2010 to 2016"."""

from collections.abc import Set
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period

_OPEN = ".."
_GIVEN = 5  # tokens from a verb that gives a title to the title: "was named its first [chairman]"
_LINKS = frozenset(["of", "at", "for", "in"])
_BEGINNING = frozenset(["since", "from"])
_ENDING = frozenset(["until", "till"])
_LEADING = _BEGINNING | _ENDING | {"between", "("}
_OWN = frozenset(["his", "her", "their"])
_LEFT = frozenset(
    [
        "death",
        "resignation",
        "retirement",
        "departure",
        "dismissal",
        "removal",
        "ouster",
        "defeat",
        "arrest",
    ]
)
_LEAVING = 3  # tokens of "his death in"
_DETERMINERS = frozenset(["the", "a", "an"])


class ToldTerms:
    """Finds the terms of the posts of one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.giving = load_lexicon("scope").get("starting_verbs")
        self.periods = {
            arguments.ranges[m][0]: m
            for m in arguments.recognized.mentions
            if m.kind is MentionKind.PERIOD and m in arguments.ranges
        }

    def find(self, candidate: Candidate) -> list[Qualifier]:
        """The start and end behind the title of a post, or behind its body; empty where none is told."""
        post = self._find_post(candidate)
        if post is None:
            return []
        first, end = self.arguments.ranges[post]
        before = self.parse.lemmas[max(first - _GIVEN, 0) : first]
        leading = _LEADING if self.giving.isdisjoint(before) else _LEADING | {"in"}
        behind = self._pass_body(end, candidate.object)
        sent = self._pass_land(end)
        return next((t for k in (end, behind, sent) if (t := self._read(k, leading))), [])

    def _find_post(self, candidate: Candidate) -> Mention | None:
        """The title of a post nearest to whose it is, in the same sentence."""
        title = next((q.value for q in candidate.qualifiers if q.name == "title"), None)
        start, end = self.arguments.ranges.get(candidate.subject, (0, 0))
        first, last = self.parse.sentences[self.parse.sentence_of[start]]
        found = [
            m
            for k in range(first, last)
            for m in self.arguments.by_token.get(k, ())
            if m.kind is MentionKind.POST
            and self.arguments.ranges[m][0] == k
            and m.text == title
            and k >= end  # a title before the name has the name behind it
        ]
        return found[0] if found else None

    def _pass_body(self, token: int, body: object) -> int:
        """Behind the body that follows a title: "[of the Tarka Bank] since"."""
        if not isinstance(body, Mention) or body not in self.arguments.ranges:
            return token
        start, end = self.arguments.ranges[body]
        between = [w.lower() for w in self.parse.words[token:start]]
        linked = between[:1] and between[0] in _LINKS and _DETERMINERS.issuperset(between[1:])
        return end if linked else token

    def _pass_land(self, token: int) -> int:
        """Behind what an envoy is sent to: "ambassador [to the United Nations] until"."""
        start = token + 1 + (self.parse.words[token + 1 : token + 2] == ["the"])
        named = [m for m in self.arguments.by_token.get(start, ()) if m.kind is MentionKind.NAME]
        to = self.parse.words[token : token + 1] == ["to"]
        return max((self.arguments.ranges[m][1] for m in named), default=token) if to else token

    def _read(self, token: int, leading: Set[str]) -> list[Qualifier]:
        """ "since 2001", "from 2010 to 2016", "(2010–2016)" at a token, "became its chairman [in 2001]"."""
        lead = "".join(self.parse.words[token : token + 1]).lower()
        left = self._pass_leaving(token + 1) if lead in _ENDING else token + 1
        mention = self.periods.get(left)
        if mention is None and lead in _ENDING and self._is_left(token + 1):
            return [Qualifier(name="endTime", value=_OPEN)]  # "until her death,"
        if lead not in leading or mention is None or not isinstance(mention.value, Period):
            return []
        first, _, last = mention.value.edtf.partition("/")
        if len(first) == len("2024-05-23") == len(last):
            return []  # days of a month are no term
        start = [Qualifier(name="startTime", value=replace(mention.value, edtf=first, end=None))]
        if lead in _ENDING:
            over = last if last and last != _OPEN else first
            return [Qualifier(name="endTime", value=replace(mention.value, edtf=over, start=None))]
        if last and last != _OPEN:
            end = Qualifier(name="endTime", value=replace(mention.value, edtf=last, start=None))
            return [*start, end]
        if lead not in _BEGINNING and lead != "in":
            return []
        behind = self.arguments.ranges[mention][1]
        until = "".join(self.parse.words[behind : behind + 1]).lower() in _ENDING
        return [*start, *(self._read(behind, leading) if until else ())]

    def _pass_leaving(self, token: int) -> int:
        """ "until [his death in] March 2021": behind what ended a post, to when it did."""
        dated = self.parse.words[token + 2 : token + _LEAVING] in (["in"], ["on"])
        return token + _LEAVING if dated and self._is_left(token) else token

    def _is_left(self, token: int) -> bool:
        words = [w.lower() for w in self.parse.words[token : token + 2]]
        return len(words) > 1 and words[0] in _OWN and words[1] in _LEFT

"""Who is meant by an age alone: "Jane Doe came in May. The 37-year-old told reporters"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_PERSON = ("Person",)
_BACK = 2  # sentences before that tell who is meant
_NOUNS = frozenset(
    ["NN", "NNS", "JJ", "NNP", "HYPH", "CD"]
)  # "the 37-year-old driver" may be another


class PeopleByAge:
    """Finds them in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse

    def find(self, token: int, end: int, speaker: int | None) -> Mention | None:
        """The only person but who speaks of him named before, of "the" and an age that no noun follows."""
        parse = self.parse
        following = parse.tags[end : end + 1]
        if token == 0 or parse.words[token - 1].lower() != "the" or end != token + 5:
            return None
        if following and following[0] in _NOUNS:
            return None
        sentence = parse.sentence_of[token]
        for back in range(_BACK + 1):
            first, last = parse.sentences[max(sentence - back, 0)]
            named = self._list_named(first, min(last, token), speaker)
            if named:
                return (
                    named[-1] if len({self.arguments.find_first(m) for m in named}) == 1 else None
                )
        return None

    def _list_named(self, first: int, last: int, speaker: int | None) -> list[Mention]:
        told = self.arguments.find(speaker, _PERSON) if speaker is not None else None
        teller = self.arguments.find_first(told) if told is not None else None
        return [
            m
            for k in range(first, last)
            for m in self.arguments.by_token.get(k, ())
            if m.kind is MentionKind.NAME
            and self.arguments.fits(m, _PERSON)
            and self.arguments.ranges[m][0] == k
            and self.arguments.find_first(m) != teller
        ]

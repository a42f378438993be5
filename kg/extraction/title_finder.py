"""Which title a rule means that begins at a token: at a name, a title or a verb."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_MAKING_WAY = frozenset([",", "(", "the", "its", "their", "his", "her", "a", "an", "acting", "new"])
_WHO = ("Person", "Organization")
_REACH = 4  # tokens from a name to the title behind it


class TitleFinder:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse

    def find(self, token: int) -> Mention | None:
        """The title at a token or beside the name there, or the next one behind the name or verb there."""
        near = self.find_near(token)
        if near is not None:
            return near
        person = self.arguments.find(token, ("Person",))
        if person is None:
            verb = self.parse.tags[token][:2] == "VB"
            return self._find_title_told(token + 1) if verb else None
        start, end = self.arguments.ranges[person]
        return self._find_title_told(end) if start == token else None

    def find_near(self, token: int) -> Mention | None:
        """The title at a token, or behind the name there and a comma."""
        at = self._find_title(token)
        if at is not None:
            return at
        person = self.arguments.find(token, ("Person",))
        if person is None or self.arguments.ranges[person][0] != token:
            return None
        end = self.arguments.ranges[person][1]
        for k in range(end, min(end + _REACH, len(self.parse.words))):
            at = self._find_title(k)
            if at is not None or self.parse.words[k].lower() not in _MAKING_WAY:
                return at if k > end else None
        return None

    def _find_title_told(self, end: int) -> Mention | None:
        """ "X has been named [chairman]": the next title in the sentence, with nobody else before it."""
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for k in range(end, last):
            at = self._find_title(k)
            if at is not None or self.arguments.find(k, _WHO) is not None:
                return at
        return None

    def _find_title(self, token: int) -> Mention | None:
        return next(
            (m for m in self.arguments.by_token.get(token, ()) if m.kind is MentionKind.POST),
            None,
        )

"""The firm that a label or heading names as the topic of what follows: "NRV: Net profit rose 8%"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS
from kg.model.topic_labels import is_heading, is_label

_FIRMS = ("Company",)
_OWNERS = (
    "Organization",
    "Place",
    "Project",
    "TransportCorridor",
)  # whose it may be, told in its sentence


class LabelFirms:
    """Finds the firm whose label stands above a token, in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.paragraph_of = arguments.recognized.paragraph_of
        self.labels: dict[
            int, tuple[Mention, bool]
        ] = {}  # paragraph → its label, whether a heading
        for mention in arguments.recognized.mentions:
            if mention.kind is MentionKind.NAME and arguments.fits(mention, _FIRMS):
                self._note(mention)

    def _note(self, mention: Mention) -> None:
        first, end = self.arguments.ranges[mention]
        heading = is_heading(self.parse, self.paragraph_of, first, end)
        if heading or is_label(self.parse, self.paragraph_of, first, end):
            paragraph = self.paragraph_of[self.parse.sentence_of[first]]
            self.labels.setdefault(paragraph, (mention, heading))

    def find(self, token: int) -> Mention | None:
        """That of the paragraph, or the heading of the one before; none where another firm acts since."""
        if not self.labels:
            return None
        paragraph = self.paragraph_of[self.parse.sentence_of[token]]
        label = next((self.labels[p] for p in (paragraph, paragraph - 1) if p in self.labels), None)
        if label is None or (paragraph not in self.labels and not label[1]):
            return None
        end = self.arguments.ranges[label[0]][1]
        sentence = self.parse.sentence_of[token]
        since = max(end, self.parse.sentences[sentence][0])
        others = [m for k in range(end, token) if self._acts(k) for m in self._list(k, _FIRMS)]
        others += [m for k in range(since, token) for m in self._list(k, _OWNERS)]
        first = self.arguments.find_first
        return None if any(first(m).text != first(label[0]).text for m in others) else label[0]

    def _acts(self, token: int) -> bool:
        return self.parse.deps[token] in SUBJECTS

    def _list(self, token: int, kinds: tuple[str, ...]) -> list[Mention]:
        return [m for m in self.arguments.by_token.get(token, ()) if self.arguments.fits(m, kinds)]

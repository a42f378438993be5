"""Where the quotations of a document begin and end, by its sentences."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder

_MARKS = frozenset(["“", "”", '"', "``", "''"])


class Quotations:
    """Answers for one document; `open` tells of each sentence whether a quotation is open before and after it."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.parse, self.paragraph_of = arguments.parse, arguments.recognized.paragraph_of
        self.open = list(self._list_quotes())

    def ends(self, sentence: int) -> bool:
        """ "“It is late,” X added.": the next words without marks are the text's own again."""
        if sentence < 0:
            return False
        start, _ = self.parse.sentences[sentence]
        return self.parse.words[start] in _MARKS and not self.open[sentence][1]

    def is_marked(self, sentence: int) -> bool:
        """Whether a sentence has marks in it or stands between some."""
        start, end = self.parse.sentences[sentence]
        return not _MARKS.isdisjoint(self.parse.words[start:end]) or any(self.open[sentence])

    def starts(self, sentence: int) -> bool:
        """Whether a quotation begins with the sentence."""
        start, _ = self.parse.sentences[sentence]
        return self.parse.words[start] in {"“", '"', "``"}

    def _list_quotes(self) -> Iterator[tuple[bool, bool]]:
        """Of each sentence, whether a quotation is open before it and after it.

        One with marks that do not tell its ends apart ends with its paragraph.
        """
        is_open, turned = False, False
        for sentence, (start, end) in enumerate(self.parse.sentences):
            if self.opens_paragraph(sentence) and turned:
                is_open = False
            before = is_open
            for word in self.parse.words[start:end]:
                if word in {"“", "”"}:
                    is_open, turned = word == "“", False
                elif word == '"':
                    is_open, turned = not is_open, True
            yield before, is_open

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether it is the first of its paragraph."""
        paragraphs = self.paragraph_of
        return sentence == 0 or paragraphs[sentence] != paragraphs[sentence - 1]

"""Who says a claim: the speaker of its clause, of its quotation, or of its paragraph so far."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.speaking import SpeakerFinder
from kg.model.mention import Mention

_SPEAKERS = ("Agent", "Place")


class AttributionReader:
    """Speakers by sentence for one document."""

    def __init__(self, arguments: ArgumentFinder, speakers: SpeakerFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.speakers = speakers
        self.by_sentence = self._read()

    def find(self, speaker: int | None, token: int) -> Mention | None:
        """The mention of who says what stands at `token`; `speaker` is its clause's own, if known."""
        if speaker is not None:
            mention = self._mention(speaker)
            if mention is not None:
                return mention
        sentence = self.parse.sentence_of[token]
        own = self.speakers.find_sentence_speaker(sentence)
        if own is not None:
            # The sentence's own speech does not cover its main clause: "X, who said …, has invested".
            return None
        return self.by_sentence.get(sentence)

    def _mention(self, token: int) -> Mention | None:
        return self.arguments.find(token, _SPEAKERS)

    def _read(self) -> dict[int, Mention]:
        """Sentences without a speaker of their own that go on what somebody said before."""
        paragraphs = self.arguments.recognized.paragraph_of
        found: dict[int, Mention] = {}
        current: Mention | None = None
        open_quote = False
        for sentence in range(len(self.parse.sentences)):
            new = sentence == 0 or paragraphs[sentence] != paragraphs[sentence - 1]
            quoted = self._starts_quoted(sentence)
            if new and not open_quote and not quoted:
                current = None
            token = self.speakers.find_sentence_speaker(sentence)
            mention = self._mention(token) if token is not None else None
            if mention is not None:
                current = mention
            elif current is not None:
                found[sentence] = current
            open_quote = self._leaves_open(sentence, open_quote)
        return found

    def _starts_quoted(self, sentence: int) -> bool:
        start, _ = self.parse.sentences[sentence]
        return self.parse.words[start] in {"“", '"', "``"}

    def _leaves_open(self, sentence: int, was_open: bool) -> bool:
        """Whether a quotation is still open after the sentence."""
        start, end = self.parse.sentences[sentence]
        for word in self.parse.words[start:end]:
            if word == "“":
                was_open = True
            elif word == "”":
                was_open = False
        return was_open

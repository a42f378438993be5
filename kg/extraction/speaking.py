"""Who says a clause: speech verbs above it, "according to", a quotation that runs on, the paragraph."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse


class SpeakerFinder:
    """Finds the head token of the speaker of any token's clause."""

    def __init__(self, parse: Parse) -> None:
        words = load_lexicon("scope")
        self.parse = parse
        self.speech = words.get("speech")
        self.according = words.get("according")
        self._by_sentence: dict[int, int | None] = {}

    def find(self, token: int) -> int | None:
        """The speaker whose speech the token stands in, within its sentence; None where nobody's."""
        parse = self.parse
        below = token
        for _ in range(25):
            governor = parse.heads[below]
            if governor == below:
                break
            if (
                parse.deps[below] in {"ccomp", "xcomp", "advcl", "dep", "conj"}
                and parse.lemmas[governor] in self.speech
                and parse.tags[governor][:2] == "VB"
                and parse.deps[below] in {"ccomp", "dep"}
            ):
                speaker = self.speaker_of(governor)
                if speaker is not None:
                    return speaker
            below = governor
        return self._find_according(parse.sentence_of[token]) or self._find_inserted(token)

    def speaker_of(self, verb: int) -> int | None:
        """The subject of a speech verb, or of the verb it is coordinated with or hangs on."""
        parse = self.parse
        for _ in range(5):
            for child in parse.children[verb]:
                if parse.deps[child] in {"nsubj"}:
                    return child
            if parse.deps[verb] in {"conj", "advcl", "xcomp"} and parse.heads[verb] != verb:
                verb = parse.heads[verb]
                continue
            return None
        return None

    def _find_according(self, sentence: int) -> int | None:
        """ "according to X"."""
        if sentence not in self._by_sentence:
            parse = self.parse
            start, end = parse.sentences[sentence]
            self._by_sentence[sentence] = None
            for i in range(start, end - 1):
                if parse.words[i].lower() in self.according and parse.words[i + 1].lower() == "to":
                    objects = [c for c in parse.children[i + 1] if parse.deps[c] == "pobj"]
                    if objects:
                        self._by_sentence[sentence] = objects[0]
                    break
        return self._by_sentence[sentence]

    def _find_inserted(self, token: int) -> int | None:
        """ "The plant, X said, will open": a speech verb in parataxis under the clause."""
        parse = self.parse
        start, end = parse.sentences[parse.sentence_of[token]]
        for i in range(start, end):
            if parse.deps[i] == "parataxis" and parse.lemmas[i] in self.speech:
                return self.speaker_of(i)
        return None

    def find_sentence_speaker(self, sentence: int) -> int | None:
        """The speaker of a sentence's first speech verb: who its paragraph goes on with."""
        parse = self.parse
        start, end = parse.sentences[sentence]
        for i in range(start, end):
            if parse.tags[i][:2] == "VB" and parse.lemmas[i] in self.speech:
                speaker = self.speaker_of(i)
                if speaker is not None:
                    return speaker
        return self._find_according(sentence)

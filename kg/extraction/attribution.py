"""Who says a claim: the speaker of its clause, of its quotation, or of its paragraph so far."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.figure_sources import find_figures_of
from kg.extraction.mistaken_places import find_said_for
from kg.extraction.pattern_gaps import skip_brackets, skip_honorifics
from kg.extraction.quotations import Quotations
from kg.extraction.set_off_speakers import SetOffSpeakers
from kg.extraction.speaking import SpeakerFinder
from kg.extraction.title_gaps import skip_title
from kg.extraction.told_by import find_teller_of_last, find_told_by
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE, SUBJECTS

_SPEAKERS = ("Agent", "Place")
# What tells who speaks, of the speaker.
_DESCRIBING = frozenset(["holdsPost", "affiliatedWith", "hasJurisdiction", "hasNationality"])
_OF_TITLES = frozenset(["prep", "pobj"])
_FIRMS = load_lexicon("triggers").get("company_nouns")
_NAMELESS = load_lexicon("scope").get("nameless_sayers")
_SOME = frozenset(["a", "an", "one", "two", "three", "some", "several"])
_CITED = 4  # tokens of "according to Eng." before a name
_LONGEST = 9  # tokens from a name to the "said" of somebody without one
_DEEP = 4  # steps from a title to the name behind the body that it is of


class AttributionReader:
    """Speakers by sentence for one document."""

    def __init__(self, arguments: ArgumentFinder, speakers: SpeakerFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.speakers = speakers
        apart = SetOffSpeakers(arguments)
        self.apart = [  # by sentence
            apart.find(n) or find_told_by(arguments, n) or find_figures_of(arguments, n)
            for n in range(len(self.parse.sentences))
        ]
        self.quotations = Quotations(arguments)
        self.by_sentence = self._read()

    def find(self, speaker: int | None, token: int) -> Mention | None:
        """The mention of who says what stands at `token`; `speaker` is its clause's own, if known."""
        sentence = self.parse.sentence_of[token]
        if (apart := self.apart[sentence]) is not None:
            return None if self._is_outside(apart, token) else apart
        if speaker is not None and self._begins_behind(speaker, token):
            return None
        if speaker is not None:
            mention = self._mention(speaker)
            if mention is not None:
                return mention
        own = self.speakers.find_sentence_speaker(sentence)
        if own is not None:
            # The sentence's own speech does not cover its main clause: "X, who said …, has invested".
            return None
        return self.by_sentence.get(sentence)

    def goes_on(self, speaker: int | None, token: int) -> bool:
        """Whether words without marks at `token` are taken for what somebody said in a sentence before."""
        sentence = self.parse.sentence_of[token]
        own = speaker is not None or self.apart[sentence] is not None
        return not own and sentence in self.by_sentence and not self.quotations.is_marked(sentence)

    def _begins_behind(self, speaker: int, token: int) -> bool:
        """ "Sales [fell]; Norvik said it would cut jobs": what Norvik says begins behind the semicolon.

        In "Sales fell; profit rose, Norvik said" it says both.
        """
        words, tags = self.parse.words, self.parse.tags
        parted = [k for k in range(token, speaker) if words[k] == ";"]
        return bool(parted) and FINITE.isdisjoint(tags[parted[-1] : speaker])

    def _is_outside(self, speaker: Mention, token: int) -> bool:
        """ "“It is late,” X told [a conference in Zenda]": what follows the speech is the text's own.

        In "The mill, X said, will open" a comma leads back to what X says.
        """
        parse, (start, end) = self.parse, self.arguments.ranges[speaker]
        first = parse.sentences[parse.sentence_of[start]][0]
        if token < start or start <= first + 1 or "as" in parse.words[first:start]:
            return False
        verb = next((t for t in range(end, token + 1) if parse.tags[t] in FINITE), None)
        said = verb is not None and parse.lemmas[verb] in self.speakers.speech
        return said and "," not in parse.words[verb : token + 1]

    def _mention(self, token: int) -> Mention | None:
        """Who speaks; of "Norvik Group (NG) chairman X said" that is X."""
        mention = self.arguments.find(token, _SPEAKERS)
        if mention is None:
            found = self._find_titled(token) or self._find_apposed(token)
            return found or self._find_firm(token) or self._find_body_before(token)
        if mention.kind is not MentionKind.NAME:
            return mention
        if self._is_nameless_behind(mention):
            return None
        mention = find_said_for(mention, self.arguments) or mention
        end = skip_brackets(self.arguments.ranges[mention][1], self.arguments)
        name = skip_honorifics(skip_title(end, self.arguments), self.arguments)
        if name == end or self.arguments.fits(mention, ("Person",)):
            return mention
        named = (m for m in self.arguments.by_token.get(name, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, ("Person",))), mention)

    def _is_nameless_behind(self, name: Mention) -> bool:
        """ "It will sell Norvik, [a Zenda government official] said": who speaks is no part of the name before."""
        words, after = self.parse.words, self.arguments.ranges[name][1]
        if words[after : after + 1] != [","] or self.arguments.fits(name, ("Person",)):
            return False
        if "".join(words[after + 1 : after + 2]).lower() not in _SOME:
            return False
        for token in range(after + 2, min(after + _LONGEST, len(words))):
            if self.parse.lemmas[token] in self.speakers.speech:
                return words[token - 1].lower() in _NAMELESS
        return False

    def _find_firm(self, token: int) -> Mention | None:
        """ "Norvik will build it, a [company] spokesman said": Norvik, that acts in the sentence alone."""
        parse, arguments = self.parse, self.arguments
        told = parse.lemmas[token] in _FIRMS and parse.deps[token] == "compound"
        if not told or parse.lemmas[parse.heads[token]] not in self.speakers.sources:
            return None
        start = parse.sentences[parse.sentence_of[token]][0]
        named = (m for t in range(start, token) for m in arguments.by_token.get(t, ()))
        firms = {m for m in named if m.type == "Company" and m.kind is MentionKind.NAME}
        acting = [m for m in firms if parse.deps[arguments.ranges[m][1] - 1] in SUBJECTS]
        return acting[0] if len(firms) == len(acting) == 1 else None

    def _find_titled(self, token: int) -> Mention | None:
        """ "Deputy [Minister] for Asia and Pacific Affairs X, while addressing": X, right behind the title."""
        ends = [
            self.arguments.ranges[m][1]
            for m in self.arguments.by_token.get(token, ())
            if m.kind is MentionKind.POST
        ]
        for end in ends or [token]:  # "according to [Eng.] X"
            name = skip_honorifics(end, self.arguments)
            if name == token:
                continue
            if self.parse.words[name : name + 1] == [","]:
                name += 1
            for mention in self.arguments.by_token.get(name, ()):
                if self._is_named_person(mention):
                    return mention
        return None

    def _find_body_before(self, token: int) -> Mention | None:
        """ "…, the Norvik chairman said": Norvik, for which he speaks, whoever he is."""
        starts = (
            self.arguments.ranges[m][0]
            for m in self.arguments.by_token.get(token, ())
            if m.kind is MentionKind.POST
        )
        before = (m for s in starts for m in self.arguments.by_token.get(s - 1, ()))
        named = (m for m in before if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, ("Organization",))), None)

    def _find_apposed(self, title: int) -> Mention | None:
        """ "the mayor of Zenda, X,": X, whether X hangs on the title or on its place."""
        parse = self.parse
        below = [title]
        for _ in range(_DEEP):
            below = [c for k in below for c in parse.children[k] if c > title]
            for token in below:
                if parse.deps[token] != "appos":
                    continue
                named = (m for m in self.arguments.by_token.get(token, ()))
                person = next((m for m in named if self._is_named_person(m)), None)
                if person is not None:
                    return person
            below = [k for k in below if parse.deps[k] in _OF_TITLES]
        return None

    def _is_named_person(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.NAME and self.arguments.fits(mention, ("Person",))

    def is_own(self, speaker: Mention | None, subject: Mention, predicate: str) -> bool:
        """ "according to Norvik chairman X": that X is its chairman nobody but the text says."""
        own = self.arguments.find_first
        return predicate in _DESCRIBING and speaker is not None and own(speaker) == own(subject)

    def _read(self) -> dict[int, Mention]:
        """Sentences without a speaker of their own that go on what somebody said before, or says at their end."""
        found: dict[int, Mention] = {}
        current: Mention | None = None
        quotes = self.quotations.open
        for sentence in range(len(self.parse.sentences)):
            quoted = self.quotations.starts(sentence)
            if self.quotations.opens_paragraph(sentence) and not quotes[sentence][0] and not quoted:
                current = None
            teller = find_teller_of_last(self.arguments, sentence)
            if teller is not None:
                if not self.quotations.opens_paragraph(sentence):
                    found.setdefault(sentence - 1, teller)
                continue
            mention = self._find_own(sentence)
            if mention is not None:
                current = None if self._is_cited(mention) else mention
                continue
            if self.quotations.ends(sentence - 1) and not self.quotations.is_marked(sentence):
                current = None
            current = self._find_behind(sentence, quotes) or current
            if current is None and quoted:
                current = self._find_praising(sentence)
            if current is not None and self._goes_on(current, sentence):
                found[sentence] = current
        return found

    def _goes_on(self, speaker: Mention, sentence: int) -> bool:
        """Whether words without marks are still what somebody said: a person's, and not of what that person does.

        What a firm said ends with its sentence; in "She said so. She was speaking in Zenda" the text tells of her.
        """
        if self.quotations.is_marked(sentence):
            return True
        start, end = self.parse.sentences[sentence]
        root = next((t for t in range(start, end) if self.parse.heads[t] == t), start)
        first = self.arguments.find_first
        subjects = (self.arguments.find(t, ("Person",)) for t in self.parse.list_subjects(root))
        told = any(m is not None and first(m) == first(speaker) for m in subjects)
        return self.arguments.fits(speaker, ("Person",)) and not told

    def is_quoted(self, token: int) -> bool:
        """Whether quotation marks are open before, in or behind the sentence of a token."""
        return self.quotations.is_marked(self.parse.sentence_of[token])

    def _is_cited(self, source: Mention) -> bool:
        """ "According to X, …": a source is of its own sentence, and does not go on to speak.

        A person does who is told so before anything else: "According to Jane Doe, it is full. It will grow."
        """
        start = self.arguments.ranges[source][0]
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        before = [word.lower() for word in self.parse.words[max(start - _CITED, first) : start]]
        if self._is_named_person(source) and before[:1] == ["according"]:
            return start - len(before) > first  # "…, according to Jane Doe"
        return "according" in before

    def _find_own(self, sentence: int) -> Mention | None:
        token = self.speakers.find_sentence_speaker(sentence)
        return self.apart[sentence] or (self._mention(token) if token is not None else None)

    def _find_behind(self, sentence: int, quotes: list[tuple[bool, bool]]) -> Mention | None:
        """ "[We will build it.] It is good news," said X.": who speaks where the quotation ends."""
        while quotes[sentence][1] and sentence + 1 < len(quotes):
            sentence += 1
            if self.quotations.opens_paragraph(sentence):
                return None
            mention = self._find_own(sentence)
            if mention is not None:
                return mention
        return None

    def _find_praising(self, sentence: int) -> Mention | None:
        """ "Mayor X praised the deal. [“It is good.”]": the person who acts before what nobody else is said to say."""
        if self.quotations.opens_paragraph(sentence):
            return None
        start, end = self.parse.sentences[sentence - 1]
        root = next((t for t in range(start, end) if self.parse.heads[t] == t), start)
        subjects = self.parse.list_subjects(root, passive=False)
        mention = self._mention(subjects[0]) if subjects else None
        told = mention is not None and self.arguments.fits(mention, ("Person",))
        return mention if told else None

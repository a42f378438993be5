"""Who says a clause: speech verbs above it, "according to", a quotation that runs on, the paragraph."""

from collections.abc import Iterator

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_POINTING = frozenset(["refer", "point", "allude"])
_SEEING = frozenset(["see", "review", "obtain", "view", "verify"])  # "a document seen by X"
_SET_OFF = frozenset([",", "”", '"', "''", "–", "—", "--"])


class SpeakerFinder:
    """Finds the head token of the speaker of any token's clause."""

    def __init__(self, parse: Parse) -> None:
        words = load_lexicon("scope")
        self.parse = parse
        self.speech = words.get("speech")
        self.according = words.get("according")
        self.emphasis = words.get("emphasis")
        self.clause_speech = words.get("clause_speech")
        self.sources = words.get("sources")
        self.source_verbs = words.get("source_verbs")
        self.asking = words.get("asking")
        self.stances = words.get("stances")
        self.voicing, self.voiced = words.get("voicing"), words.get("voiced")
        self._by_sentence: dict[int, int | None] = {}
        self._inserted: dict[int, int | None] = {}  # by sentence
        self._openers: dict[int, list[tuple[int, int, int]]] = {}  # by sentence
        self._found: dict[int, int | None] = {}  # by token, as many rules ask of the same

    def find(self, token: int) -> int | None:
        """The speaker whose speech the token stands in, within its sentence; None where nobody's."""
        if token not in self._found:
            self._found[token] = self._find(token)
        return self._found[token]

    def _find(self, token: int) -> int | None:
        own, inherited = self._find_above(token)
        if own is not None:
            return own
        sentence = self.parse.sentence_of[token]
        for found in (inherited, self._find_according(sentence), self._find_inserted(sentence)):
            if found is not None:
                return found
        return self._find_by_place(token)

    def _find_above(self, token: int) -> tuple[int | None, int | None]:
        """The subject of a speech verb above a token; second, one that the verb only inherits.

        "X said Y remains firm, noting that Z rose": the noting hangs on Y's verb, but X notes.
        """
        parse = self.parse
        below, inherited, told = token, None, False
        for _ in range(25):
            governor = parse.heads[below]
            if governor == below:
                break
            told = told or self._is_told_clause(below)
            if (told or parse.deps[below] in {"ccomp", "dep"}) and self._is_speech(governor):
                speaker = self._own_subject(governor)
                if speaker is not None:
                    return self._source_of(speaker), inherited
                inherited = inherited or self.speaker_of(governor)
            elif (asking := self._find_asking(below, governor)) is not None:
                return asking, inherited
            elif (thinking := self._find_thinking(below, governor)) is not None:
                return thinking, inherited
            elif (emphatic := self._emphatic(below, governor)) is not None:
                return emphatic, inherited
            below = governor
        return None, inherited

    def _is_told_clause(self, verb: int) -> bool:
        """ "X said at the forum [that Y will build it]": no relative clause, though it hangs on the noun before."""
        parse = self.parse
        if parse.deps[verb] != "relcl":
            return False
        deps = {parse.deps[c]: parse.words[c].lower() for c in parse.children[verb]}
        return deps.get("mark") == "that" and "nsubj" in deps

    def _is_speech(self, verb: int) -> bool:
        """Whether a verb tells what its subject says; "shows" does of a report."""
        parse = self.parse
        if parse.tags[verb][:2] != "VB":
            return False
        if parse.lemmas[verb] in self.speech:
            return True
        subject = self._own_subject(verb) if parse.lemmas[verb] in self.source_verbs else None
        return subject is not None and parse.lemmas[subject] in self.sources

    def _find_asking(self, below: int, verb: int) -> int | None:
        """ "X urged Y to build", "X called for closer cooperation", "Z is reported by X to have built": X."""
        parse, dep = self.parse, self.parse.deps[below]
        if parse.tags[verb][:2] != "VB":
            return None
        passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
        if dep == "xcomp" and passive and parse.lemmas[verb] in self.speech:
            return self._find_agent(verb)
        if parse.lemmas[verb] not in self.asking or passive:
            return None
        called = dep == "prep" and parse.lemmas[verb] in {"call", "appeal"}
        asked = dep in {"xcomp", "ccomp"} and (parse.lemmas[verb] != "call" or self._calls(verb))
        if asked or (called and parse.lemmas[below] in {"for", "on"}):
            return self._own_subject(verb)
        return None

    def _find_thinking(self, below: int, above: int) -> int | None:
        """ "X hopes that Y will build", "X voiced confidence that Y will", "X expressed readiness to build": X."""
        parse, dep = self.parse, self.parse.deps[below]
        if parse.tags[above][:2] == "VB":
            told = dep == "ccomp" and parse.lemmas[above] in self.stances
            return self._own_subject(above) if told else None
        verb = parse.heads[above]
        if parse.lemmas[verb] == "of" and parse.lemmas[parse.heads[verb]] == "be":
            held = dep in {"acl", "ccomp"} and parse.lemmas[above] in self.voiced
            return self._own_subject(parse.heads[verb]) if held else None  # "is of the view that"
        if dep not in {"acl", "ccomp", "prep"} or parse.lemmas[above] not in self.voiced:
            return None
        told = parse.deps[above] == "dobj" and parse.lemmas[verb] in self.voicing
        return self._own_subject(verb) if told else None

    def _calls(self, verb: int) -> bool:
        """ "called on Y to build", and no "called it a success"."""
        parse = self.parse
        return any(
            parse.deps[c] == "prep" and parse.lemmas[c] in {"on", "upon"}
            for c in parse.children[verb]
        )

    def _emphatic(self, below: int, verb: int) -> int | None:
        """ "X stressed the port's location", "its strengths were outlined by X": X."""
        parse = self.parse
        if parse.tags[verb][:2] != "VB":
            return None
        if parse.lemmas[verb] in _POINTING and parse.words[below].lower() == "to":
            return self._own_subject(verb)  # "referred to the opening of the berth"
        if parse.lemmas[verb] not in self.emphasis:
            return None
        if parse.deps[below] == "dobj":
            return self._own_subject(verb)
        if parse.deps[below] == "nsubjpass":
            return self._find_agent(verb)
        return None

    def _find_agent(self, verb: int) -> int | None:
        """Who stands behind the "by" of a passive."""
        parse = self.parse
        agents = (c for c in parse.children[verb] if parse.deps[c] == "agent")
        return next((t for a in agents for t in parse.children[a]), None)

    def _own_subject(self, verb: int) -> int | None:
        subjects = self.parse.list_subjects(verb, passive=False)
        return subjects[0] if subjects else None

    def _find_by_place(self, token: int) -> int | None:
        """The speaker whose "X said" stands before all of the sentence's content, whatever hangs where."""
        sentence = self.parse.sentence_of[token]
        if sentence not in self._openers:
            self._openers[sentence] = list(self._list_openers(sentence))
        return next(
            (who for verb, edge, who in self._openers[sentence] if verb < token and token >= edge),
            None,
        )

    def _list_openers(self, sentence: int) -> Iterator[tuple[int, int, int]]:
        """The speech verbs of a sentence, each with where its content begins and who speaks."""
        parse = self.parse
        for verb in range(*parse.sentences[sentence]):
            if parse.lemmas[verb] not in self.speech or parse.deps[verb] not in {"ROOT", "conj"}:
                continue
            speaker = self._own_subject(verb)
            if speaker is None or speaker > verb or parse.tags[verb] not in {"VBD", "VBZ", "VBP"}:
                continue
            content = [
                c for c in parse.children[verb] if c > verb and parse.deps[c] in {"ccomp", "nsubj"}
            ]
            if content:
                yield verb, self._left_edge(content[0]), speaker

    def _left_edge(self, token: int) -> int:
        """The first token of a phrase."""
        while self.parse.children[token] and min(self.parse.children[token]) < token:
            token = min(self.parse.children[token])
        return token

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
                        self._by_sentence[sentence] = self._source_of(objects[0])
                    break
        return self._by_sentence[sentence]

    def _source_of(self, noun: int) -> int:
        """ "a report by X", "X's data", "the X ministry's figures": X; else the noun itself."""
        parse = self.parse
        if parse.lemmas[noun] not in self.sources:
            return noun
        if any(parse.deps[c] == "appos" for c in parse.children[noun]):
            return noun  # "the ministry's spokesman, X,"
        for dep in ("poss", "acl", "prep", "compound", "nmod"):
            for child in parse.children[noun]:
                if parse.deps[child] != dep:
                    continue
                if dep in {"poss", "compound", "nmod"}:
                    return child
                if dep == "prep" and parse.lemmas[child] in {
                    "from",
                    "by",
                    "of",
                    "at",
                    "with",
                    "for",
                }:
                    return next(iter(parse.children[child]), noun)
                given = dep == "acl" and parse.lemmas[child] not in _SEEING
                for by in parse.children[child] if given else ():
                    if parse.deps[by] in {"agent", "prep"}:
                        return next(iter(parse.children[by]), noun)
        return noun

    def _find_inserted(self, sentence: int) -> int | None:
        """ "The plant, X said, will open", "The plant will open, said X": a speech verb beside the clause."""
        if sentence not in self._inserted:
            parse = self.parse
            verbs = [i for i in range(*parse.sentences[sentence]) if parse.lemmas[i] in self.speech]
            verb = next((i for i in verbs if parse.deps[i] == "parataxis"), None)
            speaker = None if verb is None else self.speaker_of(verb)
            if speaker is None:
                speaker = next(filter(None, map(self._find_turned, verbs)), None)
            self._inserted[sentence] = None if speaker is None else self._source_of(speaker)
        return self._inserted[sentence]

    def _find_turned(self, verb: int) -> int | None:
        """ "…, said X": who stands behind a verb of speech that the parser takes for one more in a row."""
        parse = self.parse
        if parse.deps[verb] != "conj" or parse.words[verb - 1] not in _SET_OFF:
            return None
        subjects = self.parse.list_subjects(verb, passive=False)
        told = {parse.deps[c] for c in parse.children[verb]}
        return subjects[0] if subjects and subjects[0] > verb and "dobj" not in told else None

    def _speaks(self, verb: int) -> bool:
        """Whether a verb tells what its subject says, and not what it does."""
        parse = self.parse
        if parse.lemmas[verb] not in self.speech:
            return False
        deps = {parse.deps[c] for c in parse.children[verb]}
        return parse.lemmas[verb] not in self.clause_speech or "dobj" not in deps or "ccomp" in deps

    def find_sentence_speaker(self, sentence: int) -> int | None:
        """The speaker of a sentence's first speech verb: who its paragraph goes on with."""
        parse = self.parse
        start, end = parse.sentences[sentence]
        for i in range(start, end):
            if parse.tags[i][:2] == "VB" and self._speaks(i):
                speaker = self.speaker_of(i)
                if speaker is not None:
                    return speaker
        return self._find_according(sentence)

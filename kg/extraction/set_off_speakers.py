"""Who speaks where the words stand apart from the speech: ", X said, …", ", X, its head, said", "as X said"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.mistaken_places import find_said_for
from kg.extraction.pattern_gaps import skip_honorifics
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_SPEAKERS = ("Agent", "Place")
_EDGES = frozenset([",", "”", '"', "''", "–", "—"])
_TOLD = frozenset(["VBD", "VBZ"])
_HAVING = frozenset(["has", "have", "had"])
_LONGEST = 9  # tokens of a title before a speaker's name
_APPOSED = 16  # tokens of an apposition between a speaker and "said"


class SetOffSpeakers:
    """Speakers by sentence for one document, where commas or "as" set their words off."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("scope")
        self.arguments = arguments
        self.parse = arguments.parse
        self.speech = words.get("speech")
        self.citing = words.get("citing")
        self.telling = words.get("telling_somebody")

    def find(self, sentence: int) -> Mention | None:
        """Who says what a sentence tells; None where nobody is set off, or more than one speaks."""
        start, end = self.parse.sentences[sentence]
        lower = [w.lower() for w in self.parse.words[start:end]]
        verbs = [
            t
            for t in range(start + 2, end)
            if self.parse.lemmas[t] in self.speech and self._has_told(t)
        ]
        if len(verbs) == 1 and (found := self._find_before(start, verbs[0], end)) is not None:
            return found
        if "put" in lower and (found := self._find_putting(start, lower)) is not None:
            return found
        if "quoted" in lower:
            return self._find_quoted(start + lower.index("quoted"), end)
        if not verbs or self._speaks_unnamed(verbs):
            return self._find_cited(start, end, lower)
        return None

    def _has_told(self, verb: int) -> bool:
        """ "X said", "X has said"; none of what was said of somebody."""
        perfect = self.parse.tags[verb] == "VBN" and self.parse.words[verb - 1].lower() in _HAVING
        return perfect or self.parse.tags[verb] in _TOLD

    def _find_putting(self, start: int, lower: list[str]) -> Mention | None:
        """ "as X put it, …": X."""
        verb = lower.index("put")
        if lower[verb + 1 : verb + 2] != ["it"] or "as" not in lower[:verb]:
            return None
        return next(iter(self._list_ending(start + verb)), None)

    def _find_before(self, start: int, verb: int, end: int) -> Mention | None:
        """Who stands right before it: ", X said,", "as X said", ", X, the head of Y, said"."""
        if not self._is_closed(verb + 1, end):
            return None
        verb -= self.parse.tags[verb] == "VBN"  # "has said"
        apposed = self._find_apposed(start, verb)
        if apposed is not None or self.parse.words[verb - 1] == ",":
            return apposed
        for mention in self._list_ending(self._skip_brackets(start, verb)):
            begin = self.arguments.ranges[mention][0]
            if self._is_set_off(start, begin):
                return find_said_for(mention, self.arguments) or mention
        return None

    def _skip_brackets(self, start: int, end: int) -> int:
        """The end of what stands before "(NRC)", that ends at `end`."""
        words = self.parse.words
        if words[end - 1] != ")" or "(" not in words[start:end]:
            return end
        return max(t for t in range(start, end) if words[t] == "(")

    def _is_closed(self, after: int, end: int) -> bool:
        """Whether a speech verb has nothing behind it that it tells: only a mark, a time, a place."""
        parse = self.parse
        if after >= end or parse.words[after] in {",", ".", "”", '"'}:
            return True
        clause = range(after, end)
        mark = next((t for t in clause if parse.words[t] in {",", "."}), end)
        told = any(parse.tags[t][:2] in {"VB", "MD"} for t in range(after, mark))
        somebody = parse.words[after - 1].lower() in self.telling
        return (somebody or parse.tags[after] in {"IN", "NNP", "RB"}) and not told

    def _list_ending(self, token: int) -> list[Mention]:
        """The mentions that end right before a token, the longest first."""
        found = set(self.arguments.by_token.get(token - 1, ()))
        ending = [m for m in found if self.arguments.ranges[m][1] == token and self._may_speak(m)]
        return sorted(ending, key=lambda m: self.arguments.ranges[m][0])

    def _may_speak(self, mention: Mention) -> bool:
        named = mention.kind is MentionKind.NAME
        told = mention.kind is MentionKind.NOMINAL and self.arguments.is_referring(mention)
        return (named or told) and self.arguments.fits(mention, _SPEAKERS)

    def _is_set_off(self, start: int, begin: int) -> bool:
        """Whether a comma, a quotation's end or "as" stands before a name and its title."""
        for token in range(begin - 1, max(start, begin - _LONGEST) - 1, -1):
            word = self.parse.words[token]
            if word in _EDGES:
                return token > start
            if word.lower() == "as" and self.parse.deps[token] == "mark":
                return True
            if self.parse.tags[token] in FINITE:  # no "state-owned"
                return False
        return False

    def _find_apposed(self, start: int, verb: int) -> Mention | None:
        """ "…, X, the head of Y, said.": the first name between commas with no verb behind it."""
        parse = self.parse
        for token in range(max(start + 1, verb - _APPOSED), verb - 1):
            if parse.words[token - 1] not in _EDGES:
                continue
            name = skip_honorifics(token, self.arguments)  # "…, Mr X,"
            for mention in self.arguments.by_token.get(name, ()):
                begin, after = self.arguments.ranges[mention]
                told = mention.kind is MentionKind.NAME and self.arguments.fits(
                    mention, ("Person",)
                )
                if begin != name or not told or parse.words[after] != ",":
                    continue
                if not any(parse.tags[t] in FINITE for t in range(after, verb)):
                    return mention
        return None

    def _find_quoted(self, verb: int, end: int) -> Mention | None:
        """ "quoted X as saying", "X was quoted as saying"."""
        words = self.parse.words
        if words[verb + 1 : verb + 3] == ["as", "saying"]:
            return next(iter(self._list_ending(verb - 1)), None)
        for token in range(verb + 1, min(verb + _APPOSED, end - 1)):
            if words[token : token + 2] == ["as", "saying"]:
                return next(iter(self._list_ending(token)), None)
        return None

    def _speaks_unnamed(self, verbs: list[int]) -> bool:
        """Whether only somebody without a name speaks: "the paper said, citing X"."""
        for verb in verbs:
            for child in self.parse.children[verb]:
                if self.parse.deps[child] == "nsubj" and any(
                    m.kind is not MentionKind.NOMINAL
                    for m in self.arguments.by_token.get(child, ())
                ):
                    return False
        return True

    def _find_cited(self, start: int, end: int, lower: list[str]) -> Mention | None:
        """ ", citing X", ", per the Ministry of Y"."""
        for token in range(start, end - 1):
            if lower[token - start] not in self.citing:
                continue
            if lower[token - start] == "per" and self.parse.words[token - 1] != ",":
                continue  # "10 tonnes per hour"
            after = token + 1 + (lower[token + 1 - start] == "the")
            for mention in self.arguments.by_token.get(after, ()):
                begins = self.arguments.ranges[mention][0] in {after, token + 1}
                if begins and mention.kind is MentionKind.NAME and self._may_speak(mention):
                    return mention
        return None

"""What works take, told along with the building: "built in Zenda with an investment of $3 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_ACTORS = ("Organization",)
_LINKS = frozenset(["with", "at", "through", "under", "for", "after", "via", "on"])
_TAKING = frozenset(["entail", "require", "involve", "necessitate", "need", "carry"])
_MEASURING = frozenset(["of", "worth", "totalling", "totaling", "exceeding", "valued", "estimated"])
_WHOLE = frozenset(["capital", "value", "expenditure", "cost", "amount", "budget"])
_INSIDE = frozenset(["DT", "JJ", "JJR", "NN", "NNS", "VBN", "VBG", "PRP$", "HYPH", "RB"])
_ARTICLES = frozenset(["a", "an", "the", "its", "their", "another"])
_FAR = 34  # tokens from a sum back to the works
_PHRASE = 6  # tokens from a preposition to the noun of a sum
_TAIL = 3  # tokens from a sum to its noun
_NAMES = {"price": "cost", "tag": "cost", "invest": "investment"}
_PRICED = frozenset(["cost", "price", "tag", "budget"])  # of works, and of nobody who acts
_DEALT = frozenset(
    ["buy", "acquire", "purchase", "take", "raise", "secure", "sell", "rent", "lease"]
)
_PLACING = frozenset(["in", "at", "near", "inside", "within", "between", "linking", "connecting"])
_NAMING = frozenset(["DT", "JJ", "NN", "NNS", "NNP", "NNPS", ",", "CC", "HYPH", "PRP$", "-LRB-"])


class Outlays(PlainShapes):
    """The shape, over the sums that no other shape took."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        self.building = load_lexicon("measures").get("job_building")

    def outlay(self, rule: Rule) -> Iterator[Candidate]:
        """ "… with an investment of $3 million", "through a $3 million investment": of the works, or of who acts."""
        for value in list(self.list_free()):
            noun = self._find_noun(rule, value) if value.origin == "money" else None
            owner = self._find_owner(value, noun) if noun is not None else None
            if noun is None or owner is None:
                continue
            lemma = self.parse.lemmas[noun]
            text = _NAMES.get(lemma) or self.observer.owners.measure_text(noun, bare=True)
            works = self.arguments.fits(owner, WORKS_AND_ZONES)
            told = noun if works else self.parse.heads[noun]  # "cost" asks for works alone
            yield from self.observe(rule, noun, told, value, owner, text)

    def _find_noun(self, rule: Rule, value: Mention) -> int | None:
        """The noun of a sum behind a preposition: before "of" and the sum, or right behind the sum."""
        lower, (start, end) = self.arguments.lower, self.arguments.ranges[value]
        if lower[start - 1] in _ARTICLES and lower[start - 2] in _LINKS:
            return self._find_behind(rule, end)
        if lower[start - 1] == "with" and self.parse.lemmas[start - 2] == "invest":
            return start - 2  # "Invested with $3 million, the project"
        at = start - 1 - (lower[start - 1] in {"at", "to"})
        if at < 2 or lower[at] not in _MEASURING:
            return None
        noun = at - 1
        whole = self.parse.lemmas[noun] in _WHOLE and self.parse.lemmas[noun - 1] in rule.nouns
        if self.parse.lemmas[noun] not in rule.nouns and not whole:
            return None
        return noun if self._is_led(noun) else None

    def _find_behind(self, rule: Rule, end: int) -> int | None:
        """ "a $3 million [investment]", "a 3-billion-yuan capital [outlay]"."""
        tags, lemmas = self.parse.tags, self.parse.lemmas
        for token in range(end, min(end + _TAIL, len(tags))):
            if lemmas[token] in rule.nouns and tags[token] == "NN":
                return token
            if tags[token] not in {"JJ", "NN", "HYPH"}:
                return None
        return None

    def _is_led(self, noun: int) -> bool:
        """Whether a preposition stands before the phrase of a noun, or a verb of taking so much."""
        lower, tags = self.arguments.lower, self.parse.tags
        for token in range(noun - 1, max(noun - _PHRASE, 0), -1):
            if lower[token] in _LINKS or self.parse.lemmas[token] in _TAKING:
                return lower[token] != "for" or lower[token + 1] in _ARTICLES
            if tags[token] not in _INSIDE:
                return False
        return False

    def _find_owner(self, value: Mention, noun: int) -> Mention | None:
        """The works told before, else who acts; behind a participle that opens the sentence those it is said of."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        first, last = parse.sentences[parse.sentence_of[start]]
        if parse.tags[first] == "VBN":
            return self._find_opened(self.arguments.ranges[value][1], last)
        verbs = 0
        for token in range(start - 1, max(first, start - _FAR) - 1, -1):
            verbs += self._is_tensed(token)
            if verbs > 1:
                return None
            works = self._find_at(token, WORKS_AND_ZONES)
            if works is not None and not self._is_place(works):
                dealt = not _DEALT.isdisjoint(self.parse.lemmas[first:start])
                return None if dealt else works
            actor = self._find_at(token, _ACTORS) if verbs else None
            if actor is not None:
                return actor if self._may_spend(noun, token, start) else None
        return None

    def _is_tensed(self, token: int) -> bool:
        """Whether a clause has its tense here: "[will] build", "[built]", but not "has been [built]"."""
        parse = self.parse
        told = parse.tags[token] in FINITE
        return told and not (token and parse.tags[token - 1] in FINITE)

    def _find_at(self, token: int, kinds: tuple[str, ...]) -> Mention | None:
        """The mention of such a kind that ends at a token."""
        for mention in self.arguments.by_token.get(token, ()):
            known = mention.kind in {MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN}
            ends = self.arguments.ranges[mention][1] == token + 1
            if known and ends and self.arguments.fits(mention, kinds):
                return mention
        return None

    def _is_place(self, works: Mention) -> bool:
        """ "a mill in the [zone]", "a line linking A and B [airports]": where other works lie."""
        token = self.arguments.ranges[works][0] - 1
        while token > 0 and self.parse.tags[token] in _NAMING:
            token -= 1
        return self.arguments.lower[token] in _PLACING

    def _may_spend(self, noun: int, subject: int, start: int) -> bool:
        """Whether a sum is what who acts invests: no price, and something built or widened with it."""
        lemmas = self.parse.lemmas[subject:start]
        built = not self.building.isdisjoint(lemmas)
        return built and self.parse.lemmas[noun] not in _PRICED and _DEALT.isdisjoint(lemmas)

    def _find_opened(self, end: int, last: int) -> Mention | None:
        """ "Built at a cost of $3 million, the [mill]": what stands right behind the comma."""
        comma = next((t for t in range(end, last) if self.parse.words[t] == ","), last)
        for token in range(comma + 1, last):
            if self.parse.tags[token] in FINITE:
                return None
            works = self._find_at(token, WORKS_AND_ZONES)
            if works is not None:
                return works
        return None

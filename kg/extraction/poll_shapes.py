"""What people and parties have in polls: "the poll put Doe on 55 percent", "Doe's approval rating fell to 41%"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.own_figures import make_own
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_BEARERS = ("Person", "PoliticalParty", "Association", "Organization")
_NO_BEARERS = ("Company", "GovernmentBody", "MediaOutlet", "ResearchBody", "IntergovernmentalBody")
_POLLS = frozenset(["poll", "survey", "pollster", "polling"])
_LINKS = frozenset(
    [
        "on",
        "at",
        "with",
        "to",
        "has",
        "had",
        "taking",
        "receiving",
        "getting",
        "polling",
        "polled",
        "scored",
    ]
)
_PLACED = frozenset(
    [
        ",",
        "is",
        "was",
        "in",
        "first",
        "second",
        "third",
        "place",
        "behind",
        "just",
        "currently",
        "ahead",
    ]
)
_GIVING = frozenset(["give", "show", "hand", "put", "place", "have", "and"])
_BACKING = frozenset(
    [
        "support",
        "back",
        "favour",
        "favor",
        "approve",
        "disapprove",
        "prefer",
        "choose",
        "vote",
        "oppose",
        "pick",
    ]
)
_MEASURES = {"approve": "approval", "disapprove": "disapproval", "oppose": "opposition"}
_ASKED = frozenset(
    ["voter", "respondent", "people", "those", "adult", "participant", "elector", "person"]
)
_RATINGS = frozenset(["rating", "popularity", "approval", "favorability", "favourability"])
_FOR = frozenset(["support", "backing", "approval", "preference"])
_REACHED = frozenset(
    ["to", "at", "of", "is", "was", "below", "above", "stands", "stood", "near", "around", "hit"]
)
_LEADING = frozenset(
    ["lead", "leads", "leading", "led", "beat", "beats", "beating", "ahead", "trails", "trailing"]
)
_TITLES = frozenset(["NNP", "NN", "JJ", "DT"])
_NEAR, _FAR = 6, 14  # tokens from a name or measure to its value


class PollShapes(Shapes):
    """The shapes, over the values of one document."""

    def polled(self, rule: Rule) -> Iterator[Candidate]:
        """The share of those asked that is for somebody, in a sentence that tells of a poll."""
        for value in self.values.all():
            if value.origin != "percent":
                continue
            found = self._find_backed(value) or self._find_backing(value)
            if found is None and self._tells_poll(value) and not self._is_of_other(value):
                found = self._find_before(value) or self._find_ahead(value)
            if found is not None:
                yield make_own(self.observer, rule, found[1], found[0], value, found[2])

    def _tells_poll(self, value: Mention) -> bool:
        parse = self.parse
        first, last = parse.sentences[parse.sentence_of[self.arguments.ranges[value][0]]]
        return any(parse.lemmas[t].lower() in _POLLS for t in range(first, last))

    def _is_of_other(self, value: Mention) -> bool:
        """ "had 20 percent of the shares"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        behind = {lemma.lower() for lemma in parse.lemmas[end + 1 : end + 4]}
        return parse.words[end : end + 1] == ["of"] and (_ASKED | {"vote"}).isdisjoint(behind)

    def _bearer_at(self, token: int) -> Mention | None:
        for mention in self.arguments.by_token.get(token, ()):
            named = mention.kind is MentionKind.NAME and self.arguments.fits(mention, _BEARERS)
            if named and not self.arguments.fits(mention, _NO_BEARERS):
                return mention
        return None

    def _find_before(self, value: Mention) -> tuple[Mention, int, str] | None:
        """ "put Doe on 55 percent", "gave Doe 55 percent", "Doe's 31 percent", "Doe (31 percent)"."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        first = parse.sentences[parse.sentence_of[start]][0]
        words: list[str] = []
        for token in range(start - 1, max(first, start - _NEAR) - 1, -1):
            bearer = self._bearer_at(token)
            if bearer is not None:
                return (
                    (bearer, start, "support in poll") if self._is_linked(bearer, words) else None
                )
            words.insert(0, parse.words[token].lower())
        return None

    def _is_linked(self, bearer: Mention, words: list[str]) -> bool:
        """Whether a name and a share go together by the words between; not "leading Roe with 50 percent"."""
        before = self.arguments.ranges[bearer][0] - 1
        if before >= 0 and self.parse.words[before].lower() in _LEADING:
            return False
        if words in (["'s"], ["’s"], ["("], ["'"], ["’"]):
            return True
        if not words:
            return before >= 0 and self.parse.lemmas[before].lower() in _GIVING
        return not _LINKS.isdisjoint(words) and _LINKS.union(_PLACED).issuperset(words)

    def _find_ahead(self, value: Mention) -> tuple[Mention, int, str] | None:
        """ "Doe leading Roe with 50 percent to 43 percent": the first has the first."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        first = parse.sentences[parse.sentence_of[start]][0]
        second = parse.words[start - 1].lower() == "to" and any(
            self.values.at(t) for t in range(max(start - 4, first), start - 1)
        )
        lead = next(
            (t for t in range(start, first, -1) if parse.words[t].lower() in _LEADING), None
        )
        if lead is None or start - lead > _FAR or "," in parse.words[lead:start]:
            return None
        bearer = self._bearer_at(lead + 1) if second else self._bearer_at(lead - 1)
        return (bearer, start, "support in poll") if bearer is not None else None

    def _find_backed(self, value: Mention) -> tuple[Mention, int, str] | None:
        """ "48 percent of likely voters supported Doe", "44 percent approve of Doe"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        asked = False
        if parse.words[end : end + 1] == ["for"] and self._tells_poll(value):
            bearer = self._pass_titles(end + 1)
            return (bearer, end - 1, "support in poll") if bearer is not None else None
        for token in range(end, min(end + _FAR, last)):
            asked = asked or parse.lemmas[token].lower() in _ASKED
            if parse.tags[token][:2] == "VB" and parse.lemmas[token] in _BACKING:
                behind = token + 1 + (parse.words[token + 1 : token + 2] in (["of"], ["for"]))
                bearer = self._pass_titles(behind) if asked or self._tells_poll(value) else None
                bearer = bearer if bearer is None or self._ends_clause(bearer) else None
                measure = _MEASURES.get(parse.lemmas[token], "support")
                return (bearer, token, measure) if bearer is not None else None
            if parse.words[token] in {",", ";"} or parse.lemmas[token] in {"say", "want"}:
                return None
        return None

    def _pass_titles(self, token: int) -> Mention | None:
        """ "Doe", "Mrs. Doe", "the Green nominee Doe"."""
        last = self.parse.sentences[self.parse.sentence_of[token]][1]
        for k in range(token, min(token + _NEAR, last)):
            bearer = self._bearer_at(k)
            if bearer is not None:
                return bearer
            if self.parse.tags[k] not in _TITLES:
                return None
        return None

    def _ends_clause(self, bearer: Mention) -> bool:
        """Not "approve of Doe's plan", "support Doe keeping"."""
        end = self.arguments.ranges[bearer][1]
        return self.parse.tags[end : end + 1] == [] or self.parse.tags[end][0] in ",.:IC-WR"

    def _find_backing(self, value: Mention) -> tuple[Mention, int, str] | None:
        """ "Doe was backed by 51 percent of voters", "Doe has the support of 39 percent of voters"."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        by = parse.words[start - 1].lower()
        verb = start - 2
        if by != "by" or verb < 0 or parse.lemmas[verb] not in _BACKING | {"favored"}:
            return None
        subject = next(iter(parse.list_subjects(verb)), None)
        found = self.arguments.find(subject, _BEARERS) if subject is not None else None
        return (found, verb, "support") if found is not None and self._may_bear(found) else None

    def _may_bear(self, mention: Mention) -> bool:
        return mention.kind in {MentionKind.NAME, MentionKind.PRONOUN} and not self.arguments.fits(
            mention, _NO_BEARERS
        )

    def rated(self, rule: Rule) -> Iterator[Candidate]:
        """ "Doe's approval rating fell to 41%", "support for Doe rose to 43%"."""
        parse = self.parse
        for noun, lemma in enumerate(parse.lemmas):
            if lemma.lower() not in _RATINGS | _FOR or parse.tags[noun][:1] != "N":
                continue
            owner = self._find_rated(noun, lemma.lower())
            value = self._find_reached(noun) if owner is not None else None
            if owner is not None and value is not None:
                bounds = self.arguments.find_phrase(noun) or (noun, noun + 1)
                text = self._name(noun, bounds[0])
                token = parse.climb_to_verb(noun, _NEAR)
                yield make_own(self.observer, rule, token, owner, value, text)

    def _name(self, noun: int, start: int) -> str:
        """ "approval rating", "popularity", without whose it is."""
        first = noun
        while first - 1 >= start and self.parse.tags[first - 1] in {"NN", "JJ"}:
            first -= 1
        return self.arguments.slice(first, noun + 1).lower()

    def _find_rated(self, noun: int, lemma: str) -> Mention | None:
        parse = self.parse
        if parse.words[noun + 1 : noun + 2] == ["of"] and not self.values.at(noun + 2):
            return None  # "her approval of the plan"
        tokens = [c for c in parse.children[noun] if parse.deps[c] == "poss" and lemma in _RATINGS]
        for child in parse.children[noun]:
            if lemma in _FOR and parse.words[child].lower() == "for":
                tokens += [c for c in parse.children[child] if parse.deps[c] == "pobj"]
        verb = parse.heads[noun]
        if (
            not tokens
            and lemma == "rating"
            and parse.lemmas[verb] in {"have", "enjoy", "hold", "get"}
        ):
            tokens = parse.list_subjects(verb)
        for token in tokens[:1]:
            found = self.arguments.find(token, _BEARERS)
            if found is not None and self._may_bear(found):
                return found
        return None

    def _find_reached(self, noun: int) -> Mention | None:
        """The percentage behind the measure that is what it came to: behind "to" or "at", not "by"."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[noun]][1]
        verbs = 0
        for token in range(noun + 1, min(noun + _FAR, last)):
            verbs += parse.tags[token] in FINITE
            if verbs > 1 or parse.words[token] == ";":
                return None
            for value in self.values.at(token):
                start = self.arguments.ranges[value][0]
                reached = parse.words[start - 1].lower() in _REACHED
                bound = value.text.lower().startswith(("below", "above", "under", "over"))
                if value.origin == "percent" and start == token and (reached or bound):
                    return value
        return None

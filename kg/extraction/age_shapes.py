"""How old people are: "Jane Doe, 54, said", "the 68-year-old former minister Doe", "Doe died aged 82"."""

from collections.abc import Iterator
from decimal import Decimal

from kg.extraction.candidate import Candidate
from kg.extraction.figure_topic import FIRST_PERSONS
from kg.extraction.own_figures import make_own
from kg.extraction.people_by_age import PeopleByAge
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_PERSON = ("Person",)
_ADULT, _OLDEST = 18, 115
_AGED = (["aged"], ["age"], ["now"], ["just"], ["only"], ["also"], ["then"], ["both"], ["all"])
_BEHIND = frozenset([",", ".", ";", ")", "and", "who", "from", "of", "whose", "was", "is", "has"])
_OLD = ["years", "old"]
_HYPHENED = 5  # tokens of "68-year-old"
_GAP, _ASIDE = 7, 3  # tokens between an age and a name behind it, before it
_DESCRIBING = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "HYPH", "VBN"])
_LEADING = frozenset(["DT", "JJ", "RB", "VBN"])
_DYING = frozenset(["die", "pass"])
_BEING = frozenset(["be", "turn", "become"])
_AT = (["at", "the", "age", "of"], ["at", "age"], ["aged"], ["age"], ["at"])
_ENDS = frozenset([".", ",", ";", "!", "?", "”", '"', "and", "but"])
_NOW = frozenset(["now", "only", "just", "already", "about", "nearly", "almost", "also"])
_BACK_THEN = frozenset(["since", "when", "until", "till", "before", "after", "while", "as", "if"])


class AgeShapes(Shapes):
    """The shape, over the words of one document."""

    def age(self, rule: Rule) -> Iterator[Candidate]:
        """The ages of people that are named or meant beside them."""
        people = PeopleByAge(self.arguments)
        for token, word in enumerate(self.parse.words):
            if not word.isdigit() or not 0 < int(word) <= _OLDEST or word[0] == "0":
                continue
            end = self._find_old(token)
            found = self._find_bearer(token, end)
            if found is None and end > token + 1:
                meant = people.find(token, end, self.observer.speakers.find(token))
                found = (meant, token) if meant is not None else None
            if found is not None and found[0].text.lower() not in FIRST_PERSONS:
                value = self._make_value(token, end, word)
                yield make_own(self.observer, rule, found[1], found[0], value, "age")

    def _make_value(self, token: int, end: int, years: str) -> Mention:
        """The years as a value; that of "54" or "68-year", where it was found as one."""
        quantity = Quantity(value=Decimal(years), unit="year")
        for known in self.arguments.by_token.get(token, ()):
            if known.kind is MentionKind.QUANTITY and self.arguments.ranges[known][0] == token:
                return self.values.replaced(known, quantity)
        span = Span(self.parse.starts[token], self.parse.ends[end - 1])
        text = self.arguments.text[span.start : span.end]
        value = Mention(
            span=span,
            text=text,
            type="",
            kind=MentionKind.QUANTITY,
            origin="measure",
            value=quantity,
        )
        self.arguments.ranges[value] = (token, end)
        return value

    def _find_old(self, token: int) -> int:
        """The end of "54 years old", "68-year-old" or the number alone."""
        words = [w.lower() for w in self.parse.words[token + 1 : token + 5]]
        if words[:2] == _OLD:
            return token + 3
        if words[:3] == ["years", "of", "age"]:
            return token + 4
        return token + (_HYPHENED if words[:4] == ["-", "year", "-", "old"] else 1)

    def _find_bearer(self, token: int, end: int) -> tuple[Mention, int] | None:
        """Who is so old, and the token that tells it."""
        if end == token + _HYPHENED:
            found = self._find_described(token) or self._find_behind(end, token)
            return found or self._find_subject(token, end, hyphened=True)
        return (
            self._find_before(token, end)
            or self._find_subject(token, end, hyphened=False)
            or self._find_dying(token)
        )

    def _find_before(self, token: int, end: int) -> tuple[Mention, int] | None:
        """ "Jane Doe, 54, said", "Jane Doe, aged 54,", "Jane Doe (54 years old)"."""
        start = token
        while self._lower(start - 1, start) in _AGED:
            start -= 1
        comma = self._lower(start - 1, start)
        told = start < token or end > token + 1  # "(aged 54)"
        following = self.parse.words[end : end + 1] or ["."]
        if comma != [","] and not (comma == ["("] and told):
            return None
        if following[0].lower() not in _BEHIND and start == token:
            return None
        if following == [","] and self.parse.tags[end + 1 : end + 2] == ["CD"]:
            return None  # "said Doe, 30, 40 or 50 people"
        young = int(self.parse.words[token]) < _ADULT and start == token
        behind = "".join(self.parse.words[end + 1 : end + 2])
        if young and following == [","] and behind[:1].isupper():
            return None  # "such films as Zenda, 13, Lords of Hentz"
        owner = self.arguments.find_name_before(start - 1, _PERSON)
        return (owner, token) if owner is not None else None

    def _lower(self, start: int, end: int) -> list[str]:
        return [w.lower() for w in self.parse.words[max(start, 0) : end]]

    def _find_described(self, token: int) -> tuple[Mention, int] | None:
        """ "Jane Doe, a retired 54-year-old teacher"."""
        start = token
        while start > token - _ASIDE and self.parse.tags[start - 1] in _LEADING:
            start -= 1
        if start == token or self.parse.words[start - 1] != ",":
            return None
        owner = self.arguments.find_name_before(start - 1, _PERSON)
        return (owner, token) if owner is not None else None

    def _find_behind(self, end: int, token: int) -> tuple[Mention, int] | None:
        """ "the 54-year-old former teacher Jane Doe", "54-year-old Doe"."""
        for k in range(end, min(end + _GAP, len(self.parse.words))):
            for mention in self.arguments.by_token.get(k, ()):
                named = mention.kind is MentionKind.NAME and self.arguments.ranges[mention][0] == k
                if named and self.arguments.fits(mention, _PERSON):
                    return mention, token
            if self.parse.tags[k] not in _DESCRIBING:
                one = self.parse.words[k] == "," and k > end and self._is_definite(token)
                owner = self._name_starting(k + 1) if one else None
                return (owner, token) if owner is not None else None
        return None

    def _is_definite(self, token: int) -> bool:
        return self._lower(token - 1, token) in (["the"], ["his"], ["her"])

    def _name_starting(self, start: int) -> Mention | None:
        for mention in self.arguments.by_token.get(start, ()):
            named = mention.kind is MentionKind.NAME and self.arguments.fits(mention, _PERSON)
            begins = named and self.arguments.ranges[mention][0] == start
            if begins and self._lower(self.arguments.ranges[mention][1], start + 9)[:1] == [","]:
                return mention
        return None

    def _find_subject(self, token: int, end: int, *, hyphened: bool) -> tuple[Mention, int] | None:
        """ "Doe is 54", "who turned 54 in May", "She was 82 years old", "Doe is a 54-year-old lawyer"."""
        parse = self.parse
        at = token - 1
        while at > 0 and (
            parse.tags[at] in _LEADING if hyphened else parse.words[at].lower() in _NOW
        ):
            at -= 1
        ended = hyphened or parse.lemmas[at] == "turn"
        ended = ended or (self._lower(end, end + 1) or ["."])[0] in _ENDS
        if parse.lemmas[at] not in _BEING or not ended or self._is_back_then(at):
            return None
        if parse.sentence_of[at] != parse.sentence_of[token]:
            return None
        return self._take_subject(at)

    def _is_back_then(self, verb: int) -> bool:
        """ "who has worked there since he was 18": an age of then."""
        parse = self.parse
        first = parse.list_subjects(verb)[:1] or [verb]
        return parse.words[max(first[0] - 1, 0)].lower() in _BACK_THEN

    def _find_dying(self, token: int) -> tuple[Mention, int] | None:
        """ "Doe died of cancer on Monday, aged 82", "has died at the age of 82"."""
        parse = self.parse
        led = next((w for w in _AT if self._lower(token - len(w), token) == w), None)
        if led is None:
            return None
        first = parse.sentences[parse.sentence_of[token]][0]
        for k in range(token - 1, first - 1, -1):
            if parse.tags[k] in FINITE | {"VBN"} and parse.lemmas[k] not in {"age", "have"}:
                beside = k + 1 == token - len(led) or led != ["at"]
                return self._take_subject(k) if parse.lemmas[k] in _DYING and beside else None
        return None

    def _take_subject(self, verb: int) -> tuple[Mention, int] | None:
        for subject in self.parse.list_subjects(verb):
            found = self.arguments.find(subject, _PERSON)
            if found is not None and found.kind in {MentionKind.NAME, MentionKind.PRONOUN}:
                return found, verb
        return None

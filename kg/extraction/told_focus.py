"""Who and what is told of at a place of a text, and how much it stands in the middle of it there."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.only_told import read_key
from kg.extraction.standing_for import tells_seat
from kg.lexicon import load_lexicon
from kg.model.mention import RELATIVE, Mention, MentionKind
from kg.model.parse import SUBJECTS
from kg.model.topic_labels import is_exchange

_PARTS = frozenset(["compound", "nmod", "conj", "appos", "amod"])
_BESIDE = frozenset(["relcl", "acl", "advcl"])
_KINDS = ("Organization", "Place")
_TELLING = frozenset([MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN])
_NAMELESS = ("GovernmentBody", "Association", "ResearchBody")
_LEAD = 2  # sentences of headline and lead
_DEEP = 6
# What a telling weighs by what the sentence makes of it.
_ACTING, _OWNING, _ACTING_BESIDE, _OBJECT, _NAMED, _ASIDE = 3.0, 2.2, 1.8, 1.3, 1.0, 0.5
_APART = frozenset(
    ["with", "against", "from", "to", "rival", "by", "than", "like", "via", "through"]
)
_SAYING = 0.8  # whose statement it is speaks through its people
_SPEAKING = load_lexicon("scope").get("speech")
_PLACES_BY_KIND = frozenset(["province", "state", "county", "district", "city", "town", "region"])
_FADING = (1.0, 1.0, 0.75, 0.55, 0.45)  # by sentences between
_FAR = 0.3
_NEXT_PARAGRAPH = 0.9
_SHARES = (1.0, 0.35, 0.2, 0.1, 0.1)  # of the nearest tellings: to be told again counts less
_IN_LEAD = 0.8
_DATELINE = 4.0
_PART = 0.7
_PARTS_OF_FIRMS = frozenset(["unit", "arm", "subsidiary", "division", "affiliate", "business"])
_ADDRESSED = frozenset(["tell", "sue", "fine", "accuse", "ask", "urge", "warn", "inform"])


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a named thing: where it stands and what it weighs there."""

    named: Mention
    mention: Mention
    token: int
    sentence: int
    weight: float


class ToldFocus:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.paragraph_of = arguments.recognized.paragraph_of

    @cached_property
    def told(self) -> dict[str, list[Telling]]:
        """All tellings of what has a name, by what it goes by."""
        found: dict[str, list[Telling]] = defaultdict(list)
        for mention in self.arguments.recognized.mentions:
            named = self._find_named(mention)
            if named is None or mention not in self.arguments.ranges:
                continue
            start, end = self.arguments.ranges[mention]
            if is_exchange(self.parse.words, start, end):
                continue
            sentence = self.parse.sentence_of[start]
            weight = self._weigh(start, end)
            key = read_key(mention, self.arguments)
            found[key].append(Telling(named, mention, start, sentence, weight))
        return found

    def _find_named(self, mention: Mention) -> Mention | None:
        """Who is meant; what a noun without a name tells of is meant itself."""
        if mention.kind not in _TELLING or mention.origin == RELATIVE:
            return None
        named = self.arguments.find_first(mention)
        if mention.kind is MentionKind.PRONOUN and mention not in self.arguments.resolved:
            return None
        if named.kind is MentionKind.NOMINAL:  # "the union", "the regional health agency"
            told = named.text[:1].islower() and self.arguments.fits(named, _NAMELESS)
            return named if told else None
        fits = named.kind is MentionKind.NAME and self.arguments.fits(named, _KINDS)
        return named if fits else None

    def _weigh(self, start: int, end: int) -> float:
        """By its part in the sentence: who acts, whose things act, what is acted on."""
        parse = self.parse
        if tells_seat(end, parse.words):
            return 0.0  # "the Zenda-based firm"
        token = next(
            (k for k in range(end - 1, start - 1, -1) if not start <= parse.heads[k] < end),
            end - 1,
        )
        owned = False
        for _ in range(_DEEP):
            dep, head = parse.deps[token], parse.heads[token]
            if dep in SUBJECTS:
                acting = _ACTING_BESIDE if self._is_beside(head) else _ACTING
                if parse.lemmas[head] in _SPEAKING:
                    acting += _SAYING
                return acting * _OWNING / _ACTING if owned else acting
            if dep == "poss" or (dep == "pobj" and parse.lemmas[head] == "of"):
                owned = True
                token = head if dep == "poss" else parse.heads[head]
            elif dep in _PARTS and head != token:
                token = head
            elif dep == "pobj":
                return _ASIDE if parse.lemmas[head].lower() in _APART else _NAMED
            elif dep in {"dobj", "attr", "dative"}:
                return _ASIDE if parse.lemmas[head] in _ADDRESSED else _OBJECT
            else:
                return _NAMED
        return _NAMED

    def _is_beside(self, verb: int) -> bool:
        """Whether a verb only describes something or tells a circumstance."""
        sentence = self.parse.sentence_of[verb]
        for _ in range(_DEEP):
            if self.parse.deps[verb] in _BESIDE:
                return True
            above = self.parse.heads[verb]
            if above == verb or self.parse.sentence_of[above] != sentence:
                return False
            verb = above
        return False

    def score(self, key: str, token: int, *, place: bool) -> float:
        """How much a thing is what is told of at `token`: lately, in the lead, often."""
        told = self.told[key]
        before = [t for t in told if t.token < token]
        near = sorted((s for t in told if (s := self._score_near(t, token))), reverse=True)
        if not near:
            return 0.0
        score = sum(part * share for part, share in zip(near, _SHARES, strict=False))
        lead = max((t.weight for t in before if t.sentence < _LEAD), default=0.0)
        score += _IN_LEAD * min(lead, _ACTING) / _ACTING
        if place and any(self._is_dateline(t) for t in before):
            score += _DATELINE
        return score * (_PART if any(self._is_part(t) for t in told) else 1.0)

    def acts_just_before(self, key: str, token: int) -> bool:
        """Whether a thing acts in the sentence of `token` or the one before, in that paragraph."""
        at = self.parse.sentence_of[token]
        return any(self._acts_in(k, key, token) for k in (at, at - 1))

    def acts_alone_just_before(self, key: str, token: int) -> bool:
        """Whether it is the only one in the nearer of them: "Norvik and Tarka will merge" are two."""
        at = self.parse.sentence_of[token]
        acting = ([k for k in self.told if self._acts_in(s, k, token)] for s in (at, at - 1))
        return next((keys for keys in acting if keys), None) == [key]

    def _acts_in(self, sentence: int, key: str, token: int) -> bool:
        own = self.paragraph_of[self.parse.sentence_of[token]]
        return any(
            _acts(t, token) and t.sentence == sentence and self.paragraph_of[sentence] == own
            for t in self.told.get(key, ())
        )

    def acts_before(self, key: str, token: int) -> bool:
        """Whether a thing acts anywhere before `token`."""
        return any(_acts(t, token) for t in self.told.get(key, ()))

    def _score_near(self, telling: Telling, token: int) -> float:
        sentence = self.parse.sentence_of[token]
        away = sentence - telling.sentence
        if away < 0:
            return 0.0
        if away == 0 and telling.token > token:
            told = telling.weight >= _ACTING_BESIDE
            return telling.weight if told or self._is_named_by_kind(telling) else 0.0
        fading = _FADING[away] if away < len(_FADING) else _FAR
        apart = self.paragraph_of[sentence] - self.paragraph_of[telling.sentence]
        return telling.weight * fading * (_NEXT_PARAGRAPH if apart else 1.0)

    def _is_named_by_kind(self, telling: Telling) -> bool:
        """ "the governor, whose [province of] Zenda pays"."""
        words = self.parse.lemmas[max(telling.token - 2, 0) : telling.token]
        return words[1:] == ["of"] and words[0].lower() in _PLACES_BY_KIND

    def _is_part(self, telling: Telling) -> bool:
        """ "The unit, Norvik Sensors,": another firm speaks for it."""
        mention = telling.mention
        nominal = mention.kind is MentionKind.NOMINAL
        return (
            nominal and self.parse.lemmas[self.arguments.ranges[mention][1] - 1] in _PARTS_OF_FIRMS
        )

    def _is_dateline(self, telling: Telling) -> bool:
        """Whether a place opens a text or paragraph in capitals or before a dash or colon."""
        first, last = self.parse.sentences[telling.sentence]
        if telling.token != first:
            return False
        _, end = self.arguments.ranges[telling.mention]
        upper = telling.mention.text.isupper()
        behind = self.parse.words[end : end + 1]
        return bool(behind) and end < last and (upper or behind[0] in {"—", "–", "--", ":"})


def _acts(telling: Telling, token: int) -> bool:
    return telling.weight >= _OWNING and telling.token < token

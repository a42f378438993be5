"""Whose post it is where the words beside a title do not tell: that of what is told of and can have such a post."""

from dataclasses import dataclass
from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_holder_behind
from kg.extraction.county_governors import is_below_governor
from kg.extraction.only_told import read_key
from kg.extraction.post_classes import is_of_few, is_of_place, read_class, weigh_owner
from kg.extraction.spoken_of import is_attacked, is_spoken_of
from kg.extraction.title_finder import TitleFinder
from kg.extraction.told_focus import ToldFocus
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_LEAST, _LEAST_ALONE = 2.5, 1.0  # score, for somebody to be told of at all; of whom nobody rivals
_LEAST_TOLD = 0.1
_TIED = 1.1  # times the next one, up to which either may be meant
_SPOKEN = 2.0
_PRESIDENT = "president"  # whom states have too
_MINISTER = "minister"
_STATES = ("Country", "Province", "City")
_AHEAD, _TIMES = 0.8, 1.25  # by how much the best must stand before the next
_REACH = 4  # tokens from a name to the title behind it
_DEAL_WORDS = load_lexicon("post_classes").get("deal_words")
_NOMINALS = load_lexicon("nominals").get_mapping("nominals")
_THINGS = frozenset(["Facility", "Person", "Official", "Region", "Country", "EconomicZone"])
_ANY_FIRM = frozenset(["company", "group", "firm", "business", "organisation", "organization"])
_BODIES = load_lexicon("triggers").get("bodies_before_titles") - {"company", "office"}
_SPOKEN_OF = frozenset(w for w, kind in _NOMINALS.items() if kind not in _THINGS) | _BODIES
_DESCRIBED = frozenset(["NN", "JJ"])
_ARTICLES = frozenset(["a", "an"])
_FRAMING = frozenset(["for", "at"])


@dataclass(frozen=True, slots=True)
class Choice:
    """Who of some can have a post: the one that stands out, and whether others come near."""

    owner: Mention | None
    is_open: bool = False
    nearest: Mention | None = None


class PostOwners:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.focus, self.titles = ToldFocus(arguments), TitleFinder(arguments)
        self._chosen: dict[Mention, Choice] = {}

    def find(self, token: int) -> Mention | None:
        """Whose post the title is that begins at `token`, or stands behind the person who does."""
        post = self.find_post(token)
        return self.choose(post).owner if post is not None else None

    def find_post(self, token: int) -> Mention | None:
        """The title that a rule means which begins at `token`."""
        return self.titles.find(token)

    def choose(self, post: Mention) -> Choice:
        """The owner of a title, if one stands out among those that can have it."""
        chosen = self._chosen.get(post)
        if chosen is None:
            chosen = self._chosen[post] = self._choose(post)
        return chosen

    def _choose(self, post: Mention) -> Choice:
        kind = read_class(post.text)
        if kind is None:
            return Choice(None)
        start, _ = self.arguments.ranges[post]
        if any(m.kind is MentionKind.POST for m in self._get_before(start)):
            return Choice(None)  # the second half of a title
        if self._is_of_friend(start):
            return Choice(None)
        word = self._find_word(start) or self._find_inner_word(post, kind)
        if word is not None and word in _DEAL_WORDS:
            return Choice(None)
        spoken = self._find_spoken(post) if word is None else None
        ranked = self._rank(kind, post, word, spoken)
        if not ranked and word is not None:
            return Choice(None, is_open=True)
        if (
            spoken is not None
            and spoken not in _ANY_FIRM
            and not self._is_any_called(ranked, spoken)
        ):
            return Choice(None, is_open=bool(ranked))
        told = word is not None or spoken is not None
        least = _LEAST_TOLD if word else _LEAST_ALONE if told or is_of_few(kind) else _LEAST
        choice = self._leave_rivals(_take_best(ranked, least), ranked, start)
        return Choice(None) if self._is_of_other(choice.owner, start) else choice

    def _is_of_other(self, owner: Mention | None, start: int) -> bool:
        """ "Its manager, X": of what the pronoun stands for, or of nothing."""
        whose = next((m for m in self._get_before(start) if m.kind is MentionKind.PRONOUN), None)
        if owner is None or whose is None or whose not in self.arguments.resolved:
            return False
        return read_key(whose, self.arguments) != read_key(owner, self.arguments)

    def _get_before(self, start: int) -> tuple[Mention, ...]:
        return tuple(self.arguments.by_token.get(start - 1, ()))

    def _leave_rivals(
        self, choice: Choice, ranked: list[tuple[float, Mention]], start: int
    ) -> Choice:
        """Two firms that both act in the paragraphs before: the title in a new one may be of either."""
        if (
            choice.owner is None
            or len(ranked) < 2
            or not all(self._is_firm(m) for _, m in ranked[:2])
        ):
            return choice
        best, other = (read_key(m, self.arguments) for _, m in ranked[:2])
        settled = self.focus.acts_just_before(best, start)
        if settled or not self.focus.acts_before(other, start):
            return choice
        return Choice(None, is_open=True)

    def _is_firm(self, body: Mention) -> bool:
        return self.arguments.fits(body, ("Company",))

    def _rank(
        self, kind: str, post: Mention, word: str | None, spoken: str | None
    ) -> list[tuple[float, Mention]]:
        """Whoever can have such a post, the most told of first."""
        title, (start, _) = post.text, self.arguments.ranges[post]
        ranked: list[tuple[float, Mention]] = []
        of_state = kind == _PRESIDENT and self._tells_of_state(start)
        of_no_firm = kind == _PRESIDENT and self._tells_of_land(start)
        for key, told in self.focus.told.items():
            named = told[0].named
            if of_state and not self.arguments.fits(named, _STATES):
                continue
            if of_no_firm and self._is_firm(named):
                continue
            weight = weigh_owner(kind, named, self.arguments)
            if of_state and named.type == "Country" and title.lower().startswith("vice"):
                weight = 1.0
            if not weight or (word is not None and not self._is_called(key, word)):
                continue
            if word is None and is_below_governor(title, named, self.arguments):
                continue
            if kind == _PRESIDENT and told[0].token > start:
                continue  # "under President X, Norvik grew"
            if is_spoken_of(named, start, self.arguments) or is_attacked(
                named, start, self.arguments
            ):
                continue
            score = self.focus.score(key, start, place=is_of_place(kind))
            if score and spoken is not None and self._is_called(key, spoken):
                score += _SPOKEN if is_of_few(kind) or spoken not in _ANY_FIRM else _SPOKEN / 2
            if score:
                ranked.append((weight * score, named))
        return sorted(ranked, key=lambda r: (-r[0], r[1].span))

    def _tells_of_state(self, start: int) -> bool:
        """Whether a text that tells of a "President X" names a minister or a public body: no firm's president, then.

        A "vice president X" is of the state where it has a President, too, and tells of no firm.
        """
        if self.parse.words[start].lower().startswith("vice"):
            return self._has_president and not any(
                self._is_firm(told[0].named) for told in self.focus.told.values()
            )
        return self.parse.words[start] == "President" and any(
            (m.kind is MentionKind.POST and _MINISTER in m.text.lower())
            or (m.kind is MentionKind.NAME and m.type == "GovernmentBody")
            for m in self.arguments.recognized.mentions
        )

    def _tells_of_land(self, start: int) -> bool:
        """Whether a text that tells of a "President X" names a country: she may be its president, of no firm then.

        In "Norvik of Peru grew. President X said" the country only tells where the firm is.
        """
        if self.parse.words[start] != "President":
            return False
        lands = [m for m in self.arguments.recognized.mentions if m.type == "Country"]
        named = [m for m in lands if m.kind is MentionKind.NAME]
        opens = self.parse.sentences[self.parse.sentence_of[start]][0] == start
        return bool(named) and not (opens and all(map(self._is_seat, named)))

    def _is_seat(self, land: Mention) -> bool:
        """ "Norvik of Peru", "Peru's Norvik": a country that only tells where a firm is."""
        start, end = self.arguments.ranges[land]
        end += self.parse.tags[end : end + 1] == ["POS"]
        beside = (end, start - 2) if self.parse.words[start - 1 : start] == ["of"] else (end,)
        return any(self._is_firm(m) for k in beside for m in self.arguments.by_token.get(k, ()))

    @cached_property
    def _has_president(self) -> bool:
        """Whether the text names a president of a state."""
        titles = self.arguments.recognized.public_posts
        named = (m for m in titles if m.text.lower() == _PRESIDENT)
        return any(find_holder_behind(self.arguments.ranges[m][1], self.arguments) for m in named)

    def _is_any_called(self, ranked: list[tuple[float, Mention]], word: str) -> bool:
        return any(self._is_called(read_key(m, self.arguments), word) for _, m in ranked)

    def _find_inner_word(self, post: Mention, kind: str) -> str | None:
        """The body within a title: "[union] president", "central [bank] chief"."""
        words = post.text.lower().split()[:-1]
        body = next((w for w in words if w in _BODIES), None)
        return body if kind not in {"firm", "party"} else None

    def _find_word(self, start: int) -> str | None:
        """The noun that a title has before it: "the company's", "[union] secretary", "for the agency, delegate X"."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[start]][0]
        k = start - 1
        if k < first:
            return None
        if parse.tags[k] == "POS":
            return parse.lemmas[k - 1].lower() if k > first else None
        beside = parse.tags[k] in {"NN", "NNP"} and parse.ends[k] + 1 == parse.starts[start]
        if beside and not any(self._is_person(m) for m in self.arguments.by_token.get(k, ())):
            return parse.lemmas[k].lower()
        if (
            parse.words[k] == ","
            and parse.words[first].lower() in _FRAMING
            and k - first <= _REACH + 2
        ):
            return parse.lemmas[k - 1].lower()
        return None

    def _is_of_friend(self, start: int) -> bool:
        """ "A family friend, company director X": what somebody is for a living, of no firm told here."""
        words, tags = self.parse.words, self.parse.tags
        if start < _REACH or words[start - 1].lower() not in _ANY_FIRM or words[start - 2] != ",":
            return False
        k = start - 3
        while k > 0 and tags[k] in _DESCRIBED:
            k -= 1
        return k < start - 3 and words[k].lower() in _ARTICLES

    def _find_spoken(self, post: Mention) -> str | None:
        """ "Director X said [the charity] hopes to open": the noun that whoever speaks says it of."""
        parse, end = self.parse, self.arguments.ranges[post][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        for k in range(end, last):
            subject = parse.deps[k] in SUBJECTS and parse.lemmas[k].lower() in _SPOKEN_OF
            if subject and parse.words[k - 1].lower() in {"the", "our"}:
                return parse.lemmas[k].lower()
        return None

    def _is_person(self, mention: Mention) -> bool:
        return self.arguments.fits(mention, ("Person",)) or mention.kind is MentionKind.POST

    def _is_called(self, key: str, word: str) -> bool:
        """Whether a thing is called by a word: in its name, by what takes it up, or as what it is."""
        for telling in self.focus.told[key]:
            start, end = self.arguments.ranges[telling.mention]
            if word in {w.lower() for w in self.parse.words[start:end]}:
                return True
        named = self.focus.told[key][0].named
        kind = "Organization" if word in _ANY_FIRM else _NOMINALS.get(word)
        if kind == "Company":
            return False  # "airline boss X": a bank is a firm, but no airline
        return kind is not None and self.arguments.fits(named, (kind,))


def _take_best(ranked: list[tuple[float, Mention]], least: float) -> Choice:
    """The first of some owners if it stands out; `least` is asked of one that nobody rivals."""
    if not ranked:
        return Choice(None)
    best, second = ranked[0][0], ranked[1][0] if len(ranked) > 1 else 0.0
    if best < (max(least, _LEAST) if second > _LEAST_ALONE else least):
        return Choice(None)
    if best >= second + _AHEAD and best >= _TIMES * second:
        return Choice(ranked[0][1])
    return Choice(None, is_open=best < _TIED * second, nearest=ranked[0][1])

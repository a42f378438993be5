"""The country that a document speaks from: whose minister "the minister" is."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import pairwise

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_country_before, find_holder_behind
from kg.extraction.dateline_lands import find_dateline_land, leave_dateline
from kg.extraction.only_told import read_key
from kg.extraction.ranked_partners import leave_partners
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_LEAD = 2  # paragraphs, or sentences, of headline and lead
_HOME_SHARE = 0.34  # of all mentions of countries, for a country to be what the document is about
_LEAST_HOME = 0.6  # weight: one Ruritanian firm makes no text Ruritania's
_LEAST_OF_ONE = 0.45  # but the only country told is where "the Ruritanian president" is at home
_LEAST_ONLY = 0.4  # more than "Ruritania's Tarka Group", whom any state's minister may meet
_LEAST_BESIDE = 1.5  # weight: what another country than that of the document is told for
_OUTWEIGHING = 2.0  # times the weight of the next one
_AHEAD = 1.4  # times the weight of the next country, for one that stands out
_FAR_AHEAD = 3.0  # for one of which nothing is told but what lies there
_ABROAD = 2.0  # times that of the dateline's country: a text sent from abroad
_LEAST_SENT = 0.6  # weight of the dateline's country, which must be told of for itself
_FOREIGN = 0.3  # what is left of the weight of a counterpart's country
_ACTS = frozenset([0.5, 1.5, 2.0])  # the weights of subjects, owners and adjectives
_AFTER_DATELINE = (["—"], ["–"], ["--"], ["-"])
_COUNTERPARTS = load_lexicon("arguments").get("foreigners")  # "his Ruritanian counterpart"
_ENVOYS = load_lexicon("posts").get("envoys")
_HIGH_ENVOYS = frozenset(["commissioner", "commission"])  # behind "high", as in the Commonwealth
_BESIDE = 3  # tokens behind a country: "Ruritania's acting ambassador"
_TRAVELLING = load_lexicon("arguments").get("travelling")
_VISITING = load_lexicon("arguments").get("visiting")
_MEETING = load_lexicon("arguments").get("meeting")
_STATE_MARKS = load_lexicon("posts").get("state_marks")
_CONFLICTS = load_lexicon("arguments").get("conflicts")
_AGAINST = frozenset(["with", "against"])
_TOWARDS = frozenset(["to", "in", "for", "at"])
_STATES = re.compile(r"minister|president|premier|chancellor|\bpm\b")
_NAME = 4  # tokens that a name has behind its title
_LISTED = frozenset(["conj", "appos"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
_TOLD = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])


class HomeFinder:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self._home: Mention | None = None
        self._home_known = False

    def find(self) -> Mention | None:
        """The country that the document speaks from, if one stands out.

        The first country that acts in the headline or lead counts most, then subjects and owners
        ("X's minister"), then mere mentions: partners and destinations are named often too.
        """
        if not self._home_known:
            self._home_known = True
            countries = self._list_countries()
            weights, told = self._weigh(countries)
            ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
            if ranked and self._stands_out(ranked, countries):
                best, weight = ranked[0]
                alone = len(ranked) == 1 or told[best] >= 1.0 or best == self._sender
                alone = alone or weight >= _FAR_AHEAD * ranked[1][1]
                least = _LEAST_OF_ONE if self._has_holder(countries, ranked) else _LEAST_HOME
                if alone and weight >= max(_HOME_SHARE * sum(weights.values()), least):
                    self._home = next(m for m in countries if self._key(m) == best)
        return self._home

    def _stands_out(
        self, ranked: Sequence[tuple[str, float]], countries: Sequence[Mention]
    ) -> bool:
        """Whether the first of the countries is the text's own: the dateline's needs no lead."""
        best, weight = ranked[0]
        next_weight = ranked[1][1] if len(ranked) > 1 else 0.0
        if self._sender is None:
            return len(ranked) == 1 or weight > _AHEAD * next_weight
        if best == self._sender:
            return weight > next_weight
        sender = dict(ranked).get(self._sender, 0.0)
        if sender == 0.0 and not any(
            self._key(m) == best and self._leads_by_holder(m) for m in countries
        ):
            return False  # the country of the text is not told, as its readers know it
        return weight > max(_AHEAD * next_weight, _ABROAD * sender)

    @cached_property
    def _sender(self) -> str | None:
        """The id of the country of the dateline's town."""
        return find_dateline_land(self.arguments)

    def _list_countries(self) -> list[Mention]:
        mentions = self.arguments.recognized.mentions
        told = [m for m in mentions if m.type == "Country" and m.kind in _TOLD]
        return leave_partners(leave_dateline(told, self.arguments), self.arguments)

    @cached_property
    def only(self) -> Mention | None:
        """The only country that the document tells, however little is said of it, if nobody just comes there."""
        told = self._list_countries()
        weights, _ = self._weigh(told)
        abroad = self._sender is not None and self._sender not in weights
        alone = len(weights) == 1 and not abroad  # "ZENDA:" tells another one
        return told[0] if alone and max(weights.values()) >= _LEAST_ONLY else None

    def find_beside(self, without: Collection[str], taken: Collection[str]) -> Mention | None:
        """The country that stands out once those of the ids `without` are left away, as such that have no such post.

        None where no such is told, nor where the post is `taken` there by somebody else.
        """
        told = self._list_countries()
        weights, _ = self._weigh(told)
        ranked = sorted((-w, key) for key, w in weights.items() if key not in without)
        if not ranked or len(ranked) == len(weights) or -ranked[0][0] < _LEAST_BESIDE:
            return None
        if ranked[0][1] in taken:
            return None
        if len(ranked) > 1 and ranked[0][0] > _OUTWEIGHING * ranked[1][0]:
            return None
        return next(m for m in told if self._key(m) == ranked[0][1])

    def _weigh(self, countries: Sequence[Mention]) -> tuple[dict[str, float], dict[str, float]]:
        """By country: what speaks for it, and how much of that are deeds and owners."""
        weights: dict[str, float] = defaultdict(float)
        told: dict[str, float] = defaultdict(float)
        for mention in countries:
            weight = self._weigh_country(mention)
            weights[self._key(mention)] += weight
            told[self._key(mention)] += weight in _ACTS or 0.3 * (weight == 1.0)
        for key in {self._key(m) for m in countries if self._is_counterpart(m, countries)}:
            weights[key] *= _FOREIGN  # who is met as a counterpart is from elsewhere
        for key in {self._key(m) for m in countries if self._is_abroad(m)}:
            weights[key] *= _FOREIGN  # "the president flew to X"
        lead = next((m for m in countries if self._leads(m)), None)
        first = self._key(lead) if lead is not None else None
        if self._sender is not None and weights.get(self._sender, 0.0) >= _LEAST_SENT:
            first = self._sender  # "ZENDA:", and Ruritania is told, whoever else leads
        if first is not None:
            weights[first] += 0.3 * sum(weights.values())
        return weights, told

    def _is_counterpart(self, mention: Mention, countries: Sequence[Mention]) -> bool:
        """ "the president met his Ruritanian counterpart", where whose president he is needs no word."""
        start, end = self.arguments.ranges[mention]
        if _COUNTERPARTS.isdisjoint(self.parse.words[end : end + 1]):
            return False
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        return not any(first <= self.arguments.ranges[m][0] < start for m in countries)

    def _has_holder(
        self, countries: Sequence[Mention], ranked: Sequence[tuple[str, float]]
    ) -> bool:
        """Whether but one country is told, and somebody with its post: "Ruritanian President X"."""
        ends = {self.arguments.ranges[m][1] for m in countries}
        posts = self.arguments.recognized.public_posts
        return len(ranked) == 1 and any(self.arguments.ranges[post][0] in ends for post in posts)

    def _key(self, mention: Mention) -> str:
        return read_key(mention, self.arguments)

    def _weigh_country(self, mention: Mention) -> float:
        start, end = self.arguments.ranges[mention]
        if self._is_foreign(start, end):
            return 0.0
        if self._tells_envoy(end):
            return 0.3  # "Ruritania's ambassador" is abroad
        if self._tells_firm(end):
            return 0.3  # "Ruritania's Tarka Group" may act anywhere
        if mention.kind is MentionKind.ADJECTIVE:
            return 0.7 if self._governs(end) else 0.5
        dep = self.parse.deps[end - 1]
        if self._is_guest(start):
            return 0.4
        if self._is_adversary(end - 1):
            return 0.3
        return 2.0 if dep in _SUBJECTS else 1.5 if dep == "poss" else 1.0

    def _governs(self, end: int) -> bool:
        """Whether what acts is the state itself: "the Ruritanian government said"."""
        noun = self.parse.words[end : end + 1]
        return (
            self.parse.sentence_of[end - 1] <= _LEAD
            and bool(_STATE_MARKS.intersection(noun))
            and self.parse.deps[end] in _SUBJECTS
        )

    def _is_foreign(self, start: int, end: int) -> bool:
        """Whether a country is somebody else's: "his Ruritanian counterpart", "a visit to Ruritania"."""
        words = [w.lower() for w in self.parse.words[max(start - 3, 0) : start]]
        following = self.parse.words[end : end + 1]
        based = self.parse.words[end + 1 : end + 2] == ["based"]  # "the Ruritania-based firm"
        return (
            based
            or bool(_COUNTERPARTS.intersection(following))
            or (words[-1:] == ["to"] and not _ENVOYS.isdisjoint(words))  # "ambassador to Ruritania"
            or (words[-1:] == ["to"] and _tells_high_envoy(words))
            or self._is_goal(end - 1)
        )

    def _is_goal(self, token: int) -> bool:
        """Whether somebody comes there: "departed for X", "visits W, X and Y", "arrived in Zenda, X"."""
        return self.find_journey(token) is not None

    def find_journey(self, token: int) -> int | None:
        """The verb or noun of the journey that goes to a place."""
        while self.parse.deps[token] in _LISTED:
            token = self.parse.heads[token]
        above = self.parse.heads[token]
        if self.parse.deps[token] == "dobj":
            many = self.parse.tags[self.parse.heads[above]] == "NNS"  # "tourists visiting X"
            return above if self.parse.lemmas[above] in _VISITING and not many else None
        if self.parse.deps[token] != "pobj" or self.parse.lemmas[above] not in _TOWARDS:
            return None
        journey = self.parse.heads[above]
        return journey if self.parse.lemmas[journey] in _TRAVELLING else None

    def _is_abroad(self, mention: Mention) -> bool:
        """ "Prime Minister Y departed for X": whose title needs no country is not at home there."""
        journey = self.find_journey(self.arguments.ranges[mention][1] - 1)
        if journey is None:
            return False
        subjects = self.parse.list_subjects(journey, passive=False)
        return any(self._is_bare_holder(subject) for subject in subjects)

    def _is_bare_holder(self, token: int) -> bool:
        """Whether a name or noun has a title of a state beside it, or is one, and no country before."""
        for post in self.arguments.recognized.public_posts:
            start, end = self.arguments.ranges[post]
            near = start <= token < end or token - _NAME < end <= token
            if near and _STATES.search(post.text.lower()):
                return find_country_before(start, self.arguments) is None
        return False

    def _is_guest(self, start: int) -> bool:
        """Whether people of elsewhere are there: "the ministers, who are in Ruritania to attend"."""
        words = [w.lower() for w in self.parse.words[max(start - 2, 0) : start]]
        return words[1:] == ["in"] and words[0] in {"are", "is", "were", "was", "while"}

    def _is_adversary(self, token: int) -> bool:
        """ "Tensions with X", "the war with X": the text is told from the other side."""
        above = self.parse.heads[token]
        if self.parse.deps[token] != "pobj" or self.parse.lemmas[above] not in _AGAINST:
            return False
        return self.parse.lemmas[self.parse.heads[above]] in _CONFLICTS

    def _tells_envoy(self, end: int) -> bool:
        """Whether an envoy or embassy of the country is told: "Ruritania's acting ambassador"."""
        words = [w.lower() for w in self.parse.words[end : end + _BESIDE]]
        return not _ENVOYS.isdisjoint(words) or _tells_high_envoy(words)

    def _tells_firm(self, end: int) -> bool:
        """Whether a company stands right behind a country: "Ruritania's X", "the Ruritanian maker X"."""
        after = end + (self.parse.tags[end : end + 1] == ["POS"])
        if after >= len(self.parse.words):
            return False
        return self.arguments.find(after, ("Company",)) is not None or any(
            m.type == "Company" and m.kind is MentionKind.NAME
            for m in self.arguments.by_token.get(after, ())
        )

    def _leads(self, mention: Mention) -> bool:
        """Whether a country is what the headline or lead begins with: "Sri Lanka, Kazakhstan seek"."""
        start, end = self.arguments.ranges[mention]
        if self.arguments.recognized.paragraph_of[self.parse.sentence_of[start]] > _LEAD:
            return False
        if self._leads_by_holder(mention):
            return True
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        opens = start <= first + 1 and self.parse.words[first - 1 : first] not in _AFTER_DATELINE
        return mention.kind is MentionKind.NAME and (opens or self.parse.deps[end - 1] in _SUBJECTS)

    def _leads_by_holder(self, mention: Mention) -> bool:
        """ "Ruritanian President X has named …": whose head acts, and goes nowhere, speaks from there."""
        end = self.arguments.ranges[mention][1]
        end += self.parse.tags[end : end + 1] == ["POS"]
        for post in self.arguments.recognized.public_posts:
            if self.arguments.ranges[post][0] != end or not _STATES.search(post.text.lower()):
                continue
            holder = find_holder_behind(self.arguments.ranges[post][1], self.arguments)
            if holder is None:
                continue
            name = self.arguments.ranges[holder][1] - 1
            verb = self.parse.heads[name]
            first, last = self.parse.sentences[self.parse.sentence_of[name]]
            away = any(self.parse.lemmas[k] in _TRAVELLING | _MEETING for k in range(first, last))
            return self.parse.deps[name] == "nsubj" and self.parse.deps[verb] == "ROOT" and not away
        return False


def _tells_high_envoy(words: Sequence[str]) -> bool:
    """ "Ruritania's High Commissioner", "the high commissioner to Ruritania"."""
    return any(a == "high" and b in _HIGH_ENVOYS for a, b in pairwise(words))

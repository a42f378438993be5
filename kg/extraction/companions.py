"""Whose minister somebody is who travels with another: "President X is accompanied by Minister Y"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_country_before, find_holder_behind
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.parse import FINITE

_ESCORTING = load_lexicon("arguments").get("escorting")
_BEING = frozenset(["be"])


class Companions:
    """Answers for one document in which somebody goes with a holder of another post."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        lemmas = self.parse.lemmas
        self._posts = arguments.recognized.public_posts
        self._verbs = [k for k, lemma in enumerate(lemmas) if lemma in _ESCORTING]

    def find(self, token: int) -> Mention | None:
        """The country told with the post of whom the holder of the title at `token` goes with."""
        for verb in self._verbs:
            if self.parse.sentence_of[verb] != self.parse.sentence_of[token]:
                continue
            leader = self._find_leader(verb, token)
            if leader is not None:
                return self._find_country(leader)
        return None

    def _find_leader(self, verb: int, token: int) -> Mention | None:
        """ "X, accompanied by [Minister] Y", "accompanying X are [Minister] Y": X."""
        first, last = self.parse.sentences[self.parse.sentence_of[token]]
        if verb > token:
            return None
        if self.parse.words[verb + 1 : verb + 2] == ["by"]:
            if any(self.parse.tags[k] in FINITE for k in range(verb + 1, token)):
                return None  # "… accompanied by Y, met Minister Z"
            return self._find_person(range(verb - 1, first - 1, -1), verb)
        if verb != first:
            return None
        be = next((k for k in range(verb, token) if self.parse.lemmas[k] in _BEING), None)
        return None if be is None else self._find_person(range(verb + 1, be), last)

    def _find_person(self, tokens: range, before: int) -> Mention | None:
        """The nearest person whose mention ends before a token."""
        return next(
            (
                m
                for k in tokens
                for m in self.arguments.by_token.get(k, ())
                if self.arguments.fits(m, ("Person",)) and self.arguments.ranges[m][1] <= before
            ),
            None,
        )

    def _find_country(self, person: Mention) -> Mention | None:
        """The country right before a title of the person, anywhere in the text: "Ruritania's president X"."""
        key = self._key(person)
        for start, end in sorted(map(self.arguments.ranges.__getitem__, self._posts)):
            holder = find_holder_behind(end, self.arguments)
            if holder is None or self._key(holder) != key:
                continue
            country = find_country_before(start, self.arguments)
            if country is not None:
                return country
        return self._find_country_beside(key)

    def _find_country_beside(self, key: str) -> Mention | None:
        """ "President X of Ruritania", "the President of Ruritania, X", "his Ruritanian counterpart X"."""
        ranges, words = self.arguments.ranges, self.parse.words
        for post in sorted(self._posts, key=lambda m: m.span):
            end = ranges[post][1]
            holder = find_holder_behind(end, self.arguments)
            own = holder is not None and self._key(holder) == key
            link = ranges[holder][1] if holder is not None else end
            if not (own or holder is None) or words[link : link + 1] != ["of"]:
                continue
            country = self._find_land(link + 1 + (words[link + 1 : link + 2] == ["the"]))
            behind = find_holder_behind(ranges[country][1], self.arguments) if country else None
            if country and (own or (behind is not None and self._key(behind) == key)):
                return country
        return self._find_of_counterpart(key)

    def _find_of_counterpart(self, key: str) -> Mention | None:
        """The country before "counterpart" and the person's name."""
        for mention in self.arguments.recognized.mentions:
            start = self.arguments.ranges[mention][0]
            if self.parse.words[start - 1 : start] != ["counterpart"]:
                continue
            if self.arguments.fits(mention, ("Person",)) and self._key(mention) == key:
                return find_country_before(start - 1, self.arguments)
        return None

    def _find_land(self, token: int) -> Mention | None:
        """The country that begins at a token."""
        begun = (m for m in self.arguments.by_token.get(token, ()) if m.type == "Country")
        return next((m for m in begun if self.arguments.ranges[m][0] == token), None)

    def _key(self, mention: Mention) -> str:
        return self.arguments.find_first(mention).text

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
        return None

    def _key(self, mention: Mention) -> str:
        return self.arguments.find_first(mention).text
